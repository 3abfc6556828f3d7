"""What an owner asks for becomes the files of a site; a wish that a site cannot have is refused in words."""

import pytest
import yaml

from dateline import __version__
from dateline.new_site import LICENCES, Wishes, fault, files_of

STARTER = {
    "content/site.yaml": "{{settings}}scope: x\n",
    "README.md": "# {{title}}\n{{repository_advice}}",
    "LICENSE.md": "{{licence_note}}",
    "requirements.txt": "dateline=={{version}}\n",
    ".github/dependabot.yml": "ours\n",
}


def made(wishes: Wishes) -> dict[str, str]:
    """The files of a site, as text."""
    shared = {".github/dependabot.yml": "theirs\n", ".github/x.yml": "github.com/OWNER/REPO ${{ a }}\n"}
    return {path: raw.decode() for path, raw in files_of(wishes, STARTER, shared, {"event": b"{}"}).items()}


def test_a_title_that_yaml_would_misread_is_kept() -> None:
    site = yaml.safe_load(made(Wishes('No: "yes" #1'))["content/site.yaml"])

    assert site == {"title": 'No: "yes" #1', "lang": "en", "timezone": "UTC", "scope": "x"}


def test_every_wish_is_written() -> None:
    wishes = Wishes("T", "https://example.org/t/", "someone/bridges", "Europe/Paris", "fr", "CC0-1.0")
    files = made(wishes)

    assert yaml.safe_load(files["content/site.yaml"]) == {
        "title": "T",
        "lang": "fr",
        "timezone": "Europe/Paris",
        "licence": "CC0-1.0",
        "repository": "https://github.com/someone/bridges",
        "url": "https://example.org/t/",
        "scope": "x",
    }
    assert LICENCES["CC0-1.0"][1] in files["LICENSE.md"]
    assert files["README.md"] == "# T\n"
    assert files["requirements.txt"] == f"dateline=={__version__}\n"
    assert files[".github/x.yml"] == "github.com/someone/bridges ${{ a }}\n"


def test_what_is_not_known_is_said_and_not_made_up() -> None:
    files = made(Wishes("T"))

    assert "repository: https://github.com/YOU/YOUR-REPOSITORY" in files["README.md"]
    assert "No licence has been chosen" in files["LICENSE.md"]
    assert "licence" not in files["content/site.yaml"]
    assert "OWNER/REPO" in files[".github/x.yml"]


def test_a_sites_own_file_counts_before_one_that_is_shared() -> None:
    files = made(Wishes("T"))

    assert files[".github/dependabot.yml"] == "ours\n"
    assert files["docs/schema/event.json"] == "{}"
    assert list(files) == sorted(files)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", "a\nb", "on one line"),
        ("url", "javascript:alert(1)", "https"),
        ("url", "https://example.org/?a", "before ?"),
        ("repository", "https://github.com/a/b", "someone/bridges"),
        ("repository", "a/b/../c", "someone/bridges"),
        ("timezone", "Europe/Pari", "did you mean Europe/Paris?"),
        ("timezone", "../etc/passwd", "no time zone"),
        ("lang", "Klingon", "BCP 47"),
    ],
)
def test_a_wish_that_a_site_cannot_have_is_refused_in_words(name: str, value: str, words: str) -> None:
    assert words in fault(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "الجسور"),
        ("url", "https://example.org/t/"),
        ("repository", "someone/bridges.of-2000_x"),
        ("timezone", "Europe/Paris"),
        ("lang", "fr-CA"),
    ],
)
def test_a_wish_that_a_site_can_have_passes(name: str, value: str) -> None:
    assert fault(name, value) == ""
