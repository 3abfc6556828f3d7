"""One event's files become its row and its story, and every fault in them has its line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.examine import Examined, Examiner, examine, retold
from dateline.illustration import Illustration
from dateline.load import load
from dateline.mentions import Reach
from dateline.records import gather
from dateline.setting import Setting
from dateline.stories import Story
from tests.samples import EVENT, SITE, site_of

BODY = "body: |\n  One.\n\n  ![A lamp](lamp.jpg) <script>\n"


def examiner_of(folder: Path, files: Mapping[str, str], **media: Illustration) -> Examiner:
    """What looks at the events of a site; `media` leads from a picture's name to how it is offered."""
    records = gather(load(site_of(folder, files)))
    setting = Setting(records.site, records.registry, records.broken) if records.site else None
    names = {name.replace("_", "."): one for name, one in media.items()}
    content = load(folder)
    return Examiner(content.folder, setting, names, list(names), "media", Reach(setting) if setting else None)


def examined(folder: Path, files: Mapping[str, str], **media: Illustration) -> dict[str, Examined]:
    """What came of each event of a site, by id."""
    examiner = examiner_of(folder, files, **media)
    return {one.id: examine(examiner, one) for one in load(folder).events}


def faults_of(found: Examined) -> list[tuple[str, int, int, str]]:
    """What is wrong: file, line, column and the name of the code; faults first, then what rules found."""
    return [
        (one.path.removeprefix("content/events/"), one.line, one.column, one.code.name)
        for one in (*found.problems, *found.findings)
    ]


def story_of(folder: Path, files: Mapping[str, str], **media: Illustration) -> Story:
    """The story of the one event, as it comes back from what is kept."""
    examiner = examiner_of(folder, files, **media)
    (one,) = load(folder).events
    found = examine(examiner, one)
    assert examiner.setting is not None
    assert found.row is not None
    told = retold(found.told, one.id, found.row.path, examiner.setting)
    assert told is not None
    return told


def test_a_sound_event_has_a_row_a_story_and_no_problem(tmp_path: Path) -> None:
    found = examined(tmp_path, {"events/2022/fire.yaml": EVENT})["fire"]

    assert found.problems == found.findings == ()
    assert found.is_lasting
    assert list(found.digests) == ["content/events/2022/fire.yaml"]
    assert found.row is not None
    assert (found.row.id, found.row.path) == ("fire", "content/events/2022/fire.yaml")
    assert found.row.card.title == "Power returns"


def test_a_bad_file_gives_no_row_and_costs_no_other_event(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        {"events/bad.yaml": "title: a: b\n", "events/fire.yaml": EVENT, "events/less.yaml": "title: B\n"},
    )

    assert faults_of(found["bad"]) == [("bad.yaml", 1, 9, "yaml-syntax")]
    assert [name for *_, name in faults_of(found["less"])] == ["missing-key", "missing-key"]
    assert [ident for ident, one in found.items() if one.row is not None] == ["fire"]


def test_of_an_event_with_a_fault_the_rest_is_used(tmp_path: Path) -> None:
    found = examined(tmp_path, {"events/fire.yaml": EVENT + "plaec: Here\nplace: gone\n"})["fire"]

    assert faults_of(found) == [("fire.yaml", 4, 1, "unknown-key"), ("fire.yaml", 5, 8, "unresolved-id")]
    assert found.row is not None


def test_a_file_under_a_wrong_name_is_read_for_its_faults_alone(tmp_path: Path) -> None:
    found = examined(tmp_path, {"events/Bad.yaml": "title: a: b\n", "events/Good.yaml": "title: a\n"})

    assert faults_of(found["Bad"]) == [("Bad.yaml", 1, 9, "yaml-syntax")]
    assert faults_of(found["Good"]) == []
    assert found["Good"].row is None


def test_a_warning_of_a_document_keeps_the_event(tmp_path: Path) -> None:
    found = examined(tmp_path, {"events/x.yaml": EVENT.replace("Power returns", "“P”")})["x"]

    assert faults_of(found) == [("x.yaml", 1, 8, "smart-quotes")]
    assert found.row is not None


def test_a_file_that_went_away_is_a_problem_that_may_not_last(tmp_path: Path) -> None:
    examiner = examiner_of(tmp_path, {"events/fire.yaml": EVENT})
    (one,) = load(tmp_path).events
    (tmp_path / "content/events/fire.yaml").unlink()

    found = examine(examiner, one)

    assert faults_of(found) == [("fire.yaml", 1, 1, "changed-while-reading")]
    assert (found.is_lasting, found.row) == (False, None)


def test_without_settings_an_event_is_still_checked(tmp_path: Path) -> None:
    found = examined(tmp_path, {"site.yaml": "tagline: x\n", "events/b.yaml": "title: B\n"})["b"]

    assert [name for *_, name in faults_of(found)] == ["missing-key", "missing-key"]
    assert found.row is None


def test_a_translation_in_a_file_of_its_own_comes_to_its_event(tmp_path: Path) -> None:
    story = story_of(
        tmp_path,
        {
            "events/fire.yaml": EVENT + "translations:\n  fa: {title: Fire, body: Long **ago**.}\n",
            "events/fire.ar.yaml": "of: fire\nlang: ar\ntitle: Smoke\nreviewed: true\nbody: Long.\n",
        },
    )

    assert {lang: (one.title, one.reviewed) for lang, one in story.event.translations.items()} == {
        "fa": ("Fire", False),
        "ar": ("Smoke", True),
    }
    assert story.translated == {"fa": "<p>Long <strong>ago</strong>.</p>", "ar": "<p>Long.</p>"}


def test_a_translation_says_what_its_name_says(tmp_path: Path) -> None:
    files = {
        "events/fire.yaml": EVENT + "translations:\n  fa: {title: Fire}\n",
        "events/fire.ar.yaml": "of: smoke\nlang: ar\n",
        "events/fire.fa.yaml": "of: fire\nlang: fa\ntitle: Fire\n",
    }
    found = examined(tmp_path, files)["fire"]

    assert [(one.path, one.line, one.code.name, one.message) for one in found.problems] == [
        (
            "content/events/fire.ar.yaml",
            1,
            "bad-id",
            "the file is named for 'fire' in 'ar', and says 'smoke' in 'ar'",
        ),
        (
            "content/events/fire.fa.yaml",
            2,
            "bad-id",
            "'fire' has a translation into 'fa' in its own file too",
        ),
    ]
    assert list(found.digests) == [f"content/{path}" for path in files]


@pytest.mark.parametrize("event", ["title: a: b\n", "[]\n"])
def test_a_translation_is_checked_though_its_event_cannot_be_read(tmp_path: Path, event: str) -> None:
    found = examined(tmp_path, {"events/fire.yaml": event, "events/fire.ar.yaml": "of: smoke\nlang: ar\n"})[
        "fire"
    ]

    assert [(path, name) for path, _, _, name in faults_of(found)][1:] == [("fire.ar.yaml", "bad-id")]


def test_a_translation_of_no_event_is_checked_by_itself(tmp_path: Path) -> None:
    found = examined(tmp_path, {"events/smoke.ar.yaml": "of: smoke\nlanguage: ar\n"})[""]

    assert ("smoke.ar.yaml", 2, 1, "unknown-key") in faults_of(found)
    assert found.row is None


def test_what_is_left_out_of_a_body_is_told_where_the_body_was_typed(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        {
            "events/fire.yaml": EVENT + BODY + "translations:\n  fa:\n    body: |\n      A <b>.\n",
            "events/fire.ar.yaml": "of: fire\nlang: ar\n" + BODY,
            "site.yaml": SITE + "languages: [en, ar, fa]\n",
        },
        lamp_jpg=Illustration("media/lamp.jpg", 900, 600),
    )["fire"]

    assert faults_of(found) == [
        ("fire.yaml", 7, 23, "html-removed"),
        ("fire.yaml", 11, 9, "html-removed"),
        ("fire.ar.yaml", 6, 23, "html-removed"),
    ]


def test_a_body_shows_the_pictures_that_there_are(tmp_path: Path) -> None:
    story = story_of(
        tmp_path, {"events/fire.yaml": EVENT + BODY}, lamp_jpg=Illustration("media/lamp-1.jpg", 900, 600)
    )

    assert story.body is not None
    assert 'src="../media/lamp-1.jpg"' in story.body


def test_a_picture_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    shown = "  - {type: photo, file: lamp.jpg}\n"
    event = EVENT + "media:\n" + shown + shown.replace("lamp", "lamb")
    found = examined(
        tmp_path, {"events/fire.yaml": event}, lamp_jpg=Illustration("media/lamp.jpg", 900, 600)
    )["fire"]

    (one,) = found.problems
    assert (one.line, one.code.name) == (6, "media-missing")
    assert "lamp.jpg" in one.message + one.hint
    assert found.shows_media


def test_a_finding_of_a_rule_has_its_line_and_counts_apart(tmp_path: Path) -> None:
    event = EVENT + "place: raqqa\nactors:\n  - {actor: somebody-unknown}\n"
    found = examined(tmp_path, {"events/fire.yaml": event, "places.yaml": "raqqa: {name: Raqqa}\n"})["fire"]

    assert found.problems == ()
    assert faults_of(found) == [("fire.yaml", 6, 13, "unresolved-id")]
    assert {"raqqa", "somebody-unknown"} <= set(found.mentions)


def test_faults_of_fields_and_of_references_are_told_in_one_run(tmp_path: Path) -> None:
    event = "titel: Power returns\ndate: 2022-01-05\nsources: [https://example.org/a]\nplace: nowhere\n"
    found = examined(tmp_path, {"events/a.yaml": event})["a"]

    assert {name for *_, name in faults_of(found)} == {"unknown-key", "unresolved-id"}


def test_a_fault_in_claims_raises_no_false_alarm_about_who_says_so(tmp_path: Path) -> None:
    event = EVENT + (
        "claims:\n  - {id: said, by: A man, about: nothing, text: Yes.}\n"
        "damage:\n  - {text: A roof, according_to: said}\n"
    )
    found = examined(tmp_path, {"events/a.yaml": event})["a"]

    assert {name for *_, name in faults_of(found)} == {"vocabulary"}


def test_what_is_kept_gives_the_same_story_and_no_html_of_others(tmp_path: Path) -> None:
    files = {"events/fire.yaml": EVENT + BODY + "x-own: {a: 1.10}\n"}
    examiner = examiner_of(tmp_path, files, lamp_jpg=Illustration("media/lamp.jpg", 900, 600))
    (one,) = load(tmp_path).events
    found = examine(examiner, one)
    assert examiner.setting is not None
    spoilt = {**found.told, "bodies": {"": "<p><script>alert(1)</script></p>"}}

    assert retold(found.told, "fire", "p", examiner.setting) == retold(
        examine(examiner, one).told, "fire", "p", examiner.setting
    )
    assert story_of(tmp_path, files).event.extra == {"x-own": {"a": "1.10"}}
    assert retold(spoilt, "fire", "p", examiner.setting) is None


@pytest.mark.parametrize(
    ("warned", "way"),
    [
        ("content_warnings: [killing]\n", "../media/lamp-1.jpg"),
        ("content_warnings: [killing]\nmedia:\n  - {type: photo, file: lamp.jpg}\n", "#media"),
        ("media:\n  - {type: photo, file: lamp.jpg, content_warnings: [killing]}\n", "#media"),
    ],
)
def test_a_body_only_links_to_a_picture_that_needs_a_warning(tmp_path: Path, warned: str, way: str) -> None:
    lamp = Illustration("media/lamp-1.jpg", 900, 600)
    story = story_of(tmp_path, {"events/fire.yaml": EVENT + BODY + warned}, lamp_jpg=lamp)

    assert story.body is not None
    assert "<img" not in story.body
    assert f'<a href="{way}"' in story.body


def test_a_picture_listed_without_a_warning_is_shown_in_the_body_too(tmp_path: Path) -> None:
    listed = "media:\n  - {type: photo, file: lamp.jpg}\n"
    lamp = Illustration("media/lamp-1.jpg", 900, 600)
    story = story_of(tmp_path, {"events/fire.yaml": EVENT + BODY + listed}, lamp_jpg=lamp)

    assert "<img" in str(story.body)
