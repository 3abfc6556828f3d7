# SPDX-License-Identifier: MIT
"""The closed vocabularies: each word that a file may use, with its label and what it means.

Labels and meanings are message ids; `theme` translates them. Sites add open vocabularies
(types of event, roles) in site.yaml.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a closed vocabulary; `label` and `meaning` are in English, to be translated."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str = "") -> Self:
        """Make a word; the value alone is what files hold."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.meaning = meaning
        return term


class Verification(Term):
    """How well an event is supported; a statement never becomes confirmed because it was made."""

    CONFIRMED = (
        "confirmed",
        "Confirmed",
        "Two or more sources that do not rest on one another, at least one not a party; or direct evidence.",
    )
    REPORTED = ("reported", "Reported", "Attributed to a named source, and nobody contradicts it.")
    UNCONFIRMED = (
        "unconfirmed",
        "Unconfirmed",
        "A single weak source, or the party that was asked cannot confirm it.",
    )
    DISPUTED = ("disputed", "Disputed", "Sources differ on the substance.")
    FALSE = ("false", "False", "Shown not to have happened; kept here with this label.")


class Stance(Term):
    """What a speaker does with a statement."""

    ASSERTS = ("asserts", "says so")
    DENIES = ("denies", "denies it")
    UNCONFIRMED = ("unconfirmed", "does not confirm it")
    RETRACTS = ("retracts", "takes it back")


class About(Term):
    """The question that a claim answers."""

    OCCURRENCE = ("occurrence", "Whether it happened")
    RESPONSIBILITY = ("responsibility", "Who is responsible")
    TIME = ("time", "When it happened")
    PLACE = ("place", "Where it happened")
    COUNT = ("count", "How many")
    CASUALTIES = ("casualties", "Casualties")
    DAMAGE = ("damage", "Damage and impact")
    METHOD = ("method", "How it was done")
    TARGET = ("target", "What was aimed at")
    IDENTITY = ("identity", "Who was involved")
    JUSTIFICATION = ("justification", "The reason given")


class Outcome(Term):
    """How an attempted act ended."""

    COMPLETED = ("completed", "Completed")
    ATTEMPTED = ("attempted", "Attempted")
    FOILED = ("foiled", "Foiled")
    INTERCEPTED = ("intercepted", "Intercepted")
    UNKNOWN = ("unknown", "Outcome not known")


class DateBasis(Term):
    """Where a calendar date comes from."""

    STATED = ("stated", "Stated by the source")
    DERIVED = ("derived", "Worked out from the source's words")
    INFERRED = ("inferred", "Inferred by the editors")


class Calendar(Term):
    """The calendar of the date as first given."""

    GREGORIAN = ("gregorian", "Gregorian calendar")
    JULIAN = ("julian", "Julian calendar")
    PERSIAN = ("persian", "Persian calendar")
    ISLAMIC_UMALQURA = ("islamic-umalqura", "Islamic calendar (Umm al-Qura)")
    ISLAMIC_CIVIL = ("islamic-civil", "Islamic calendar (tabular)")
    HEBREW = ("hebrew", "Hebrew calendar")


class Harm(Term):
    """What happened to the people that a casualty row counts."""

    KILLED = ("killed", "Killed")
    INJURED = ("injured", "Injured")
    KILLED_OR_INJURED = ("killed_or_injured", "Killed or injured")
    MISSING = ("missing", "Missing")
    DETAINED = ("detained", "Detained")
    DISPLACED = ("displaced", "Displaced")


class DamageLevel(Term):
    """How bad damage was, in its speaker's words."""

    NONE = ("none", "None")
    MINOR = ("minor", "Minor")
    MODERATE = ("moderate", "Moderate")
    SEVERE = ("severe", "Severe")
    DESTROYED = ("destroyed", "Destroyed")
    UNSPECIFIED = ("unspecified", "Not described")


class Rank(Term):
    """How a claim stands among the claims of its speaker."""

    PREFERRED = ("preferred", "Preferred")
    NORMAL = ("normal", "Normal")
    DEPRECATED = ("deprecated", "No longer held")


class CorrectionType(Term):
    """What kind of change a correction records."""

    CORRECTION = ("correction", "Correction")
    UPDATE = ("update", "Update")
    CLARIFICATION = ("clarification", "Clarification")
    RETRACTION = ("retraction", "Retraction")


class LinkState(Term):
    """How the address of a source answered when it was last asked."""

    GONE = ("gone", "Nothing was there any more")
    SILENT = ("silent", "It did not answer")
    MOVED = ("moved", "It led to another address for good")


class Status(Term):
    """Whether an event is shown."""

    DRAFT = ("draft", "Draft")
    PUBLISHED = ("published", "Published")
    WITHDRAWN = ("withdrawn", "Withdrawn")


class Standing(Term):
    """How a source stands to what it tells."""

    PARTY = ("party", "Party to the events")
    INDEPENDENT = ("independent", "Independent")
    SECONDARY = ("secondary", "Secondary")


class Precision(Term):
    """How exactly a place is known."""

    EXACT = ("exact", "Exact position")
    NEAR = ("near", "Position near the place")
    SETTLEMENT = ("settlement", "Known only to the town or village")
    DISTRICT = ("district", "Known only to the district")
    PROVINCE = ("province", "Known only to the province")
    COUNTRY = ("country", "Known only to the country")
    REGION = ("region", "Known only to the region")
    UNKNOWN = ("unknown", "Position not known")


class ActorType(Term):
    """What an actor is."""

    PERSON = ("person", "Person")
    ORGANISATION = ("organisation", "Organisation")
    STATE = ("state", "State")
    GOVERNMENT_BODY = ("government_body", "Government body")
    MILITARY_COALITION = ("military_coalition", "Military coalition")
    ARMED_GROUP = ("armed_group", "Armed group")
    COMPANY = ("company", "Company")
    COMMUNITY = ("community", "Community")
    MONITOR = ("monitor", "Monitor")
    NEWS_AGENCY = ("news_agency", "News agency")
    UNIDENTIFIED = ("unidentified", "Not identified")


class SourceType(Term):
    """What kind of thing a source is."""

    NEWS_AGENCY = ("news_agency", "News agency")
    NEWSPAPER = ("newspaper", "Newspaper")
    BROADCAST = ("broadcast", "Broadcast")
    WEBSITE = ("website", "Website")
    PRESS_RELEASE = ("press_release", "Press release")
    DIRECT_QUERY = ("direct_query", "Answer to a question")
    ANONYMOUS_OFFICIAL = ("anonymous_official", "Unnamed official")
    INTERVIEW = ("interview", "Interview")
    SOCIAL_MEDIA = ("social_media", "Social media")
    VIDEO = ("video", "Video")
    PHOTO = ("photo", "Photograph")
    SATELLITE_IMAGE = ("satellite_image", "Satellite image")
    NGO = ("ngo", "Non-governmental organisation")
    REPORT = ("report", "Report")
    COURT_RECORD = ("court_record", "Court record")
    ACADEMIC = ("academic", "Academic work")
    BOOK = ("book", "Book")
    DATASET = ("dataset", "Data set")
    OTHER = ("other", "Other")


class MediaType(Term):
    """What kind of thing a medium is."""

    PHOTO = ("photo", "Photograph")
    VIDEO = ("video", "Video")
    VIDEO_STILL = ("video_still", "Still from a video")
    AUDIO = ("audio", "Sound recording")
    DOCUMENT = ("document", "Document")
    MAP = ("map", "Map")
    SATELLITE_IMAGE = ("satellite_image", "Satellite image")
    SCREENSHOT = ("screenshot", "Screenshot")
    DRAWING = ("drawing", "Drawing")


class Provenance(Term):
    """Through whose hands a medium came."""

    OWN = ("own", "Made by the editors")
    HANDOUT_BY_PARTY = ("handout_by_party", "Handed out by a party to the events")
    AGENCY = ("agency", "Taken by a news agency")
    EYEWITNESS = ("eyewitness", "Taken by an eyewitness")
    OFFICIAL = ("official", "Released by an authority")
    ARCHIVE = ("archive", "From an archive")
    UNKNOWN = ("unknown", "Origin not known")


class Depicts(Term):
    """What a medium shows of the event."""

    EVENT = ("event", "Shows this event")
    UNCERTAIN = ("uncertain", "May show this event or another")
    PLACE = ("place", "Shows the place at another time")
    ILLUSTRATION = ("illustration", "Illustration, not this event")


class FieldType(Term):
    """What a custom field holds."""

    TEXT = ("text", "Text")
    NUMBER = ("number", "Number")
    DATE = ("date", "Date")
    YES_NO = ("yes-no", "Yes or no")
    URL = ("url", "Web address")
    CHOICE = ("choice", "One of a list")
