import re
from pathlib import Path

import pytest

from dateline.problems import Code, Problem, Severity
from dateline.serve.preview import (
    PROBLEMS_PATH,
    RELOAD_PATH,
    Place,
    State,
    content_type,
    problems_page,
    with_additions,
)

BROKEN = Code("D000", "broken", Severity.ERROR, "Nothing is broken.")


def problems(count: int, severity: Severity = Severity.ERROR) -> tuple[Problem, ...]:
    return tuple(
        Problem("a.yaml", 1, 1, BROKEN, f"<b>{number}", severity=severity) for number in range(count)
    )


@pytest.mark.parametrize(
    ("host", "name", "answers"),
    [
        ("127.0.0.1", "[::1]", True),
        ("timeline.test", "timeline.test", True),
        ("timeline.test", "other.test", False),
        ("::", "[fe80::1]", True),
        ("::", "evil.example", False),
        ("10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
    ],
)
def test_a_server_answers_to_its_own_names(host: str, name: str, answers: bool) -> None:  # noqa: FBT001  a parameter of the test
    assert Place(Path("site"), "/", host).answers_to(name) == answers


@pytest.mark.parametrize("text", [b"<p>no body", b"<BODY>", b"<body data-a=1>text", b""])
def test_any_page_gets_the_script_once(text: bytes) -> None:
    assert with_additions(text, State()).count(RELOAD_PATH.encode()) == 1


def test_the_added_markup_is_allowed_by_the_policy() -> None:
    added = with_additions(b"", State(problems(3), "no space")).decode()

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|<b>", added)


def test_warnings_leave_a_page_alone() -> None:
    assert b"<aside" not in with_additions(b"<body>", State(problems(2, Severity.WARNING)))


def test_the_box_stays_small_and_the_page_of_problems_has_all() -> None:
    state = State(problems(25))

    assert with_additions(b"<body>", state).count(b"<li>") == 20
    assert f'<a href="{PROBLEMS_PATH}">and 5 more</a>'.encode() in with_additions(b"<body>", state)
    assert problems_page(state).count(b"<li>") == 25


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/xml; charset=utf-8"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("a.b/photo.jpg", "image/jpeg"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_a_type_does_not_depend_on_the_machine(path: str, kind: str) -> None:
    assert content_type(path) == kind


def test_only_plain_files_of_the_site_are_found(tmp_path: Path) -> None:
    for name in ("a.html", ".hidden", ".nojekyll"):
        (tmp_path / name).write_text("text")
    (tmp_path / "link.html").symlink_to("a.html")
    place = Place(tmp_path.resolve(), "/", "127.0.0.1")
    names = ["a.html", ".hidden", ".nojekyll", "link.html", "../a.html", "", "/", "a.html/", "none.html"]

    assert ["a.html"] == [name for name in names if place.file(name)]
