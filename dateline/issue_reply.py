# SPDX-License-Identifier: MIT
"""What the author of a form is told, and what the pull request says: Markdown that no content can leave.

Whatever somebody typed stands in a code span, where GitHub makes no link, no mention and no HTML of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.draft import Draft
from dateline.issue_answers import Remark
from dateline.issue_form import COMMAND, Question
from dateline.problems import Problem, Severity
from dateline.report import code_span

MOST, MOST_HINTS, LONGEST = 20, 3, 300
"""So many remarks are told and the rest counted, each with so many hints; characters of a sentence."""

IN_THE_FORM = {
    "accusation": "write behind the name who says so: Name (part), according to Speaker",
    "no-archive": "a maintainer can add the address of an archived copy",
}
"""What to do about a problem, by the name of its code, where the hint speaks of keys in a file."""

CHECKLIST = (
    "Each source opens, and says what the event says.",
    "Whatever only one party says stands under its name.",
    "The date, the place and the figures are no more exact than the sources.",
    "It is not an event that the timeline has already.",
)


def remarks_of(problems: Iterable[Problem], event: Draft, asked: Sequence[Question]) -> Iterator[Remark]:
    """The problems of a draft as remarks about the questions that its fields come from."""
    labels = {one.key: one.label for one in asked}
    lines = event.text.splitlines()
    for problem in problems:
        keys = [line.partition(":")[0] for line in lines[: problem.line] if line[:1] not in ("", " ", "#")]
        own = problem.path == event.path
        label = labels.get(keys[-1], "") if own and keys else ""
        message = problem.message if own else f"{problem.path}: {problem.message}"
        hint = IN_THE_FORM.get(problem.code.name, problem.hint) if own else problem.hint
        yield Remark(label, message, hint, problem.severity)


def stops(remarks: Iterable[Remark]) -> bool:
    """Whether one of the remarks keeps the form from becoming an event."""
    return any(remark.severity is Severity.ERROR for remark in remarks)


def refusal(remarks: Sequence[Remark]) -> str:
    """The answer to a form that has to be mended first, or to what is no form at all."""
    if not any(remark.label for remark in remarks):
        return f"Thank you. No event can be made of this text as it is:\n\n{listed(remarks)}"
    return (
        "Thank you. A few things need mending before this can become an event:\n\n"
        f"{listed(remarks)}\n"
        "To mend it, choose **Edit** in the menu of your text above. Leave the lines that begin with `###` "
        f"as they are: they are the questions. A maintainer then puts the label `{COMMAND}` on it again.\n"
    )


def thanks(event: Draft, remarks: Sequence[Remark]) -> str:
    """The answer to a form that became a file."""
    noted = f"\nGood to know, but not in the way:\n\n{listed(remarks)}" if remarks else ""
    return (
        f"Thank you. Your event is now a file, {code_span(event.path)}, and passes every check that stops a "
        f"build.\n{noted}\nA maintainer reads it with your sources before it is published.\n"
    )


def request(number: int, event: Draft, remarks: Sequence[Remark]) -> str:
    """The text of the pull request."""
    noted = f"\nThe checks note:\n\n{listed(remarks)}" if remarks else ""
    todo = "".join(f"- [ ] {sentence}\n" for sentence in CHECKLIST)
    return (
        f"One event, {code_span(event.path)}, made from the form in #{number}.\n{noted}\n"
        f"Before merging:\n\n{todo}\n"
        "GitHub starts no checks on a pull request that a workflow opened. To start them, close this pull "
        f"request and open it again.\n\nCloses #{number}.\n"
    )


def listed(remarks: Sequence[Remark]) -> str:
    """The remarks as a list, the most serious first."""
    order = list(Severity)
    ranked = sorted(remarks, key=lambda remark: order.index(remark.severity))
    more = f"- and {len(ranked) - MOST} more\n" if len(ranked) > MOST else ""
    return "".join(map(item, ranked[:MOST])) + more


def item(remark: Remark) -> str:
    """One remark, and below it what to do."""
    head = f"**{remark.label}**: " if remark.label else ""
    lines = [line for line in remark.hint.split("\n") if line.strip()][:MOST_HINTS]
    hints = [f"  - {code_span(cut(line))}\n" for line in lines]
    return "".join([f"- {head}{code_span(cut(remark.message))}\n", *hints])


def cut(text: str) -> str:
    """A sentence that is not too long for an answer."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
