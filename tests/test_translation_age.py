"""A translation is called older only where that is sure, and current only where that is sure."""

from typing import Any

import pytest

from dateline.models import Event, Translation
from dateline.translation_age import Age, age


def event(*days: str) -> Event:
    corrections: list[dict[str, Any]] = [
        {"date": day, "type": "correction", "text": "A word."} for day in days
    ]
    return Event.model_validate(
        {"title": "A", "date": "2022-01-05", "sources": ["s"], "corrections": corrections}
    )


@pytest.mark.parametrize(
    ("corrected", "updated", "expected"),
    [
        ((), None, Age.CURRENT),
        ((), "2022-01-06", Age.CURRENT),
        (("2022-01-07",), None, Age.UNSURE),
        (("2022-01-07",), "2022-01-06", Age.OLDER),
        (("2022-01-07",), "2022-01-07", Age.CURRENT),
        (("2022-01-07",), "2022-01-08", Age.CURRENT),
        (("2022-01-05", "2022-01-07"), "2022-01-06", Age.OLDER),
        (("2022-01",), "2022-01-06", Age.UNSURE),
        (("2022-02",), "2022-01-06", Age.OLDER),
        (("2022-01-07",), "2022-01", Age.UNSURE),
        (("2022-01-07/..",), "2022-01-08", Age.UNSURE),
        (("/2022-01-07",), "2022-01-06", Age.UNSURE),
    ],
)
def test_a_vague_date_leaves_it_open(corrected: tuple[str, ...], updated: str | None, expected: Age) -> None:
    assert age(event(*corrected), Translation.model_validate({"title": "B", "updated": updated})) is expected
