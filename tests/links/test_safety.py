"""Only public machines are asked, over http and https at their usual ports; all else is refused."""

import pytest

from dateline.links.safety import Refused, Target, is_public, public, target


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::"),
        *("2001:0:7f00:1::", "localhost", "", "1.2.3"),
    ],
)
def test_a_machine_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(Refused):
        public(["93.184.215.14", address])


def test_public_machines_are_asked_and_a_name_for_none_is_refused() -> None:
    machines = ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")

    assert public(machines) == machines
    with pytest.raises(Refused, match="no machine"):
        public([])


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("mailto:a@example.org", "only http and https"),
        ("https:///a", "only http and https"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:8080/", "port 8080"),
        ("http://example.org:99999/", "not a web address"),
        ("http://user@example.org/", "a name or a password"),
        ("http://[::1/", "not a web address"),
        ("http://example.org/a b", "not a web address"),
        ("http://example.org/é", "not a web address"),
    ],
)
def test_an_address_that_is_none_of_the_public_web_is_refused(href: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        target(href)


def test_a_target_says_where_and_what_to_ask() -> None:
    assert target("https://example.org:443/a?b=c#d") == Target(
        "https", "example.org", 443, "example.org:443", "/a?b=c"
    )
    assert target("http://example.org") == Target("http", "example.org", 80, "example.org", "/")
