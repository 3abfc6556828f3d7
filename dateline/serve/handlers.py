# SPDX-License-Identifier: MIT
"""What the server on this machine answers, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_to_bytes

from livereload.handlers import LiveReloadHandler
from tornado.web import HTTPError, RequestHandler

from dateline.serve.preview import Place, content_type, is_origin, problems_page, with_additions


class Guarded(RequestHandler):
    """Answers only to names of this machine, only to GET and HEAD, and lets nothing be kept."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD")

    def initialize(self, place: Place) -> None:
        """Keep where the site is."""
        self.place = place

    def set_default_headers(self) -> None:
        """Send what every answer has."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")

    def prepare(self) -> None:
        """Refuse a name that a site elsewhere has given to this machine (DNS rebinding), and its pages."""
        asked = self.request
        if "Host" not in asked.headers or not self.place.answers_to(asked.host_name):
            raise HTTPError(HTTPStatus.MISDIRECTED_REQUEST)
        if not is_origin(asked.headers.get("Origin", f"http://{asked.host}"), asked.host):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def compute_etag(self) -> None:
        """Give no tag: nothing is kept, so nothing is compared."""

    def head(self) -> None:
        """Answer as to GET; tornado leaves the body out."""
        self.get()

    def answer(self, body: bytes, kind: str, status: int = 200) -> None:
        """Send a body; `kind` is a path whose ending says what it is."""
        self.set_status(status)
        self.set_header("Content-Type", content_type(kind))
        self.finish(body)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain text what was refused."""
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", ", ".join(self.SUPPORTED_METHODS))
        self.answer(f"{status_code} {self._reason}\n".encode(), ".txt", status_code)


class OwnFile(Guarded):
    """A file of the server itself."""

    def initialize(self, place: Place, make: Callable[[], bytes] = bytes, kind: str = ".html") -> None:
        """Keep what makes the file, and the ending of its name."""
        super().initialize(place)
        self.make, self.kind = make, kind

    def get(self) -> None:
        """Send it."""
        self.answer(self.make(), self.kind)


class SitePage(Guarded):
    """A file of the site."""

    def get(self) -> None:
        """Send the file, the index of a folder, or the site's own page for what is not there."""
        if self.place.file("index.html") is None and self.place.state.is_old:
            self.answer(problems_page(self.place.state), ".html", HTTPStatus.SERVICE_UNAVAILABLE)
            return
        path = self.decoded()
        if path in {"/", self.place.base.rstrip("/")} and path != self.place.base:
            self.redirect(self.place.base)
            return
        if not path.startswith(self.place.base):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        name = path.removeprefix(self.place.base)
        if name and not name.endswith("/") and self.place.file(f"{name}/index.html"):
            self.redirect(f"{self.place.base}{name}/")
            return
        file = self.place.file(name if name and not name.endswith("/") else f"{name}index.html")
        missing = self.place.file("404.html") if file is None else None
        found = file or missing
        if found is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        try:
            data = self.place.fresh.get(name) or found.read_bytes()
        except OSError:  # taken away since, or nobody may read it
            raise HTTPError(HTTPStatus.NOT_FOUND) from None
        page = with_additions(data, self.place.state) if found.suffix == ".html" else data
        self.answer(page, found.name, HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK)

    def decoded(self) -> str:
        """The path of the request, decoded once."""
        try:
            return unquote_to_bytes(self.request.path).decode()
        except UnicodeDecodeError:
            raise HTTPError(HTTPStatus.NOT_FOUND) from None


class ReloadSocket(LiveReloadHandler, Guarded):  # type: ignore[misc]  # livereload has no types
    """The channel that tells a page to reload; only pages of this server may listen."""

    SUPPORTED_METHODS = ("GET",)

    def prepare(self) -> None:
        """Refuse also who does not say where it came from: a browser does."""
        super().prepare()
        if "Origin" not in self.request.headers:
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks came from here; livereload would let any page listen."""
        return is_origin(origin, self.request.host)
