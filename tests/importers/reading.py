"""Files of other tools, read by their importers."""

from pathlib import Path
from types import ModuleType

from dateline.incoming import Given, Imported
from dateline.table_map import TableMap, read_map
from dateline.yaml_text import Data

FILES = Path(__file__).parent / "files"


def imported(importer: ModuleType, name: str, mapping: TableMap | None = None, text: str = "") -> Imported:
    """What an importer makes of a file here, or of a text."""
    raw = text.encode() if text else (FILES / name).read_bytes()
    made = importer.read(Given(((name, raw),), mapping or TableMap()))
    assert isinstance(made, Imported)
    return made


def mapping_in(text: str) -> TableMap:
    """The mapping in a text."""
    found = read_map("map.yaml", text.encode())
    assert isinstance(found, TableMap), found
    return found


def by_title(made: Imported) -> dict[str, dict[str, Data]]:
    """The fields of each event by its title."""
    return {str(one.fields["title"]): dict(one.fields) for one in made.found}


def left(made: Imported) -> set[tuple[int, str, bool]]:
    """What was not carried: line, key, and whether it was a whole event; missing sources aside."""
    return {(one.at.line, one.key, one.whole) for one in made.left if one.key != "sources"}
