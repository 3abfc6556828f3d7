"""The first timeline says what its story supports, and no more."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from dateline.checking import check
from dateline.problems import Problem, Severity

EVENTS = [
    "2020-01-03-soleimani-killing",
    "2022-01-03-soleimani-commemorations",
    "2022-01-03-baghdad-airport-drones",
    "2022-01-03-coalition-attacks-series",
    "2022-01-04-green-village-foiled-rockets",
    "2022-01-04-western-iraq-air-base-drones",
    "2022-01-05-al-omar-shelling",
    "2022-01-05-green-village-attack",
    "2022-01-05-coalition-artillery-reply",
    "2022-01-05-coalition-statement",
]


def text(site: Path, path: str) -> str:
    """What a reader reads on a page, tags and line ends gone."""
    html = (site / path).read_text()
    body = html[html.index("<main") : html.index("</main>")]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
    return re.sub(r" ([,.;])", r"\1", words)


def event(site: Path, ident: str) -> str:
    return text(site, f"events/{ident}.html")


def test_check_finds_nothing_in_the_story_and_no_error_anywhere(repository: Path) -> None:
    found: tuple[Problem, ...] = check(repository).problems

    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    assert [problem for problem in found if Path(problem.path).stem in EVENTS] == []


def test_the_ten_events_of_the_story_are_there(site: Path) -> None:
    whole = json.loads((site / "timeline.json").read_text())

    assert set(EVENTS) <= {one["id"] for one in whole["events"]}


def test_the_air_base_is_named_nowhere(site: Path) -> None:
    for file in site.rglob("*"):
        if file.is_file():
            content = file.read_bytes().decode("utf-8", "replace").casefold()
            assert not re.search(r"a[iy]n[- ]al[- ]asad|al[- ]asad air", content), file


def test_eight_fired_several_inside_and_three_landed_stay_apart(site: Path) -> None:
    attack = event(site, "2022-01-05-green-village-attack")
    shelling = event(site, "2022-01-05-al-omar-shelling")

    assert "Rounds fired 8 rounds according to US-led coalition" in attack
    assert "Rounds inside base several rounds according to US-led coalition" in attack
    assert "Shells landed at least 3 shells according to Syrian Observatory for Human Rights" in shelling
    for page in (attack, shelling):
        assert not re.search(r"(?<!How many of the )(eight|8) (rounds|shells) (hit|landed|struck)", page)


def test_no_casualties_no_report_and_silence_are_three_things(site: Path) -> None:
    attack = event(site, "2022-01-05-green-village-attack")
    shelling = event(site, "2022-01-05-al-omar-shelling")
    reply = event(site, "2022-01-05-coalition-artillery-reply")

    assert "Killed or injured none according to US-led coalition" in attack
    assert "Killed or injured none according to Syrian Observatory for Human Rights" in shelling
    assert "Killed or injured no report so far according to Agence France-Presse" in shelling
    assert " Casualties " not in reply
    assert "whether anyone, civilians included, was hurt" in reply


def test_the_coalition_did_not_deny_the_shelling(site: Path) -> None:
    shelling = event(site, "2022-01-05-al-omar-shelling")

    assert "denies" not in shelling
    assert "does not confirm it" in shelling
    assert "Not a denial" in shelling


def test_the_two_accounts_of_the_shelling_stand_side_by_side(site: Path) -> None:
    html = (site / "events/2022-01-05-al-omar-shelling.html").read_text()

    assert html.count("question-several") == 1
    assert "We do not choose between them." in html


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("2022-01-04-green-village-foiled-rockets", "possibly 4 January 2022"),
        ("2022-01-05-al-omar-shelling", "possibly 5 January 2022"),
        ("2022-01-03-soleimani-commemorations", "about 3 January 2022"),
        ("2022-01-03-coalition-attacks-series", "from 3 to 5 January 2022"),
        ("2022-01-05-green-village-attack", "5 January 2022, in the morning"),
        ("2020-01-03-soleimani-killing", "3 January 2020"),
    ],
)
def test_dates_are_as_exact_as_the_story(site: Path, ident: str, words: str) -> None:
    assert words in event(site, ident)


def test_no_page_turns_the_attackers_into_a_fact(site: Path) -> None:
    for ident in EVENTS:
        page = event(site, ident)
        for match in re.finditer(
            r"(Iran-backed groups|Pro-Iran militia fighters) \(not identified\) Attacker", page
        ):
            assert page[match.end() :].lstrip().startswith("according to"), ident


def test_titles_of_one_sided_accounts_name_their_side(site: Path) -> None:
    titles = {
        "2022-01-05-green-village-attack": "coalition says",
        "2022-01-04-green-village-foiled-rockets": "Coalition says",
        "2022-01-04-western-iraq-air-base-drones": "coalition official says",
        "2022-01-05-al-omar-shelling": "Observatory reports",
        "2022-01-05-coalition-artillery-reply": "Coalition says",
    }
    for ident, says in titles.items():
        record = json.loads((site / f"events/{ident}.json").read_text())
        assert says in record["title"]


def test_the_name_that_the_story_does_not_give_carries_its_source(site: Path) -> None:
    page = event(site, "2020-01-03-soleimani-killing")

    assert "Abu Mahdi al-Muhandis" in page
    assert "named so in: Two armed drones shot down at Baghdad airport (AP via Wings Magazine)" in page


def test_only_the_killing_is_confirmed_and_only_the_shelling_disputed(site: Path) -> None:
    states = {
        ident: json.loads((site / f"events/{ident}.json").read_text())["verification"] for ident in EVENTS
    }

    assert [ident for ident, state in states.items() if state == "confirmed"] == [
        "2020-01-03-soleimani-killing"
    ]
    assert [ident for ident, state in states.items() if state == "disputed"] == [
        "2022-01-05-al-omar-shelling"
    ]
    assert list(states.values()).count("reported") == 8


def test_attack_then_reply_then_statement(site: Path) -> None:
    home = (site / "index.html").read_text()
    chronology = home[home.index('class="chronology"') :]
    order = [chronology.index(f"events/{ident}.html") for ident in EVENTS[7:]]

    assert order == sorted(order)


def test_the_page_says_where_knowledge_ends(site: Path) -> None:
    assert "Knowledge ends on 5 January 2022." in text(site, "index.html")


def test_the_foiled_attack_is_not_dated_by_its_announcement(site: Path) -> None:
    page = event(site, "2022-01-04-green-village-foiled-rockets")

    assert "That the foiling fell on the same day is likely, not stated." in page


def test_nothing_makes_the_drones_of_the_anniversary_a_reprisal(site: Path) -> None:
    page = event(site, "2022-01-03-baghdad-airport-drones")

    assert "At the same time as: Iran and its allies mark two years" in page
    assert not re.search(r"\b(revenge|reprisal attack|in retaliation|avenge)", page)


def test_a_summary_attributes_every_sentence_that_one_side_alone_vouches_for(site: Path) -> None:
    attack = json.loads((site / "events/2022-01-05-green-village-attack.json").read_text())
    shelling = json.loads((site / "events/2022-01-05-al-omar-shelling.json").read_text())

    for sentence in attack["summary"].split(". "):
        assert re.search(r"\b(said|By its account|blamed)\b", sentence), sentence
    assert "said that no report of a new attack had reached it" in shelling["summary"]
    assert "knew of no" not in event(site, "2022-01-05-al-omar-shelling")


def test_only_the_release_of_the_video_has_a_date_that_the_source_states(site: Path) -> None:
    for ident in EVENTS:
        record = json.loads((site / f"events/{ident}.json").read_text())
        assert record["date_basis"] in ("derived", "inferred"), ident


def test_the_two_accounts_of_5_january_are_not_put_on_one_day(site: Path) -> None:
    assert "For: possibly the same day;" in event(site, "2022-01-05-al-omar-shelling")


def test_no_kind_of_fire_is_named_by_the_word_of_another_account(site: Path) -> None:
    for ident in ("2022-01-05-green-village-attack", "2022-01-05-coalition-artillery-reply"):
        assert not re.search(r"\bShelling\b", event(site, ident)), ident
