"""Every message in use is in each catalogue, with its variables and all its forms; nothing else is.

`make messages` brings the catalogues up to the words in use; the translations are then to be written.
"""

import re
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from scripts import messages

PATHS = sorted(messages.CATALOGUES.glob("*.po"))
VARIABLE = re.compile(r"%\(\w+\)s|%%|%|\{\w+\}")
NUMBER = re.compile(r"%\((?:shown|count|km)\)s|\{n\}")

every_catalogue = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@cache
def catalogue(path: Path) -> Catalog:
    """A catalogue as it is shipped."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, charset="utf-8", abort_invalid=True)


@cache
def template() -> Catalog:
    """The messages in use."""
    return messages.in_use()


def named(message: Message) -> str:
    """A message as it is told to whoever has to mend it."""
    return f"{message.context or ''} {message.id}".strip()


def texts(text: object) -> tuple[str, ...]:
    """A text, or the forms of one."""
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def keys(held: Catalog) -> dict[tuple[str, str | None], Message]:
    """The messages of a catalogue."""
    return {(texts(message.id)[0], message.context): message for message in held if message.id}


def test_arabic_persian_and_french_are_there() -> None:
    assert [path.stem for path in PATHS] == ["ar", "fa", "fr"]


@every_catalogue
def test_it_has_every_message_in_use_and_no_other(path: Path) -> None:
    used, held = keys(template()), keys(catalogue(path))

    assert [named(used[key]) for key in used.keys() - held.keys()] == [], "run make messages, then translate"
    assert [named(held[key]) for key in held.keys() - used.keys()] == [], "run make messages"


@every_catalogue
def test_each_message_is_translated_and_none_is_a_guess(path: Path) -> None:
    assert messages.missing(catalogue(path)) == []
    assert [named(message) for message in catalogue(path) if message.fuzzy] == []
    assert not catalogue(path).obsolete


def test_no_sentence_is_that_of_another_language() -> None:
    """A sentence that two catalogues spell alike was put into the wrong one."""
    held = {path.stem: keys(catalogue(path)) for path in PATHS}
    one, *others = held.values()
    same = [
        named(message)
        for other in others
        for key, message in one.items()
        if len(texts(message.id)[0].split()) > 3  # names and figures may be spelt alike
        and texts(message.string)[0] == texts(other[key].string)[0]
        and re.search(r"[a-z]{3}", VARIABLE.sub("", texts(message.id)[0]))
    ]

    assert same == []


@every_catalogue
def test_a_translation_has_the_variables_of_its_message(path: Path) -> None:
    wrong = []
    for message in keys(catalogue(path)).values():
        expected = sorted(set(VARIABLE.findall(texts(message.id)[-1])))
        for form in texts(message.string):
            found = sorted(set(VARIABLE.findall(form)))
            if found != expected and not (message.pluralizable and set(found) <= set(expected)):
                wrong.append((named(message), form))

    assert wrong == []


@every_catalogue
def test_a_plural_form_for_several_numbers_says_which(path: Path) -> None:
    held = catalogue(path)
    form_of = c2py(held.plural_expr)
    numbers: dict[int, list[int]] = {}
    for number in range(1000):
        numbers.setdefault(form_of(number), []).append(number)

    assert sorted(numbers) == list(range(held.num_plurals))
    for message in keys(held).values():
        if message.pluralizable:
            forms = texts(message.string)
            assert len(forms) == held.num_plurals, named(message)
            for number, form in enumerate(forms):
                if len(numbers[number]) > 1 and NUMBER.search(texts(message.id)[1]):
                    assert NUMBER.search(form), (named(message), form)


@every_catalogue
def test_a_catalogue_says_in_its_header_who_made_it(path: Path) -> None:
    assert catalogue(path).last_translator == "machine"
    assert "no speaker of the language has reviewed" in path.read_text(encoding="utf-8")[:400]


@every_catalogue
def test_a_catalogue_is_as_the_command_writes_it(path: Path) -> None:
    assert messages.written(messages.renewed(path.read_bytes(), path.stem, template())) == path.read_bytes()


@pytest.mark.parametrize("word", ["Confirmed", "Reported", "Unconfirmed", "Disputed", "False"])
def test_words_that_differ_do_so_in_every_language(word: str) -> None:
    words = {"Confirmed", "Reported", "Unconfirmed", "Disputed", "False"}
    for path in PATHS:
        held = catalogue(path)

        assert str(held[word].string) not in {str(held[other].string) for other in words - {word}}


def test_what_is_in_the_code_in_templates_and_in_tables_is_found() -> None:
    used = keys(template())

    assert ("possibly %(date)s", None) in used
    assert ("One event", None) in used
    assert ("one more is on that page", None) in used
    assert ("since %(date)s", "of days") in used
    assert ("Disputed", None) in used
    assert ("In response to", None) in used


def test_a_message_has_one_plural_since_gettext_asks_by_the_singular() -> None:
    plurals: dict[tuple[str, str | None], set[str]] = {}
    for _, message, context in messages.found():
        if isinstance(message, tuple):
            plurals.setdefault((message[0], context), set()).add(message[1])
        else:
            plurals.setdefault((message, context), set()).add("")

    assert {key: held for key, held in plurals.items() if len(held) > 1} == {}


def test_a_new_message_is_named_and_one_that_is_gone_is_left_out() -> None:
    template = Catalog()
    template.add("Places")
    template.add("A new message")
    old = 'msgid ""\nmsgstr ""\n\nmsgid "Places"\nmsgstr "Lieux"\n\nmsgid "Gone"\nmsgstr "Parti"\n'
    renewed = messages.renewed(old.encode(), "fr", template)
    text = messages.written(renewed).decode()

    assert messages.missing(renewed) == ["A new message"]
    assert 'msgid "Places"\nmsgstr "Lieux"' in text
    assert "Gone" not in text
    assert "fuzzy" not in text
