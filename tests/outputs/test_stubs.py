"""What was withdrawn, renamed or merged keeps a page at its address."""

from typing import Any

from dateline.outputs import stubs
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

WITHDRAWN: dict[str, Any] = {"status": "withdrawn"}


def test_a_withdrawn_entry_leaves_its_reason_and_nothing_else() -> None:
    event = {**WITHDRAWN, "title": "A rumour", "withdrawn_reason": "It was a drill."}

    made = planned(stubs, timeline_of({"a": event, "b": WITHDRAWN}))

    read = main_text(made["events/a.html"])
    assert "This entry was withdrawn" in read
    assert "It was a drill." in read
    assert "A rumour" not in made["events/a.html"].decode()
    assert "No reason was recorded." in main_text(made["events/b.html"])
    assert 'content="noindex' in made["events/a.html"].decode()


def test_a_renamed_or_merged_entry_leads_to_the_one_in_its_place() -> None:
    timeline = timeline_of(
        {
            "now": {"title": "The event", "former_ids": ["before"], "relations": {"replaces": "part"}},
            "part": WITHDRAWN,
        }
    )

    made = planned(stubs, timeline)

    assert sorted(made) == ["events/before.html", "events/part.html"]
    for path in ("events/before.html", "events/part.html"):
        assert 'content="0; url=now.html"' in made[path].decode()
        assert '<a href="now.html">The event</a>' in made[path].decode()


def test_no_redirect_leads_to_a_redirect() -> None:
    timeline = timeline_of(
        {
            "c": {"relations": {"replaces": "b"}},
            "b": {**WITHDRAWN, "relations": {"replaces": "a"}},
            "a": {**WITHDRAWN, "former_ids": ["old"]},
        }
    )

    made = planned(stubs, timeline)

    assert sorted(made) == [f"events/{former}.html" for former in ("a", "b", "old")]
    assert all("url=c.html" in raw.decode() for raw in made.values())


def test_an_id_that_was_given_up_for_a_hidden_entry_makes_no_page() -> None:
    assert sorted(planned(stubs, timeline_of({"a": {"relations": {"replaced_by": "draft"}}}))) == []
