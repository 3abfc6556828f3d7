"""A code is explained in plain words with its examples, by its number or its name."""

import pytest

from dateline.problems import Code
from dateline.rulebook import every_code
from tests.samples import run

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("typed", ["D104", "d104", "ambiguous-date", "Ambiguous-Date", "[D104"])
def test_a_code_goes_by_its_number_or_its_name(typed: str, capsys: Captured) -> None:
    assert run("explain", typed) == 0

    assert capsys.readouterr().out == (
        "D104 ambiguous-date (error)\n\n"
        "A date is written year first, so that day and month cannot be confused.\n\n"
        "Bad:\n    date: 01/02/2024\n\n"
        "Good:\n    date: 2024-02-01\n\n"
    )


def test_what_was_copied_from_a_problem_is_explained_once(capsys: Captured) -> None:
    assert run("explain", "[D104", "ambiguous-date]:") == 0

    assert capsys.readouterr().out.count("ambiguous-date") == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("unknwon-key", "did you mean D102 (unknown-key)?"),
        ("zzz", "dateline explain lists them all"),
        ("\x1b[31m", r"\x1b[31m"),
    ],
)
def test_a_code_that_is_not_there_is_a_usage_error(typed: str, words: str, capsys: Captured) -> None:
    assert run("explain", typed) == 2

    said = capsys.readouterr()
    assert words in said.err
    assert "\x1b" not in said.err
    assert said.out == ""


def test_without_a_code_all_are_listed(capsys: Captured) -> None:
    assert run("explain") == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [code.id for code in every_code()]
    assert "D001 encoding: A file is text in UTF-8." in lines


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.id)
def test_no_explanation_gives_a_command_to_a_terminal_or_a_workflow(code: Code, capsys: Captured) -> None:
    assert run("explain", code.id) == 0

    said = capsys.readouterr().out
    assert said.replace("\n", "").isprintable()
    assert not any(line.startswith("::") for line in said.splitlines())
