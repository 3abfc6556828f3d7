"""An embed on somebody else's page: its code works under a strict policy, fits, and stays where it is."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from re import DOTALL, findall

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import ROOT_URL, Visit, _from

HOST = "https://host.example/"
POLICY = f"default-src 'none'; frame-src {ROOT_URL}"
"""What a careful host sends: no scripts, no styles, and no frames but ours."""

EVENT = "events/2022-01-05-al-omar-shelling.html"
FITS = "document.documentElement.scrollWidth <= innerWidth"

Put = Callable[..., Page]


def codes(site: Path, path: str) -> tuple[str, str]:
    """The code of the frame and that of the card, as a reader copies them from a page."""
    frame, card = findall(r"<textarea[^>]*>(.*?)</textarea>", (site / path).read_text(), DOTALL)
    return unescape(frame), unescape(card)


@pytest.fixture
def put(browser: Browser, visit: Visit, site: Path) -> Iterator[Put]:
    """Put the codes of some pages on a page of another origin; nothing else may be asked for."""
    context = browser.new_context(reduced_motion="reduce")
    answer = _from(site, visit)

    def route(one: Route) -> None:
        if one.request.url == HOST:
            one.fulfill(
                body=html,
                content_type="text/html; charset=utf-8",
                headers={"content-security-policy": POLICY},
            )
        else:
            answer(one)

    html = ""

    def put_(*paths: str, width: int = 800) -> Page:
        nonlocal html
        base = (site / "embed/index.json").read_text().partition('provider_url": "')[2].partition('"')[0]
        both = "".join("".join(codes(site, path)) for path in paths)
        html = f"<!doctype html><title>Host</title><h1>Host</h1>{both.replace(base, ROOT_URL)}"
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda said: visit.errors.append(said.text) if said.type == "error" else None)
        page.goto(HOST)
        return page

    context.route("**/*", route)
    yield put_
    context.close()


@pytest.mark.parametrize("width", [320, 360, 800])
def test_a_frame_works_under_a_strict_policy_and_fits(put: Put, width: int) -> None:
    page = put("index.html", EVENT, f"ar/{EVENT}", width=width)
    for number in range(3):
        frame = page.locator("iframe").nth(number)
        frame.scroll_into_view_if_needed()
        inside = frame.content_frame.locator("body")

        expect(inside.locator("h1")).to_be_visible()
        assert "Palatino" in inside.evaluate("one => getComputedStyle(one).fontFamily")
        assert inside.evaluate(f"() => {FITS}")
    assert page.evaluate(FITS)


def test_a_frame_is_about_as_high_as_its_text(put: Put) -> None:
    page = put("events/2022-01-03-baghdad-airport-drones.html", width=520)
    body = page.locator("iframe").content_frame.locator("body")
    expect(body.locator("h1")).to_be_visible()
    end, high = body.evaluate(
        "one => [one.querySelector('footer').getBoundingClientRect().bottom, innerHeight]"
    )

    assert end <= high < end + 200


def test_links_stay_inside_but_for_the_one_that_leads_out(put: Put) -> None:
    page = put("index.html")
    inside = page.locator("iframe").content_frame
    inside.get_by_role("link", name="Observatory reports shells").click()
    expect(inside.get_by_role("heading", level=1)).to_contain_text("Observatory reports shells")
    inside.get_by_role("link", name="The whole timeline").click()
    expect(inside.locator(".lines li")).to_have_count(10)
    inside.get_by_role("link", name="Observatory reports shells").click()
    with page.expect_popup() as opened:
        inside.get_by_role("link", name="Open on").click()
    opened.value.wait_for_load_state()

    assert page.url == HOST
    assert opened.value.url == ROOT_URL + EVENT
    assert opened.value.evaluate("opener") is None
    opened.value.get_by_text("Embed this on another page").click()  # out there all is as ever
    assert opened.value.evaluate("self.origin") != "null"


def test_a_card_leads_to_the_page(put: Put) -> None:
    page = put(EVENT)
    expect(page.locator("blockquote")).to_contain_text("Disputed · possibly 5 January 2022")

    expect(page.locator("blockquote a")).to_have_attribute("href", ROOT_URL + EVENT)
