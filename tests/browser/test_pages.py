"""Pages as readers meet them: complete without a script, from a disk, and leading on to each other."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from dateline.pipeline import build
from tests.browser.conftest import OpenPage
from tests.samples import EVENT, site_of

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
    "map.html",
    "places.html",
    "actors.html",
    "sources.html",
    "types.html",
    "tags.html",
    "2022.html",
    "2022/01.html",
    "2022/01/05.html",
    "on-this-day.html",
    "disputed.html",
    "methodology.html",
    "404.html",
]
# Data, and the tools that come to what is complete without them.
MAY_STAND = r'<script type="(application/ld\+json"|module" src="(\.\./)*assets/\w+\.js")>'


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
    page = open_page(path)
    page.locator("button").evaluate_all("buttons => buttons.forEach(button => button.hidden = true)")

    assert open_page(path, javascript=False).inner_text("main") == page.inner_text("main")


def test_scripts_are_data_or_modules_of_our_own(site: Path) -> None:
    for file in site.rglob("*.html"):
        scripts = re.findall(r"<script[^>]*>", file.read_text())
        assert all(re.fullmatch(MAY_STAND, script) for script in scripts), file


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


def test_a_former_address_leads_on(open_page: OpenPage, tmp_path: Path) -> None:
    build(site_of(tmp_path, {"events/here.yaml": EVENT + "former_ids: [there]\n"}), tmp_path / "site")
    page = open_page("events/there.html", site=tmp_path / "site")
    page.wait_for_url("**/events/here.html")

    assert page.locator("h1").inner_text() == "Power returns"
