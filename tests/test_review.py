"""A review tells what a change does, and of what it brings that a reviewer decides on."""

from pathlib import Path

from dateline.checking import Checked, check
from dateline.difference import Fate
from dateline.ledger import Ledger, parse
from dateline.review import MOST_CARDS, Review, reviewed
from tests.samples import EVENT, site_of

SHELLING = f"{EVENT}type: shelling\nplace: Market of Aldea\n"
SITE = "title: A timeline\nknowledge_date: 2022-01-31\nvocabularies: {type: {shelling: Shelling}}\n"


def checked(folder: Path, events: dict[str, str]) -> Checked:
    """A site of some events."""
    return check(
        site_of(folder, {"site.yaml": SITE, **{f"events/{ident}.yaml": events[ident] for ident in events}})
    )


def review(
    folder: Path, before: dict[str, str], after: dict[str, str], ledger: Ledger | None = None
) -> Review:
    """The review of a change from some events to others."""
    return reviewed(checked(folder / "base", before), checked(folder / "head", after), ledger, ())


def concerns(found: Review) -> list[tuple[str, str]]:
    """The codes and messages of what a reviewer decides on."""
    return [(one.code.name, one.message) for one in found.concerns]


def test_a_probable_duplicate_is_told_when_it_is_new(tmp_path: Path) -> None:
    both = {"a": SHELLING, "b": SHELLING}

    (told,) = concerns(review(tmp_path / "one", {"a": SHELLING}, both))
    assert told == (
        "likely-duplicate",
        "this may be the same event as 'a': same type, about the same day and place",
    )
    assert concerns(review(tmp_path / "two", both, {**both, "c": EVENT})) == []


def test_a_confirmation_that_rests_on_one_root_is_told(tmp_path: Path) -> None:
    found = review(tmp_path, {"a": EVENT}, {"a": f"{EVENT}verification: confirmed\n"})

    assert [name for name, _ in concerns(found)] == ["one-root"]


def test_an_address_that_dies_is_told_without_a_ledger_too(tmp_path: Path) -> None:
    found = review(tmp_path, {"a": EVENT, "b": EVENT}, {"b": EVENT})

    assert [name for name, _ in concerns(found)] == ["dead-address"]


def test_an_address_of_the_ledger_counts_once(tmp_path: Path) -> None:
    found = review(tmp_path, {"b": EVENT}, {"b": EVENT}, parse("a\nb\n"))

    assert [name for name, _ in concerns(found)] == ["dead-address"]
    assert found.concerns[0].line == 1


def test_an_event_with_an_error_is_not_said_to_be_dead(tmp_path: Path) -> None:
    found = review(tmp_path, {"a": EVENT}, {"a": "title: x\n"})

    assert found.concerns == ()
    assert found.errors == 2
    assert [change.fate for change in found.difference.events] == [Fate.HIDDEN]


def test_so_many_events_are_drawn_and_the_rest_counted(tmp_path: Path) -> None:
    found = review(tmp_path, {}, {f"e{number}": EVENT for number in range(MOST_CARDS + 2)})

    assert (len(found.cards), found.undrawn) == (MOST_CARDS, 2)
    assert found.cards[0].lines[0] == "title: Power returns"


def test_without_a_timeline_there_is_nothing_to_compare(tmp_path: Path) -> None:
    sound = checked(tmp_path / "a", {"a": EVENT})
    broken = check(site_of(tmp_path / "b", {"site.yaml": "titel: x\n"}))

    found = reviewed(sound, broken, None, ("Makefile",))
    assert (found.comparable, found.errors, found.beside) == (False, 1, ("Makefile",))
    assert found.difference.is_empty
