"""Closed vocabularies: every word has a label, none stands for two, and a word is its own text."""

import pytest

from dateline import terms
from dateline.terms import Term

VOCABULARIES = Term.__subclasses__()

each = pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.__name__)


@each
def test_every_word_has_a_value_for_files_and_a_label_for_readers(vocabulary: type[Term]) -> None:
    for word in vocabulary:
        assert word == word.value == str(word) == f"{word}"
        assert word.value == word.value.lower()
        assert word.label


@each
def test_no_two_words_read_alike(vocabulary: type[Term]) -> None:
    labels = [word.label for word in vocabulary]

    assert len(set(labels)) == len(labels)


def test_a_word_is_found_by_what_a_file_says() -> None:
    by_value = {word.value: word for word in terms.Verification}

    assert by_value["disputed"] is terms.Verification.DISPUTED
    assert "sure" not in by_value


def test_each_degree_of_verification_says_what_a_reviewer_can_apply() -> None:
    assert [word.value for word in terms.Verification] == [
        "confirmed",
        "reported",
        "unconfirmed",
        "disputed",
        "false",
    ]
    assert all(word.meaning.endswith(".") for word in terms.Verification)


def test_stances_and_questions_are_those_of_the_schema() -> None:
    assert [word.value for word in terms.Stance] == ["asserts", "denies", "unconfirmed", "retracts"]
    assert [word.value for word in terms.About] == [
        "occurrence",
        "responsibility",
        "time",
        "place",
        "count",
        "casualties",
        "damage",
        "method",
        "target",
        "identity",
        "justification",
    ]
