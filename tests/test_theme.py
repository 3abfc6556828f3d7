"""A page is its template and its declared context, escaped, and its key covers both."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from dateline.dates import parse
from dateline.markup import paragraphs
from dateline.models import Site
from dateline.site_address import pages_address
from dateline.terms import Stance, Verification
from dateline.theme import Page, Theme, address, open_theme


@dataclass(frozen=True)
class View:
    word: str


def theme(source: Path, base_url: str | None = None, **site: Any) -> Theme:
    """The theme of a site whose folder is `source`."""
    return open_theme(source, Site.model_validate({"title": "A timeline", **site}), base_url)


def write(source: Path, **templates: str) -> None:
    """Put templates into the site's own folder."""
    (source / "templates").mkdir(exist_ok=True)
    for name, text in templates.items():
        (source / f"templates/{name}.html").write_text(text)


def test_a_template_sees_the_site_the_page_and_its_declared_view(tmp_path: Path) -> None:
    write(tmp_path, own="{{ site.title }}|{{ page.title }}|{{ root }}|{{ word }}|{{ canonical is none }}")

    output = theme(tmp_path).page("own.html", Page("a/b/c.html", "C"), View("hello"))

    assert (output.path, output.render()) == ("a/b/c.html", b"A timeline|C|../../|hello|True")


def test_everything_is_escaped(tmp_path: Path) -> None:
    write(tmp_path, own='<p title="{{ word }}">{{ word }}</p>')

    made = theme(tmp_path).render("own.html", Page("a.html", ""), View('"><script>'))

    assert made == b'<p title="&#34;&gt;&lt;script&gt;">&#34;&gt;&lt;script&gt;</p>'


def test_a_name_that_is_not_declared_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, own="{{ wrod }}")

    with pytest.raises(UndefinedError, match="wrod"):
        theme(tmp_path).render("own.html", Page("a.html", ""), View("x"))


def test_a_sites_own_template_and_asset_come_before_the_bundled_ones(tmp_path: Path) -> None:
    write(tmp_path, page="own")
    (tmp_path / "templates/assets").mkdir()
    (tmp_path / "templates/assets/style.css").write_text("own")
    (tmp_path / "templates/assets/link.css").symlink_to("/etc/passwd")

    made = theme(tmp_path)

    assert made.render("page.html", Page("a.html", "")) == b"own"
    assert dict(made.assets())["style.css"] == b"own"
    assert "link.css" not in dict(made.assets())
    assert len(made.assets()) > 1


def test_a_key_changes_with_the_template_what_it_includes_the_view_and_the_site(tmp_path: Path) -> None:
    write(tmp_path, own="{% include 'inner.html' %}{{ word }}", inner="1", other="2")
    page = Page("a.html", "A")
    keys = [theme(tmp_path).page("own.html", page, View("x")).key]
    keys.append(theme(tmp_path).page("own.html", page, View("y")).key)
    keys.append(theme(tmp_path).page("own.html", Page("a.html", "B"), View("x")).key)
    keys.append(theme(tmp_path, tagline="T").page("own.html", page, View("x")).key)
    keys.append(theme(tmp_path, "https://example.org/").page("own.html", page, View("x")).key)
    write(tmp_path, inner="11")
    keys.append(theme(tmp_path).page("own.html", page, View("x")).key)

    assert len(set(keys)) == len(keys)


def test_a_key_does_not_change_with_a_template_that_is_not_used(tmp_path: Path) -> None:
    write(tmp_path, own="{{ word }}", other="1")
    before = theme(tmp_path).page("own.html", Page("a.html", "A"), View("x")).key
    write(tmp_path, other="2")

    assert theme(tmp_path).page("own.html", Page("a.html", "A"), View("x")).key == before


def test_every_bundled_template_escapes_and_says_its_words_through_gettext(tmp_path: Path) -> None:
    made = theme(tmp_path)

    assert made.environment.autoescape is True
    assert all(made.template_digest(name) for name in made.environment.list_templates(extensions=["html"]))


def test_words_of_the_vocabularies_have_labels(tmp_path: Path) -> None:
    made = theme(tmp_path, vocabularies={"type": {"fire": "A fire"}})

    assert made.word("fire", "type") == "A fire"
    assert made.word("own_word", "type") == "own word"
    assert made.term(Verification.DISPUTED) == "Disputed"


def test_dates_and_texts_are_put_in_words_once(tmp_path: Path) -> None:
    filters = theme(tmp_path).filters
    date, text = parse("2022-01-05"), "<b>Two</b>"

    assert filters["date_words"](date) is filters["date_words"](parse("2022-01-05"))
    assert filters["date_words"](date) != filters["date_words"](parse("2022-01-05?"))
    assert filters["paragraphs"](text) is filters["paragraphs"](text)


def test_what_several_pages_show_alike_is_made_once(tmp_path: Path) -> None:
    calls = []
    kept = theme(tmp_path).filters["kept"]

    def macro(value: str, root: str) -> str:
        calls.append((value, root))
        return f"{root}{value}"

    assert [kept("a", macro, ""), kept("a", macro, "../"), kept("a", macro, "")] == ["a", "../a", "a"]
    assert calls == [("a", ""), ("a", "../")]


def test_a_sites_own_card_is_shown_on_every_list_and_in_their_keys(tmp_path: Path) -> None:
    before = theme(tmp_path).page("period.html", Page("2022.html", "")).key
    write(tmp_path, _card="{{ root }}own", own="{% include '_chronology.html' %}")
    cards = ("a", "b")
    group = {"key": "1", "date": parse("2022"), "address": None, "gap_years": 0, "cards": cards}

    made = theme(tmp_path)
    page = made.environment.get_template("own.html").render(chronology=[group], root="../")

    assert page.count("../own") == len(cards)
    assert made.page("period.html", Page("2022.html", "")).key != before


def test_blank_lines_part_paragraphs_and_nothing_else_is_read() -> None:
    assert paragraphs("One\nline.\n\n<b>Two</b>\n\n\n") == "<p>One line.</p><p>&lt;b&gt;Two&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/Owner/repo", "https://owner.github.io/repo/"),
        ("https://github.com/owner/repo.git", "https://owner.github.io/repo/"),
        ("https://github.com/owner/owner.github.io", "https://owner.github.io/"),
        ("https://codeberg.org/owner/repo", None),
        ("https://github.com/owner", None),
        (None, None),
    ],
)
def test_a_repository_on_github_says_where_its_pages_are(
    repository: str | None, expected: str | None
) -> None:
    assert pages_address(repository) == expected


def test_an_address_on_the_command_line_comes_before_the_sites_own(tmp_path: Path) -> None:
    known = {"url": "https://example.org/t", "repository": "https://github.com/o/r"}

    assert theme(tmp_path, **known).base_url == "https://example.org/t/"
    assert theme(tmp_path, "https://example.net", **known).base_url == "https://example.net/"
    assert theme(tmp_path, repository="https://github.com/o/r").base_url == "https://o.github.io/r/"
    assert theme(tmp_path).base_url is None


def test_the_page_for_missing_addresses_leads_home_from_anywhere(tmp_path: Path) -> None:
    page = Page("404.html", "Gone")

    assert theme(tmp_path, "https://example.org/t/").root_of(page) == "/t/"
    assert theme(tmp_path).root_of(page) == ""
    assert theme(tmp_path, "https://example.org/t/").root_of(Page("2022/01.html", "")) == "../"


def test_the_home_page_is_the_folder_itself() -> None:
    assert address("index.html") == ""
    assert address("2022.html") == "2022.html"


def keys_of(source: Path) -> tuple[str, str]:
    """What stands for a site's own page template, and for its template of lists."""
    made = theme(source)
    return made.template_digest("page.html"), made.template_digest("list.html")


@pytest.mark.parametrize("asked", ["'note.txt'", "'a' ~ '.html'", "['_words.html', 'a.html']"])
def test_what_a_template_includes_is_in_its_key_whatever_it_is(tmp_path: Path, asked: str) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text(f"{{% include {asked} ignore missing %}}")
    without = keys_of(tmp_path)
    for name in ("note.txt", "a.html"):
        (folder / name).write_text("one")
    one = keys_of(tmp_path)
    for name in ("note.txt", "a.html"):
        (folder / name).write_text("two")
    two = keys_of(tmp_path)

    assert len({without[0], one[0], two[0]}) == 3
    assert without[1] == one[1] == two[1]


def test_words_of_two_vocabularies_that_are_spelt_alike_have_labels_of_their_own(tmp_path: Path) -> None:
    term = theme(tmp_path).filters["term"]

    assert Verification.UNCONFIRMED == Stance.UNCONFIRMED.value
    assert (term(Verification.UNCONFIRMED), term(Stance.UNCONFIRMED)) == (
        "Unconfirmed",
        "does not confirm it",
    )
