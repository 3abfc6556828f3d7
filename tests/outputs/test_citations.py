"""Citations are read by programs for references, and give no date of publication that nobody knows."""

import json
import re
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from dateline.citation import MOST
from dateline.document import Document, read
from dateline.outputs import citations
from dateline.timeline import Timeline
from tests.outputs.planning import BASE, planned, theme_of
from tests.rules.small import timeline_of

TITLE = "50 % of_the {wall} & \\more falls ~ at #3 ^ $"


def small(**event: Any) -> Timeline:
    site = {"title": "Walls", "publisher": "A desk", "licence": "CC0-1.0", "knowledge_date": "2022-01-31"}
    return timeline_of({"a": {"title": TITLE, "date": "-0043-03-15", **event}}, site=site)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("path", "words"), [("events/a.csl.json", TITLE), ("citation.csl.json", "Walls")])
def test_a_csl_processor_makes_a_reference_of_it(path: str, words: str) -> None:
    items = json.loads(planned(citations, small())[path])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    made.register(Citation([CitationItem(items[0]["id"])]))

    assert words[:20] in str(made.bibliography()[0])


def test_an_event_is_no_publication_of_the_day_on_which_it_was() -> None:
    (item,) = json.loads(planned(citations, small())["events/a.csl.json"])

    assert item["event-date"] == {"literal": "-0043-03-15"}
    assert item["note"] == "15 March 44 BCE. Reported."
    assert "issued" not in item
    assert item["URL"] == f"{BASE}events/a.html"


def test_bibtex_has_nothing_that_latex_takes_for_a_command() -> None:
    text = planned(citations, small())["events/a.bib"].decode()
    (title,) = re.findall(r"^  title = \{(.*)\},$", text, re.MULTILINE)

    assert text.startswith("@misc{a,\n")
    assert title == (
        r"50 \% of\_the \{wall\} \& \textbackslash{}more falls \textasciitilde{} at \#3 \textasciicircum{} \$"
    )


def test_ris_is_lines_of_tags_from_the_type_to_the_end() -> None:
    lines = planned(citations, small(title="Two\u00a0words"))["events/a.ris"].decode().split("\r\n")

    assert (lines[0], lines[-2:]) == ("TY  - ELEC", ["ER  - ", ""])
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_the_citation_file_is_yaml_with_what_it_must_have() -> None:
    document = read("CITATION.cff", planned(citations, small())["CITATION.cff"])
    assert isinstance(document, Document)

    assert document.data.keys() >= {"cff-version", "message", "title", "authors", "version", "license"}


def test_the_events_of_a_long_timeline_have_no_files_for_that() -> None:
    many = timeline_of({f"e{number}": {} for number in range(MOST + 1)})

    assert [one.path for one in citations.plan(many, theme_of(many))] == [
        "CITATION.cff",
        "citation.bib",
        "citation.ris",
        "citation.csl.json",
    ]
