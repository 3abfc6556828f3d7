"""Names that mix writing systems to deceive are told from names that are merely not Latin."""

import pytest

from dateline.scripts import deceives, scripts


@pytest.mark.parametrize("host", ["example.org", "bücher.example", "пример.рф", "例え.jp", "مثال.example"])
def test_honest_hosts_pass(host: str) -> None:
    assert not deceives(host.split("."))


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("ex\u0430mple.org", "mixes scripts"),  # a Cyrillic a among Latin letters
        ("\u0430\u0440\u0440\u04cf\u0435.com", "looks like Latin letters and is not"),
        ("\u0251pple.com", "phonetic letters"),
    ],
)
def test_deceiving_hosts_do_not(host: str, why: str) -> None:
    assert why in deceives(host.split("."))


def test_digits_and_hyphens_have_no_script() -> None:
    assert scripts("abc-123") == {"LATIN"}
    assert scripts("123") == set()
