"""A source's page leads to the source, and says what is known only through it."""

from dateline.outputs import sources
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

TIMELINE = timeline_of(
    {"a": {"sources": ["wire"]}, "b": {"sources": ["paper"]}},
    sources={
        "wire": {"title": "Wire story", "url": "https://example.org/wire", "standing": "independent"},
        "paper": {"title": "A paper", "via": "wire", "based_on": ["wire"], "url": None},
        "trap": {"title": "Trap", "url": "javascript:alert(1)"},
    },
)


def test_each_source_has_a_page_and_all_have_a_list() -> None:
    assert sorted(planned(sources, TIMELINE)) == [
        "sources.html",
        "sources/paper.html",
        "sources/trap.html",
        "sources/wire.html",
    ]


def test_a_source_leads_out_and_to_the_events_that_cite_it() -> None:
    html = planned(sources, TIMELINE)["sources/wire.html"].decode()

    assert 'href="https://example.org/wire"' in html
    assert "../events/a.html" in html
    assert "../events/b.html" not in html


def test_what_is_known_through_a_source_is_listed_once() -> None:
    read = main_text(planned(sources, TIMELINE)["sources/wire.html"])

    assert read.count("A paper") == 1


def test_an_address_that_may_not_be_linked_is_not_linked() -> None:
    html = planned(sources, TIMELINE)["sources/trap.html"].decode()

    assert 'href="javascript' not in html


def test_the_list_is_in_order_of_titles() -> None:
    read = main_text(planned(sources, TIMELINE)["sources.html"])

    assert read.index("A paper") < read.index("Trap") < read.index("Wire story")
