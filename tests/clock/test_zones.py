"""Local times in their zones: offsets, gaps, folds."""

import pytest

from dateline.clock import ClockError
from dateline.clock.zones import day_exists, moment, time_zone, zone_names
from dateline.dates.days import Day


def refused(day: Day, minute: int, zone: str) -> ClockError:
    with pytest.raises(ClockError) as caught:
        moment(day, minute, zone)
    return caught.value


def test_a_moment_is_said_locally_in_utc_and_with_its_zone() -> None:
    found = moment(Day(2022, 1, 5), 270, "Asia/Damascus")

    assert found.local == "2022-01-05T04:30:00+02:00"
    assert found.utc == "2022-01-05T02:30:00Z"
    assert found.rfc9557 == "2022-01-05T04:30:00+02:00[Asia/Damascus]"
    assert not found.ambiguous


def test_the_zone_may_move_the_day_in_utc_but_never_the_local_day() -> None:
    baghdad = moment(Day(2020, 1, 3), 60, "Asia/Baghdad")
    new_york = moment(Day(2020, 1, 2), 23 * 60 + 30, "America/New_York")

    assert (baghdad.day, baghdad.utc) == (Day(2020, 1, 3), "2020-01-02T22:00:00Z")
    assert (new_york.day, new_york.utc) == (Day(2020, 1, 2), "2020-01-03T04:30:00Z")
    assert moment(Day(2020, 1, 2), 17 * 60, "America/New_York").instant == baghdad.instant


def test_the_rules_of_a_zone_change() -> None:
    assert moment(Day(2022, 1, 5), 0, "Asia/Damascus").local.endswith("+02:00")
    assert moment(Day(2023, 1, 5), 0, "Asia/Damascus").local.endswith("+03:00")


@pytest.mark.parametrize(
    ("day", "minute", "zone", "later"),
    [
        (Day(2022, 3, 13), 150, "America/New_York", "2022-03-13 03:30"),
        (Day(2022, 3, 25), 30, "Asia/Damascus", "2022-03-25 01:30"),
        (Day(2022, 3, 22), 30, "Asia/Tehran", "2022-03-22 01:30"),
        (Day(2011, 12, 30), 720, "Pacific/Apia", "2011-12-31 12:00"),
    ],
)
def test_a_time_that_the_clocks_skipped_is_refused(day: Day, minute: int, zone: str, later: str) -> None:
    error = refused(day, minute, zone)

    assert error.name == "time-gap"
    assert later in error.hint


def test_a_day_may_be_missing_whole_or_only_begin_late() -> None:
    assert not day_exists(Day(2011, 12, 30), "Pacific/Apia")
    assert day_exists(Day(2011, 12, 31), "Pacific/Apia")
    assert day_exists(Day(2022, 3, 25), "Asia/Damascus")
    assert day_exists(Day(-43, 3, 15), "Europe/Rome")


@pytest.mark.parametrize(
    ("day", "minute", "zone", "offsets"),
    [
        (Day(2021, 10, 28), 23 * 60 + 30, "Asia/Damascus", ("+03:00", "+02:00")),
        (Day(2021, 11, 7), 90, "America/New_York", ("-04:00", "-05:00")),
    ],
)
def test_a_time_that_came_twice_is_flagged_and_told_apart_by_fold(
    day: Day, minute: int, zone: str, offsets: tuple[str, str]
) -> None:
    first, second = moment(day, minute, zone), moment(day, minute, zone, 1)

    assert first.ambiguous
    assert second.ambiguous
    assert (first.local[-6:], second.local[-6:]) == offsets
    assert second.instant - first.instant == 3600


def test_fold_changes_nothing_where_the_time_came_once() -> None:
    assert moment(Day(2022, 1, 5), 270, "Asia/Damascus", 1) == moment(Day(2022, 1, 5), 270, "Asia/Damascus")


def test_offsets_of_old_zones_keep_their_seconds() -> None:
    found = moment(Day(1900, 1, 1), 0, "Asia/Baghdad")

    assert found.local == "1900-01-01T00:00:00+02:57:36"
    assert found.utc == "1899-12-31T21:02:24Z"
    assert found.rfc9557 == "1899-12-31T21:02:24Z[Asia/Baghdad]"


def test_a_duration_is_right_over_a_change_of_clocks() -> None:
    start = moment(Day(2021, 11, 6), 23 * 60 + 30, "America/New_York")
    end = moment(Day(2021, 11, 7), 2 * 60 + 30, "America/New_York")

    assert end.instant - start.instant == 4 * 3600


@pytest.mark.parametrize("day", [Day(0, 1, 1), Day(-43, 3, 15), Day(1, 1, 1), Day(12345, 1, 1)])
def test_outside_the_years_1_to_9999_there_is_no_moment(day: Day) -> None:
    assert "year from 1 to 9999" in refused(day, 0, "Asia/Baghdad").message


@pytest.mark.parametrize("minute", [-1, 1440, 10**12])
def test_a_minute_that_is_on_no_clock_is_refused(minute: int) -> None:
    assert refused(Day(2022, 1, 5), minute, "UTC").name == "bad-time"


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Asia/Damascas", "did you mean Asia/Damascus?"),
        ("asia/damascus", "did you mean Asia/Damascus?"),
        ("Damascus", "did you mean Asia/Damascus?"),
        ("+02:00", "write the zone of a place"),
        ("GMT+2", "write the zone of a place"),
        ("../../etc/passwd", "write its IANA name"),
        ("", "write its IANA name"),
    ],
)
def test_an_unknown_zone_is_refused_with_the_close_match(zone: str, hint: str) -> None:
    error = refused(Day(2022, 1, 5), 0, zone)

    assert error.name == "bad-zone"
    assert error.hint.startswith(hint)


def test_every_zone_that_is_listed_can_be_read() -> None:
    assert {"Asia/Damascus", "Asia/Calcutta", "UTC"} < zone_names()
    for name in zone_names():
        assert time_zone(name).key == name


def test_the_files_of_the_machine_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneinfo.TZPATH", ("/nowhere",))
    time_zone.cache_clear()

    assert moment(Day(2022, 1, 5), 0, "Asia/Damascus").utc == "2022-01-04T22:00:00Z"
