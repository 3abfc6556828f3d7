"""Readers search with the index that Pagefind made: words, filters, order, keyboard, other scripts."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dateline.pipeline import build
from dateline.searching import Search
from tests.browser.conftest import OpenPage
from tests.samples import site_of

SITE = """\
title: Harbour log
knowledge_date: 2022-12-31
languages: [en, ar]
vocabularies: {type: {fire: {label: Fire}, flood: {label: Flood}}}
"""
SOURCE = "sources: [{title: Harbour Gazette}]\n"
FIRE = f"""\
title: A fire burns at the harbour
date: 2022-01-05
type: fire
place: {{name: Old harbour}}
actors: [{{actor: Fire brigade}}]
verification: confirmed
summary: Flames were seen from the <b>bridge</b> at noon.
body: Two lanterns were found, and "R&D <mark>1</mark>" stood on a crate.
tags: [context]
unknowns: [Whether it was sabotage.]
claims: [{{by: Fire brigade, about: responsibility, text: "It was sabotage."}}]
{SOURCE}"""
FLOOD = f"""\
title: Water stands in the market
date: 2021-11-20
type: flood
place: {{name: Market square}}
verification: unconfirmed
summary: A lantern floated by.
{SOURCE}"""
ARABIC = f"""\
title: حريق في المستودع
date: 2022-03
lang: ar
type: fire
place: {{name: Old harbour}}
summary: احترق المستودع ليلا.
{SOURCE}"""
FILES = {
    "site.yaml": SITE,
    "events/fire.yaml": FIRE,
    "events/flood.yaml": FLOOD,
    "events/arabic.yaml": ARABIC,
}
MANY = {
    f"events/e{number:02}.yaml": FIRE.replace("2022-01-05", f"2019-01-{number:02}") for number in range(1, 26)
}


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an index."""
    folder = tmp_path_factory.mktemp("searched")
    built = build(site_of(folder, FILES), folder / "site", index=Search(anew=True))
    assert built.written is not None, built.problems
    return folder / "site"


@pytest.fixture
def search(open_page: OpenPage, searched: Path) -> Page:
    """The search page, ready."""
    page = open_page("search.html", site=searched)
    page.locator("form.search").wait_for()
    return page


def titles(page: Page) -> Locator:
    """The titles of the cards."""
    return page.locator("#results .card-title")


def test_typing_finds_events_and_says_how_many(search: Page) -> None:
    search.locator("#q").press_sequentially("lantern")

    expect(search.get_by_role("status")).to_have_text("Events found: 2")
    expect(titles(search)).to_have_count(2)
    expect(search).to_have_url(re.compile(r"/repo/search\.html\?q=lantern$"))

    search.locator("#q").fill("zeppelin")

    expect(search.get_by_role("status")).to_have_text("No event was found.")
    expect(titles(search)).to_have_count(0)


def test_a_card_shows_what_lists_show_and_marks_the_words(search: Page) -> None:
    search.locator("#q").fill("crate")
    card = search.locator("#results .card")

    expect(card.locator(".card-title a")).to_have_text("A fire burns at the harbour")
    expect(card.locator(".badge")).to_have_class("badge badge-confirmed")
    expect(card.locator(".badge")).to_have_text("Confirmed")
    expect(card.locator(".card-when")).to_have_text("5 January 2022")
    expect(card.locator(".card-where")).to_have_text("Old harbour")
    expect(card.locator(".card-type")).to_have_text("Fire")
    expect(card.locator(".card-sources")).to_have_text("Source: Harbour Gazette")
    expect(card.locator(".card-kind")).to_have_text("Context")
    expect(card.locator("mark")).to_have_text(["crate."])

    card.locator("a").click()

    expect(search).to_have_url(re.compile(r"/repo/events/fire\.html$"))


def test_what_looks_like_markup_stays_text(search: Page) -> None:
    search.locator("#q").fill("bridge")
    summary = search.locator("#results .card-summary")

    expect(summary).to_contain_text("<b>bridge</b>")
    assert summary.locator("b").count() == 0


def test_what_a_party_says_or_nobody_knows_is_quoted_under_its_heading(search: Page) -> None:
    search.locator("#q").fill("sabotage")
    card = search.locator("#results .card")

    expect(card.locator(".card-summary")).to_have_text("Flames were seen from the <b>bridge</b> at noon.")
    expect(card.locator(".card-found a")).to_have_text(["What is not known", "What each party says"])
    expect(card.locator(".card-found span").first).to_have_text("Whether it was sabotage.")
    expect(card.locator(".card-found mark")).to_have_text(["sabotage.", "sabotage."])

    card.locator(".card-found a").first.click()

    expect(search).to_have_url(re.compile(r"/repo/events/fire\.html#unknowns$"))


def test_filters_narrow_what_was_found_and_show_counts(search: Page) -> None:
    search.get_by_label("Place").select_option("Old harbour")

    expect(search.get_by_role("status")).to_have_text("Events found: 2")
    assert search.get_by_label("Type").locator("option").all_text_contents() == ["Any", "Fire (2)"]

    search.get_by_label("Verification").select_option("Confirmed")

    expect(titles(search)).to_have_text(["A fire burns at the harbour"])
    expect(search.locator(".card-summary")).to_have_text("Flames were seen from the <b>bridge</b> at noon.")
    expect(search).to_have_url(re.compile(r"\?verification=Confirmed&place=Old\+harbour$"))


def test_every_filter_is_there_and_years_stand_in_order(search: Page) -> None:
    shown = search.locator(".search-filters p:visible label").all_text_contents()

    assert shown == ["Type", "Verification", "Place", "Year", "Language", "Order"]
    assert search.get_by_label("Year").locator("option").all_text_contents() == [
        "Any",
        "2022 (2)",
        "2021 (1)",
    ]
    assert search.get_by_label("Language").locator("option").all_text_contents() == [
        "Any",
        "Arabic (1)",
        "English (2)",
    ]


def test_the_order_is_by_date(search: Page) -> None:
    search.get_by_label("Type").select_option("Fire")
    search.get_by_label("Order").select_option("Newest first")

    expect(titles(search)).to_have_text(["حريق في المستودع", "A fire burns at the harbour"])

    search.get_by_label("Order").select_option("Oldest first")

    expect(titles(search)).to_have_text(["A fire burns at the harbour", "حريق في المستودع"])


def test_an_address_says_what_was_asked(open_page: OpenPage, searched: Path) -> None:
    page = open_page("search.html?q=lantern&type=Flood&sort=oldest", site=searched)

    expect(titles(page)).to_have_text(["Water stands in the market"])
    expect(page.locator("#q")).to_have_value("lantern")
    expect(page.get_by_label("Type")).to_have_value("Flood")
    expect(page.get_by_label("Order")).to_have_value("oldest")


def test_an_address_with_a_value_that_is_gone_finds_nothing(open_page: OpenPage, searched: Path) -> None:
    page = open_page("search.html?type=%3Cimg%20src%3Dx%3E&sort=sideways", site=searched)

    expect(page.get_by_role("status")).to_have_text("No event was found.")
    expect(page.get_by_label("Type")).to_have_value("<img src=x>")
    expect(page.get_by_label("Order")).to_have_value("")


def test_a_word_in_arabic_is_found_and_shown_from_right_to_left(search: Page) -> None:
    search.locator("#q").fill("المستودع")

    expect(titles(search)).to_have_text(["حريق في المستودع"])
    expect(titles(search)).to_have_attribute("lang", "ar")
    expect(search.locator("#results .card-summary")).to_have_attribute("dir", "rtl")


def test_a_site_in_arabic_is_searched_by_its_own_rules(open_page: OpenPage, tmp_path: Path) -> None:
    site = SITE.replace("languages: [en, ar]", "lang: ar")
    source = site_of(tmp_path, {"site.yaml": site, "events/one.yaml": ARABIC, "events/two.yaml": FLOOD})
    build(source, tmp_path / "site", index=Search(anew=True))
    page = open_page("search.html?q=مستودع", site=tmp_path / "site")

    expect(titles(page)).to_have_text(["حريق في المستودع"])
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert list((tmp_path / "site/pagefind").glob("wasm.ar.pagefind"))


def test_the_box_of_every_page_leads_to_the_search(open_page: OpenPage, searched: Path) -> None:
    page = open_page("events/fire.html", site=searched)
    page.keyboard.press("/")
    page.keyboard.type("market/lantern")
    expect(page.get_by_role("searchbox")).to_have_value("market/lantern")
    page.get_by_role("searchbox").fill("market")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/repo/search\.html\?q=market$"))
    expect(titles(page)).to_have_text(["Water stands in the market"])


def test_the_key_can_be_switched_off(search: Page) -> None:
    search.keyboard.press("/")
    assert search.evaluate("document.activeElement.id") == "q"

    search.get_by_label("The key /").uncheck()
    search.locator("body").click()
    search.keyboard.press("/")
    assert search.evaluate("document.activeElement.id") != "q"

    search.goto(search.url.replace("search.html", "index.html"))
    search.keyboard.press("/")
    assert search.evaluate("document.activeElement.tagName") == "BODY"


def test_on_a_phone_the_filters_are_loaded_when_they_are_opened(open_page: OpenPage, searched: Path) -> None:
    page = open_page("search.html", width=360, site=searched)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#q").fill("lantern")
    expect(titles(page)).to_have_count(2)
    assert not page.get_by_label("Type").is_visible()
    assert not [url for url in asked if url.endswith(".pf_filter")]

    page.get_by_text("Filters and order").click()
    page.get_by_label("Type").select_option("Flood")

    expect(titles(page)).to_have_text(["Water stands in the market"])
    assert [url for url in asked if url.endswith(".pf_filter")]


def test_a_keyboard_alone_searches_filters_and_follows(search: Page) -> None:
    search.keyboard.press("/")
    search.keyboard.type("lantern")
    search.keyboard.press("Enter")
    expect(titles(search)).to_have_count(2)
    for _ in range(3):  # the button, the heading of the filters, the first of them
        search.keyboard.press("Tab")
    search.keyboard.type("Flo")
    expect(titles(search)).to_have_text(["Water stands in the market"])
    for _ in range(10):
        search.keyboard.press("Tab")
        if search.evaluate("document.activeElement.matches('#results a')"):
            break
    search.keyboard.press("Enter")

    expect(search).to_have_url(re.compile(r"/events/flood\.html$"))


def test_many_events_come_in_parts_and_the_focus_follows(open_page: OpenPage, tmp_path: Path) -> None:
    build(site_of(tmp_path, {**FILES, **MANY}), tmp_path / "site", index=Search(anew=True))
    page = open_page("search.html?type=Fire&sort=newest", site=tmp_path / "site")
    expect(page.get_by_role("status")).to_have_text("Events found: 27")
    expect(titles(page)).to_have_count(20)
    page.get_by_role("button", name="Show more events").click()

    expect(titles(page)).to_have_count(27)
    expect(page.get_by_role("button", name="Show more events")).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == titles(page).nth(20).inner_text()
    days = page.locator("#results .card-when").all_text_contents()
    assert days[2:] == [f"{number} January 2019" for number in range(25, 0, -1)]


def test_axe_finds_nothing_on_the_search_page(search: Page) -> None:
    search.locator("#q").fill("lantern")
    expect(titles(search)).to_have_count(2)
    for scheme in ("light", "dark"):
        search.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        results = Axe().run(search)

        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 360, 800, 1400])
def test_nothing_is_wider_than_the_window(search: Page, width: int) -> None:
    search.locator("#q").fill("lantern")
    expect(titles(search)).to_have_count(2)
    search.set_viewport_size({"width": width, "height": 900})

    assert search.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_page_says_so_and_leads_to_the_lists(
    open_page: OpenPage, searched: Path
) -> None:
    page = open_page("search.html?q=lantern", javascript=False, site=searched)

    assert "Searching needs JavaScript" in page.inner_text("main")
    assert not page.locator("form.search").is_visible()
    for name in ("places", "actors", "types", "tags", "2022", "2021"):
        assert page.locator(f"main a[href='{name}.html']").is_visible(), name


def test_no_other_page_may_run_webassembly(searched: Path) -> None:
    allowing = [
        path.relative_to(searched).as_posix()
        for path in searched.rglob("*.html")
        if "wasm-unsafe-eval" in path.read_text()
    ]

    assert sorted(allowing) == ["ar/search.html", "search.html"]
    assert "require-trusted-types-for 'script'" in (searched / "search.html").read_text()
