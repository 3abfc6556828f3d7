"""What a page of the repository's own site weighs on the line, with all that it loads at first."""

import gzip
import re
from pathlib import Path

import pytest

FIRST = re.compile(
    r'<(?:script[^>]* src|link rel="(?:stylesheet|icon|modulepreload)" href|img[^>]* src)="([^"]+)"'
)
IMPORT = re.compile(r'^import (?:[^"]* from )?"([^"]+)"', re.MULTILINE)


def loaded(page: Path) -> set[Path]:
    """The page with the sheets, scripts and pictures that it names, and what these scripts begin with."""
    found, waiting = {page}, [page.parent / name for name in FIRST.findall(page.read_text())]
    while waiting:
        file = waiting.pop().resolve()
        if file not in found:
            found.add(file)
            if file.suffix == ".js":
                waiting += [file.parent / name for name in IMPORT.findall(file.read_text())]
    return found


def weight(page: Path) -> int:
    """How many bytes that is, compressed as hosts do it."""
    return sum(len(gzip.compress(file.read_bytes())) for file in loaded(page))


@pytest.mark.parametrize("path", ["index.html", "ar/index.html", "fa/index.html"])
def test_the_home_page_weighs_no_more_than_40_kb(site: Path, path: str) -> None:
    assert weight(site / path) <= 40_000


def test_no_event_weighs_more_than_20_kb(site: Path) -> None:
    pages = [*site.glob("events/*.html"), *site.glob("*/events/*.html")]

    assert len(pages) > 20
    assert {str(page.relative_to(site)): weight(page) for page in pages if weight(page) > 20_000} == {}


def test_the_map_weighs_no_more_than_40_kb(site: Path) -> None:
    assert weight(site / "map.html") <= 40_000


def test_sheets_scripts_and_what_they_import_count(site: Path) -> None:
    names = {file.name for file in loaded(site / "index.html")}

    assert names == {"index.html", "icon.svg", "style.css", "timeline.css", "timeline.js", "slash.js"}
    assert "map.js" in {file.name for file in loaded(site / "map.html")}
