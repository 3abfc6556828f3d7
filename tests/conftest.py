"""What every test may use: a settled environment, and the site that this repository's content makes."""

import gc
import os
import signal
from collections.abc import Generator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings

from tests.torture import LONG, Figure, Tell, keep, kept, merged

ROOT = Path(__file__).parent.parent
FIGURE = "figure"

# A slow machine is not a wrong program; in CI the same examples run each time.
settings.register_profile("dateline", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dateline")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays until the end: to look for garbage among it takes as long as to collect it."""
    gc.disable()
    came = yield
    gc.freeze()
    gc.enable()
    return came


def pytest_configure() -> None:
    """Hear Ctrl-C, and let what is started hear it, where a shell without job control has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, in all processes: each gets an equal part of the list, from its top."""
    count = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    parts: list[list[pytest.Item]] = [[] for _ in range(count)]
    weights = [0] * count
    for group in sorted(slow(items), key=weight, reverse=True):
        lightest = weights.index(min(weights))
        parts[lightest] += group
        weights[lightest] += weight(group)
    begun = {item for part in parts for item in part}
    quick = iter([item for item in items if item not in begun])
    for left, part in zip(range(count, 0, -1), parts, strict=True):
        rest = len(items) - sum(map(len, parts[: count - left]))
        part.extend(islice(quick, max(0, rest // left - len(part))))
    items[:] = [*(item for part in parts for item in part), *quick]


def slow(items: list[pytest.Item]) -> list[list[pytest.Item]]:
    """Each long test, and the tests of each file that opens Chromium, which share a site and a browser."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        if item.path.parent.name == "browser" and not item.get_closest_marker("long"):
            files.setdefault(item.path, []).append(item)
    return [*([item] for item in items if item.get_closest_marker("long")), *files.values()]


def weight(group: list[pytest.Item]) -> int:
    """About how many seconds the tests take."""
    return 60 if group[0].get_closest_marker("long") else 2 * len(group)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Tell:
    """Say what a test found, as a row of the table of figures: promise, what was tried, what came of it."""

    def said(promise: str, tried: str, found: str) -> None:
        request.node.user_properties.append((FIGURE, (promise, tried, found)))

    return said


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After a long run, print the figures and keep them."""
    reports = [report for report in terminalreporter.getreports("passed") if report.when == "call"]
    found = [Figure(*said) for report in reports for name, said in report.user_properties if name == FIGURE]
    if not LONG or not found:
        return
    terminalreporter.section("figures")
    for row in sorted(found):
        terminalreporter.write_line(f"{row.promise}: {row.tried}: {row.found}")
    keep(merged(kept(), found))


@pytest.fixture(autouse=True)
def _same_environment_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test changes its mind because it runs on GitHub, in colour or with a fixed clock."""
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout, which is a site of its own."""
    return ROOT


@pytest.fixture(scope="session")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the repository's content, once per worker; only to be read."""
    from dateline.pipeline import build

    output = tmp_path_factory.mktemp("repository") / "site"
    build(repository, output)
    return output
