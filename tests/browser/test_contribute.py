"""A reader fills the form in, and what reaches GitHub is the file that Python would write, which passes."""

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dateline.checking import check
from dateline.draft import draft
from dateline.pipeline import build
from tests.access import proves
from tests.browser.conftest import ORIGIN, ROOT_URL, OpenPage, Visit
from tests.browser.test_access import walked
from tests.samples import EVENT, site_of
from tests.test_weight import weight

OWN = Path(__file__).parent.parent.parent / "content"
NEW = "https://github.com/OWNER/REPO/new/main"
ANSWERS: dict[str, Any] = {
    "title": "Two accounts: a wall fell, or was pulled down",
    "date": "2022-01-02?",
    "sources": ["afp-2022-01-05", "https://example.org/a?b=c#d"],
    "time": "~15:40",
    "place": "green-village",
    "actors": [
        {"actor": "coalition", "role": "speaker"},
        {"actor": "A villager", "according_to": "coalition"},
    ],
    "type": "statement",
    "tags": ["wall", "جدار"],
    "summary": "سقط جدار: قال أحدهم \"لا\".\nAnother line, with 'quotes' and ::set-output name=a::b",
    "body": "One.\n\n- two\n- three: four",
    "verification": "disputed",
    "claims": [
        {
            "by": "coalition",
            "about": "occurrence",
            "stance": "denies",
            "text": "No wall fell.",
            "said": "2022-01-03",
        }
    ],
    "unknowns": ["Who built the wall.", "no"],
}


def fill(page: Page, answers: dict[str, Any]) -> None:
    """Give the answers, as somebody does who types them."""
    page.locator("#f-title").focus()
    page.locator("form[data-ready]").wait_for()
    page.evaluate("document.querySelector('.contribute-more').open = true")
    for name, answer in answers.items():
        for number, one in enumerate(answer if isinstance(answer, list) else [answer]):
            if number:
                page.click(f"[data-more={name}]")
            row = f"-{number}" if isinstance(answer, list) else ""
            parts = {f"-{part}": value for part, value in one.items()} if isinstance(one, dict) else {"": one}
            for part, value in parts.items():
                answered(page, f"#f-{name}{row}{part}", value)


def answered(page: Page, control: str, value: str) -> None:
    """Type or choose one answer."""
    if page.locator(control).evaluate("one => one.localName") == "select":
        page.select_option(control, value)
    else:
        page.fill(control, value)
    page.locator(control).blur()


def opened(page: Page, visit: Visit) -> tuple[str, dict[str, list[str]]]:
    """Where "Open on GitHub" leads: the page, and what it is filled in with."""
    with page.context.expect_page():
        page.get_by_role("link", name="Open on GitHub").click()
    for _ in range(50):
        if visit.refused:
            break
        page.wait_for_timeout(50)
    [address] = visit.refused
    visit.refused.clear()
    visit.errors.clear()
    assert len(address.encode()) < 6_000
    return address.partition("?")[0], parse_qs(urlsplit(address).query, keep_blank_values=True)


def test_the_file_that_reaches_github_is_the_one_python_writes_and_it_passes(
    open_page: OpenPage, visit: Visit, tmp_path: Path
) -> None:
    page = open_page("contribute.html")
    fill(page, ANSWERS)
    base, sent = opened(page, visit)
    made = draft(ANSWERS, ())
    shutil.copytree(OWN, tmp_path / "content")
    (tmp_path / made.path).write_text(sent["value"][0], encoding="utf-8")
    done = check(tmp_path)

    assert base == NEW
    assert sent == {"filename": [made.path], "value": [made.text]}
    assert page.inner_text("#file-path") == made.path
    assert [one for one in done.problems if one.path == made.path and one.severity == "error"] == []
    assert done.timeline is not None
    assert made.id in done.timeline.by_id


def test_nothing_typed_stays_in_the_browser(open_page: OpenPage) -> None:
    page = open_page("contribute.html")
    fill(page, ANSWERS)
    page.locator("#f-title").press("Enter")

    assert page.url == f"{ROOT_URL}contribute.html"
    assert page.evaluate("history.length") <= 2
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("document.referrer") == ""
    assert page.evaluate("new FormData(document.querySelector('form.contribute')).keys().next().done")


def test_a_long_text_is_copied_and_the_page_opens_with_the_name_alone(
    open_page: OpenPage, visit: Visit
) -> None:
    page = open_page("contribute.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
    answers = {**ANSWERS, "body": "قذائف " * 300}
    fill(page, answers)
    base, sent = opened(page, visit)
    made = draft({**answers, "body": answers["body"].strip()}, ())

    assert (base, sent) == (NEW, {"filename": [made.path]})
    expect(page.locator("#said")).to_contain_text("it was copied")
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == made.text


def test_what_is_missing_or_wrong_is_told_and_nothing_opens(open_page: OpenPage) -> None:
    page = open_page("contribute.html")
    page.locator("#f-title").focus()
    page.locator("form[data-ready]").wait_for()
    page.get_by_role("link", name="Open on GitHub").click()

    expect(page.locator("#f-title")).to_be_focused()
    expect(page.locator("#e-title")).to_have_text(
        "'title' is missing: an event needs it. add a line such as title: Power returns"
    )
    expect(page.locator("#e-sources-0")).to_contain_text("'sources' is missing")
    expect(page.locator("#said")).to_contain_text("the first is marked")
    answered(page, "#f-date", "5 January 2022")
    expect(page.locator("#e-date")).to_have_text("a date is written in figures. write 2022-01-05")
    answered(page, "#f-place", "gren-village")
    expect(page.locator("#e-place")).to_contain_text("did you mean green-village?")
    answered(page, "#f-date", "2022-01-05")
    expect(page.locator("#e-date")).to_be_empty()
    assert page.locator("#f-date").get_attribute("aria-invalid") is None
    assert len(page.context.pages) == 1


def test_known_ids_are_offered_by_their_names(open_page: OpenPage) -> None:
    page = open_page("contribute.html")
    fill(page, {"place": "omar"})

    assert page.locator("#known-places option").evaluate_all("all => all.map((one) => one.value)") == [
        "al-omar-oil-field"
    ]


def test_events_that_it_may_be_are_named_and_their_ids_are_not_taken(
    open_page: OpenPage, tmp_path: Path
) -> None:
    source = site_of(
        tmp_path,
        {
            "places.yaml": (
                "mill: {name: The mill, part_of: town, lat: 36.5, lon: 41.9, uncertainty_m: 500}\n"
                "well: {name: The well, lat: 36.51, lon: 41.9, uncertainty_m: 500}\n"
                "quay: {name: The quay, lat: 35.0, lon: 40.1, uncertainty_m: 500}\n"
                "gate: {name: The gate, part_of: town}\n"
                "town: {name: The town, precision: settlement}\n"
            ),
            "events/2022-01-05-fire.yaml": EVENT + "place: mill\ntype: fire\n",
            "events/2022-01-06-near.yaml": EVENT.replace("01-05", "01-06") + "place: well\ntype: fire\n",
            "events/far.yaml": EVENT + "place: quay\ntype: fire\n",
            "events/later.yaml": EVENT.replace("01-05", "01-09") + "place: mill\ntype: fire\n",
            "events/town.yaml": EVENT + "place: gate\ntype: fire\n",
        },
    )
    build(source, tmp_path / "site")
    page = open_page("contribute.html", site=tmp_path / "site")
    fill(page, {"title": "Fire", "date": "2022-01-05", "place": "mill", "type": "fire"})
    links = page.locator(".alike a")
    expect(links).to_have_count(3)
    addresses = sorted(str(link.get_attribute("href")) for link in links.all())

    assert addresses == [f"events/{one}.html" for one in ("2022-01-05-fire", "2022-01-06-near", "town")]
    expect(page.locator("#file-path")).to_have_text("content/events/2022/2022-01-05-fire-2.yaml")
    answered(page, "#f-type", "flood")
    expect(page.locator(".alike")).to_be_hidden()


@proves("rules")
@proves("keyboard")
@proves("focus")
@pytest.mark.parametrize("path", ["contribute.html", "ar/contribute.html"])
def test_the_whole_form_with_faults_is_for_everyone(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=360)
    fill(
        page,
        {
            "place": "green-village",
            "date": "yesterday",
            "sources": ["x", "y"],
            "actors": [{"role": "target"}],
        },
    )
    page.fill("#f-date", "2022-01-05")
    expect(page.locator(".alike")).to_be_visible()
    page.locator("#open").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert results.violations_count == 0, results.generate_report()
    page.reload()
    page.evaluate("document.querySelector('.contribute-more').open = true")
    walked(page)


def test_without_a_script_there_is_a_text_to_copy_that_passes(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("contribute.html", javascript=False)
    text = page.locator(".sample").inner_text()
    name = page.locator(".sample + p, p:has(+ .sample) code").first.inner_text()
    shutil.copytree(OWN, tmp_path / "content")
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert page.locator("form.contribute").is_hidden()
    assert page.get_by_role("link", name="Open a new file on GitHub").is_visible()
    assert [one for one in check(tmp_path).problems if one.path == name and one.severity == "error"] == []


@pytest.mark.parametrize("repository", ["", "repository: https://codeberg.org/someone/timeline\n"])
def test_a_site_kept_elsewhere_has_the_text_to_copy(
    open_page: OpenPage, tmp_path: Path, repository: str
) -> None:
    files = {"site.yaml": f"title: A timeline\n{repository}", "events/a.yaml": EVENT}
    build(site_of(tmp_path, files), tmp_path / "site")
    page = open_page("contribute.html", site=tmp_path / "site")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
    fill(page, {"title": "Fire", "date": "2022-01-05", "sources": ["https://example.org/a"]})
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#said")).to_have_text("Copied.")

    assert "GitHub" not in page.inner_text("main")
    assert page.evaluate("navigator.clipboard.readText()").startswith("title: Fire\n")
    assert page.locator(".colophon a[href='contribute.html']").count() == bool(repository)


def test_the_form_weighs_no_more_than_40_kb(site: Path) -> None:
    assert weight(site / "contribute.html") <= 40_000
    assert (site / "contribute/rules.json").stat().st_size < 20_000
