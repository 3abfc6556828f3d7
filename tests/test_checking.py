"""A whole site is checked in one run: every fault of every file, and a timeline of what is sound."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.checking import Checked, check
from dateline.load import ChangedMeanwhile
from tests.samples import EVENT, problems_of, site_of

NOON = datetime(2022, 1, 10, 12, tzinfo=UTC)
RELATED = EVENT + "relations:\n  similar_to: other\n"


def faults_of(checked: Checked) -> list[tuple[str, int, int, str]]:
    """What is wrong: file, line, column and the name of the code."""
    return [
        (one.path.removeprefix("content/"), one.line, one.column, one.code.name) for one in checked.problems
    ]


def ids(checked: Checked) -> list[str]:
    """The ids of the events that are there."""
    assert checked.timeline is not None
    return list(checked.timeline.by_id)


def test_a_sound_site_has_a_timeline_and_no_problem(tmp_path: Path) -> None:
    found = check(site_of(tmp_path, {"events/fire.yaml": EVENT, "events/2022/flood.yaml": EVENT}))

    assert found.problems == ()
    assert ids(found) == ["fire", "flood"]
    assert (found.examined, found.events, found.has_errors) == (2, 2, False)


def test_a_bad_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "events/bad": b"",
        "events/bad.yaml": "title: a: b\n",
        "events/fire.yaml": EVENT,
        "pages/x.md": b"caf\xe9\n",
    }
    found = check(site_of(tmp_path, files))

    assert faults_of(found) == [
        ("events/bad", 1, 1, "stray-file"),
        ("events/bad.yaml", 1, 9, "yaml-syntax"),
        ("pages/x.md", 1, 4, "encoding"),
    ]
    assert ids(found) == ["fire"]


def test_a_file_under_a_wrong_name_is_checked_but_not_used(tmp_path: Path) -> None:
    files = {"events/Bad.yaml": "title: a: b\n", "events/Good.yaml": EVENT, "events/fire.yaml": EVENT}
    found = check(site_of(tmp_path, files))

    assert faults_of(found) == [
        ("events/Bad.yaml", 1, 1, "file-name"),
        ("events/Bad.yaml", 1, 9, "yaml-syntax"),
        ("events/Good.yaml", 1, 1, "file-name"),
    ]
    assert ids(found) == ["fire"]


def test_warnings_of_documents_are_among_the_problems(tmp_path: Path) -> None:
    found = check(site_of(tmp_path, {"events/x.yaml": EVENT.replace("Power returns", "“Fire”")}))

    assert faults_of(found) == [("events/x.yaml", 1, 8, "smart-quotes")]
    assert ids(found) == ["x"]


@pytest.mark.parametrize("size", [300_000, 5_000_000])
def test_an_event_is_smaller_than_a_registry_may_be(tmp_path: Path, size: int) -> None:
    files = {
        "events/big.yaml": EVENT + "notes: |\n" + "  x\n" * (size // 4),
        "sources.yaml": "a: {title: x}\n" + "# x\n" * 100_000,
    }
    found = check(site_of(tmp_path, files))

    assert faults_of(found) == [("events/big.yaml", 1, 1, "file-too-big")]
    assert found.timeline is not None
    assert list(found.timeline.registry.sources) == ["a"]


def test_a_bad_event_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    files = {"events/a.yaml": EVENT, "events/b.yaml": "title: B\n", "places.yaml": "kobani: {}\n"}
    found = check(site_of(tmp_path, files))

    assert [path for path, *_ in faults_of(found)] == ["events/b.yaml", "events/b.yaml", "places.yaml"]
    assert ids(found) == ["a"]


def test_a_site_without_settings_still_has_its_events_checked(tmp_path: Path) -> None:
    found = check(site_of(tmp_path, {"site.yaml": "tagline: x\n", "events/b.yaml": "title: B\n"}))

    assert found.timeline is None
    assert {path for path, *_ in faults_of(found)} == {"site.yaml", "events/b.yaml"}


def test_faults_of_fields_and_of_references_are_told_in_one_run(tmp_path: Path) -> None:
    event = "titel: Power returns\ndate: 2022-01-05\nsources: [https://example.org/a]\nplace: nowhere\n"

    found = {problem.code.name for problem in problems_of(tmp_path, {"events/a.yaml": event})}

    assert found == {"unknown-key", "unresolved-id"}


def test_a_fault_in_claims_raises_no_false_alarm_about_who_says_so(tmp_path: Path) -> None:
    event = (
        "title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/a]\n"
        "claims:\n  - {id: said, by: A man, about: nothing, text: Yes.}\n"
        "damage:\n  - {text: A roof, according_to: said}\n"
    )

    found = {problem.code.name for problem in problems_of(tmp_path, {"events/a.yaml": event})}

    assert found == {"vocabulary"}


def test_what_a_rule_finds_between_events_or_in_a_registry_has_its_line(tmp_path: Path) -> None:
    files = {
        "events/a.yaml": EVENT + "relations:\n  follows: b\n",
        "events/b.yaml": "# first\n" + EVENT + "relations:\n  follows: a\n",
        "sources.yaml": "wire:\n  title: Wire\n  via: gone\n",
    }

    found = {(path, line, name) for path, line, _, name in faults_of(check(site_of(tmp_path, files)))}

    assert ("events/a.yaml", 5, "relation-cycle") in found or ("events/b.yaml", 6, "relation-cycle") in found
    assert ("sources.yaml", 3, "unresolved-id") in found


@pytest.mark.parametrize(
    "other",
    [
        {"events/other.yaml": "title: a: b\n"},
        {"events/other.yaml": "title: B\n"},
        {"events/other.yaml": EVENT + "status: draft\n"},
        {"events/other.yaml": EVENT + "embargo_until: 2022-01-10T12:00:01Z\n"},
        {"events/2022/other.yaml": b"\xff"},
    ],
)
def test_a_link_to_what_is_there_and_not_shown_is_no_fault_of_its_own(
    tmp_path: Path, other: dict[str, str | bytes]
) -> None:
    found = check(site_of(tmp_path, {"events/fire.yaml": RELATED, **other}), now=NOON)

    assert "unresolved-id" not in {name for *_, name in faults_of(found)}
    assert ids(found) == ["fire"]


def test_a_link_to_an_event_whose_file_cannot_be_used_is_no_fault_of_its_own(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/fire.yaml": RELATED})
    (site / "content/events/other.yaml").symlink_to("/etc/passwd")

    assert faults_of(check(site)) == [("events/other.yaml", 1, 1, "symlink")]


def test_a_link_to_nothing_is_a_fault(tmp_path: Path) -> None:
    found = check(site_of(tmp_path, {"events/fire.yaml": RELATED}))

    assert faults_of(found) == [("events/fire.yaml", 5, 15, "unresolved-id")]


def test_what_a_rule_finds_in_an_event_that_is_not_shown_is_not_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/fire.yaml": EVENT + "status: draft\nplace: nowhere\n"})

    assert faults_of(check(site)) == []
    assert faults_of(check(site, drafts=True)) == [("events/fire.yaml", 5, 8, "unresolved-id")]


def test_stories_are_told_after_a_check_by_itself(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/fire.yaml": EVENT + "body: Long **ago**.\n"})
    timeline = check(site).timeline
    assert timeline is not None

    assert timeline.story(timeline.by_id["fire"]).body == "<p>Long <strong>ago</strong>.</p>"


def test_no_story_is_told_of_a_file_that_changed_meanwhile(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/fire.yaml": EVENT})
    timeline = check(site).timeline
    assert timeline is not None
    site_of(tmp_path, {"events/fire.yaml": EVENT.replace("returns", "is back")})

    with pytest.raises(ChangedMeanwhile):
        timeline.story(timeline.by_id["fire"])


def test_a_check_says_until_when_it_holds_by_the_clock(tmp_path: Path) -> None:
    ends = {
        "over": "2022-01-10T12:00:00Z",
        "soon": "2022-01-10T16:00:00+03:00",
        "late": "2022-02-01T00:00:00Z",
    }
    files = {f"events/{name}.yaml": EVENT + f"embargo_until: {end}\n" for name, end in ends.items()}
    files["events/draft.yaml"] = EVENT + "status: draft\nembargo_until: 2022-01-01T00:00:00Z\n"

    found = check(site_of(tmp_path, files), now=NOON)

    assert ids(found) == ["over"]
    assert found.until is not None
    assert datetime.fromisoformat(found.until) == datetime.fromisoformat(ends["soon"])
    assert check(site_of(tmp_path, {}), now=datetime(2022, 3, 1, tzinfo=UTC)).until is None


def test_an_address_of_which_something_is_known_is_that_of_a_source(tmp_path: Path) -> None:
    files = {
        "events/fire.yaml": EVENT,
        "sources.yaml": "wire:\n  title: W\n  url: https://example.org/wire\n  archive_url: null\n",
        "links.yaml": "".join(
            f"https://example.org/{name}:\n  state: gone\n  checked: 2026-11-23\n"
            for name in ("report", "wire", "mistyped")
        ),
    }

    assert [(one.code.name, one.path, one.line) for one in problems_of(tmp_path, files)] == [
        ("stray-link", "content/links.yaml", 7)
    ]
