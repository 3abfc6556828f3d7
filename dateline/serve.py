# SPDX-License-Identifier: MIT
"""The site on this machine, rebuilt and reloaded when a file changes.

livereload is the server. Its parts are replaced where a page under our content policy, or a
machine with other pages open in the browser, needs more: files are watched in a thread and every
reload is sent; only this machine's names are answered; the script is a module and not inline.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler
from watchfiles import DefaultFilter, watch

from dateline import report
from dateline.output import is_safe
from dateline.problems import Problem, Severity
from dateline.write import WriteError

Build = Callable[[], tuple[Problem, ...]]

PORTS_TRIED = 10
MOST_SHOWN = 20  # problems in the box of a page; the page of problems has all
LOCAL = {"localhost", "127.0.0.1", "::1"}
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
  const socket = new WebSocket(`ws://${location.host}/livereload`);
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
.dateline-problems { position: sticky; inset-block-start: 0; z-index: 1000; max-block-size: 40vh; overflow: auto;
  margin: 0; padding: 1rem; border-block-end: 4px solid #b00020; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 system-ui, sans-serif; text-align: start; }
.dateline-problems :is(p, pre, ol) { margin-block: 0.25rem; max-inline-size: none; }
.dateline-problems pre { overflow: auto; background: #f3f3f3; color: #1a1a1a; }
.dateline-problems a { color: #0b3d91; }
"""
