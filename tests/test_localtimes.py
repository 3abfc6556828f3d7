"""Times that are stated to the minute, and the days they belong to."""

import pytest

from dateline.dates.days import Day
from dateline.localtimes import LocalTime, local_times
from dateline.models import Event

FIRST, LAST = Day(2022, 1, 3), Day(2022, 1, 5)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"date": "2022-01-03", "time": "04:30"}, [LocalTime("time", FIRST, 270)]),
        ({"date": "2022-01-03~", "time": "~04:30"}, [LocalTime("time", FIRST, 270)]),
        (
            {"date": "2022-01-03", "time": "04:30/05:10"},
            [LocalTime("time", FIRST, 270), LocalTime("time", FIRST, 310)],
        ),
        (
            {"date": "2022-01-03/2022-01-05", "time": "23:30", "end_time": "00:30"},
            [LocalTime("time", FIRST, 1410), LocalTime("end_time", LAST, 30)],
        ),
        ({"date": "2022-01-03/..", "time": "04:30", "end_time": "05:10"}, [LocalTime("time", FIRST, 270)]),
        ({"date": "2022-01-03", "time": "morning"}, []),
        ({"date": "2022-01", "time": "04:30"}, []),
        ({"date": "2022-01-03"}, []),
    ],
)
def test_a_time_belongs_to_the_day_on_which_it_was(typed: dict[str, str], expected: list[LocalTime]) -> None:
    event = Event.model_validate({"title": "An event", "sources": ["https://example.org/"], **typed})

    assert list(local_times(event)) == expected


def test_a_time_is_shown_as_on_a_clock() -> None:
    assert LocalTime("time", Day(44, 3, 5), 65).text == "01:05 on 0044-03-05"
