"""One file of rules stands at the root of a site, and events do not change it."""

import json

from dateline.form_rules import form_rules
from dateline.outputs import contribute_rules
from tests.outputs.planning import planned, theme_of
from tests.rules.small import timeline_of


def test_the_rules_are_published_once() -> None:
    timeline = timeline_of(site={"languages": ["en", "ar"], "knowledge_date": "2022-01-31"})
    made = planned(contribute_rules, timeline)

    assert list(made) == ["contribute/rules.json"]
    assert json.loads(made["contribute/rules.json"]) == json.loads(json.dumps(form_rules(timeline.site)))
    assert json.loads(made["contribute/rules.json"])["known_until"] == "2022-01-31"


def test_an_event_more_leaves_the_file_as_it_is() -> None:
    one, other = timeline_of(), timeline_of({"a": {}})
    [before], [after] = (list(contribute_rules.plan(each, theme_of(each))) for each in (one, other))

    assert before.key == after.key
