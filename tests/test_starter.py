"""What comes with dateline for new sites is found where it lies, and in the wheel."""

import re
import tomllib
from pathlib import Path

import pytest

from dateline import engine
from dateline.starter import SHARED, own_files, shared_files


def test_the_files_that_every_site_begins_with_are_there() -> None:
    assert {"content/site.yaml", "README.md", ".gitignore", "requirements.txt"} <= own_files().keys()
    assert ".github/workflows/publish.yml" in shared_files()


def test_the_wheel_has_them_too(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    there = {name for name in ("starter", *SHARED) if (repository / name).is_dir()}

    assert {name: f"dateline/{name}" for name in there}.items() <= included.items()


def test_what_is_inside_the_package_counts_before_what_lies_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "__file__", str(tmp_path / "dateline/engine.py"))
    assert engine.bundled("starter") == tmp_path / "starter"

    (tmp_path / "dateline/starter").mkdir(parents=True)
    (tmp_path / "dateline/starter/a.json").write_text("{}")
    assert engine.bundled("starter") == tmp_path / "dateline/starter"
    assert engine.files() == []  # it decides nothing of how a site looks


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.md", "content/pages/methodology.md"])
def test_the_labels_are_told_as_in_this_repository(name: str, repository: Path) -> None:
    rows = re.findall(r"^\| `?(\w+)`? \| (.*) \|$", own_files()[name], re.MULTILINE)
    told = (repository / name).read_text("utf-8")
    labels = {"confirmed", "reported", "unconfirmed", "disputed", "false"}

    assert all(meaning.partition(";")[0] in told for label, meaning in rows if label.lower() in labels)
