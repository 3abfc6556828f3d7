"""A template is compiled once for a language in a process, and anew when its text is another."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from dateline.language import Language
from dateline.phrases import PhrasedEnvironment


class Speaking(NullTranslations):
    """A catalogue that says a word of its own for each phrase."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def gettext(self, message: str) -> str:  # noqa: ARG002  # the catalogue's own words alone count
        return self.word


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled, in order."""
    names: list[str] = []
    own = PhrasedEnvironment.compile

    def count(self: PhrasedEnvironment, source: str, name: str, filename: str) -> object:
        names.append(name)
        return own(self, source, name, filename)

    monkeypatch.setattr(PhrasedEnvironment, "compile", count)
    return names


def rendered(catalogue: NullTranslations, folder: Path) -> str:
    """What the page in a folder says, by an environment that has just been made."""
    language = Language("es", "ltr", catalogue)
    environment = PhrasedEnvironment(language, loader=FileSystemLoader(folder), autoescape=True)
    return environment.get_template("page.html").render()


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(text)
    return folder


def test_the_same_text_is_compiled_once(tmp_path: Path, compiled: list[str]) -> None:
    catalogue, folder = Speaking("Lugares"), write(tmp_path / "one", '{{ _("Places") }}')

    assert [rendered(catalogue, folder) for _ in range(3)] == ["Lugares"] * 3
    assert compiled == ["page.html"]


def test_another_text_is_compiled_anew_and_so_is_the_first_when_it_comes_back(
    tmp_path: Path, compiled: list[str]
) -> None:
    catalogue, texts = Speaking("Lugares"), ("Here: {{ _('Places') }}", "There: {{ _('Places') }}")

    said = [rendered(catalogue, write(tmp_path / "one", texts[turn % 2])) for turn in range(4)]

    assert said == ["Here: Lugares", "There: Lugares"] * 2
    assert len(compiled) == 4


def test_the_words_of_a_language_stay_its_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "one", "{{ _('Places') }}")

    assert rendered(Speaking("Lugares"), folder) == "Lugares"
    assert rendered(Speaking("Orte"), folder) == "Orte"


def test_templates_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    catalogue = Speaking("Lugares")

    assert rendered(catalogue, write(tmp_path / "one", "one")) == "one"
    assert rendered(catalogue, write(tmp_path / "two", "two")) == "two"
    assert rendered(catalogue, tmp_path / "one") == "one"
