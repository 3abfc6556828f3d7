"""A file that is there is a file that runs."""

import sys
from pathlib import Path

import pytest

from dateline import discover, rules


def test_the_modules_of_a_package_come_sorted_by_name() -> None:
    names = [module.__name__ for module in discover.modules("dateline.rules")]
    files = sorted(path.stem for path in Path(rules.__path__[0]).glob("*.py") if path.stem != "__init__")

    assert names == [f"dateline.rules.{stem}" for stem in files]


def test_the_modules_of_a_sites_folder_come_sorted_and_without_those_with_an_underscore(
    tmp_path: Path,
) -> None:
    for name in ("second", "first", "_shared"):
        (tmp_path / f"{name}.py").write_text(f"NAME = '{name}'\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no module", encoding="utf-8")

    assert [module.NAME for module in discover.site_modules(tmp_path)] == ["first", "second"]


def test_a_site_without_the_folder_has_no_modules(tmp_path: Path) -> None:
    assert discover.site_modules(tmp_path / "outputs") == ()


def test_a_sites_folder_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text("NAME = 'first'\n", encoding="utf-8")
    discover.site_modules(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["first.py"]


def test_a_module_that_changed_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "first.py"
    file.write_text("NAME = 'one'\n", encoding="utf-8")
    discover.site_modules(tmp_path)
    file.write_text("NAME = 'two'\n", encoding="utf-8")

    assert [module.NAME for module in discover.site_modules(tmp_path)] == ["two"]


def test_a_module_may_hold_a_dataclass(tmp_path: Path) -> None:
    text = (
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\n\n\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class Row:\n"
        "    name: str\n"
    )
    (tmp_path / "rows.py").write_text(text, encoding="utf-8")
    (module,) = discover.site_modules(tmp_path)

    assert module.Row("a").name == "a"


def test_a_module_that_fails_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("1 / 0\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        discover.site_modules(tmp_path)

    assert discover.PREFIX + "broken" not in sys.modules
