# SPDX-License-Identifier: MIT
"""The one parser of addresses: what it returns is safe in a link, what is not safe it refuses.

It follows what browsers do (https://url.spec.whatwg.org/) rather than RFC 3986 where the two
differ, because a browser is what a reader will open the address with.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from dateline.codes import text as codes
from dateline.problems import Code, shown
from dateline.scripts import deceives

MOST_PARSED = 10_000
"""How many addresses are kept parsed; a source stands in many events."""

LONGEST = 2000
SCHEMES = ("http", "https", "mailto")

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
AUTHORITY = re.compile(r"//([^/?#]*)(.*)", re.DOTALL)
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
MAILBOX = re.compile(r"[A-Za-z0-9._+~-]{1,64}")
MAIL_QUERY = re.compile(r"\?(?:subject|body)=[^&]*(?:&(?:subject|body)=[^&]*)*")
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

# Every character that may stand in a path, query or fragment; the apostrophe is left out so that
# an address is safe in either kind of quotes.
KEPT = "%/:?#[]@!$&()*+,;=-._~"

# Invisible characters that writing systems need inside words.
JOINERS = "\u200c\u200d"


class UrlError(ValueError):
    """An address that may not be linked: which code, what is wrong and what to write."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class UrlWarning:
    """What a reviewer should know of an address that may be linked."""

    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Url:
    """An address that may stand in a link.

    `text` is what was typed, without space around it; `href` goes into the attribute, in ASCII;
    `host` is the real host in ASCII; `shown_host` is the host for people, in its own letters
    unless those deceive. The host of a mailto address is that of the mailbox.
    """

    text: str
    href: str
    host: str
    shown_host: str
    warning: UrlWarning | None = None


@lru_cache(maxsize=MOST_PARSED)
def parse_url(text: str) -> Url:
    """The address that the text is; raises `UrlError` and nothing else."""
    text = text.strip()
    refuse_bad_characters(text)
    found = SCHEME.fullmatch(text)
    scheme = found[1].lower() if found else ""
    # In example.org:8080/a the host only looks like a scheme.
    if found is None or "." in scheme or scheme == "localhost":
        raise without_scheme(text)
    if scheme not in SCHEMES:
        raise UrlError(
            codes.URL_SCHEME,
            f"only http, https and mailto links are allowed, not {shown(found[1] + ':', 40)}",
            "link to a web page that holds it",
        )
    return mail_address(text, found[2]) if scheme == "mailto" else web_address(text, scheme, found[2])


def parse_root(text: str) -> Url:
    """The address at which a site begins, to which the addresses of its pages can be added."""
    url = parse_url(text)
    if url.href.startswith("mailto:"):
        raise UrlError(
            codes.URL_SCHEME, "a site has no mail address", "write it as in https://example.org/a/"
        )
    if "?" in url.href or "#" in url.href:
        raise UrlError(
            codes.BAD_URL,
            "the address of a site ends before ? and #",
            "write it as in https://example.org/a/",
        )
    return url


def refuse_bad_characters(text: str) -> None:
    """Raise for what no address holds, and for what browsers and people read differently."""
    if not text:
        raise UrlError(codes.BAD_URL, "the address is empty", "write it in full: https://example.org/a")
    if len(text) > LONGEST:
        raise UrlError(
            codes.BAD_URL,
            f"the address has {len(text):,} characters, the limit is {LONGEST:,}",
            "link a shorter form",
        )
    for letter in text:
        if letter == "\\":
            raise UrlError(codes.BAD_URL, "an address holds no backslash", "write / instead of \\")
        if letter.isspace():
            hint = "write %20 for a space, or take the space out"
            raise UrlError(codes.BAD_URL, f"an address holds no space ({name(letter)})", hint)
        category = unicodedata.category(letter)
        if category in {"Cc", "Cs"} or (category == "Cf" and letter not in JOINERS):
            raise UrlError(
                codes.BAD_URL, f"an address holds no invisible character ({name(letter)})", "take it out"
            )


def name(letter: str) -> str:
    """The code point of a character that cannot be shown."""
    return f"U+{ord(letter):04X}"


def without_scheme(text: str) -> UrlError:
    """The error for an address without https:, with the one that was meant where it is clear."""
    meant = "https://" + text.removeprefix("//")
    if text.startswith("//") or "." in text.partition("/")[0]:
        try:
            return UrlError(codes.BAD_URL, f"did you mean {parse_url(meant).text}?", "begin with https://")
        except UrlError as error:
            if error.code is codes.URL_USERINFO:
                return error
    return UrlError(
        codes.BAD_URL, f"{shown(text)} is not a web address", "write it in full: https://example.org/a"
    )


def web_address(text: str, scheme: str, rest: str) -> Url:
    """The http or https address whose part after the first colon is `rest`."""
    found = AUTHORITY.fullmatch(rest)
    if found is None:
        slashes = rest.lstrip("/")
        raise UrlError(
            codes.BAD_URL, f"the address needs two slashes after {scheme}:", f"{scheme}://{slashes}"
        )
    authority, tail = found[1], found[2]
    userinfo, at, authority = authority.rpartition("@")
    if at or userinfo:
        real = readable_host(authority)
        raise UrlError(codes.URL_USERINFO, f"the real host is {real}", f"take out what stands before {real}")
    host, shown_host, port = host_and_port(authority)
    return Url(text, f"{scheme}://{host}{port}{encoded(tail)}", host, shown_host, warning_of(authority, host))


def readable_host(authority: str) -> str:
    """The host of an authority for a message, as typed when it is not a host at all."""
    try:
        return host_and_port(authority)[1]
    except UrlError:
        return shown(authority)


def mail_address(text: str, rest: str) -> Url:
    """The mailto address; of what can follow the mailbox, only subject and body are kept safe."""
    mailbox, mark, query = rest.partition("?")
    local, _, domain = mailbox.rpartition("@")
    if MAILBOX.fullmatch(local) is None:
        raise UrlError(
            codes.BAD_URL, f"{shown(mailbox)} is not a mail address", "write mailto:name@example.org"
        )
    host, shown_host = host_of(domain)
    if mark and MAIL_QUERY.fullmatch(mark + query) is None:
        raise UrlError(
            codes.BAD_URL, "after a mail address only subject= and body= may follow", "take the rest out"
        )
    return Url(
        text, f"mailto:{local}@{host}{encoded(mark + query)}", host, shown_host, warning_of(domain, host)
    )


def host_and_port(authority: str) -> tuple[str, str, str]:
    """The host in ASCII, the host for people and `:port` or nothing."""
    if authority.startswith("["):
        address, closing, port = authority[1:].partition("]")
        try:
            # A zone, as in fe80::1%eth0, may hold any character and means nothing elsewhere.
            host = f"[{ipaddress.IPv6Address(address if closing and '%' not in address else '').compressed}]"
        except ValueError:
            raise UrlError(codes.BAD_URL, f"{shown(authority)} is not a host") from None
        return host, host, port_of(port)
    host, colon, digits = authority.partition(":")
    ascii_host, shown_host = host_of(host)
    return ascii_host, shown_host, port_of(colon + digits)


def port_of(text: str) -> str:
    """`:443` as it goes into the address, or nothing."""
    if not text:
        return ""
    if re.fullmatch(r":0*[0-9]{1,5}", text) is None or not 1 <= int(text[1:]) <= 65535:  # noqa: PLR2004 - 16 bits
        raise UrlError(codes.BAD_URL, f"{shown(text[1:])} is not a port", "leave the port out")
    return f":{int(text[1:])}"


def host_of(text: str) -> tuple[str, str]:
    """The host in ASCII and the host for people, from a name or an IPv4 address."""
    if not text:
        raise UrlError(codes.BAD_URL, "the address has no host", "write it in full: https://example.org/a")
    readable = normal(text).removesuffix(".")
    labels = readable.split(".")
    ascii_labels = [ascii_label(label) for label in labels]
    host = ".".join(ascii_labels)
    if len(host) > 253:  # noqa: PLR2004 - RFC 1035, section 2.3.4
        raise UrlError(codes.BAD_URL, "the host is too long", "check the address")
    if NUMBER.fullmatch(ascii_labels[-1]):
        # Browsers read 2130706433 and 0x7f.1 as addresses of machines.
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            raise UrlError(
                codes.BAD_URL, f"{shown(text)} is not a host", "write the name of the host"
            ) from None
    return host, host if deceives(labels) else readable


def normal(host: str) -> str:
    """The host in the form that names are compared in, as browsers do (UTS 46)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).lower())


def ascii_label(label: str) -> str:
    """One label of a host in ASCII: punycode (RFC 3492) where it holds other letters."""
    plain = label
    if not label.isascii():
        if not all(letter in "-_" or unicodedata.category(letter)[0] in "LMN" for letter in label):
            raise UrlError(codes.BAD_URL, f"{shown(label)} is not part of a host", "check the address")
        plain = "xn--" + label.encode("punycode").decode("ascii")
    if LABEL.fullmatch(plain) is None:
        raise UrlError(codes.BAD_URL, f"{shown(label)} is not part of a host", "check the address")
    return plain


def warning_of(authority: str, host: str) -> UrlWarning | None:
    """The warning for a host whose letters deceive: Unicode Technical Standard 39, section 5."""
    reason = deceives(normal(authority.partition(":")[0]).removesuffix(".").split("."))
    if not reason:
        return None
    return UrlWarning(
        codes.URL_HOMOGRAPH,
        f"{shown(authority)} {reason}: {host}",
        "make sure that this is the site you mean; the page shows the punycode form",
    )


def encoded(tail: str) -> str:
    """Path, query and fragment with everything percent-encoded that is not plain ASCII."""
    return quote(STRAY_PERCENT.sub("%25", tail), safe=KEPT)
