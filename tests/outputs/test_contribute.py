"""The page for contributors asks, offers what is known, and says how it is done by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.checking import check
from dateline.outputs import contribute
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of
from tests.samples import site_of

HERE = {"repository": "https://github.com/someone/timeline"}
ELSEWHERE = {"repository": "https://codeberg.org/a/b"}
CONTROLS = ("input", "select", "textarea")


def page(**site: Any) -> str:
    """The page of a site with these settings."""
    return planned(contribute, timeline_of(site=site))["contribute.html"].decode()


def known(**records: Any) -> dict[str, Any]:
    """What is offered in a site with these records."""
    found = json.loads(planned(contribute, timeline_of(**records))["contribute/known.json"])
    assert isinstance(found, dict)
    return found


def test_a_control_says_what_it_is_for_and_has_no_name_that_an_address_could_hold() -> None:
    html = page(**HERE)

    assert '<label for="f-title">Title</label>' in html
    assert 'aria-describedby="h-title e-title"' in html
    assert "A neutral headline; a single party's account names that party." in html
    assert "<form" in html
    controls = [tag for tag in html[html.index("<main") :].split("<") if tag.startswith(CONTROLS)]
    assert len(controls) > 15
    assert not [tag for tag in controls if " name=" in tag]


@pytest.mark.parametrize(
    ("site", "leads"), [(HERE, True), (ELSEWHERE, False), ({"contact": "mailto:a@example.org"}, False)]
)
def test_only_github_is_opened(site: dict[str, str], leads: bool) -> None:  # noqa: FBT001  # a table
    html = page(**site)

    assert ('href="https://github.com/someone/timeline/new/main"' in html) == leads
    assert ("GitHub" in main_text(html.encode())) == leads


def test_the_policy_is_that_of_every_page() -> None:
    assert "script-src 'self'; style-src 'self'" in page(**HERE)
    assert '<meta name="referrer" content="no-referrer">' in page(**HERE)


def test_what_most_events_have_is_offered_first() -> None:
    found = known(
        events={"a": {"place": "quay", "tags": ["wall"]}, "b": {"place": "quay", "tags": ["wall", "fire"]}},
        places={
            "mill": {"name": "The mill", "part_of": "land"},
            "quay": {"part_of": "town", "lat": "1.5", "lon": "2", "uncertainty_m": "10"},
            "town": {},
            "land": {"precision": "country"},
        },
        sources={"wire": {"title": "A wire"}},
    )

    assert found["places"]["known"] == [
        ["quay", "quay", "town", False, 1.5, 2.0],
        ["town", "town", None, True, None, None],
        ["land", "land", None, True, None, None],
        ["mill", "The mill", "land", True, None, None],
    ]
    assert found["sources"] == {"known": [["wire", "A wire"]], "more": 0}
    assert [tag for tag, _ in found["tags"]["known"]] == ["wall", "fire"]


def test_a_blurred_place_is_offered_where_it_is_published(tmp_path: Path) -> None:
    house = "house: {name: A house, lat: 35.123456, lon: 40.123456, uncertainty_m: 10, blur_m: 5000}\n"
    timeline = check(site_of(tmp_path, {"places.yaml": house})).timeline
    assert timeline is not None
    text = planned(contribute, timeline)["contribute/known.json"].decode()

    assert '"A house"' in text
    assert "123456" not in text


def test_what_is_offered_is_bounded_and_says_how_much_is_left_out() -> None:
    many = {f"a{number:05}": {"name": f"A person of some renown, {number}"} for number in range(10_000)}
    found = known(actors=many)["actors"]

    assert found["more"] == 10_000 - len(found["known"]) > 0
    assert len(json.dumps(found)) < 80_000


def test_the_text_to_copy_is_a_file_of_the_examples() -> None:
    html = page(**HERE)

    assert "title: Power returns\ndate: 2022-01-05\n" in html
    assert "content/events/2022/2022-01-05-power-returns.yaml" in html
