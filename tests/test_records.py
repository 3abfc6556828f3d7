"""Every record finds its way back to its line, and one bad record costs no other."""

from pathlib import Path

from dateline.codes.fields import BAD_ID
from dateline.load import load
from dateline.problems import Finding
from dateline.records import Records, gather, located, stem
from tests.samples import EVENT, document_of, site_of

PLACES = "raqqa:\n  name: Raqqa\nmosul:\n  name: Mosul\n"


def records_of(folder: Path, **files: str) -> Records:
    """The records of a site; in a file's name, _ stands for / and ... for .yaml."""
    return gather(
        load(site_of(folder, {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}))
    )


def said(records: Records) -> list[tuple[str, int, str, str]]:
    """What is wrong: file, line, name of the code and message."""
    return [
        (one.path.removeprefix("content/"), one.line, one.code.name, one.message) for one in records.problems
    ]


def test_registries_are_found_by_id(tmp_path: Path) -> None:
    records = records_of(tmp_path, places=PLACES, actors__army="name: Army\n")

    assert records.problems == ()
    assert records.site is not None
    assert list(records.registry.places) == ["mosul", "raqqa"]
    assert records.registry.actors["army"].name == "Army"
    assert records.broken == frozenset()


def test_a_bad_record_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    records = records_of(tmp_path, places=PLACES + "kobani: {}\n", actors="a: b: c\n", sources__wire="[]\n")

    assert list(records.registry.places) == ["mosul", "raqqa"]
    assert [path for path, *_ in said(records)] == ["places.yaml"]
    assert records.broken == {("places", "kobani"), ("actors", ""), ("sources", "wire")}


def test_an_entry_needs_an_id_and_has_it_alone(tmp_path: Path) -> None:
    records = records_of(tmp_path, places="Raqqa City:\n  name: Raqqa\n")

    assert said(records) == [("places.yaml", 1, "bad-id", "'Raqqa City' is not an id")]
    assert records.problems[0].hint == "write raqqa-city"


def test_a_finding_of_a_rule_gets_its_file_line_and_column(tmp_path: Path) -> None:
    event = EVENT + "claims:\n  - by: Army\n    about: count\n    text: Eight.\nplace:\n  name: Market\n"
    records = records_of(tmp_path, places=PLACES)

    def at(finding: Finding) -> tuple[str, int, int, str]:
        owner = (
            (document_of(event), ()) if finding.kind == "event" else records.owners[finding.kind, finding.id]
        )
        one = located(owner, BAD_ID, finding)
        return one.path, one.line, one.column, one.excerpt

    assert at(Finding("event", "x", ("claims", 0, "about"), "")) == (
        "content/events/x.yaml",
        6,
        12,
        "    about: count",
    )
    assert at(Finding("event", "x", ("place", "inline", "name"), ""))[1:3] == (9, 9)
    assert at(Finding("event", "x", ("sources", 0, "source"), ""))[1:3] == (3, 11)
    assert at(Finding("place", "mosul", ("name",), "", on_key=True))[:3] == ("content/places.yaml", 4, 3)
    assert at(Finding("site", "", ("title",), ""))[0] == "content/site.yaml"


def test_a_finding_about_a_key_that_was_not_typed_falls_to_the_nearest_that_was() -> None:
    finding = Finding("event", "x", ("verification",), "")

    assert located((document_of(EVENT), ()), BAD_ID, finding).line == 1


def test_a_site_without_sound_settings_still_has_its_registries(tmp_path: Path) -> None:
    records = records_of(tmp_path, site="tagline: x\n", places=PLACES + "kobani: {}\n")

    assert records.site is None
    assert list(records.registry.places) == ["mosul", "raqqa"]
    assert {path for path, *_ in said(records)} == {"site.yaml", "places.yaml"}


def test_a_stem_is_a_name_without_folders_and_ending() -> None:
    assert stem("content/events/2022/2022-01-05-fire.yaml") == "2022-01-05-fire"


def test_what_is_known_of_an_address_stands_under_it(tmp_path: Path) -> None:
    good = "https://example.org/a:\n  state: moved\n  checked: 2026-11-23\n  to: https://example.org/b\n"
    bad = "https://example.org/c:\n  state: moved\n  checked: 2026-11-23\n  to: javascript:alert(1)\n"
    records = records_of(tmp_path, links=good + bad + "https://example.org/d: {state: dead}\n")

    assert list(records.registry.links) == ["https://example.org/a"]
    assert [(path, line, name) for path, line, name, _ in said(records)] == [
        ("links.yaml", 8, "url-scheme"),
        ("links.yaml", 9, "missing-key"),
        ("links.yaml", 9, "vocabulary"),
    ]
