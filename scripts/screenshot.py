# SPDX-License-Identifier: MIT
"""Takes the README's picture of the built home page: `python -m scripts.screenshot` after `make site`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.install_browser import chromium

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write docs/screenshot.png from output/index.html."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1250})
        page.goto((ROOT / "output/index.html").as_uri())
        page.screenshot(path=ROOT / "docs/screenshot.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
