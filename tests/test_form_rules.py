"""The rules that a browser gets are those of check, in its words."""

import re

from dateline.dates.hints import READERS
from dateline.engine import templates
from dateline.form_rules import form_rules, in_script
from dateline.json_text import encode
from dateline.models import Event, Site

RULES = form_rules(Site(title="A timeline"))


def test_what_is_said_of_a_missing_and_of_a_long_value_is_what_check_says() -> None:
    fields = RULES["fields"]

    assert fields["title"]["missing"] == [
        "'title' is missing: an event needs it",
        "add a line such as title: Power returns",
    ]
    assert fields["claims.by"]["missing"][0] == "'by' is missing: it is needed here"
    assert fields["title"]["long"] == ["'title' has {length} characters, the limit is 120", "shorten it"]
    assert fields["body"]["long"][0] == "this value is {size} long, the limit is 64 kB"
    assert fields["place"]["names"]["registries"] == ("places",)


def test_every_reader_of_a_wrong_date_has_its_twin() -> None:
    code = (templates() / "assets/edtf-hints.js").read_text()
    named = {words for _, words in RULES["dates"]["readers"] if isinstance(words, str)}

    assert len(RULES["dates"]["readers"]) == len(READERS)
    assert named == set(re.findall(r"^  (\w+)\(.*\) \{$", code, re.MULTILINE))


def test_a_pattern_is_spelt_as_a_browser_reads_it() -> None:
    assert in_script(r"(?P<a>x)\s*y.*") == r"(?<a>x)[ \t\n\r\f\v]*y[^\n]*"


def test_the_rules_are_small_and_plain() -> None:
    assert RULES["order"] == list(Event.model_fields)
    assert len(encode(RULES)) < 20_000
