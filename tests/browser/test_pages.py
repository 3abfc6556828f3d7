"""Every kind of page, as readers meet it: no script, no other host, no fault that axe can find."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from dateline.pipeline import build
from dateline.shelves import MOST
from tests.browser.conftest import OpenPage
from tests.samples import site_of

PAGES = [
    "index.html",
    "events/2022-01-05-green-village-attack.html",
    "events/2022-01-05-al-omar-shelling.html",
    "events/2022-01-05-coalition-artillery-reply.html",
    "events/2020-01-03-soleimani-killing.html",
    "events/2022-01-03-coalition-attacks-series.html",
    "places/green-village.html",
    "actors/iran-backed-groups.html",
    "sources/afp-2022-01-05.html",
    "types/shelling.html",
    "tags/drone.html",
    "places.html",
    "actors.html",
    "sources.html",
    "types.html",
    "tags.html",
    "2022.html",
    "2022/01.html",
    "2022/01/05.html",
    "methodology.html",
    "404.html",
]
WIDTHS = [320, 360, 800, 1400]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_light_and_dark(open_page: OpenPage, path: str) -> None:
    page = open_page(path, scheme="light")
    light = Axe().run(page)
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page)

    assert light.violations_count == 0, light.generate_report()
    assert dark.violations_count == 0, dark.generate_report()


def test_axe_would_find_a_missing_alternative_text(open_page: OpenPage) -> None:
    page = open_page("methodology.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")

    assert Axe().run(page).violations_count > 0


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})

        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_word_without_an_end_widens_no_page(open_page: OpenPage, tmp_path: Path) -> None:
    word = "W" * 110
    event = f"title: {word}\ndate: 2022-01-05\nplace: {word}\nsources: [{{title: {word}}}]\n"
    source = site_of(
        tmp_path,
        {
            "events/e.yaml": event,
            "pages/methodology.md": f"# {word}\n\n| {word} | b |\n|---|---|\n| a | {word} |\n",
        },
    )
    build(source, tmp_path / "output")
    for path in ("index.html", "events/e.html", "2022.html", "methodology.html"):
        page = open_page(path, width=360, site=tmp_path / "output")

        assert page.evaluate("document.documentElement.scrollWidth") == 360, path


def test_the_page_reads_without_script_as_with_it(open_page: OpenPage) -> None:
    path = "events/2022-01-05-al-omar-shelling.html"

    assert open_page(path, javascript=False).inner_text("main") == open_page(path).inner_text("main")


def test_a_page_has_no_script_but_modules_of_its_own(site: Path) -> None:
    ours = re.compile(r'<script type="module" src="(\.\./)*assets/[a-z]+\.js">')
    for file in site.rglob("*.html"):
        scripts = re.findall(r"<script[^>]*>", file.read_text())
        other = [script for script in scripts if not ours.fullmatch(script)]
        assert all('type="application/ld+json"' in script for script in other), file


def test_every_page_opens_from_disk_with_its_style(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto((site / path).as_uri())
        assert page.title(), path
        font = page.locator("body").evaluate("element => getComputedStyle(element).fontFamily")
        assert "Palatino" in font, path
    context.close()

    assert [url for url in asked if not url.startswith("file:")] == []


def test_a_keyboard_reaches_the_content_first(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"

    page.keyboard.press("Enter")

    assert page.url.endswith("#content")


def test_a_bar_of_the_strip_leads_to_its_event(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.locator("svg a[href$='2022-01-05-green-village-attack.html']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/2022-01-05-green-village-attack.html")

    assert page.locator("h1").inner_text().startswith("Eight rounds of indirect fire")


def test_previous_and_next_walk_through_the_whole_timeline(open_page: OpenPage) -> None:
    page = open_page("events/2020-01-03-soleimani-killing.html")
    seen = [page.locator("h1").inner_text()]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        seen.append(page.locator("h1").inner_text())

    assert len(seen) == len(set(seen)) == 10


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the kinds of page that the story does not need: stubs, redirects, lists cut by time."""
    folder = tmp_path_factory.mktemp("long")
    event = "title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/report]\ntags: [power]\n"
    files = {f"events/e{number}.yaml": event for number in range(MOST + 1)}
    files["events/gone.yaml"] = event + "status: withdrawn\nwithdrawn_reason: It was a drill.\n"
    files["events/here.yaml"] = event + "former_ids: [there]\n"
    build(site_of(folder / "source", files), folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "path", ["index.html", "events/gone.html", "tags/power.html", "tags/power/2022.html"]
)
def test_axe_finds_nothing_on_pages_of_other_sites(open_page: OpenPage, long_site: Path, path: str) -> None:
    results = Axe().run(open_page(path, site=long_site))

    assert results.violations_count == 0, results.generate_report()


def test_a_former_address_leads_on(open_page: OpenPage, long_site: Path) -> None:
    page = open_page("events/there.html", site=long_site)
    page.wait_for_url("**/events/here.html")

    assert page.locator("h1").inner_text() == "Power returns"
