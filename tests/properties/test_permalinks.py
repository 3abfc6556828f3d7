"""Over a random history of a site no published address dies or comes to mean another event.

After each step everything that was ever published is the event's page, a page that leads there or a
tombstone; no page leads to one that leads on; and an event has one name in Atom, JSON Feed and iCalendar
for ever. What would break that is refused with the line to write, and writing that line makes it pass.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest

from dateline import ledger
from dateline import timeline as timeline_module
from dateline.checking import check
from dateline.output import Output
from dateline.pipeline import build, theme_of
from dateline.planning import plan
from dateline.problems import Problem
from dateline.rows import Row
from dateline.theme import Theme
from dateline.timeline import Timeline
from tests.lineage import Happening, Lineage
from tests.samples import run
from tests.torture import Tell, rounds

STEPS = rounds(40, 500)
FEWEST, MOST = 6, 25
"""Between so many events are there: the histories of few are longer."""
ATOM = "{http://www.w3.org/2005/Atom}"
EXPECTED = {"dead-address", "address-reuse", "feed-name", "id-reuse"}

Mend = Callable[[str], None]
Left = tuple[str, str, Mend] | None


@dataclass
class History:
    """A site with its ledger, the names that readers know its events by, and what was tried how often."""

    site: Lineage
    names: dict[int, str] = field(default_factory=dict)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    tried: Counter[str] = field(default_factory=Counter)
    theme: Theme | None = None
    deck: list[Callable[[Lineage], Left]] = field(default_factory=list)

    def way(self) -> Callable[[Lineage], Left]:
        """How the site changes next: each way once, in any order, before any is taken again."""
        few, many = len(self.site.shown()) < FEWEST, len(self.site.shown()) > MOST
        if few:
            return adds
        if not self.deck:
            self.deck = [way for way in WAYS if not (many and way is adds)]
            self.site.chance.shuffle(self.deck)
        return self.deck.pop()

    def refused(self) -> dict[str, list[str]]:
        """The codes of the errors that a check finds, each with what it says to do."""
        self.site.write()
        found: dict[str, list[str]] = {}
        for one in check(self.site.folder).problems:
            if one.severity.value == "error":
                found.setdefault(one.code.name, []).append(f"{one.message}: {one.hint}")
        return found

    def publish(self) -> None:
        """Check, keep the ledger as the command does, and see that every promise holds."""
        self.site.write()
        checked = check(self.site.folder)
        assert not checked.has_errors, checked.problems
        assert checked.timeline
        timeline = checked.timeline
        known = ledger.ledger_of(self.site.folder)
        before = known.addresses if isinstance(known, ledger.Ledger) else {}
        text = ledger.written(ledger.renewed(before, timeline))
        (self.site.folder / ledger.NAME).write_text(text, "utf-8")
        self.site.published()
        self.holds(timeline)

    def holds(self, timeline: Timeline) -> None:
        """Every address that was ever published, and every name in a feed."""
        self.theme = self.theme or theme_of(timeline, self.site.folder, None, None, search=False)
        outputs = {one.path: one for one in plan(timeline, self.site.folder, self.theme)}
        for ident in self.site.ever:
            target = self.site.where(ident)
            page = self.page(outputs[f"events/{ident}.html"])
            if ident != target.id:
                assert f'content="0; url={target.id}.html"' in page, (ident, target.id)
            else:
                assert 'http-equiv="refresh"' not in page, ident
                assert ("It was a drill." in page) == target.withdrawn, ident
        shown = {one.id: one.name for one in self.site.shown() if not one.withdrawn}
        for name in named(outputs):
            assert name.keys() <= shown.keys()
            for ident, called in name.items():
                assert self.names.setdefault(shown[ident], called) == called, ident
        assert len(set(self.names.values())) == len(self.names)

    def page(self, output: Output) -> str:
        """A page as it is published; one that would be the same bytes is not made again."""
        place = (output.path, output.key)
        if place not in self.seen:
            self.seen[place] = output.render().decode()
        return self.seen[place]


def named(outputs: dict[str, Output]) -> Iterator[dict[str, str]]:
    """What each feed and the calendar call each event, by the id in its address."""
    feed = ET.fromstring(outputs["feed.xml"].render())  # noqa: S314  # our own output
    links = {item.findtext(f"{ATOM}id"): item.find(f"{ATOM}link") for item in feed.iter(f"{ATOM}entry")}
    yield {ident_in(link.get("href", "")): name or "" for name, link in links.items() if link is not None}
    items = json.loads(outputs["feed.json"].render())["items"]
    yield {ident_in(item["url"]): item["id"] for item in items}
    calendar = outputs["calendar.ics"].render().decode().replace("\r\n ", "")
    yield {
        ident_in(address): name
        for name, address in re.findall(r"UID:(\S+)\r\n(?:(?!UID:).*\r\n)*?URL:(\S+)", calendar)
    }


def ident_in(address: str) -> str:
    """The id in an event's address."""
    return address.rpartition("/")[2].removesuffix(".html")


# Each way to change a site returns, where it left something out that must be there, the code of what a check
# will say, what its help must name, and how the line that it gives is written.


def adds(site: Lineage) -> None:
    site.add()


def retitles(site: Lineage) -> None:
    one = site.chance.choice(site.shown())
    one.title, one.day = f"{one.title[:60]} again", site.chance.randint(1, 31)


def renames_an_actor(site: Lineage) -> None:
    site.actor = "town-council" if site.actor == "council" else "council"


def renames(site: Lineage) -> Left:
    one = site.chance.choice(site.shown())
    old = site.move(one, site.new_id())
    if old in one.former:
        return None
    if site.chance.random() < 0.5:
        one.former.append(old)
        return None
    return "dead-address", f"former_ids: [{old}]", lambda _: one.former.append(old)


def renames_twice(site: Lineage) -> None:
    one = site.chance.choice(site.shown())
    for _ in range(2):
        old = site.move(one, site.new_id())
        one.former += [old] if old not in one.former else []


def takes_a_renaming_back(site: Lineage) -> Left:
    renamed = [one for one in site.shown() if one.former and one.former[-1] not in site.events]
    if not renamed:
        return None
    one = site.chance.choice(renamed)
    first = one.former[0]
    old = site.move(one, one.former[-1])
    one.former = [*(former for former in one.former if former not in (one.id, old)), old]
    wanted = [first, *(former for former in one.former if former != first)]
    if site.chance.random() < 0.5 or one.former == wanted:
        one.former = wanted
        return None
    return "feed-name", "former_ids: [", lambda hint: set_former(one, hint)


def merges(site: Lineage) -> Left:
    one, other = site.chance.sample(site.shown(), 2)
    if one.withdrawn or other.withdrawn:
        return None
    gone = site.take_in(one, other)
    if site.chance.random() < 0.5:
        one.replaces += gone
        return None
    named_first = f"relations: {{replaces: {gone[0]}}}"
    return "dead-address", named_first, lambda _: one.replaces.extend(gone)


def merges_and_leaves_the_file(site: Lineage) -> None:
    one, other = site.chance.sample(site.shown(), 2)
    if one.withdrawn or other.withdrawn:
        return
    site.take_in(one, other)
    site.events[other.id] = other
    other.merged = True
    one.replaces.append(other.id)


def merges_by_the_wrong_key(site: Lineage) -> Left:
    one, other = site.chance.sample(site.shown(), 2)
    if one.withdrawn or other.withdrawn or one.former or other.former or other.replaces:
        return None
    one.former = site.take_in(one, other)
    return "feed-name", f"former_ids: [{one.id}, {other.id}]", lambda hint: set_former(one, hint)


def forgets_a_merger(site: Lineage) -> Left:
    merged = [one for one in site.shown() if one.replaces and one.replaces[-1] not in site.events]
    if not merged:
        return None
    one = site.chance.choice(merged)
    lost = one.replaces.pop()
    return "dead-address", f"replaces: {lost}", lambda _: one.replaces.append(lost)


def withdraws(site: Lineage) -> None:
    site.chance.choice(site.shown()).withdrawn = True


def brings_back(site: Lineage) -> None:
    for one in site.shown():
        one.withdrawn = False


def deletes(site: Lineage) -> tuple[str, str, Mend]:
    one = site.chance.choice(site.shown())
    del site.events[one.id]

    def mend(_: str) -> None:
        one.withdrawn = True
        site.events[one.id] = one

    return "dead-address", "status: withdrawn", mend


def hides(site: Lineage) -> Left:
    one = site.chance.choice(site.shown())
    if one.withdrawn:
        return None
    one.draft = True

    def mend(_: str) -> None:
        one.draft, one.withdrawn = False, True

    return "dead-address", "status: withdrawn", mend


def reuses_an_id(site: Lineage) -> Left:
    if not site.given_up():
        return None
    ident = site.chance.choice(site.given_up())
    taken_in = any(ident in one.replaces for one in site.events.values())
    site.made += 1
    one = site.add(ident)
    if taken_in:  # so it is the entry that was merged, and its page leads on as before
        one.merged = True
        return None

    def mend(_: str) -> None:
        site.move(one, site.new_id())

    return "", "", mend  # by the ledger or by the event that has it: either refuses it


def shuffles_former_ids(site: Lineage) -> Left:
    renamed = [one for one in site.shown() if len(set(one.former) - {one.id}) > 1]
    if not renamed:
        return None
    one = site.chance.choice(renamed)
    one.former = [former for former in (*one.former[1:], one.former[0]) if former != one.id]
    return "feed-name", "former_ids: [", lambda hint: set_former(one, hint)


def set_former(one: Happening, hint: str) -> None:
    """Write the line that a check gives, and not another."""
    found = re.search(r"write former_ids: \[(.*?)\];", hint)
    assert found, hint
    one.former = found[1].split(", ")


WAYS = [
    *(adds, retitles, renames_an_actor, renames, renames, renames_twice, takes_a_renaming_back, merges),
    *(merges_and_leaves_the_file, merges_by_the_wrong_key, forgets_a_merger, withdraws, brings_back),
    *(deletes, hides, reuses_an_id, reuses_an_id, shuffles_former_ids),
]


def step(history: History) -> None:
    """Change the site in one way; what must not be is refused, and the line that is given mends it."""
    site = history.site
    way = history.way()
    left_out = way(site)
    history.tried[way.__name__] += 1
    if left_out:
        code, words, mend = left_out
        found = history.refused()
        assert found, way.__name__
        assert found.keys() <= EXPECTED, (way.__name__, found)
        hints = found[code] if code else [one for held in found.values() for one in held]
        assert any(words in hint for hint in hints), (way.__name__, words, found)
        mend(hints[0])
        history.tried["refused, and mended as told"] += 1
    history.publish()


def after(steps: int, folder: Path, seed: int = 7) -> History:
    """The history of a site after so many steps; each seed is one history."""
    history = History(Lineage(folder, Random(seed)))  # noqa: S311  # the same history each time
    for _ in range(steps):
        step(history)
    return history


@pytest.mark.torture
def test_no_address_dies_in_a_random_history(tmp_path: Path, figure: Tell) -> None:
    history = after(STEPS, tmp_path / "site")

    assert run("ledger", "--check", "--source", history.site.folder) == 0
    assert build(history.site.folder, tmp_path / "output", search=False).written
    there = {path.stem for path in (tmp_path / "output/events").glob("*.html")}
    assert there >= history.site.ever.keys()
    assert history.tried["refused, and mended as told"] > STEPS / 8
    figure(
        "R6",
        f"{STEPS} renamings, mergers, withdrawals, deletions and re-used ids, "
        f"{history.tried['refused, and mended as told']} of them wrong at first",
        f"{len(history.site.ever)} addresses, none dead; {len(history.names)} names in feeds, none changed; "
        "every wrong step refused and mended with the line given",
    )


def of_now(row: Row) -> str:
    return row.id


def one_step(rows: Mapping[str, Row]) -> dict[str, str]:
    """Where former ids lead, without a look at what became of the event that they lead to."""
    return {former: row.id for row in rows.values() for former in row.former_ids if former not in rows}


def nothing(*_: object) -> Iterator[Problem]:
    yield from ()


@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        (Row, "first_id", property(of_now)),
        (timeline_module, "redirected", one_step),
        (ledger, "changed_names", nothing),
        (ledger, "broken_promises", nothing),
    ],
    ids=["a name that follows the id", "mergers that lead nowhere", "names unguarded", "ledger unread"],
)
def test_a_planted_fault_is_noticed(
    where: object, name: str, fault: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, fault)
    with pytest.raises((AssertionError, KeyError)):
        after(STEPS, tmp_path / "site")
