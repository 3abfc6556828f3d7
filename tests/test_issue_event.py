"""An issue becomes an event of its site, or everything that is to be mended in it is told at once."""

import json
from pathlib import Path

import pytest

from dateline.checking import check
from dateline.issue_event import LARGEST, Turned, turned
from dateline.issue_payload import issue_in
from dateline.issue_reply import refusal, request, thanks
from tests.samples import EVENT, site_of

PAYLOADS = Path(__file__).parent / "payloads"
VOCABULARIES = """\
title: A timeline
knowledge_date: 2022-01-31
vocabularies:
  type: {shelling: "Shells, rockets or artillery", statement: Statement or release}
  role: {attacker: Attacker, speaker: Speaker}
"""
PLACES = "green-village: {name: Green Village, lat: 35.1, lon: 40.5, uncertainty_m: 10000}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with words and a place of its own."""
    files = {"site.yaml": VOCABULARIES, "places.yaml": PLACES, "events/2022/fire.yaml": EVENT}
    return site_of(tmp_path / "site", files)


def result(site: Path, name: str, **other: str) -> Turned:
    """What comes of a payload, some words in its body replaced."""
    payload = json.loads((PAYLOADS / f"{name}.json").read_bytes())
    for before, after in other.items():
        assert before in payload["issue"]["body"]
        payload["issue"]["body"] = payload["issue"]["body"].replace(before, after)
    checked = check(site, drafts=True)
    assert checked.timeline is not None
    return turned(issue_in(json.dumps(payload).encode()), site, checked, checked.timeline)


def test_both_shapes_give_the_same_event(site: Path) -> None:
    one, two = result(site, "labeled"), result(site, "issue")

    assert one == two
    assert one.event is not None
    assert one.event.path == "content/events/2022/2022-01-05-power-returns-to-aldea-after-the-storm.yaml"
    assert one.event.text.startswith("title: Power returns to Aldea after the storm\ndate: 2022-01-05\n")


def test_an_editor_finds_the_schema_from_whichever_folder_the_event_is_in(site: Path) -> None:
    (site / "docs/schema").mkdir(parents=True)
    (site / "docs/schema/event.json").write_text("{}")
    for day, ways in (("2022-01-05", 3), ("196X", 2)):
        found = result(site, "labeled", **{"2022-01-05": day}).event
        assert found is not None

        first = found.text.splitlines()[0]
        assert first == f"# yaml-language-server: $schema={'../' * ways}docs/schema/event.json"
        assert (site / found.path).parent.joinpath("../" * ways).resolve() == site.resolve()


def test_an_id_that_another_event_has_gets_a_number(site: Path) -> None:
    first = result(site, "labeled").event
    assert first is not None
    (site / first.path).write_text(first.text)
    second = result(site, "labeled").event
    assert second is not None

    assert second.id == f"{first.id}-2"


def test_everything_that_is_wrong_is_told_at_once_by_the_label_of_its_question(site: Path) -> None:
    found = result(site, "faulty")

    assert found.event is None
    assert {remark.label for remark in found.remarks} == {"Date", "Sources", "Place", "Type", "Actors"}
    hints = {remark.label: remark.hint for remark in found.remarks}
    assert hints["Place"].startswith("did you mean green-village?")
    assert hints["Type"].startswith("did you mean Shells, rockets or artillery?")
    assert hints["Actors"].startswith("did you mean attacker?")


def test_what_to_do_is_said_in_the_words_of_the_form(site: Path) -> None:
    found = result(site, "labeled", **{"(speaker), according to AFP": "(attacker)"})
    hints = {remark.label: remark.hint for remark in found.remarks}

    assert found.event is not None
    assert hints["Actors"] == "write behind the name who says so: Name (part), according to Speaker"


def test_what_is_no_form_of_an_event_gives_none_even_under_its_label(site: Path) -> None:
    for name in ("correction", "broken-link"):
        assert result(site, name).event is None
        payload = json.loads((PAYLOADS / f"{name}.json").read_bytes())
        payload["issue"]["labels"] = [{"name": "event"}, {"name": "make-event"}]
        checked = check(site, drafts=True)
        assert checked.timeline is not None
        found = turned(issue_in(json.dumps(payload).encode()), site, checked, checked.timeline)

        assert found.event is None
        assert "Edit" not in refusal(found.remarks)


def test_an_event_too_large_to_be_handed_on_is_none(site: Path) -> None:
    found = result(site, "labeled", **{"It gave no cause.": "\u0642 \U0001f600\n" * 15_000})

    assert found.event is None
    assert any(f"the limit is {LARGEST:,}" in remark.message for remark in found.remarks)


def test_nothing_that_was_typed_leaves_its_code_span(site: Path) -> None:
    faulty, hostile = result(site, "faulty"), result(site, "hostile")
    assert hostile.event is not None
    texts = [refusal(faulty.remarks), thanks(hostile.event, hostile.remarks)]
    texts.append(request(13, hostile.event, hostile.remarks))

    assert "- **Date**: `` in '05/01/2022 @octocat `x` <b>', '05' is a year of two digits ``\n" in texts[0]
    for text in texts:
        lines = [line for line in text.splitlines() if "@octocat" in line or "<b>" in line]
        assert all(line.lstrip().startswith(("- `", "- **")) for line in lines)
        assert len(text.encode()) < 20_000
    assert "Closes #1," not in texts[2]
    assert texts[2].endswith("Closes #13.\n")
