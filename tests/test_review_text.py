"""A review in words: plain at a terminal, safe in Markdown, whole as data."""

import json
import re
from pathlib import Path

import pytest
from markdown import markdown

from dateline.checking import check
from dateline.review import reviewed
from dateline.review_text import FORMS, MOST_ITEMS, as_markdown, as_text
from tests.repositories import repository_of
from tests.samples import EVENT, SITE, run, site_of

HOSTILE = [
    "::error::owned",
    "##[error]x",
    "@everyone see https://evil.example",
    "![x](https://evil.example/x.png) [a](javascript:alert(1))",
    "</details><img src=x onerror=alert(1)>",
    "` `` ``` ```` x",
    "~~~",
    "\u202eesrever \u200b",
    "a | b | c #1 GH-1 *x* _y_",
]


def texts(folder: Path, before: dict[str, str], after: dict[str, str]) -> tuple[str, str]:
    """A review as text and as Markdown."""
    base, head = [
        check(site_of(folder / name, {f"events/{ident}.yaml": text for ident, text in events.items()}))
        for name, events in (("base", before), ("head", after))
    ]
    found = reviewed(base, head, None, ())
    return as_text(found), as_markdown(found)


def test_a_change_is_told_in_words(tmp_path: Path) -> None:
    after = EVENT.replace("2022-01-05", "2022-01-04?") + "verification: unconfirmed\n"

    text, summary = texts(tmp_path, {"a": EVENT}, {"a": after, "b": EVENT})

    assert text.startswith("Events: 1 added, 1 changed (1 moved in time).\n")
    assert "    - date: 2022-01-05 → 2022-01-04?\n" in text
    assert "    - verification: reported → unconfirmed\n" in text
    assert "- added: b, Power returns\n" in text
    assert "  | when: Possibly 4 January 2022\n" in text
    assert "  - ` verification `: ` reported ` → ` unconfirmed `\n" in summary


def test_nothing_is_said_to_change_where_nothing_does(tmp_path: Path) -> None:
    assert texts(tmp_path, {"a": EVENT}, {"a": EVENT})[0] == "Nothing changes in the timeline.\n"


@pytest.mark.parametrize("title", HOSTILE)
def test_content_stays_in_code_that_it_cannot_leave(tmp_path: Path, title: str) -> None:
    event = (
        f"title: {json.dumps(title)}\nsummary: {json.dumps(title)}\ndate: 2022-01-05\nsources: [A report]\n"
    )

    text, summary = texts(tmp_path, {"a": EVENT}, {"a": event, "b": event})

    for made in (text, summary):
        assert "##[" not in made
        assert not re.search("[\u202e\u200b\x1b]", made)
        assert not [line for line in made.splitlines() if line.strip().startswith("::")]
    html = markdown(summary, extensions=["fenced_code"])
    outside = re.sub(r"<code.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"<(img|a|details|/details)\b|@everyone|evil\.example|::error|javascript", outside)


def test_long_lists_are_cut_and_counted(tmp_path: Path) -> None:
    events = {f"e{number}": EVENT for number in range(MOST_ITEMS + 5)}

    text, summary = texts(tmp_path, {}, events)

    assert f"Events: {MOST_ITEMS + 5} added." in text
    assert text.count("- added: ") == summary.count("- added: ") == MOST_ITEMS
    assert "- and 5 more\n" in text
    assert "more not drawn here; the preview has them." in text


def test_the_command_compares_with_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = repository_of(tmp_path / "site", {"content/site.yaml": SITE, "content/events/a.yaml": EVENT})
    site_of(site, {"events/b.yaml": EVENT})
    (site / "Makefile").write_text("all:\n")

    assert run("diff", "--source", site, "HEAD") == 0
    said = capsys.readouterr().out
    assert "Events: 1 added." in said
    assert "More than content\n" in said
    assert "- Makefile\n" in said
    assert run("diff", "--source", site, "HEAD", "HEAD") == 0
    assert capsys.readouterr().out == "Nothing changes in the timeline.\n"
    assert run("diff", "--source", site, "nowhere") == 2
    assert "neither the folder of a site nor a revision" in capsys.readouterr().err


def test_the_command_writes_the_summary_of_a_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, head = site_of(tmp_path / "a", {}), site_of(tmp_path / "b", {"events/a.yaml": EVENT})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))

    assert run("diff", base, head, "--format", "github") == 0
    assert capsys.readouterr().out == "Events: 1 added.\n"
    assert (tmp_path / "summary").read_text().startswith("### What this changes\n\nEvents: 1 added.\n")


def test_the_command_gives_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base, head = site_of(tmp_path / "a", {"events/a.yaml": EVENT}), site_of(tmp_path / "b", {})

    assert run("diff", base, head, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["fate"], one["id"]) for one in found["events"]] == [("removed", "a")]
    assert [one["code"] for one in found["concerns"]] == ["D906"]
    assert sorted(FORMS) == ["github", "json", "markdown", "text"]


def test_a_broken_site_hides_no_change_beside_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = repository_of(tmp_path / "a", {"content/site.yaml": SITE})
    head = repository_of(tmp_path / "b", {"content/site.yaml": "titel: x\n", "Makefile": "all:\n"})

    assert run("diff", base, head, "--format", "github") == 1
    said = capsys.readouterr().out
    assert said.startswith("One of the two has no sound content/site.yaml, so there is nothing to compare.")
    assert "::notice title=More than content::1 file outside content/" in said
