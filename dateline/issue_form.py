# SPDX-License-Identifier: MIT
"""The form on GitHub that asks for an event: its questions, made from the schema and a site's own words.

The text of an issue that was made with the form has the label of each question as a heading, which is
how `issue_answers` finds the answers again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.models import Event, Site
from dateline.terms import Verification
from dateline.yaml_text import Data, yaml_text

LABEL = "event"
"""The label of an issue that was made with the form: the form puts it there."""

COMMAND = "make-event"
"""The label by which a maintainer asks for the pull request."""

CONFIRMATION = "Before you send it"
CONFIRMED = (
    "Everything above can be read in the sources that I named.",
    "It tells nothing private of anybody: no home address, no telephone number, nobody who would be at risk.",
)
INTRODUCTION = (
    "One form, one event. You need no account but this one, and no knowledge of the files behind the site: "
    "a maintainer reads what you send, and a program makes the file. What you write here is public. "
    "Leave a question empty when your sources are silent."
)
MADE = "# Made by `dateline issue-form` from content/site.yaml: change that, and make it anew.\n"

Kind = Literal["line", "lines", "text", "choice"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the event's field that it fills, and how it is asked.

    `kind` is one line, lines that are items of a list, a text, or a choice; `options` of a choice lead
    from what people see to the word that a file holds.
    """

    key: str
    label: str
    kind: Kind
    description: str
    example: str
    required: bool
    options: Mapping[str, str] = field(default_factory=dict)


def questions(site: Site) -> tuple[Question, ...]:
    """All questions in the order of the form."""
    types = labelled({key: term.label for key, term in site.vocabularies.get("type", {}).items()})
    levels = {f"{term.label}: {term.meaning}": term.value for term in Verification}
    roles = ", ".join(site.vocabularies.get("role", {}))
    parts = f" The parts, in brackets, are: {roles}." if roles else ""
    return (
        question("title", "Title", "line"),
        question(
            "date",
            "Date",
            "line",
            "The local date where it happened, no more exact than your source: 2022-01 is a month, 2022 a "
            "year, 2022-01-04? a day that is not sure.",
            "2022-01-05, or 2022-01, or 2022",
        ),
        question(
            "sources",
            "Sources",
            "lines",
            "Where it was read, one a line. A web address will do; words before it become its title.",
            "Shells fall near a base, Example News https://example.org/report",
        ),
        question(
            "place", "Place", "line", "Where it happened; a name will do.", "A village in eastern Syria"
        ),
        question("type", "Type", "choice" if types else "line", "What kind of event it is.", options=types),
        question("summary", "Summary", "text"),
        question("verification", "Verification", "choice", options=levels),
        question(
            "actors",
            "Actors",
            "lines",
            f"Who took part, one a line, with the part and who says so.{parts}",
            "Northern Brigade (attacker), according to Ministry of the Interior",
        ),
        question("unknowns", "What is not known", "lines", "What your sources leave open, one a line."),
        question("body", "Longer account", "text", "What a reader should know besides, in Markdown."),
    )


def question(  # noqa: PLR0913, PLR0917  # what a question is made of
    key: str,
    label: str,
    kind: Kind,
    description: str = "",
    example: str = "",
    options: Mapping[str, str] | None = None,
) -> Question:
    """A question for a field of the event, in the words of the schema unless others are plainer."""
    known = Event.model_fields[key]
    first = (known.examples or [""])[0]
    given = example or (first[0] if isinstance(first, list) else str(first))
    return Question(
        key, label, kind, description or known.description or "", given, known.is_required(), options or {}
    )


def labelled(words: Mapping[str, str]) -> dict[str, str]:
    """Words by their labels; a label that two have, or that GitHub keeps for itself, also names the word."""
    labels = [label.casefold() for label in words.values()]
    return {
        f"{label} ({key})" if labels.count(label.casefold()) > 1 or label.casefold() == "none" else label: key
        for key, label in words.items()
    }


def form(site: Site) -> str:
    """The text of `.github/ISSUE_TEMPLATE/event.yml`."""
    confirmation: Data = {
        "type": "checkboxes",
        "id": "confirmation",
        "attributes": {
            "label": CONFIRMATION,
            "options": [{"label": sentence, "required": True} for sentence in CONFIRMED],
        },
    }
    made: dict[str, Data] = {
        "name": "Add an event",
        "description": "Tell of one event and name your sources; no knowledge of git is needed.",
        "title": "Event: ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": INTRODUCTION}},
            *map(asked, questions(site)),
            confirmation,
        ],
    }
    return MADE + yaml_text(made)


def asked(one: Question) -> Data:
    """A question as GitHub's form asks it."""
    attributes: dict[str, Data] = {"label": one.label, "description": one.description}
    if one.kind == "choice":
        attributes["options"] = list(one.options)
    elif one.example:
        attributes["placeholder"] = one.example
    types = {"line": "input", "lines": "textarea", "text": "textarea", "choice": "dropdown"}
    # In an address that opens the form, `title` is the title of the issue.
    ident = "headline" if one.key == "title" else one.key
    return {
        "type": types[one.kind],
        "id": ident,
        "attributes": attributes,
        "validations": {"required": one.required},
    }
