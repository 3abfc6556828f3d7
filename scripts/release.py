# SPDX-License-Identifier: MIT
"""Makes what a release consists of: sdist and wheel, made twice and compared, and the bill of materials.

`python -m scripts.release TAG FOLDER`. The second pair is made from the unpacked sdist, in another folder
and under other settings: so whoever has the sdist can make the same wheel, byte for byte. The packages come
to lie in FOLDER/packages, the bill and the digests of all of them in FOLDER.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from dateline import __version__
from scripts import sbom

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}


def main(tag: str, folder: Path) -> None:
    """Make a release of this checkout, or stop and say why it must not be."""
    if fault := wrong(tag):
        sys.exit(fault)
    packages = folder.resolve() / "packages"
    with tempfile.TemporaryDirectory() as beside:
        build(ROOT, packages, {})
        (sdist,) = packages.glob("*.tar.gz")
        with tarfile.open(sdist) as packed:
            packed.extractall(beside, filter="data")
        build(Path(beside, sdist.name.removesuffix(".tar.gz")), Path(beside, "again"), SETTINGS)
        if differing := different(packages, Path(beside, "again")):
            sys.exit(f"Made a second time, from the sdist, these are not the same: {', '.join(differing)}")
    sbom.main(folder / f"dateline-{__version__}.cdx.json")
    sums = [f"{digest}  {path.name}\n" for path, digest in digests(folder)]
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8")
    print("".join(sums), end="")


def wrong(tag: str) -> str | None:
    """Why a tag is none for this version, or None."""
    if tag == f"v{__version__}":
        return None
    return f"The tag {tag!a} is not v{__version__}, the version in dateline/__init__.py; nothing was made."


def build(source: Path, target: Path, settings: dict[str, str]) -> None:
    """Make sdist and wheel of a source tree with the Hatchling that is installed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=source, env=os.environ | settings, check=True, capture_output=True)


def different(one: Path, other: Path) -> list[str]:
    """The names of files that two folders do not hold with the same bytes."""
    first, second = ({path.name: digest for path, digest in digests(folder)} for folder in (one, other))
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def digests(folder: Path) -> list[tuple[Path, str]]:
    """Each file below a folder with its SHA-256, by name."""
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.name)
    return [(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


if __name__ == "__main__":
    try:
        main(sys.argv[1], Path(sys.argv[2]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"Hatchling made no packages: {failed.stderr.decode('utf-8', 'replace').strip()}")
