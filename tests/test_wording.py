"""Figures in words never say more than their speaker did."""

from typing import Any

import pytest

from dateline.language import language
from dateline.models import Casualties, Measure
from dateline.wording import between, casualties, measure, zone

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"count": "0"}, "none"),
        ({"count": "3"}, "3"),
        ({"low": "0", "high": None}, "no report so far"),
        ({"low": "2", "high": None}, "at least 2"),
        ({"low": None, "high": "5"}, "at most 5"),
        ({"high": "0"}, "at most 0"),
        ({"low": "0", "high": "0"}, "0"),
        ({"low": "3", "high": "5"}, "3 to 5"),
        ({"low": "3", "high": "3"}, "3"),
        ({"best": "4"}, "about 4"),
        ({"low": "3", "best": "4", "high": "6"}, "about 4 (3 to 6)"),
        ({"low": "3", "best": "4", "high": None}, "about 4 (at least 3)"),
    ],
)
def test_none_no_report_and_at_least_are_told_apart(figure: dict[str, Any], words: str) -> None:
    assert casualties(Casualties.model_validate({"type": "killed", **figure}), ENGLISH) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": "8"}, "8"),
        ({"value": "2.50"}, "2.5"),
        ({"text": "several"}, "several"),
        ({"low": "3", "high": None}, "at least 3"),
        ({"low": "0", "high": "2"}, "0 to 2"),
    ],
)
def test_a_measure_is_its_figure_or_the_sources_word(figure: dict[str, Any], words: str) -> None:
    assert measure(Measure.model_validate({"name": "rounds", **figure}), ENGLISH) == words


def test_both_ends_alike_are_one_figure() -> None:
    assert between(3, 3, ENGLISH) == "3"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("Asia/Damascus", "en", "Damascus time"),
        ("America/New_York", "en", "New York time"),
        ("Asia/Damascus", "ar", "بتوقيت دمشق"),
        ("Asia/Damascus", "fa", "به وقت دمشق"),
        ("Asia/Damascus", "fr", "heure\u00a0: Damas"),
        ("Europe/Nowhere_Much", "fr", "heure\u00a0: Nowhere Much"),
        ("Etc/GMT+3", "ar", "Etc/GMT+3"),
    ],
)
def test_a_time_zone_has_its_city_in_the_language_where_known(name: str, code: str, words: str) -> None:
    assert zone(name, language(code)) == words
