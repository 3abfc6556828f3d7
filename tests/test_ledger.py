"""The ledger of addresses: what was published once is there for ever, and stands for the same event."""

from pathlib import Path

import pytest

from dateline.checking import check
from dateline.ledger import NAME, Address, parse, published, renewed, written
from dateline.pipeline import build
from tests.rules.small import timeline_of
from tests.samples import EVENT, problems_of, run, site_of

WITHDRAWN = f"{EVENT}status: withdrawn\nwithdrawn_reason: It was a drill.\n"


def names(folder: Path, events: dict[str, str], ledger: str) -> list[tuple[str, str, int]]:
    """The codes, files and lines of what is wrong with a site of these events and this ledger."""
    (folder / NAME).write_text(ledger)
    found = problems_of(folder, {f"events/{ident}.yaml": text for ident, text in events.items()})
    return [(one.code.name, one.path, one.line) for one in found]


def test_every_page_that_an_event_has_or_leaves_is_an_address() -> None:
    timeline = timeline_of(
        {
            "now": {"former_ids": ["before"], "relations": {"replaces": "part"}},
            "part": {"status": "withdrawn"},
            "drill": {"status": "withdrawn"},
            "lost": {"relations": {"replaced_by": "nowhere"}},
        }
    )

    assert published(timeline) == {
        "now": Address(first="before"),
        "before": Address("now"),
        "part": Address("now"),
        "drill": Address(withdrawn=True),
        "lost": Address(),
    }


def test_a_ledger_reads_what_it_writes() -> None:
    addresses = {
        "b": Address("a"),
        "a": Address(first="b"),
        "c": Address(withdrawn=True),
        "d": Address(withdrawn=True, first="e"),
    }

    text = written(addresses)
    assert text.splitlines()[2:] == ["a was b", "b -> a", "c withdrawn", "d withdrawn was e"]
    assert parse(text).addresses == addresses
    assert parse(text).lines == {"a": 3, "b": 4, "c": 5, "d": 6}


def test_lines_of_two_branches_may_stand_together() -> None:
    ledger = parse("b\na\nb -> a\n\nb\n")

    assert ledger.addresses == {"b": Address("a"), "a": Address()}
    assert not ledger.faults


@pytest.mark.parametrize(
    "line",
    [
        "a b",
        "a -> ",
        "A",
        "a withdrawn -> b",
        "a -> b was c",
        "a was ../c",
        "a was",
        "../a",
        "::error::x",
        "<<<<<<< x",
    ],
)
def test_a_line_that_is_none_is_a_problem_with_its_number(tmp_path: Path, line: str) -> None:
    assert names(tmp_path, {"a": EVENT}, f"# addresses\na\n{line}\n") == [("ledger-line", NAME, 3)]


def test_an_address_that_has_no_page_any_more_is_a_problem(tmp_path: Path) -> None:
    assert names(tmp_path, {"a": EVENT}, "a\n2022-01-05-fire\n") == [("dead-address", NAME, 2)]


def test_what_the_hint_says_brings_the_address_back(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("2022-01-05-fire\n")
    (found,) = problems_of(tmp_path, {"events/2022-01-04-fire.yaml": EVENT})
    assert "if the event is '2022-01-04-fire' now, add former_ids: [2022-01-05-fire] to it" in found.hint

    for mended in (
        {"events/2022-01-04-fire.yaml": f"{EVENT}former_ids: [2022-01-05-fire]\n"},
        {"events/2022-01-04-fire.yaml": f"{EVENT}relations:\n  replaces: 2022-01-05-fire\n"},
        {"events/2022-01-04-fire.yaml": EVENT, "events/2022-01-05-fire.yaml": WITHDRAWN},
    ):
        assert problems_of(tmp_path, mended) == ()


def test_a_published_event_that_becomes_a_draft_has_lost_its_address(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("a\n")
    (found,) = problems_of(tmp_path, {"events/a.yaml": f"{EVENT}status: draft\n"})

    assert found.code.name == "dead-address"
    assert "is a draft or under embargo now" in found.message


def test_of_an_event_with_an_error_only_the_error_is_told(tmp_path: Path) -> None:
    assert names(tmp_path, {"a": "title: Power returns\n"}, "a\n") == [
        ("missing-key", "content/events/a.yaml", 1),
        ("missing-key", "content/events/a.yaml", 1),
    ]


def test_an_id_that_was_given_up_is_not_used_again(tmp_path: Path) -> None:
    both = {"old": EVENT, "new": EVENT}

    assert names(tmp_path, both, "new\nold -> new\n") == [("address-reuse", "content/events/old.yaml", 1)]
    assert names(tmp_path, both, "new\nold\n") == []


def test_a_renaming_may_be_taken_back(tmp_path: Path) -> None:
    assert names(tmp_path, {"old": f"{EVENT}former_ids: [new]\n"}, "new\nold -> new\n") == []


@pytest.mark.parametrize(
    ("ledger", "former", "mended"),
    [
        ("now was first\nfirst -> now\n", "[second, first]", "[first, second]"),
        ("first\n", "[second, first]", "[first, second]"),
        ("now\n", "[first]", "[now, first]"),
        ("before was first\nfirst -> before\n", "[before, first]", "[first, before]"),
        ("gone was now\nnow -> gone\n", "[gone]", "[now, gone]"),
        ("now withdrawn was first\nfirst -> now\n", "[second, first]", "[first, second]"),
    ],
    ids=["its order", "a new id", "another is merged", "a second renaming", "taken back", "withdrawn before"],
)
def test_what_feeds_call_an_event_stays(tmp_path: Path, ledger: str, former: str, mended: str) -> None:
    (tmp_path / NAME).write_text(ledger)
    (found,) = problems_of(tmp_path, {"events/now.yaml": f"{EVENT}former_ids: {former}\n"})

    assert (found.code.name, found.path) == ("feed-name", "content/events/now.yaml")
    assert f"write former_ids: {mended};" in found.hint
    assert problems_of(tmp_path, {"events/now.yaml": f"{EVENT}former_ids: {mended}\n"}) == ()


def test_of_two_events_that_became_a_third_either_may_give_the_name(tmp_path: Path) -> None:
    for former in ("[a, b]", "[b, a]"):
        (tmp_path / NAME).write_text("a\nb\n")
        assert problems_of(tmp_path, {"events/now.yaml": f"{EVENT}former_ids: {former}\n"}) == ()


def test_the_ledger_keeps_a_name_that_the_content_has_lost() -> None:
    known = {"now": Address(first="first"), "first": Address("now")}
    timeline = timeline_of({"now": {"former_ids": ["second", "first"]}})

    assert renewed(known, timeline) == {**known, "second": Address("now")}


def test_nothing_leaves_the_ledger() -> None:
    known = {"gone": Address(), "old": Address("new"), "a": Address(), "other": Address(withdrawn=True)}
    timeline = timeline_of({"new": {"former_ids": ["a"]}, "old": {}, "other": {}})

    assert renewed(known, timeline) == {
        "gone": Address(),
        "old": Address("new"),  # it is used again, which `check` tells; the ledger does not forget
        "a": Address("new"),
        "other": Address(),
        "new": Address(first="a"),
    }


def test_a_ledger_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("b\n")
    (tmp_path / NAME).symlink_to(tmp_path / "elsewhere")

    (found,) = problems_of(tmp_path, {"events/a.yaml": EVENT})
    assert (found.code.name, found.path) == ("symlink", NAME)


def test_the_command_adds_and_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_of(tmp_path, {"events/a.yaml": EVENT, "events/b.yaml": WITHDRAWN})

    assert run("ledger", "--check", "--source", site) == 1
    assert not (site / NAME).exists()
    assert run("ledger", "--source", site) == 0
    assert (site / NAME).read_text().splitlines()[2:] == ["a", "b withdrawn"]
    assert run("ledger", "--check", "--source", site) == 0
    assert [path.name for path in site.iterdir() if path.name.startswith(".addresses")] == []
    assert "addresses.txt: 2 added, 0 changed, 2 in all." in capsys.readouterr().out


def test_a_ledger_with_a_fault_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(tmp_path, {"events/a.yaml": EVENT})
    (site / NAME).write_text("what is this\n")

    assert run("ledger", "--source", site) == 1
    assert (site / NAME).read_text() == "what is this\n"
    assert "D908 ledger-line" in capsys.readouterr().err


def test_a_check_sees_that_the_ledger_has_changed(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/a.yaml": EVENT})

    assert run("check", "--source", site) == 0
    assert run("check", "--source", site) == 0
    (site / NAME).write_text("a\nb\n")
    assert run("check", "--source", site) == 1
    (site / NAME).write_text("a\n")
    assert run("check", "--source", site) == 0


def test_from_one_build_to_the_next_no_address_dies(tmp_path: Path) -> None:
    site, output = site_of(tmp_path / "site", {}), tmp_path / "output"
    events = {f"events/{ident}.yaml": EVENT for ident in ("renamed", "merged", "withdrawn", "stays")}
    site_of(site, events)
    assert run("ledger", "--source", site) == 0
    build(site, output)
    before = {path.name for path in (output / "events").glob("*.html")}

    for ident in ("renamed", "merged", "withdrawn"):
        (site / f"content/events/{ident}.yaml").unlink()
    refused = build(site, output)
    assert refused.written is None
    assert {one.code.name for one in refused.problems} == {"dead-address"}
    assert {path.name for path in (output / "events").glob("*.html")} == before

    renamed = f"{EVENT}former_ids: [renamed]\n"
    stays = f"{EVENT}relations:\n  replaces: merged\n"
    site_of(
        site,
        {"events/new.yaml": renamed, "events/stays.yaml": stays, "events/withdrawn.yaml": WITHDRAWN},
    )
    assert build(site, output).written
    after = {path.name: path.read_text("utf-8") for path in (output / "events").glob("*.html")}
    assert after.keys() == before | {"new.html"}
    assert 'content="0; url=new.html"' in after["renamed.html"]
    assert 'content="0; url=stays.html"' in after["merged.html"]
    assert "It was a drill." in after["withdrawn.html"]
    assert run("ledger", "--source", site) == 0
    assert (site / NAME).read_text().splitlines()[2:] == [
        *("merged -> stays", "new was renamed", "renamed -> new", "stays", "withdrawn withdrawn"),
    ]


def test_the_ledger_of_this_repository_is_one(repository: Path) -> None:
    """An event that was added since is let off: a contributor need not know of the ledger."""
    known = parse((repository / NAME).read_text("utf-8"))

    assert known.addresses
    assert not known.faults
    assert not [one for one in check(repository).problems if one.code.name == "dead-address"]
