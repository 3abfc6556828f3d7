"""Have the programs of tests/npm in `.cache`, exactly as its lock file pins them, where there is npm."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "tests" / "npm"
FILES = ("package.json", "package-lock.json")


def folder() -> Path:
    """Where they lie: a folder for each state of the lock file."""
    state = hashlib.sha256(b"\0".join((PINS / name).read_bytes() for name in FILES)).hexdigest()
    return ROOT / ".cache" / f"npm-{state[:12]}"


def package(name: str) -> Path | None:
    """The folder of a package, or None where it was not fetched."""
    found = folder() / "node_modules" / name
    return found if (folder() / "complete").exists() and found.is_dir() else None


def main() -> int:
    """Fetch them once; return 0 also where there is no npm, which is said: their tests are skipped then."""
    if (folder() / "complete").exists():
        return 0
    if not shutil.which("npm"):
        print("No npm: TimelineJS is not fetched, and the test that opens our export in it is skipped.")
        return 0
    print("Fetching what tests/npm/package-lock.json lists into .cache", flush=True)
    folder().mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(PINS / name, folder() / name)
    words = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(["npm", "ci", *words], cwd=folder(), check=False)  # checks each against its sum
    if done.returncode:
        print("npm could not fetch what tests/npm/package-lock.json lists.", file=sys.stderr)
        return done.returncode
    (folder() / "complete").touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
