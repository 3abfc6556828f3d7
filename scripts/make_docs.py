# SPDX-License-Identifier: MIT
"""Writes what is generated: pages of fields, problems and commands, JSON Schemas, and the issue form.

`python -m scripts.make_docs` writes them; a test calls `generated` and compares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dateline import cli, models
from dateline.issue_form import form
from dateline.load import load
from dateline.outputs.records import encoded
from dateline.records import gather
from dateline.rulebook import every_code
from dateline.schema import SCHEMAS, schema

ROOT = Path(__file__).resolve().parent.parent
GENERATED = "<!-- Made by `make docs` from the code; change that instead. -->\n\n"
FIGURES = ("<!-- figures -->\n", "<!-- end of figures -->\n")
KINDS = {
    "D0": "Reading a file",
    "D1": "One field",
    "D2": "Between events",
    "D3": "Text and links",
    "D4": "Pictures",
    "D5": "Templates",
    "D6": "Importing",
    "D9": "The site",
}
RECORDS = (
    ("An event", models.Event, "`content/events/…/ID.yaml`; the file's stem is the event's permanent id."),
    ("A claim", models.Claim, "Under `claims:` of an event."),
    ("An actor's part", models.EventActor, "Under `actors:` of an event; text alone is `actor`."),
    ("A place in an event", models.EventPlace, "As `place:` or under `places:`; text alone is `place`."),
    (
        "A source in an event",
        models.Citation,
        "Under `sources:`; text alone is `source`. A source may be described in place.",
    ),
    ("A quotation", models.Quote, "As `quote:` of a claim."),
    ("A figure", models.Measure, "Under `measures:`."),
    ("Casualties", models.Casualties, "Under `casualties:`, a row for each speaker."),
    ("Damage", models.Damage, "Under `damage:`."),
    ("Relations", models.Relations, "Under `relations:`; write one side, dateline makes the other."),
    (
        "A relation",
        models.Relation,
        "The value of a relation, or an item of its list; text alone is `event`.",
    ),
    ("A picture or recording", models.Media, "Under `media:`."),
    ("A correction", models.Correction, "Under `corrections:`."),
    (
        "A translation",
        models.Sidecar,
        "In `ID.LANG.yaml` beside the event, or, without lang and of, under `translations:`.",
    ),
    ("A place", models.Place, "In `content/places.yaml` under its id, or in `content/places/ID.yaml`."),
    ("An actor", models.Actor, "In `content/actors.yaml` under its id, or in `content/actors/ID.yaml`."),
    ("A source", models.Source, "In `content/sources.yaml` under its id, or in `content/sources/ID.yaml`."),
    (
        "What is known of an address",
        models.Link,
        "In `content/links.yaml` under the address of a source; `dateline links --write` writes it.",
    ),
    ("The site", models.Site, "`content/site.yaml`."),
    ("A custom field", models.CustomField, "Under `fields:` of the site; text alone is `type`."),
)


def generated() -> dict[str, bytes]:
    """Every generated file, by its path from the root of the repository."""
    files = {
        "docs/reference/fields.md": fields_page().encode(),
        "docs/reference/problems.md": problems_page().encode(),
        "docs/reference/commands.md": commands_page().encode(),
    }
    files["docs/trust.md"] = trust_page((ROOT / "docs/trust.md").read_text("utf-8")).encode()
    if site := gather(load(ROOT)).site:
        files[".github/ISSUE_TEMPLATE/event.yml"] = form(site).encode()
    return files | {f"docs/schema/{name}.json": encoded(schema(name)) for name in SCHEMAS}


def fields_page() -> str:
    """Every field of every record."""
    lines = ["# Fields\n\n", GENERATED]
    lines.append("Every value is as described. Leave a key out when the source is silent.\n")
    for title, model, where in RECORDS:
        lines.append(
            f"\n## {title}\n\n{where}\n\n| key | | holds | meaning | example |\n|---|---|---|---|---|\n"
        )
        made = model.model_json_schema()
        if "anyOf" in made:
            made = made | made["anyOf"][1]
        for name, field in model.model_fields.items():
            if name == "inline":
                continue
            shown = made["properties"][name]
            example = field.examples[0] if field.examples else ""
            lines.append(
                f"| `{name}` | {'required' if field.is_required() else ''} | {holds(shown, made)} "
                f"| {field.description} | {f'`{typed(example)}`' if example != '' else ''} |\n"
            )
    return "".join(lines)


def holds(shown: dict[str, Any], whole: dict[str, Any]) -> str:
    """What a field holds, from its JSON Schema."""
    if "$ref" in shown:
        return holds(whole["$defs"][shown["$ref"].rsplit("/", 1)[-1]], whole)
    if "anyOf" in shown:
        parts = [holds(part, whole) for part in shown["anyOf"] if part.get("type") != "null"]
        return " or ".join(dict.fromkeys(parts))
    if "enum" in shown:
        return ", ".join(f"`{word}`" for word in shown["enum"])
    kind = shown.get("type", "anything")
    if kind == "array":
        return f"list of {holds(shown.get('items', {}), whole)}"
    if shown.get("title") == "EDTF date":
        return "EDTF date"
    names = {"string": "text", "object": "mapping", "integer": "whole number", "boolean": "true or false"}
    return names.get(kind, str(kind)) if isinstance(kind, str) else "text"


def typed(example: object) -> str:
    """An example as it would be typed in YAML."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {typed(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(map(typed, example)) + "]"
    return str(example)


def problems_page() -> str:
    """Every problem that `check` can report."""
    lines = ["# Problems\n\n", GENERATED]
    lines.append(
        "`check` prints `file:line:column: severity[code name]: message`, then the line and what to do.\n"
        "Errors stop a build; warnings and notices do not, unless `check --strict` is asked for.\n"
    )
    kind = ""
    for code in every_code():
        if code.id[:2] != kind:
            kind = code.id[:2]
            lines.append(f"\n## {KINDS[kind]}\n")
        lines.append(
            f"\n### {code.id} {code.name}\n\n{code.severity.capitalize()}. {' '.join(code.says.split())}\n"
        )
        for label, example in (("Bad", code.bad), ("Good", code.good)):
            if example:
                lines.append(f"\n{label}:\n\n```yaml\n{example.rstrip()}\n```\n")
    return "".join(lines)


def commands_page() -> str:
    """Every command with its options."""
    lines = ["# Commands\n\n", GENERATED, "`python build.py` takes the same commands as `dateline`.\n"]
    lines.append(
        "\nExit codes: 0 clean, 1 problems in content, 2 environment or usage, 70 a bug of dateline.\n"
    )
    for name in cli.names():
        command = cli.named(name)
        lines.append(f"\n## dateline {name}\n\n{command.help}\n")
        options = list(option_lines(command))
        if options:
            lines.append("\n| option | does |\n|---|---|\n" + "".join(options))
    return "".join(lines)


def trust_page(text: str) -> str:
    """The page on trust with the figures that the last long run left in docs/figures.json."""
    path = ROOT / "docs/figures.json"
    alike: dict[tuple[str, str, str], list[str]] = {}
    for row in json.loads(path.read_text("utf-8")) if path.exists() else []:
        what, _, which = row["tried"].partition(": ")
        alike.setdefault((row["promise"], what, row["found"]), []).append(which)
    table = "".join(
        f"| {promise} | {': '.join(filter(None, (what, ', '.join(which))))} | {found} |\n"
        for (promise, what, found), which in alike.items()
    )
    head, rest = text.split(FIGURES[0])
    tail = rest.split(FIGURES[1])[1]
    names = "| | what was tried | what was found |\n|---|---|---|\n"
    return f"{head}{FIGURES[0]}\n{names}{table}{FIGURES[1]}{tail}"


def option_lines(command: click.Command) -> Iterator[str]:
    """A table line for each option of a command."""
    for parameter in command.params:
        if not isinstance(parameter, click.Option):
            continue
        kind = "" if parameter.is_flag else f" {option_value(parameter)}"
        default = parameter.show_default if isinstance(parameter.show_default, str) else parameter.default
        shown = f" Default: {default}." if parameter.show_default and not parameter.is_flag else ""
        name = "`, `".join((parameter.opts[0], *parameter.secondary_opts[:1]))
        lines = f"| `{name}{kind}` | {parameter.help}{shown} |\n"
        yield lines


def option_value(option: click.Option) -> str:
    """What an option takes."""
    if isinstance(option.type, click.Choice):
        return "\\|".join(map(str, option.type.choices))
    return option.metavar or option.type.name.upper()


def main() -> int:
    """Write every generated file that differs."""
    for name, content in generated().items():
        path = ROOT / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"wrote {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
