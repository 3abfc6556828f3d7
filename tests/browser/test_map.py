"""The map of all places in a real browser: by keyboard, mouse and fingers, and without a script."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dateline.pipeline import build
from tests.browser.conftest import OpenPage, Visit
from tests.samples import site_of

PLACES = """
north: {name: North, lat: 37.9, lon: 40.2, uncertainty_m: 900, part_of: land}
south: {name: South, lat: 33.1, lon: 40.9, uncertainty_m: 60000, part_of: land}
mill: {name: Mill, lat: 35.1, lon: 40.5, uncertainty_m: 900, part_of: land}
quay: {name: Quay, lat: 35.15, lon: 40.55, uncertainty_m: 900, blur_m: 2000, part_of: land}
land: {name: Land}
"""
WHERE = ["north", "south", "south", "mill", "mill", "mill", "quay", "quay"]
FIRST_YEAR = 2005


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with places near to each other and far, one event a year."""
    folder = tmp_path_factory.mktemp("mapped")
    files = {"places.yaml": PLACES}
    for number, place in enumerate(WHERE):
        files[f"events/e{number}.yaml"] = (
            f"title: Event {number}\ndate: {FIRST_YEAR + number}-03-01\nplace: {place}\n"
            "sources: [https://example.org/report]\n"
        )
    return published(folder, files)


def published(folder: Path, files: dict[str, str]) -> Path:
    """The folder of a built site."""
    built = build(site_of(folder / "source", files), folder / "site")
    assert built.written is not None, built.problems
    return folder / "site"


@pytest.fixture
def page(open_page: OpenPage, mapped: Path) -> Page:
    """The map, ready."""
    return ready(open_page("map.html", site=mapped))


def ready(page: Page) -> Page:
    """The page once its script has drawn the map."""
    expect(page.locator(".atlas-tools")).to_be_visible()
    expect(page.locator(".atlas-status")).not_to_be_empty()
    return page


def view(page: Page) -> list[float]:
    """The part of the drawing that is seen: left, top, width, height."""
    settle(page)
    return [float(side) for side in (page.locator(".map-drawing").get_attribute("viewBox") or "").split()]


def settle(page: Page) -> None:
    """Two frames later, all that was asked for is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")


def labels(page: Page) -> set[str]:
    """What the marks say."""
    settle(page)
    return {mark.get_attribute("aria-label") or "" for mark in page.locator(".atlas-mark").all()}


def stage(page: Page) -> Locator:
    """What has the focus when keys move the map."""
    return page.locator(".atlas-stage")


WHOLE = [0, 0, 640, 400]
FAR = {"North: one event", "2 places close together: Mill, Quay. 5 events", "South: 2 events"}


def test_the_page_is_whole_without_a_script(open_page: OpenPage, mapped: Path) -> None:
    page = open_page("map.html", site=mapped, javascript=False)
    marks = page.locator(".atlas-mark")

    assert {mark.get_attribute("aria-label") for mark in marks.all()} == FAR
    assert (
        not page.locator(".atlas-tools, .atlas-years, .atlas-panel, .atlas-status, .atlas-help")
        .locator("visible=true")
        .count()
    )
    assert page.locator(".atlas-lines a").all_inner_texts() == ["Mill", "North", "Quay", "South"]

    page.locator("a.atlas-mark[aria-label^=North]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/north.html")


def test_the_script_says_what_the_page_said(page: Page) -> None:
    assert labels(page) == FAR
    expect(page.locator(".atlas-status")).to_have_text("8 events at 4 places")


def test_buttons_draw_near_and_far_and_move_aside(page: Page) -> None:
    page.get_by_role("button", name="Nearer").click()
    near = view(page)

    assert near[2] == pytest.approx(640 / 1.5)

    for name, side, sign in (("Right", 0, 1), ("Left", 0, -1), ("Down", 1, 1), ("Up", 1, -1)):
        before = view(page)
        page.get_by_role("button", name=name, exact=True).click()

        assert (view(page)[side] - before[side]) * sign > 0, name

    page.get_by_role("button", name="Further").click()

    assert view(page) == pytest.approx(WHOLE)


def test_keys_move_the_map_when_it_has_the_focus(page: Page) -> None:
    page.locator("[data-pan='1 0']").focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "atlas-stage"

    scrolled = page.evaluate("scrollY")
    for key in ("+", "="):
        page.keyboard.press(key)
    near = view(page)

    assert near[2] == pytest.approx(640 / 1.5**2)

    for key, side, sign in (
        ("ArrowRight", 0, 1),
        ("ArrowLeft", 0, -1),
        ("ArrowDown", 1, 1),
        ("ArrowUp", 1, -1),
    ):
        before = view(page)
        page.keyboard.press(key)

        assert (view(page)[side] - before[side]) * sign > 0, key

    page.keyboard.press("-")

    assert view(page)[2] == pytest.approx(640 / 1.5)

    page.keyboard.press("0")

    assert view(page) == WHOLE
    assert page.evaluate("scrollY") == scrolled


def test_keys_elsewhere_do_not_move_the_map(page: Page) -> None:
    page.locator(".masthead a").first.focus()
    for key in ("+", "ArrowRight"):
        page.keyboard.press(key)

    assert view(page) == WHOLE


def test_the_map_never_leaves_its_sheet_nor_goes_too_near(page: Page) -> None:
    stage(page).focus()
    for _ in range(12):
        page.keyboard.press("+")

    assert view(page)[2:] == [20, 12.5]

    page.evaluate("location.hash = 'at=0.0200_0.9800_32'")
    expect(page.locator(".map-drawing")).to_have_attribute("viewBox", re.compile("^2[.]8"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")

    assert view(page) == [0, 387.5, 20, 12.5]


def test_a_wheel_alone_scrolls_the_page(page: Page) -> None:
    stage(page).hover()
    page.mouse.wheel(0, 100)
    page.wait_for_function("() => scrollY > 0")

    assert view(page) == WHOLE


def test_a_wheel_with_control_draws_near_to_where_it_points(page: Page) -> None:
    box = stage(page).locator("svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.1)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    left, top, wide, high = view(page)

    assert wide < 400
    assert left > (640 - wide) / 2
    assert top < (400 - high) / 2


def test_a_wheel_draws_near_once_the_map_has_the_focus(page: Page) -> None:
    stage(page).focus()
    stage(page).hover()
    page.mouse.wheel(0, -300)

    assert view(page)[2] < 640


def test_a_drag_moves_the_map_and_chooses_nothing(page: Page) -> None:
    stage(page).focus()
    page.keyboard.press("+")
    before = view(page)
    mark = page.locator(".atlas-mark[aria-label^='2 places']").bounding_box()
    assert mark is not None
    x, y = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    after = view(page)

    assert after[0] < before[0]
    assert after[1] < before[1]
    assert page.locator(".atlas-panel").is_hidden()


def test_two_fingers_draw_near_and_one_does_not(page: Page) -> None:
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *across: float) -> None:
        points = [{"x": x + shift, "y": y, "id": number} for number, shift in enumerate(across)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    box = stage(page).locator("svg").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch("touchStart", 0)
    touch("touchMove", 60)
    touch("touchEnd")

    assert view(page) == WHOLE

    touch("touchStart", -40, 40)
    touch("touchMove", -60, 60)
    touch("touchMove", -80, 80)
    touch("touchEnd")
    near = view(page)

    assert near[2] == pytest.approx(320, rel=0.05)

    touch("touchStart", -40, 40)
    touch("touchMove", -90, -10)
    touch("touchEnd")

    assert view(page)[0] > near[0] + 10


def test_places_close_together_part_when_they_are_chosen(page: Page) -> None:
    page.locator(".atlas-mark[aria-label^='2 places']").focus()
    page.keyboard.press("Enter")
    settle(page)

    assert page.evaluate("document.activeElement.id") == "atlas-chosen"
    assert page.locator("#atlas-chosen").inner_text() == "2 places"
    assert page.locator(".atlas-panel li").all_inner_texts() == ["Mill: 3 events", "Quay: 2 events"]
    assert labels(page) >= {"Mill: 3 events", "Quay: 2 events"}


def test_a_place_that_is_chosen_lists_its_events_beside_the_map(page: Page) -> None:
    page.locator(".atlas-mark[aria-label^=South]").focus()
    page.keyboard.press(" ")
    expect(page.locator(".atlas-panel li a")).to_have_text(["Event 1", "Event 2"])

    assert page.locator("#atlas-chosen").inner_text() == "South"
    assert page.locator("[data-detail]").inner_text() == "Land · Known to within 60 km."
    assert page.locator(".atlas-mark[aria-pressed=true]").get_attribute("aria-label") == "South: 2 events"

    page.locator(".atlas-panel li a").first.click()
    page.wait_for_url("**/events/e1.html")


def test_a_mouse_chooses_too_and_a_blur_is_said(page: Page) -> None:
    page.locator(".atlas-mark[aria-label^='2 places']").click()
    page.get_by_role("button", name="Quay: 2 events", exact=True).last.click()
    expect(page.locator(".atlas-panel li a")).to_have_text(["Event 6", "Event 7"])

    assert "Position blurred on purpose to 2 km." in page.locator("[data-detail]").inner_text()
    assert page.locator("[data-more] a").get_attribute("href") == "places/quay.html"


def test_a_list_is_closed_by_key_and_by_button(page: Page) -> None:
    for close in ("key", "button"):
        page.locator(".atlas-mark[aria-label^=North]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".atlas-panel")).to_be_visible()
        if close == "key":
            stage(page).focus()
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="Close the list").click()
        expect(page.locator(".atlas-panel")).to_be_hidden()

        assert page.evaluate("document.activeElement.className") == "atlas-stage"


def test_years_hide_places_without_events_in_them(page: Page) -> None:
    first, last = page.locator("[data-year=from]"), page.locator("[data-year=to]")
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    last.focus()
    page.keyboard.press("ArrowLeft")

    assert labels(page) == {"2 places close together: Mill, Quay. 4 events"}
    expect(page.locator(".atlas-status")).to_have_text("2008 to 2011: 4 events at 2 places")
    assert first.get_attribute("aria-valuetext") == "2008"
    assert page.locator("[data-said=to]").inner_text() == "2011"


def test_the_first_year_is_never_after_the_last(page: Page) -> None:
    page.locator("[data-year=to]").focus()
    page.keyboard.press("Home")
    page.locator("[data-year=from]").focus()
    page.keyboard.press("End")

    expect(page.locator(".atlas-status")).to_have_text("2012 to 2012: one event at one place")


def test_a_list_follows_the_years(page: Page) -> None:
    page.locator(".atlas-mark[aria-label^=South]").click()
    expect(page.locator(".atlas-panel li a")).to_have_count(2)
    page.locator("[data-year=from]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".atlas-panel li a")).to_have_text(["Event 2"])
    page.keyboard.press("End")
    expect(page.locator("[data-more]")).to_contain_text("No event in these years.")


def test_the_address_says_where_the_reader_is(open_page: OpenPage, page: Page, mapped: Path) -> None:
    stage(page).focus()
    page.keyboard.press("+")
    page.locator("[data-year=from]").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".atlas-mark[aria-label^=South]").click()
    expect(page.locator(".atlas-panel li a")).to_have_count(2)
    before, hash_ = view(page), page.evaluate("location.hash")

    assert "years=2006_2012" in hash_
    assert "place=south" in hash_

    again = ready(open_page(f"map.html{hash_}", site=mapped))
    expect(again.locator(".atlas-panel li a")).to_have_text(["Event 1", "Event 2"])

    assert view(again) == pytest.approx(before, abs=0.5)
    assert labels(again) == labels(page)

    again.evaluate("location.hash = 'years=2005_2005'")
    expect(again.locator(".atlas-status")).to_have_text("2005 to 2005: one event at one place")

    assert view(again) == WHOLE


@pytest.mark.parametrize(
    "said", ["at=x_y_z", "at=9_9_999", "years=1_2", "place=nowhere", "at=NaN_1_2", "content"]
)
def test_an_address_that_means_nothing_does_no_harm(open_page: OpenPage, mapped: Path, said: str) -> None:
    page = ready(open_page(f"map.html#{said}", site=mapped))
    left, top, wide, high = view(page)

    assert 0 <= left <= 640 - wide
    assert 0 <= top <= 400 - high
    assert page.locator(".atlas-panel").is_hidden()


def test_the_way_past_the_map_works(page: Page) -> None:
    page.get_by_text("Skip the map").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#map-list")

    assert view(page) == WHOLE


def test_near_the_ground_is_finer(page: Page) -> None:
    stage(page).focus()
    for _ in range(4):
        page.keyboard.press("+")
    expect(page.locator(".atlas-ground")).to_have_attribute("display", "none")

    assert page.locator(".atlas-close-ground g").count()

    page.keyboard.press("0")
    expect(page.locator(".atlas-ground")).to_have_attribute("display", "inline")

    assert not page.locator(".atlas-close-ground g").count()


def test_marks_keep_their_size_and_circles_grow(page: Page) -> None:
    def widths(name: str) -> float:
        settle(page)
        box = page.locator(f".atlas-mark[aria-label^={name}] ellipse").bounding_box()
        assert box is not None
        return box["width"]

    ring, circle = widths("North"), widths("South")
    stage(page).focus()
    page.keyboard.press("+")

    assert widths("North") == pytest.approx(ring, rel=0.05)
    assert widths("South") == pytest.approx(circle * 1.5, rel=0.05)


def test_focus_stays_on_a_mark_that_is_drawn_anew(page: Page) -> None:
    page.locator(".atlas-mark[aria-label^=South]").focus()
    page.keyboard.press("+")
    settle(page)

    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "South: 2 events"


def test_without_its_data_the_page_stays_as_it_is(
    open_page: OpenPage, visit: Visit, mapped: Path, tmp_path: Path
) -> None:
    for name in ("map.html", "assets/map.js", "assets/map.css", "assets/style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((mapped / name).read_bytes())
    page = open_page("map.html", site=tmp_path)
    page.wait_for_load_state("networkidle")

    assert page.locator(".atlas-tools").is_hidden()
    assert page.locator("a.atlas-mark").count() == 2
    assert all("404" in error for error in visit.errors)

    visit.errors.clear()


def test_a_list_that_cannot_be_had_says_so(page: Page, visit: Visit) -> None:
    page.route("**/map/events-*.json", lambda route: route.fulfill(status=500))
    page.locator(".atlas-mark[aria-label^=North]").click()
    expect(page.locator("[data-more]")).to_contain_text("The events could not be loaded.")

    assert page.locator("[data-more] a").get_attribute("href") == "places/north.html"

    visit.errors.clear()


def test_islands_on_both_sides_of_the_date_line_are_on_one_map(open_page: OpenPage, tmp_path: Path) -> None:
    files = {
        "places.yaml": "fiji: {name: Suva, lat: -18.1, lon: 178.4, uncertainty_m: 9000}\n"
        "taveuni: {name: Taveuni, lat: -16.8, lon: -179.9, uncertainty_m: 9000}\n"
        "tarawa: {name: Tarawa, lat: 1.4, lon: 173.0, uncertainty_m: 9000}\n"
        "kiritimati: {name: Kiritimati, lat: 1.9, lon: -157.4, uncertainty_m: 9000}\n"
    }
    for name in ("fiji", "taveuni", "tarawa", "kiritimati"):
        files[f"events/{name}.yaml"] = (
            f"title: At {name}\ndate: 2022-01-05\nplace: {name}\nsources: [https://example.org/report]\n"
        )
    page = ready(open_page("map.html", site=published(tmp_path, files)))

    assert labels(page) == {
        "2 places close together: Suva, Taveuni. 2 events",
        "Tarawa: one event",
        "Kiritimati: one event",
    }
    assert page.locator(".atlas-years").is_hidden()


@pytest.mark.parametrize("width", [320, 1400])
def test_axe_finds_nothing_while_the_map_is_used(open_page: OpenPage, mapped: Path, width: int) -> None:
    page = ready(open_page("map.html", site=mapped, width=width))
    page.locator(".atlas-mark[aria-label^=South]").click()
    expect(page.locator(".atlas-panel li a")).to_have_count(2)
    light = Axe().run(page)
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page)

    assert light.violations_count == 0, light.generate_report()
    assert dark.violations_count == 0, dark.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_leaves_out_what_only_moves(page: Page) -> None:
    page.emulate_media(media="print")

    assert page.locator(".atlas-tools").is_hidden()
    assert page.locator(".atlas-years").is_hidden()
    assert page.locator(".map-drawing").is_visible()


@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("path", ["map.html", "ar/map.html"])
def test_the_name_of_what_is_in_view_is_seen_to_its_end(
    open_page: OpenPage, site: Path, path: str, width: int
) -> None:
    page = open_page(path, site=site, width=width)
    expect(page.locator(".atlas-tools")).to_be_visible()
    frame = page.locator(".atlas svg").bounding_box()
    names = page.locator(".atlas-names text")
    expect(names).not_to_have_count(0)
    for name in names.all():
        box = name.bounding_box()

        assert frame is not None
        assert box is not None
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
