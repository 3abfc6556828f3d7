"""What in a piece of HTML could run, load or lead astray, in the eyes of two parsers that share no code.

html5lib follows an old form of the standard and justhtml the present one: what either of them takes for
more than a text or a plain link is told, and so is a page that the two do not read alike.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import html5lib
from justhtml import JustHTML

HTML = "http://www.w3.org/1999/xhtml"
NEVER = {
    *("base", "embed", "iframe", "frame", "object", "applet", "style", "noscript", "math"),
    *("foreignobject", "animate", "animatetransform", "animatemotion", "set", "portal", "plaintext", "xmp"),
}
LOADS = {
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "imagesrcset",
    "xlink:href",
}
DRAWS = {"use", "image", "feimage"}
SCHEMES = {"", "http", "https", "mailto"}
OUTSIDE = re.compile(r"^\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
METAS = {"content-security-policy", "refresh"}
REFRESH = re.compile(r"0; url=(?:\.\./)*[a-z0-9][A-Za-z0-9/._-]*\.html")
FETCHES = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
NAMES = {"canonical", "alternate", "next", "prev"}


@dataclass(frozen=True, slots=True)
class Tag:
    """An element as a parser sees it: its name, its attributes, and the text in it if it is a script."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""


def by_html5lib(html: str, *, fragment: bool) -> list[Tag]:
    """Every element, in the order of the document."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html, container="main") if fragment else parser.parse(html)
    return [
        Tag(
            one.tag.rpartition("}")[2].lower(),
            tuple(sorted((name.rpartition("}")[2].lower(), value) for name, value in one.attrib.items())),
            one.text or "" if one.tag == "script" else "",
        )
        for one in list(tree.iter())[fragment:]
        if isinstance(one.tag, str)
    ]


def by_justhtml(html: str, *, fragment: bool) -> list[Tag]:
    """Every element, in the order of the document."""
    tree = JustHTML(html, sanitize=False, fragment=fragment)
    return [
        Tag(
            one.name.lower(),
            tuple(
                sorted(
                    (name.rpartition(":")[2].lower(), value or "")
                    for name, value in (one.attrs or {}).items()
                )
            ),
            "".join(str(part.data) for part in one.children or ()) if one.name == "script" else "",
        )
        for one in tree.query("*")
    ]


def active_in(html: str, *, fragment: bool = False) -> list[str]:
    """What could run, load from elsewhere or be read in two ways; empty where the HTML is harmless.

    A fragment is what somebody typed, made into HTML: no drawing and no template of ours is in it.
    """
    first, second = by_html5lib(html, fragment=fragment), by_justhtml(html, fragment=fragment)
    differ = [] if first == second else [f"two parsers disagree: {_difference(first, second)}"]
    foreign = [f"<{tag.name}>" for tag in (*first, *second) if fragment and tag.name in {"svg", "template"}]
    return differ + foreign + [told for tag in dict.fromkeys([*first, *second]) for told in complaints(tag)]


def _difference(first: list[Tag], second: list[Tag]) -> str:
    pairs = zip([*first, None], [*second, None], strict=False)
    return next((f"{one} or {other}" for one, other in pairs if one != other), "")


def complaints(tag: Tag) -> Iterator[str]:
    """What is wrong with one element."""
    attributes = dict(tag.attributes)
    if tag.name in NEVER:
        yield f"<{tag.name}>"
    if tag.name == "script":
        yield from _of_script(tag, attributes)
    if tag.name in {"meta", "link"}:
        yield from _of_head(tag, attributes)
    for name, value in tag.attributes:
        if name.startswith("on") or name in {"style", "srcdoc", "is", "nonce"}:
            yield f"<{tag.name} {name}={value!r}>"
        elif name == "href" and not is_plain(value):
            yield f"<{tag.name} href={value!r}>"
        elif (name in LOADS or (name == "href" and tag.name in DRAWS)) and OUTSIDE.match(value):
            yield f"<{tag.name} {name}={value!r}>"


def _of_head(tag: Tag, attributes: dict[str, str]) -> Iterator[str]:
    if tag.name == "meta" and "http-equiv" in attributes:
        kind, content = attributes["http-equiv"].lower(), attributes.get("content", "")
        if kind not in METAS or (kind == "refresh" and REFRESH.fullmatch(content) is None):
            yield f"<meta> {kind}: {content}"
    if tag.name == "link":
        kinds = set(attributes.get("rel", "").split())
        if (
            not kinds
            or not kinds <= NAMES | FETCHES
            or (kinds & FETCHES and OUTSIDE.match(attributes["href"]))
        ):
            yield f"<link rel={attributes.get('rel')} href={attributes.get('href')}>"


def _of_script(tag: Tag, attributes: dict[str, str]) -> Iterator[str]:
    if attributes.get("type") == "application/ld+json" and "src" not in attributes:
        try:
            json.loads(tag.text, parse_constant=_no_number)
        except ValueError as error:
            yield f"data that are no JSON: {error}"
    elif (
        attributes.get("type") != "module"
        or tag.text
        or not re.search(r"(^|/)assets/[\w-]+\.js$", attributes.get("src", ""))
    ):
        yield f"<script {tag.attributes}>{tag.text[:40]}"


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def is_plain(address: str) -> bool:
    """Whether an address is one that a reader may follow: of the web, of a mailbox, or of this site."""
    if re.search(r"[\x00-\x20\\]", address) or address.startswith("//"):
        return False
    try:
        split = urlsplit(address)
    except ValueError:
        return False
    return split.scheme in SCHEMES and split.username is None
