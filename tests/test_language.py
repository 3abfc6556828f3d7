"""Languages: their strings, figures and direction."""

import pytest

from dateline.language import direction, language


@pytest.mark.parametrize("code", ["fa", "fa-IR"])
def test_a_catalogue_that_is_there_is_used_for_its_regions_too(code: str) -> None:
    found = language(code)

    assert found.has_catalogue
    assert found.gettext("Sources") == "منابع"
    assert found.ngettext("One event", "%(shown)s events", 1) == "یک رویداد"
    assert found.ngettext("One event", "%(shown)s events", 2) == "%(shown)s رویداد"
    assert found.figures("15:40") == "۱۵:۴۰"
    assert found.quantity(12345.5) == "۱۲٬۳۴۵٫۵"


def test_a_catalogue_says_whether_a_speaker_has_read_it() -> None:
    assert language("fr").is_machine_made
    assert not language("en").is_machine_made


def test_a_string_without_a_translation_stays_as_written() -> None:
    assert language("fa").gettext("No such message") == "No such message"


def test_a_language_without_a_catalogue_speaks_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    found = language("tlh")

    assert found.gettext("Sources") == "Sources"
    assert found.pgettext("noun", "Sources") == "Sources"
    assert found.ngettext("one", "many", 2) == "many"
    assert found.number(170_000_003) == "170,000,003"
    assert found.name_of("ar") == "Arabic"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (6.0, "6"),
        (2.5, "2.5"),
        (1234, "1234"),
        (12345, "12\u00a0345"),
        (-0.25, "-0.25"),
        (1234567.5, "1\u00a0234\u00a0567.5"),
    ],
)
def test_a_number_has_no_idle_zero_and_is_grouped_from_five_digits_on(value: float, words: str) -> None:
    assert language("en").quantity(value) == words


def test_figures_are_written_as_the_language_does() -> None:
    assert language("fr").quantity(1234.5) == "1234,5"
    assert language("ar-EG").number(12_345) == "١٢٬٣٤٥"
    assert language("ar").number(12_345) == "12,345"


def test_a_language_is_named_in_itself_and_in_others() -> None:
    assert language("fa").name_of_itself == "فارسی"
    assert language("fr").name_of("fa") == "persan"


@pytest.mark.parametrize(
    "code", ["ar", "ar-SY", "fa", "he", "ur", "ps", "ckb", "sd", "yi", "AR", "az-Arab", "ku-Arab-IQ"]
)
def test_some_languages_and_scripts_run_from_right_to_left(code: str) -> None:
    assert direction(code) == language(code).direction == "rtl"


@pytest.mark.parametrize("code", ["en", "fr", "ku", "ar-Latn", "zh-Hant", "", "arn"])
def test_the_others_run_from_left_to_right(code: str) -> None:
    assert direction(code) == "ltr"
