"""Write both lock files anew from pyproject.toml, with the hashes of every platform's wheels."""

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
    """Write requirements.lock, then requirements-dev.lock with the same versions of what both list."""
    oldest = _oldest_python()
    # A site is built on one machine; whoever has a cluster installs `dateline[dask]` there.
    extras = [word for extra in ("fmt", "images", "search", "serve") for word in ("--extra", extra)]
    _compile("requirements.lock", *extras, "--python-version", oldest)
    _compile(
        "requirements-dev.lock",
        "--all-extras",
        "--python-version",
        oldest,
        "--group",
        "dev",
        "--constraint",
        "requirements.lock",
    )
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
        "pyproject.toml",
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
