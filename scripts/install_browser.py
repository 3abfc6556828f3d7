"""Find a Chromium for the browser tests, or install one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ASK = """\
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""

NONE = """\
The browser tests need Chromium and none could be had. Install one of these, then run `make test` again:
  Debian:      apt install chromium
  elsewhere:   Chromium or Google Chrome from its maker, or .venv/bin/playwright install chromium"""


def chromium() -> str | None:
    """The path of a Chromium on PATH, else of Playwright's own, or None where there is neither."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    """Where Playwright keeps the browser it downloaded, asked in a process of its own.

    Its synchronous interface leaves an event loop behind, which a test run must not inherit.
    """
    answer = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if path and Path(path).exists() else None


def _with_apt() -> None:
    """Install Debian's package, where we may without being asked for a password."""
    if os.geteuid() == 0:
        become: list[str] = []
    elif shutil.which("sudo") and _succeeds("sudo", "-n", "true"):
        become = ["sudo", "-n"]
    else:
        return
    if shutil.which("apt-get"):
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        _succeeds(*become, *quiet, "update")
        _succeeds(*become, *quiet, "install", "--yes", "--no-install-recommends", "chromium")


def _with_playwright() -> None:
    """Let Playwright download the Chromium it was tested with."""
    _succeeds(sys.executable, "-m", "playwright", "install", "chromium")


def _succeeds(*command: str) -> bool:
    """Whether a command ends well; what it says goes to the terminal."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


def _is_debian() -> bool:
    """Whether this is Debian itself: Ubuntu's `chromium` package is only a pointer to another store."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def main() -> int:
    """Return 0 when a Chromium is there, trying what works best on this system first."""
    ways = [_with_apt, _with_playwright] if _is_debian() else [_with_playwright, _with_apt]
    for way in ways:
        if chromium():
            break
        print("Installing Chromium for the browser tests", flush=True)
        way()
    if chromium():
        return 0
    print(NONE, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
