# SPDX-License-Identifier: MIT
"""Ask Lighthouse about the home page, an event and the map: `python -m benchmarks.lighthouse`.

Lighthouse is fetched with npm into a temporary folder; without node there is nothing to measure, which
is said. The pages are those of the repository's own site, served from this machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.browser import served
from benchmarks.process import run
from benchmarks.sites import BUILD, ROOT
from scripts.install_browser import chromium

VERSION = "12"
PAGES = {
    "home page": "index.html",
    "event": "events/2022-01-05-green-village-attack.html",
    "map": "map.html",
}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Score:
    """What Lighthouse says of one page: its four scores, and what keeps each below 100."""

    page: str
    scores: tuple[int, ...]
    faults: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The scores, and what is at fault."""
        return " / ".join(map(str, self.scores)) + (f" ({', '.join(self.faults)})" if self.faults else "")


def missing() -> str:
    """Why Lighthouse cannot run here, in words; empty where it can."""
    absent = [name for name in ("node", "npm") if not shutil.which(name)]
    if absent:
        return f"not measured, there is no {' and no '.join(absent)}"
    return "" if chromium() else "not measured, there is no Chromium"


def scores() -> tuple[Score, ...]:
    """What Lighthouse says of each page."""
    with tempfile.TemporaryDirectory(prefix="dateline-lighthouse-") as work:
        folder = Path(work)
        words = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(folder)]
        subprocess.run([shutil.which("npm") or "npm", "install", *words, f"lighthouse@{VERSION}"], check=True)
        run([*BUILD, "build", "--source", ROOT, "--output", folder / "site", "--no-cache"])
        with served(folder / "site") as address:
            return tuple(score(name, address + path, folder) for name, path in PAGES.items())


def score(name: str, address: str, folder: Path) -> Score:
    """What Lighthouse says of one page."""
    report = folder / "report.json"
    command = [
        str(folder / "node_modules/.bin/lighthouse"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(chromium())})
    return read(name, report.read_text(encoding="utf-8"))


def read(name: str, report: str) -> Score:
    """The scores in a report of Lighthouse's."""
    found = json.loads(report)
    categories = [found["categories"][category] for category in CATEGORIES]
    low = [category for category in categories if category["score"] < 1]
    return Score(
        name,
        tuple(round(100 * category["score"]) for category in categories),
        tuple(
            part["id"]
            for category in low
            for part in category["auditRefs"]
            if part["weight"] and (found["audits"][part["id"]]["score"] or 0) < 0.9  # what it calls good
        ),
    )


def main() -> None:
    """Say what Lighthouse says, or why it cannot be asked."""
    why = missing()
    for line in [why] if why else [f"{one.page}: {one.words}" for one in scores()]:
        click.echo(f"Lighthouse {VERSION}, {' / '.join(CATEGORIES)}: {line}")


if __name__ == "__main__":
    main()
