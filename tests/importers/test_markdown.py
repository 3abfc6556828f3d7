"""Front matter: what blogs call things, fields of events as they are, texts as they are."""

from dateline.importers import markdown
from dateline.table_map import TableMap
from tests.importers.reading import by_title, imported, left


def test_a_post_gives_an_event() -> None:
    made = imported(markdown, "posts/well.md")

    assert by_title(made)["A well is dug: by hand"] == {
        "title": "A well is dug: by hand",
        "date": "1901-05-03",
        "time": "10:30",
        "sources": ["https://example.org/well"],
        "tags": ["wells", "town-life"],
        "summary": "It took a week.",
        "body": "It was **twelve** metres deep.\n\n- one",
        "external_ids": {"markdown": "posts/well"},
    }
    assert left(made) == {(7, "layout", False)}


def test_a_file_of_yaml_alone_keeps_the_fields_of_an_event() -> None:
    event = by_title(imported(markdown, "posts/pump.yaml"))["The pump breaks"]

    assert event["date"] == "1903~"
    assert event["place"] == "Market of Aldea"
    assert event["sources"] == [{"title": "The town's book", "locator": "page 4"}]


def test_a_file_without_front_matter_is_named() -> None:
    assert left(imported(markdown, "posts/readme.md")) == {(1, "", True)}


def test_front_matter_that_is_no_yaml_is_told_with_its_line() -> None:
    made = imported(markdown, "a.md", text="---\ntitle: x\ndate: 2022\nbad: [\n---\n")

    assert made.found == ()
    assert made.problems
    assert all(one.path == "a.md" and one.line >= 4 for one in made.problems)


def test_a_date_in_figures_goes_by_the_stated_order() -> None:
    text = "---\ntitle: x\ndate: 03/04/2011\n---\nIt rained.\n"

    assert left(imported(markdown, "a.md", text=text)) == {(3, "date", True)}
    assert imported(markdown, "a.md", TableMap(order="mdy"), text).found[0].fields["date"] == "2011-03-04"


def test_front_matter_in_another_language_is_named() -> None:
    (one,) = imported(markdown, "blog/toml.md").left

    assert (one.at.line, one.whole, one.why) == (
        1,
        True,
        "its front matter is in TOML, and only YAML is read",
    )


def test_the_name_of_a_file_can_say_its_day_and_a_path_is_no_source() -> None:
    bridge = by_title(imported(markdown, "blog/_posts/1912-06-01-second-bridge.md"))[
        "The second bridge opens"
    ]
    made = imported(markdown, "blog/ford.md")
    ford = by_title(made)["A ford is named"]

    assert bridge["date"] == "1912-06-01"
    assert (ford["status"], ford["sources"]) == ("draft", ["https://example.org/ford"])
    assert left(made) == {(5, "url", False), (7, "weight", False)}


def test_what_was_not_published_stays_a_draft() -> None:
    assert by_title(imported(markdown, "blog/flood.md"))["A flood"]["status"] == "draft"
