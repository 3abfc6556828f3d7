"""What a fuzzer begins with: the corpora of the tests, as bytes for each target."""

from collections.abc import Iterator
from pathlib import Path

from tests.nasty import NASTY
from tests.properties.test_document import SAMPLE

TESTS = Path(__file__).parent.parent
DATES = (
    "2022-01-05",
    "2022-01/2022-02?",
    "[2022-01-03..2022-01-05]",
    "19XX",
    "Y-17000",
    "2022-21",
    "../2022~",
)
ADDRESSES = (
    *("https://example.org/a?b=c#d", "http://[::1]:80/", "mailto:a@example.org?subject=x", "https://a@b/"),
    *("HTTPS://B\u00fccher.example/%zz", "java\tscript:alert(1)", "//evil.example", "https://0x7f.1/"),
)


def attacks() -> list[str]:
    """Our own corpus of what was tried on Markdown and HTML."""
    return (TESTS / "attacks.txt").read_text("utf-8").split("\n%%\n")


def seeds(name: str) -> Iterator[bytes]:
    """The bytes to begin with for a target."""
    texts: dict[str, tuple[str, ...]] = {
        "document": (SAMPLE, *NASTY),
        "markup": (*attacks(), *NASTY),
        "sanitiser": (*attacks(), *NASTY),
        "address": (*ADDRESSES, *NASTY),
        "date": (*DATES, *NASTY),
        "name": (*NASTY, "İstanbul", "日本語", "con"),
    }
    yield from (text.encode("utf-8", "surrogatepass") for text in texts[name])
    if name == "document":
        yield from (path.read_bytes() for path in sorted((TESTS / "broken").rglob("*.yaml")))
    if name == "markup":
        yield from (path.read_bytes() for path in sorted((TESTS.parent / "content/pages").glob("*.md")))
