"""The picture for shared links says what the page says, in letters that its fonts have."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from dateline.images import sharing
from dateline.images.sharing import (
    HEIGHT,
    MARGIN,
    SIZES,
    WIDTH,
    ShareCard,
    can_write,
    draw,
    fitted,
    shortened,
)

CARD = ShareCard(
    "A timeline",
    "Eight rounds hit a base",
    "5 January 2022",
    "Disputed",
    direction="ltr",
    title_direction="ltr",
)
OVERHANG = 8
"""So far the foot of a letter may reach beyond its own width."""

PERSIAN = "حمله به پایگاه ائتلاف؛ می\u200cگویند کسی زخمی نشد"


def ink(raw: bytes) -> Image.Image:
    """The picture as black on white, to be measured."""
    with Image.open(io.BytesIO(raw)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        return picture.convert("L").point(lambda shade: 255 * (shade < 128))


def test_a_card_is_drawn_the_same_each_time_and_light() -> None:
    assert draw(CARD) == draw(CARD)
    assert len(draw(CARD)) < 60_000


@pytest.mark.parametrize("field", ["site", "title", "when", "label"])
def test_everything_that_a_card_says_is_drawn(field: str) -> None:
    assert draw(replace(CARD, **{field: "Other"})) != draw(CARD)


def test_a_verification_label_is_written_in_words_in_its_frame() -> None:
    frame = (MARGIN, HEIGHT - 94, WIDTH // 2, HEIGHT - 30)
    labels = ["Confirmed", "Reported", "Unconfirmed", "Disputed", "False"]
    drawn = {ink(draw(replace(CARD, label=label))).crop(frame).tobytes() for label in labels}

    assert len(drawn) == len(labels)


@pytest.mark.parametrize("title", ["W" * 300, "A title " * 60, "Short", PERSIAN * 9, ""])
def test_nothing_is_drawn_beyond_the_margins(title: str) -> None:
    for direction in ("ltr", "rtl"):
        box = ink(draw(replace(CARD, title=title, direction=direction, title_direction=direction)))
        inner = box.crop((0, 20, WIDTH, HEIGHT))
        left, _, right, _ = inner.getbbox() or (0, 0, 0, 0)

        assert left >= MARGIN - OVERHANG
        assert right <= WIDTH - MARGIN + OVERHANG


def test_a_title_from_right_to_left_begins_at_the_right_and_is_joined() -> None:
    card = replace(CARD, title=PERSIAN, title_direction="rtl")
    left, _, right, _ = ink(draw(card)).crop((0, 130, WIDTH, 400)).getbbox() or (0, 0, 0, 0)
    joined = sharing.font_of("fontpkg_ibm_plex_sans_arabic", 64, 700, shaped=True)
    single = sharing.font_of("fontpkg_ibm_plex_sans_arabic", 64, 700, shaped=False)

    assert right > WIDTH - MARGIN - 12
    assert joined.getlength("بببب", direction="rtl") < single.getlength("بببب")
    assert left > MARGIN - OVERHANG


def test_letters_that_no_font_has_are_known() -> None:
    assert can_write("Œuvre d'été, “ok”, ḥṭʿ")
    assert can_write("Київ, Αθήνα")
    assert can_write(PERSIAN)
    assert can_write("US-led coalition هجوم")
    assert not can_write("洪水")
    assert not can_write("A 洪")


def test_without_raqm_nothing_is_written_that_has_to_be_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "can_shape", lambda: False)

    assert not can_write(PERSIAN)
    assert can_write("Power returns")


def test_a_long_title_is_set_smaller_and_then_cut_with_three_dots() -> None:
    assert fitted("Short") == (SIZES[0], ["Short"])
    size, lines = fitted("A title of some words " * 30)
    assert (size, lines[-1][-1]) == (SIZES[-1], "…")
    assert shortened("W" * 200, 40, 700, 600).endswith("W…")


def test_signs_that_say_only_how_text_runs_are_not_drawn() -> None:
    assert sharing.plain(" a\u2068b\u2069\n c\x00 ") == "ab c"
    assert "\u200c" in sharing.plain(PERSIAN)
