# SPDX-License-Identifier: MIT
"""Puts the phrases of a language into templates while they are compiled.

A site speaks one language, so what gettext answers is known before any page is made: the phrase
becomes part of the template, and its variables stand in it like any other. Plural forms depend on a
number and are looked up for each page, as is every text that is no plain phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from dateline.compiled import Compiled
from dateline.language import Language

VARIABLE = re.compile(r"%\((\w+)\)s")


class PhrasedEnvironment(Environment):
    """A Jinja environment whose templates are compiled for one language."""

    def __init__(self, language: Language, **options: Any) -> None:
        kept = Compiled(language)
        super().__init__(extensions=["jinja2.ext.i18n"], bytecode_cache=kept, **options)
        self.phrasing = Phrasing(language)
        self.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
            language.gettext, language.ngettext, newstyle=True, pgettext=language.pgettext
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template sees besides its context: every page copies it, and a plain mapping copies fast."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: nodes.Template, *arguments: Any, **options: Any) -> str:
        """The Python code of a template that was read: Jinja's hook between reading and compiling."""
        return super()._generate(self.phrasing.visit(source), *arguments, **options)


class Phrasing(NodeTransformer):
    """Replaces calls of gettext and pgettext by what they would return."""

    def __init__(self, language: Language) -> None:
        self.functions: dict[str, Callable[..., str]] = {
            "_": language.gettext,
            "gettext": language.gettext,
            "pgettext": language.pgettext,
        }

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802  # Jinja looks for this name
        """What a template prints; here a phrase may hold variables, and is cut where they stand."""
        node.nodes = [part for child in node.nodes for part in self.parts(child) or [child]]
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # Jinja looks for this name
        """A call anywhere else, which becomes a text where it has no variables."""
        parts = self.parts(node)
        if len(parts) == 1 and isinstance(parts[0], nodes.TemplateData):
            return nodes.MarkSafeIfAutoescape(nodes.Const(parts[0].data), lineno=node.lineno)
        return self.generic_visit(node)

    def parts(self, node: nodes.Expr) -> Sequence[nodes.Expr]:
        """The texts and variables of a phrase in its order; none if it has to be looked up later.

        A translation may be broken in ways that only its formatting tells; that stays where it was.
        """
        phrase = self.phrase(node)
        if not isinstance(node, nodes.Call) or phrase is None:
            return ()
        values = {variable.key: variable.value for variable in node.kwargs}
        texts, names = VARIABLE.split(phrase)[::2], VARIABLE.findall(phrase)
        if any("%" in text.replace("%%", "") for text in texts) or not values.keys() >= set(names):
            return ()
        printed: list[nodes.Expr] = [nodes.TemplateData(texts[0].replace("%%", "%"), lineno=node.lineno)]
        for name, text in zip(names, texts[1:], strict=True):
            printed += (values[name], nodes.TemplateData(text.replace("%%", "%"), lineno=node.lineno))
        return printed

    def phrase(self, node: nodes.Expr) -> str | None:
        """What gettext answers a call of it that gives its text in full; None for any other."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        words = [word.value for word in node.args if isinstance(word, nodes.Const)]
        plain = len(words) == len(node.args) and node.dyn_args is None and node.dyn_kwargs is None
        function = self.functions.get(node.node.name)
        return function(*words) if plain and function else None
