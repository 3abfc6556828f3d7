"""The codes that others copy: a frame and a card, from which no title breaks out."""

from html.parser import HTMLParser

import pytest

from dateline.embedding import (
    LEAST,
    MOST,
    OF_LIST,
    SANDBOX,
    STEP,
    Embed,
    Home,
    answer_path,
    embed,
    height,
    path,
)
from dateline.language import language
from dateline.page import Page, address

BASE = "https://example.org/t/"
HOSTILE = "\"></iframe></textarea><script>alert(1)</script>' onload=x & \u202e<b>"


class Elements(HTMLParser):
    """Collects the elements of a code with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(code: str) -> Elements:
    """A code as a browser reads it."""
    elements = Elements()
    elements.feed(code)
    elements.close()
    return elements


def codes(page: Page, *said: object, lang: str = "en", site: str = "A timeline") -> Embed:
    """The codes for a page of a site that is published."""
    found = embed(Home(site, language(lang), lambda path: BASE + address(path)), page, *said)  # type: ignore[arg-type]  # what a template gives
    assert found is not None
    return found


def test_the_embed_of_a_page_is_at_its_address_below_a_folder() -> None:
    assert path("places/mill.html") == "embed/places/mill.html"
    assert answer_path("places/mill.html") == "embed/places/mill.json"


def test_a_frame_has_a_title_and_a_height_and_may_do_nothing_but_open_a_tab() -> None:
    (tag, said), *rest = read(codes(Page("events/a.html", "An event"), 480).frame).found

    assert (tag, rest) == ("iframe", [])
    assert said == {
        "src": f"{BASE}embed/events/a.html",
        "title": "An event · A timeline",
        "width": "100%",
        "height": "480",
        "frameborder": "0",
        "loading": "lazy",
        "referrerpolicy": "no-referrer",
        "sandbox": SANDBOX,
    }
    assert not {"allow-scripts", "allow-forms", "allow-top-navigation"} & set(SANDBOX.split())


def test_a_card_is_a_link_with_title_date_and_site() -> None:
    made = read(codes(Page("events/a.html", "حدث"), 480, "Disputed · 2022", "ar").card)

    assert made.found == [
        ("blockquote", {"cite": f"{BASE}events/a.html", "lang": "en", "dir": "ltr"}),
        ("p", {}),
        ("a", {"href": f"{BASE}events/a.html", "lang": "ar", "dir": "rtl"}),
        ("p", {}),
        ("p", {}),
    ]
    assert made.text == "حدثDisputed · 2022A timeline"


def test_a_card_is_written_in_the_direction_of_its_page() -> None:
    card = codes(Page("index.html", "A timeline"), lang="fa").card

    assert card.startswith(
        f'<blockquote cite="{BASE}" lang="fa" dir="rtl"><p><a href="{BASE}">A timeline</a>'
    )


def test_no_title_breaks_out_of_its_code() -> None:
    made = codes(Page("events/a.html", HOSTILE), 400, HOSTILE, "en", site=HOSTILE)

    assert [tag for tag, _ in read(made.frame).found] == ["iframe"]
    assert read(made.frame).found[0][1]["title"] == HOSTILE
    assert [tag for tag, _ in read(made.card).found] == ["blockquote", "p", "a", "p", "p"]
    assert read(made.card).text == 3 * HOSTILE


def test_a_site_without_an_address_has_no_codes() -> None:
    assert embed(Home("A timeline", language("en"), lambda _: None), Page("index.html", "A timeline")) is None


def test_the_home_page_names_the_site_once() -> None:
    assert read(codes(Page("index.html", "A timeline")).frame).found[0][1]["title"] == "A timeline"


@pytest.mark.parametrize(
    ("texts", "high"), [([], LEAST), (["x"] * 8, 440), (["x" * 104] * 8, 640), (["x" * 9999], MOST)]
)
def test_more_text_has_a_higher_frame_within_bounds(texts: list[str], high: int) -> None:
    assert height(texts) == high
    assert high % STEP == OF_LIST % STEP == 0
