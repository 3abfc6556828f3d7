# SPDX-License-Identifier: MIT
"""What stands for a template in the key of a page: its text with all that it includes, extends or imports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b

from jinja2 import Environment, TemplateNotFound

LEADS = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b")
AFTERWARDS = r"[-+]?%}|ignore missing\b|with\b|without\b|import\b|as\b"
LEADS_TO = re.compile(rf"""{LEADS.pattern}\s*["']([^"'\\]+)["']\s*(?:{AFTERWARDS})""")
"""Where a template leads to others, and where it says plainly to which; parsing it takes much longer."""


def digests(environment: Environment) -> Mapping[str, str]:
    """The digest of each template in use."""
    pages = environment.list_templates(extensions=["html"])
    sources: dict[str, tuple[str, tuple[str, ...]]] = {}
    waiting = [*pages]
    while waiting:
        name = waiting.pop()
        if name in sources:
            continue
        with suppress(TemplateNotFound):  # an include may allow for that
            text, _, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]  # a theme has one
            named = {*LEADS_TO.findall(text)}
            if len(LEADS.findall(text)) > len(LEADS_TO.findall(text)):  # only a rendered page tells to which
                named |= {*pages}
            sources[name] = (text, tuple(sorted(named)))
            waiting += sources[name][1]
    return {name: blake2b(whole(name, sources).encode(), digest_size=16).hexdigest() for name in sources}


def whole(name: str, sources: Mapping[str, tuple[str, tuple[str, ...]]]) -> str:
    """A template's text followed by the texts of all it leads to, each once."""
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        step = waiting.pop()
        if step in seen or step not in sources:
            continue
        seen[step] = None
        waiting.extend(sources[step][1])
    return "\0".join(sources[one][0] for one in seen)
