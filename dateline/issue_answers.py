# SPDX-License-Identifier: MIT
"""What somebody filled into the form on GitHub: the text of an issue becomes the fields of an event.

The text is Markdown: below the label of each question, as a heading, stands the answer. People edit it,
and an answer may hold headings too, so the headings count only in the form's order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dateline.issue_form import CONFIRMATION, CONFIRMED, Question
from dateline.problems import Severity, nearest, shown
from dateline.slugs import fold
from dateline.written_names import Names, actor, source
from dateline.yaml_text import Data

LONGEST = 70_000
"""So many characters are read; GitHub takes 65,536 in an issue."""

MOST_GUESSES = 20
"""Of so many names of a list it is asked whether they were meant for others."""

EMPTY, NOTHING = "_No response_", "None"
"""What GitHub writes where there is no answer, and what stands on a list of choices for none of them."""

BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What no reader sees, what turns text round, and halves of characters; joiners and marks of writing stay."""

BULLET = re.compile(r"(?:[-*\u2022]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about one answer: the label of its question, what is the matter, what to do.

    The label is empty where it is about the whole form. Message and hint may hold what was typed.
    """

    label: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of an event as they are typed in a file, and what is to be said of the form itself."""

    fields: Mapping[str, Data] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def read(body: str, asked: Sequence[Question], names: Names) -> Filled:
    """The fields in the text of an issue; never raises."""
    if len(body) > LONGEST:
        message = f"the text has {len(body):,} characters, the limit is {LONGEST:,}"
        return Filled(remarks=(Remark("", message, "shorten it"),))
    labels = [*(one.label for one in asked), CONFIRMATION]
    found = sections(BREAKS.sub("\n", body), labels)
    if isinstance(found, Remark):
        return Filled(remarks=(found,))
    answers = {label: cleaned(text) for label, text in found.items()}
    answers |= {one.label: "" for one in asked if one.kind == "choice" and answers.get(one.label) == NOTHING}
    told = {one.key: value(one, answers[one.label], names) for one in asked if answers.get(one.label)}
    fields = {key: answer for key, answer in told.items() if answer is not None}
    return Filled(fields, (*lacking(answers, asked, fields), *slips(fields, asked, names)))


def sections(body: str, labels: Sequence[str]) -> dict[str, str] | Remark:
    """What stands below each label, and above the first one under "", or why that cannot be told.

    A heading inside an answer is part of it wherever the order of the form allows one reading alone.
    """
    lines = body.split("\n")
    places = [(at, line[4:].rstrip()) for at, line in enumerate(lines) if line.startswith("### ")]
    present = [label for label in labels if any(label == named for _, named in places)]
    if not set(present) - {CONFIRMATION}:
        hint = "open a new one with the form 'Add an event'"
        return Remark("", "this issue was not made with the form for an event", hint)
    first = in_order(places, present)
    last = in_order(places[::-1], present[::-1])
    if first is None or last is None:
        hint = "put the lines that begin with ### back in their order, each once"
        return Remark("", "the headings of the form are not in their order", hint)
    doubtful = [label for label, at, other in zip(present, first, last[::-1], strict=True) if at != other]
    if doubtful:
        message = "a line of an answer looks like the heading of this question"
        return Remark(doubtful[0], message, f"write another word for '### {doubtful[0]}' in your text")
    starts, ends = [-1, *first], [*first, len(lines)]
    return {
        label: "\n".join(lines[at + 1 : end])
        for label, at, end in zip(["", *present], starts, ends, strict=True)
    }


def in_order(places: Sequence[tuple[int, str]], labels: Sequence[str]) -> list[int] | None:
    """The first line for each label that comes after that of the label before; None where there is none."""
    waiting = iter(places)
    found = [next((at for at, named in waiting if named == label), None) for label in labels]
    return None if None in found else [at for at in found if at is not None]


def cleaned(text: str) -> str:
    """An answer without what GitHub does not show, and without spaces at the ends of lines."""
    seen = UNSEEN.sub("", COMMENT.sub("", text)).replace("\t", "    ")
    tidy = "\n".join(line.rstrip() for line in seen.split("\n")).strip()
    return "" if tidy == EMPTY else tidy


def lacking(
    answers: Mapping[str, str], asked: Sequence[Question], fields: Mapping[str, Data]
) -> Iterator[Remark]:
    """What is to be said of the form: answers that it needs, boxes to tick, words in a wrong place."""
    for one in asked:
        if one.required and not answers.get(one.label):
            yield Remark(one.label, "this question needs an answer", f"such as: {one.example}")
        elif answers.get(one.label) and one.key not in fields:
            typed = answers[one.label]
            close = nearest(typed, one.options)
            guess = f"did you mean {close}? " if close else ""
            message = f"{shown(typed)} is not among the choices"
            yield Remark(one.label, message, f"{guess}The choices are: {'; '.join(one.options)}")
    ticked = answers.get(CONFIRMATION, "").casefold()
    if not all(f"- [x] {sentence}".casefold() in ticked for sentence in CONFIRMED):
        yield Remark(CONFIRMATION, "not every box is ticked", "tick each one that is true; all have to be")
    if answers.get(""):
        message = "what stands above the first question was left out"
        yield Remark("", message, "write it below the question that it answers", Severity.WARNING)


def slips(fields: Mapping[str, Data], asked: Sequence[Question], names: Names) -> Iterator[Remark]:
    """A remark for each name that is nearly one that the site knows."""
    for one in asked:
        if one.key not in ("place", "actors"):
            continue
        for text in islice(named(fields.get(one.key)), MOST_GUESSES):
            if ident := names.meant(one.key, text):
                message = f"{shown(text)} is nearly a name that the site knows"
                yield Remark(one.label, message, f"did you mean {ident}?", Severity.NOTICE)


def named(given: Data) -> Iterator[str]:
    """The names in a place or a list of actors."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        yield from named(given["actor"])
    elif isinstance(given, Sequence):
        for one in given:
            yield from named(one)


def value(one: Question, answer: str, names: Names) -> Data:
    """An answer as a file holds it; None for a choice that there is not."""
    if one.kind == "choice":
        return chosen(answer, one.options)
    if one.kind == "text":
        return answer
    if one.kind == "line":
        line = " ".join(answer.split())
        return names.place(line) if one.key == "place" else line
    items = [item for line in answer.split("\n") if (item := BULLET.sub("", line.strip(), count=1))]
    if one.key == "sources":
        return [source(item, names) for item in items]
    return [actor(item, names) for item in items] if one.key == "actors" else items


def chosen(answer: str, options: Mapping[str, str]) -> str | None:
    """The word that was chosen, by what people see or by the word itself; None where it is none of them."""
    known = {word: word for word in options.values()} | {fold(seen): word for seen, word in options.items()}
    return known.get(fold(answer))
