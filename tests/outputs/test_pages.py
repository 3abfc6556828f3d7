"""Pages of prose, and the page for a missing address."""

from dataclasses import replace

from dateline.markup import render
from dateline.outputs import pages
from dateline.timeline import TextPage
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def test_a_page_of_prose_is_at_the_top() -> None:
    body = render("Who we **are**.", media={}, root="").html
    timeline = replace(timeline_of(), pages=(TextPage("about", "About us", body),))

    made = planned(pages, timeline)

    assert sorted(made) == ["404.html", "about.html"]
    assert "<strong>are</strong>" in made["about.html"].decode()
    assert "About us Who we are ." in main_text(made["about.html"])


def test_the_page_for_a_missing_address_leads_home_from_any_depth() -> None:
    made = planned(pages, timeline_of(site={"url": "https://example.org/t/"}), None)["404.html"].decode()

    assert 'href="/t/index.html"' in made
    assert 'href="/t/assets/' in made
