# SPDX-License-Identifier: MIT
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from tests.benchmarks.test_figures import FOUND


def test_a_small_sitting_measures_every_case_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lighthouse is left out, being fetched from the network, and so is the browser, which needs a minute."""
    monkeypatch.setattr("benchmarks.__main__.lighthouse", lambda: {"home": (100, 100, 100, 100)})
    monkeypatch.setattr("benchmarks.__main__.line_of_time", lambda: FOUND.drawn)
    results = tmp_path / "results.md"
    folder = tmp_path / "work"
    folder.mkdir()
    words = ["--events", "20", "--large", "0", "--runs", "1", "--folder", folder, "--results", results]
    said = CliRunner().invoke(main, [str(word) for word in words])
    text = results.read_text(encoding="utf-8")

    assert 0 == said.exit_code, said.output
    assert "not measured" not in text
    assert "browser told to reload after" in text
    assert not re.search(r"(?<![\w.])/\w", text), "a path of this machine"
    assert [] == list(folder.iterdir())
