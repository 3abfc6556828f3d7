import errno
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dateline.output import Measure, Output
from dateline.workers import FEWEST
from dateline.write import WriteError, publish, rendering
from dateline.write.rendering import LIKE_A_PAGE, ON_A_PAGE

TEXTS = {f"{number % 3}/{number}.html": f"text {number}" for number in range(20)}


def outputs(texts: dict[str, str] = TEXTS) -> list[Output]:
    return [Output(path, text, lambda text=text: text.encode()) for path, text in texts.items()]


class Apart:
    """Workers like processes: what comes back was pickled, and nobody is at work after the end."""

    def __init__(self) -> None:
        self.shared: list[object] = []
        self.results: list[object] = []
        self.at_work = False
        self.running: Iterator[Any] = iter(())
        self.fewest = 0
        self.looks: list[int] | None = None

    def each(
        self,
        work: Callable[[Any, Any], Any],
        shared: Any,
        items: Sequence[Any],
        fewest: int = FEWEST,
        *,
        looks: Callable[[Any], int] | None = None,
    ) -> Iterator[Any]:
        self.fewest = fewest
        self.looks = [looks(item) for item in items] if looks else None
        self.running = self._each(work, shared, items)  # held on to: it ends when it is closed, not before
        return self.running

    def _each(self, work: Callable[[Any, Any], Any], shared: Any, items: Sequence[Any]) -> Iterator[Any]:
        assert work is pickle.loads(pickle.dumps(work))  # noqa: S301  our own
        assert items == pickle.loads(pickle.dumps(items))  # noqa: S301  our own
        self.shared.append(shared)
        self.at_work = True
        try:
            for item in items:
                self.results.append(pickle.loads(pickle.dumps(work(shared, item))))  # noqa: S301  our own
                yield self.results[-1]
        finally:
            self.at_work = False


def test_workers_write_the_site_that_is_written_without_them(tmp_path: Path) -> None:
    alone = publish(outputs(), tmp_path / "alone")
    together = publish(outputs(), tmp_path / "together", workers=Apart())

    assert alone.changed == together.changed
    assert contents(tmp_path / "alone") == contents(tmp_path / "together")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_workers_get_what_is_stale_once_and_give_back_no_bytes(tmp_path: Path) -> None:
    workers = Apart()
    publish(outputs(), tmp_path / "site")
    publish(
        outputs(TEXTS | {"0/0.html": "x" * 100_000, "new.html": "new"}), tmp_path / "site", workers=workers
    )

    assert len(workers.shared) == 1
    assert len(workers.results) == 2
    assert len(pickle.dumps(workers.results)) < 2000


def test_nobody_works_where_nothing_is_stale(tmp_path: Path) -> None:
    workers = Apart()
    publish(outputs(), tmp_path / "site")
    publish(outputs(), tmp_path / "site", workers=workers)

    assert not workers.shared


def test_progress_is_told_for_each_output(tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    publish(outputs(), tmp_path / "site", told=lambda done, total: said.append((done, total)))

    assert said == [(done, 20) for done in range(1, 21)]


def raising() -> bytes:
    raise FileNotFoundError(errno.ENOENT, "what an output raises")


def test_what_an_output_raises_in_a_worker_is_passed_on(tmp_path: Path) -> None:
    workers = Apart()
    publish(outputs(), tmp_path / "site")
    before = contents(tmp_path)

    with pytest.raises(FileNotFoundError, match="what an output raises"):
        publish(
            [*outputs({"a.html": "a"}), Output("b.html", "b", raising)], tmp_path / "site", workers=workers
        )
    assert contents(tmp_path) == before
    assert ["site"] == [path.name for path in tmp_path.iterdir()]
    assert not workers.at_work


def test_what_the_system_refuses_a_worker_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = Apart()
    write = os.write

    def full(file: int, data: memoryview) -> int:
        if bytes(data) == b"text 9":
            assert workers.at_work
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data)

    monkeypatch.setattr(os, "write", full)

    with pytest.raises(
        WriteError, match=r"No space left on device \(needs at least 1 kB, .* free\); the site"
    ):
        publish(outputs(), tmp_path / "site", workers=workers)
    assert not list(tmp_path.iterdir())
    assert not workers.at_work


class Forked:
    """Two processes that have what is shared from the moment of their birth."""

    def each(
        self,
        work: Callable[[Any, Any], Any],
        shared: Any,
        items: Sequence[Any],
        fewest: int = 1,  # noqa: ARG002  # it never works here
        *,
        looks: object = None,  # noqa: ARG002  # nor with less than all
    ) -> Iterator[Any]:
        inherited.update(work=work, shared=shared)
        with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
            try:
                yield from pool.map(for_one, items, chunksize=4)
            finally:
                pool.shutdown(cancel_futures=True)


inherited: dict[str, Any] = {}


def for_one(item: object) -> object:
    return inherited["work"](inherited["shared"], item)


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_processes_write_the_site_that_is_written_without_them(tmp_path: Path) -> None:
    here = os.getpid()
    elsewhere = Output("who.html", "who", lambda: b"here" if os.getpid() == here else b"elsewhere")
    publish([*outputs(), elsewhere], tmp_path / "together", workers=Forked())
    publish(outputs(), tmp_path / "alone")
    together = contents(tmp_path / "together")

    assert together["who.html"] == b"elsewhere"
    assert contents(tmp_path / "alone").keys() | {"who.html"} == together.keys()
    assert all(together[path] == text.encode() for path, text in TEXTS.items())


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_process_that_cannot_write_says_which_file(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def in_the_way() -> bytes:
        (tmp_path / ".site.tmp/spare/b.html").write_text("in the way")
        return b"a"

    with pytest.raises(
        WriteError, match=r"cannot publish: File exists: '.*/spare/b\.html'; the site was not"
    ):
        publish([Output("a.html", "a", in_the_way), *outputs({"b.html": "b"})], site, workers=Forked())
    assert not list(tmp_path.iterdir())


def said(measures: Mapping[str, Measure]) -> bytes:
    """What an output says of others."""
    return "".join(f"{path} {one.size} {one.sha256}\n" for path, one in sorted(measures.items())).encode()


@pytest.mark.parametrize("workers", [None, Apart()], ids=["here", "apart"])
def test_an_output_states_the_measures_of_others_whether_they_are_new_or_not(
    workers: Apart | None, tmp_path: Path
) -> None:
    """`a` comes first in the alphabet and is made last; `none` is not there."""
    for texts in ({"kept": "1", "other": "22"}, {"kept": "1", "other": "333"}, {"kept": "1", "other": "4"}):
        stating = Output("a", f"says {texts}", said, measures=("kept", "none", "other"))
        publish([stating, *outputs({**TEXTS, **texts})], tmp_path / "site", workers=workers)
        sums = {path: Measure(len(text), sha256(text.encode()).hexdigest()) for path, text in texts.items()}

        assert (tmp_path / "site" / "a").read_bytes() == said(sums)


def test_few_outputs_that_are_much_work_are_worth_workers(tmp_path: Path) -> None:
    workers = Apart()
    readied: list[str] = []

    def ready(given: Iterable[Output]) -> None:
        readied.extend(one.path for one in given)

    publish(outputs(), tmp_path / "pages", workers=workers, ready=ready)
    assert (workers.fewest, workers.looks, readied) == (FEWEST, None, [])

    events = FEWEST * LIKE_A_PAGE
    publish([one.over(events // 20) for one in outputs()], tmp_path / "much", workers=workers, ready=ready)
    assert (workers.fewest, workers.looks, sorted(readied)) == (1, None, sorted(TEXTS))


def test_in_a_vast_archive_outputs_of_no_one_period_are_made_first_and_here(tmp_path: Path) -> None:
    workers = Apart()
    at_work: dict[str, bool] = {}

    def made(path: str) -> bytes:
        at_work[path] = workers.at_work
        return b""

    plan = [Output(path, "", made, (path,)) for path in ("2014/05.html", "a/7.html", "b/2013.csv", "c.csv")]
    publish(plan, tmp_path / "site", workers=workers, is_vast=True)
    assert list(at_work) == ["a/7.html", "c.csv", "b/2013.csv", "2014/05.html"]
    assert list(at_work.values()) == [False, False, True, True]

    publish(plan, tmp_path / "again", workers=workers)
    assert all(at_work.values())


def test_of_very_many_outputs_workers_learn_how_much_each_looks_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "MANY", len(TEXTS) + 1)
    workers = Apart()
    publish([*outputs(), Output("z.csv", "", bytes).over(70)], tmp_path / "site", workers=workers)

    assert workers.looks == [*[ON_A_PAGE] * len(TEXTS), ON_A_PAGE + 70]


def test_outputs_of_one_period_are_made_one_after_the_other(tmp_path: Path) -> None:
    made: list[str] = []
    paths = ["2014/05.html", "actors/actor-7/2014.html", "actors/actor-9.html", "events/2013-12-31-a.html"]

    def note(path: str) -> bytes:
        made.append(path)
        return b""

    publish([Output(path, "", note, (path,)) for path in paths], tmp_path / "site")

    assert made == [paths[2], paths[3], paths[1], paths[0]]
