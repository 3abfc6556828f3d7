"""Whatever happens beside a build, other builds or people at work, its site is a right one or the old one."""

import shutil
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.places import Place, sources
from tests.samples import EVENT
from tests.torture import Tell, rounds


@pytest.fixture
def place(place: Place) -> Place:
    """A site that was built."""
    assert place.build().code == 0
    return place


@pytest.mark.torture
@pytest.mark.parametrize("where", ["one output", "an output each"])
def test_four_builds_at_once_end_in_right_sites(place: Place, figure: Tell, where: str) -> None:
    built, refused = 0, 0
    for _ in range(rounds(1, 50)):
        place.turn()
        outputs = [place.output] * 4
        if where != "one output":
            outputs = [place.output.with_name(f"out-{number}") for number in range(4)]
        running = [place.victims.begin(*place.arguments(output=one)) for one in outputs]
        all_ended = [one.wait() for one in running]
        for ended in all_ended:
            assert ended.code in (0, 2), ended
            assert "Traceback" not in ended.said
            assert ended.code == 0 or "another build is running" in ended.said
        built += sum(ended.code == 0 for ended in all_ended)
        refused += sum(ended.code == 2 for ended in all_ended)
        assert any(ended.code == 0 for ended in all_ended)
        if where != "one output":
            assert not refused
            for one in outputs:
                place.output = one
                assert place.published() == "new"
                shutil.rmtree(one)
            place.output = place.folder / "place/out"
            place.build()
        assert place.published() == "new"
        assert place.litter() == []
    found = f"{built} built, {refused} told of the other, else 0, litter 0"
    figure("R4", f"four builds at once, {where}", found)


def stir(source: Path, random: Random) -> None:
    """Do something to a file that somebody may do while a build runs."""
    names = ("events/e0.yaml", "events/new.yaml", "events/2022/deep.yaml", "media/x.png", "pages/about.md")
    path = source / random.choice([*(f"content/{name}" for name in names), "templates/page.html"])
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        match random.choice(["written", "cut", "a folder", "a link", "gone"]):
            case "written":
                path.write_text(EVENT)
            case "cut":
                path.write_text(EVENT[: random.randrange(len(EVENT))])
            case "a folder":
                path.mkdir()
            case "a link":
                path.symlink_to("/etc/hostname")


@pytest.mark.torture
def test_files_that_change_while_a_site_is_built_never_end_in_a_traceback(place: Place, figure: Tell) -> None:
    random, codes = Random(3), Counter[int]()  # noqa: S311  # no secret
    for _ in range(rounds(8, 300)):
        running = place.victims.begin(*place.arguments())
        over = threading.Event()

        def disturb(over: threading.Event = over) -> None:
            while not over.is_set():
                stir(place.source, random)
                time.sleep(0.001)

        other = threading.Thread(target=disturb)
        other.start()
        ended = running.wait()
        over.set()
        other.join()
        codes[ended.code] += 1
        assert ended.code in (0, 1, 2), ended
        assert "Traceback" not in ended.said
        assert "internal error" not in ended.said
        assert "No such file" not in ended.said
        assert place.litter() == []
        for folder in ("content/events", "content/media", "content/pages", "templates"):
            shutil.rmtree(place.source / folder, ignore_errors=True)
        place.turn()
        before = sources(place)
        assert place.build().code == 0
        assert place.published() == "new"
        assert sources(place) == before
    figure(
        "R4",
        "files written, cut, removed, made folders and links while a site is built",
        f"{codes.total()} builds: {codes[0]} built, {codes[1]} with problems, {codes[2]} to be run again; "
        "the next one always right",
    )


@pytest.mark.parametrize("what", ["the working directory", "the content"])
def test_a_folder_that_is_gone_is_told_in_words(place: Place, what: str) -> None:
    if what == "the content":
        shutil.rmtree(place.source / "content")
        ended = place.build()
        assert ended.code == 1, ended
        assert "there is no folder 'content' here" in ended.said
    else:
        gone = place.folder / "gone"
        gone.mkdir()
        ended = place.victims.run("build", gone=str(gone))
        assert ended.code == 2, ended
        assert "No such file or directory" in ended.said
    assert "Traceback" not in ended.said
    assert place.published() == "new"
