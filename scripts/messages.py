# SPDX-License-Identifier: MIT
"""Brings the catalogues up to the words that are in use: `make messages`, or python -m scripts.messages.

A new message is added without a translation, one that is no longer used is taken out, and nothing is
guessed: a changed message is a new one. `--check` writes nothing and says what is missing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dateline import terms
from dateline.access import CHECKS
from dateline.dates.words import OF_DAYS, WITH_ENDS
from dateline.form import asked, every
from dateline.models import Site
from dateline.relations import KINDS

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "dateline/locale"
CODE = [("**.py", "python")]
TEMPLATES = [("**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "forms": (1, 2)}
WIDTH = 100
HEADER = """\
# {name}: the words of dateline's interface.
# "machine" as the last translator says that no speaker of the language has reviewed them. Whoever
# does, puts their own name there; then pages no longer say it. Renewed by `make messages`.
msgid ""
msgstr ""
"Language: {code}\\n"
"Last-Translator: {translator}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""

Found = tuple[str, "str | tuple[str, str]", "str | None"]


def found() -> Iterator[Found]:
    """Every message in use: the file it is in, its text or its two forms, and its context."""
    for folder, methods in (("dateline", CODE), ("templates", TEMPLATES)):
        for path, _, message, _, context in extract_from_dir(
            ROOT / folder, methods, keywords=KEYWORDS, options_map={}
        ):
            yield (
                f"{folder}/{path}",
                (message[0], message[1]) if isinstance(message, tuple) else message,
                context,
            )
    yield from declared()


def declared() -> Iterator[Found]:
    """The messages that stand in tables of the code and are looked up by what they are about."""
    for kind in vars(terms).values():
        if isinstance(kind, type) and issubclass(kind, terms.Term):
            for term in kind:
                yield from (("dateline/terms.py", text, None) for text in (term.label, term.meaning) if text)
    yield from (("dateline/relations.py", kind.label, None) for kind in KINDS)
    yield from (("dateline/access.py", check.says, None) for check in CHECKS)
    for group in asked(Site(title="-")):
        for one in every(group):
            yield from (("dateline/models.py", text, None) for text in (one.label, one.says))
    for message in WITH_ENDS:
        yield "dateline/dates/words.py", message, None
        yield "dateline/dates/words.py", message, OF_DAYS


def in_use() -> Catalog:
    """A catalogue of every message in use, with the files that it is in."""
    template = Catalog(charset="utf-8")
    for path, message, context in sorted(found(), key=str):
        flags = ("python-format",) if re.search(r"%\(\w+\)s", "".join(message)) else ()
        template.add(message, locations=[(path, 0)], context=context, flags=flags)
    return template


def renewed(raw: bytes, code: str, template: Catalog) -> Catalog:
    """The catalogue with a line for each message in use and for no other."""
    catalogue = read_po(BytesIO(raw), locale=code, charset="utf-8")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it is kept: messages in the order of their texts, so that branches merge easily."""
    text = BytesIO()
    write_po(text, catalogue, width=WIDTH, sort_output=True, include_lineno=False, omit_header=True)
    header = HEADER.format(
        name=catalogue.locale.english_name if catalogue.locale else catalogue.locale_identifier,
        code=catalogue.locale_identifier,
        translator=catalogue.last_translator,
        plural_forms=catalogue.plural_forms,
    )
    return header.encode() + text.getvalue().strip() + b"\n"


def missing(catalogue: Catalog) -> list[str]:
    """The messages without a translation, or without one of its plural forms."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def main() -> int:
    """Renew each catalogue and say what each lacks."""
    template, lacking = in_use(), 0
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = renewed(path.read_bytes(), path.stem, template)
        if "--check" not in sys.argv[1:]:
            path.write_bytes(written(catalogue))
        gaps = missing(catalogue)
        lacking += len(gaps)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {len(gaps)} without a translation")
        print("".join(f"  {gap}\n" for gap in gaps), end="")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
