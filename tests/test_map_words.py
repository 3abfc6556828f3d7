"""The words of the map are the same in the page and for the script, and follow the site's language."""

from gettext import NullTranslations

from dateline import map_words
from dateline.language import Language, language

ENGLISH = language("en")


class Arabic(NullTranslations):
    """Six forms, by the rule of Arabic."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002  # as gettext has it
        if n < 3:
            return f"form {n}"
        last = n % 100
        return "form 3" if 3 <= last <= 10 else "form 4" if last >= 11 else "form 5"


def test_a_mark_says_where_and_how_many() -> None:
    assert map_words.one_mark(["Base"], 1, ENGLISH) == "Base: one event"
    assert map_words.one_mark(["Base", "Field"], 12_000, ENGLISH) == "Base, Field: 12\u00a0000 events"


def test_of_many_places_the_first_are_named() -> None:
    said = map_words.gathered_mark(["A", "B", "C", "D", "E"], 7, ENGLISH)

    assert said == "5 places close together: A, B, C, 2 more. 7 events"


def test_a_name_with_braces_stays_as_it_is() -> None:
    assert map_words.one_mark(["{events} {n}"], 2, ENGLISH) == "{events} {n}: 2 events"


def test_the_script_gets_the_form_of_every_number() -> None:
    arabic = Language("ar", "rtl", Arabic())
    found = map_words.forms("one event", "{n} events", arabic)

    def form(count: int) -> str:
        return str(found["forms"][int(found["of"][count if count < 200 else 100 + count % 100])])

    assert all(form(n) == arabic.ngettext("", "", n) for n in (*range(200), 203, 311, 1_000, 1_101, 12_345))


def test_the_script_gets_every_phrase_of_the_page() -> None:
    words = map_words.for_script(ENGLISH)

    assert words["one"] == "{names}: {events}"
    assert words["events"]["forms"] == ["{n} events", "one event"]


def test_names_and_thousands_are_set_apart_as_the_language_does() -> None:
    words = map_words.for_script(language("ar"))

    assert (words["and"], words["group"]) == ("، ", ",")
    assert map_words.listed(["أ", "ب"], language("ar")) == "أ، ب"
    assert map_words.for_script(ENGLISH)["group"] == "\N{NO-BREAK SPACE}"
