"""WCAG 2.2 AA on every kind of page: what the page on accessibility claims of pages, a browser shows here."""

import io
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dateline.engine import templates
from dateline.language import language
from dateline.terms import Verification
from tests.access import proves
from tests.browser.conftest import ROOT_URL, OpenPage
from tests.browser.every_kind import KINDS, PAGES, every_kind

OWN = [
    "index.html",
    "events/2022-01-05-green-village-attack.html",
    "fa/index.html",
]
"""Pages of the repository's own site whose content differs most from the small one's."""

EVERY = [*PAGES, *(f"own {path}" for path in OWN)]
every_page = pytest.mark.parametrize("path", EVERY)
Show = Callable[..., Page]

AXE: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]},
    "dark": {"runOnly": ["color-contrast"], "resultTypes": ["violations"]},
}
"""What axe looks at: in the dark colours are other, and nothing else is. To tell of all that is right
takes it as long as to look."""

STOPS = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  .map((one, number) => { one.dataset.stop = number; return number; })
"""
FOCUSED = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  // A link that runs over two lines is touched in its first.
  const line = one.getClientRects()[0] ?? box;
  const on = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  return {
    stop: one.dataset.stop === undefined ? null : Number(one.dataset.stop),
    says: one.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: line.bottom > 0 && line.top < innerHeight && line.right > 0 && line.left < innerWidth,
    free: on !== null && (one.contains(on) || on.contains(one)),
    on: on?.outerHTML.slice(0, 120),
  };
}
"""
OUTLINE = """
() => ({
  title: document.title,
  mains: document.querySelectorAll("main").length,
  heads: document.querySelectorAll("body > header").length,
  foots: document.querySelectorAll("body > footer").length,
  levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.localName[1])),
  navs: [...document.querySelectorAll("nav")].map((one) =>
    one.getAttribute("aria-label") ??
    document.getElementById(one.getAttribute("aria-labelledby"))?.textContent),
})
"""
BY_COLOUR = """
() => {
  const plain = (one) => {
    const style = getComputedStyle(one);
    return !style.textDecorationLine.includes("underline") && parseFloat(style.borderBottomWidth) === 0;
  };
  const around = (one) => one.closest("p, li, dd, td, h2, h3");
  const links = [...document.querySelectorAll("main :is(p, li, dd, td, h2, h3) a[href]")]
    .filter((one) => around(one).textContent.trim() !== one.textContent.trim());
  const dashed = (one) => getComputedStyle(one.querySelector("rect")).strokeDasharray !== "none";
  const bars = [...document.querySelectorAll(".strip-bar:not(.strip-fading)")];
  const same = bars.filter((one) => dashed(one) !== one.classList.contains("strip-uncertain"));
  return [...links.filter(plain), ...same].map((one) => one.outerHTML.slice(0, 120));
}
"""
"""Links that only a colour tells from the words around them, and bars whose doubt only a colour says."""

CUT = """
() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  const hides = ["hidden", "clip"].includes(style.overflowX);
  return hides && !one.closest("svg") && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 120))
"""
MOVES = """
() => {
  const named = (one) => one.outerHTML.slice(0, 120);
  const moving = [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const times = style.transitionDuration.split(", ");
    const eased = times.some((time) => time !== "0s");
    return eased || style.animationName !== "none" || style.scrollBehavior !== "auto";
  });
  return [...moving.map(named), ...document.getAnimations().map((one) => named(one.effect.target))];
}
"""


FAULTS = """
() => {
  const buttons = [1, 2].map(() => {
    const one = document.createElement("button");
    one.textContent = ".";
    one.style.cssText = "inline-size: 8px; block-size: 8px; padding: 0; border: 0";
    return one;
  });
  document.querySelector("main").append(document.createElement("img"), ...buttons);
}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with every kind of page."""
    return every_kind(tmp_path_factory.mktemp("every"))


@pytest.fixture
def show(open_page: OpenPage, small: Path, site: Path) -> Show:
    """Open a page of the small site, or one of the repository's own."""

    def shown(path: str, *, width: int = 1280) -> Page:
        name = path.removeprefix("own ")
        # A page that leads on is looked at before it does.
        stays = name.endswith("events/there.html")
        page = open_page("about.html" if stays else name, width=width, site=site if name != path else small)
        if stays:
            html = re.sub(r'<meta http-equiv="refresh"[^>]*>', "", (small / name).read_text())
            page.route("**/there.html", lambda route: route.fulfill(body=html, content_type="text/html"))
            page.goto(ROOT_URL + name)
        return page

    return shown


def test_the_table_has_every_kind_of_page() -> None:
    made = {file.name for file in templates().glob("*.html") if not file.name.startswith("_")}

    assert set(KINDS) == made - {"base.html"}


@proves("rules")
@proves("targets")
@proves("skip")
@proves("keyboard")
@proves("focus")
@proves("outline")
@proves("words")
@proves("stillness")
@proves("reflow")
@proves("larger")
@every_page
def test_a_page_is_for_everyone(show: Show, path: str) -> None:
    page = show(path)
    is_outlined(page)
    says_in_words(page)
    assert page.evaluate(MOVES) == []
    axe_finds_nothing(page)
    is_walked_by_keyboard(page)
    fits_narrow_windows(page)
    fits_larger_text(page)


def axe_finds_nothing(page: Page) -> None:
    """By its rules nothing is wrong, in the light and in the dark."""
    axe = Axe()
    for scheme, options in AXE.items():
        page.emulate_media(color_scheme=scheme)
        results = axe.run(page, options=options)
        axe = Axe("0")  # the page has its script now, which is long

        assert results.violations_count == 0, results.generate_report()


def test_axe_would_find_a_missing_text_and_a_small_target(show: Show) -> None:
    page = show("about.html")
    page.evaluate(FAULTS)
    results = Axe().run(page, options=AXE["light"])

    assert {one["id"] for one in results.response["violations"]} >= {"image-alt", "target-size"}


def is_outlined(page: Page) -> None:
    """There are a title, landmarks with names of their own, and headings without a gap."""
    found = page.evaluate(OUTLINE)
    levels = found["levels"]

    assert found["title"]
    assert (found["mains"], found["heads"], found["foots"]) == (1, 1, 1)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert all(found["navs"])
    assert len(set(found["navs"])) == len(found["navs"])


def says_in_words(page: Page) -> None:
    """What supports an event is never only a look, and nothing is only a colour."""
    spoken = language(page.evaluate("document.documentElement.lang"))
    words = {spoken.gettext(word.label) for word in Verification}

    assert set(page.locator(".badge").all_inner_texts()) <= words
    assert page.evaluate(BY_COLOUR) == []


def fits_narrow_windows(page: Page) -> None:
    """A narrow window is never scrolled to the side."""
    for width in (320, 360, 800, 1400):
        page.set_viewport_size({"width": width, "height": 900})

        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def fits_larger_text(page: Page) -> None:
    """Text may be twice as large: nothing is cut, and nothing is scrolled to the side."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(
        "document.documentElement.style.fontSize ="
        " `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`"
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(CUT) == []


def test_what_only_a_colour_says_would_be_seen(show: Show) -> None:
    page = show("own index.html")
    page.evaluate("document.querySelectorAll('main p a').forEach((one) => one.style.textDecoration = 'none')")
    links = page.evaluate(BY_COLOUR)
    page.evaluate(
        "document.querySelectorAll('.strip-uncertain rect')"
        ".forEach((one) => one.style.strokeDasharray = 'none')"
    )
    assert len(page.evaluate(BY_COLOUR)) > len(links) > 0


def test_what_moves_would_be_seen(show: Show) -> None:
    page = show("about.html")
    page.emulate_media(reduced_motion="no-preference")

    assert page.evaluate(MOVES) != []


def walked(page: Page) -> None:
    """Go through a page with Tab alone: every stop is reached, can be seen, and is left again."""
    wanted = set(page.evaluate(STOPS))
    page.locator("a.skip").first.focus()
    reached = {0}
    for _ in range(3 * len(wanted) + 20):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        for _ in range(20):
            if found is None or found["free"]:
                break
            page.wait_for_timeout(100)  # the page is still busy: what covers the stop for good stays
            found = page.evaluate(FOCUSED)
        if found is None or found["stop"] == 0:
            break
        if found["stop"] in reached:
            pytest.fail(f"a trap, or a stop that comes twice: {found['says']}")
        assert found["seen"], found["says"]
        assert found["outlined"], found["says"]
        assert found["free"], (found["says"], found["on"])
        if found["stop"] is not None:
            reached.add(found["stop"])
    else:
        pytest.fail("the Tab key never leads out of the page")
    left_out = page.evaluate(
        "all => all.map(one => document.querySelector(`[data-stop='${one}']`)?.outerHTML.slice(0, 120))"
        ".filter(Boolean)",
        sorted(wanted - reached),
    )

    assert left_out == []


def is_walked_by_keyboard(page: Page) -> None:
    """The first stop leads to the content; from there, and from the top, every stop is reached."""
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.matches('a.skip[href=\"#content\"]')")

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.masthead') === null")

    walked(page)


@proves("keyboard")
@proves("focus")
@pytest.mark.parametrize("path", ["index.html", "ar/index.html"])
def test_a_keyboard_alone_reaches_the_filters_and_their_results(show: Show, path: str) -> None:
    page = show(path + "?tag=power")
    expect(page.locator(".results .card")).to_have_count(20)
    expect(page.locator(".strip-live")).to_be_visible()
    page.locator("details.filters > summary").press("Enter")
    for summary in page.locator(".facet > summary").all():
        summary.press("Enter")
    walked(page)


@proves("keyboard")
@proves("focus")
def test_a_keyboard_alone_reaches_the_tools_of_the_map(show: Show) -> None:
    page = show("map.html")
    expect(page.locator(".atlas-tools")).to_be_visible()
    page.locator(".atlas-mark").first.press("Enter")
    expect(page.locator(".atlas-panel")).to_be_visible()
    walked(page)


@proves("keyboard")
@proves("focus")
def test_a_keyboard_alone_reaches_an_event_with_its_picture_open(show: Show) -> None:
    page = show("events/wall.html")
    page.locator(".covered summary").press("Enter")
    expect(page.get_by_role("img", name="A wall.")).to_be_visible()
    walked(page)


def printed(page: Page) -> str:
    """What stands on paper, without spaces, in which a PDF is not exact."""
    page.emulate_media(media="print")
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return squeezed(" ".join(sheet.extract_text() for sheet in reader.pages))


def squeezed(text: str) -> str:
    """A text without spaces, joined letters and the hyphens that a line may end with."""
    return re.sub(r"[\s\u00ad\u2010\u2066-\u2069-]+", "", unicodedata.normalize("NFKC", text))


@proves("print")
@pytest.mark.parametrize(
    "path", ["own index.html", "own events/2022-01-05-al-omar-shelling.html", "events/wall.html"]
)
def test_paper_has_all_words_and_no_tools(show: Show, path: str) -> None:
    page = show(path)
    words = [squeezed(word) for word in page.locator("main").inner_text().split()]
    tools = page.locator(
        ".strip-tools, .filters, .copy, .embed-codes, .ways, .crumbs, .neighbours, .skip, nav, .results"
    )
    aside = [*tools.all_inner_texts(), *page.locator("svg text").all_text_contents()]
    hidden = {squeezed(word) for text in aside for word in text.split()}
    on_paper = printed(page)

    assert [word for word in words if word not in hidden and word not in on_paper] == []
    for tool in tools.all():
        assert not tool.is_visible()


@proves("print")
def test_paper_has_the_addresses_of_sources(show: Show) -> None:
    page = show("events/wall.html")
    on_paper = printed(page)

    assert "<https://example.org/report>" in on_paper
    assert "<https://example.org/second>" in on_paper


@proves("print")
@pytest.mark.parametrize("path", ["own index.html", "own map.html", "events/wall.html"])
def test_no_drawing_is_cut_by_the_edge_of_the_paper(show: Show, path: str) -> None:
    page = show(path, width=718)  # A4 with the margins that Chromium leaves
    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    assert page.evaluate(CUT) == []
