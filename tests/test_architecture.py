"""The shape of the code: floors, one door per dependency, small modules with one sentence each.

A new module must be placed on a floor here. It may import from lower floors, from its own floor
where no circle comes of it, and never from a higher one; the open ends (rules, outputs, importers)
never import each other.
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "dateline"

# A package stands for every module in it. A module that is not there yet is simply absent.
FLOORS = {
    0: """__init__ problems codes dates clock urls scripts slugs discover language relations terms
          digest geo site_address states engine json_text locales access yaml_text issue_payload
          handed_on starter ending unused""",
    1: """document kinds models markup images store maps compiled phrases strip wording workers unchanged
          progress pagefind illustration""",
    2: """moments month_grid relation_graph share_cards showing load validate records registry
          references redirects ordering timeline groups strips stretches shelves shelf_pages
          listing_page pictures output setting stories cards likeness rows exported mentions examine
          reading tales across means options distrust theme schema rulebook accused addresses localtimes page
          atom changes citation csv_text dataset feeds formats flat ics_text positions slice_pieces slices
          spoken template_keys translated translation_age translation_notes chunks columns draft
          tick_words blur atlas map_words map_page map_files own_basemap key_order tidy duplicates known
          registering answers issue_form issue_answers written_names new_site form form_rules
          reference_kinds ledger comparison difference event_text
          incoming pieces html_text json_lines site_size calendar_file tables table_map
          table_dates table_rows table_guess precision_codes slides slides_dates slides_sheet landing carried
          returned embedding oembed embedded_event""",
    3: "rules outputs importers",
    4: """write report saving importing serve checking searching telling issue_reply links revision review
          review_text""",
    5: "planning piecework pipeline run session asking interview beginning trial issue_event",
    6: "commands cli __main__",
}
OPEN_ENDS = {"rules", "outputs", "importers"}
DOORS = {
    "PIL": {"images", "images.sharing", "images.smaller"},
    "babel": {"locales"},
    "click": {"asking", "beginning", "cli", "commands", "interview", "progress", "telling"},
    "distributed": {"workers.cluster"},
    "icalendar": {"calendar_file"},
    "jinja2": {"compiled", "phrases", "template_keys", "theme"},
    "livereload": {"serve", "serve.handlers"},
    "markdown": {"markup.syntax"},
    "markupsafe": {"examine", "markup", "outputs.events", "outputs.pages", "stories", "timeline"},
    "nh3": {"markup.sanitiser"},
    "pydantic": {"kinds", "models", "schema", "validate"},
    "pydantic_core": {"digest", "json_text", "kinds", "models", "validate"},
    "ruamel": {"tidy"},
    "sqlite3": {"formats.database", "store"},
    "tornado": {"serve", "serve.handlers"},
    "watchfiles": {"serve"},
    "yaml": {"document"},
}
NETWORK = ("ssl", "http.client", "urllib.request", "ftplib", "smtplib")
"""What a module needs to ask another machine on the web."""

LONGEST = 300
LONGER = {
    "models": "the only schema: each field with its description, read from top to bottom",
}
VAGUE = {"base", "common", "core", "data", "handler", "helper", "helpers", "manager", "misc", "util", "utils"}


@dataclass(frozen=True)
class Module:
    """A module of the engine: its dotted name below `dateline`, its text and its tree."""

    name: str
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @property
    def top(self) -> str:
        """The module, or the package below `dateline` that it is in."""
        return self.name.partition(".")[0]

    def imports(self) -> Iterator[str]:
        """Each imported name in full, wherever in the module it is imported."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"dateline/{self.name}: imports are written in full"
                assert node.module is not None
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def modules() -> dict[str, Module]:
    """Every module of the engine by name; a package goes by its own name."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        text = file.read_text(encoding="utf-8")
        found[name] = Module(name, text, ast.parse(text))
    return found


def inner_imports(module: Module) -> set[str]:
    """The modules of the engine that a module imports."""
    names = (name.removeprefix("dateline").removeprefix(".") for name in module.imports() if _is_ours(name))
    return {_nearest_module(name) for name in names} - {module.name}


def _is_ours(name: str) -> bool:
    return name == "dateline" or name.startswith("dateline.")


def _nearest_module(name: str) -> str:
    """The module that holds an imported name: `dates.parse` is in `dates`, `__version__` in the package."""
    while name and name not in modules():
        name = name.rpartition(".")[0]
    return name or "__init__"


def floor(top: str) -> int:
    """The floor of a module, or -1 for one that has none."""
    return next((level for level, names in FLOORS.items() if top in names.split()), -1)


every_module = pytest.mark.parametrize("module", modules().values(), ids=lambda module: module.name)


@every_module
def test_a_module_stands_on_a_floor(module: Module) -> None:
    assert floor(module.top) >= 0, f"place dateline/{module.top} on a floor at the top of this file"


@every_module
def test_a_module_imports_only_downwards(module: Module) -> None:
    upwards = {name for name in inner_imports(module) if floor(name.partition(".")[0]) > floor(module.top)}

    assert not upwards


@every_module
def test_open_ends_never_import_each_other(module: Module) -> None:
    if module.top in OPEN_ENDS:
        ends = {name for name in inner_imports(module) if name.partition(".")[0] in OPEN_ENDS}

        assert ends <= {module.top}  # a module may import what its own package says


def test_imports_make_no_circle() -> None:
    try:
        TopologicalSorter({name: inner_imports(module) for name, module in modules().items()}).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def opens(module: Module, doors: set[str]) -> bool:
    """Whether a module is one of the doors, or a command where all commands are."""
    return module.name in doors or (module.top == "commands" and module.top in doors)


@every_module
def test_a_dependency_has_one_door(module: Module) -> None:
    outside = {
        name.partition(".")[0] for name in module.imports() if not _is_ours(name)
    } - sys.stdlib_module_names
    wrong = {package for package in outside if not opens(module, DOORS.get(package, set()))}

    assert not wrong, f"dateline/{module.name} is no door for {wrong}"


def test_no_build_can_ask_another_machine() -> None:
    reached, waiting = (
        set(),
        ["pipeline", "session", "serve", "commands.build", "commands.check", "commands.serve"],
    )
    waiting += [name for name in modules() if name.partition(".")[0] in OPEN_ENDS]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += inner_imports(modules()[name])
    asking = {
        name
        for name, module in modules().items()
        if any(one == door or one.startswith(f"{door}.") for one in module.imports() for door in NETWORK)
    }

    assert asking == {"links.door"}
    assert not {name for name in reached if name.partition(".")[0] == "links"}


@every_module
def test_a_module_says_in_one_sentence_what_it_is_for(module: Module) -> None:
    docstring = ast.get_docstring(module.tree)
    assert docstring is not None
    first = docstring.splitlines()[0]

    assert first.endswith(".")
    assert ". " not in first


@every_module
def test_a_module_is_short(module: Module) -> None:
    length = len(module.text.splitlines())

    assert (length > LONGEST) == (module.name in LONGER), f"{length} lines; the limit is {LONGEST}"


@every_module
def test_a_module_has_a_name_that_says_something(module: Module) -> None:
    assert not VAGUE & set(re.split(r"[._]", module.name))


@every_module
def test_a_module_states_its_licence(module: Module) -> None:
    assert module.text.startswith("# SPDX-License-Identifier: MIT\n")


@every_module
def test_no_type_lives_on_the_wrong_floor(module: Module) -> None:
    assert "TYPE_CHECKING" not in module.text


@every_module
def test_only_markup_makes_trusted_html(module: Module) -> None:
    calls = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    names = {ast.unparse(call).rpartition(".")[2] for call in calls}

    assert "Markup" not in names or module.name == "markup"


def test_no_template_switches_escaping_off() -> None:
    templates = [
        file for file in sorted((ROOT / "templates").rglob("*")) if file.suffix in {".html", ".xml", ".txt"}
    ]
    off = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\b")

    assert [] == [file.name for file in templates if off.search(file.read_text(encoding="utf-8"))]


@cache
def tracked() -> dict[str, str]:
    """Every text file that is or would be committed, by path."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return {str(file.relative_to(ROOT)): file.read_bytes().decode("utf-8", "replace") for file in files}


# Home folders of people and of root, and where a package index would be named in a lock file.
PLACES = [
    r"(?<![\w.-])/(home|Users)/\w+/",
    r"(?<![\w.-])/root/[\w.]",
    r"^\s*--(extra-)?index-url\b",
    r"^\s*--find-links\b",
]


@pytest.mark.parametrize("pattern", PLACES)
def test_no_file_names_a_place_on_one_machine_or_a_package_index(pattern: str) -> None:
    assert [] == [path for path, text in tracked().items() if re.search(pattern, text, re.MULTILINE)]


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_a_lock_works_with_any_package_index(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if re.match(r"\w", line)]

    assert all(re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+( ; .+)? \\$", line) for line in pinned)
    assert len(pinned) <= sum(line.startswith("    --hash=sha256:") for line in lines)
    assert not any(line.startswith("-") or "://" in line for line in lines)


def test_what_npm_fetches_is_pinned_by_its_sum_and_comes_from_any_registry() -> None:
    folder = ROOT / "tests/npm"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    own, *fetched = json.loads(lock)["packages"].values()

    assert own["dependencies"] == wanted
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    assert all(one["integrity"].startswith("sha512-") for one in fetched)
    assert "://" not in lock
    assert "resolved" not in lock


def test_no_workflow_runs_a_strangers_code_with_our_rights() -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / ".github/workflows").glob("*.yml"))]
    assert texts

    for text in texts:
        assert "pull_request_target" not in text
        assert "workflow_run" not in text
        assert "\npermissions: {}\n" in text
        assert "${{" not in "".join(re.findall(r"run: (?:\|\n(?: {10}.*\n)+|.*)", text))
        assert all(re.search(r"@[0-9a-f]{40} # v", line) for line in text.splitlines() if "uses: " in line)
