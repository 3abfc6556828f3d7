"""The two examples of every code: put in its place, the bad one has that problem and the good one none."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import indent

import pytest

from dateline.checking import check
from dateline.codes.reading import NO_SITE
from dateline.codes.site import ADDRESS_REUSE, DEAD_ADDRESS, LEDGER_LINE, STRAY_LINK
from dateline.output import Output, collisions
from dateline.problems import Code, Problem, Severity
from dateline.rulebook import every_code
from tests.samples import EVENT, problems_of, site_of
from tests.test_bad_inputs import jpeg, png

Files = dict[str, str | bytes]

# What examples speak of is there: registries, vocabularies and other events.
SITE = """\
title: A timeline
knowledge_date: 2031-12-31
languages: [en, ar]
vocabularies:
  type: {shelling: Shelling}
  role: {attacker: Attacker}
loaded_words: {terrorists: name the group}
fields: {wind_speed: number}
"""
AROUND: Files = {
    "site.yaml": SITE,
    "places.yaml": "green-village: {name: Green Village}\n",
    "sources.yaml": (
        "afp: {title: Wire story}\n"
        "wire: {title: Wire story, standing: secondary}\n"
        "statement: {title: A statement, seen: false, via: wire}\n"
    ),
    "media/gate.jpg": jpeg(),
    "media/photo.jpg": jpeg(),
    "media/crater.jpg": jpeg(),
    "media/street.jpg": jpeg(),
    "media/map.png": png(),
    "media/page.png": png(),
}
ATTACK = EVENT.replace("Power returns", "An attack")
OTHERS: dict[str, Files] = {
    "D003": {"events/attacks.yaml": ATTACK},
    "D202": {"events/reply.yaml": EVENT + "relations: {follows: x}\n"},
    "D203": {"events/attack.yaml": ATTACK},
    "D206": {"events/attack.yaml": ATTACK},
    "D208": {"events/first-shells.yaml": EVENT + "type: shelling\nplace: Market of Aldea\n"},
    "D219": {"events/fire.yaml": EVENT},
    "D227": {"site.yaml": "title: A timeline\nknowledge_date: 2022-01-05\n"},
    "D228": {"events/reply.yaml": EVENT + "relations: {follows: x}\n"},
}

# The lines of a whole event of which a shorter example is a part.
CASUALTIES = "casualties:\n  - type: killed\n{}"
CLAIMS = "claims:\n  - by: A witness\n    about: occurrence\n    text: It was heard.\n{}"
PICTURE = "media:\n  - type: photo\n    alt: A gate.\n    credit: A witness\n    licence: CC-BY-4.0\n{}"
PLACE = "place:\n    name: A market\n{}"
WITHIN = {
    "D108": CASUALTIES,
    "D109": PLACE.format("    lon: 40.55\n    uncertainty_m: 500\n{}"),
    "D114": CLAIMS,
    "D115": CASUALTIES,
    "D116": PLACE,
    "D119": PICTURE.replace("photo\n", "photo\n    file: gate.jpg\n"),
    "D122": PLACE,
    "D210": "sources:\n  - seen: true\n{}",
    "D222": "place:\n{}",
    "D232": "place:\n{}",
    "D401": PICTURE,
    "D402": PICTURE,
    "D403": PICTURE,
}
# These are a whole file; to any other example of an event the lines are added that an event needs.
WHOLE = {"D012", "D013", "D101"}
# What an example says of files, made so.
MADE: dict[tuple[str, str], Files] = {
    ("D001", "bad"): {"events/x.yaml": EVENT.replace("Power", "Caf\xe9").encode("latin-1")},
    ("D008", "bad"): {"events/x.yaml": EVENT + f"notes: {'far too much ' * 25_000}\n"},
    ("D008", "good"): {"events/x.yaml": EVENT},
    ("D015", "bad"): {"events/x.yaml": EVENT + "".join(f"x-{number}: a\n" for number in range(600))},
    ("D015", "good"): {"events/x.yaml": EVENT},
    ("D016", "bad"): {"events/x.yaml": EVENT + f"summary: {'much ' * 14_000}\n"},
    ("D308", "bad"): {"events/x.yaml": EVENT + f"body: {'é' * 35_000}\n"},
    ("D402", "bad"): {"media/map.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"},
    ("D403", "bad"): {"media/page-saved-as.png": b"<!doctype html>"},
    ("D404", "bad"): {"media/map.png": png(60_000, 60_000)},
    ("D404", "good"): {"media/map.png": png()},
    ("D405", "bad"): {"media/gate.jpg": jpeg(gps=True)},
    ("D405", "good"): {"media/gate.jpg": jpeg()},
    ("D909", "bad"): {"events/x.yaml": EVENT, "links.yaml": STRAY_LINK.bad},
    ("D909", "good"): {"events/x.yaml": EVENT, "links.yaml": STRAY_LINK.good},
}
# What a machine lacks or somebody else does at that moment is staged where it is tested.
ELSEWHERE = {
    "D025": ("load/test_folder.py", "test_what_may_not_be_read_is_named"),
    "D026": ("load/test_folder.py", "test_a_file_that_went_away_is_told_as_changed"),
    "D601": ("importers/test_csv.py", "test_a_wrong_mapping_is_told_with_its_line"),
    "D602": ("commands/test_import.py", "test_a_date_that_can_be_read_two_ways_is_told_with_its_line"),
    "D603": ("commands/test_import.py", "test_what_is_alike_is_listed_once_with_all_lines"),
    "D904": ("test_share_cards.py", "test_what_cannot_be_drawn_is_one_notice"),
    "D911": ("test_site_size.py", "test_a_build_tells"),
    "D905": ("test_searching.py", "test_a_missing_pagefind_is_a_warning_that_says_what_to_install"),
}
PATHS = {"D022", "D023", "D024", "D027", "D028"}

CODES = [code for code in every_code() if code.id not in ELSEWHERE]
every_example = pytest.mark.parametrize("code", CODES, ids=lambda code: f"{code.id}-{code.name}")


def event_with(example: str, code: Code) -> str:
    """An event in which the example stands in its place."""
    if code.id in WITHIN:
        example = WITHIN[code.id].format(indent(example, "    "))
    if code.id in WHOLE and example == code.bad:
        return example
    if example.startswith("content/"):
        return EVENT
    typed = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    needed = [line for line in EVENT.splitlines() if line.split(":")[0] not in typed]
    return "\n".join([example.rstrip("\n"), *needed, ""])


def at_paths(folder: Path, example: str, code: Code) -> tuple[Problem, ...]:
    """What is wrong with a site that has these files and no others but its site.yaml."""
    site = site_of(folder, {"site.yaml": SITE, "events/2022/fire.yaml": EVENT})
    paths = example.split("\n")
    if not any("events/2022/fire." in path for path in paths):
        (site / "content/events/2022/fire.yaml").unlink()
    if code is NO_SITE and "site.yaml" not in example:
        (site / "content/site.yaml").unlink()
    for path in paths:
        if not path.endswith("site.yaml"):
            lang, of = path.rsplit(".", 2)[-2:], Path(path).name.partition(".")[0]
            text = f"lang: ar\nof: {of}\ntitle: x\n" if lang[0] == "ar" else EVENT
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text)
    return check(site).problems


def of_links(folder: Path, example: str, _: Code) -> tuple[Problem, ...]:
    """What is wrong with a site that has a file of the kind that the example names."""
    site = site_of(folder, {"events/x.yaml": EVENT, "media/lamp.jpg": jpeg()})
    path, kind = example.split("    # ")
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    if "link" in kind:
        (site / path).symlink_to(site / "content/media/lamp.jpg")
    elif "pipe" in kind:
        os.mkfifo(site / path)
    else:
        (site / path).write_bytes(jpeg() if path.endswith(".jpg") else EVENT.encode())
    return check(site).problems


def of_outputs(_: Path, example: str, __: Code) -> tuple[Problem, ...]:
    """What is wrong with files that are published at these paths."""
    return collisions(Output(path, "", bytes) for path in example.split(" and "))


def of_basemap(folder: Path, example: str, _: Code) -> tuple[Problem, ...]:
    """What is wrong with a site that has this basemap."""
    site = site_of(folder, {"events/x.yaml": EVENT})
    (site / "templates").mkdir()
    (site / "templates/basemap.json").write_text(example)
    return check(site).problems


def of_ledger(folder: Path, example: str, code: Code) -> tuple[Problem, ...]:
    """What is wrong with a site in which an event about a fire was renamed, as the ledger says."""
    event, ledger = EVENT + "former_ids: [2022-01-05-fire]\n", "2022-01-05-fire -> 2022-01-04-fire\n"
    files = {"events/2022-01-04-fire.yaml": EVENT + example if code is DEAD_ADDRESS else event}
    if code is ADDRESS_REUSE:
        files[example.partition("    #")[0].removeprefix("content/")] = EVENT
    site = site_of(folder, files)
    (site / "addresses.txt").write_text(example if code is LEDGER_LINE else ledger)
    return check(site).problems


def of_name(folder: Path, example: str, _: Code) -> tuple[Problem, ...]:
    """What is wrong with a site in which an event was renamed twice, as the ledger says."""
    site = site_of(folder, {"events/now.yaml": f"{EVENT}{example}\n"})
    (site / "addresses.txt").write_text("first-id -> now\nsecond-id -> now\nnow was first-id\n")
    return check(site).problems


OTHERWISE: Mapping[str, Callable[[Path, str, Code], tuple[Problem, ...]]] = {
    **dict.fromkeys(PATHS, at_paths),
    **dict.fromkeys(("D020", "D021"), of_links),
    **dict.fromkeys(("D901", "D902"), of_outputs),
    "D903": of_basemap,
    **dict.fromkeys(("D906", "D907", "D908"), of_ledger),
    "D910": of_name,
}


def problems_with(folder: Path, code: Code, kind: str) -> set[str]:
    """The ids of what is wrong, but other notices, where the bad or the good example stands in its place."""
    example = {"bad": code.bad, "good": code.good}[kind]
    if code.id in OTHERWISE:
        found = OTHERWISE[code.id](folder, example, code)
    else:
        files = {**AROUND, "events/x.yaml": event_with(example, code), **OTHERS.get(code.id, {})}
        found = problems_of(folder, {**files, **MADE.get((code.id, kind), {})})
    notices = {one.code.id for one in found if one.severity is Severity.NOTICE and one.code.id != code.id}
    return {one.code.id for one in found} - notices


@pytest.mark.parametrize("code", every_code(), ids=lambda code: f"{code.id}-{code.name}")
def test_every_code_has_a_bad_and_a_good_example(code: Code) -> None:
    assert code.bad
    assert code.good


@every_example
def test_the_bad_example_has_the_problem(tmp_path: Path, code: Code) -> None:
    assert code.id in problems_with(tmp_path, code, "bad")


@every_example
def test_the_good_example_in_its_place_passes(tmp_path: Path, code: Code) -> None:
    # That a source has no archived copy is said of most examples, which are about something else.
    assert problems_with(tmp_path, code, "good") <= {"D210"} - {code.id}


@pytest.mark.parametrize("ident", sorted(ELSEWHERE))
def test_a_code_that_is_staged_elsewhere_is_tested_there(ident: str) -> None:
    text = (Path(__file__).parent / ELSEWHERE[ident][0]).read_text()

    assert f"def {ELSEWHERE[ident][1]}(" in text
