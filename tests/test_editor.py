"""Editors and pre-commit are told of the right schemas, commands and files."""

import json
import re
from pathlib import Path

import click
import jsonschema
import pytest
import yaml

from dateline import cli
from dateline.schema import SCHEMAS, schema


@pytest.fixture
def hooks(repository: Path) -> list[dict[str, object]]:
    """The hooks that other repositories can use."""
    found = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text())
    assert isinstance(found, list)
    return found


def schemas(repository: Path) -> dict[str, str]:
    """The files that VS Code checks, by the schema; a star stands for anything, folders too."""
    found = json.loads((repository / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert isinstance(found, dict)
    return found


def content(repository: Path) -> list[str]:
    """The YAML files of the content."""
    files = (repository / "content").rglob("*.yaml")
    return sorted(path.relative_to(repository).as_posix() for path in files)


def matches(glob: str, path: str) -> bool:
    """Whether the YAML language server takes a file for one of the glob."""
    return re.search(re.escape(glob).replace(r"\*", ".*") + "$", path) is not None


def test_every_schema_of_a_file_is_there(repository: Path) -> None:
    named = {Path(name).stem for name in schemas(repository)}

    assert all((repository / name).is_file() for name in schemas(repository))
    assert named == SCHEMAS.keys() - {
        "translation"
    }  # an editor has no pattern for these: they say it themselves


def test_every_file_of_the_content_has_one_schema_and_that_is_its_own(repository: Path) -> None:
    for path in content(repository):
        first = (repository / path).read_text().partition("\n")[0]
        stated = re.search(r"\$schema=(\S+)", first)
        found = [name for name, glob in schemas(repository).items() if matches(glob, path)]

        assert len(found) == 1, path
        if stated:  # what a file states goes first
            stem = Path(path).stem
            kind = "site" if stem == "site" else "translation" if "." in stem else "event"
            assert (
                (repository / path).parent / stated[1]
            ).resolve() == repository / f"docs/schema/{kind}.json"
        else:
            assert "/events/" not in path


def test_the_content_follows_the_schemas_that_an_editor_uses(repository: Path) -> None:
    for path in content(repository):
        (name,) = (name for name, glob in schemas(repository).items() if matches(glob, path))
        kind = "translation" if "." in Path(path).stem else Path(name).stem
        typed = json.loads(json.dumps(yaml.safe_load((repository / path).read_text()), default=str))

        faults = list(jsonschema.Draft202012Validator(schema(kind)).iter_errors(typed))
        assert [fault.message for fault in faults] == [], path


def test_the_proposed_extensions_have_a_publisher_and_a_name(repository: Path) -> None:
    found = json.loads((repository / ".vscode/extensions.json").read_text())["recommendations"]

    assert "redhat.vscode-yaml" in found
    assert all(re.fullmatch(r"[a-z-]+\.[a-z-]+", name) for name in found)


def test_a_hook_runs_a_command_that_there_is(hooks: list[dict[str, object]]) -> None:
    assert [hook["id"] for hook in hooks] == ["dateline-check", "dateline-fmt"]
    for hook in hooks:
        program, name, *options = str(hook["entry"]).split()
        known = {word for one in cli.named(name).params if isinstance(one, click.Option) for word in one.opts}

        assert program == "dateline"
        assert name in cli.names()
        assert set(options) <= known
        assert str(hook["language"]) == "python"


def test_a_hook_is_for_the_files_of_the_content(hooks: list[dict[str, object]], repository: Path) -> None:
    for hook in hooks:
        assert all(re.search(str(hook["files"]), path) for path in content(repository))
        assert not re.search(str(hook["files"]), "docs/schema/event.json")
        assert not re.search(str(hook["files"]), ".github/workflows/test.yml")


def test_a_hook_brings_what_the_extra_brings(hooks: list[dict[str, object]], repository: Path) -> None:
    extra = re.search(r'^fmt = \["(.*)"\]$', (repository / "pyproject.toml").read_text(), re.MULTILINE)

    assert extra
    assert hooks[1]["additional_dependencies"] == [extra[1]]


def test_the_page_on_it_names_commands_hooks_and_options_that_there_are(
    hooks: list[dict[str, object]], repository: Path
) -> None:
    text = (repository / "docs/on-your-own-machine.md").read_text()
    words = {
        word
        for name in ("new", "fmt", "explain")
        for one in cli.named(name).params
        if isinstance(one, click.Option)
        for word in one.opts
    }

    assert {str(hook["id"]) for hook in hooks} == set(re.findall(r"id: (\S+)", text))
    assert set(re.findall(r"build\.py (\w+)", text)) <= set(cli.names())
    assert set(re.findall(r"--[a-z-]+", text)) <= words
