"""The form asks what the schema defines, and says of it what the schema says."""

from dateline.form import MORE, PARTS, Asked, asked, every
from dateline.models import Claim, Event, EventActor, Site
from dateline.terms import Stance, Verification

SITE = Site.model_validate(
    {
        "title": "A timeline",
        "languages": ["en", "ar"],
        "vocabularies": {"type": {"fire": {"label": "Fire"}}, "role": {"witness": {"label": "Witness"}}},
    }
)


def fields(site: Site = SITE) -> dict[str, Asked]:
    """Everything that is asked, by its path."""
    return {".".join(one.path): one for group in asked(site) for one in every(group)}


def test_five_fields_come_first() -> None:
    first, more = asked(SITE)

    assert [one.name for one in first] == ["title", "date", "sources", "place", "summary"]
    assert [one.name for one in more] == list(MORE)


def test_every_field_that_an_event_needs_is_among_the_first() -> None:
    first, _ = asked(SITE)
    needed = {name for name, info in Event.model_fields.items() if info.is_required()}

    assert {one.name for one in first if one.required} == needed


def test_every_part_that_a_row_needs_is_asked() -> None:
    for name, model in (("actors", EventActor), ("claims", Claim)):
        needed = {key for key, info in model.model_fields.items() if info.is_required()}

        assert needed <= set(PARTS[name])


def test_what_is_said_of_a_field_is_what_the_schema_says() -> None:
    found = fields()

    for name in ("title", "date", "summary", "unknowns"):
        assert found[name].says == Event.model_fields[name].description
    assert (found["title"].most, found["title"].example) == (120, "Power returns")
    assert (found["sources"].several, found["sources"].most) == (True, 300)
    assert found["claims.text"].says == Claim.model_fields["text"].description
    assert {path: one.kind for path, one in found.items() if one.kind != "line"} == {
        "date": "date",
        "summary": "paragraph",
        "type": "key",
        "time": "time",
        "verification": "choice",
        "actors": "record",
        "actors.role": "key",
        "tags": "tag",
        "unknowns": "paragraph",
        "claims": "record",
        "claims.about": "choice",
        "claims.stance": "choice",
        "claims.text": "paragraph",
        "claims.said": "date",
        "body": "body",
        "lang": "language",
    }


def test_words_of_a_vocabulary_are_to_be_chosen_and_ids_are_offered() -> None:
    found = fields()

    assert [one.value for one in found["verification"].choices] == list(Verification)
    assert [one.value for one in found["claims.stance"].choices] == list(Stance)
    assert [(one.value, one.label, one.own) for one in found["type"].choices] == [("fire", "Fire", True)]
    assert [one.value for one in found["actors.role"].choices] == ["witness"]
    assert [one.value for one in found["lang"].choices] == ["en", "ar"]
    assert fields(Site(title="A timeline"))["type"].choices == ()
    assert {path: one.offered for path, one in found.items() if one.offered} == {
        "place": ("places",),
        "sources": ("sources",),
        "tags": ("tags",),
        "actors.actor": ("actors",),
        "actors.according_to": ("actors", "sources"),
        "claims.by": ("actors", "sources"),
        "claims.source": ("sources",),
    }
