"""Other names are listed one by one, each with its language where it has one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline.listing_page import MOST, Item, OtherName, beginning, by_letter, list_pages, other_names
from dateline.models import Site
from dateline.output import is_safe
from dateline.theme import Page, open_theme


def test_a_name_in_a_language_says_which_and_any_other_does_not() -> None:
    names: dict[str, str | tuple[str, ...]] = {
        "ar": "الجيش",
        "short": "SOHR",
        "other": ("The army", "Troops"),
    }

    assert other_names(names) == (
        OtherName("ar", "الجيش"),
        OtherName(None, "SOHR"),
        OtherName(None, "The army"),
        OtherName(None, "Troops"),
    )


def test_several_names_in_one_language_each_stand_alone() -> None:
    assert other_names({"fa": ("یک", "دو")}) == (OtherName("fa", "یک"), OtherName("fa", "دو"))
    assert other_names({}) == ()


def items(labels: Sequence[str]) -> list[Item]:
    return [Item(label, f"sources/{number}.html", 1) for number, label in enumerate(labels)]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Élan", "e"),
        ("“Øre”", "o"),
        ("42 days", "0"),
        ("\u0664\u0662", "0"),
        ("الجيش", "arabic"),
        ("Афиша", "cyrillic"),
        ("報告", "cjk"),
        ("?!", "other"),
        ("", "other"),
    ],
)
def test_a_line_is_found_under_its_letter_or_its_writing(label: str, name: str) -> None:
    assert beginning(label) == name
    assert is_safe(f"sources/_{name}.html")


def test_letters_come_in_order_with_all_their_lines_and_long_ones_go_on() -> None:
    labels = ["7", *(f"B{number}" for number in range(MOST + 1)), "Z", "Бор", "Эхо"]

    found = list(by_letter(items(labels), "sources"))

    assert [(letter.label, letter.address, letter.count) for letter, _ in found] == [
        ("7", "sources/_0.html", 1),
        ("B", "sources/_b.html", MOST),
        ("B 2", "sources/_b-2.html", 1),
        ("Z", "sources/_z.html", 1),
        ("Б\N{EN DASH}Э", "sources/_cyrillic.html", 2),
    ]
    assert [item.label for _, held in found for item in held] == labels


def test_a_list_is_cut_only_when_it_is_long(tmp_path: Path) -> None:
    theme = open_theme(tmp_path, Site(title="A timeline"), None)
    page = Page("sources.html", "Sources", current="sources")

    short = list(list_pages(page, "", items(["A"] * MOST), theme))
    long = list(list_pages(page, "", items(["A"] * (MOST + 1)), theme))

    assert [one.path for one in short] == ["sources.html"]
    assert [one.path for one in long] == ["sources.html", "sources/_a.html", "sources/_a-2.html"]
