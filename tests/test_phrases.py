"""Phrases are put into templates as they are compiled, and pages read as if each had been looked up."""

from gettext import NullTranslations
from typing import Any

import pytest
from jinja2 import DictLoader, StrictUndefined
from markupsafe import Markup

from dateline.language import Language
from dateline.phrases import PhrasedEnvironment

CATALOGUE = {
    "Places": "<b>Lugares</b> & más",
    "100%% sure": "100%% seguro",
    "by %(who)s on %(day)s": "el %(day)s, %(who)s",
    "broken %(who)s": "roto %(nobody)s",
    "half %(who)s": "medio % %(who)s",
    "twice %(who)s": "%(who)s y %(who)s",
    "shown as %%(who)s": "se escribe %%(who)s",
}


class Counting(NullTranslations):
    """A catalogue that keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def gettext(self, message: str) -> str:
        self.asked.append(message)
        return CATALOGUE.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.append(message)
        return f"{context}: {message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.append(msgid1)
        return msgid1 if n == 1 else msgid2


def environment(catalogue: NullTranslations, **templates: str) -> PhrasedEnvironment:
    return PhrasedEnvironment(
        Language("es", "ltr", catalogue),
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
    )


def rendered(template: str, **context: Any) -> str:
    return environment(Counting(), page=template).get_template("page").render(context)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{{ _("Places") }}', "<b>Lugares</b> & más"),
        ('{{ gettext("Places") }}', "<b>Lugares</b> & más"),
        ('{{ pgettext("short", "May") }}', "short: May"),
        ("{% trans %}Places{% endtrans %}", "<b>Lugares</b> & más"),
        ("{% trans 'short' %}May{% endtrans %}", "short: May"),
        ("{% trans %}100% sure{% endtrans %}", "100% seguro"),
        ("{% trans %}by {{ who }} on {{ day }}{% endtrans %}", "el <i>, &lt;Ann&gt;"),
        ("{% trans who=who|upper, day=day %}by {{ who }} on {{ day }}{% endtrans %}", "el <i>, &lt;ANN&gt;"),
        ('{{ _("by %(who)s on %(day)s", who=who, day=day) }}', "el <i>, &lt;Ann&gt;"),
        ("{% trans %}twice {{ who }}{% endtrans %}", "&lt;Ann&gt; y &lt;Ann&gt;"),
        ('{{ _("shown as %%(who)s", who=who) }}', "se escribe %(who)s"),
        ('{% for label in [_("Places")] %}{{ label }}{% endfor %}', "<b>Lugares</b> & más"),
        ('{{ _("Places")|upper }}', "<B>LUGARES</B> & MÁS"),
        ('{{ _("by %(who)s on %(day)s", who=who, day=day)|upper }}', "EL <I>, &LT;ANN&GT;"),
        (
            "{% autoescape false %}{{ _('Places') }} {{ who }}{% endautoescape %}",
            "<b>Lugares</b> & más <Ann>",
        ),
        ("{% trans count=two %}one{% pluralize %}{{ count }} or {{ who }}{% endtrans %}", "2 or &lt;Ann&gt;"),
        ("{% trans count=one %}one{% pluralize %}{{ count }} of them{% endtrans %}", "one"),
        ("{{ _(who) }}", "<Ann>"),
    ],
)
def test_a_phrase_is_what_gettext_makes_of_it(template: str, expected: str) -> None:
    assert rendered(template, who="<Ann>", day=Markup("<i>"), one=1, two=2) == expected


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{% trans %}broken {{ who }}{% endtrans %}", KeyError),
        ("{% trans %}half {{ who }}{% endtrans %}", ValueError),
        ('{{ _("50%") }}', ValueError),
    ],
)
def test_a_phrase_that_cannot_be_filled_fails_where_it_is_printed(
    template: str, error: type[Exception]
) -> None:
    hidden = f"{{% if who %}}{template}{{% endif %}}"

    assert rendered(hidden, who="") == ""
    with pytest.raises(error):
        rendered(hidden, who="Ann")


def test_phrases_are_looked_up_once_and_plural_forms_for_each_page() -> None:
    catalogue = Counting()
    page = environment(
        catalogue,
        page="{% include 'part' %}{{ _('Places') }}",
        part="{% trans who=1 %}by {{ who }}{% endtrans %}{% trans n=2 %}one{% pluralize %}many{% endtrans %}",
    ).get_template("page")
    for _ in range(3):
        page.render()

    assert sorted(catalogue.asked) == ["Places", "by %(who)s", "one", "one", "one"]
