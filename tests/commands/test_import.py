"""`dateline import` writes event files that pass, renews them, and never takes away what a person wrote."""

from pathlib import Path

import pytest
import yaml

from dateline.checking import check
from dateline.importers import csv
from dateline.incoming import Given
from dateline.problems import Severity
from tests.samples import run, site_of

FILES = Path(__file__).parent.parent / "importers/files"
TABLE = "id,title,date,source\na,It rains,2022-01-05,https://example.org/a\nb,It snows,2022-01-06,A diary\n"
RAINS = "content/events/2022/2022-01-05-it-rains.yaml"


def site_with(folder: Path, table: str = TABLE) -> tuple[Path, Path]:
    """A site, and a table beside it."""
    site, file = site_of(folder / "site", {}), folder / "table.csv"
    (site / "content/events").mkdir()
    file.write_text(table)
    return site, file


def events_of(site: Path) -> dict[str, str]:
    """The text of each event's file."""
    found = sorted((site / "content/events").rglob("*"))
    return {path.relative_to(site).as_posix(): path.read_text() for path in found if path.is_file()}


def test_a_table_becomes_files_that_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, file = site_with(tmp_path)

    assert run("import", "csv", file, "--source", site) == 0
    assert list(events_of(site)) == [RAINS, "content/events/2022/2022-01-06-it-snows.yaml"]
    assert capsys.readouterr().out == "2 events imported: 2 new\n"
    assert [one for one in check(site).problems if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("words", "events", "exit_code"),
    [
        (("dateline", "event.json"), 1, 0),
        (("timelinejs", "new.csv"), 4, 1),
        (("timelinejs", "old.csv", "--order", "mdy"), 4, 0),
        (("timelinejs", "cosmological.json"), 2, 0),
        (("ical", "calendar.ics"), 4, 0),
        (("geojson", "features.geojson"), 3, 1),
        (("markdown", "posts"), 2, 1),
    ],
)
def test_each_format_gives_as_many_events_and_passes(
    tmp_path: Path, words: tuple[str, ...], events: int, exit_code: int
) -> None:
    site, _ = site_with(tmp_path)
    form, name, *rest = words

    assert run("import", form, FILES / name, *rest, "--source", site) == exit_code
    checked = check(site)
    assert checked.timeline is not None
    assert len(checked.timeline.entries) == events
    assert [one for one in checked.problems if one.severity is Severity.ERROR] == []


def test_files_are_in_the_form_that_fmt_writes(tmp_path: Path) -> None:
    site, _ = site_with(tmp_path)
    run("import", "csv", FILES / "ucdp.csv", "--map", proposed(tmp_path, "ucdp.csv"), "--source", site)
    for form, name in (("timelinejs", "new.csv"), ("dateline", "event.json"), ("ical", "calendar.ics")):
        run("import", form, FILES / name, "--source", site)

    assert len(events_of(site)) > 10
    assert run("fmt", "--check", "--source", site) == 0


def proposed(folder: Path, name: str) -> Path:
    """The mapping that is proposed for a table, in a file."""
    path = folder / "map.yaml"
    path.write_text(csv.propose(Given(((name, (FILES / name).read_bytes()),))))
    return path


def test_a_second_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    before = events_of(site)
    run("import", "csv", file, "--source", site)

    assert events_of(site) == before
    assert capsys.readouterr().out.endswith("2 events imported: 2 unchanged\n")


def test_what_changed_at_its_origin_is_renewed_in_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    file.write_text(TABLE.replace("It rains", "It pours").replace("2022-01-05", "2022-02-05"))
    run("import", "csv", file, "--source", site)

    assert len(events_of(site)) == 2
    assert "title: It pours\ndate: 2022-02-05\n" in events_of(site)[RAINS]
    assert capsys.readouterr().out.endswith("1 renewed, 1 unchanged\n")


def test_what_a_person_edited_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    path = site / RAINS
    path.write_text(path.read_text() + "summary: It was wet.\n")
    edited = path.read_text()

    assert run("import", "csv", file, "--source", site) == 0
    assert path.read_text() == edited
    assert capsys.readouterr().out.endswith("1 unchanged, 1 kept as edited\n")


def test_what_changed_on_both_sides_lies_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    path = site / RAINS
    path.write_text(path.read_text() + "summary: It was wet.\n")
    edited = path.read_text()
    file.write_text(TABLE.replace("It rains", "It pours"))

    assert run("import", "csv", file, "--source", site) == 1
    assert path.read_text() == edited
    assert "It pours" in (site / "import-conflicts/2022-01-05-it-rains.yaml").read_text()
    assert "compare the two" in capsys.readouterr().out


def test_quotes_and_another_layout_are_no_edit(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    path = site / RAINS
    path.write_text(path.read_text().replace("title: It rains", "title:    'It rains'"))
    file.write_text(TABLE.replace("It rains", "It pours"))

    assert run("import", "csv", file, "--source", site) == 0
    assert "It pours" in path.read_text()


def test_a_comment_of_a_person_is_not_lost(tmp_path: Path) -> None:
    site, file = site_with(tmp_path, TABLE.replace("It rains", "It rains # again"))
    run("import", "csv", file, "--source", site)
    path = next((site / "content/events").rglob("*it-rains*"))
    path.write_text(path.read_text() + "# Asked the station.\n")
    file.write_text(TABLE.replace("It rains", "It pours"))
    run("import", "csv", file, "--source", site)

    assert "# Asked the station." in path.read_text()
    assert "It pours" in (site / "import-conflicts" / path.name).read_text()


def test_a_comparison_that_a_person_works_on_is_not_lost_and_ends_with_its_first_line(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)
    run("import", "csv", file, "--source", site)
    path, aside = site / RAINS, site / "import-conflicts/2022-01-05-it-rains.yaml"
    path.write_text(path.read_text() + "summary: It was wet.\n")
    for title in ("It pours", "It drips"):
        file.write_text(TABLE.replace("It rains", title))
        assert run("import", "csv", file, "--source", site) == 1
    assert "It drips" in aside.read_text()
    aside.write_text(aside.read_text() + "notes: Which of the two?\n")
    file.write_text(TABLE.replace("It rains", "It hails"))
    run("import", "csv", file, "--source", site)

    newest = aside.with_name("2022-01-05-it-rains-2.yaml").read_text()
    assert "Which of the two?" in aside.read_text()
    assert "It hails" in newest
    own = path.read_text().partition("\n")[2]
    path.write_text(newest.partition("\n")[0] + "\n" + own)
    assert run("import", "csv", file, "--source", site) == 0
    assert "It was wet." in path.read_text()


def test_of_many_versions_to_compare_the_first_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{number},It rains,2022-01-{number:02},A diary" for number in range(1, 24)]
    site, file = site_with(tmp_path, "\n".join(["id,title,date,source", *rows]) + "\n")
    run("import", "csv", file, "--source", site)
    for path in (site / "content/events").rglob("*.yaml"):
        path.write_text(path.read_text() + "notes: Seen.\n")
    file.write_text(file.read_text().replace("It rains", "It pours"))
    run("import", "csv", file, "--source", site)
    output = capsys.readouterr().out

    assert output.count("compare the two") == 20
    assert "\n3 more of these are in import-conflicts/\n" in output


def test_another_order_of_rows_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = (
        *("title,date,notes", "It rains,2022,one", "It rains,2022,two", "It rains,2022,three"),
        *("It snows,2022,one", "It snows,2022-01,one"),
    )
    site, file = site_with(tmp_path, "\n".join([head, *rows]) + "\n")
    run("import", "csv", file, "--source", site)
    before = events_of(site)
    file.write_text("\n".join([head, *reversed(rows)]) + "\n")
    run("import", "csv", file, "--source", site)

    assert len(before) == 5
    assert events_of(site) == before
    assert capsys.readouterr().out.endswith("5 events imported: 5 unchanged\n")


def test_an_event_that_was_given_another_id_here_is_found_under_its_former_one(tmp_path: Path) -> None:
    site, _ = site_with(tmp_path)
    run("import", "dateline", FILES / "event.json", "--source", site)
    (path,) = (site / "content/events").rglob("*.yaml")
    text = path.read_text() + f"former_ids: [{path.stem}]\n"
    path.unlink()
    path.with_name("2022-01-05-the-well.yaml").write_text(text)
    run("import", "dateline", FILES / "event.json", "--source", site)

    assert [Path(one).name for one in events_of(site)] == ["2022-01-05-the-well.yaml"]


def test_an_id_that_another_event_has_or_had_is_not_taken(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)
    (site / RAINS).parent.mkdir(parents=True)
    mine = "title: Other rain\ndate: 2022-01-05\nsources: [A diary]\nformer_ids: [2022-01-06-it-snows]\n"
    (site / RAINS).write_text(mine)
    run("import", "csv", file, "--source", site)

    assert (site / RAINS).read_text() == mine
    assert [Path(one).stem for one in events_of(site)] == [
        *("2022-01-05-it-rains-2", "2022-01-05-it-rains", "2022-01-06-it-snows-2")
    ]


def test_nothing_is_imported_while_a_file_of_the_site_cannot_be_read(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)
    (site / "content/events/broken.yaml").write_text("title: [\n")

    assert run("import", "csv", file, "--source", site) == 1
    assert list(events_of(site)) == ["content/events/broken.yaml"]


def test_new_files_go_into_the_folder_that_is_named(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)

    assert run("import", "csv", file, "--source", site, "--into", "content/events/weather") == 0
    assert next(iter(events_of(site))) == "content/events/weather/2022/2022-01-05-it-rains.yaml"


@pytest.mark.parametrize("folder", ["..", "content", "output", "content/events/../pages"])
def test_no_other_folder_is_written_to(tmp_path: Path, folder: str) -> None:
    site, file = site_with(tmp_path)

    assert run("import", "csv", file, "--source", site, "--into", folder) == 2
    assert events_of(site) == {}


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site, file = site_with(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / "content/events/2022").symlink_to(outside, target_is_directory=True)

    assert run("import", "csv", file, "--source", site) == 2
    assert list(outside.iterdir()) == []


def test_a_guess_is_a_mapping_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, _ = site_with(tmp_path)
    assert run("import", "csv", FILES / "acled.csv", "--guess", "--source", site) == 0
    (tmp_path / "map.yaml").write_text(capsys.readouterr().out)

    assert events_of(site) == {}
    assert run("import", "csv", FILES / "acled.csv", "--map", tmp_path / "map.yaml", "--source", site) == 0
    assert len(events_of(site)) == 3


def test_a_wrong_mapping_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, file = site_with(tmp_path)
    (tmp_path / "map.yaml").write_text("columns:\n  title: titel\n")

    assert run("import", "csv", file, "--map", tmp_path / "map.yaml", "--source", site) == 1
    assert "map.yaml:2:" in capsys.readouterr().err
    assert events_of(site) == {}


def test_a_date_that_can_be_read_two_ways_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, file = site_with(tmp_path, TABLE.replace("2022-01-06", "03/04/2022"))

    assert run("import", "csv", file, "--source", site) == 1
    assert "table.csv:3:1: error[D602 not-imported]" in capsys.readouterr().err
    assert list(events_of(site)) == [RAINS]


def test_what_is_alike_is_listed_once_with_all_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"It rains,2022-01-{day:02},A diary,grey\n" for day in range(1, 11))
    site, file = site_with(tmp_path, f"title,date,source,mood\n{rows}")
    run("import", "csv", file, "--source", site)
    told = capsys.readouterr().err

    assert told.count("mood 'grey'") == 3
    assert "mood, 7 more on lines 5-11:" in told


def test_a_large_import_is_not_followed_by_a_warning_for_each_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"It rains,2022-01-{day:02},https://example.org/{day}\n" for day in range(1, 29))
    site, file = site_with(tmp_path, f"title,date,source_url\n{rows}")

    assert run("import", "csv", file, "--source", site) == 0
    output = capsys.readouterr()
    assert "In all 28 warnings: dateline check lists them.\n" in output.out
    assert "D210" not in output.err


HOSTILE = (
    "::error::x\n##[error]y, <script>alert(1)</script> =cmd|'/c'!A0 \x1b[31m : # - {a} & \u202e \"q\" 'r'"
)


def test_hostile_text_is_text_in_the_file_and_no_command_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = HOSTILE.replace('"', '""')
    site, file = site_with(
        tmp_path, f'title,date,notes,place,mood\n"{cell}",2022-01-05,"{cell}","{cell}","{cell}"\n'
    )
    run("import", "csv", file, "--source", site)
    output = capsys.readouterr()
    (text,) = events_of(site).values()
    shown = HOSTILE.replace("\x1b", "")

    assert yaml.safe_load(text)["notes"] == shown
    assert yaml.safe_load(text)["place"] == " ".join(shown.split())
    assert not any(line.startswith("::") or "##[" in line for line in (output.out + output.err).splitlines())
    assert "\x1b" not in output.out + output.err
