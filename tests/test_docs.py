"""The docs follow the code: generated pages are fresh, and every field, problem and command appears."""

import re
from pathlib import Path

import click
import jsonschema
import pytest
import yaml

from dateline import cli
from dateline.models import Event, Site
from dateline.rulebook import every_code
from dateline.schema import SCHEMAS, schema
from scripts.make_docs import generated


@pytest.mark.parametrize("name", sorted(generated()))
def test_generated_pages_are_fresh(repository: Path, name: str) -> None:
    assert (repository / name).read_bytes() == generated()[name], "run `make docs`"


def test_every_field_and_problem_and_command_has_its_place(repository: Path) -> None:
    fields = (repository / "docs/reference/fields.md").read_text()
    problems = (repository / "docs/reference/problems.md").read_text()
    words = (repository / "docs/reference/commands.md").read_text()

    assert all(f"| `{name}` |" in fields for name in (*Event.model_fields, *Site.model_fields))
    assert all(f"### {code.id} {code.name}" in problems for code in every_code())
    assert all(f"## dateline {name}" in words for name in cli.names())


def test_every_field_says_what_it_means() -> None:
    for name in SCHEMAS:
        for key, field in SCHEMAS[name].model_fields.items():
            assert field.description, (name, key)


def test_codes_are_unique_and_in_order() -> None:
    codes = every_code()

    assert len({code.id for code in codes}) == len(codes)
    assert len({code.name for code in codes}) == len(codes)
    assert all(re.fullmatch(r"D\d{3}", code.id) for code in codes)


def test_every_option_has_a_sentence() -> None:
    for command in map(cli.named, cli.names()):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (command.name, parameter.name)


def test_the_schema_of_an_event_accepts_the_seed_and_refuses_a_stray_key(repository: Path) -> None:
    event = jsonschema.Draft202012Validator(schema("event"))
    for path in sorted((repository / "content/events").rglob("*.yaml")):
        typed = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506  # text only, as an editor sees it
        if "." not in path.stem:
            stray = [error for error in event.iter_errors(typed) if error.validator == "additionalProperties"]
            assert stray == []

    assert list(event.iter_errors({"titel": "x"}))


def test_the_readme_names_the_commands_that_exist(repository: Path) -> None:
    readme = (repository / "README.md").read_text()
    makefile = (repository / "Makefile").read_text()

    for target in re.findall(r"`?make ([a-z]+)`?", readme):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_five_line_event_of_the_readme_is_valid(repository: Path, tmp_path: Path) -> None:
    from dateline.checking import check

    example = re.search(
        r"hello.yaml`:\n\n```yaml\n(.*?)```", (repository / "README.md").read_text(), re.DOTALL
    )
    assert example
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: A timeline\n")
    (tmp_path / "content/events/2022-01-05-hello.yaml").write_text(example[1])

    assert check(tmp_path).problems == ()


def test_the_page_on_trust_names_what_is_there(repository: Path) -> None:
    text = (repository / "docs/trust.md").read_text()
    named = re.findall(r"`((?:tests|scripts)/[^`]+)`", text)
    promises = re.findall(r"^\| ([SRQ]\d+) \|", text.partition("## Figures")[0], re.MULTILINE)

    assert [name for name in named if not (repository / name).exists()] == []
    assert promises == [*(f"S{n}" for n in range(1, 11)), *(f"R{n}" for n in range(1, 7)), "Q1"]
