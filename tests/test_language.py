"""Languages: their strings, figures and direction."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.language import direction, language

PERSIAN_DIGITS = "".join(chr(0x06F0 + digit) for digit in range(10))


def catalogue(strings: dict[str, str]) -> bytes:
    """The bytes of a compiled catalogue (the MO format of GNU gettext)."""
    pairs = sorted((key.encode(), text.encode()) for key, text in strings.items())
    start = 28 + 16 * len(pairs)
    tables, texts = b"", b""
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start) + tables + texts


@pytest.fixture
def persian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package in which there is a Persian catalogue."""
    folder = tmp_path / "locale" / "fa" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    strings = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n > 1;\n",
        "Sources": "\u0645\u0646\u0627\u0628\u0639",
        "the digits from 0 to 9\x040123456789": PERSIAN_DIGITS,
        "one event\0%(num)s events": "a\0b",
    }
    (folder / "dateline.mo").write_bytes(catalogue(strings))
    monkeypatch.setattr("dateline.language.files", lambda _package: tmp_path)
    language.cache_clear()
    yield
    language.cache_clear()


@pytest.mark.usefixtures("persian")
@pytest.mark.parametrize("code", ["fa", "fa-IR"])
def test_a_catalogue_that_is_there_is_used_for_its_regions_too(code: str) -> None:
    found = language(code)

    assert found.gettext("Sources") == "\u0645\u0646\u0627\u0628\u0639"
    assert found.ngettext("one event", "%(num)s events", 1) == "a"
    assert found.ngettext("one event", "%(num)s events", 2) == "b"
    assert found.figures("15:40") == "\u06f1\u06f5:\u06f4\u06f0"


@pytest.mark.usefixtures("persian")
def test_a_string_without_a_translation_stays_as_written() -> None:
    assert language("fa").gettext("Places") == "Places"


def test_a_language_without_a_catalogue_speaks_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    found = language("tlh")

    assert found.gettext("Sources") == "Sources"
    assert found.pgettext("noun", "Sources") == "Sources"
    assert found.ngettext("one", "many", 2) == "many"
    assert found.number(170_000_003) == "170,000,003"


@pytest.mark.parametrize("code", ["../../../etc", "a/b", "", "..", "en\0"])
def test_a_code_that_is_no_code_reaches_no_file(code: str) -> None:
    assert language(code).gettext("Sources") == "Sources"


@pytest.mark.parametrize(
    "code", ["ar", "ar-SY", "fa", "he", "ur", "ps", "ckb", "sd", "yi", "AR", "az-Arab", "ku-Arab-IQ"]
)
def test_some_languages_and_scripts_run_from_right_to_left(code: str) -> None:
    assert direction(code) == language(code).direction == "rtl"


@pytest.mark.parametrize("code", ["en", "fr", "ku", "ar-Latn", "zh-Hant", "", "arn"])
def test_the_others_run_from_left_to_right(code: str) -> None:
    assert direction(code) == "ltr"
