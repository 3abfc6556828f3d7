import pytest

from dateline.load.filenames import (
    printable,
    proposed_id,
    proposed_media_name,
    same_name,
    split_language,
    wrong_id,
    wrong_media_name,
    wrong_name,
)
from dateline.slugs import is_id

BAD = {
    "a\udcff": "this name is not UTF-8",
    "a\nb": "this name holds U+000A, which does not show",
    "\x1b[31m": "this name holds U+001B, which does not show",
    "a\u202eb": "this name holds U+202E, which does not show",
    "-rf": "a name that begins with a hyphen is taken for an option by many commands",
    "a.": "a name does not end with a dot or a space",
    "a ": "a name does not end with a dot or a space",
    "con": "Windows keeps this name for a device",
    "LPT1": "Windows keeps this name for a device",
    "x" * 81: "this name is 81 bytes long, the limit is 80",
    "é" * 41: "this name is 82 bytes long, the limit is 80",
    "Event": "a name is made of lower-case letters, digits and hyphens",
    "a_b": "a name is made of lower-case letters, digits and hyphens",
    "日本語": "a name is made of lower-case letters, digits and hyphens",
    "": "a name is made of lower-case letters, digits and hyphens",
}


@pytest.mark.parametrize(("stem", "fault"), BAD.items(), ids=ascii)
def test_a_stem_that_is_no_id_is_told_why(stem: str, fault: str) -> None:
    assert wrong_id(stem) == fault


@pytest.mark.parametrize("stem", BAD, ids=ascii)
def test_the_proposed_id_is_one(stem: str) -> None:
    assert is_id(proposed_id(stem))
    assert wrong_id(proposed_id(stem)) == ""


def test_a_proposed_id_keeps_what_it_can() -> None:
    assert [proposed_id(stem) for stem in ("Power Returns", "Café", "a\nb")] == [
        "power-returns",
        "cafe",
        "a-b",
    ]


@pytest.mark.parametrize("name", ["photo.jpg", "IMG_1234.JPG", "a.b-c.webp", "1.png"])
def test_names_that_cameras_give_are_fine_for_media(name: str) -> None:
    assert wrong_media_name(name) == ""


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("a b.png", "a-b.png"),
        ("nul.png", "file-nul.png"),
        ("صورة.jpg", None),
        ("a", "a.jpg"),
        ("-x.png", "x.png"),
    ],
)
def test_other_names_for_media_are_refused_with_one_that_would_do(name: str, proposed: str | None) -> None:
    assert wrong_media_name(name)
    assert wrong_media_name(proposed_media_name(name)) == ""
    assert proposed in {None, proposed_media_name(name)}


def test_ordinary_names_are_fine() -> None:
    assert [wrong_name(name) for name in ("a.yaml", "CONTENT", "console.yaml", "README.md")] == [""] * 4


@pytest.mark.parametrize(
    ("one", "other"),
    [("Event", "event"), ("caf\u00e9", "cafe\u0301"), ("straße", "STRASSE"), ("\u212a", "k")],
)
def test_names_are_the_same_when_some_machine_takes_them_for_one(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


def test_a_language_is_told_from_a_stem() -> None:
    stems = ("fire", "fire.ar", "fire.zh-Hant", "fire.AR", "fire.", "fire.arabic")

    assert [split_language(stem) for stem in stems] == [
        ("fire", ""),
        ("fire", "ar"),
        ("fire", "zh-Hant"),
        ("fire.AR", ""),
        ("fire.", ""),
        ("fire.arabic", ""),
    ]


def test_what_does_not_show_in_a_path_is_escaped() -> None:
    assert printable("a/\udcff\x1b\u202e\n/é b") == "a/\\xff\\x1b\\u202e\\n/é b"
    printable("\udcff").encode()
