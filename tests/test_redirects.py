"""An id that was given up leads to the entry that stands in its place, in one step."""

from dateline.redirects import last
from tests.rules.small import timeline_of


@pytest.mark.parametrize(
    ("event", "zone"),
    [
        ({"timezone": "Asia/Baghdad", "place": "base"}, "Asia/Baghdad"),
        ({"place": "base"}, "Asia/Damascus"),
        ({"places": ["Nowhere", "base"]}, "Asia/Damascus"),
        ({"place": "Nowhere"}, "Europe/Oslo"),
    ],
)
def test_the_zone_is_the_events_else_its_places_else_the_sites(event: dict[str, Any], zone: str) -> None:
    timeline = timeline_of(
        {"a": event}, places={"base": {"timezone": "Asia/Damascus"}}, site={"timezone": "Europe/Oslo"}
    )

    assert timeline.by_id["a"].zone == zone


def test_claims_stand_by_question_in_the_order_typed() -> None:
    about = ["count", "damage", "count", "time"]
    claims = [{"by": "Army", "about": one, "text": str(number)} for number, one in enumerate(about)]

    questions = timeline_of({"a": {"claims": claims}}).by_id["a"].questions

    assert [one.about for one in questions] == [About.COUNT, About.DAMAGE, About.TIME]
    assert [said.claim.text for said in questions[0].claims] == ["0", "2"]


def test_two_live_accounts_of_different_speakers_differ() -> None:
    one = question({"by": "Army"}, {"by": "Monitor"})

    assert (one.several, one.differs) == (True, True)


@pytest.mark.parametrize("stance", ["denies", "unconfirmed"])
def test_a_denial_or_a_doubt_alone_is_a_conflict(stance: str) -> None:
    one = question({"by": "Army", "stance": stance})

    assert (one.several, one.differs) == (False, True)


@pytest.mark.parametrize(
    "second",
    [{"by": "Army"}, {"by": "Monitor", "rank": "deprecated"}, {"by": "Monitor", "stance": "retracts"}],
)
def test_one_live_speaker_is_no_conflict(second: dict[str, str]) -> None:
    one = question({"by": "Army"}, second)

    assert (one.several, one.differs) == (False, False)


def test_a_series_is_what_another_is_part_of_from_either_side() -> None:
    timeline = timeline_of(
        {
            "series": {},
            "a": {"relations": {"part_of": "series"}},
            "other": {"relations": {"has_part": "b"}},
            "b": {},
        }
    )

    assert {ident: entry.card.series for ident, entry in timeline.by_id.items()} == {
        "series": True,
        "a": False,
        "other": True,
        "b": False,
    }
    assert [link.kind for link in timeline.by_id["series"].related] == ["has_part"]


def test_links_stand_by_kind_and_then_by_date() -> None:
    timeline = timeline_of(
        {
            "a": {"relations": {"similar_to": ["late", "early"], "follows": "early"}},
            "early": {"date": "2021"},
            "late": {"date": "2023"},
        }
    )

    assert [(link.kind, link.card.id) for link in timeline.by_id["a"].related] == [
        ("follows", "early"),
        ("similar_to", "early"),
        ("similar_to", "late"),
    ]


def test_a_link_that_leads_nowhere_or_to_itself_is_not_shown() -> None:
    timeline = timeline_of({"a": {"relations": {"similar_to": ["gone", "a"]}}})

    assert timeline.by_id["a"].related == ()


def test_a_withdrawn_entry_is_nobodys_neighbour_in_no_group_and_in_no_link() -> None:
    timeline = timeline_of(
        {
            "a": {"date": "2021"},
            "b": {"date": "2022", "status": "withdrawn", "relations": {"similar_to": "a"}},
            "c": {"date": "2023", "relations": {"follows": "b"}},
        }
    )

    assert [entry.id for entry in timeline.entries] == ["a", "c"]
    assert [entry.id for entry in timeline.stubs] == ["b"]
    assert timeline.entries[0].next is not None
    assert timeline.entries[0].next.id == "c"
    assert all(entry.related == () for entry in timeline.entries)
    assert "2022" not in timeline.groups["year"]


def test_a_former_id_leads_to_the_entry() -> None:
    timeline = timeline_of({"a": {"former_ids": ["old", "older"]}})

    assert timeline.redirects == {"old": "a", "older": "a"}


def test_replacements_in_a_circle_hide_nothing() -> None:
    timeline = timeline_of({"a": {"relations": {"replaces": "b"}}, "b": {"relations": {"replaces": "a"}}})

    assert timeline.redirects == {}
    assert [entry.id for entry in timeline.entries] == ["a", "b"]


def test_a_former_id_that_is_an_entry_again_does_not_hide_it() -> None:
    timeline = timeline_of({"a": {"former_ids": ["b"]}, "b": {}})

    assert timeline.redirects == {}
    assert [entry.id for entry in timeline.entries] == ["a", "b"]


def test_two_chains_of_replacements_never_redirect_to_a_redirect() -> None:
    withdrawn = {"status": "withdrawn"}
    timeline = timeline_of(
        {
            "a1": withdrawn,
            "a2": {**withdrawn, "relations": {"replaces": "a1"}},
            "a3": {"relations": {"replaces": "a2"}, "former_ids": ["a0"]},
            "b1": {**withdrawn, "relations": {"replaced_by": "b2"}},
            "b2": {**withdrawn, "relations": {"replaced_by": "b3"}},
            "b3": {"relations": {"replaces": "gone"}},
        }
    )

    assert timeline.redirects == {
        "a0": "a3",
        "a1": "a3",
        "a2": "a3",
        "b1": "b3",
        "b2": "b3",
        "gone": "b3",
    }
    assert not set(timeline.redirects) & set(timeline.redirects.values())
    assert [entry.id for entry in timeline.entries] == ["a3", "b3"]
    assert timeline.stubs == ()


def test_a_chain_is_followed_to_its_end() -> None:
    assert last("a", {"a": "b", "b": "c"}) == "c"
    assert last("c", {"a": "b"}) == "c"
    assert last("a", {"a": "b", "b": "a"}) is None
