"""What CLDR says is asked in one place, and what it leaves out is not made up."""

import pytest

from dateline.locales import (
    catalogue,
    country_name,
    figures,
    language_name,
    month_beside_day,
    month_names,
    weekday_names,
)


@pytest.mark.parametrize(
    ("tag", "code", "name"),
    [
        ("en", "en", "English"),
        ("ar", "fr", "arabe"),
        ("en", "ar", "الإنجليزية"),
        ("fr", "fa", "فرانسوی"),
        ("AR-sy", "en", "Arabic (Syria)"),
        ("az-Arab", "en", "Azerbaijani (Arabic)"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("tlh", "en", "Klingon"),
        ("en", "tlh", "English"),
        ("qqq", "en", "qqq"),
        ("und", "en", "Unknown language"),
    ],
)
def test_a_language_has_a_name_in_another_or_stays_its_tag(tag: str, code: str, name: str) -> None:
    assert language_name(tag, code) == name


def test_a_country_has_a_name_or_none() -> None:
    assert country_name("760", "ar") == "سوريا"
    assert country_name("760", "fr") == "Syrie"
    assert country_name("", "fr") is None
    assert country_name("998", "fr") is None


def test_digits_are_those_that_the_language_or_its_region_uses() -> None:
    assert figures("fa").digits == "۰۱۲۳۴۵۶۷۸۹"
    assert figures("ar").digits == "0123456789"
    assert figures("ar-EG").digits == "٠١٢٣٤٥٦٧٨٩"
    assert (figures("fa").decimal, figures("fa").group) == ("٫", "٬")
    assert figures("fr").decimal == ","


def test_names_of_months_are_those_of_the_region_in_every_form() -> None:
    assert month_names("ar", "wide", "format")[0] == "يناير"
    for width, context in (("wide", "format"), ("wide", "stand-alone"), ("abbreviated", "format")):
        assert month_names("ar-SY", width, context)[0] == "كانون الثاني"  # type: ignore[arg-type]  # of these


def test_persian_has_a_form_of_the_month_for_a_year_to_follow() -> None:
    assert month_names("fa", "wide", "format")[0] == "ژانویهٔ"
    assert month_names("fa", "wide", month_beside_day("fa", "wide"))[0] == "ژانویه"
    assert month_beside_day("fr", "wide") == "format"


def test_a_week_begins_on_monday() -> None:
    assert weekday_names("fr")[0] == "lundi"


@pytest.mark.parametrize("code", ["../../../etc", "a/b", "", "..", "en\0", "tlh", "en"])
def test_what_has_no_catalogue_reaches_no_file(code: str) -> None:
    assert catalogue(code).gettext("Sources") == "Sources"
