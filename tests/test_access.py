"""The page on accessibility claims what tests check, no more and no less."""

from dateline.access import BY_KEY, CHECKS
from tests.access import proved


def test_a_test_stands_behind_every_claim() -> None:
    assert set(BY_KEY) == set(proved())


def test_no_claim_stands_twice() -> None:
    assert len(BY_KEY) == len(CHECKS) == len({check.says for check in CHECKS})
