"""The form asks for fields of the schema, offers the site's own words, and GitHub can read it."""

from typing import Any

import yaml

from dateline.issue_form import CONFIRMATION, CONFIRMED, LABEL, form, labelled, questions
from dateline.models import Event, Site
from dateline.terms import Verification
from tests.workflow_steps import ROOT

SITE = Site.model_validate(
    {"title": "T", "vocabularies": {"type": {"fire": "Fire", "no": "No"}, "role": {"witness": "Witness"}}}
)


def read(site: Site) -> dict[str, Any]:
    """The form as GitHub's reader takes it: one that knows dates and truth values."""
    found: dict[str, Any] = yaml.safe_load(form(site))
    return found


def test_every_question_fills_a_field_and_the_required_ones_are_required() -> None:
    asked = questions(SITE)

    assert {one.key for one in asked} <= set(Event.model_fields)
    assert {one.key for one in asked if one.required} == {"title", "date", "sources"}
    assert len({one.label for one in asked} | {CONFIRMATION}) == len(asked) + 1
    assert all(one.description for one in asked)


def test_the_types_are_those_of_the_site_and_the_levels_those_of_the_schema() -> None:
    by_id = {part["id"]: part for part in read(SITE)["body"] if "id" in part}

    assert by_id["type"]["attributes"]["options"] == ["Fire", "No"]
    assert len(by_id["verification"]["attributes"]["options"]) == len(Verification)
    assert by_id["actors"]["attributes"]["description"].endswith("The parts, in brackets, are: witness.")
    assert [part["required"] for part in by_id["confirmation"]["attributes"]["options"]] == [True, True]
    assert len(CONFIRMED) == 2


def test_a_site_without_types_asks_for_a_word() -> None:
    by_id = {part.get("id"): part for part in read(Site(title="T"))["body"]}

    assert by_id["type"]["type"] == "input"
    assert "options" not in by_id["type"]["attributes"]


def test_every_text_is_text_to_a_reader_that_knows_dates() -> None:
    for part in read(SITE)["body"]:
        for name, held in part["attributes"].items():
            texts = [held] if isinstance(held, str) else held
            assert all(isinstance(text, str | dict) for text in texts), (part, name)


def test_labels_that_collide_or_are_github_s_own_are_told_apart() -> None:
    assert labelled({"a": "Fire", "b": "fire", "c": "None", "d": "Flood"}) == {
        "Fire (a)": "a",
        "fire (b)": "b",
        "None (c)": "c",
        "Flood": "d",
    }


def test_the_form_puts_its_label_on_the_issue() -> None:
    assert read(SITE)["labels"] == [LABEL]


def test_other_forms_have_other_labels() -> None:
    for name in ("correction", "broken-link"):
        found = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))

        assert found["labels"] == [name]
