"""What is published of the program itself: two builds of one commit give the same files."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.plugin.interface import BuilderInterface
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from tests.archive import but_for_the_index
from tests.samples import EVENT, site_of
from tests.torture import LONG, Tell

BUILDERS: dict[str, type[BuilderInterface[Any, Any]]] = {"wheel": WheelBuilder, "sdist": SdistBuilder}
EPOCH = "1643716800"


def made(builder: type[BuilderInterface[Any, Any]], root: Path, folder: Path) -> Path:
    """The file that a builder makes of a checkout."""
    return Path(next(builder(str(root)).build(directory=str(folder), versions=["standard"])))


@pytest.mark.torture
@pytest.mark.parametrize("kind", BUILDERS if LONG else ["wheel"])
def test_two_builds_of_a_package_have_one_digest(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, figure: Tell
) -> None:
    """The second from a copy, elsewhere, whose files are as old as their copying."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=repository, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (repository / name).is_file():
            (tmp_path / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(repository / name, tmp_path / "copy" / name)
    shutil.copytree(tmp_path / "copy", tmp_path / "other", copy_function=shutil.copy)
    before = os.umask(0o077)
    try:
        files = [
            made(BUILDERS[kind], tmp_path / root, tmp_path / f"{root}-made") for root in ("copy", "other")
        ]
    finally:
        os.umask(before)

    assert len({sha256(file.read_bytes()).hexdigest() for file in files}) == 1
    figure("Q1", f"{kind} built twice, in two folders", "the same sha256")


@pytest.mark.torture
@pytest.mark.skipif(not LONG, reason="it takes a while, and a wheel is whole or broken for long")
def test_the_program_from_the_wheel_makes_the_same_site(
    repository: Path, tmp_path: Path, figure: Tell
) -> None:
    source = site_of(tmp_path / "site", {"events/one.yaml": EVENT, "pages/about.md": "# About\n"})
    wheel = made(WheelBuilder, repository, tmp_path)
    uv, target = Path(sys.prefix) / "bin/uv", tmp_path / "installed"
    subprocess.run(
        [str(uv), "pip", "install", "-q", "--offline", "--no-deps", "--target", str(target), str(wheel)],
        check=True,
    )
    sites = []
    for number, place in enumerate((repository, target)):
        where = ["--source", str(source), "--output", str(tmp_path / f"out-{number}")]
        command = [sys.executable, "-P", "-m", "dateline", "build", "--no-cache", *where]
        environment = {**os.environ, "PYTHONPATH": str(place), "SOURCE_DATE_EPOCH": EPOCH}
        subprocess.run(command, check=True, cwd=tmp_path, env=environment)
        sites.append(but_for_the_index(tmp_path / f"out-{number}"))

    assert sites[0] == sites[1]
    figure("R3", "a site built by the checkout and by the installed wheel", "the same bytes and modes")
