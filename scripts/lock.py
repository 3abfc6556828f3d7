"""Write the lock files anew from pyproject.toml, with the hashes of every platform's wheels."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"
WORDS = ["--universal", "--generate-hashes", "--upgrade", "--no-config", "--no-emit-index-url", "--quiet"]
FORBIDDEN = ("--index-url", "--extra-index-url", "--find-links", "://")


def main() -> int:
    """Write requirements.lock, then the others with the same versions of what they share with it."""
    oldest = _oldest_python()
    same = ("--python-version", oldest, "--constraint", "requirements.lock")
    # A site is built on one machine; whoever has a cluster installs `dateline[dask]` there.
    extras = [word for extra in ("fmt", "images", "search", "serve") for word in ("--extra", extra)]
    _compile("requirements.lock", "pyproject.toml", *extras, "--python-version", oldest)
    _compile("requirements-dev.lock", "pyproject.toml", "--all-extras", "--group", "dev", *same)
    # Hatchling makes the packages in the environment of the tests too: one version of it in both.
    tested = ("--constraint", "requirements-dev.lock")
    _compile("requirements-release.lock", "--group", "release", *same, *tested)
    return 0


def _oldest_python() -> str:
    """The oldest Python that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["requires-python"]).removeprefix(">=")


def _compile(lock: str, *words: str) -> None:
    """Write one lock file; refuse one that names where packages came from, which differs between machines."""
    command = [
        str(UV),
        "pip",
        "compile",
        *WORDS,
        *words,
        "--output-file",
        lock,
    ]
    environment = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    written = (ROOT / lock).read_text(encoding="utf-8")
    found = [word for word in FORBIDDEN if word in written]
    if found:
        sys.exit(f"{lock} holds {', '.join(found)}: it must work with any package index.")


if __name__ == "__main__":
    sys.exit(main())
