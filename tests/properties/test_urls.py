# SPDX-License-Identifier: MIT

"""Whatever is typed, parse_url returns a safe address or raises UrlError."""

from __future__ import annotations

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from dateline.urls import SCHEMES, UrlError, parse_url

PIECES = (
    *(
        "https://",
        "http:",
        "mailto:",
        "javascript:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "?",
        "#",
        "[",
        "]",
        "%",
        "%41",
        "%zz",
    ),
    *(
        ".",
        "xn--",
        " ",
        "\t",
        "\n",
        "\x00",
        "\u202e",
        "\u200d",
        "\ud800",
        "ü",
        "ß",
        "а",
        "日",
        "℀",
        "。",
        "０",
    ),
    *("'", '"', "<", "&", "example.org", "evil", "127.0.0.1", "0x7f", "::1", "99999", "80"),
)


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
        st.text().map("https://{}".format),
    )
)
def test_an_address_is_safe_or_refused(text: str) -> None:
    try:
        url = parse_url(text)
    except UrlError:
        return

    assert url.href.isascii()
    assert url.href.isprintable()
    assert not set("\"'<>` \\") & set(url.href)
    assert urlsplit(url.href).scheme in SCHEMES
    assert url.host
    again = parse_url(url.href)
    assert (url.href, url.host) == (again.href, again.host)
    if not url.href.startswith("mailto:"):
        split = urlsplit(url.href)
        assert url.host.strip("[]") == split.hostname
        assert split.username is None
