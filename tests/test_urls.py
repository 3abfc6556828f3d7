# SPDX-License-Identifier: MIT

"""Addresses that may be linked are made safe; the others are refused in plain words."""

from __future__ import annotations

import pytest

from dateline.codes import text as codes
from dateline.problems import Code
from dateline.scripts import deceives
from dateline.urls import UrlError, parse_root, parse_url


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("https://example.org", "https://example.org"),
        (" https://example.org/a \n", "https://example.org/a"),
        ("HTTPS://Example.ORG/A?b=C#D", "https://example.org/A?b=C#D"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("http://example.org:080/", "http://example.org:80/"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://my_site.example.org/", "https://my_site.example.org/"),
        ("https://example.org/ü/\"'<>`{|}^", "https://example.org/%C3%BC/%22%27%3C%3E%60%7B%7C%7D%5E"),
        ("https://example.org/100%?a=%41&b=[1]", "https://example.org/100%25?a=%41&b=[1]"),
        ("https://fa.wikipedia.org/wiki/می\u200cخواهم", None),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://ＥＸＡＭＰＬＥ.org/", "https://example.org/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://192.0.2.7/a", "https://192.0.2.7/a"),
        ("https://[2001:DB8:0::1]:8443/", "https://[2001:db8::1]:8443/"),
        ("https://example.org#top", "https://example.org#top"),
        ("https://example.org?a", "https://example.org?a"),
        ("https://example.org:1/", "https://example.org:1/"),
        ("https://example.org:00065535/", "https://example.org:65535/"),
        ("https://_a._b_.example.org/", "https://_a._b_.example.org/"),
        ("https://a--b-c.example.org/", "https://a--b-c.example.org/"),
        ("https://0x7g.example/", "https://0x7g.example/"),
        ("https://1.example.org/", "https://1.example.org/"),
        (f"https://{'a' * 63}.{'ü' * 56}.org/", None),
        (f"https://{'a.' * 126}a/", None),
        (f"https://example.org/{'a' * 1980}", None),
        ("https://example.org/%bd%DE%2b%0", "https://example.org/%bd%DE%2b%250"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("mailto:Tip.Line_7+x~y-z@example.org", "mailto:Tip.Line_7+x~y-z@example.org"),
        (f"mailto:{'a' * 64}@example.org", None),
        (
            "mailto:desk@example.org?body=On&subject=Two&body=",
            "mailto:desk@example.org?body=On&subject=Two&body=",
        ),
        ("mailto:desk@example.org?subject=A correction".replace(" ", "%20"), None),
    ],
)
def test_a_good_address_is_made_safe_for_an_attribute(text: str, href: str | None) -> None:
    url = parse_url(text)

    assert text.strip() == url.text
    assert href is None or href == url.href
    assert url.href.isascii()
    assert not set("\"'<>` \\\t\n") & set(url.href)
    assert url.href == parse_url(url.href).href
    assert url.warning is None


REFUSED: list[tuple[str, Code, str]] = [
    (
        "javascript:alert(1)",
        codes.URL_SCHEME,
        "only http, https and mailto links are allowed, not 'javascript:'",
    ),
    ("a5+b-c:x", codes.URL_SCHEME, "not 'a5+b-c:'"),
    ("JaVaScRiPt:alert(1)", codes.URL_SCHEME, "only http"),
    ("javascript:1", codes.URL_SCHEME, "only http"),
    ("javascript://example.org/%0aalert(1)", codes.URL_SCHEME, "only http"),
    ("java\tscript:alert(1)", codes.BAD_URL, "U+0009"),
    ("java\nscript:alert(1)", codes.BAD_URL, "U+000A"),
    ("\x01javascript:alert(1)", codes.BAD_URL, "U+0001"),
    ("java\u00adscript:alert(1)", codes.BAD_URL, "U+00AD"),
    ("data:text/html,<script>alert(1)</script>", codes.URL_SCHEME, "only http"),
    ("vbscript:x", codes.URL_SCHEME, "only http"),
    ("file:///etc/passwd", codes.URL_SCHEME, "only http"),
    ("ms-word:ofe|u|https://example.org/a.docx", codes.URL_SCHEME, "only http"),
    ("search-ms:query=x", codes.URL_SCHEME, "only http"),
    ("tel:+123", codes.URL_SCHEME, "only http"),
    ("example.org/a", codes.BAD_URL, "did you mean https://example.org/a?"),
    ("example.org:8080/a", codes.BAD_URL, "did you mean https://example.org:8080/a?"),
    ("//example.org/a", codes.BAD_URL, "did you mean https://example.org/a?"),
    ("//github.com@evil.example/", codes.URL_USERINFO, "the real host is evil.example"),
    ("https:example.org", codes.BAD_URL, "two slashes"),
    ("https:/example.org", codes.BAD_URL, "two slashes"),
    ("https:\\\\evil.example", codes.BAD_URL, "backslash"),
    ("https://github.com@evil.example/", codes.URL_USERINFO, "the real host is evil.example"),
    ("https://user:password@evil.example:443/", codes.URL_USERINFO, "the real host is evil.example"),
    ("https://@evil.example/", codes.URL_USERINFO, "the real host is evil.example"),
    ("https://a@b@", codes.URL_USERINFO, "the real host is ''"),
    ("https://", codes.BAD_URL, "no host"),
    ("https:///evil.example/", codes.BAD_URL, "no host"),
    ("https://?a", codes.BAD_URL, "no host"),
    ("https://a@bücher.example/", codes.URL_USERINFO, "the real host is bücher.example"),
    ("https://example.org:99999/", codes.BAD_URL, "'99999' is not a port"),
    ("https://example.org:65536/", codes.BAD_URL, "not a port"),
    ("https://example.org::80/", codes.BAD_URL, "not a port"),
    ("https://example.org:0/", codes.BAD_URL, "not a port"),
    ("https://example.org:/", codes.BAD_URL, "not a port"),
    ("https://example.org:٤٤٣/", codes.BAD_URL, "not a port"),
    ("https://example.org:8a/", codes.BAD_URL, "not a port"),
    ("https://[::1/", codes.BAD_URL, "not a host"),
    ('https://[fe80::1%"><script>]/', codes.BAD_URL, "not a host"),
    ("https://[zz]/", codes.BAD_URL, "not a host"),
    ("https://[::1]x/", codes.BAD_URL, "not a port"),
    ("https://2130706433/", codes.BAD_URL, "not a host"),
    ("https://0x7f.1/", codes.BAD_URL, "not a host"),
    ("https://127.0.1/", codes.BAD_URL, "not a host"),
    ("https://0xabcdef12/", codes.BAD_URL, "not a host"),
    ("https://127.0.0.0x/", codes.BAD_URL, "not a host"),
    ("https://ex%61mple.org/", codes.BAD_URL, "not part of a host"),
    ("https://<a.example/", codes.BAD_URL, "not part of a host"),
    ("https://a<b.example/", codes.BAD_URL, "not part of a host"),
    ("https://a<.example/", codes.BAD_URL, "not part of a host"),
    ("https://a..b/", codes.BAD_URL, "not part of a host"),
    ("https://-a.org/", codes.BAD_URL, "not part of a host"),
    ("https://evil.c℀.example/", codes.BAD_URL, "not part of a host"),
    ("https://a。b/", codes.BAD_URL, "not part of a host"),
    ("https://" + "a" * 64 + ".org/", codes.BAD_URL, "not part of a host"),
    ("https://" + "ü" * 64 + ".org/", codes.BAD_URL, "not part of a host"),
    ("https://" + "a." * 130 + "org/", codes.BAD_URL, "too long"),
    (f"https://{'a.' * 126}aa/", codes.BAD_URL, "too long"),
    ("https://example.org/a b", codes.BAD_URL, "no space (U+0020)"),
    ("https://example.org/a\u00a0b", codes.BAD_URL, "no space (U+00A0)"),
    ("https://example.org/\u202egpj", codes.BAD_URL, "U+202E"),
    ("https://example.org/\u200b", codes.BAD_URL, "U+200B"),
    ("https://example.org/\x7f", codes.BAD_URL, "U+007F"),
    ("https://example.org/\ud83d", codes.BAD_URL, "U+D83D"),
    (f"https://example.org/{'a' * 1981}", codes.BAD_URL, "2,001 characters"),
    ("https://example.org/" + "a" * 2000, codes.BAD_URL, "the limit is 2,000"),
    ("mailto:", codes.BAD_URL, "not a mail address"),
    ("mailto:desk", codes.BAD_URL, "not a mail address"),
    ("mailto:desk@", codes.BAD_URL, "no host"),
    ("mailto:a,b@example.org", codes.BAD_URL, "not a mail address"),
    (f"mailto:{'a' * 65}@example.org", codes.BAD_URL, "not a mail address"),
    ("mailto:desk@example.org?subject=A&attach=b", codes.BAD_URL, "only subject= and body="),
    ("mailto:desk@example.org?attach=/etc/passwd", codes.BAD_URL, "only subject= and body="),
    ("mailto:desk@example.org?subjects=A", codes.BAD_URL, "only subject= and body="),
    ("mailto:desk@example.org?subject=A&body-x=b", codes.BAD_URL, "only subject= and body="),
    ("mailto:desk@example.org#x", codes.BAD_URL, "not part of a host"),
    ("", codes.BAD_URL, "empty"),
    ("  ", codes.BAD_URL, "empty"),
    ("a", codes.BAD_URL, "not a web address"),
    ("/etc/passwd", codes.BAD_URL, "not a web address"),
    ("../a.html", codes.BAD_URL, "not a web address"),
    ("#top", codes.BAD_URL, "not a web address"),
    ("::", codes.BAD_URL, "not a web address"),
]


@pytest.mark.parametrize(("text", "code", "message"), REFUSED)
def test_a_bad_address_is_refused_with_its_reason(text: str, code: Code, message: str) -> None:
    with pytest.raises(UrlError) as caught:
        parse_url(text)

    assert code is caught.value.code
    assert message in caught.value.message
    assert isinstance(caught.value, ValueError)
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("https:/example.org/a", "https://example.org/a"),
        ("example.org/a", "begin with https://"),
        ("https://github.com@evil.example/", "take out what stands before evil.example"),
        ("https://example.org\\a", "write / instead of \\"),
    ],
)
def test_a_refusal_says_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(UrlError) as caught:
        parse_url(text)

    assert hint == caught.value.hint


@pytest.mark.parametrize(
    ("text", "host", "reason"),
    [
        ("https://g\u0456thub.com/", "xn--gthub-n2e.com", "mixes scripts: xn--gthub-n2e.com"),
        ("https://p\u0430ypal.com/", "xn--pypal-4ve.com", "mixes scripts: xn--pypal-4ve.com"),
        (
            "https://\u0430\u0440\u0440\u04cf\u0435.com/",
            "xn--80ak6aa92e.com",
            "looks like Latin letters and is not",
        ),
        ("https://\u0261oogle.com/", "xn--oogle-qmc.com", "phonetic"),
        ("https://goo\u09e6le.com/", "xn--goole-t1l.com", "mixes scripts"),
        ("https://www.\u0430\u0440\u0440\u04cf\u0435.com:8080/", "www.xn--80ak6aa92e.com", "looks like"),
    ],
)
def test_a_deceiving_host_is_shown_in_punycode_with_a_warning(text: str, host: str, reason: str) -> None:
    url = parse_url(text)

    assert host == url.host == url.shown_host
    assert url.warning is not None
    assert codes.URL_HOMOGRAPH is url.warning.code
    assert reason in url.warning.message
    assert host in url.warning.message


@pytest.mark.parametrize(
    "host",
    [
        "bücher.example",
        "пример.com",
        "президент.рф",
        "оса.рф",
        "日本語.jp",
        "ひらがなカナ漢字abc.jp",
        "한국.kr",
        "مثال.com",
        "ελλάδα.gr",
    ],
)
def test_an_honest_host_is_shown_in_its_own_letters(host: str) -> None:
    url = parse_url(f"https://{host}/")

    assert host == url.shown_host
    assert url.host.isascii()
    assert url.warning is None


def test_a_dot_behind_the_host_makes_it_no_less_honest() -> None:
    url = parse_url("https://оса.рф./")

    assert url.shown_host == "оса.рф"
    assert url.warning is None


def test_a_mailbox_has_a_host_and_its_letters_are_judged() -> None:
    url = parse_url("mailto:desk@p\u0430ypal.com")

    assert url.host == "xn--pypal-4ve.com"
    assert url.warning is not None


def test_only_letters_decide_whether_a_label_deceives() -> None:
    assert not deceives(["123", "example", "org"])
    assert not deceives(["x-1", "bücher2", "de"])
    assert deceives(["á\u0430", "org"]) == "mixes scripts"


def test_a_site_begins_at_a_web_address_without_query_or_fragment() -> None:
    assert parse_root("https://example.org/a").href == "https://example.org/a"
    for text in ("mailto:desk@example.org", "https://example.org/?a", "https://example.org/#a", "https://["):
        with pytest.raises(UrlError):
            parse_root(text)
