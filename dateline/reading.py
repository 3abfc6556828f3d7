# SPDX-License-Identifier: MIT
"""The rows of all events: those kept from the last build that still hold, the others made anew.

What was kept of an event holds when its files are the same and so is everything that the event
depends on. A file with the state that it had then is not read; any other is, and when its bytes are
still the same it is not examined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from dateline.document import EVENT
from dateline.document.decoding import digest_of
from dateline.examine import Examiner, examine
from dateline.json_text import decode, decode_all, encode
from dateline.load import EventFiles
from dateline.problems import Problem, Severity, in_reading_order, plain_problem, problem_from
from dateline.rows import Row, from_plain, to_plain
from dateline.states import is_settled
from dateline.store import Store
from dateline.workers import Workers

INDEX, STORIES, RECORDS = "index", "stories", "records"
BATCH = 500
"""So many events are taken from the store, or put into it, at a time."""

Item = TypeVar("Item")
Plain = dict[str, Any]
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of the events.

    `rows` by id; `digests` of the files they were made from, by path; `problems` of all files;
    `findings` of the rules by id. `broken` are ids of events that are there and cannot be used;
    `examined` counts the events that were made anew. `addresses` are the web addresses
    in them of which the registry knows something.
    """

    rows: Mapping[str, Row]
    digests: Mapping[str, str]
    problems: tuple[Problem, ...]
    findings: Mapping[str, tuple[Problem, ...]]
    broken: frozenset[str]
    examined: int
    addresses: frozenset[str] = frozenset()


def read_events(  # noqa: PLR0913, PLR0917  # with what it works and whom it tells
    events: Sequence[EventFiles],
    examiner: Examiner,
    store: Store,
    workers: Workers,
    looked_ns: int,
    told: Told | None = None,
) -> Reading:
    """Everything known of the events whose files were listed at `looked_ns`; keeps it for next time."""
    whole = examiner.reach.whole if examiner.reach else ""
    found = Found(frozenset(examiner.setting.registry.links if examiner.setting else ()))
    stale: list[EventFiles] = []
    for batch in batches(events):
        touched = []
        for files, plain in zip(batch, kept(store, batch), strict=True):
            state = "stale" if plain is None else holds(plain, files, examiner, whole)
            if plain is None or state == "stale":
                stale.append(files)
                continue
            found.add(files, plain)
            if state == "touched":
                touched.append((files, plain))
        keep(store, touched, looked_ns)
    gone = store.keys(INDEX) - {files.key for files in events}
    for kind in (INDEX, STORIES, RECORDS):
        store.drop(kind, gone)
    done = 0
    for results in batches(zip(stale, workers.each(examined, examiner, stale), strict=True)):
        made = [(files, decode(index)) for files, (index, _, _) in results]
        store.put(STORIES, [(files.key, story) for files, (_, story, _) in results])
        store.put(RECORDS, [(files.key, record) for files, (_, _, record) in results])
        keep(store, made, looked_ns)
        for files, plain in made:
            found.add(files, plain)
        done += len(results)
        if told:
            told(done, len(stale))
    store.commit()
    return found.reading(events, len(stale))


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, some at a time."""
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def kept(store: Store, batch: Sequence[EventFiles]) -> list[Plain | None]:
    """What was kept of some events; None of one of which nothing was."""
    texts = store.some(INDEX, [files.key for files in batch])
    return decode_all([texts.get(files.key, b"null") for files in batch])


def holds(plain: Plain, files: EventFiles, examiner: Examiner, whole: str) -> str:
    """Whether what was kept of an event is what would be made now: "same", "touched" or "stale"."""
    known = plain["files"]
    sound = [named.sound for named in files.named]
    if list(known) != list(files.paths) or plain["sound"] != sound or not plain["lasting"]:
        return "stale"
    depends = plain["whole"] == whole or (
        examiner.reach is not None
        and not plain["problems"]
        and not plain["findings"]
        and plain["context"] == examiner.reach.key(plain["mentions"].split())
    )
    if not depends or (plain["media"] is not None and plain["media"] != examiner.media_key):
        return "stale"
    answer = "same"
    for named in files.named:
        digest, state = known[named.file.path]
        if state != named.file.state.hex():
            answer = "touched"
            raw = examiner.folder.read(named.file.path, EVENT.size)
            if isinstance(raw, Problem) or digest_of(raw) != digest:
                return "stale"
    return answer


def examined(examiner: Examiner, files: EventFiles) -> tuple[bytes, bytes, bytes]:
    """What is to be kept of an event: for the index, its story, and how it is exported."""
    found = examine(examiner, files)
    reach = examiner.reach
    plain = {
        "files": {path: [digest, None] for path, digest in found.digests.items()},
        "sound": [named.sound for named in files.named],
        "lasting": found.is_lasting and reach is not None,
        "whole": reach.whole if reach else "",
        "context": reach.key(found.mentions) if reach else "",
        "mentions": " ".join(found.mentions),
        "media": examiner.media_key if found.shows_media else None,
        "row": to_plain(found.row) if found.row else None,
        "problems": [plain_problem(problem) for problem in found.problems],
        "findings": [plain_problem(problem) for problem in found.findings],
    }
    made_from = found.row.digest if found.row else ""
    return encode(plain), encode([made_from, found.told]), encode([made_from, found.record])


def keep(store: Store, chosen: Iterable[tuple[EventFiles, Plain]], looked_ns: int) -> None:
    """Put events into the index, with the states that their files had when they were listed."""
    texts = []
    for files, plain in chosen:
        for named in files.named:
            if named.file.path in plain["files"]:
                state = named.file.state.hex() if is_settled(named.file.state, looked_ns) else None
                plain["files"][named.file.path][1] = state
        texts.append((files.key, encode(plain)))
    store.put(INDEX, texts)


class Found:
    """The events as far as they are known, in any order."""

    def __init__(self, wanted: frozenset[str] = frozenset()) -> None:
        self.wanted = wanted
        self.addresses: set[str] = set()
        self.rows: dict[str, Row] = {}
        self.digests: dict[str, str] = {}
        self.findings: dict[str, tuple[Problem, ...]] = {}
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def add(self, files: EventFiles, plain: Plain) -> None:
        """Take up what is known of an event."""
        for path, (digest, _) in plain["files"].items():
            self.digests[path] = digest
        if self.wanted:
            self.addresses |= self.wanted.intersection(plain["mentions"].split())
        if plain["row"]:
            self.rows[files.id] = from_plain(plain["row"])
            if plain["findings"]:
                self.findings[files.id] = tuple(map(problem_from, plain["findings"]))
        if plain["problems"]:
            self.problems += map(problem_from, plain["problems"])
            if files.id and any(problem[6] == Severity.ERROR for problem in plain["problems"]):
                self.broken.add(files.id)

    def reading(self, events: Iterable[EventFiles], examined: int) -> Reading:
        """All of it, the rows in the order of the files."""
        rows = {files.id: self.rows[files.id] for files in events if files.id in self.rows}
        problems = in_reading_order(self.problems)
        broken, addresses = frozenset(self.broken), frozenset(self.addresses)
        return Reading(rows, self.digests, problems, self.findings, broken, examined, addresses)
