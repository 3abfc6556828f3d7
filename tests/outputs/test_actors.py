"""An actor's page says whose wording the name is, and lists the events that name the actor."""

from dateline.outputs import actors
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

TIMELINE = timeline_of(
    {"a": {"actors": ["army"]}, "b": {"claims": [{"by": "army", "about": "count", "text": "Eight."}]}},
    actors={
        "army": {"name": "The Army", "type": "armed_group", "names": {"ar": "الجيش"}},
        "cells": {
            "name": "Militia cells",
            "label_by": "army",
            "member_of": "army",
            "possibly_same_as": ["army"],
        },
    },
)


def test_each_actor_has_a_page_and_all_have_a_list() -> None:
    assert sorted(planned(actors, TIMELINE)) == ["actors.html", "actors/army.html", "actors/cells.html"]


def test_a_page_lists_the_events_in_which_the_actor_acts_or_speaks() -> None:
    html = planned(actors, TIMELINE)["actors/army.html"].decode()

    assert "../events/a.html" in html
    assert "../events/b.html" in html
    assert 'lang="ar"' in html


def test_a_label_carries_its_author_and_a_likeness_is_seen_from_both_ends() -> None:
    pages = planned(actors, TIMELINE)

    assert "The Army" in main_text(pages["actors/cells.html"])
    assert "Militia cells" in main_text(pages["actors/army.html"])


def test_the_list_counts_events() -> None:
    read = main_text(planned(actors, TIMELINE)["actors.html"])

    assert "The Army" in read
    assert "Militia cells" in read
    assert read.index("Militia cells") < read.index("The Army")


def test_events_are_listed_by_role_and_those_who_speak_are_speakers() -> None:
    html = planned(actors, TIMELINE)["actors/army.html"].decode()
    read = main_text(html.encode())

    assert "Named without a part 1 event" in read
    assert "speaker 1 event" in read
    assert "Who says so stands on the page of each event." in read
    assert html.count('href="../events/a.html"') == 3  # on the line of time, under its role, and in order


def test_an_actor_in_one_role_needs_no_parts() -> None:
    timeline = timeline_of({"a": {"actors": ["army"]}}, actors={"army": {}})

    assert "Named without a part" not in main_text(planned(actors, timeline)["actors/army.html"])


def test_a_role_in_many_events_has_a_page_of_its_own_cut_by_time_where_it_is_long() -> None:
    def pages(count: int) -> dict[str, bytes]:
        events = {
            f"e{number}": {"date": str(1900 + number % 7), "actors": [{"actor": "army", "role": "target"}]}
            for number in range(count)
        }
        events["x"] = {"actors": [{"actor": "army", "role": "shown_force"}]}
        return planned(actors, timeline_of(events, actors={"army": {"name": "Army"}}))

    assert "actors/army/as-target.html" not in pages(actors.LATEST)
    some, many = pages(actors.LATEST + 1), pages(actors.MOST_LINES + 1)
    assert "actors/army/as-target.html" in some
    assert (
        '<a href="../actors/army/as-target.html">All 11 events: target</a>'
        in some["actors/army.html"].decode()
    )
    assert "Army: target" in main_text(some["actors/army/as-target.html"])
    assert "actors/army/as-target/1906.html" in many
    assert "actors/army/as-shown-force.html" not in many
