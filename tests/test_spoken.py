"""A site's languages: its own at the root, each other in a folder, and ways between them."""

from typing import Any

from dateline.models import Site
from dateline.page import Page
from dateline.spoken import alternates, folder_of, in_words_of, languages, ways

BASE = "https://example.org/t/"


def site(**fields: Any) -> Site:
    return Site.model_validate({"title": "A timeline", "languages": ["ar", "en", "fa"], **fields})


def test_the_sites_own_language_comes_first_and_lies_at_the_root() -> None:
    assert languages(site()) == ("en", "ar", "fa")
    assert languages(site(languages=[])) == ("en",)
    assert [folder_of(site(), code) for code in languages(site())] == ["", "ar/", "fa/"]


def test_a_site_in_one_language_has_no_ways_and_no_alternates() -> None:
    assert ways(site(languages=["en"]), "en", "", "index.html") == ()
    assert alternates(site(languages=["en"]), BASE, Page("2022.html", "")) == ()


def test_ways_lead_to_the_same_page_under_the_languages_own_names() -> None:
    found = ways(site(), "ar", "../../", "2022/01.html")

    assert [(way.name, way.direction, way.href) for way in found] == [
        ("English", "ltr", "../../2022/01.html"),
        ("العربية", "rtl", "../../ar/2022/01.html"),
        ("فارسی", "rtl", "../../fa/2022/01.html"),
    ]
    assert [way.is_current for way in found] == [False, True, False]


def test_alternates_are_the_pages_in_whose_language_the_text_is_and_the_default() -> None:
    assert alternates(site(), BASE, Page("index.html", "")) == (
        ("en", BASE),
        ("ar", f"{BASE}ar/"),
        ("fa", f"{BASE}fa/"),
        ("x-default", BASE),
    )
    assert alternates(site(), BASE, Page("events/a.html", "", written_in=("en", "fa"))) == (
        ("en", f"{BASE}events/a.html"),
        ("fa", f"{BASE}fa/events/a.html"),
        ("x-default", f"{BASE}events/a.html"),
    )


def test_a_page_in_one_language_or_for_no_index_has_no_alternates() -> None:
    assert alternates(site(), BASE, Page("events/a.html", "", written_in=("en",))) == ()
    assert alternates(site(), BASE, Page("events/a.html", "", indexed=False)) == ()
    assert alternates(site(), None, Page("index.html", "")) == ()


def test_the_sites_own_words_are_said_in_a_language_as_far_as_they_are_translated() -> None:
    whole = site(
        tagline="A line",
        translations={"ar": {"title": "تسلسل"}},
        vocabularies={"type": {"fire": {"label": "Fire", "labels": {"ar": "حريق"}}, "flood": "Flood"}},
    )
    said = in_words_of(whole, "ar")

    assert (said.title, said.tagline) == ("تسلسل", "A line")
    assert [term.label for term in said.vocabularies["type"].values()] == ["حريق", "Flood"]
    assert in_words_of(whole, "fa") == whole
