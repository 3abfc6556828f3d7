# SPDX-License-Identifier: MIT
"""Where imported events land: new files, renewed ones, and those that a person has edited since.

The first line of a file that was imported holds a digest of its data as the import wrote it. Where that
is still the digest of what is there, and nobody wrote a comment, it may be renewed. Where somebody
edited it, it stays as it is; if what it was imported from changed too, the new version goes beside the
site's content, to be compared by a person.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from dateline.document import Document, read
from dateline.draft import FOLDER, draft, path_of
from dateline.incoming import OWN, Found
from dateline.key_order import Order, order_of
from dateline.models import Event
from dateline.slugs import is_id
from dateline.yaml_text import Data

ASIDE = "import-conflicts"
"""The folder of the site for new versions of events that a person has edited."""

MARK = re.compile(r"# imported ([0-9a-f]{16}):")
NOTE = "this digest tells whether somebody edited the file"


class Fate(StrEnum):
    """What becomes of an imported event."""

    NEW = "new"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"
    KEPT = "kept as edited"
    CONFLICT = "edited here and changed there"


@dataclass(frozen=True, slots=True)
class Existing:
    """An event's file that is there: its path in the site's folder, its id and its document."""

    path: str
    id: str
    document: Document


@dataclass(frozen=True, slots=True)
class Landing:
    """An imported event and its file; `text` is empty where nothing is to be written."""

    fate: Fate
    path: str
    text: str = ""


def landings(
    found: Iterable[Found], existing: Iterable[Existing], taken: Iterable[str], folder: str = FOLDER
) -> tuple[Landing, ...]:
    """What becomes of each imported event; new files go into the folder, by year."""
    there = {origin: one for one in existing for origin in origins(one)}
    ids = set(taken)
    made: list[Landing] = []
    for event in found:
        if (old := there.get(event.origin)) is not None:
            made.append(again(event, old))
            continue
        new = draft(ordered(event.fields, order_of(Event)), ids)
        own = event.origin[1] if event.origin[0] == OWN and is_id(event.origin[1]) else ""
        ident = own if own and own not in ids else new.id
        ids.add(ident)
        path = path_of(ident, str(event.fields.get("date", "")))
        made.append(Landing(Fate.NEW, folder + path.removeprefix(FOLDER), marked(new.text)))
    return tuple(made)


def again(event: Found, old: Existing) -> Landing:
    """What becomes of an event that was imported before: its id and its file stay."""
    text = draft(ordered(event.fields, order_of(Event)), ()).text
    was, now, new = mark_of(old.document.text), digest_of(old.document), digest_in(text)
    if now == new:
        return Landing(Fate.UNCHANGED, old.path)
    if was == now and not has_comments(old.document):
        return Landing(Fate.RENEWED, old.path, marked(text))
    if was == new:
        return Landing(Fate.KEPT, old.path)
    return Landing(Fate.CONFLICT, f"{ASIDE}/{old.id}.yaml", marked(text))


def untouched(text: str) -> bool:
    """Whether a file with this text is as the import wrote it."""
    document = read("event", text.encode("utf-8", "surrogatepass"))
    if not isinstance(document, Document):
        return False
    return mark_of(text) == digest_of(document) and not has_comments(document)


def has_comments(document: Document) -> bool:
    """Whether somebody wrote comments: there are more signs that begin one than the data have."""
    _, _, rest = document.text.partition("\n")
    return rest.count("#") > json.dumps(document.data, ensure_ascii=False).count("#")


def ordered(fields: Mapping[str, Data], order: Order) -> dict[str, Data]:
    """The fields of a record in the order in which files are written, through all that they hold."""
    return {key: ordered_in(fields[key], order.inside(key)) for key in order.sorted(list(fields))}


def ordered_in(value: Data, order: Order) -> Data:
    """A value with the records in it in order."""
    if isinstance(value, Mapping):
        return ordered(value, order)
    return [ordered_in(item, order) for item in value] if isinstance(value, list) else value


def origins(one: Existing) -> list[tuple[str, str]]:
    """The ids that an event has elsewhere and those that it has, or had, here."""
    found, former = (one.document.data.get(key) for key in ("external_ids", "former_ids"))
    elsewhere = found.items() if isinstance(found, Mapping) else ()
    own = [one.id, *(former if isinstance(former, list) else ())]
    return [(str(name), str(value)) for name, value in (*elsewhere, *((OWN, ident) for ident in own))]


def marked(text: str) -> str:
    """The text of a file with the digest of its data in the first line."""
    return f"# imported {digest_in(text)}: {NOTE}\n{text}"


def mark_of(text: str) -> str:
    """The digest in the first line of a file; empty where there is none."""
    match = MARK.match(text)
    return match[1] if match else ""


def digest_in(text: str) -> str:
    """The digest of the data in the text of a file."""
    document = read("event", text.encode("utf-8", "surrogatepass"))
    return digest_of(document) if isinstance(document, Document) else ""


def digest_of(document: Document) -> str:
    """The digest of what an event says, however its file is laid out."""
    ordered = json.dumps(document.data, sort_keys=True)
    return blake2b(ordered.encode(), digest_size=8).hexdigest()
