"""What came back is read with care: a redirect for good is a move, a closed door is not a death."""

import pytest

from dateline.links.answers import MOST_HOPS, Answer, Ask, Look, Silence, Verdict, look
from dateline.links.safety import Refused

HERE = "https://example.org/a"


def web(pages: dict[str, Answer | Silence]) -> Ask:
    """A web of a few pages; any other address is refused."""

    def ask(href: str) -> Answer | Silence:
        if href not in pages:
            raise Refused(f"{href} is not public")
        return pages[href]

    return ask


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        *((200, "answers"), (206, "answers"), (404, "gone"), (410, "gone"), (403, "kept_out")),
        *((429, "kept_out"), (500, "silent"), (503, "silent"), (400, "silent"), (304, "silent")),
        (302, "silent"),
    ],
)
def test_a_status_says_how_it_is(status: int, verdict: str) -> None:
    assert look(HERE, web({HERE: Answer(status)})).verdict == verdict


@pytest.mark.parametrize(
    ("status", "to", "expected"),
    [
        (301, "https://example.org/b", Look(Verdict.MOVED, "https://example.org/b")),
        (308, "/b", Look(Verdict.MOVED, "https://example.org/b")),
        (302, "/b", Look(Verdict.ANSWERS)),
        (307, "/b", Look(Verdict.ANSWERS)),
        (301, "https://www.example.org/a/", Look(Verdict.ANSWERS)),
    ],
)
def test_only_what_leads_elsewhere_for_good_has_moved(status: int, to: str, expected: Look) -> None:
    there = Answer(200)
    pages = dict.fromkeys([to, "https://example.org/b"], there)

    assert look(HERE, web({HERE: Answer(status, to), **pages})) == expected


def test_a_move_ends_where_leading_on_is_for_a_while() -> None:
    b, c = "https://example.org/b", "https://example.org/c"

    assert look(HERE, web({HERE: Answer(301, b), b: Answer(302, c), c: Answer(200)})) == Look(
        Verdict.MOVED, b
    )


def test_where_it_leads_is_read_to_the_end() -> None:
    b = "https://example.org/b"

    assert look(HERE, web({HERE: Answer(301, b), b: Answer(404)})) == Look(Verdict.GONE, why="HTTP 404")
    assert look(HERE, web({HERE: Answer(301, b), b: Silence("x")})) == Look(Verdict.SILENT, why="x")


def test_each_hop_is_checked_and_there_are_at_most_five() -> None:
    inner = "http://intranet.example/admin"
    asked = []

    def ask(href: str) -> Answer:
        asked.append(href)
        return Answer(302, f"{href}a")

    assert look(HERE, web({HERE: Answer(302, inner)})).why == f"it leads on, but {inner} is not public"
    assert look(HERE, ask).verdict is Verdict.SILENT
    assert len(asked) == MOST_HOPS + 1


@pytest.mark.parametrize("location", ["javascript:alert(1)", "http://[", "//user@example.org/", "a\\b"])
def test_leading_to_what_is_no_address_is_no_answer(location: str) -> None:
    assert look(HERE, web({HERE: Answer(301, location)})).why == "it leads to what is no address"


def test_an_address_that_may_not_be_asked_is_said_to_be_so() -> None:
    assert look(HERE, web({})) == Look(Verdict.UNASKED, why=f"{HERE} is not public")
