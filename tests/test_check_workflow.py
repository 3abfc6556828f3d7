"""What happens on a pull request: the steps of check.yml, run against a repository and a stranger's fork."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.repositories import committed, git, repository_of
from tests.samples import EVENT, SITE
from tests.workflow_steps import Ran, Runner, job, shell_steps

WORKFLOW = ".github/workflows/check.yml"
PUT, CHECK, TELL, BUILD = range(1, 5)
"""The places of the shell steps; the first installs what is there already."""

HOSTILE_TITLE = (
    "::error::owned ##[error]x @everyone ![x](https://evil.example/x.png) [a](https://evil.example) "
    "</details><img src=x> ``` $(touch owned) `touch owned` %0A::add-mask::e"
)
HOSTILE_NAME = "--x\n::error::owned $(touch owned).yaml"


@dataclass
class PullRequest:
    """The workspace of a run, with the two checkouts in it, and what has become of each step."""

    work: Path
    runner: Runner

    @property
    def pr(self) -> Path:
        """The checkout of the pull request."""
        return self.work / "pr"

    def run(self) -> dict[int, Ran]:
        """Run the shell steps as GitHub does: after one that failed, only the one that is always run."""
        held = job(WORKFLOW, "check")
        found: dict[int, Ran] = {}
        for number, step in enumerate(shell_steps(held)):
            is_sound = all(ran.code == 0 for ran in found.values())
            if number and (is_sound or "!cancelled()" in step.get("if", "")):
                found[number] = self.runner.run(step, held["env"])
        return found


@pytest.fixture
def pull(tmp_path: Path, repository: Path) -> PullRequest:
    """A pull request that changes nothing yet, from a fork of a small site."""
    work = tmp_path / "work"
    base = work / "base"
    base.mkdir(parents=True)
    for name in ("dateline", "templates"):
        shutil.copytree(repository / name, base / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository / "build.py", base)
    repository_of(
        base,
        {
            "content/site.yaml": SITE,
            "content/events/2022/2022-01-05-power.yaml": EVENT,
            "content/events/2022/2022-01-06-water.yaml": EVENT.replace("Power", "Water"),
            "addresses.txt": "2022-01-05-power\n",
        },
    )
    git(work, "clone", "--quiet", str(base), "pr")
    return PullRequest(work, Runner(work))


def commands(ran: Ran) -> list[str]:
    """The lines of a log that GitHub obeys."""
    return [line for line in ran.printed.splitlines() if re.match(r"\s*::", line) or "##[" in line]


def without_code(markdown: str) -> str:
    """Markdown without its code: what GitHub would make links, mentions and images of."""
    blocks = re.sub(r"^(`{3,})text\n.*?^\1$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<!`)(`+)(?!`) .*? (?<!`)\1(?!`)", "", blocks)


@pytest.mark.long
def test_a_sound_event_is_told_in_words_and_shown_in_the_preview(pull: PullRequest) -> None:
    added = "content/events/2022/2022-01-07-bridge.yaml"
    committed(pull.pr, {added: EVENT.replace("Power returns", "A bridge opens").replace("05", "07")})

    ran = pull.run()

    assert [one.code for one in ran.values()] == [0, 0, 0, 0]
    assert "Events: 1 added." in ran[TELL].printed
    assert "- added: ` 2022-01-07-bridge `, ` A bridge opens `" in ran[TELL].summary
    assert "when: Friday 7 January 2022" in ran[TELL].summary
    assert "More than content" not in ran[TELL].printed + ran[TELL].summary
    assert commands(ran[TELL]) == []
    preview = pull.work.parent / "runner-temp/preview"
    assert "A bridge opens" in (preview / "events/2022-01-07-bridge.html").read_text("utf-8")


@pytest.mark.long
def test_nothing_but_the_content_of_a_pull_request_has_a_say(pull: PullRequest) -> None:
    """Its engine, its templates, its rules and its ledger do nothing; that it changes them is told."""
    owned = "open('owned', 'w').close()\nraise SystemExit('owned')\n"
    changed = {
        "build.py": owned,
        "dateline/__init__.py": owned,
        "dateline/report.py": owned,
        "dateline.py": owned,
        "outputs/owned.py": owned,
        "templates/base.html": "OWNED",
        "addresses.txt": "",
        "content/events/2022/2022-01-05-power.yaml": EVENT.replace("returns", "is back"),
    }
    committed(pull.pr, changed)

    ran = pull.run()

    assert [one.code for one in ran.values()] == [0, 0, 0, 0]
    (notice,) = commands(ran[TELL])
    assert notice.startswith("::notice title=More than content::7 files outside content/.")
    assert "#### More than content" in ran[TELL].summary
    assert all(f"- ` {name} `\n" in ran[TELL].summary for name in changed if "content/" not in name)
    assert "- ` title `: ` Power returns ` → ` Power is back `\n" in ran[TELL].summary
    assert not list(pull.work.parent.rglob("owned"))
    pages = list((pull.work.parent / "runner-temp/preview").rglob("*.html"))
    assert pages
    assert not [path for path in pages if "OWNED" in path.read_text("utf-8")]


@pytest.mark.long
def test_content_that_attacks_is_refused_and_told_without_being_obeyed(pull: PullRequest) -> None:
    quoted = HOSTILE_TITLE.replace("`", "\\u0060")[:118]
    secret = pull.work.parent / "secret.yaml"
    secret.write_text("title: The secret\n")
    (pull.pr / "content/events/2022/2022-01-08-link.yaml").symlink_to(secret)
    (pull.pr / "content/media").mkdir()
    (pull.pr / "content/media/passwd.jpg").symlink_to("/etc/passwd")
    committed(
        pull.pr,
        {
            "content/events/2022/2022-01-05-power.yaml": EVENT.replace("Power returns", f'"{quoted}"'),
            f"content/events/2022/{HOSTILE_NAME}": EVENT,
            f"$(touch owned)\n::warning::{HOSTILE_NAME}": "x",
        },
    )

    ran = pull.run()

    assert {number: one.code for number, one in ran.items()} == {PUT: 0, CHECK: 1, TELL: 0}
    told = commands(ran[CHECK])
    assert all(re.match(r"::(error|warning|notice) file=content/(events|media)/", line) for line in told)
    assert any("file=content/events/2022/2022-01-08-link.yaml,line=1" in line for line in told)
    assert [line[:32] for line in commands(ran[TELL])] == ["::notice title=More than content"]
    everything = "".join(one.printed + one.summary for one in ran.values())
    assert "The secret" not in everything
    assert "root:" not in everything
    assert not list(pull.work.parent.rglob("owned"))
    for one in ran.values():
        plain = without_code(one.summary)
        assert not re.search(r"@everyone|evil\.example|<img|</details>|!\[|\]\(", plain), plain
        assert not [line for line in one.summary.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.long
def test_an_address_that_would_die_stops_the_pull_request(pull: PullRequest) -> None:
    """Also that of an event which the ledger of the base branch does not have yet."""
    events = pull.pr / "content/events/2022"
    (events / "2022-01-06-water.yaml").rename(events / "2022-01-07-water.yaml")
    committed(pull.pr, {"addresses.txt": ""})

    ran = pull.run()

    assert {number: one.code for number, one in ran.items()} == {PUT: 0, CHECK: 1, TELL: 0}
    (told,) = commands(ran[CHECK])
    assert told.startswith("::error file=addresses.txt,line=")
    assert "add former_ids: [2022-01-06-water] to it" in told
    assert "error D906 dead-address" in ran[TELL].summary

    mended = EVENT.replace("Power", "Water") + "former_ids: [2022-01-06-water]\n"
    shutil.rmtree(pull.work / "proposed")
    committed(pull.pr, {"content/events/2022/2022-01-07-water.yaml": mended})
    ran = pull.run()
    assert [one.code for one in ran.values()] == [0, 0, 0, 0]
    assert "- renamed: ` 2022-01-07-water `, before ` 2022-01-06-water `" in ran[TELL].summary
