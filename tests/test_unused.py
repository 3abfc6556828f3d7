"""Memory that was let go of goes back to the system, where its library can be asked."""

import ctypes

import pytest

from dateline.unused import give_back
from tests.test_workers import said

HELD = """
from pathlib import Path
from dateline.unused import give_back

def held() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))

many = [bytes(10_000) for _ in range(10_000)]  # too large for Python's own allocator
many, left = [], many[::100]
before = held()
give_back()
print(before - held() > 50_000)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="the library cannot be asked")
def test_what_lies_between_pieces_in_use_is_given_back() -> None:
    assert said(HELD) == ["True"]


def test_where_the_library_cannot_be_asked_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: None) -> None:
        raise OSError

    for library in (lambda _: object(), nowhere):
        monkeypatch.setattr(ctypes, "CDLL", library)
        give_back()
