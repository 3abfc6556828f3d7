"""Small sites in a folder, and the command line as a reader at a terminal meets it."""

import signal
from collections.abc import Mapping
from pathlib import Path

from dateline.checking import check
from dateline.cli import main
from dateline.document import Document, read
from dateline.problems import Problem

EVENT = "title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/report]\n"
SITE = "title: A timeline\nknowledge_date: 2022-01-31\n"


def site_of(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A site whose content folder holds these files; there is a site.yaml in any case."""
    for name, text in {"site.yaml": SITE, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def problems_of(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    """Everything that is wrong with a site of these files."""
    return check(site_of(folder, files)).problems


def document_of(text: str) -> Document:
    """A document as the engine reads it."""
    document = read("content/events/x.yaml", text.encode())
    assert isinstance(document, Document), document
    return document


def run(*arguments: str | Path) -> int:
    """The exit code of a command; what it does to signals is undone."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        return main([str(argument) for argument in arguments])
    finally:
        signal.signal(signal.SIGTERM, before)
