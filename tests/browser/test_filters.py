"""What a reader chooses is what Python finds in the same rows; it stays in the address, for others too."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.choosing import FORMULA, Choice, answer, published, varied, would_leave
from tests.browser.conftest import ROOT_URL, OpenPage, Visit

TIMELINE = varied()
TOTAL = len(TIMELINE.entries)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(TIMELINE, tmp_path_factory.mktemp("varied"))


def query(choice: Choice, **ends: str) -> str:
    """The address of a choice."""
    pairs = [*ends.items()]
    for facet, (mode, values) in choice.items():
        pairs += [(facet, value) for value in values]
        pairs += [(f"{facet}-is", mode)] if mode != "any" else []
    return f"index.html?{urlencode(pairs)}"


FIRST = 20
"""How many events the list shows before a reader asks for more."""


def found(page: Page, count: int) -> list[str]:
    """The ids in the list of results, all of them, once it says so many."""
    expect(page.locator(".found")).to_have_text(f"Events found: {count} of {TOTAL}")
    expect(page.locator(".results .card")).to_have_count(min(count, FIRST))
    while page.locator("[data-act=more]").is_visible():
        shown = page.locator(".results .card").count()
        page.click("[data-act=more]")
        expect(page.locator(".results .card")).not_to_have_count(shown)
    expect(page.locator(".results .card")).to_have_count(count)
    hrefs = page.locator(".results h3 a").evaluate_all("links => links.map(one => one.getAttribute('href'))")
    return [href.removeprefix("events/").removesuffix(".html") for href in hrefs]


CHOICES: list[tuple[Choice, dict[str, str]]] = [
    ({"type": ("any", ["fire"])}, {}),
    ({"type": ("none", ["fire", "flood"])}, {}),
    ({"tag": ("all", ["tag-0", "tag-3"])}, {}),
    ({"tag": ("any", ["tag-0", "tag-3"]), "verification": ("none", ["disputed"])}, {}),
    ({"place": ("any", ["land"])}, {}),
    ({"place": ("any", ["place-1", "place-2"]), "source": ("all", ["source-1", "source-7"])}, {}),
    ({"actor": ("any", ["actor-1:target"])}, {}),
    ({"actor": ("all", ["actor-1:target", "actor-3"])}, {}),
    ({"actor": ("none", ["actor-1"])}, {}),
    ({"type": ("any", ["no-such-type"])}, {}),
    ({}, {"from": "2022-01-10", "to": "2022-01-20"}),
    ({}, {"from": "2021"}),
    ({}, {"to": "-0001"}),
    ({"tag": ("any", ["tag-1"])}, {"from": "2019-06", "to": "2021-12"}),
]


@pytest.mark.parametrize(("choice", "ends"), CHOICES)
def test_a_choice_finds_what_python_finds(
    open_page: OpenPage, folder: Path, choice: Choice, ends: dict[str, str]
) -> None:
    page = open_page(query(choice, **ends), site=folder)
    expected = answer(TIMELINE, choice, ends.get("from", ""), ends.get("to", ""))

    assert found(page, len(expected)) == expected


COUNTED: list[Choice] = [
    {},
    {"type": ("any", ["fire"])},
    {"tag": ("all", ["tag-0"]), "type": ("none", ["flood"])},
    {"actor": ("any", ["actor-1:target"]), "verification": ("any", ["reported", "disputed"])},
]


@pytest.mark.parametrize("choice", COUNTED)
def test_every_count_is_what_python_counts(open_page: OpenPage, folder: Path, choice: Choice) -> None:
    page = open_page(query(choice), site=folder)
    page.click("details.filters > summary")
    counts = ".values li"
    expect(page.locator(f"[data-facet=type] {counts}")).to_have_count(3)
    lines = page.locator("[data-facet] .values li").evaluate_all(
        "lines => lines.map(one => [one.querySelector('input').name, one.dataset.key,"
        " Number(one.querySelector('.count').textContent)])"
    )

    assert len(lines) >= 3 + 6 + 4 + 3 + 10 + 5
    assert [(facet, key, count) for facet, key, count in lines] == [
        (facet, key, would_leave(TIMELINE, choice, facet, key)) for facet, key, _ in lines
    ]


def test_what_is_checked_goes_into_the_address_and_comes_back(open_page: OpenPage, folder: Path) -> None:
    page = open_page("index.html?kept=1#content", site=folder)
    page.click("details.filters > summary")
    page.click("[data-facet=tag] > summary")
    page.get_by_role("checkbox", name="tag-0").check()
    page.get_by_role("checkbox", name="tag-3").check()
    page.locator("[name=tag-is]").select_option("all")
    expected = answer(TIMELINE, {"tag": ("all", ["tag-0", "tag-3"])})

    assert found(page, len(expected)) == expected
    assert page.url == f"{ROOT_URL}index.html?kept=1&tag=tag-0&tag=tag-3&tag-is=all#content"

    page.reload()

    assert found(page, len(expected)) == expected
    page.click("details.filters > summary")
    page.click("[data-facet=tag] > summary")
    expect(page.get_by_role("checkbox", name="tag-3")).to_be_checked()

    page.get_by_role("button", name="Remove “Tag, all of: tag-3”").click()
    expected = answer(TIMELINE, {"tag": ("any", ["tag-0"])})
    assert found(page, len(expected)) == expected
    expect(page.get_by_role("checkbox", name="tag-3")).not_to_be_checked()

    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator(".chronology")).to_be_visible()
    expect(page.locator(".results-body")).to_be_hidden()
    assert page.url == f"{ROOT_URL}index.html?kept=1#content"


def test_an_actor_is_chosen_by_role(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.click("details.filters > summary")
    page.click("[data-facet=actor] > summary")
    page.locator("[name=role]").select_option("target")
    page.get_by_label("actor-2 (target)").check()
    expected = answer(TIMELINE, {"actor": ("any", ["actor-2:target"])})

    assert found(page, len(expected)) == expected
    assert "actor=actor-2%3Atarget" in page.url


def test_the_keyboard_alone_is_enough(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.locator("details.filters > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".filters-form")).to_be_visible()
    page.locator(".filters-ways a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("2022-01")
    page.keyboard.press("Tab")
    page.keyboard.type("2022-01")
    page.keyboard.press("Enter")
    expected = answer(TIMELINE, {}, "2022-01", "2022-01")
    assert found(page, len(expected)) == expected

    page.keyboard.press("Tab")  # to the button that does what Enter did
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the types
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    kind = page.evaluate("document.activeElement.value")
    expected = answer(TIMELINE, {"type": ("any", [kind])}, "2022-01", "2022-01")

    assert found(page, len(expected)) == expected
    assert page.evaluate("document.activeElement.value") == kind


def test_a_date_that_is_none_is_said_and_chooses_nothing(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.click("details.filters > summary")
    page.get_by_label("From", exact=True).fill("2022-02-30")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_have_text(
        "“2022-02-30” is no year, month or day that this form can read."
    )
    expect(page.locator("[name=from]")).to_have_attribute("aria-invalid", "true")
    assert page.url == f"{ROOT_URL}index.html"


def test_a_value_is_found_by_a_part_of_its_name(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.click("details.filters > summary")
    page.click("[data-facet=source] > summary")
    page.locator("[data-facet=source] [type=search]").fill("CE-7")

    expect(page.locator("[data-facet=source] .values li")).to_have_count(1)


def test_a_result_says_its_date_and_its_support_in_the_words_of_the_build(
    open_page: OpenPage, folder: Path
) -> None:
    page = open_page("index.html?from=-0043&to=-0043", site=folder)
    found(page, 10)
    card = page.locator(".results .card").first
    ident = (card.locator("a").get_attribute("href") or "").removeprefix("events/").removesuffix(".html")
    entry = TIMELINE.by_id[ident]

    expect(card.locator(".card-when")).to_have_text("15 March 44 BCE")
    expect(card.locator(".badge")).to_have_text(entry.card.verification.label)
    expect(card.locator(".card-where")).to_have_text(entry.card.places[0].name)


def test_more_results_are_shown_when_asked_for_and_the_focus_goes_on(
    open_page: OpenPage, folder: Path
) -> None:
    page = open_page("index.html?place=land", site=folder)
    expect(page.locator(".results .card")).to_have_count(20)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(".results .card")).to_have_count(40)

    assert (
        page.evaluate("[...document.querySelectorAll('.results h3 a')].indexOf(document.activeElement)") == 20
    )


def test_csv_runs_in_no_spreadsheet_and_links_each_record(open_page: OpenPage, folder: Path) -> None:
    page = open_page("index.html?type=fire", site=folder)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this selection as CSV").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert [row["id"] for row in rows] == answer(TIMELINE, {"type": ("any", ["fire"])})
    assert [row["title"] for row in rows if row["id"] == "e0000"] == ["'" + FORMULA]
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    for row in rows:
        entry = TIMELINE.by_id[row["id"]]
        assert row["verification"] == entry.card.verification.value
        assert row["verification_label"] == entry.card.verification.label
        assert row["record"] == f"{ROOT_URL}events/{entry.id}.html"
        assert row["date"].lstrip("'") == entry.date.text
        assert row["actors"].split("; ") == [*entry.row.actors, *entry.row.roles]


def test_json_holds_the_choice_and_its_address(open_page: OpenPage, folder: Path) -> None:
    page = open_page("index.html?tag=tag-1&tag-is=none", site=folder)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this selection as JSON").click()
    read = json.loads(Path(download.value.path()).read_bytes())
    expected = answer(TIMELINE, {"tag": ("none", ["tag-1"])})

    assert read["selection"] == f"{ROOT_URL}index.html?tag=tag-1&tag-is=none"
    assert [event["id"] for event in read["events"]] == expected
    assert read["count"] == len(expected)
    assert {event["verification"] for event in read["events"]} <= {"reported", "disputed", "confirmed"}


CELLS = [
    ("=1+1", '"\'=1+1"'),
    ("+1", '"\'+1"'),
    ("-1", '"\'-1"'),
    ("@x", '"\'@x"'),
    (" =1", '"\' =1"'),
    ("\t=1", '"\'\t=1"'),
    ("\r=1", '"\'\r=1"'),
    ("\uff1d1", '"\'\uff1d1"'),
    ('say "x", y', '"say ""x"", y"'),
    ("a=b", '"a=b"'),
]


def test_a_cell_is_quoted_and_never_a_formula(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    made = page.evaluate(
        "async (texts) => { const { cell } = await import('./assets/download.js'); return texts.map(cell); }",
        [text for text, _ in CELLS],
    )

    assert made == [cell for _, cell in CELLS]


def test_the_link_is_copied_or_shown(open_page: OpenPage, folder: Path) -> None:
    page = open_page("index.html?type=fire", site=folder)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".found")).to_have_text("The link to these events is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{ROOT_URL}index.html?type=fire"

    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_label("Link to these events")).to_have_value(f"{ROOT_URL}index.html?type=fire")


def test_another_tool_of_the_page_hears_what_is_chosen(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.evaluate(
        """() => document.addEventListener("dateline:selection", async (event) => {
             window.heard = { total: event.detail.total, active: event.detail.active,
               ids: [...await event.detail.ids()] };
           })"""
    )
    page.evaluate(
        """async () => {
             const { selection } = await import("./assets/selection.js");
             await selection.open("marks/");
             await selection.change({ chosen: { type: ["flood"] }, mode: { type: "none" } });
           }"""
    )
    expected = answer(TIMELINE, {"type": ("none", ["flood"])})
    page.wait_for_function("() => window.heard?.active")

    assert page.evaluate("window.heard") == {"total": len(expected), "active": True, "ids": expected}
    assert found(page, len(expected)) == expected  # the page's own tools came by themselves


def test_nothing_is_read_before_it_is_used(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.wait_for_load_state("networkidle")
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name.split('/').pop())")

    assert sorted(asked) == ["style.css", "timeline.css", "timeline.js"] or sorted(asked) == [
        "icon.svg",
        "style.css",
        "timeline.css",
        "timeline.js",
    ]


def test_without_script_the_lists_are_the_way_in(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder, javascript=False)
    page.click("details.filters > summary")

    assert page.locator(".filters-ways a").count() == 5
    expect(page.locator(".filters-ways")).to_contain_text("allow this page its scripts")
    expect(page.locator(".strip-tools")).to_be_hidden()
    expect(page.locator(".results-body")).to_be_hidden()


def test_an_index_that_cannot_be_read_is_said_and_tried_again(
    open_page: OpenPage, folder: Path, visit: Visit
) -> None:
    page = open_page(site=folder)
    page.click("details.filters > summary")
    expect(page.locator(".filters-form")).to_be_visible()
    page.context.route("**/marks/*", lambda route: route.abort())
    page.evaluate(
        """async () => {
             const { selection } = await import("./assets/selection.js");
             const marks = await selection.open();
             marks.keyed = []; marks.asked.clear();  // as if nothing had been read yet
             await selection.change({ chosen: { type: ["fire"] } });
           }"""
    )
    expect(page.locator(".found")).to_have_text(
        "The index could not be read. Check the connection and try again."
    )
    visit.errors.clear()

    page.context.unroute("**/marks/*")
    page.context.route(
        "**/marks/*",
        lambda route: route.fulfill(
            path=folder / "marks" / route.request.url.rpartition("/")[2].partition("?")[0]
        ),
    )
    page.evaluate(
        """async () => {
             const { selection } = await import("./assets/selection.js");
             await selection.change({ chosen: { type: ["flood"] } });
           }"""
    )
    expected = answer(TIMELINE, {"type": ("any", ["flood"])})

    assert found(page, len(expected)) == expected


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_axe_finds_nothing_in_the_open_form_and_the_results(
    open_page: OpenPage, tmp_path: Path, lang: str
) -> None:
    page = open_page("index.html?type=fire", site=published(varied(12, lang=lang), tmp_path), width=360)
    page.click("details.filters > summary")
    for summary in page.locator(".facet > summary").all():
        summary.click()
    expect(page.locator(".strip-live")).to_be_visible()
    light = Axe().run(page)
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page)

    assert light.violations_count == 0, light.generate_report()
    assert dark.violations_count == 0, dark.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_tools_are_not_printed(open_page: OpenPage, folder: Path) -> None:
    page = open_page("index.html?type=fire", site=folder)
    expect(page.locator(".results .card").first).to_be_visible()
    page.emulate_media(media="print")

    for part in (".strip-tools", ".filters", ".results-tools"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".results .card").first).to_be_visible()
