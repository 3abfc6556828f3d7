"""Every colour stands out from what lies beneath it in light, in dark and in print: WCAG 1.4.3 and 1.4.11."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access import proves

SHEETS = sorted((Path(__file__).parent.parent / "templates/assets").glob("*.css"))
TEXT, MARK = 4.5, 3.0
GROUNDS = ("paper", "panel", "note", "context")
ON = {
    **{name: dict.fromkeys(GROUNDS, TEXT) for name in ("ink", "muted", "link")},
    "accent": dict.fromkeys(GROUNDS, MARK),  # outlines of the focus, bars of the line of time
    "accent-soft": {"paper": MARK},  # the line below the link of a title
    "note-rule": {"paper": MARK},  # the edge of a stretch that is drawn
    "border-line": {"land": MARK},
    "circle": {"land": TEXT, "water": TEXT, "panel": MARK},  # names on maps, and marks
}
MORE = [
    ("paper", "ink", TEXT),  # on a badge, and on a button that is pressed
    ("paper", "accent", TEXT),  # on a bar of the line of time
    ("paper", "circle", TEXT),  # on a disc of the map
    ("ink", "accent-soft", TEXT),  # on a bar whose date is uncertain
    ("ink", "land", TEXT),
    ("ink", "water", TEXT),
]
DECORATION = {"rule", "strong-rule", "river"}  # what these draw, words say too
PAIRS = [(on, beneath, least) for on, found in ON.items() for beneath, least in found.items()] + MORE
MEDIA = [("light",), ("dark",), ("light", "print"), ("dark", "print")]


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Every rule of a style sheet: the media it is for, its selector and what it declares."""
    media = ""
    for found in re.finditer(r"@(?:media|container)([^{]*)\{|([^{}]+)\{([^{}]*)\}|\}", text):
        if found[1] is not None:
            media = found[1].strip()
        elif found[2] is None:
            media = ""
        else:
            yield media, found[2].strip(), found[3]


def rules() -> Iterator[tuple[str, str, str]]:
    """The rules of all style sheets."""
    for sheet in SHEETS:
        yield from blocks(re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL))


def tokens(*media: str) -> dict[str, str]:
    """The colours by name, as they are where all of these media hold."""
    wanted = {"": "light", "(prefers-color-scheme: dark)": "dark", "print": "print"}
    found: dict[str, str] = {}
    for asked, selector, declared in rules():
        if selector == ":root" and (asked == "" or wanted.get(asked) in media):
            found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", declared))
    return found


def luminance(colour: str) -> float:
    """The relative luminance that WCAG defines."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@proves("contrast")
@pytest.mark.parametrize("media", MEDIA, ids=" ".join)
def test_every_colour_stands_out_from_what_lies_beneath_it(media: tuple[str, ...]) -> None:
    colours = tokens(*media)
    measured = {(on, under): contrast(colours[on], colours[under]) for on, under, _ in PAIRS}

    assert [(pair, round(measured[pair[:2]], 2)) for pair in PAIRS if measured[pair[:2]] < pair[2]] == []


@proves("contrast")
@pytest.mark.parametrize("media", MEDIA, ids=" ".join)
def test_words_on_a_colour_of_the_same_rule_can_be_read(media: tuple[str, ...]) -> None:
    colours = tokens(*media)
    for _, selector, declared in rules():
        text = re.search(r"(?<![\w-])color:\s*var\(--([\w-]+)\)", declared)
        ground = re.search(r"background:\s*var\(--([\w-]+)\)", declared)
        if text and ground:
            assert contrast(colours[text[1]], colours[ground[1]]) >= TEXT, selector


def test_every_colour_is_measured_or_known_to_be_decoration() -> None:
    measured = {name for pair in PAIRS for name in pair[:2]}

    assert set(tokens("light")) == measured | DECORATION
    assert set(tokens("dark")) == set(tokens("light"))


def test_no_rule_has_a_colour_of_its_own() -> None:
    named = r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch|color-mix)\(|:\s*(?:black|white|gr[ae]y|red)\b"
    for _, selector, declared in rules():
        if selector != ":root":
            assert not re.search(named, declared), selector


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
