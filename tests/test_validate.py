"""What is wrong with a record is said in plain words, at the line and column where it stands."""

from typing import Any

import pytest

from dateline.codes import fields
from dateline.models import Event, Model, Place, Sidecar, Site
from dateline.problems import Code, Problem
from dateline.validate import as_typed, validate
from tests.samples import EVENT, document_of

CODES = [code for code in vars(fields).values() if isinstance(code, Code)]
LIBRARY_WORDS = (
    "Input should",
    "validation",
    "pydantic",
    "Extra inputs",
    "valid string",
    "type=",
    "NoneType",
)
# Where the example of a code stands; most stand in an event, over its three needed keys.
ELSEWHERE: dict[str, tuple[type[Model], str]] = {
    "bad-number": (Event, EVENT + "casualties:\n  - type: killed\n    {}\n"),
    "coordinates": (Place, "name: A\nlon: 40.55\nuncertainty_m: 500\n{}\n"),
    "together": (Place, "name: A\n{}\n"),
    "range-order": (Event, EVENT + "casualties:\n  - type: killed\n    {}\n"),
    "bad-id": (Event, EVENT + "claims:\n  - by: Army\n    about: count\n    text: Eight.\n    {}\n"),
    "yes-no": (Event, EVENT + "media:\n  - type: photo\n    {}\n"),
    "bad-form": (Place, "name: A\n{}\n"),
}


def faults(text: str, model: type[Model] = Event) -> tuple[Problem, ...]:
    """Everything that is wrong with a record."""
    found = validate(model, document_of(text))
    return found if isinstance(found, tuple) else ()


def only(text: str, model: type[Model] = Event) -> Problem:
    """The one fault of a record."""
    (one,) = faults(text, model)
    return one


def said(text: str, model: type[Model] = Event) -> tuple[int, int, str, str, str]:
    """The one fault of a record: its place, its name, its message and its hint."""
    one = only(text, model)
    return one.line, one.column, one.code.name, one.message, one.hint


def example(code: Code, text: str) -> tuple[str, type[Model]]:
    """A whole record around an example of a code."""
    if code.name in ELSEWHERE:
        model, frame = ELSEWHERE[code.name]
        return frame.format(text.replace("\n", "\n    " if "    {}" in frame else "\n")), model
    keys = {line.partition(":")[0] for line in text.splitlines()}
    rest = [line for line in EVENT.splitlines() if line.partition(":")[0] not in keys]
    return "\n".join([text, *(rest if code is not fields.MISSING_KEY else []), ""]), Event


@pytest.mark.parametrize(
    "code",
    [code for code in CODES if code.bad],
    ids=lambda code: code.name,
)
def test_the_bad_example_of_a_code_is_refused_under_it_and_the_good_one_is_not(code: Code) -> None:
    assert code in {one.code for one in faults(*example(code, code.bad))}
    assert faults(*example(code, code.good)) == ()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_no_problem_speaks_the_language_of_a_library(code: Code) -> None:
    for one in faults(*example(code, code.bad)) if code.bad else ():
        assert not any(word in one.message + one.hint for word in LIBRARY_WORDS)


def test_a_good_document_becomes_a_record() -> None:
    made = validate(Event, document_of(EVENT))

    assert isinstance(made, Event)
    assert made.title == "Power returns"


def test_every_fault_is_told_at_once_in_reading_order() -> None:
    found = faults("title: A\ncolour: red\ndate: 2022-13\nverification: sure\nlang: arabic\n")

    assert [(one.line, one.code.name) for one in found] == [
        (1, "missing-key"),
        (2, "unknown-key"),
        (3, "bad-date"),
        (4, "vocabulary"),
        (5, "bad-language"),
    ]


def test_a_missing_key_comes_with_a_line_to_add() -> None:
    assert said("title: A\ndate: 2022-01-05\n") == (
        1,
        1,
        "missing-key",
        "'sources' is missing: an event needs it",
        "add a line such as sources: [https://example.org/report]",
    )


def test_a_key_missing_deep_inside_is_told_at_the_record_that_needs_it() -> None:
    line, _, name, message, _ = said(EVENT + "claims:\n  - by: Army\n    about: count\n")

    assert (line, name, message) == (5, "missing-key", "'text' is missing: it is needed here")


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    line, column, name, message, hint = said("titel: A\ndate: 2022-01-05\nsources: [a]\n")

    assert (line, column, name, message) == (1, 1, "unknown-key", "'titel' is not a known key")
    assert hint.startswith('did you mean "title"? Known keys: title, date, sources, ')


def test_a_key_with_a_foreign_letter_is_told_apart_from_the_one_it_looks_like() -> None:
    assert only(EVENT + '"summ\u0430ry": A\n').message == (
        "'summ\u0430ry' looks like \"summary\" but holds U+0430 CYRILLIC SMALL LETTER A"
    )


def test_an_unknown_key_deep_inside_names_the_keys_of_its_own_record() -> None:
    hint = only(EVENT + "claims:\n  - {by: Army, about: count, text: Eight., sayd: 2022}\n").hint

    assert hint.startswith('did you mean "said"? Known keys: id, by, stance')


def test_a_word_off_the_vocabulary_comes_with_the_words_there_are() -> None:
    assert said(EVENT + "verification: confirm\n") == (
        4,
        15,
        "vocabulary",
        "'confirm' is not one of the words allowed here",
        "did you mean confirmed? The words are: confirmed, reported, unconfirmed, disputed, false",
    )


def test_a_word_that_no_letters_give_away_is_known_by_its_meaning() -> None:
    hint = only(EVENT + "casualties:\n  - {type: wounded, count: 3}\n").hint

    assert hint.startswith("did you mean injured? The words are: killed, injured, ")


def test_an_event_with_a_key_of_its_own_is_told_how_to_write_it() -> None:
    assert only(EVENT + "weather: rain\n").hint.endswith("; a key of your own begins with x-")


def test_a_key_of_its_own_is_under_extra_or_beside_it() -> None:
    assert said(EVENT + "extra: {x-a: 1}\nx-a: 2\n")[2:] == (
        "unknown-key",
        "'x-a' is under 'extra' too",
        "keep one of the two",
    )


@pytest.mark.parametrize(
    ("typed", "name"), [("[a]", "wrong-shape"), ("a", "wrong-shape"), ("", "empty-value")]
)
def test_a_key_of_its_own_does_not_hide_what_is_wrong_with_extra(typed: str, name: str) -> None:
    one = only(EVENT + f"extra: {typed}\nx-a: 2\n")

    assert (one.line, one.code.name) == (4, name)


def test_a_record_without_a_value_is_told_so() -> None:
    found = validate(Place, document_of("market:\n"), ("market",))

    assert isinstance(found, tuple)
    assert [(one.code.name, one.message) for one in found] == [("empty-value", "this item has no value")]


def test_a_key_that_is_itself_at_fault_is_not_called_by_a_name_of_the_library() -> None:
    assert only('name: A\nnames: {"": B}\n', Place).message == "this key has no value"


def test_a_source_is_named_or_described_but_not_both() -> None:
    typed = "title: A\ndate: 2022-01-05\nsources:\n  - {source: https://example.org/, title: B}\n"

    assert said(typed)[2:] == (
        "unknown-key",
        "'title' does not go with 'source', which names one that is listed elsewhere",
        "to describe it here, write url: in place of source:",
    )


def test_a_key_that_is_needed_is_not_to_be_left_out() -> None:
    assert only("title: A\ndate: 2022-01-05\nsources: []\n").hint.startswith("give a value, such as [")


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("tags: drone", "'tags' is a list, not text", "write tags: [drone]"),
        ("tags: drone, base", "'tags' is a list, not text", "write tags: [drone, base]"),
        (
            "unknowns: Who fired, and why.",
            "'unknowns' is a list, not text",
            "start each item with '- ', or write [one, two]",
        ),
        ("summary: [a]", "'summary' is text, not a list", ""),
        (
            "corrections: [x]",
            "this item is a mapping, not text",
            "write keys with their values; known keys: date, type, text, field, was, now, link",
        ),
        ("sources: x", "'sources' is a list, not text", "write sources: [x]"),
        (
            "date: [2022-01-03..2022-01-05]",
            "a date is text such as 2022-01-05, not a list",
            'put it in quotes: "[2022-01-03..2022-01-05]"',
        ),
        ("date: [soon]", "a date is text such as 2022-01-05, not a list", ""),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_a_newcomers_words(typed: str, message: str, hint: str) -> None:
    rest = "\n".join(line for line in EVENT.splitlines() if line[:4] != typed[:4])
    one = only(f"{rest}\n{typed}\n")

    assert (one.code.name, one.message, one.hint) == ("wrong-shape", message, hint)


@pytest.mark.parametrize(
    "typed", ["summary:", "summary: ''", "tags:", "verification:", "place:", "relations:"]
)
def test_a_key_without_a_value_is_told_so(typed: str) -> None:
    found = faults(EVENT + typed + "\n")

    assert [one.code.name for one in found] in (["empty-value"], [])
    assert found or typed in ("summary:", "place:")  # null means that it is not known


def test_a_text_that_is_too_long_is_told_its_length() -> None:
    one = only(EVENT.replace("Power returns", "x" * 121))

    assert (one.code.name, one.message) == ("too-long", "'title' has 121 characters, the limit is 120")


def test_keys_that_begin_with_x_are_notes_of_ones_own() -> None:
    made = validate(Event, document_of(EVENT + "extra: {wind: 40}\nx-desk: night\n"))

    assert isinstance(made, Event)
    assert made.extra == {"wind": "40", "x-desk": "night"}


def test_only_an_event_has_notes_of_ones_own() -> None:
    assert only("name: A\nx-desk: night\n", Place).code.name == "unknown-key"


def test_a_record_inside_a_document_is_told_at_its_own_lines() -> None:
    document = document_of("one:\n  name: A\ntwo:\n  nam: B\n")

    found: Any = validate(Place, document, ("two",))

    assert [(one.line, one.column, one.code.name) for one in found] == [(4, 3, "unknown-key")]
    assert isinstance(validate(Place, document, ("one",)), Place)


def test_a_site_and_a_translation_are_checked_alike() -> None:
    assert only("titel: A\n", Site).hint.startswith('did you mean "title"?')
    assert only("of: fire\nlang: Arabic\n", Sidecar).code.name == "bad-language"


@pytest.mark.parametrize("typed", ["[a]", "a", "{}"])
def test_a_registry_entry_that_is_no_record_is_a_problem_not_a_crash(typed: str) -> None:
    found: Any = validate(Place, document_of(f"one: {typed}\n"), ("one",))

    assert [one.line for one in found] == [1]


def test_a_path_of_the_schema_becomes_the_path_that_was_typed() -> None:
    typed = {"place": "x", "sources": [{"title": "A"}], "relations": {"follows": "b"}}

    assert as_typed(typed, ("sources", 0, "inline", "title")) == ("sources", 0, "title")
    assert as_typed(typed, ("relations", "follows", 0, "event")) == ("relations", "follows")
    assert as_typed(typed, ("place", "place")) == ("place",)
