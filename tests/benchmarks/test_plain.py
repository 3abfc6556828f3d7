"""A site built without its data files has its pages, and none of these files."""

import subprocess
import sys
from pathlib import Path

from benchmarks.plain import DATA
from dateline import discover
from tests.samples import EVENT, site_of


def test_what_is_left_out_is_there_to_be_left_out() -> None:
    names = {module.__name__.rpartition(".")[2] for module in discover.modules("dateline.outputs")}

    assert names >= DATA


def test_the_pages_stay(repository: Path, tmp_path: Path) -> None:
    source, output = site_of(tmp_path / "site", {"events/a.yaml": EVENT}), tmp_path / "output"
    command = [sys.executable, "-m", "benchmarks.plain", "build", "--no-search"]
    subprocess.run([*command, "--source", source, "--output", output], cwd=repository, check=True)

    assert (output / "events/a.html").exists()
    assert not [path for path in output.rglob("*") if path.suffix in (".csv", ".ics", ".sqlite", ".geojson")]
