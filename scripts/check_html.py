"""Build the site into a temporary folder and run the Nu HTML checker over every page."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = "26.9.27"
FOLDER = ROOT / ".cache" / f"nu-{VERSION}"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAR_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
JAVA = ["-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
"""It runs for seconds: what makes Java quick in the long run takes half as long again."""


def main() -> int:
    """Return 0 when every page is valid, or when the checker cannot be had here (which is said)."""
    absent = [name for name in ("java", "npm") if not shutil.which(name)]
    if "java" in absent or (absent and not JAR.exists()):
        print(
            f"HTML is NOT checked: no {' and no '.join(absent)}. The Nu checker needs Java; npm fetches it."
        )
        return 0
    _fetch()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, ROOT / "build.py", "build", "--output", site], cwd=ROOT, check=True)
        pages = sorted(site.rglob("*.html"))
        if not pages:
            sys.exit("The build made no HTML page: there is nothing to check.")
        print(f"Checking the HTML of {len(pages)} pages", flush=True)
        command = ["java", *JAVA, "-jar", str(JAR), "--errors-only", "--skip-non-html", str(site)]
        return subprocess.run(command, check=False).returncode


def _fetch() -> None:
    """Have the pinned checker in `.cache`, and refuse any other file under its name."""
    if not JAR.exists():
        words = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(["npm", "install", *words, "--prefix", FOLDER, f"vnu-jar@{VERSION}"], check=True)
    if hashlib.sha256(JAR.read_bytes()).hexdigest() != JAR_SHA256:
        sys.exit(f"{JAR} is not the file this project pinned; delete the folder and try again.")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{' '.join(map(str, failed.cmd))} ended with {failed.returncode}.")
