"""A new event is asked for or given by options, compared with those there are, checked and written."""

import io
import sys
from pathlib import Path

import pytest

from dateline.checking import check
from tests.samples import EVENT, run, site_of

Captured = pytest.CaptureFixture[str]

SITE = "title: A timeline\nvocabularies: {type: {shelling: {label: Shelling, labels: {ar: قصف}}}}\n"
PLACES = "# Places.\r\ngreen-village: {name: Green Village, names: {ar: القرية الخضراء}}\r\n"
SOURCES = "afp:\n  title: Wire story\n  url: https://example.org/wire/\n  archive_url: null"
NEW = "content/events/2022/2022-01-05-shells-fall.yaml"
NEEDED = ("--title", "Shells fall", "--date", "2022-01-05", "--from", "afp")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with registries and one event."""
    files: dict[str, str | bytes] = {
        "site.yaml": SITE,
        "places.yaml": PLACES.encode(),
        "sources.yaml": SOURCES,
        "actors/coalition.yaml": "name: US-led coalition\n",
        "events/2022/first.yaml": EVENT + "type: shelling\nplace: green-village\n",
    }
    return site_of(tmp_path, files)


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Somebody sits at the terminal and types these lines."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_options_alone_make_an_event_that_passes(site: Path, capsys: Captured) -> None:
    assert run("new", "--source", site, *NEEDED, "--time", "morning", "--tag", "fire") == 0

    said = capsys.readouterr()
    assert said.out == f"{NEW}: written; check finds no problems in it.\n"
    assert (site / NEW).read_text() == (
        "title: Shells fall\ndate: 2022-01-05\nsources:\n  - afp\ntime: morning\ntags:\n  - fire\n"
    )


@pytest.mark.parametrize("without", ["--title", "--date", "--from"])
def test_without_a_terminal_what_is_needed_must_be_given(site: Path, without: str, capsys: Captured) -> None:
    place = NEEDED.index(without)

    assert run("new", "--source", site, *NEEDED[:place], *NEEDED[place + 2 :]) == 2

    assert f"give {without};" in capsys.readouterr().err
    assert len(list((site / "content/events").rglob("*.yaml"))) == 1


@pytest.mark.parametrize("place", ["green-village", "green village", "القرية الخضراء"])
def test_a_place_goes_by_its_id_or_its_name_in_any_language(site: Path, place: str, capsys: Captured) -> None:
    assert run("new", "--source", site, *NEEDED, "--place", place) == 1
    assert run("new", "--source", site, *NEEDED, "--place", place, "--type", "قصف", "--yes") == 0

    assert "place: green-village\ntype: shelling\n" in (site / NEW).read_text()
    capsys.readouterr()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--place", "gren vilage"), "did you mean green-village (Green Village)?"),
        (("--place", "nowhere"), "there is no place 'nowhere'"),
        (("--type", "sheling"), "did you mean shelling (Shelling)?"),
        (("--actor", "US led coalition:target"), "did you mean coalition (US-led coalition)?"),
        (("--from", "afpp"), "did you mean afp (Wire story)?"),
        (("--date", "05/01/2022"), "write 2022-01-05 or 2022-05-01"),
        (("--verification", "sure"), "not one of the words"),
        (("--id", "First Event"), "is not an id"),
        (("--id", "first"), "is taken"),
        (("--from", "https://example.org/b", "--publisher", "AFP"), "speak of one --from alone"),
    ],
)
def test_what_is_close_or_wrong_is_a_usage_error_with_what_to_write(
    site: Path, options: tuple[str, ...], words: str, capsys: Captured
) -> None:
    assert run("new", "--source", site, *NEEDED, *options) == 2

    assert words in capsys.readouterr().err.replace("\n", " ")
    assert len(list((site / "content/events").rglob("*.yaml"))) == 1


def test_a_known_address_becomes_its_source(site: Path, capsys: Captured) -> None:
    given = (*NEEDED[:4], "--from", "http://www.example.org/wire")

    assert run("new", "--source", site, *given) == 0

    assert "sources:\n  - afp\n" in (site / NEW).read_text()
    capsys.readouterr()


def test_a_new_source_is_described_in_the_event(site: Path, capsys: Captured) -> None:
    given = (*NEEDED[:4], "--from", "https://example.org/b", "--source-title", "A: report")

    assert run("new", "--source", site, *given, "--publisher", "Example News") == 0

    source = 'title: "A: report"\n    publisher: Example News\n    url: https://example.org/b\n'
    assert f"sources:\n  - {source}" in (site / NEW).read_text()
    assert run("fmt", "--source", site, "--check", site / NEW) == 0
    capsys.readouterr()


def test_what_is_new_goes_behind_what_is_in_the_registries(site: Path, capsys: Captured) -> None:
    described = (
        "--source-title",
        "A report",
        "--publisher",
        "US-led coalition",
        "--source-date",
        "2022-01-06",
    )
    given = (*NEEDED[:4], "--from", "https://example.org/b", *described)
    more = ("--place", "Old Mill", "--actor", "Rail Union", "--actor", "A villager", "--register")

    assert run("new", "--source", site, *given, *more) == 0

    assert (site / "content/places.yaml").read_bytes() == (
        PLACES + "old-mill:\r\n  name: Old Mill\r\n"
    ).encode()
    assert (site / "content/sources.yaml").read_text() == (
        f"{SOURCES}\nus-led-coalition-2022-01-06:\n  title: A report\n  publisher: coalition\n"
        "  date: 2022-01-06\n  url: https://example.org/b\n"
    )
    assert (site / "content/actors/rail-union.yaml").read_text() == "name: Rail Union\n"
    event = (site / NEW).read_text()
    assert "place: old-mill\nactors:\n  - rail-union\n  - a-villager\n" in event
    assert "sources:\n  - us-led-coalition-2022-01-06\n" in event
    capsys.readouterr()


def test_a_registry_between_brackets_is_left_alone(site: Path, capsys: Captured) -> None:
    (site / "content/places.yaml").write_text("{green-village: {name: Green Village}}\n")

    assert run("new", "--source", site, *NEEDED, "--place", "Old Mill", "--register") == 2

    assert "content/places.yaml cannot be added to" in capsys.readouterr().err
    assert (site / "content/places.yaml").read_text() == "{green-village: {name: Green Village}}\n"
    assert not (site / NEW).exists()


def test_what_may_be_there_already_is_not_written_unless_it_is_told_apart(
    site: Path, capsys: Captured
) -> None:
    given = (*NEEDED, "--place", "green-village")

    assert run("new", "--source", site, *given) == 1
    said = capsys.readouterr().err
    assert "It may be there already: first, 'Power returns'" in said
    assert "--distinct-from" in said
    assert not (site / NEW).exists()

    assert run("new", "--source", site, *given, "--type", "shelling", "--distinct-from", "first") == 0
    assert capsys.readouterr().err == ""
    assert "relations:\n  distinct_from:\n    - first\n" in (site / NEW).read_text()


def test_a_file_that_is_there_is_never_written_over(site: Path, capsys: Captured) -> None:
    (site / NEW).parent.mkdir(parents=True, exist_ok=True)
    (site / NEW).write_text("titel: In the works\n")

    assert run("new", "--source", site, *NEEDED) == 0

    assert (site / NEW).read_text() == "titel: In the works\n"
    assert (site / NEW.replace("fall", "fall-2")).is_file()
    capsys.readouterr()


def test_the_schema_is_found_beside_the_content_or_where_the_site_is(site: Path, capsys: Captured) -> None:
    (site / "content/site.yaml").write_text(SITE + "url: https://example.org/t\n")
    run("new", "--source", site, *NEEDED)
    (site / "docs/schema").mkdir(parents=True)
    (site / "docs/schema/event.json").write_text("{}")
    run("new", "--source", site, *NEEDED, "--id", "second")

    published, beside = ((site / NEW).with_stem(stem) for stem in (Path(NEW).stem, "second"))
    head = "# yaml-language-server: $schema="
    assert published.read_text().startswith(f"{head}https://example.org/t/schema/event.json\n")
    where = beside.read_text().splitlines()[0].removeprefix(head)
    assert (beside.parent / where).resolve() == site / "docs/schema/event.json"
    capsys.readouterr()


def test_problems_are_shown_and_the_file_stays(site: Path, capsys: Captured) -> None:
    assert run("new", "--source", site, *NEEDED[:4], "--from", "https://github.com@evil.example/") == 1

    said = capsys.readouterr()
    assert "D303 url-userinfo" in said.err
    assert "written; check finds the above in it" in said.out
    assert (site / NEW).is_file()


def test_without_a_site_there_is_no_event(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", "--source", tmp_path, *NEEDED) == 2

    assert "D027 no-site" in capsys.readouterr().err


def test_on_a_terminal_it_asks_and_helps(
    site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = ("https://example.org/b", "A report", "AFP", "2022-01-06", "y", "")
    types(
        monkeypatch,
        *("Shells fall", "05/01/2022", "2022-01-05", "", "gren vilage", "1", "1"),
        *(*sources, "coalition", "Old crew", "n", "", "Two shells fell.", "sure", "", "unsure", "", "y"),
    )

    assert run("new", "--source", site) == 0

    said = capsys.readouterr()
    assert "write 2022-01-05 or 2022-05-01" in said.err
    assert "1  green-village (Green Village)" in said.err
    assert "It may be there already: first" in said.err
    assert (site / NEW).read_text() == (
        "title: Shells fall\ndate: 2022-01-05\nsources:\n  - afp-2022-01-06\nplace: green-village\n"
        "actors:\n  - coalition\n  - Old crew\ntype: shelling\nsummary: Two shells fell.\n"
    )
    assert "afp-2022-01-06" in (site / "content/sources.yaml").read_text()
    assert not check(site).has_errors


@pytest.mark.parametrize(("last", "code"), [(("no",), 1), (("yes", "", "n"), 130)])
def test_on_a_terminal_nothing_is_written_without_consent(
    site: Path, last: tuple[str, ...], code: int, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, "", "", "", "", *last)
    given = (*NEEDED, "--place", "green-village", "--type", "shelling")

    assert run("new", "--source", site, *given) == code

    assert not (site / NEW).exists()
    capsys.readouterr()


def test_nothing_typed_gives_a_command_to_a_terminal_or_a_workflow(site: Path, capsys: Captured) -> None:
    run("new", "--source", site, *NEEDED, "--place", "::error::\x1b[31m", "--type", "\n::add-mask::e")
    run("new", "--source", site, "--title", "::error::x", *NEEDED[2:], "--tag", "\x1b[31m")

    said = capsys.readouterr()
    assert "\x1b" not in said.err + said.out
    assert not any(line.startswith("::") for line in (said.err + said.out).splitlines())


def test_a_name_stays_however_close_where_somebody_is_sure(site: Path, capsys: Captured) -> None:
    given = ("new", "--source", site, *NEEDED, "--place", "Green Villagers")
    assert run(*given) == 2
    assert "--as-typed takes the name as it is" in capsys.readouterr().err.replace("\n", " ")

    assert run(*given, "--as-typed") == 0
    assert "place: Green Villagers\n" in (site / NEW).read_text()
    assert run("new", "--source", site, *NEEDED, "--type", "sheling", "--as-typed", "--yes") == 2
    assert "--as-typed" not in capsys.readouterr().err
