"""A timeline in another language shows what is translated, and the rest as it was written."""

import pickle
from typing import Any

from dateline.illustration import Illustration
from dateline.markup import from_deeper, render
from dateline.outputs import events, home, places
from dateline.planning import in_each_language, plan
from dateline.rows import Row
from dateline.stories import Story
from dateline.timeline import Timeline
from dateline.translated import Telling, in_language
from tests.outputs.planning import main_text, planned, theme_of
from tests.rules.small import timeline_of

SITE = {
    "languages": ["en", "ar"],
    "vocabularies": {"type": {"fire": {"label": "Fire", "labels": {"ar": "حريق"}}}},
}
EVENT: dict[str, Any] = {
    "title": "Power returns",
    "summary": "It came back.",
    "type": "fire",
    "place": "town",
    "unknowns": ["Why."],
    "sources": ["wire"],
}


def timeline(**event: Any) -> Timeline:
    return timeline_of(
        {"a": {**EVENT, **event}, "b": {}},
        places={"town": {"name": "Town", "names": {"ar": ["البلدة", "المدينة"]}}},
        actors={"agency": {"name": "Agency", "names": {"ar": "الوكالة"}}},
        sources={"wire": {"publisher": "agency"}},
        site=SITE,
    )


TRANSLATED = timeline(translations={"ar": {"title": "عودة الكهرباء", "translator": "machine"}})


def tell_nothing(row: Row) -> Story:
    raise AssertionError(row.id)


def pages_of(whole: Timeline) -> dict[str, str]:
    """Every page of events, places and the home page, in each language."""
    return {
        output.path: output.render().decode()
        for told, theme in in_each_language(whole, theme_of(whole))
        for module in (events, home, places)
        for output in module.plan(told, theme)
    }


def test_a_card_is_in_the_language_as_far_as_it_is_translated() -> None:
    card = in_language(TRANSLATED, "ar").by_id["a"].card

    assert (card.title, card.lang, card.summary) == ("عودة الكهرباء", "ar", None)
    assert card.places[0].name == "البلدة"
    assert card.sources == ("الوكالة",)


def test_what_nothing_is_said_of_stays_the_same_row() -> None:
    told = in_language(TRANSLATED, "ar")

    assert told.by_id["b"].row is TRANSLATED.by_id["b"].row
    assert told.by_id["a"].key != TRANSLATED.by_id["a"].key
    assert [entry.id for entry in told.groups["day"]["2022-01-05"]] == ["a", "b"]
    assert told.after["a"] is told.by_id["b"]


def test_a_name_that_gives_way_is_among_the_other_names() -> None:
    place = in_language(TRANSLATED, "ar").registry.places["town"]

    assert place.name == "البلدة"
    assert place.names == {"en": "Town", "ar": ("المدينة",)}


def test_a_story_is_told_with_its_translated_texts() -> None:
    told = in_language(TRANSLATED, "ar")
    story = told.story(told.by_id["a"])

    assert story.event.title == "عودة الكهرباء"
    assert story.event.summary == "It came back."
    assert story.places[0].place.name == "البلدة"


def test_each_language_has_its_pages_and_the_sites_own_lie_where_they_were() -> None:
    made = pages_of(TRANSLATED)

    assert {"index.html", "events/a.html", "ar/index.html", "ar/events/a.html", "ar/places/town.html"} <= {
        *made
    }
    assert '<html lang="ar" dir="rtl">' in made["ar/index.html"]
    assert 'href="../assets/style.css"' in made["ar/index.html"]
    assert 'href="../../assets/style.css"' in made["ar/events/a.html"]
    assert "حريق" in made["ar/index.html"]
    assert "Town" in made["places/town.html"]


def test_a_page_says_what_its_translation_is_worth() -> None:
    ar, missing = pages_of(TRANSLATED), pages_of(timeline())

    assert "ترجمة آلية." in main_text(ar["ar/events/a.html"].encode())
    assert '<h1 lang="ar" dir="rtl"' in ar["ar/events/a.html"]
    assert '<div class="lead" lang="en" dir="ltr"' in ar["ar/events/a.html"]
    assert "لم يُترجم هذا المدخل بعد" in missing["ar/events/a.html"]
    assert 'href="../../events/a.html" hreflang="en"' in missing["ar/events/a.html"]
    assert "translation-note" not in ar["events/a.html"]


def test_a_translation_older_than_a_correction_says_so() -> None:
    def page(updated: str | None) -> str:
        text = {"title": "عودة", "updated": updated}
        corrections = [{"date": "2022-01-07", "type": "correction", "text": "The place."}]
        return pages_of(timeline(translations={"ar": text}, corrections=corrections))["ar/events/a.html"]

    assert "هذه الترجمة أقدم من المدخل" in page("2022-01-06")
    assert "ولا يُعرف إن كانت هذه الترجمة تراعي التصحيحات" in page(None)
    assert "أقدم" not in page("2022-01-07")


def test_alternates_name_the_languages_in_which_the_text_is() -> None:
    made, missing = pages_of(TRANSLATED), pages_of(timeline())

    for path in ("events/a.html", "ar/events/a.html"):
        assert 'hreflang="ar" href="https://example.org/t/ar/events/a.html"' in made[path]
        assert 'hreflang="en" href="https://example.org/t/events/a.html"' in made[path]
        assert 'hreflang="x-default" href="https://example.org/t/events/a.html"' in made[path]
        assert "x-default" not in missing[path]
    assert 'content="noindex"' in missing["ar/events/a.html"]
    assert 'content="noindex"' not in made["ar/events/a.html"]
    assert 'hreflang="x-default" href="https://example.org/t/"' in missing["ar/index.html"]


def test_the_note_on_the_machine_goes_when_the_site_says_that_the_words_were_read() -> None:
    read = timeline_of({"a": {}}, site={**SITE, "reviewed_languages": ["ar"]})

    assert "machine-made" in pages_of(TRANSLATED)["ar/index.html"]
    assert "machine-made" not in pages_of(TRANSLATED)["index.html"]
    assert "machine-made" not in pages_of(read)["ar/index.html"]


def test_a_site_in_one_language_is_planned_once_and_has_no_switch() -> None:
    alone = timeline_of({"a": EVENT})

    assert in_each_language(alone, theme_of(alone)) == [(alone, theme_of(alone))]
    assert not any(
        output.path.startswith("en/") for output in plan(alone, theme_of(alone).folders[0], theme_of(alone))
    )
    assert "hreflang" not in planned(home, alone)["index.html"].decode()


def test_a_key_knows_the_language_and_what_is_translated() -> None:
    def keys(whole: Timeline) -> dict[str, str]:
        return {
            output.path: output.key
            for told, theme in in_each_language(whole, theme_of(whole))
            for output in home.plan(told, theme)
        }

    before, after = keys(timeline()), keys(TRANSLATED)

    assert before["index.html"] == after["index.html"]
    assert before["ar/index.html"] != after["ar/index.html"]
    assert after["index.html"] != after["ar/index.html"]


def test_what_tells_stories_in_a_language_can_be_sent_elsewhere() -> None:
    teller = Telling(tell_nothing, timeline().setting, "ar")
    sent = pickle.loads(pickle.dumps(teller))  # noqa: S301  # our own

    assert (sent.tell, sent.code, sent.setting) == (tell_nothing, "ar", teller.setting)


def test_pictures_of_a_body_are_found_from_a_deeper_page() -> None:
    text = '![A "gate" > a wall](gate.jpg)\n\n`src="../media/x"`'
    body = render(text, media={"gate.jpg": Illustration("media/1.jpg", 900, 600)}, root="../").html

    assert 'src="../../media/1.jpg"' in from_deeper(body, "../")
    assert from_deeper(body, "../").count("../../") == 1
    assert from_deeper(body, "") is body
