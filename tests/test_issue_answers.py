"""The text of an issue gives the fields of an event, whatever people and browsers do to it."""

import time
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.issue_answers import LONGEST, Filled, read
from dateline.issue_form import CONFIRMATION, CONFIRMED, questions
from dateline.models import Site
from dateline.written_names import Names

SITE = Site.model_validate({"title": "T", "vocabularies": {"type": {"fire": "A fire"}}})
ASKED = questions(SITE)
NAMES = Names({"old town": "old-town"}, {}, {}, {})
TICKED = "\n".join(f"- [X] {sentence}" for sentence in CONFIRMED)
PIECES = st.sampled_from(
    [*"#\n -x[]()<!>\r\u2028:,", "### Title\n", "### Date\n", "_No response_", "https://x"]
)
LEAST = {"Title": "Power returns", "Date": "2022-01-05", "Sources": "https://example.org/a"}
FIELDS = {"title": "Power returns", "date": "2022-01-05", "sources": ["https://example.org/a"]}


def text(answers: Mapping[str, str], ticked: str = TICKED) -> str:
    """The text that GitHub makes of the form."""
    given = {one.label: answers.get(one.label) or "_No response_" for one in ASKED} | {CONFIRMATION: ticked}
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in given.items()) + "\n"


def filled(more: Mapping[str, str]) -> Filled:
    return read(text({**LEAST, **more}), ASKED, NAMES)


def test_empty_answers_are_no_fields() -> None:
    assert filled({}) == Filled(FIELDS)
    assert filled({"Type": "None", "Place": " \t "}) == Filled(FIELDS)


def test_a_name_that_the_site_knows_becomes_its_id_and_choices_become_words() -> None:
    found = filled(
        {
            "Place": "Old  Town",
            "Type": "a Fire",
            "Verification": "unconfirmed",
            "What is not known": "* Who.\n\n1. Why.",
        }
    )

    assert found.remarks == ()
    assert found.fields == {
        **FIELDS,
        "place": "old-town",
        "type": "fire",
        "verification": "unconfirmed",
        "unknowns": ["Who.", "Why."],
    }


def test_a_choice_that_there_is_not_is_told_with_the_one_that_was_meant() -> None:
    (remark,) = filled({"Type": "A fir"}).remarks

    assert (remark.label, remark.message) == ("Type", "'A fir' is not among the choices")
    assert remark.hint.startswith("did you mean A fire? ")


def test_a_name_that_is_nearly_one_of_the_site_is_asked_about() -> None:
    found = filled({"Place": "Old Tovn"})
    (remark,) = found.remarks

    assert found.fields["place"] == "Old Tovn"
    assert (remark.label, remark.hint, str(remark.severity)) == ("Place", "did you mean old-town?", "notice")


@pytest.mark.parametrize("breaks", ["\r\n", "\r", "\u2028"])
def test_any_line_break_is_one(breaks: str) -> None:
    assert read(text(LEAST).replace("\n", breaks), ASKED, NAMES) == Filled(FIELDS)


@pytest.mark.parametrize(
    "inside", ["### Date\n\n1999-01-01", "### Title", "### Else", "#### Date", "  ### Sources"]
)
def test_a_heading_in_an_answer_is_part_of_it(inside: str) -> None:
    words = f"Before.\n\n{inside}\n\nAfter."

    assert filled({"Summary": words}) == Filled({**FIELDS, "summary": words})


def test_a_heading_that_could_be_the_form_s_own_is_asked_about() -> None:
    found = filled({"Summary": "Before.\n\n### Verification\n\nAfter."})

    assert found.fields == {}
    assert [remark.label for remark in found.remarks] == ["Verification"]


def test_headings_out_of_order_are_told() -> None:
    title, date = "### Title\n\nPower returns\n\n", "### Date\n\n2022-01-05\n\n"
    (remark,) = read(text(LEAST).replace(title + date, date + title), ASKED, NAMES).remarks

    assert "order" in remark.message


def test_a_question_that_was_taken_out_is_not_answered() -> None:
    assert read(text(LEAST).replace("### Place\n\n_No response_\n\n", ""), ASKED, NAMES) == Filled(FIELDS)


def test_what_github_does_not_show_is_left_out() -> None:
    hidden = "Po<!-- ### Date -->wer\u200b re\u202eturns\ufeff \U000e0041\ud83d<!-- open"

    assert filled({"Title": hidden}).fields == {**FIELDS, "title": "Power returns"}


def test_joiners_that_words_need_stay() -> None:
    assert filled({"Summary": "می\u200cرود"}).fields["summary"] == "می\u200cرود"


def test_missing_answers_and_ticks_are_told_each() -> None:
    found = read(text({}, ticked=TICKED.replace("[X]", "[ ]", 1)), ASKED, NAMES)

    assert [remark.label for remark in found.remarks] == ["Title", "Date", "Sources", CONFIRMATION]
    assert found.remarks[1].hint == "such as: 2022-01-05, or 2022-01, or 2022"


def test_words_above_the_form_are_not_lost_in_silence() -> None:
    found = read("Please read.\n\n" + text(LEAST), ASKED, NAMES)

    assert found.fields == FIELDS
    assert [str(remark.severity) for remark in found.remarks] == ["warning"]


@pytest.mark.parametrize("body", ["", "Hello.", "### Event\n\nx\n\n### Source\n\ny"])
def test_another_text_is_no_form(body: str) -> None:
    found = read(body, ASKED, NAMES)

    assert found.fields == {}
    assert [remark.message for remark in found.remarks] == [
        "this issue was not made with the form for an event"
    ]


def test_a_text_that_is_too_long_is_not_read() -> None:
    (remark,) = read("x" * (LONGEST + 1), ASKED, NAMES).remarks

    assert "limit" in remark.message


@pytest.mark.parametrize("letter", [" ", "<!--", "### Date\n", "(", "[a](", "\n", "\t", ",", "- "])
@pytest.mark.parametrize("label", ["Title", "Sources", "Actors", "Type", "Summary"])
def test_a_long_text_takes_no_time(letter: str, label: str) -> None:
    many = "a" + letter * (60_000 // len(letter)) + "b"
    begun = time.perf_counter()
    filled({label: many})

    assert time.perf_counter() - begun < 2


@given(st.lists(PIECES).map("".join))
def test_no_text_raises(body: str) -> None:
    read(body, ASKED, NAMES)
    filled({"Sources": body, "Actors": body})
