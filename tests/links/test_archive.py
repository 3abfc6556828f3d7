"""A copy that the archive made is named with its day; what it did not make is told with the reason."""

from dateline.links.answers import Answer, Silence
from dateline.links.archive import PAUSE, Saved, save
from dateline.links.cited import Address
from dateline.links.safety import Refused

ONE = Address("https://example.org/a", "https://example.org/a", ("wire",), archived=False)
TWO = Address("https://example.org/b", "https://example.org/b", ("wire",), archived=False)
COPY = "/web/20261123120000/https://example.org/a"


def test_the_address_and_the_day_of_a_copy_are_found() -> None:
    answers = iter([Answer(302, f"https://web.archive.org{COPY}"), Answer(200, "", COPY)])
    expected = Saved(ONE, f"https://web.archive.org{COPY}", "2026-11-23")

    assert list(save([ONE, ONE], lambda _: next(answers), lambda _: None)) == [expected, expected]


def test_the_archive_is_asked_for_one_at_a_time_with_a_pause_between() -> None:
    asked: list[object] = []

    def ask(href: str) -> Answer:
        asked.append(href)
        return Answer(429)

    found = list(save([ONE, TWO], ask, asked.append))

    assert asked == [
        f"https://web.archive.org/save/{ONE.href}",
        PAUSE,
        f"https://web.archive.org/save/{TWO.href}",
    ]
    assert [one.why for one in found] == ["the archive named no copy (HTTP 429)"] * 2


def test_a_copy_elsewhere_is_none() -> None:
    def refuse(_: str) -> Answer:
        raise Refused("x")

    elsewhere = Answer(302, f"https://archive.example{COPY}")
    assert next(save([ONE], lambda _: elsewhere, lambda _: None)).copy == ""
    assert next(save([ONE], lambda _: Silence("y"), lambda _: None)).why == "y"
    assert next(save([ONE], refuse, lambda _: None)).why == "x"
