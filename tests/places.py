"""A site with two states, to be built by commands that are killed, starved and disturbed."""

import shutil
from pathlib import Path
from random import Random
from typing import Any

from tests.archive import but_for_the_index
from tests.samples import EVENT, site_of
from tests.victims import Ended, Victims, names

EVENTS = 2
WORDS = ("Power", "Water")


class Place:
    """A site in `folder` with two states, old and new, that every event, page and list differs in."""

    def __init__(self, folder: Path, others: Victims) -> None:
        self.victims = others
        self.folder, self.source, self.output = folder, folder / "site", folder / "place/out"
        self.output.parent.mkdir(parents=True)
        self.states: dict[tuple[str, ...], Any] = {}
        self.word = WORDS[0]
        self.say()

    def say(self) -> None:
        """Let all that people write hold the word."""
        text = EVENT.replace("Power", self.word) + "place: The mill\ntags: [wall]\n"
        events = {f"events/e{one}.yaml": text.replace("01-05", f"01-0{one + 1}") for one in range(EVENTS)}
        site_of(self.source, {**events, "pages/about.md": f"# {self.word}\n"})

    def turn(self) -> None:
        """Let the next build make the other site of the two."""
        self.word = WORDS[1 - WORDS.index(self.word)]
        self.say()

    def arguments(self, *more: str, output: Path | None = None) -> list[str | Path]:
        """The arguments of a build."""
        where = ["--source", self.source, "--output", output or self.output]
        return ["build", *where, *(() if "--search" in more else ("--no-search",)), "--jobs", "1", *more]

    def build(self, *more: str, output: Path | None = None, **how: Any) -> Ended:
        """A build that nobody disturbs."""
        return self.victims.run(*self.arguments(*more, output=output), **how)

    def clean(self, word: str, *more: str) -> Any:
        """What a clean build with this word makes; made when it is wanted first."""
        searched = tuple(one for one in more if one == "--search")
        if (word, *searched) not in self.states:
            before, self.word = self.word, word
            self.say()
            made = self.folder / "clean"
            assert self.build(*searched, "--no-cache", output=made).code == 0
            self.states[word, *searched] = but_for_the_index(made)
            shutil.rmtree(made)
            self.word = before
            self.say()
        return self.states[word, *searched]

    def published(self, *more: str) -> str:
        """Whether the old or the new site is there, or what else."""
        there = but_for_the_index(self.output) if self.output.exists() else None
        other = WORDS[1 - WORDS.index(self.word)]
        if there == self.clean(self.word, *more):
            return "new"
        return "old" if there == self.clean(other, *more) else "else"

    def litter(self) -> list[str]:
        """What lies where nothing ought to."""
        beside = [name for name in names(self.output.parent) if name != "out"]
        kept = [path.name for path in (self.source / ".cache").rglob("*") if path.suffix != ".sqlite"]
        left = [name for name in kept if name != "dateline"]
        return [*beside, *left, *names(self.victims.temporary)]


def sources(place: Place) -> dict[str, bytes]:
    """What people wrote."""
    return {str(path): path.read_bytes() for path in (place.source / "content").rglob("*") if path.is_file()}


def moment(random: Random, whole: float) -> float:
    """A moment of a build that takes so many seconds; four of ten are in its last quarter."""
    return random.uniform(whole * 0.75, whole * 1.05) if random.random() < 0.4 else random.uniform(0, whole)
