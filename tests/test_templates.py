"""What holds for every template: words can be translated, attributes are quoted, nothing is trusted."""

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parent.parent / "templates").glob("*.html"))
TRANS = re.compile(r"{%-? *trans\b.*?endtrans *-?%}", re.DOTALL)
CODE = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
CLASS = re.compile(r"{% block kind %}.*?{% endblock %}")
SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)
UNTRANSLATED = {"km"}

every_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)


def bare(text: str) -> str:
    """A template without its code: tags, and words that no catalogue will see."""
    return CODE.sub("", TRANS.sub("", CLASS.sub("", SCRIPT.sub("", text))))


@every_template
def test_every_word_goes_through_gettext(template: Path) -> None:
    words = set(
        re.findall(r"[A-Za-z]{2,}", TAG.sub(" ", bare(template.read_text()).replace("<!doctype html>", "")))
    )

    assert words <= UNTRANSLATED


@every_template
def test_every_attribute_is_quoted(template: Path) -> None:
    for tag in TAG.findall(bare(template.read_text())):
        assert not re.search(r"=(?![\"'])(?=[^\s\"'>])", re.sub(r"\"[^\"]*\"", '""', tag)), tag


@every_template
def test_no_template_trusts_content(template: Path) -> None:
    text = template.read_text()

    assert not re.search(r"\|\s*safe\b|autoescape", text)


@every_template
def test_attributes_that_speak_are_translated(template: Path) -> None:
    for value in re.findall(r"(?:aria-label|alt|title|placeholder)=\"([^\"{]+)\"", template.read_text()):
        pytest.fail(f"{template.name}: {value}")


def test_the_check_for_words_sees_one() -> None:
    assert re.search("[A-Za-z]{2,}", TAG.sub(" ", bare("<p>{{ x }} plain {% trans %}said{% endtrans %}</p>")))
