"""Steps run as on GitHub: outputs, summary, and no expression that a test did not foresee."""

from pathlib import Path

import pytest

from tests.workflow_steps import Runner, parsed_outputs


def test_a_step_has_its_environment_its_outputs_and_its_summary(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    runner = Runner(tmp_path / "work", {"github.event.issue.title": "$(touch owned) `x`"})
    said = 'echo "title=$TITLE" >> "$GITHUB_OUTPUT"; echo "# S" >> "$GITHUB_STEP_SUMMARY"; false; echo never'
    ran = runner.run({"id": "one", "env": {"TITLE": "${{ github.event.issue.title }}"}, "run": said})

    assert ran.code == 1
    assert ran.outputs == {"title": "$(touch owned) `x`"}
    assert (ran.summary, ran.printed) == ("# S\n", "")
    assert runner.known["steps.one.outputs.title"] == "$(touch owned) `x`"
    assert list((tmp_path / "work").iterdir()) == []


def test_an_unknown_expression_or_one_in_a_script_fails(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    with pytest.raises(KeyError):
        Runner(tmp_path / "work").run({"env": {"A": "${{ secrets.TOKEN }}"}, "run": "true"})
    with pytest.raises(AssertionError):
        Runner(tmp_path / "work").run({"run": "echo ${{ github.ref }}"})


def test_outputs_of_several_lines_are_read() -> None:
    assert parsed_outputs("a=1\nb<<END\nx\ny\nEND\nc=2=3\n") == [("a", "1"), ("b", "x\ny"), ("c", "2=3")]
