"""Whatever a file of content/ is called, it is shown or named in a problem, and its name harms nobody."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from os import fsdecode, fsencode
from pathlib import Path

import pytest
from PIL import Image as Pillow

from dateline import report
from dateline.checking import Checked, check
from dateline.load import arrangement
from dateline.load.filenames import printable
from dateline.output import collisions, is_safe
from dateline.pipeline import theme_of
from dateline.planning import plan
from tests.nasty import NASTY
from tests.samples import EVENT, run, site_of
from tests.spray import SHOWN
from tests.torture import Tell, rounds

NOW = datetime(2022, 2, 1, tzinfo=UTC)
MADE = BytesIO()
Pillow.new("RGB", (4, 4), "red").save(MADE, "JPEG")
PICTURE = MADE.getvalue()

DEVICES = ("con", "CON", "prn", "aux", "nul", "com1", "COM9", "lpt1", "clock$", "conin$", "con.tar", "aux ")
OURS = ("index", "404", "feed", "data", "tags", "assets", "api", "map", "search", "2022", "43-bce", "cname")
WAYS = (
    "..",
    "...",
    "..\\..\\x",
    "%2e%2e%2fx",
    "..%5cx",
    "c:x",
    "\\\\server\\x",
    "~root",
    "~",
    "$HOME",
    "-rf",
)
ORDERS = (
    "--output=x",
    "-",
    "a;b",
    "a|b",
    "a&b",
    "a`id`",
    "$(id)",
    "a b",
    " a",
    "a ",
    "a.",
    "a*",
    "a?",
    "'a",
    '"a',
)
LOGS = (
    "::error::x",
    "::stop-commands::x",
    "a\n::error::x",
    "a\r\nb",
    "##[error]x",
    "\x1b[2Jx",
    "\x1b]0;x\x07",
)
UNSEEN = (
    "\u202egnp",
    "\u200bx",
    "\ufeffx",
    "a\u2066b",
    "\x7f",
    "\x85",
    "\u2028x",
    "\xad",
    "\U000e0041",
    "\ufdd0",
)
TWINS = (
    "straße",
    "strasse",
    "STRASSE",
    "café",
    "cafe\u0301",
    "İx",
    "ix",
    "\u212a",
    "k",
    "ﬁre",
    "fire",
    "Σς",
    "σσ",
)
SCRIPTS = (
    "日本語",
    "💥",
    "\u0434\u0430\u0442\u0430",
    "مثال",
    "ａ",
    "а",
    "x\u0301\u0302\u0303\u0304",
    "n" * 80,
    "n" * 200,
    "é" * 120,
)
BYTES = tuple(fsdecode(raw) for raw in (b"\xff", b"a\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x80"))
DOTTED = (
    ".git",
    ".htaccess",
    ".env",
    "x.ar",
    "x.zz-",
    "x.yaml",
    "x.yml",
    "x.php",
    "x.html",
    "x.svg",
    "sw.js",
    "",
)
HOSTILE = (*DEVICES, *OURS, *WAYS, *ORDERS, *LOGS, *UNSEEN, *TWINS, *SCRIPTS, *BYTES, *DOTTED, *NASTY, *SHOWN)

LONGEST = 255
"""So many bytes may a name have on most disks."""
UNPRINTED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def usable(name: str) -> bool:
    """Whether a disk can hold the name."""
    try:
        short = len(fsencode(name)) <= LONGEST
    except UnicodeEncodeError:
        return False
    return short and not {"/", "\0"} & set(name) and name not in {"", ".", ".."}


def files_called(name: str) -> Iterator[tuple[str, bytes]]:
    """Files of every kind with the name, and folders too."""
    event = EVENT.encode()
    kinds = (("events", ".yaml", event), ("pages", ".md", b"# x\n"), ("media", ".jpg", PICTURE))
    for folder, ending, raw in kinds:
        if usable(f"{name}{ending}"):
            yield f"{folder}/{name}{ending}", raw
        if usable(name):
            yield f"{folder}/{name}", raw
            yield f"{folder}/{name}/in-{folder}{ending}", raw
    if usable(f"{name}.yaml"):
        yield f"{name}.yaml", event
        yield f"places/{name}.yaml", b"name: x\n"


def is_passed_over(path: str) -> bool:
    """Whether the file is hidden or an editor's backup, which the docs say nobody looks at."""
    system = {"thumbs.db", "desktop.ini"}
    return any(
        part.startswith(".") or part.endswith("~") or part.lower() in system or part == "##"
        for part in path.split("/")
    )


def is_shown(checked: Checked, path: str) -> bool:
    """Whether the file is part of the timeline."""
    if checked.timeline is None:
        return False
    name = path.rpartition("/")[2]
    events = {entry.row.path for entry in checked.timeline.by_id.values()}
    others = {f"media/{one}" for one in checked.timeline.pictures}
    others |= {f"places/{one}.yaml" for one in checked.timeline.registry.places}
    if path.startswith("pages/"):
        return name in {f"{page.id}.md" for page in checked.timeline.pages}
    return f"content/{path}" in events or path in others or path == "site.yaml"


def spelt(path: str) -> tuple[str, str]:
    """The path as a message has it, where accents are told apart too."""
    plain = printable(path)
    return plain, plain.encode("ascii", "backslashreplace").decode("ascii")


def faults(folder: Path, paths: Sequence[str]) -> list[str]:
    """What is wrong with how a site with files of these names is told of and published."""
    checked = check(folder, now=NOW)
    told = {problem.path for problem in checked.problems}
    named = "\n".join(one.message for one in checked.problems)
    found = [
        f"lost in silence: {path!r}"
        for path in paths
        if not is_passed_over(path)
        and not is_shown(checked, path)
        and printable(f"content/{path}") not in told
        and not any(printable(f"content/{path}").startswith(f"{one}/") for one in told)
        and not any(f"'{form}'" in named for form in spelt(f"content/{path}"))
    ]
    printed = [report.as_text(checked.problems, colour=False), report.as_github(checked.problems)]
    printed += [report.as_json(checked.problems), report.summary_markdown(checked.problems)]
    found += [f"printed: {text!r}" for text in printed for _ in UNPRINTED.finditer(text)]
    orders = [
        line
        for line in printed[1].splitlines()
        if not re.match(r"::(error|warning|notice) (file|title)=", line)
    ]
    found += [f"order to the log: {line!r}" for line in orders if line.startswith(("::", "##"))]
    if checked.timeline is not None:
        outputs = plan(checked.timeline, folder, theme_of(checked.timeline, folder, None, NOW))
        found += [f"unsafe: {output.path!r}" for output in outputs if not is_safe(output.path)]
        found += [f"twice: {problem.message}" for problem in collisions(outputs)]
    return found


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """A site with these files and one sound event."""
    return site_of(folder, {"events/sound.yaml": EVENT, **files})


@pytest.mark.torture
def test_a_file_of_any_name_is_shown_or_named(tmp_path: Path, figure: Tell) -> None:
    """Each by itself, or some of them in the short form, where the next test has all of them."""
    names, count = list(dict.fromkeys(HOSTILE))[:: rounds(6, 1)], 0
    for number, name in enumerate(names):
        for turn, (path, raw) in enumerate(files_called(name)):
            folder = tmp_path / f"{number}-{turn}"
            assert faults(written(folder, {path: raw}), [path]) == [], (name, path)
            count += 1
    assert count > len(names)
    figure(
        "S7",
        f"{count:,} files with hostile names, of every kind",
        "0 lost in silence, 0 signs that do not show, 0 unsafe paths",
    )


COMMANDS = (
    ["check"],
    ["check", "--format=github"],
    ["check", "--format=json"],
    ["fmt", "--check"],
    ["ledger"],
)


def test_all_of_them_together_are_shown_or_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, bytes] = {}
    for name in dict.fromkeys(HOSTILE):
        for path, raw in files_called(name):
            if path not in files and not any(
                other.startswith(f"{path}/") or path.startswith(f"{other}/") for other in files
            ):
                files[path] = raw

    assert faults(written(tmp_path, files), sorted(files)) == []
    for command in COMMANDS:
        assert run(*command, "--source", tmp_path) in {0, 1}, (command, capsys.readouterr())
        said = "".join(capsys.readouterr())
        assert said
        assert not UNPRINTED.search(said)
    assert sorted(path for path in files if not (tmp_path / "content" / path).is_file()) == []


@pytest.mark.parametrize("name", ["a\n::error::x.yaml", "\x1b[2Jx.yaml", "A.yaml"])
def test_a_reader_that_passes_over_what_it_does_not_know_is_caught(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the tests above can fail."""
    folder, path = written(tmp_path, {f"events/{name}": EVENT.encode()}), f"events/{name}"
    assert faults(folder, [path]) == []
    place = vars(arrangement)["_place"]

    def careless(file: object) -> object:
        kind, named, fault = place(file)
        return ("", named, None) if fault else (kind, named, None)

    monkeypatch.setattr(arrangement, "_place", careless)
    assert faults(folder, [path]) != []


def test_a_site_may_lie_in_a_folder_of_any_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (*BYTES, *LOGS, *UNSEEN, *ORDERS):
        if usable(name):
            folder = written(tmp_path / name, {})
            ends = [
                run("build", "--source", folder, "--output", folder / "out", "--no-search") for _ in range(2)
            ]
            assert ends == [0, 0], (name, capsys.readouterr())
            assert (folder / "out/events/sound.html").is_file()
            assert run("check", "--source", folder) == 0
    assert not UNPRINTED.search("".join(capsys.readouterr()))
