# SPDX-License-Identifier: MIT
import json
from pathlib import Path

from benchmarks.browser import published


def test_the_site_of_the_line_of_time_is_made_of_as_many_events_as_asked_for(tmp_path: Path) -> None:
    published(30, tmp_path)
    overview = json.loads((tmp_path / "marks/overview.json").read_text())

    assert overview["count"] == 30
    assert "Something that was seen at place" in (tmp_path / "index.html").read_text()
