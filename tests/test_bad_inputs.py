"""What people and attackers get wrong, one by one: each is refused with its place and what to do.

`broken/inputs/` holds every input that fits in one YAML file; its name begins with the number of the
input, and its comments name the codes expected on each line. The other inputs are made here.
"""

import errno
import io
import json
import os
import re
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from dateline import checking
from dateline.problems import Problem, Severity
from dateline.write import lasting
from dateline.write.published import MANIFEST
from tests.samples import EVENT, problems_of, run, site_of
from tests.torture import Tell, rounds

INPUTS = sorted((Path(__file__).parent / "broken" / "inputs").glob("*.yaml"))
OTHER = EVENT + "verification: sure\n"

# Of each input, the first problem: where it is, its name, and words of its message and of its hint.
SAID = {
    "01-colon-in-a-value": (1, 14, "yaml-syntax", 'a value with ": " in it needs quotes', '"Attack: part 2"'),
    "02-tab": (5, 1, "yaml-tab", "indent with spaces, not tabs", "two spaces"),
    "03-unclosed-quote": (1, 8, "yaml-syntax", "quote is never closed", '"Power returns'),
    "04-smart-quotes": (1, 8, "smart-quotes", "part of the text", 'write "Power returns"'),
    "05-duplicate-key": (9, 1, "duplicate-key", '"title" is already set on line 1', "keep one"),
    "06-unknown-key": (1, 1, "unknown-key", "'titel'", 'did you mean "title"? Known keys: title, date'),
    "07-cyrillic-letter-in-a-key": (
        1,
        1,
        "unknown-key",
        'looks like "title" but holds U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I',
        "type it anew",
    ),
    "08-missing-date": (1, 1, "missing-key", "'date' is missing: an event needs it", "date: 2022-01-05"),
    "09-no-such-day": (2, 7, "bad-date", "February 2024 has 29 days", "2024-02-29"),
    "10-two-readings": (2, 7, "ambiguous-date", "1 February or January 2?", "2024-02-01 or 2024-01-02"),
    "11-a-time-for-a-date": (2, 7, "bad-date", "is a time", 'date: 2024-01-31 and time: "12:30"'),
    "12-end-before-start": (2, 7, "date-order", "2022-01-03, is before the start, 2022-01-05", "write"),
    "15-anchor-alias-tag-and-merge": (3, 7, "yaml-feature", 'anchors, aliases, tags and "<<"', "write"),
    "16-nested-too-deep": (4, 17, "yaml-depth", "nested deeper than 10", ""),
    "20-escaped-escape": (1, 15, "control-character", "U+001B ESCAPE", "delete it"),
    "21-half-a-character": (1, 9, "bad-escape", "stands for no character", "the character itself"),
    "22-a-list": (1, 1, "not-a-mapping", "this file is a list", "keys and values"),
    "22-only-comments": (1, 1, "empty-file", "holds only comments", "keys and values"),
    "22-two-documents": (4, 1, "many-documents", "a second document begins here", "file of its own"),
    "23-merge-conflict": (1, 1, "merge-conflict", "still holds a merge conflict (lines 1-5)", "keep one"),
    "24-javascript-address": (3, 11, "url-scheme", "only http, https and mailto links are allowed", ""),
    "25-address-without-scheme": (3, 11, "url", "did you mean https://example.org/a?", "https://"),
    "26-somebody-at-a-host": (3, 11, "url-userinfo", "the real host is evil.example", "take out"),
    "27-homograph-host": (3, 11, "url-homograph", "mixes scripts: xn--gthub-n2e.com", "punycode"),
    "28-swapped-coordinates": (
        6,
        8,
        "coordinates",
        "latitude 152.5 is outside -90..90 (latitude comes first; swapped?)",
        "",
    ),
    "29-coordinates-without-end": (6, 8, "coordinates", "'.nan' is not a finite number", "as in 35.10"),
    "30-html-in-a-body": (7, 3, "html-removed", "'<script>' is printed as text", "write Markdown"),
    "31-image-from-another-host": (
        7,
        11,
        "remote-image",
        "put the file in media/ (readers would be tracked)",
        "media/",
    ),
    "33-missing-picture": (6, 11, "media-missing", "Lamp.JPG - there is lamp.jpg", "write lamp.jpg"),
    "40-workflow-commands": (4, 1, "unknown-key", "'::error file=a.yaml::all checks passed'", "Known keys"),
    "43-after-the-knowledge-date": (2, 7, "future-date", "later than knowledge_date", "check the year"),
    "43-deceptive-text": (1, 8, "deceptive-text", "U+202E RIGHT-TO-LEFT OVERRIDE", "take it out"),
    "43-null-island": (6, 8, "null-island", "lies in the Atlantic", "write the position"),
}

each_input = pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)


def png(width: int = 2, height: int = 2) -> bytes:
    """A picture of that size, by its header."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress(b"\0" * 14)
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(*, gps: bool = False) -> bytes:
    """A small photo, as a phone makes it."""
    exif = Image.Exif()
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 6.0, 0.0), 3: "E", 4: (40.0, 33.0, 0.0)})
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, "JPEG", exif=exif)
    return made.getvalue()


def site_with(folder: Path, raw: bytes | str) -> Path:
    """A site of one event under test, one event with a fault of its own, and a picture."""
    return site_of(folder, {"events/x.yaml": raw, "events/y.yaml": OTHER, "media/lamp.jpg": jpeg()})


def of_x(folder: Path, raw: bytes | str) -> tuple[Problem, ...]:
    """What is wrong with the event under test; what is wrong with the other is found all the same."""
    found = checking.check(site_with(folder, raw)).problems
    assert [(one.line, one.code.name) for one in found if one.path.endswith("y.yaml")] == [(4, "vocabulary")]
    return tuple(one for one in found if one.path.endswith("x.yaml"))


def only(found: tuple[Problem, ...]) -> tuple[int, int, str, str]:
    """The one problem there is: its place, its name and its message."""
    (one,) = found
    return one.line, one.column, one.code.name, one.message


def expected(path: Path) -> set[tuple[int, str]]:
    """The codes that the comments of a file name, each with its line."""
    lines = enumerate(path.read_text("utf-8").split("\n"), 1)
    return {(number, code) for number, line in lines for code in re.findall(r"# (D\d{3})", line)}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Problem, ...]]:
    """What is wrong with each file, by its name."""
    return {path.stem: of_x(tmp_path_factory.mktemp(path.stem), path.read_bytes()) for path in INPUTS}


@each_input
def test_every_line_has_the_problems_that_its_comment_names(
    path: Path, found: dict[str, tuple[Problem, ...]]
) -> None:
    assert {(one.line, one.code.id) for one in found[path.stem]} == expected(path)


@each_input
def test_a_problem_says_what_is_wrong_where_and_what_to_do(
    path: Path, found: dict[str, tuple[Problem, ...]]
) -> None:
    line, column, name, message, hint = SAID[path.stem]

    one = found[path.stem][0]

    assert (one.line, one.column, one.code.name) == (line, column, name)
    assert message in one.message
    assert hint in one.hint


@each_input
def test_an_error_ends_with_1_and_writes_nothing(
    path: Path,
    tmp_path: Path,
    found: dict[str, tuple[Problem, ...]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = site_of(tmp_path / "site", {"events/x.yaml": path.read_bytes(), "media/lamp.jpg": jpeg()})

    if any(one.severity is Severity.ERROR for one in found[path.stem]):
        assert run("build", "--source", site, "--output", tmp_path / "output") == 1
    else:
        assert run("check", "--source", site) == 0
        assert run("check", "--source", site, "--strict") == 1

    assert not (tmp_path / "output").exists()
    assert "Traceback" not in capsys.readouterr().err


# A process of its own, because what the one that starts another holds counts as held by that one too.
MEASURED = """\
import json, resource, subprocess, sys
with open(sys.argv[1], "wb") as said:
    code = subprocess.call(sys.argv[2:], stdout=said, stderr=said)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


@pytest.mark.torture
def test_each_is_refused_with_its_place_and_in_little_memory(
    tmp_path: Path, repository: Path, figure: Tell
) -> None:
    inputs = {path.stem: path.read_bytes() for path in INPUTS} | {
        "deep": b"notes: " + b"[" * 20_000,
        "large": b"title: " + b"a" * 5_000_000,
        "brackets": f"{EVENT}body: |\n  {'[' * 4_000}\n".encode(),
        "keys": b"".join(b"k%d: 1\n" % number for number in range(20_000)),
        "utf-16": EVENT.encode("utf-16"),
        "no text": bytes(range(256)) * 100,
    }
    seconds, peak, chosen = 0.0, 0, list(inputs)[:: rounds(10, 1)]
    for name in chosen:
        site, said = site_of(tmp_path / name, {"events/x.yaml": inputs[name]}), tmp_path / f"{name}.txt"
        command = [sys.executable, f"{repository}/build.py", "check", "--strict", "--source", str(site)]
        code, took, held = json.loads(
            subprocess.check_output([sys.executable, "-c", MEASURED, str(said), *command])
        )
        assert code == 1, name
        assert re.search(r"events/x\.yaml:\d+:\d+: (error|warning)\[D\d{3} ", said.read_text()), name
        assert "Traceback" not in said.read_text()
        seconds, peak = max(seconds, took), max(peak, held)
    assert peak < 256 * 1024
    found = f"all with line and column, 0 tracebacks, at most {seconds:.1f} s and {peak // 1024} MiB"
    figure("S7", f"{len(chosen)} bad files, a process each", found)


def test_every_file_of_broken_inputs_is_described_here() -> None:
    assert sorted(SAID) == [path.stem for path in INPUTS]


def test_13_and_14_text_stays_text(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/x.yaml": EVENT + "place: {name: Oslo, country: NO}\nx-version: 1.10\n"})

    timeline = checking.check(site).timeline

    assert timeline is not None
    event = timeline.story(timeline.by_id["x"]).event
    assert event.place is not None
    assert event.place.inline is not None
    assert (event.place.inline.country, event.extra) == ("NO", {"x-version": "1.10"})


def test_16_and_17_too_deep_and_too_big_are_refused_at_once(tmp_path: Path) -> None:
    start = time.perf_counter()

    deep = of_x(tmp_path / "deep", EVENT + "extra: " + "[" * 20_000 + "]" * 20_000 + "\n")
    big = of_x(tmp_path / "big", EVENT + "notes: " + "a" * 5_000_000 + "\n")

    assert only(deep) == (4, 17, "yaml-depth", "nested deeper than 10")
    assert only(big) == (1, 1, "file-too-big", "5.0 MB, the limit is 256 kB")
    assert time.perf_counter() - start < 10  # a parser without limits takes minutes


@pytest.mark.parametrize(
    ("raw", "place", "name", "words"),
    [
        (EVENT.encode("utf-16"), (1, 1), "encoding", "this file is UTF-16; save it as UTF-8"),
        (b"title: Caf\xe9\n", (1, 11), "encoding", "byte 0xE9 is not UTF-8 (é in Latin-1?)"),
        (b"title: A\x1b[31mB\n", (1, 9), "control-character", "U+001B ESCAPE"),
        (b"title: A\x00B\n", (1, 9), "control-character", "U+0000 NUL"),
        (b"", (1, 1), "empty-file", "this file is empty"),
    ],
)
def test_18_19_20_and_22_bytes_that_are_no_text(
    tmp_path: Path, raw: bytes, place: tuple[int, int], name: str, words: str
) -> None:
    line, column, found, message = only(of_x(tmp_path, raw))

    assert (line, column, found) == (*place, name)
    assert words in message


def test_32_a_body_that_would_take_minutes_costs_none(tmp_path: Path) -> None:
    start = time.perf_counter()

    found = of_x(tmp_path, EVENT + "body: |\n  One.\n\n  " + "[" * 4_000 + "\n")

    assert only(found) == (7, 3, "body-too-slow", '4,000 unmatched "[", the limit is 200')
    assert time.perf_counter() - start < 10


def test_34_the_position_in_a_photo_is_left_out_and_check_strict_refuses_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(tmp_path / "site", {"events/x.yaml": EVENT, "media/lamp.jpg": jpeg(gps=True)})

    (one,) = checking.check(site).problems
    assert (one.path, one.code.name, one.severity) == ("content/media/lamp.jpg", "gps-removed", "notice")
    assert one.hint

    assert run("check", "--source", site) == 0
    assert run("check", "--source", site, "--strict") == 1
    assert run("build", "--source", site, "--output", tmp_path / "output") == 0
    published = sorted((tmp_path / "output/media").iterdir())
    assert {path.suffix for path in published} == {".avif", ".jpg", ".webp"}
    for path in published:
        with Image.open(path) as picture:
            assert dict(picture.getexif()) == {}
    capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "raw", "code", "words"),
    [
        ("big.png", png(60_000, 60_000), "image-too-large", "far too many pixels"),
        ("map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "media-type", "'.svg' files"),
        ("page.png", b"<!doctype html><script>alert(1)</script>", "media-mismatch", "the name says PNG"),
    ],
)
def test_35_what_is_no_picture_to_publish(
    tmp_path: Path, name: str, raw: bytes, code: str, words: str
) -> None:
    start = time.perf_counter()

    found = problems_of(tmp_path, {"events/x.yaml": EVENT, f"media/{name}": raw})

    assert only(found)[:3] == (1, 1, code)
    assert found[0].path == f"content/media/{name}"
    assert words in found[0].message
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("place", ["events/link.yaml", "media/link.jpg", "events/folder"])
def test_36_a_link_is_not_followed_and_its_target_not_shown(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("token: 123")
    site = site_of(tmp_path / "site", {"events/x.yaml": EVENT, "media/lamp.jpg": jpeg()})
    (site / "content" / place).symlink_to(secret)

    assert run("check", "--source", site) == 1

    said = capsys.readouterr().err
    assert f"content/{place}:1:1: error[D020 symlink]: links are not followed" in said
    assert "secret" not in said
    assert "token" not in said


@pytest.mark.parametrize(
    ("one", "other"),
    [("Event", "event"), ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe\N{COMBINING ACUTE ACCENT}")],
)
def test_37_two_names_that_some_machine_takes_for_one(tmp_path: Path, one: str, other: str) -> None:
    found = problems_of(tmp_path, {f"events/{one}.yaml": EVENT, f"events/{other}.yaml": EVENT})

    collision = next(problem for problem in found if problem.code.name == "name-collision")
    assert "have one name" in collision.message
    assert collision.message.count("content/events/") == 2


@pytest.mark.parametrize(
    ("name", "words", "proposed"),
    [
        ("-x", "begins with a hyphen", "'x.yaml'"),
        ("Power Returns", "lower-case letters", "'power-returns.yaml'"),
        ("con", "Windows keeps this name for a device", "'file-con.yaml'"),
        ("a\nb", "U+000A", "'a-b.yaml'"),
        ("a" * 250, "250 bytes long, the limit is 80", f"'{'a' * 80}.yaml'"),
    ],
)
def test_38_a_name_that_cannot_stay_comes_with_one_that_can(
    tmp_path: Path, name: str, words: str, proposed: str
) -> None:
    found = [one for one in problems_of(tmp_path, {f"events/{name}.yaml": EVENT}) if one.code.id == "D022"]

    (one,) = found
    assert words in one.message
    assert proposed in one.hint
    assert "\n" not in one.path + one.message


def test_39_two_events_never_share_one_address(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"events/2021/fire.yaml": EVENT, "events/2022/fire.yaml": EVENT})

    path, (_, _, name, message) = found[0].path, only(found)
    assert (path, name) == ("content/events/2022/fire.yaml", "name-collision")
    assert "'content/events/2021/fire.yaml'" in message


def test_40_content_gives_no_command_to_a_workflow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next(path for path in INPUTS if path.stem == "40-workflow-commands")
    site = site_with(tmp_path, path.read_bytes())

    for form in ("text", "github", "json"):
        run("check", "--source", site, "--format", form)
    said = capsys.readouterr()

    commands = [line for line in (said.out + said.err).splitlines() if line.startswith("::")]
    assert commands
    assert all(line.startswith("::error file=content/events/") for line in commands)
    assert "##[" not in said.out + said.err


def test_41_a_full_disk_is_the_environments_fault_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site, output = site_of(tmp_path / "site", {"events/x.yaml": EVENT}), tmp_path / "output"
    assert run("build", "--source", site, "--output", output) == 0
    before = (output / "index.html").read_bytes()
    site_of(site, {"events/x.yaml": EVENT.replace("returns", "is back")})

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        patch.setattr(lasting, "FEW", 10_000)  # so that each file is asked for, however many there are
        assert run("build", "--source", site, "--output", output) == 2

    said = capsys.readouterr().err
    assert "cannot publish: No space left on device (needs at least" in said
    assert "the site was not touched" in said
    assert (output / "index.html").read_bytes() == before


def test_42_a_damaged_record_of_the_last_build_costs_nothing_but_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, output = site_of(tmp_path / "site", {"events/x.yaml": EVENT}), tmp_path / "output"
    run("build", "--source", site, "--output", output)
    before = (output / "index.html").read_bytes()
    page = output / "index.html"
    page.write_bytes(b"damaged")

    assert run("build", "--source", site, "--output", output) == 0

    assert page.read_bytes() == before
    assert json.loads((output / MANIFEST).read_text())
    capsys.readouterr()


def test_43_text_from_right_to_left_is_no_fault(tmp_path: Path) -> None:
    event = EVENT.replace("Power returns", "عودة الكهرباء إلى الرقة") + "tags: [كهرباء]\n"

    assert problems_of(tmp_path, {"events/x.yaml": event}) == ()


@pytest.mark.parametrize("name", ["09-no-such-day", "10-two-readings", "12-end-before-start"])
def test_a_date_that_the_hint_proposes_is_accepted(tmp_path: Path, name: str) -> None:
    path = next(path for path in INPUTS if path.stem == name)
    one = of_x(tmp_path / "bad", path.read_bytes())[0]

    proposed = re.findall(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?", one.hint)

    assert proposed
    for number, date in enumerate(proposed):
        fixed = re.sub(r"date: .*", f"date: {date}", path.read_text())
        assert {one.code.name for one in of_x(tmp_path / str(number), fixed)} <= {"future-date"}
