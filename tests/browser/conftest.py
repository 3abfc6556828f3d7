"""A Chromium that sees only the built site: `open_page` opens a page, and no other host answers."""

import mimetypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from scripts.install_browser import chromium

ORIGIN = "https://timeline.example"
ROOT_URL = f"{ORIGIN}/repo/"  # a project site on Pages lies in a folder, so absolute paths would break here
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # what slips past the route below finds no address
]
TYPES = {".js": "text/javascript", ".json": "application/json", ".ics": "text/calendar"}
Scheme = Literal["light", "dark"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder with `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Visit:
    """What went wrong while a test had pages open; a test that expects it clears the list."""

    refused: list[str] = field(default_factory=list)  # addresses on other hosts that a page asked for
    errors: list[str] = field(default_factory=list)  # uncaught exceptions and what the console calls an error


class OpenPage(Protocol):
    """Open a page of the site; `site` is another folder than the repository's own site."""

    def __call__(
        self,
        path: str = "index.html",
        *,
        javascript: bool = True,
        width: int = 1280,
        scheme: Scheme = "light",
        site: Path | None = None,
    ) -> Page: ...


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium per test module: while it runs, the thread cannot run another event loop."""
    path = chromium()
    if path is None:
        pytest.fail("No Chromium: run `make test`, which installs one, or see scripts/install_browser.py.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit() -> Iterator[Visit]:
    """The record of one test's pages, which must end empty."""
    record = Visit()
    yield record
    assert not record.refused, f"a page asked other hosts: {record.refused}"
    assert not record.errors, f"a page had errors: {record.errors}"


@pytest.fixture
def open_page(browser: Browser, visit: Visit, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Open pages, each in a context of its own; they close when the test ends."""
    contexts: list[BrowserContext] = []

    def open_(
        path: str = "index.html",
        *,
        javascript: bool = True,
        width: int = 1280,
        scheme: Scheme = "light",
        site: Path | None = None,
    ) -> Page:
        folder = site or request.getfixturevalue("site")
        context = browser.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="en-GB",
            reduced_motion="reduce",  # so that the focus, and what is scrolled to, is where it will be
            timezone_id="Pacific/Kiritimati",  # UTC+14 finds a page that moves days to the reader's clock
            service_workers="block",
        )
        contexts.append(context)
        context.route("**/*", _from(folder, visit))
        page = context.new_page()
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.on("console", lambda said: visit.errors.append(said.text) if said.type == "error" else None)
        page.goto(ROOT_URL + path)
        return page

    yield open_
    for context in contexts:
        context.close()


def _from(folder: Path, visit: Visit) -> Callable[[Route], None]:
    """Answer requests from a folder as GitHub Pages does; record and refuse those to other hosts."""

    def answer(route: Route) -> None:
        url = route.request.url
        if not url.startswith(ROOT_URL):
            visit.refused.append(url)
            route.abort()
            return
        name = unquote(urlsplit(url.removeprefix(ROOT_URL)).path)
        file, status = folder / (f"{name}index.html" if f"/{name}".endswith("/") else name), 200
        if not file.is_file():
            file, status = folder / "404.html", 404
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        body = file.read_bytes() if file.is_file() else b"404 Not Found"
        route.fulfill(status=status, body=body, content_type=kind + charset)

    return answer
