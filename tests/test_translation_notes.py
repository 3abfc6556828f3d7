"""A page in another language says which of its texts are translated, and what their translation is worth."""

from typing import Any

from dateline.models import Event
from dateline.translation_age import Age
from dateline.translation_notes import Tongues, notice, tongues


def event(**fields: Any) -> Event:
    return Event.model_validate({"title": "A", "date": "2022-01-05", "sources": ["s"], **fields})


TRANSLATED = event(translations={"ar": {"title": "ا", "body": "ب"}})


def test_only_what_is_translated_is_in_the_language_of_the_page() -> None:
    assert tongues(TRANSLATED, "en", "ar") == Tongues("ar", "en", "ar", "en", "en")
    assert tongues(TRANSLATED, "en", "fa") == Tongues("en", "en", "en", "en", "en")


def test_the_sites_own_pages_show_what_was_written() -> None:
    written = event(lang="ar", translations={"en": {"title": "B"}})

    assert tongues(written, "en", "en") == Tongues("ar", "ar", "ar", "ar", "ar")
    assert notice(written, "en", "en") is None


def test_a_page_in_the_language_of_the_original_needs_no_notice() -> None:
    assert notice(event(lang="ar"), "en", "ar") is None


def test_a_missing_translation_and_an_old_one_are_told() -> None:
    corrected = TRANSLATED.model_copy(
        update={
            "corrections": event(
                corrections=[{"date": "2022-01-07", "type": "update", "text": "C"}]
            ).corrections
        }
    )
    missing, fresh, unsure = (
        notice(*one) for one in ((TRANSLATED, "en", "fa"), (TRANSLATED, "en", "ar"), (corrected, "en", "ar"))
    )

    assert missing is not None
    assert missing.translation is None
    assert fresh is not None
    assert (fresh.translation, fresh.age) == (TRANSLATED.translations["ar"], Age.CURRENT)
    assert unsure is not None
    assert unsure.age is Age.UNSURE
