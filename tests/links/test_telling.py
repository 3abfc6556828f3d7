"""The report says what needs somebody's eye; nothing in it can be more than text."""

import json

from dateline.links.answers import Look, Verdict
from dateline.links.archive import Saved
from dateline.links.cited import Address
from dateline.links.telling import MOST_SHOWN, as_json, as_markdown, as_text, of_copies

HOSTILE = "https://example.org/`@x`\u202e::error::[a](b)"
ADDRESSES = [
    Address("https://example.org/a", "", ("wire",), archived=True),
    Address(HOSTILE, "", ("fire", "smoke"), archived=False),
    Address("https://example.org/c", "", ("wire",), archived=False),
]
LOOKS = {
    ADDRESSES[0].text: Look(Verdict.MOVED, "https://example.org/new"),
    HOSTILE: Look(Verdict.GONE, why="HTTP 404"),
    ADDRESSES[2].text: Look(Verdict.ANSWERS),
}


def test_a_terminal_shows_each_kind_with_where_it_is_cited() -> None:
    text = as_text(ADDRESSES, LOOKS)

    assert text.startswith("Gone:\n  https://example.org/`@x`")
    assert "\u202e" not in text
    assert "    in fire, smoke, NO archived copy\n" in text
    assert "\n    now at https://example.org/new\n    in wire, archived copy\n" in text
    assert text.endswith(
        "\n3 asked: 1 answer, 1 gone, 0 did not answer, 1 moved, 0 let no program in, 0 not asked\n"
    )
    assert "https://example.org/c" not in text


def test_an_issue_shows_addresses_as_code_that_nothing_in_them_ends() -> None:
    text = as_markdown(ADDRESSES, LOOKS, "2026-11-23")
    line = next(line for line in text.splitlines() if "@x" in line)

    assert line.count("`") % 2 == 0
    assert "@x" in line.split("`")[1]
    assert "**no archived copy**" in line
    assert text.startswith("Looked at on 2026-11-23. 3 asked")


def test_a_long_report_says_how_much_it_leaves_out() -> None:
    many = [Address(f"https://example.org/{n}", "", ("w",), archived=True) for n in range(MOST_SHOWN + 5)]

    assert "- and 5 more\n" in as_markdown(
        many, dict.fromkeys([one.text for one in many], Look(Verdict.GONE)), ""
    )


def test_a_report_never_outgrows_an_issue() -> None:
    many = [Address(f"https://example.org/{n:01500}", "", ("w",), archived=True) for n in range(90)]
    text = as_markdown(many, dict.fromkeys([one.text for one in many], Look(Verdict.GONE)), "")

    assert len(text) < 65_000
    assert text.endswith("`w`; archived copy\n\nThe list goes on; `dateline links` tells all of it.\n")


def test_data_has_everything() -> None:
    found = json.loads(as_json(ADDRESSES, LOOKS, "2026-11-23"))

    assert found["checked"] == "2026-11-23"
    assert [one["state"] for one in found["links"]] == ["moved", "gone", "answers"]
    assert found["links"][1]["in"] == ["fire", "smoke"]


def test_a_copy_is_told_as_it_is_to_be_written() -> None:
    copies = [
        Saved(ADDRESSES[0], "https://web.archive.org/web/x", "2026-11-23"),
        Saved(ADDRESSES[1], why="no"),
    ]

    written, failed = of_copies(copies)
    assert written == ("wire: write\n  archive_url: https://web.archive.org/web/x\n  archived: 2026-11-23\n")
    assert failed.endswith(": no\n")
