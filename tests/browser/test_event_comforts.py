"""An event's page in the browser: covered pictures, the picture that a screen needs, copying a citation."""

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from dateline.pipeline import build
from tests.browser.conftest import ORIGIN, ROOT_URL, OpenPage
from tests.samples import site_of

EVENT = """
title: A wall falls
date: 2022-01-05
time: "04:30"
timezone: Asia/Baghdad
sources: [https://example.org/report]
media:
  - {type: photo, file: wall.jpg, alt: A wall., WARNING licence: CC0-1.0, credit: x, provenance: own}
"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one picture, open on one page and covered on another."""
    folder = tmp_path_factory.mktemp("pictured")
    photo = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(photo, "JPEG")
    files: dict[str, str | bytes] = {
        "site.yaml": "title: A timeline\nurl: https://timeline.example/repo/\n",
        "media/wall.jpg": photo.getvalue(),
        "events/open.yaml": EVENT.replace("WARNING", ""),
        "events/covered.yaml": EVENT.replace("WARNING", "content_warnings: [graphic-violence],"),
    }
    build(site_of(folder / "source", files), folder / "site")
    return folder / "site"


def test_a_covered_picture_is_fetched_only_when_it_is_asked_for(open_page: OpenPage, pictured: Path) -> None:
    page = open_page("404.html", site=pictured)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{ROOT_URL}events/covered.html")
    page.mouse.wheel(0, 9000)
    page.wait_for_load_state("networkidle")
    assert asked
    assert not [url for url in asked if "/media/" in url]

    with page.expect_request(lambda request: "/media/" in request.url) as fetched:
        page.locator(".covered summary").focus()
        page.keyboard.press("Enter")

    assert fetched.value.url.endswith(".avif")
    assert page.get_by_role("img", name="A wall.").is_visible()


def test_without_script_a_covered_picture_is_seen_only_when_it_is_asked_for(
    open_page: OpenPage, pictured: Path
) -> None:
    page = open_page("events/covered.html", javascript=False, site=pictured)
    image = page.locator("img")
    assert not image.is_visible()
    page.locator(".covered summary").focus()
    page.keyboard.press("Enter")

    assert image.is_visible()


@pytest.mark.parametrize(("width", "fetched"), [(360, "-400."), (700, "-800."), (1400, "-800.")])
def test_a_screen_fetches_the_size_that_suits_it(
    open_page: OpenPage, pictured: Path, width: int, fetched: str
) -> None:
    page = open_page("events/open.html", width=width, site=pictured)
    image = page.get_by_role("img", name="A wall.")
    image.scroll_into_view_if_needed()
    image.evaluate("image => image.decode()")

    assert fetched in image.evaluate("image => image.currentSrc")


def test_the_page_does_not_move_when_the_picture_comes(open_page: OpenPage, pictured: Path) -> None:
    page = open_page("events/open.html", site=pictured)
    sources = page.locator("#sources")
    before = sources.evaluate("element => element.offsetTop")
    image = page.get_by_role("img", name="A wall.")
    image.scroll_into_view_if_needed()
    image.evaluate("image => image.decode()")

    assert before == sources.evaluate("element => element.offsetTop")


def test_a_citation_is_copied_by_keyboard_and_told(open_page: OpenPage, pictured: Path) -> None:
    page = open_page("events/open.html", site=pictured)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
    page.get_by_role("button", name="Copy this citation").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Copied.").wait_for()

    words = "“A wall falls” (5 January 2022; reported). In: A timeline."
    assert page.evaluate("navigator.clipboard.readText()") == f"{words} {ORIGIN}/repo/events/open.html"


def test_a_browser_that_refuses_selects_the_words_and_says_so(open_page: OpenPage, pictured: Path) -> None:
    page = open_page("events/open.html", site=pictured)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy this citation").click()
    page.get_by_role("status").get_by_text("select the text").wait_for()

    assert "A wall falls" in page.evaluate("getSelection().toString()")


def test_without_script_there_is_no_button_to_press(open_page: OpenPage, pictured: Path) -> None:
    page = open_page("events/open.html", javascript=False, site=pictured)

    assert page.locator("main").get_by_role("button").count() == 0
    assert page.locator("#citation").is_visible()


@pytest.mark.parametrize("path", ["events/open.html", "events/covered.html"])
def test_axe_finds_nothing_with_the_picture_open(open_page: OpenPage, pictured: Path, path: str) -> None:
    page = open_page(path, site=pictured)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)

        assert results.violations_count == 0, results.generate_report()
