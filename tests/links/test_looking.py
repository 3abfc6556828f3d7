"""Many addresses are asked several at a time, those of one host one after the other."""

import threading
import time

import pytest

from dateline.links.answers import Answer, Look, Verdict
from dateline.links.cited import Address
from dateline.links.looking import AT_A_TIME, is_cut_off, looks

ADDRESSES = [
    Address(f"https://h{host}.example/{page}", f"https://h{host}.example/{page}", ("x",), archived=True)
    for page in range(3)
    for host in range(12)
]


def test_no_host_is_asked_twice_at_once_and_no_more_than_a_few_in_all() -> None:
    lock, now, most = threading.Lock(), list[str](), [0]

    def ask(href: str) -> Answer:
        host = href.split("/")[2]
        with lock:
            assert host not in now
            now.append(host)
            most[0] = max(most[0], len(now))
        time.sleep(0.002)
        with lock:
            now.remove(host)
        return Answer(200)

    told: list[int] = []
    found = looks(ADDRESSES, ask, lambda done, _: told.append(done))

    assert list(found) == [one.text for one in ADDRESSES]
    assert 1 < most[0] <= AT_A_TIME
    assert told[-1] == len(ADDRESSES)


def test_where_nobody_answers_it_is_we_who_are_cut_off() -> None:
    silent, gone, unasked = (Look(verdict) for verdict in (Verdict.SILENT, Verdict.GONE, Verdict.UNASKED))

    assert is_cut_off({"a": silent, "b": silent, "c": silent, "d": unasked})
    assert not is_cut_off({"a": silent, "b": silent, "c": gone})
    assert not is_cut_off({"a": silent, "b": silent})
    assert not is_cut_off(dict.fromkeys("abcd", unasked))


def test_a_fault_of_ours_is_not_taken_for_silence() -> None:
    def ask(_: str) -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        looks(ADDRESSES, ask)
