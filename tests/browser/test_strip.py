"""The line of time as a tool: by mouse, wheel, touch and keyboard, with few events and with thousands."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dateline.dates import parse
from dateline.dates.days import Day, day_at, ordinal
from dateline.strip.timescale import Span, scale_of
from dateline.tick_words import tick_words
from tests.browser.choosing import answer, published, varied
from tests.browser.conftest import OpenPage
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of

TIMELINE = varied(40)
MANY = 2_400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(TIMELINE, tmp_path_factory.mktemp("varied"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More events than can be links, on four years."""
    days = {f"e{one:04}": day_at(ordinal(Day(2018, 1, 1)) + one * 1461 // MANY) for one in range(MANY)}
    events = {
        name: {"date": f"{day.year}-{day.month:02}-{day.day:02}", "type": "odd" if day.day % 2 else "even"}
        for name, day in days.items()
    }
    return published(timeline_of(events), tmp_path_factory.mktemp("crowd"))


def started(page: Page) -> Locator:
    """The frame of the tool, once it is there and quiet."""
    page.locator(".strip").hover()
    is_quiet(page)
    return page.locator(".strip-scroll")


def is_quiet(page: Page) -> None:
    """Wait until all in view is drawn and named: two frames, for what was asked is drawn in the next."""
    expect(page.locator(".strip-live")).to_be_visible()
    page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    expect(page.locator(".strip[aria-busy='false'] .strip-said")).not_to_be_empty()


def said(page: Page) -> str:
    """What is in view, in words."""
    is_quiet(page)
    return page.locator(".strip-said").inner_text()


def box(frame: Locator) -> tuple[float, float, float, float]:
    """Where the frame is: left, top, width, height."""
    found = frame.bounding_box()
    assert found is not None
    return found["x"], found["y"], found["width"], found["height"]


def test_the_tool_begins_with_what_the_build_drew(open_page: OpenPage, site: Path) -> None:
    page = open_page(site=site)
    places = (
        "bars => bars.map(one => [one.getAttribute('href'),"
        " Math.round(one.querySelector('rect').getBoundingClientRect().x)].join(' '))"
    )
    drawn = page.locator(".strip-bar").evaluate_all(places)
    started(page)
    page.mouse.move(0, 0)
    live = page.locator(".strip-live .strip-bar").evaluate_all(places)

    assert sorted(live) == sorted(drawn)
    expect(page.locator(".strip-live .strip-break")).to_have_attribute(
        "aria-label", "2 years without an event"
    )
    expect(page.locator(".strip-live .strip-break text")).to_have_text("2 years")


def test_a_bar_is_a_link_that_says_its_date_and_title(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    started(page)
    page.locator(".strip-live .strip-bar").last.focus()
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert "Event" in label
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/e*.html")


def test_keys_zoom_pan_and_go_back_to_the_whole(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    whole = said(page)
    frame.focus()
    page.keyboard.press("+")
    expect(page.locator(".strip-said")).not_to_have_text(whole)
    closer = said(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".strip-said")).not_to_have_text(closer)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".strip-said")).to_have_text(closer)
    page.keyboard.press("-")
    expect(page.locator(".strip-said")).to_have_text(whole)
    page.keyboard.press("+")
    page.keyboard.press("Home")
    expect(page.locator(".strip-said")).to_have_text(whole)


def test_buttons_do_it_too_and_start_the_tool_by_themselves(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    page.get_by_role("button", name="Look closer").press("Enter")
    expect(page.locator(".strip-said")).not_to_be_empty()
    closer = said(page)
    page.get_by_role("button", name="Earlier").click()
    expect(page.locator(".strip-said")).not_to_have_text(closer)
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Look from further away").click()
    whole = said(page)
    page.get_by_role("button", name="Whole").click()
    expect(page.locator(".strip-said")).to_have_text(whole)


def test_a_wheel_zooms_only_with_a_key_or_after_focus(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    left, top, width, height = box(frame)
    page.mouse.move(left + width / 2, top + height / 3)
    whole = said(page)
    page.mouse.wheel(0, -120)
    page.wait_for_function("() => scrollY === 0")
    page.mouse.wheel(0, 40)
    page.wait_for_function("() => scrollY > 0")  # the page moved, and the line did not
    assert said(page) == whole
    page.mouse.wheel(0, -400)
    page.wait_for_function("() => scrollY === 0")

    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    expect(page.locator(".strip-said")).not_to_have_text(whole)
    closer = said(page)
    frame.focus()
    page.mouse.wheel(0, -240)
    expect(page.locator(".strip-said")).not_to_have_text(closer)


def test_a_drag_along_the_dates_chooses_a_stretch(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    left, top, width, height = box(frame)
    page.mouse.move(left + width * 0.7, top + height - 8)
    page.mouse.down()
    page.mouse.move(left + width * 0.8, top + height - 8, steps=4)
    expect(page.locator(".strip-brush")).to_be_visible()
    page.mouse.move(left + width * 0.9, top + height - 8, steps=4)
    page.mouse.up()
    page.wait_for_url("**/index.html?from=*&to=*")
    first, last = (page.evaluate(f"new URL(location).searchParams.get('{end}')") for end in ("from", "to"))
    expected = answer(TIMELINE, {}, first, last)

    assert parse(first).sort_key < parse(last).sort_key
    expect(page.locator(".found")).to_have_text(f"Events found: {len(expected)} of 40")

    page.get_by_role("button", name="Drop the stretch").click()
    expect(page.locator(".strip-brush")).to_have_count(0)
    assert page.url.endswith("index.html")


def test_what_is_in_view_is_kept_by_the_keyboard_alone(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    frame.focus()
    for _ in range(3):
        page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Keep what is in view").press("Enter")
    page.wait_for_url("**/index.html?from=*&to=*")
    expect(page.locator(".results-body")).to_be_visible()


def test_a_drag_elsewhere_moves_the_line_and_follows_no_link(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    frame.focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    before = said(page)
    bar = page.locator(".strip-live .strip-bar").first.bounding_box()
    assert bar is not None
    page.mouse.move(max(bar["x"], 300) + 2, bar["y"] + 5)
    page.mouse.down()
    page.mouse.move(bar["x"] + 200, bar["y"] + 5, steps=5)
    page.mouse.up()

    expect(page.locator(".strip-said")).not_to_have_text(before)
    assert page.url.endswith("index.html")


def test_drawing_a_stretch_is_a_way_for_fingers(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    button = page.get_by_role("button", name="Draw a stretch")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    touch(page, frame, [[(0.6, 0.3)], [(0.7, 0.3)], [(0.9, 0.3)]])
    page.wait_for_url("**/index.html?from=*&to=*")


def test_two_fingers_zoom(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    frame = started(page)
    whole = said(page)
    touch(page, frame, [[(0.45, 0.3), (0.55, 0.3)], [(0.3, 0.3), (0.7, 0.3)], [(0.1, 0.3), (0.9, 0.3)]])

    expect(page.locator(".strip-said")).not_to_have_text(whole)


def touch(page: Page, frame: Locator, steps: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Put fingers on parts of the frame, move them step by step and lift them."""
    left, top, width, height = box(frame)
    session = page.context.new_cdp_session(page)
    for kind, fingers in [
        ("touchStart", steps[0]),
        *[("touchMove", step) for step in steps[1:]],
        ("touchEnd", ()),
    ]:
        points = [
            {"x": left + width * x, "y": top + height * y, "id": number}
            for number, (x, y) in enumerate(fingers)
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_lanes_stand_under_their_names(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    started(page)
    page.get_by_label("Lanes").select_option("type")
    expect(page.locator(".strip-lane")).to_have_text(["fire", "flood", "strike"])
    page.get_by_label("Lanes").select_option("actor")
    expect(page.locator(".strip-lane").first).to_have_text("actor-0")
    page.get_by_label("Lanes").select_option("")
    expect(page.locator(".strip-lane")).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_words_ever_lie_on_others(open_page: OpenPage, tmp_path: Path, lang: str, width: int) -> None:
    page = open_page(site=published(varied(40, lang=lang), tmp_path), width=width)
    frame = started(page)
    frame.focus()
    for key in ["", "+", "+", "ArrowRight", "+", "+", "ArrowRight", "ArrowRight", "+", "+", "+", "+"]:
        if key:
            page.keyboard.press(key)
        is_quiet(page)
        boxes = page.locator(".strip-live text").evaluate_all(
            "texts => texts.filter(one => one.textContent).map(one => { const { left, right, top, bottom } ="
            " one.getBoundingClientRect(); return [left, right, top, bottom, one.textContent]; })"
        )
        assert boxes
        for number, (left, right, top, bottom, text) in enumerate(boxes):
            for other_left, other_right, other_top, other_bottom, other in boxes[number + 1 :]:
                apart = (
                    right <= other_left + 1
                    or other_right <= left + 1
                    or bottom <= other_top + 3
                    or other_bottom <= top + 3
                )
                assert apart, (text, other)


def test_thousands_are_drawn_on_a_canvas_and_become_links_when_near(open_page: OpenPage, crowd: Path) -> None:
    page = open_page(site=crowd)
    frame = started(page)
    expect(page.locator(".strip-canvas")).to_be_visible()
    expect(page.locator(".strip-live .strip-bar")).to_have_count(0)
    painted = (
        "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
        ".data.some(one => one)"
    )
    assert page.locator(".strip-canvas").evaluate(painted)
    expect(page.locator(".strip-said")).to_contain_text(f"Events: {MANY}")

    frame.focus()
    page.keyboard.press("+")
    expect(page.locator(".strip-canvas")).to_be_hidden()
    expect(page.locator(".strip-live .strip-column").first).to_have_attribute(
        "aria-label", re.compile("^Events: [0-9]+. The first of them: ")
    )
    for _ in range(5):
        page.keyboard.press("+")
    expect(page.locator(".strip-live .strip-event").first).to_have_attribute(
        "href", re.compile("^events/e[0-9]+.html$")
    )
    assert page.locator(".strip-live a").count() < 2000


def test_a_press_on_a_crowd_looks_closer(open_page: OpenPage, crowd: Path) -> None:
    page = open_page(site=crowd)
    frame = started(page)
    whole = said(page)
    left, top, width, _ = box(frame)
    page.mouse.click(left + width / 2, top + 60)

    expect(page.locator(".strip-said")).not_to_have_text(whole)


def test_time_runs_to_the_left_in_such_a_language(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(site=published(varied(40, lang="ar"), tmp_path))
    frame = started(page)
    xs = page.locator(".strip-live .strip-tick-label").evaluate_all(
        "texts => texts.map(one => one.getBoundingClientRect().right)"
    )
    assert all(first > second for first, second in pairwise(xs))

    frame.focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    before = said(page)
    page.keyboard.press("ArrowRight")  # to what is earlier, which lies there
    expect(page.locator(".strip-said")).not_to_have_text(before)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".strip-said")).to_have_text(before)


def test_the_line_of_a_list_shows_what_the_list_is_about(open_page: OpenPage, folder: Path) -> None:
    page = open_page("places/place-1.html", site=folder)
    expected = answer(TIMELINE, {"place": ("any", ["place-1"])})
    page.get_by_role("button", name="Whole").click()
    expect(page.locator(".strip-said")).to_contain_text(f"Events: {len(expected)}")
    page.get_by_role("link", name="Filter these events").click()
    expect(page.locator(".found")).to_have_text(f"Events found: {len(expected)} of 40")


DATES = ["2022-01-05", "2022-01", "2022", "0079", "0004-05", "-0043-03-15", "0000", "Y12345"]


def test_the_dates_of_the_line_are_words_of_the_build(open_page: OpenPage, folder: Path) -> None:
    page = open_page(site=folder)
    theme = theme_of(TIMELINE)
    asked = []
    for text in DATES:
        date = parse(text)
        assert date.earliest is not None
        asked.append([ordinal(date.earliest), date.precision.value])
    made = page.evaluate(
        "async ([asked, words]) => { const { dayWords } = await import('./assets/timescale.js');"
        " return asked.map(([day, unit]) => dayWords(day, unit, words)); }",
        [asked, tick_words(theme)],
    )

    assert made == [theme.filters["date_short"](parse(text)) for text in DATES]


def test_days_are_numbered_as_the_build_numbers_them(open_page: OpenPage, folder: Path) -> None:
    numbers = [
        *range(-800, 800, 13),
        *range(737_000, 739_500, 7),
        -365_000_000,
        10**13,
        146_097 * 5,
        146_098 * 5,
    ]
    made = open_page(site=folder).evaluate(
        "async (numbers) => {"
        " const { dayAt, ordinal, isoDay, stretchOf } = await import('./assets/timescale.js');"
        " return numbers.map((one) => [dayAt(one), ordinal(...dayAt(one)), stretchOf(isoDay(one))]); }",
        numbers,
    )

    assert made == [[list(day_at(number)), number, [number, number]] for number in numbers]


def test_a_day_lies_where_the_build_puts_it(open_page: OpenPage, folder: Path) -> None:
    spans = [Span(1, 30), Span(9_000, 9_100), Span(738_000, 738_001)]
    scale = scale_of(spans, 1000)
    days = [1, 17, 30, 31, 8_999, 9_000, 9_050, 738_000, 738_001]
    made = open_page(site=folder).evaluate(
        "async ([stretches, days]) => { const { Scale } = await import('./assets/timescale.js');"
        " const scale = new Scale(stretches); const [from, to] = scale.whole;"
        " return days.map((day) => (scale.at(day) - from) / (to - from) * 1000); }",
        [scale.stretches, days],
    )

    assert made == pytest.approx([scale.at(day) for day in days])
