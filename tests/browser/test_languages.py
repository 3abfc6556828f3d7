"""Pages from right to left: nothing is wider than the window, ways lead across."""

import pytest

from tests.browser.conftest import OpenPage

TRANSLATED = "events/2022-01-05-green-village-attack.html"
PAGES = [
    f"ar/{TRANSLATED}",
    f"fa/{TRANSLATED}",
    "ar/index.html",
    "fa/2022.html",
    "ar/places/green-village.html",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_from_right_to_left_and_fits_the_window(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=360)

    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    for width in (320, 360, 800):
        page.set_viewport_size({"width": width, "height": 900})

        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    title = page.locator(".masthead li a").first.bounding_box()
    assert title is not None
    assert title["x"] > 400


def test_joined_letters_are_neither_spread_nor_slanted(open_page: OpenPage) -> None:
    page = open_page("ar/index.html")
    style = page.locator(".tagline").evaluate(
        "element => [getComputedStyle(element).fontStyle, getComputedStyle(element).letterSpacing]"
    )

    assert style == ["normal", "normal"]
    assert page.locator("h1").evaluate("element => getComputedStyle(element).letterSpacing") == "normal"


def test_the_switch_leads_to_the_same_page_in_another_language_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(TRANSLATED)
    page.locator(".languages a[hreflang=ar]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/ar/{TRANSLATED}")

    assert page.locator(".translation-note").is_visible()
    assert page.locator(".machine-made").is_visible()
    assert page.locator("h1").inner_text().startswith("التحالف يقول")

    page.locator(".translation-note a").click()
    page.wait_for_url(f"**/repo/{TRANSLATED}")

    assert page.locator("h1").inner_text().startswith("Eight rounds")


def test_an_entry_that_is_not_translated_says_so_and_keeps_its_own_direction(open_page: OpenPage) -> None:
    page = open_page("fa/events/2022-01-05-al-omar-shelling.html")

    assert "هنوز به فارسی ترجمه نشده" in page.locator(".translation-note").inner_text()
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"
