"""Every record finds its way back to its line, and one bad record costs no other."""

from pathlib import Path

from dateline.codes.fields import BAD_ID
from dateline.load import load
from dateline.problems import Finding
from dateline.records import Records, gather, stem
from tests.samples import EVENT, problems_of, site_of

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


def test_events_and_registries_are_found_by_id(tmp_path: Path) -> None:
    records = records_of(tmp_path, events__fire=EVENT, places=PLACES, actors__army="name: Army\n")

    assert records.problems == ()
    assert records.site is not None
    assert list(records.events) == ["fire"]
    assert records.events["fire"][0] == "content/events/fire.yaml"
    assert list(records.registry.places) == ["mosul", "raqqa"]
    assert records.registry.actors["army"].name == "Army"


def test_a_bad_record_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    records = records_of(tmp_path, events__a=EVENT, events__b="title: B\n", places=PLACES + "kobani: {}\n")

    assert list(records.events) == ["a"]
    assert list(records.registry.places) == ["mosul", "raqqa"]
    assert sorted(path for path, *_ in said(records)) == ["events/b.yaml", "events/b.yaml", "places.yaml"]


def test_an_entry_needs_an_id_and_has_it_alone(tmp_path: Path) -> None:
    records = records_of(tmp_path, places="Raqqa City:\n  name: Raqqa\n")

    assert said(records) == [("places.yaml", 1, "bad-id", "'Raqqa City' is not an id")]
    assert records.problems[0].hint == "write raqqa-city"


def test_a_finding_of_a_rule_gets_its_file_line_and_column(tmp_path: Path) -> None:
    event = EVENT + "claims:\n  - by: Army\n    about: count\n    text: Eight.\nplace:\n  name: Market\n"
    records = records_of(tmp_path, events__fire=event, places=PLACES)

    def at(finding: Finding) -> tuple[str, int, int, str]:
        one = records.problem(BAD_ID, finding)
        return one.path, one.line, one.column, one.excerpt

    assert at(Finding("event", "fire", ("claims", 0, "about"), "")) == (
        "content/events/fire.yaml",
        6,
        12,
        "    about: count",
    )
    assert at(Finding("event", "fire", ("place", "inline", "name"), ""))[1:3] == (9, 9)
    assert at(Finding("event", "fire", ("sources", 0, "source"), ""))[1:3] == (3, 11)
    assert at(Finding("place", "mosul", ("name",), "", on_key=True))[:3] == ("content/places.yaml", 4, 3)
    assert at(Finding("site", "", ("title",), ""))[0] == "content/site.yaml"


def test_a_finding_about_a_key_that_was_not_typed_falls_to_the_nearest_that_was(tmp_path: Path) -> None:
    records = records_of(tmp_path, events__fire=EVENT)

    assert records.problem(BAD_ID, Finding("event", "fire", ("verification",), "")).line == 1


def test_a_translation_in_a_file_of_its_own_comes_to_its_event(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            "events/fire.yaml": EVENT,
            "events/fire.ar.yaml": "of: fire\nlang: ar\ntitle: حريق\nreviewed: true\n",
        },
    )

    records = gather(load(site))

    translation = records.events["fire"][1].translations["ar"]
    assert (translation.title, translation.reviewed) == ("حريق", True)


def test_a_translation_says_what_its_name_says(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            "events/fire.yaml": EVENT + "translations:\n  fa: {title: آتش}\n",
            "events/fire.ar.yaml": "of: smoke\nlang: ar\n",
            "events/fire.fa.yaml": "of: fire\nlang: fa\ntitle: آتش\n",
        },
    )

    assert said(gather(load(site))) == [
        (
            "events/fire.ar.yaml",
            1,
            "bad-id",
            "the file is named for 'fire' in 'ar', and says 'smoke' in 'ar'",
        ),
        ("events/fire.fa.yaml", 2, "bad-id", "'fire' has a translation into 'fa' in its own file too"),
    ]


def test_a_site_without_settings_still_has_its_events_checked(tmp_path: Path) -> None:
    records = records_of(tmp_path, site="tagline: x\n", events__b="title: B\n")

    assert records.site is None
    assert {path for path, *_ in said(records)} == {"site.yaml", "events/b.yaml"}


def test_a_stem_is_a_name_without_folders_and_ending() -> None:
    assert stem("content/events/2022/2022-01-05-fire.yaml") == "2022-01-05-fire"


def test_faults_of_fields_and_of_references_are_told_in_one_run(tmp_path: Path) -> None:
    event = "titel: Power returns\ndate: 2022-01-05\nsources: [https://example.org/a]\nplace: nowhere\n"

    found = {problem.code.name for problem in problems_of(tmp_path, {"events/a.yaml": event})}

    assert found == {"unknown-key", "unresolved-id"}


def test_a_fault_in_claims_raises_no_false_alarm_about_who_says_so(tmp_path: Path) -> None:
    event = (
        "title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/a]\n"
        "claims:\n  - {id: said, by: A man, about: nothing, text: Yes.}\n"
        "damage:\n  - {text: A roof, according_to: said}\n"
    )

    found = {problem.code.name for problem in problems_of(tmp_path, {"events/a.yaml": event})}

    assert found == {"vocabulary"}
