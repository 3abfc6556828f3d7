"""What is fuzzed: each target takes any bytes, and fails when content raised or what came out is not safe.

The name of a target is that of its folder in `finds/`, where the bytes that once made it fail are kept.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from dateline.dates import DateError, parse
from dateline.document import Document, read
from dateline.document.decoding import UNSAFE
from dateline.illustration import Illustration
from dateline.markup import from_plain_data, plain, render, to_plain_data
from dateline.markup.sanitiser import is_sanitised, sanitise
from dateline.models import Event
from dateline.report import as_github, as_html, as_text, safe, summary_markdown
from dateline.slugs import is_id, slug
from dateline.urls import LONGEST, UrlError, parse_url
from dateline.validate import validate
from tests.harmless import active_in
from tests.properties.test_document import check as check_document

MEDIA: dict[str, Illustration | str] = {
    "gate.jpg": Illustration("media/3fa2.jpg", 900, 600),
    "hidden.jpg": "#media",
}


def document(raw: bytes) -> None:
    """A file of YAML is a document of texts, or problems with places; an event of it is one or is refused."""
    check_document(raw)
    found = read("content/events/x.yaml", raw)
    if isinstance(found, Document):
        made = validate(Event, found)
        found = made if isinstance(made, tuple) else ()
    for text in (as_text(found, colour=False), as_github(found), summary_markdown(found)):
        assert not UNSAFE.search(text.replace("\n", "")), text
    assert active_in(f"<main>{as_html(found)}</main>", fragment=True) == []


def markup(raw: bytes) -> None:
    """A body is HTML in which nothing runs, from the cache too, and in which two parsers see the same."""
    text = raw.decode("utf-8", "surrogateescape")
    rendered = render(text, media=MEDIA, root="../", prefix="p-", back_label="Back to")
    made = str(rendered.html)
    assert made == sanitise(made)
    assert active_in(made, fragment=True) == []
    assert from_plain_data(to_plain_data(rendered)) == rendered
    plain(text)
    for finding in rendered.findings:
        assert "\n" not in safe(finding.message)


def sanitiser(raw: bytes) -> None:
    """Whatever HTML comes to the last wall, what passes is harmless and passes again unchanged."""
    safe_html = sanitise(raw.decode("utf-8", "replace"))
    assert is_sanitised(safe_html)
    assert sanitise(safe_html) == safe_html
    assert active_in(safe_html, fragment=True) == []


def address(raw: bytes) -> None:
    """An address is refused, or leads to the host that it names in every reader's eyes."""
    try:
        url = parse_url(raw.decode("utf-8", "replace"))
    except UrlError:
        return
    assert url.href.isascii()
    assert not set("\"'<>` \\") & set(url.href)
    if len(url.href) <= LONGEST:  # letters that are not ASCII take more room than what was typed
        assert parse_url(url.href).href == url.href
    if not url.href.startswith("mailto:"):
        assert urlsplit(url.href).hostname == url.host.strip("[]")
    assert active_in(f'<a href="{url.href}">x</a>'.replace("&", "&amp;"), fragment=True) == []


def date(raw: bytes) -> None:
    """A date is refused with words, or reads the same when it is written again."""
    text = raw.decode("utf-8", "replace")
    try:
        found = parse(text)
    except DateError:
        return
    assert parse(found.text) == found


def name(raw: bytes) -> None:
    """Any title has a name for a file, which is an id and its own name."""
    made = slug(raw.decode("utf-8", "replace"))
    assert is_id(made)
    assert slug(made) == made


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (document, markup, sanitiser, address, date, name)
}
