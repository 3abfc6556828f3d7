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
