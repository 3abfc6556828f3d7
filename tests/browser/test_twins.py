"""What the form does in a browser is what Python does: the same verdict, the same words, the same bytes."""

import json
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Page

from dateline.checking import check
from dateline.clock import ClockError, parse_clock
from dateline.dates import DateError, Edtf, ordinal, parse
from dateline.draft import draft
from dateline.form_rules import form_rules
from dateline.models import Site
from dateline.outputs import contribute
from dateline.problems import nearest
from dateline.urls import UrlError, parse_url
from dateline.yaml_text import yaml_text
from tests import test_urls
from tests.browser.conftest import ROOT_URL, OpenPage
from tests.clock import test_clock
from tests.dates import test_dates, test_edtf, test_hints
from tests.outputs.planning import planned
from tests.rules.small import timeline_of
from tests.samples import site_of
from tests.test_draft import FIELDS
from tests.test_yaml_text import ODD

SITE = Site(title="A timeline")
Twin = Callable[[str, str, Any], Any]


@pytest.fixture
def twin(open_page: OpenPage, site: Path) -> Twin:
    """What the function of a module in the browser makes of values: `told` where it throws."""
    page = open_page("contribute.html", site=site)

    def made(module: str, expression: str, values: Any) -> Any:
        return answers(page, module, expression, values)

    return made


def answers(page: Page, module: str, expression: str, values: Any) -> Any:
    """The result of `expression(one, rules, module)` for each value, in a list, or what it threw."""
    script = f"""async ([values, rules]) => {{
      const root = "{ROOT_URL}assets/";
      const [own, known] = await Promise.all(["{module}", "known.js"].map((name) => import(root + name)));
      const all = {{...own, ...known}};
      const run = {expression};
      return values.map((one) => {{
        try {{ return [run(one, rules, all)]; }}
        catch (fault) {{ return {{message: fault.message, hint: fault.hint ?? null, name: fault.name}}; }}
      }});
    }}"""
    return page.evaluate(script, [values, form_rules(SITE)])


def texts_of(*modules: ModuleType) -> Iterator[str]:
    """The texts that the tests of some modules are given."""
    for module in modules:
        for name, test in vars(module).items():
            marks = getattr(test, "pytestmark", ()) if name.startswith("test_") else ()
            given = [one for mark in marks if mark.name == "parametrize" for one in mark.args[1]]
            firsts = [
                one if isinstance(one, str) else one[0] for one in given if isinstance(one, str | tuple)
            ]
            yield from (text for text in firsts if isinstance(text, str))


def varied(texts: list[str], signs: str) -> list[str]:
    """The texts, and each with a character more, less and another at each of some places."""
    found = list(texts)
    turn = cycle(signs)
    for text in texts:
        for place in range(0, len(text), max(1, len(text) // 4)):
            found.append(text[:place] + text[place + 1 :])
            found.append(text[:place] + next(turn) + text[place:])
            found.append(text[:place] + next(turn) + text[place + 1 :])
    return list(dict.fromkeys(found))


def compared(texts: list[str], ours: list[Any], theirs: list[Any]) -> None:
    """Both say the same of every text; what differs is shown."""
    assert len(ours) == len(theirs)
    assert {
        text: (one, other) for text, one, other in zip(texts, ours, theirs, strict=True) if one != other
    } == {}


def date_in_python(text: str) -> Any:
    """A date as its bounds and its precision, or why it is none."""
    try:
        date = parse(text)
    except DateError as error:
        return {"message": error.message, "hint": error.hint, "name": error.name}
    return [[date.kind.value, *map(bound, (date.earliest, date.latest)), rank(date)]]


def bound(day: Any) -> Any:
    """A day as the browser has it, with its number."""
    return [*day, ordinal(day)] if day else None


def rank(date: Edtf) -> int:
    """How coarse a date is."""
    return ["day", "month", "season", "year", "decade", "century"].index(date.precision.value)


DATE = """(one, rules, {parse, ordinal}) => {
  const date = parse(one, rules.dates);
  const bound = (day) => day && [...day, ordinal(day)];
  return [date.kind, bound(date.earliest), bound(date.latest), date.precision];
}"""


def test_a_date_is_read_or_refused_in_the_same_words(twin: Twin) -> None:
    texts = varied([*texts_of(test_dates, test_edtf, test_hints)], "0129-/.X?~ [],Y")

    assert len(texts) > 1000
    compared(texts, [date_in_python(text) for text in texts], twin("edtf.js", DATE, texts))


def time_in_python(text: str) -> Any:
    """Nothing for a time of day, or why a text is none."""
    try:
        parse_clock(text)
    except ClockError as error:
        return {"message": error.message, "hint": error.hint}
    return [None]


def test_a_time_is_read_or_refused_in_the_same_words(twin: Twin) -> None:
    texts = varied([*texts_of(test_clock), "moring", "nigth", "x"], "0129:-/~ pamZ")
    made = twin("time-of-day.js", "(one, rules, {readTime}) => readTime(one, rules.times) ?? null", texts)

    assert len(texts) > 300
    compared(texts, [time_in_python(text) for text in texts], [nameless(one) for one in made])


def nameless(told: Any) -> Any:
    """What was thrown, without its name."""
    return {key: told[key] for key in ("message", "hint")} if isinstance(told, dict) else told


def address_in_python(text: str) -> Any:
    """The address, or why a text is none that may be linked."""
    try:
        return [parse_url(text).text]
    except UrlError as error:
        return {"message": error.message, "hint": error.hint}


LEFT_TO_CHECK = {"https://" + "ü" * 64 + ".org/"}
"""A host that is too long only once it is in punycode."""


def test_an_address_is_let_in_or_refused_in_the_same_words(twin: Twin) -> None:
    given = [text for text in texts_of(test_urls) if "/" in text or ":" in text]
    bad = [text for text in given if text not in LEFT_TO_CHECK]
    texts = [text for text in varied(bad, "a/:@.?#%[") if text.isprintable() or text in bad]
    texts = [text for text in texts if text.isascii() or text in bad]
    made = twin("web-address.js", "(one, rules, {readAddress}) => readAddress(one)", texts)

    assert len(texts) > 600
    compared(texts, [address_in_python(text) for text in texts], [nameless(one) for one in made])


WORDS = ("aleppo", "al-omar", "green-village", "gren-village", "deir-ezzor", "deir", "syria", "x", "", "afp")


def test_the_nearest_word_is_the_same(twin: Twin) -> None:
    words = varied([*WORDS, "afp-2022-01-05", "afp-2022-01-06"], "aeg-15")
    made = twin("closeness.js", f"(one, rules, {{nearest}}) => nearest(one, {json.dumps(WORDS)})", words)

    compared(words, [[nearest(word, WORDS)] for word in words], made)


HOSTILE: list[dict[str, Any]] = [
    *({"a": text, "b": [text, {"c": text}], "d": {"e": text}} for text in ODD),
    *({"a": text} for text in varied(ODD, ": #\n\t\\\"'\u200f")),
    {"a": "a\x07b"}, {"a": "a\u202eb"}, {"a": "\U0001f525"}, {"a": "\ud83d"}, {"a": "a\n\x1b[2Jb"},
    {"a": [], "b": {}, "c": None, "d": True, "e": 12, "f": [[], ["x", ["y"]], {"g": {"h": "x"}}]},
    {"title": "::set-output name=x::y", "actors": [{"actor": "a b", "role": "no"}], "body": "1\n\n- two\n"},
]  # fmt: skip


def test_the_text_of_a_file_is_the_same(twin: Twin) -> None:
    made = twin("yaml-text.js", "(one, rules, {yamlText}) => yamlText(one)", HOSTILE)

    assert len(HOSTILE) > 300
    compared([json.dumps(one) for one in HOSTILE], [[yaml_text(one)] for one in HOSTILE], made)


TITLES = (
    *(
        "A bridge fell",
        "The bridge fell: two accounts",
        "Straße in Łódź, İstanbul & Åland",
        "قصف",
        "con",
        "COM1",
    ),
    *(
        "word " * 40,
        "x" * 200,
        "x" * 59 + " yy",
        "ﬁre № ½ ①",
        "",
        "-",
        "Ǆ ẞ ſ K ŉ ð þ æ",
        "a" * 60 + " b",
        "मुंबई 12",
    ),
    *("\u0130\u0131", "e\u0301te\u0301", "a\u200bb\u00adc", "Ω Å", "::set-output", "../../etc/passwd"),
)
DATES = (
    "2022-01-05",
    "2022-01-04?",
    "2022-01",
    "2022",
    "196X",
    "19XX",
    "2022-21",
    "2022-01-03/2022-02",
    "../2023",
)
MORE_DATES = (
    "-0044-03-15",
    "0000",
    "0044",
    "Y12345",
    "next week",
    "",
    "[2022-01-03..2022-01-05]",
    "2022-XX",
    "2022/",
)


def test_an_id_and_a_path_are_the_same(twin: Twin) -> None:
    given: list[dict[str, Any]] = [
        {"title": title, "date": "2022-01-05"} for title in varied([*TITLES], " -é")
    ]
    given += [{"title": title, "date": date} for title in TITLES for date in (*DATES, *MORE_DATES)]
    given += [{"strange": "x", "tags": ["a"], **FIELDS}]
    taken = {draft(FIELDS, ()).id, "2022-01-05-a-bridge-fell", "2022-01-05-a-bridge-fell-2"}
    script = f"""(one, rules, {{draft}}) => {{
      const {{id, path, text}} = draft(one, new Set({json.dumps(sorted(taken))}), rules.ids, rules.order);
      return [id, path, text];
    }}"""
    ours = [[[made.id, made.path, made.text]] for made in (draft(one, taken) for one in given)]

    compared([json.dumps(one) for one in given], ours, twin("draft.js", script, given))


RECORDS = {
    "site.yaml": "title: A timeline\nknowledge_date: 2022-01-31\n",
    "places.yaml": "green-village: {name: Green Village}\naleppo: {name: Aleppo}\n",
    "actors.yaml": "coalition: {name: Coalition}\ncouncil: {name: Council}\n",
    "sources.yaml": "afp-2022-01-05: {title: A story}\n",
}
# A hint that ends in a hash of the text (`write con_d1d8ab24`) is left to `check`.
GIVEN: list[tuple[str, str]] = [
    *(("title", "x" * length) for length in (120, 121, 1500)),
    *(
        ("date", text)
        for text in ("2022-01-05", "2022-02-01", "5 January 2022", "2023/..", "01/02/2022", "later")
    ),
    *(("time", text) for text in ("04:30", "4:30", "24:00", "evning")),
    *(("place", text) for text in ("green-village", "gren-village", "Market", "A place", "x" * 301, "zzz")),
    *(
        ("sources", text)
        for text in ("afp-2022-01-05", "afp-2022-01-06", "example.org/a", "The Gazette, page 3")
    ),
    *(
        ("sources", text)
        for text in ("https://a@b.example/", "javascript:alert(1)", "Afp", "https://example.org/")
    ),
    *(("type", text) for text in ("shelling", "Air strike", "Éclat", "air_strike")),
    *(("tags", text) for text in ("drone", "Drone strike", "قصف", "a--b", "İ", "!!")),
    *(("summary", "x" * length) for length in (5000, 5001)),
    *(("body", "x" * length) for length in (64_000, 64_001, 99_999)),
    *(("actors.actor", text) for text in ("coalition", "coaliton", "A villager", "villager")),
    *(("actors.role", text) for text in ("target", "The target")),
    *(("actors.according_to", text) for text in ("afp-2022-01-05", "nobody", "Nobody")),
    *(("claims.by", text) for text in ("council", "counsil", "The owners")),
    *(("claims.source", text) for text in ("afp-2022-01-05", "afp", "http:/x", "AFP")),
    *(("claims.said", text) for text in ("2022-01-05", "yesterday")),
]


def with_value(path: str, value: str) -> dict[str, Any]:
    """An event in which one field has this value."""
    name, _, part = path.partition(".")
    event: dict[str, Any] = {
        "title": f"{path} {len(value)}",
        "date": "2022-01-05",
        "sources": ["afp-2022-01-05"],
    }
    rows: dict[str, dict[str, Any]] = {
        "actors": {"actor": "coalition"},
        "claims": {"by": "council", "about": "occurrence", "text": "x"},
    }
    if part:
        return {**event, name: [{**rows[name], part: value}]}
    return {**event, name: [value] if name in ("sources", "tags") else value}


def test_a_field_is_told_what_check_says_of_it(twin: Twin, tmp_path: Path) -> None:
    files = {f"events/e{number:03}.yaml": yaml_text(with_value(*one)) for number, one in enumerate(GIVEN)}
    told: dict[str, list[Any]] = {name: [None] for name in files}
    done = check(site_of(tmp_path, {**RECORDS, **files}))
    for problem in reversed(done.problems):
        told[problem.path.removeprefix("content/")] = [{"message": problem.message, "hint": problem.hint}]
    site = Site(title="A timeline", knowledge_date="2022-01-31")
    registry = timeline_of(
        places={"green-village": {}, "aleppo": {}},
        actors={"coalition": {}, "council": {}},
        sources={"afp-2022-01-05": {}},
    )
    known = json.loads(planned(contribute, registry)["contribute/known.json"])
    script = f"""(one, rules, {{faultOf, Known}}) =>
      faultOf(one[0], one[1], {json.dumps(form_rules(site))}, new Known({json.dumps(known)}))"""
    made = twin("event-checks.js", script, GIVEN)

    assert sum(one != [None] for one in told.values()) > 20
    compared([f"{path} {value[:40]} {len(value)}" for path, value in GIVEN], list(told.values()), made)


LONG = 30_000
"""More characters than any field may have, which somebody may paste all the same."""
FILLS = (
    " ",
    "\n",
    "\t",
    "\n ",
    "0",
    "-",
    "X",
    "a",
    "a ",
    "/",
    "..",
    "~",
    ",",
    ":",
    "1:",
    "https://",
    "@",
    "&",
    "#",
)
READERS = (
    ("shown.js", "(one, rules, {trimmed}) => trimmed(one).length"),
    ("edtf.js", "(one, rules, {parse}) => parse(one, rules.dates).kind"),
    ("time-of-day.js", "(one, rules, {readTime}) => readTime(one, rules.times).text"),
    (
        "web-address.js",
        "(one, rules, {readAddress, meantAsAddress}) => meantAsAddress(one) && readAddress(one)",
    ),
    ("yaml-text.js", "(one, rules, {yamlText}) => yamlText({title: one}).length"),
    ("draft.js", "(one, rules, {plain}) => plain(one).length"),
    ("event-checks.js", "(one, rules, {faultOf}) => faultOf('tags', one, rules, {})?.message"),
    ("event-checks.js", "(one, rules, {faultOf}) => faultOf('body', one, rules, {})?.message"),
)
PATIENCE_MS = 2_000
"""What tries at each character anew takes a minute; what reads a text once takes a few milliseconds."""


def milliseconds(expression: str) -> str:
    """The expression as one that gives the milliseconds it takes."""
    return f"""(one, rules, all) => {{
      const before = performance.now();
      try {{ ({expression})(one, rules, all); }} catch {{ /* refused */ }}
      return performance.now() - before;
    }}"""


@pytest.mark.parametrize(("module", "expression"), READERS)
def test_no_text_however_long_holds_the_form(twin: Twin, module: str, expression: str) -> None:
    frames = ("{}", "2022{}x", "https://example.org/{}!")
    texts = [frame.format(fill * (LONG // len(fill))) for fill in FILLS for frame in frames]
    took = [answer[0] for answer in twin(module, milliseconds(expression), texts)]

    assert {text[:20]: spent for text, spent in zip(texts, took, strict=True) if spent > PATIENCE_MS} == {}
