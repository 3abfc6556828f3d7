"""Where whole commands run, and the site that they work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import Place
from tests.victims import Victims, victims


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    """Where whole commands run."""
    with victims(tmp_path_factory.mktemp("victims")) as server:
        yield server


@pytest.fixture
def place(tmp_path: Path, others: Victims) -> Place:
    """A site that is not built yet."""
    return Place(tmp_path, others)
