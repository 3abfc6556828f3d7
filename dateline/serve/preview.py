# SPDX-License-Identifier: MIT
"""Whom the server on this machine answers, with which file, and what it adds to a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from ipaddress import ip_address
from pathlib import Path

from dateline import report
from dateline.output import NO_JEKYLL, is_safe
from dateline.problems import Problem, Severity

MOST_SHOWN = 20  # problems in the box of a page; the page of problems has all
RELOAD_PATH = "/__reload__.js"
STYLE_PATH = "/__problems__.css"
PROBLEMS_PATH = "/__problems__"
SOCKET_PATH = "/__live__"
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".ics": "text/calendar",
    ".xml": "application/xml",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".jsonl": "application/jsonl",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
WITH_CHARSET = re.compile(r"text/|application/.*(json|xml)")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)
RELOAD_JS = """\
// Reloads the page when the site was rebuilt, and when a server that was gone is there again.
let lost = false;
function connect() {
  const socket = new WebSocket(`ws://${location.host}/__live__`);
  socket.onopen = () => {
    if (lost) location.reload();
    socket.send(JSON.stringify({ command: "hello" }));
    socket.send(JSON.stringify({ command: "info", url: location.pathname }));
  };
  socket.onmessage = (event) => {
    const { command } = JSON.parse(event.data);
    if (command === "reload") location.reload();
    else document.documentElement.dataset.reload = "ready";
  };
  socket.onclose = () => {
    lost = true;
    setTimeout(connect, 1000);
  };
}
connect();
"""
PROBLEMS_CSS = """\
.dateline-problems { position: sticky; inset-block-start: 0; z-index: 1000; max-block-size: 40vh;
  overflow: auto; margin: 0; padding: 1rem; border-block-end: 4px solid #b00020; background: #fff;
  color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; text-align: start; }
.dateline-problems :is(p, pre, ol) { margin-block: 0.25rem; max-inline-size: none; }
.dateline-problems pre { overflow: auto; background: #f3f3f3; color: #1a1a1a; }
.dateline-problems a { color: #0b3d91; }
"""


@dataclass(frozen=True, slots=True)
class State:
    """How the last build went: what it found, and what kept it from writing, if anything did."""

    problems: tuple[Problem, ...] = ()
    failure: str = ""

    @property
    def is_old(self) -> bool:
        """Whether the pages are those of an earlier build."""
        return bool(self.failure) or any(problem.severity is Severity.ERROR for problem in self.problems)


class Place:
    """Where the site lies, under which path and names it is served, and how its last build went.

    `fresh` are pages, by path, that are newer than those of the folder.
    """

    def __init__(self, folder: Path, base: str, host: str) -> None:
        self.folder = folder
        self.base = base
        self.host = host
        self.state = State()
        self.fresh: Mapping[str, bytes] = {}

    def answers_to(self, name: str) -> bool:
        """Whether a Host header names this server; other names are those of sites that rebind theirs."""
        name = (name[1:-1] if name.startswith("[") and ":" in name else name).lower()
        return name in LOCAL or name == self.host or (_is_wildcard(self.host) and _is_address(name))

    def file(self, path: str) -> Path | None:
        """The file of a path below the base, if the site has it; links are not followed."""
        file = self.folder / path
        if not is_safe(path) or path == NO_JEKYLL:
            return None
        try:
            return file if file.resolve() == file and file.is_file() else None
        except OSError:  # a folder that nobody may look into
            return None


def is_origin(origin: str, host: str) -> bool:
    """Whether the page that asks, as a browser names it, came from the server under that Host."""
    return origin.lower().partition("://")[2] == host.lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_wildcard(host: str) -> bool:
    return _is_address(host) and ip_address(host).is_unspecified


def content_type(path: str) -> str:
    """The media type that GitHub Pages, too, would send for a path, always the same on every machine."""
    kind = KINDS.get(f".{path.rpartition('.')[2]}", "application/octet-stream")
    return f"{kind}; charset=utf-8" if WITH_CHARSET.match(kind) else kind


def with_additions(page: bytes, state: State) -> bytes:
    """An HTML page with the script and, when it is an old page, with the box of problems."""
    added = (
        f'<script type="module" src="{RELOAD_PATH}"></script>' + (_box(state) if state.is_old else "")
    ).encode()
    start = BODY.search(page)
    at = start.end() if start else len(page)
    return page[:at] + added + page[at:]


def _box(state: State) -> str:
    more = len(state.problems[MOST_SHOWN:])
    link = f'<p><a href="{PROBLEMS_PATH}">{f"and {more} more" if more else "On a page of their own"}</a></p>'
    return (
        '<aside class="dateline-problems" lang="en" dir="ltr" aria-label="Problems">'
        f'<link rel="stylesheet" href="{STYLE_PATH}"><p>This page is as it was before: {_summary(state)}.</p>'
        f"{report.as_html(state.problems[:MOST_SHOWN])}{link if state.problems else ''}</aside>"
    )


def _summary(state: State) -> str:
    return escape(report.safe(state.failure) or report.closing(state.problems))


def problems_page(state: State) -> bytes:
    """A page of all problems."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width"><title>Problems</title>'
        f'<link rel="stylesheet" href="{STYLE_PATH}"></head><body>'
        f'<script type="module" src="{RELOAD_PATH}"></script>'
        f"<main><h1>Problems</h1><p>{_summary(state)}</p>{report.as_html(state.problems)}</main></body></html>"
    ).encode()
