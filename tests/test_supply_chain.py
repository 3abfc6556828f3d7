"""What dateline stands on is named, justified, locked with digests and listed."""

import json
import re
import subprocess
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from scripts.sbom import bill, direct_dependencies, needed, pins
from tests.torture import Tell

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
MADE = """\
dateline-kit[extra]==1.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via dateline (pyproject.toml)
small==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:{b}
    # via
    #   -c requirements.lock
    #   dateline-kit
    #   other
""".format(a="a" * 64, b="b" * 64)


def normal(name: str) -> str:
    """A package's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named() -> set[str]:
    """The packages that docs/dependencies.md names in its tables."""
    page = (ROOT / "docs/dependencies.md").read_text("utf-8")
    cells = [cell for row in re.findall(r"^\|(.*)\|$", page, re.MULTILINE) for cell in row.split("|")]
    return {normal(name) for cell in cells for name in re.findall(r"[A-Za-z][\w.-]*\w", cell)}


def test_each_package_that_a_site_is_built_with_is_in_the_docs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [wanted for held in project["optional-dependencies"].values() for wanted in held]
    asked = {normal(re.split(r"[\[<>=~!]", wanted)[0]) for wanted in (*project["dependencies"], *extras)}
    locked = {normal(pin.name) for pin in pins(LOCK)}

    assert asked - named() == set()
    assert locked - named() == set()
    assert {normal(name) for name in direct_dependencies()} <= locked


def test_a_package_that_nobody_named_would_be_missed() -> None:
    assert "requests" not in named()
    assert "not-a-package" not in named()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_version_and_a_digest(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    found = pins(text)

    assert len(found) == len(re.findall(r"^[\w.-]+(\[.*\])?==", text, re.MULTILINE)) > 5
    assert all(pin.digests and pin.via for pin in found)


def test_the_locks_agree() -> None:
    versions = [{pin.name: pin.version for pin in pins((ROOT / lock).read_text("utf-8"))} for lock in LOCKS]

    for one in versions:
        for other in versions:
            assert all(other[name] == version for name, version in one.items() if name in other)


def test_a_lock_is_read_as_it_is_written() -> None:
    kit, small = pins(MADE)

    assert (kit.name, kit.version, kit.marker, kit.via) == ("dateline-kit", "1.0", None, ("dateline",))
    assert kit.digests == ("a" * 64, "b" * 64)
    assert (small.marker, small.via) == ("sys_platform == 'win32'", ("dateline-kit", "other"))
    assert needed([kit, small], {"dateline-kit"}) == {"dateline-kit", "small"}
    assert needed([kit, small], {"other"}) == set()


@pytest.mark.torture
def test_the_bill_is_what_the_standard_says_and_the_same_each_time(
    figure: Tell,
) -> None:
    text = bill(LOCK, direct_dependencies())
    held = json.loads(text)
    folder = files("cyclonedx.schema") / "_res"
    schemas = {name: json.loads((folder / name).read_text()) for name in SCHEMAS}
    known: Registry = Registry().with_resources(
        (f"http://cyclonedx.org/schema/{name}", Resource.from_contents(schema))
        for name, schema in schemas.items()
    )
    validator = jsonschema.Draft7Validator(schemas[SCHEMAS[0]], registry=known)

    assert [error.message for error in validator.iter_errors(held)] == []
    assert not validator.is_valid({**held, "components": [{"name": "no type"}]})
    assert text == bill(LOCK, direct_dependencies())
    assert text != bill(LOCK + "\n", direct_dependencies())
    assert {part["name"]: part["version"] for part in held["components"]} == {
        pin.name: pin.version for pin in pins(LOCK)
    }
    required = [part["name"] for part in held["components"] if part["scope"] == "required"]
    direct = direct_dependencies()
    assert direct <= set(required)
    brought = {row["ref"]: row.get("dependsOn", []) for row in held["dependencies"]}
    assert "pydantic-core" in brought["pydantic"]
    assert len(brought["dateline"]) > len(direct)  # the extras' too
    figure(
        "Q1",
        "run-time dependencies",
        f"{len(direct)} that we ask for, {len(required)} with what these bring; each justified and locked "
        "with digests; sdist and wheel made twice, the second time from the sdist: same bytes",
    )


SCHEMAS = ("bom-1.6.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")


def committed() -> list[Path]:
    """The files of the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def is_program(raw: bytes) -> bool:
    """Whether a file is something that runs and that nobody can read."""
    return raw.startswith((b"\x7fELF", b"MZ\x90\x00", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\0asm"))


def test_no_program_is_committed_that_nobody_can_read() -> None:
    assert is_program(b"\x7fELF\x02")
    for path in committed():
        assert path.suffix not in {".so", ".pyc", ".whl", ".exe", ".dll", ".jar", ".class", ".wasm"}, path
        with path.open("rb") as file:
            assert not is_program(file.read(4)), path


def test_what_a_host_looks_for_is_where_it_looks() -> None:
    policy = (ROOT / "SECURITY.md").read_text("utf-8")
    assert re.search(r"vulnerabilit\w+", policy)
    assert re.search(r"\d+ days", policy)
    assert "Report a vulnerability" in policy
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    updates = (ROOT / ".github/dependabot.yml").read_text("utf-8")
    assert "package-ecosystem: github-actions" in updates
    tests = (ROOT / ".github/workflows/test.yml").read_text("utf-8")
    assert "pull_request:" in tests
    assert "make test" in tests


def test_the_audit_looks_at_every_lock_whenever_one_changes() -> None:
    text = (ROOT / ".github/workflows/audit.yml").read_text("utf-8")

    assert len(LOCKS) == 3
    assert "for lock in requirements*.lock" in text
    assert text.count('paths: ["requirements*.lock"]') == 2
    assert "schedule:" in text


def test_every_check_of_a_scorecard_has_its_line() -> None:
    page = (ROOT / "docs/supply-chain.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Z][\w-]+(?:, [A-Z][\w-]+)*) \|", page, re.MULTILINE)

    assert {name for row in rows for name in row.split(", ")} == {
        *("Binary-Artifacts", "Branch-Protection", "CI-Tests", "CII-Best-Practices", "Code-Review"),
        *("Contributors", "Dangerous-Workflow", "Dependency-Update-Tool", "Fuzzing", "License", "Maintained"),
        *("Packaging", "Pinned-Dependencies", "SAST", "SBOM", "Security-Policy", "Signed-Releases"),
        *("Token-Permissions", "Vulnerabilities", "Webhooks"),
    }
