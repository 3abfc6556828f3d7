"""A site of hostile texts, opened at hostile addresses: nothing runs, nothing leaves, nothing is lost."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import icalendar
import pytest
import yaml
from justhtml import JustHTML
from playwright.sync_api import Page

from dateline.pipeline import build
from dateline.searching import Search
from tests.browser.conftest import ORIGIN, ROOT_URL, OpenPage, Visit
from tests.harmless import active_in
from tests.samples import site_of
from tests.spray import OWN, SCRIPTS, all_texts, hostile_site, marked, one_line, prose, typed
from tests.torture import LONG, Tell, rounds

pytestmark = [pytest.mark.torture, pytest.mark.long]

# What a withdrawn event alone says, and Markdown, whose marks and addresses are not words.
NOT_SHOWN = {"withdrawn_reason", "body"}
WAKE = "document.querySelectorAll('.strip').forEach(one => one.dispatchEvent(new Event('pointerenter')))"
RAN = "globalThis.ran ?? Object.prototype.ran ?? ({}).polluted ?? null"


@dataclass(frozen=True)
class Sprayed:
    """A site that was built, and the files it was built of."""

    folder: Path
    files: dict[str, Any]


@pytest.fixture(scope="module")
def sprayed(tmp_path_factory: pytest.TempPathFactory) -> Sprayed:
    """The site, with as many events as it takes to use every text of our own, or each text in many fields."""
    folder = tmp_path_factory.mktemp("sprayed")
    files = hostile_site(rounds(3, 60))
    pages = {"pages/methodology.md": prose(one_line(OWN)), "pages/about.md": prose(all_texts()[-60:])}
    source = site_of(folder / "source", typed(files) | pages)
    built = build(source, folder / "site", index=Search(anew=True))
    assert built.written is not None, [one for one in built.problems if one.severity == "error"]
    return Sprayed(folder / "site", files)


def pages(site: Sprayed) -> list[Path]:
    return sorted(path for path in site.folder.rglob("*.html") if "pagefind" not in path.parts)


def test_two_parsers_see_nothing_active_on_any_page(sprayed: Sprayed, figure: Tell) -> None:
    found = {path.name: active_in(path.read_text("utf-8")) for path in pages(sprayed)}

    assert {name: told for name, told in found.items() if told} == {}
    texts = len(list(chain.from_iterable(map(marked, sprayed.files.values()))))
    figure("S1", f"{texts:,} hostile values in every field, {len(found):,} pages, two parsers", "0 active")


def test_every_page_has_the_second_wall(sprayed: Sprayed, figure: Tell) -> None:
    for path in pages(sprayed):
        head = path.read_text("utf-8")[:400]
        assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', head), path
        assert "default-src 'none'" in head
        assert "'unsafe-" not in head
        assert "require-trusted-types-for 'script'" in head
    figure("S3", f"{len(list(pages(sprayed))):,} pages of hostile texts", "all have the strict policy")


def test_every_value_stands_on_the_page_as_it_was_typed(sprayed: Sprayed) -> None:
    for name, record in sprayed.files.items():
        if not name.startswith("events/e"):
            continue
        ident, _, rest = name.removeprefix("events/").partition(".")
        told = words(sprayed.folder / ("fa" if rest == "fa.yaml" else "") / "events" / f"{ident}.html")
        kept = set(marked(json.loads((sprayed.folder / f"events/{ident}.json").read_text("utf-8"))))
        shown = {key: value for key, value in record.items() if key not in NOT_SHOWN}
        shown["corrections"] = [{**one, "field": ""} for one in record.get("corrections", [])]

        assert [text for text in marked(shown) if spaced(text) not in spaced(told)] == []
        assert rest == "fa.yaml" or set(marked(record)) <= kept


def spaced(text: str) -> str:
    """The text with blanks for the underscores of names, as a field that the site adds is labelled."""
    return " ".join(text.replace("_", " ").split())


def words(path: Path) -> str:
    """Every word of a page that a parser takes for text or for a value, in one line."""
    tree = JustHTML(path.read_text("utf-8"), sanitize=False)
    values = (value or "" for one in tree.query("*") for value in (one.attrs or {}).values())
    return " ".join(" ".join([tree.root.to_text(separator=" "), *values]).split())


def test_what_the_test_of_losses_looks_for_can_be_missed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p title='q2z b'>q1z &lt;b> x<script>q4z</script>")

    assert [text for text in ("q1z <b> x", "q2z b", "q3z c") if text not in words(tmp_path / "a.html")] == [
        "q3z c"
    ]


def table(raw: bytes) -> None:
    """Fail when a row is not as long as the head, or a cell is a formula for some spreadsheet."""
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
    for row in (head, *rows):
        assert len(row) == len(head)
        for cell in row:
            seen = re.sub(r"^[\s\u200b-\u200f\u2060\ufeff\u00ad]+", "", cell)
            assert not re.match(r"[=+@\uff1d\uff0b\uff20\uff0d]|-(?![0-9.]+$)", seen), cell


def calendar(raw: bytes) -> None:
    """Fail when a line is too long or bare, or when a text became a property or a part of the calendar."""
    text = raw.decode("utf-8")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = icalendar.Calendar.from_ical(raw)
    assert {part.name for part in read.walk()} <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    assert not {"ATTENDEE", "ORGANIZER", "ATTACH", "X-A"} & {key for part in read.walk() for key in part}


def bibtex(raw: bytes) -> None:
    """Fail unless the braces of each entry close where the entry ends and no command of TeX is a text's."""
    text = raw.decode("utf-8")
    for entry in re.split(r"(?m)^(?=@)", text)[1:]:
        depth, plain = 0, re.sub(r"\\textbackslash\{\}|\\text[a-z]+\{\}|\\[&%$#_{}]", "", entry)
        for sign in plain.strip()[:-1]:
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 1
        assert "\\" not in plain
        assert re.findall(r"(?m)^@", entry) == ["@"]


def ris(raw: bytes) -> None:
    """Fail when a line is no field, or a record does not begin with its type and end with its end."""
    lines = raw.decode("utf-8").removesuffix("\r\n").split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) and not re.search(r"[\n\r]", line) for line in lines)
    tags = [line[:2] for line in lines]
    assert tags.count("TY") == tags.count("ER") == 1
    assert (tags[0], tags[-1]) == ("TY", "ER")


def database(raw: bytes) -> None:
    assert raw.startswith(b"SQLite format 3\0")


def strict(raw: bytes) -> bool:
    """Fail unless it is JSON as its standard has it, each key once."""
    json.loads(raw.decode("utf-8"), parse_constant=pytest.fail, object_pairs_hook=once)
    return True


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


READERS: dict[str, Callable[[bytes], object]] = {
    **dict.fromkeys((".json", ".geojson"), strict),
    **dict.fromkeys((".xml", ".svg"), ET.fromstring),
    ".jsonl": lambda raw: all(strict(line) for line in raw.splitlines()),
    ".csv": table,
    ".ics": calendar,
    ".bib": bibtex,
    ".ris": ris,
    ".cff": yaml.safe_load,
    ".txt": partial(bytes.decode, encoding="utf-8"),
    ".sqlite": database,
}


def test_every_file_to_take_away_is_strict(sprayed: Sprayed, figure: Tell) -> None:
    read = 0
    for path in sorted(sprayed.folder.rglob("*")):
        if path.suffix in READERS and path.is_file() and "pagefind" not in path.parts:
            READERS[path.suffix](path.read_bytes())
            read += 1

    assert read > 50
    figure("S5", f"{read:,} files of a site of hostile texts, read strictly", "0 faults, 0 formulas")


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (".csv", b"a,b\r\n=1+1,2\r\n"),
        (".csv", b"a,b\r\n\xe2\x80\x8b=1,2\r\n"),
        (".csv", b"=a,b\r\n"),
        (".csv", b"a,b\r\n1\r\n"),
        (".ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        (".ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
        (".bib", b"@misc{a,\n  title = {}, author = {x}},\n}\n@misc{b}\n"),
        (".bib", b"@misc{a,\n  title = {\\input{x}},\n}\n"),
        (".ris", b"TY  - A\r\nTI  - a\r\nER  - \r\nTY  - B\r\nER  - \r\n"),
        (".ris", b"TY  - A\r\nTI  - a\nER  - \r\n"),
        (".json", b'{"a": NaN}'),
        (".json", b'{"a": 1, "a": 2}'),
        (".xml", b"<a>\x0b</a>"),
    ],
)
def test_a_file_that_is_not_strict_is_seen(kind: str, raw: bytes) -> None:
    with pytest.raises((AssertionError, pytest.fail.Exception, ET.ParseError)):
        READERS[kind](raw)


KINDS = (
    *("index.html", "events/e0.html", "fa/events/e1.html", "map.html", "search.html", "contribute.html"),
    *("2022.html", "places/market.html", "data.html", "methodology.html"),
)


@pytest.fixture
def hostile_pages(open_page: OpenPage, visit: Visit, sprayed: Sprayed) -> Iterator[list[Page]]:
    """Pages on which every dialog is an error; several can be waited for at once."""
    pages = [open_page("404.html", site=sprayed.folder) for _ in range(rounds(1, 8))]

    def seen(dialog: Any) -> None:
        visit.errors.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    for page in pages:
        page.on("dialog", seen)
    yield pages
    assert [page.evaluate(RAN) for page in pages] == [None] * len(pages)


@pytest.fixture
def hostile_page(hostile_pages: list[Page]) -> Page:
    """One of them."""
    return hostile_pages[0]


def test_no_page_of_hostile_texts_runs_one(
    hostile_page: Page, sprayed: Sprayed, visit: Visit, figure: Tell
) -> None:
    """`visit` fails on requests elsewhere, on uncaught errors, and on what the policy had to stop."""
    every = [path.relative_to(sprayed.folder).as_posix() for path in pages(sprayed)]
    paths = [path for path in every if "/was-" not in path] if LONG else KINDS  # those lead on at once
    for path in paths:
        if (sprayed.folder / path).is_file():
            hostile_page.goto(ROOT_URL + path)
            used(hostile_page)
            assert hostile_page.evaluate(RAN) is None, path
            assert hostile_page.url.startswith(ROOT_URL), path

    assert (visit.refused, visit.errors) == ([], [])
    figure("S1", f"{len(paths):,} pages of hostile texts opened and used in Chromium", "0 executions")
    figure("S4", f"{len(paths):,} pages of hostile texts opened and used in Chromium", "0 requests elsewhere")


def used(page: Page) -> None:
    """Put what scripts do with texts to use: filters, the strip, the map, a search, the form."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(WAKE)
    if page.url.endswith("search.html"):
        page.fill("input[type=search]", "globalThis ran script")
        page.locator("mark").first.wait_for()
    if page.url.endswith("contribute.html"):
        page.locator("#f-title").focus()
        page.locator("form[data-ready]").wait_for()
        for text in one_line(OWN)[:: rounds(40, 1)]:
            page.fill("#f-title", text)
            page.fill("#f-summary", text)
            page.fill("#f-place", text)


def test_a_script_that_ran_would_be_seen(open_page: OpenPage, visit: Visit, tmp_path: Path) -> None:
    """Planted: a page that lets a title through, with the policy and without."""
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    text = "<img src=x onerror='globalThis.ran=1'><img src=https://evil.example/x>"
    (tmp_path / "open.html").write_text(f"<!doctype html><title>a</title>{text}")
    (tmp_path / "walled.html").write_text(f"<!doctype html>{policy}<title>a</title>{text}")

    page = open_page("open.html", site=tmp_path)
    page.wait_for_function("globalThis.ran === 1")
    assert visit.refused == ["https://evil.example/x"]
    visit.refused.clear()
    visit.errors.clear()
    assert open_page("walled.html", site=tmp_path).evaluate(RAN) is None
    assert any("Content Security Policy" in error for error in visit.errors)
    assert active_in((tmp_path / "walled.html").read_text())
    visit.refused.clear()
    visit.errors.clear()


PROBES = (
    *(
        "<img src=x onerror=globalThis.ran=1>",
        "<script>globalThis.ran=1</script>",
        "javascript:globalThis.ran=1",
    ),
    *(
        '"><svg onload=globalThis.ran=1>',
        "' onfocus='globalThis.ran=1",
        "</title><svg onload=globalThis.ran=1>",
    ),
    *("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__proto__[polluted]", "then"),
    *("[", "(a+)+$", "*", "\\", "(?<x", ".*" * 20, "$&", "%", "%zz", "%00", "%ff%fe", "%ud800", "\ud83d"),
    *(
        "//evil.example/x",
        "https://evil.example/x",
        "../../../etc/passwd",
        "data:text/html,x",
        "\\\\evil.example",
    ),
    *(
        "NaN_NaN_NaN",
        "Infinity_-Infinity_Infinity",
        "1e308_1e308_1e308",
        "-1_-1_99",
        "0_0_0",
        "9" * 400,
        "-0",
        "1_",
        "_",
    ),
    *(
        "2022-01-05",
        "Y-999999999",
        "9999-12-31/0001",
        "[..]",
        "../..",
        "XXXX",
        "2022-02-30",
        "\u0662\u0660\u0662\u0662",
    ),
    *(
        "\u202egnp",
        "\u2028",
        "\0",
        "\r\nX: y",
        "a" * 4000,
        "&&&===",
        "#",
        "?",
        "q=",
        "{{x}}",
        "${globalThis.ran=1}",
        "null",
        "undefined",
    ),
)
SCRIPTED = (
    "index.html",
    "map.html",
    "search.html",
    "contribute.html",
    "events/e0.html",
    "places/market.html",
    "data.html",
)
PARAMETERS = (
    "q",
    "from",
    "to",
    "type",
    "place",
    "actor",
    "verification",
    "source",
    "tag",
    "sort",
    "type-is",
    "lang",
)
HASHED = ("at", "years", "place", "strip", "f-title")
PREFILL = ("title", "date", "sources", "summary", "body", "filename", "value")


def addresses(probe: str) -> Iterator[str]:
    """What stands behind a page's name, with the probe wherever one could be read."""
    said = quote(probe.encode("utf-8", "surrogatepass"), safe="%")
    raw = "".join(sign for sign in probe if sign.isprintable() and sign not in "#\ud83d").replace("%", "%25")
    whole = "&".join(f"{name}={said}" for name in (*PARAMETERS, *PREFILL))
    inside = "&".join(f"{name}={said}" for name in HASHED)
    yield f"?{whole}&{said}={said}&{whole}#{inside}"
    yield f"?{said}#{said}"
    yield f"?q={raw}#{raw}"
    yield f"?{quote(probe.encode('utf-8', 'surrogatepass'), safe='')}=1#:~:text={said}"
    yield f"#{inside}"
    yield f"?type={said}&type={said}&type-is={said}&from={said}"
    yield f"?q={said}&sort={said}"
    yield f"#at={said}"


def test_no_address_makes_a_page_run_or_fail(hostile_pages: list[Page], visit: Visit, figure: Tell) -> None:
    """In the short form each page kind meets some of the probes, and each probe some of the pages."""
    every = [(path, probe, tail) for probe in PROBES for path in SCRIPTED for tail in addresses(probe)]
    chosen = every[:: rounds(109, 1)]
    for start in range(0, len(chosen), len(hostile_pages)):
        some = chosen[start : start + len(hostile_pages)]
        for page, (path, _, tail) in zip(hostile_pages, some, strict=False):
            page.goto("about:blank")
            page.goto(ROOT_URL + path + tail)
        for page, _ in zip(hostile_pages, some, strict=False):
            page.wait_for_load_state("networkidle" if LONG else "load")
            assert (page.evaluate(RAN), visit.errors, visit.refused) == (None, [], []), some
            assert page.evaluate("location.origin") == ORIGIN
            assert page.evaluate("document.querySelector('h1') !== null")
    assert {path for path, _, _ in chosen} == set(SCRIPTED)
    probes = len({probe for _, probe, _ in chosen})
    tried = f"{probes} probes in {len(chosen):,} addresses, {len(SCRIPTED)} page kinds"
    figure("S2", tried, "0 executions, 0 uncaught errors")


def test_every_probe_says_something_to_each_script() -> None:
    """The list holds what scripts of pages fall for, and grows with the texts."""
    assert len(PROBES) >= 29
    assert {"__proto__", "constructor"} <= set(PROBES) & set(SCRIPTS)
    assert len(list(addresses("a"))) == 8
