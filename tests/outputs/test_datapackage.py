"""What is said of the data set is true of its files, on the page and for programs."""

import json
from hashlib import sha256
from typing import Any

from jsonschema import Draft202012Validator

from dateline.dataset import FILES
from dateline.flat import NAMES
from dateline.formats import coded as coded_table
from dateline.outputs import coded, database, datapackage, features, listing, table
from dateline.outputs.datapackage import plan
from dateline.timeline import Timeline
from dateline.translated import in_language
from tests.outputs.planning import made, main_text, theme_of
from tests.outputs.slices_of import changed, every_slice
from tests.rules.small import timeline_of

# From https://specs.frictionlessdata.io: what a package, a resource and a table schema must have.
NAME = {"type": "string", "pattern": "^[a-z0-9._/-]+$"}
FIELD = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "type": {"enum": ["string", "number", "integer", "boolean", "date", "array", "object"]},
        "constraints": {"type": "object"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["resources"],
    "properties": {
        "name": NAME,
        "profile": {"type": "string"},
        "licenses": {"type": "array", "items": {"anyOf": [{"required": ["name"]}, {"required": ["path"]}]}},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path"],
                "properties": {
                    "name": NAME,
                    "path": {"type": "string", "pattern": r"^(?!/)(?!.*\.\.)"},
                    "bytes": {"type": "integer"},
                    "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
                    "schema": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {"fields": {"type": "array", "minItems": 1, "items": FIELD}},
                    },
                },
            },
        },
    },
}


MODULES = (table, listing, features, coded, database, datapackage)


def published(told: Timeline, speaks: str = "") -> dict[str, bytes]:
    """The files of the whole timeline, the package and the page, which another language may have too."""
    theme = theme_of(told)
    outputs = [one for module in MODULES for one in module.plan(told, theme)]
    if speaks:
        outputs += plan(in_language(told, speaks), theme.speaking(speaks))
    return made(outputs)


def package(timeline: Timeline) -> Any:
    return json.loads(published(timeline)["datapackage.json"])


def test_the_package_follows_the_standard() -> None:
    for timeline in (every_slice(), timeline_of(), every_slice(publisher="A desk", scope="A village.")):
        Draft202012Validator(SCHEMA).validate(package(timeline))


def test_sizes_and_sums_are_those_of_the_files() -> None:
    files = published(every_slice())
    resources = package(every_slice())["resources"]

    assert {one["path"] for one in resources} == set(FILES)
    for one in resources:
        raw = files[one["path"]]
        assert (one["bytes"], one["hash"]) == (len(raw), f"sha256:{sha256(raw).hexdigest()}")


def test_the_tables_have_the_columns_that_the_package_describes() -> None:
    described = {one["path"]: one["schema"] for one in package(every_slice())["resources"] if "schema" in one}

    assert {path: [one["name"] for one in schema["fields"]] for path, schema in described.items()} == {
        "events.csv": list(NAMES),
        "coded.csv": list(coded_table.NAMES),
    }
    assert [schema["primaryKey"] for schema in described.values()] == [["id"], ["event_id"]]


def test_the_page_names_every_file_with_its_sum_and_shows_an_example() -> None:
    page = published(every_slice())["data.html"]
    for one in package(every_slice())["resources"]:
        assert f'href="{one["path"]}"'.encode() in page
        assert one["hash"].removeprefix("sha256:").encode() in page

    assert "Licence of the data: CC0-1.0" in main_text(page)
    assert "uncertainty_m" in main_text(page)


def test_the_page_in_another_language_tells_of_the_same_files() -> None:
    timeline = timeline_of(
        {"a": {"translations": {"fr": {"title": "Un fait"}}}}, site={"languages": ["en", "fr"]}
    )
    sums = [one["hash"].removeprefix("sha256:") for one in package(timeline)["resources"]]
    french = published(timeline, "fr")["fr/data.html"]

    assert len(sums) == len(FILES)
    assert all(one.encode() in french for one in sums)


def test_a_timeline_without_events_has_a_page_too() -> None:
    assert "The whole timeline, 0 events" in main_text(published(timeline_of())["data.html"])


def test_a_key_changes_whenever_the_bytes_do() -> None:
    plans = []
    for told in (
        every_slice(),
        every_slice(title="Another"),
        changed(title="Another"),
        changed(actors=["x"]),
        changed(relations={"follows": "month"}),
        timeline_of({"a": {}}, sources={"x": {}}),
        timeline_of({"a": {"actors": [{"actor": "x", "role": "guard"}]}}, actors={"x": {}}),
        timeline_of({"a": {"actors": [{"actor": "x", "role": "attacker"}]}}, actors={"x": {}}),
        timeline_of({"a": {}}, sources={"x": {"title": "Another"}}),
    ):
        for theme in (theme_of(told), theme_of(told, None)):
            outputs = [one for module in MODULES for one in module.plan(told, theme)]
            plans.append(({one.path: one.key for one in outputs}, made(outputs)))
    for keys, before in plans:
        for others, after in plans:
            for path in ("datapackage.json", "data.html", "timeline.sqlite", "coded.csv"):
                if keys[path] == others[path]:
                    assert before[path] == after[path], path
