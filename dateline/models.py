# SPDX-License-Identifier: MIT
"""What contributors write, field by field: the only schema.

Field docs, the editors' JSON Schema, checks and data files are all made from these classes. A
description says what the field means, in which unit; an example shows how it is typed.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dateline import terms
from dateline.kinds import (
    Blur,
    Body,
    Country,
    Date,
    Decimal,
    Id,
    Key,
    LanguageTag,
    Latitude,
    Line,
    Longitude,
    Moment,
    NameKey,
    Paragraph,
    Quotation,
    Sha256,
    Tag,
    Time,
    Title,
    Whole,
    YesNo,
    refuse,
)


def say(description: str, *examples: object, default: Any = ...) -> Any:
    """A field with its description and examples; required unless it has a default."""
    return Field(default, description=description, examples=list(examples) or None)


def maybe(description: str, *examples: object) -> Any:
    """A field that may be left out, which says that it is not known."""
    return say(description, *examples, default=None)


def several(description: str, *examples: object) -> Any:
    """A list that may be left out."""
    return say(description, *examples, default=())


class Model(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", use_attribute_docstrings=False)


class ShortModel(Model):
    """A record that plain text may stand for: the text becomes the field `short_for`."""

    short_for: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def lengthen(cls, value: object) -> object:
        """Turn text into a record with one field."""
        return {cls.short_for: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say in the JSON Schema that text is allowed too."""
        schema = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": "string"}, schema], "description": schema.get("description", "")}


class Source(Model):
    """Where something was read; `via` and `based_on` stop one wire from counting ten times."""

    title: Line = say("What the source calls itself, or a description of it.", "Wire story on the attacks")
    publisher: Line | None = maybe("Who published it: the id of an actor, or a name.", "Agence France-Presse")
    author: Line | None = maybe("Who wrote it.", "Staff writer")
    date: Date | None = maybe("When it became public, in EDTF.", "2022-01-05")
    date_basis: terms.DateBasis | None = maybe("Where that date comes from.", "derived")
    date_note: Paragraph | None = maybe("How that date was found.", "The caption gives the day.")
    dateline: Line | None = maybe("The place of filing that the source gives.", "Beirut")
    url: Line | None = maybe("Its web address; null where there is none.", "https://example.org/report")
    archive_url: Line | None = maybe("The address of an archived copy; null where none is known.")
    archived: Date | None = maybe("The day on which the archived copy was made.", "2022-01-06")
    accessed: Date | None = maybe("The day on which a contributor read it.", "2022-01-06")
    sha256: Sha256 | None = maybe("SHA-256 sum of the copy that the contributor holds.")
    lang: LanguageTag | None = maybe("The language that it is in, as a BCP 47 tag.", "en")
    lang_note: Line | None = maybe("How the language is known.", "assumed, not stated")
    type: terms.SourceType | None = maybe("What kind of source it is.", "news_agency")
    standing: terms.Standing | None = maybe("Whether it belongs to a side.", "party")
    seen: YesNo | None = maybe("Whether a contributor read the source itself.", "false")
    via: Id | None = maybe("The source through which it is known, when it was not seen.", "afp-2022-01-05")
    based_on: tuple[Id, ...] = several("The sources that it repeats.", ["afp-2022-01-05"])
    note: Paragraph | None = maybe("What a reader should know of it.")


class Link(Model):
    """What was seen when the address of a source was last asked."""

    state: terms.LinkState = say("How it answered.", "gone")
    checked: Date = say("The day on which it was asked.", "2026-11-23")
    to: Line | None = maybe("Where it leads for good, when it moved.", "https://example.org/new")


class Place(Model):
    """A place; a point always comes with the radius of a circle that surely holds the place."""

    name: Line = say("The name as the timeline uses it.", "Al-Omar oil field")
    names: dict[NameKey, Line | tuple[Line, ...]] = say(
        "Other names, by language, or under other.", {"ar": "حقل العمر النفطي"}, default={}
    )
    part_of: Id | None = maybe("The place that it lies in.", "deir-ezzor-province")
    lat: Latitude | None = maybe("Latitude in decimal degrees, WGS 84.", "35.10")
    lon: Longitude | None = maybe("Longitude in decimal degrees, WGS 84.", "40.55")
    uncertainty_m: Whole | None = maybe("Radius in metres of the circle that surely holds it.", "10000")
    blur_m: Blur | None = maybe("Published only to within so many metres, on purpose.", "5000")
    precision: terms.Precision | None = maybe("How exactly the place is known.", "near")
    timezone: Line | None = maybe("Its IANA time zone.", "Asia/Damascus")
    country: Country | None = maybe("Its country's code of ISO 3166-1.", "SY")
    possibly: tuple[Id, ...] = several("Places that it may be identical with.")
    source: Id | None = maybe("Where its name, position or bounds come from.", "public-gazetteer")
    note: Paragraph | None = maybe("What a reader should know of it.")

    @model_validator(mode="after")
    def point_has_circle(self) -> Place:
        """A point needs both coordinates and an uncertainty above zero."""
        if (self.lat is None) != (self.lon is None):
            raise refuse("together", "lat and lon are written together")
        if self.lat is not None and not self.uncertainty_m:
            raise refuse(
                "together",
                "a point without 'uncertainty_m' says that it is exact",
                "add uncertainty_m: the radius in metres of the circle that surely holds the place",
            )
        return self


class ActorRole(ShortModel):
    """An office that an actor held."""

    short_for = "role"
    role: Line = say("The office, in words.", "coalition chief")
    as_of: Date | None = maybe("A date at which it is known to have been held.", "2022-01-05")


class Actor(Model):
    """A person, group or body that takes part, is accused or speaks."""

    name: Line = say("The name as the timeline uses it.", "US-led coalition")
    names: dict[NameKey, Line | tuple[Line, ...]] = say(
        "Other names, by language, or under short and other.", {"short": "SOHR"}, default={}
    )
    name_source: Id | None = maybe("Where the name comes from, when the event's sources do not give it.")
    type: terms.ActorType | None = maybe("What the actor is.", "monitor")
    member_of: Id | None = maybe("The actor that it belongs to.", "coalition")
    anonymous: YesNo = say("Whether the source withholds the name.", "true", default=False)
    label_by: Id | None = maybe("The actor whose wording the name is.", "coalition")
    possibly_same_as: tuple[Id, ...] = several("Actors that it may be identical with.")
    roles: tuple[ActorRole, ...] = several("Offices held.", [{"role": "coalition chief"}])
    country: Country | None = maybe("Its country's code of ISO 3166-1.", "GB")
    born: Date | None = maybe("When a person was born.", "1957-03-11")
    died: Date | None = maybe("When a person died.", "2020-01-03")
    note: Paragraph | None = maybe("What a reader should know of it.")


def inlined(value: object, name: str, own: tuple[str, ...]) -> object:
    """A record without a reference `name`: all but its `own` keys describe the thing in place."""
    if not isinstance(value, dict) or name in value or "inline" in value:
        return value
    described = {key: item for key, item in value.items() if key not in own}
    return {"inline": described, **{key: value[key] for key in own if key in value}}


class ReferenceModel(ShortModel):
    """A record that names another, or describes it in place; only its `own` keys are about the use."""

    described: ClassVar[type[Model]]
    own: ClassVar[tuple[str, ...]]

    @model_validator(mode="before")
    @classmethod
    def described_in_place(cls, value: object) -> object:
        """A record without the reference describes the thing itself."""
        return inlined(value, cls.short_for, cls.own)

    @model_validator(mode="after")
    def one_thing(self) -> Self:
        """The name of a thing or its description: neither none nor both."""
        given = [getattr(self, name) is not None for name in (self.short_for, "inline")]
        if all(given):
            raise refuse("together", f"'{self.short_for}' and 'inline' are both there", "keep one of the two")
        if not any(given):
            raise refuse("empty-value", f"'{self.short_for}' has no value", "write an id, or describe it")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say in the JSON Schema that the thing may be described in place."""
        short = super().__get_pydantic_json_schema__(core, handler)
        text, whole = short["anyOf"]
        named = {key: value for key, value in whole["properties"].items() if key != "inline"}
        record = handler.resolve_ref_schema(handler(cls.described.__pydantic_core_schema__))
        uses = {key: named[key] for key in cls.own}
        by_name = {**whole, "properties": named, "required": [cls.short_for]}
        in_place = {**record, "properties": {**record["properties"], **uses}}
        return {**short, "anyOf": [text, by_name, in_place]}


class Citation(ReferenceModel):
    """A source as one event uses it: an id, an address, or a source described in place."""

    short_for = "source"
    described = Source
    own = ("locator",)
    source: Line | None = maybe("The id of a source, or a web address.", "afp-2022-01-05")
    locator: Line | None = maybe("The place in the source.", "paragraph 9")
    inline: Source | None = maybe("A source described in place.")


class EventPlace(ReferenceModel):
    """A place as one event uses it: an id, a name, or a place described in place."""

    short_for = "place"
    described = Place
    own = ("role", "according_to")
    place: Line | None = maybe("The id of a place, or a name.", "green-village")
    role: Key | None = maybe("What the place is to the event.", "target")
    according_to: Line | None = maybe("Who says so: a claim's id, an actor, or a name.", "reply")
    inline: Place | None = maybe("A place described in place.")


class EventActor(ShortModel):
    """An actor's part in one event."""

    short_for = "actor"
    actor: Line = say("The id of an actor, or a name.", "coalition")
    role: Key | None = maybe("The part that the actor had.", "target")
    according_to: Line | None = maybe("Who says so: a claim's id, an actor, or a name.", "rounds")
    note: Paragraph | None = maybe("What a reader should know of it.")


class Quote(ShortModel):
    """A short quotation, word for word."""

    short_for = "text"
    text: Quotation = say("The words, as they were.", "civilian infrastructure")
    lang: LanguageTag | None = maybe("Their language.", "en")
    translation: Quotation | None = maybe("What they mean in the site's language.")


class Claim(Model):
    """What one party says; never our own word."""

    id: Id | None = maybe("A name by which this event's other fields point here.", "rounds")
    by: Line = say("Who says it: the id of an actor, or a name.", "coalition")
    stance: terms.Stance = say("What the speaker does with it.", "asserts", default=terms.Stance.ASSERTS)
    about: terms.About = say("The question that it answers.", "occurrence")
    answers: Id | None = maybe("The claim that it replies to.", "report")
    said: Date | None = maybe("When it became public, in EDTF.", "2022-01-05")
    source: Line | None = maybe("The id or address of the source that carries it.", "afp-2022-01-05")
    locator: Line | None = maybe("The place in the source.", "paragraph 4")
    text: Paragraph = say("What is claimed, in the timeline's own sentence.", "Nobody was hurt.")
    quote: Quote | None = maybe("A few of the speaker's own words.", {"text": "minor damage", "lang": "en"})
    rank: terms.Rank = say("How it stands among its speaker's claims.", "normal", default=terms.Rank.NORMAL)
    note: Paragraph | None = maybe("What a reader should know of it.")


class Range(Model):
    """A number or a range with its speaker; null as the upper end means that it is not known."""

    low: Decimal | None = maybe("The lowest figure.", "3")
    high: Decimal | None = maybe("The highest figure; null when unknown.", "null")
    according_to: Line | None = maybe("Who says so: a claim's id, an actor, or a name.", "shells")
    note: Paragraph | None = maybe("What a reader should know of it.")

    @model_validator(mode="after")
    def in_order(self) -> Range:
        """The lower end is not above the upper one."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise refuse("range-order", f"low ({self.low:g}) is greater than high ({self.high:g})")
        return self


class Measure(Range):
    """A figure other than people: rounds, drones, square metres."""

    name: Key = say("What is counted.", "rounds_fired")
    value: Decimal | None = maybe("The figure, when there is one.", "8")
    text: Line | None = maybe("The figure in the source's word.", "several")
    unit: Line | None = maybe("The unit.", "rounds")

    @model_validator(mode="after")
    def has_figure(self) -> Measure:
        """One form of figure, not none and not two."""
        given = (self.value is not None, self.text is not None, self.low is not None or self.high is not None)
        if sum(given) != 1:
            raise refuse("together", "a measure has a value, or low and high, or a text: one of the three")
        return self


class Casualties(Range):
    """People harmed, by one speaker's account; rows of several speakers are never added up."""

    type: terms.Harm = say("What happened to them.", "killed")
    group: Line = say("Who they were.", "civilians", default="all")
    count: Whole | None = maybe("The figure; 0 says that somebody reports none.", "0")
    best: Decimal | None = maybe("The figure that the speaker holds most likely.", "4")

    @model_validator(mode="after")
    def has_figure(self) -> Casualties:
        """A count or a range, not both."""
        ranged = self.low is not None or self.high is not None or self.best is not None
        if (self.count is not None) == ranged:
            raise refuse("together", "a casualty row has a count, or low, best and high: one of the two")
        return self


class Damage(ShortModel):
    """Damage, by one speaker's account."""

    short_for = "text"
    level: terms.DamageLevel | None = maybe("How bad it was.", "minor")
    text: Paragraph = say("The damage, in words.", "Minor damage inside the base")
    according_to: Line | None = maybe("Who says so: a claim's id, an actor, or a name.", "harm")


class Relation(ShortModel):
    """A link to another event; the other side is made by dateline."""

    short_for = "event"
    event: Line = say("The id of the other event.", "2022-01-05-green-village-attack")
    according_to: Line | None = maybe("Who states the link.", "afp")
    note: Paragraph | None = maybe("What speaks for it and against it.")
    ordinal: Whole | None = maybe("Which anniversary it is.", "2")


class Media(Model):
    """A picture or recording; described even when it cannot be shown."""

    type: terms.MediaType = say("What it is.", "photo")
    file: Line | None = maybe("Its file in content/media/.", "crater.jpg")
    url: Line | None = maybe("Where it can be seen, when it is not in content/media/.")
    available: YesNo = say("Whether it is shown; false describes it without showing it.", default=True)
    alt: Paragraph | None = maybe("What it shows, for those who cannot see it.", "A crater in a road.")
    credit: Line | None = maybe("Who made it and who supplied it.", "Handout, via AFP")
    licence: Line | None = maybe("An SPDX licence id, or all-rights-reserved.", "CC-BY-4.0")
    caption: Paragraph | None = maybe("What is said beneath it.")
    source: Line | None = maybe("The id or address of its source.", "coalition-video-2022-01-05")
    created: Date | None = maybe("When it was made; null when unknown.", "null")
    published: Date | None = maybe("When it became public.", "2022-01-05")
    provenance: terms.Provenance | None = maybe("Through whose hands it came.", "handout_by_party")
    depicts: terms.Depicts | None = maybe("What it shows of the event.", "uncertain")
    content_warnings: tuple[Key, ...] = several("What a reader may not wish to see.", ["graphic-violence"])
    note: Paragraph | None = maybe("What a reader should know of it.")


class Correction(Model):
    """A change to what was published, kept for the record."""

    date: Date = say("The day of the change.", "2022-01-07")
    type: terms.CorrectionType = say("What kind of change it is.", "correction")
    text: Paragraph = say("What changed and why.", "The place was given as Green Village.")
    field: Line | None = maybe("The field that changed.", "place")
    was: Paragraph | None = maybe("What it said before.")
    now: Paragraph | None = maybe("What it says since.")
    link: Line | None = maybe("Where the change was discussed.", "https://example.org/issues/1")


class Translation(Model):
    """The texts of an event in another language."""

    title: Title | None = maybe("The title.")
    summary: Paragraph | None = maybe("The summary.")
    body: Body | None = maybe("The body, in Markdown.")
    unknowns: tuple[Paragraph, ...] = several("What is not known.")
    translator: Line | None = maybe("Who translated it, or machine.", "machine")
    reviewed: YesNo = say("Whether a speaker of the language has read it.", default=False)
    updated: Date | None = maybe("The day whose state of the event it follows.", "2022-01-07")


class Sidecar(Translation):
    """A translation in a file of its own, ID.LANG.yaml, beside the event."""

    lang: LanguageTag = say("The language, as a BCP 47 tag.", "ar")
    of: Id = say("The id of the event.", "2022-01-05-green-village-attack")


class Relations(Model):
    """Typed links to other events; write one side only."""

    responds_to: tuple[Relation, ...] = several("It answers that event, somebody says.")
    prompted: tuple[Relation, ...] = several("That event answers it, somebody says.")
    follows: tuple[Relation, ...] = several("It came after that event.")
    precedes: tuple[Relation, ...] = several("It came before that event.")
    result_of: tuple[Relation, ...] = several("That event caused it, somebody says.")
    led_to: tuple[Relation, ...] = several("It caused that event, somebody says.")
    part_of: tuple[Relation, ...] = several("It belongs to that series.")
    has_part: tuple[Relation, ...] = several("That event belongs to it.")
    anniversary_of: tuple[Relation, ...] = several("It marks the anniversary of that event.")
    has_anniversary: tuple[Relation, ...] = several("That event marks its anniversary.")
    reports_on: tuple[Relation, ...] = several("It is a statement about that event.")
    reported_in: tuple[Relation, ...] = several("That event is a statement about it.")
    replaces: tuple[Relation, ...] = several("It stands in place of that entry, whose page leads here.")
    replaced_by: tuple[Relation, ...] = several("That entry stands in its place.")
    same_as: tuple[Relation, ...] = several("Both entries are one event, and should be merged.")
    possibly_same_as: tuple[Relation, ...] = several("Both may be one event; the note says for and against.")
    distinct_from: tuple[Relation, ...] = several("They are two events, however alike.")
    similar_to: tuple[Relation, ...] = several("They are alike; no cause is implied.")
    coincides_with: tuple[Relation, ...] = several("They fell together; no cause is implied.")

    @model_validator(mode="before")
    @classmethod
    def one_is_a_list(cls, value: object) -> object:
        """A single link may stand without its list."""
        if not isinstance(value, dict):
            return value
        return {key: [item] if isinstance(item, str | dict) else item for key, item in value.items()}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say in the JSON Schema that a single link may stand without its list."""
        schema = handler.resolve_ref_schema(handler(core))
        links = {
            key: {"anyOf": [link["items"], {"type": "array", "items": link["items"]}]}
            | {name: value for name, value in link.items() if name not in ("type", "items")}
            for key, link in schema["properties"].items()
        }
        return {**schema, "properties": links}


class Event(Model):
    """One incident; the file's stem is its permanent id."""

    title: Title = say("A neutral headline; a single party's account names that party.", "Power returns")
    date: Date = say("The local calendar date at the place, in EDTF.", "2022-01-05", "2022-01-04?", "196X")
    sources: tuple[Citation, ...] = Field(
        min_length=1,
        description="Where it was read: ids, addresses or sources.",
        examples=[["https://example.org/report"]],
    )
    time: Time | None = maybe("The local time of day.", "04:30", "~15:40", "morning")
    end_time: Time | None = maybe("The local time at which it ended.", "05:10")
    timezone: Line | None = maybe("The IANA time zone; else the place's, else the site's.", "Asia/Baghdad")
    fold: Whole | None = maybe("1 for the second of two equal local times when clocks go back.", "1")
    date_basis: terms.DateBasis | None = maybe("Where the date comes from.", "derived")
    date_note: Paragraph | None = maybe("How the date was found.", '"Monday" in a story of Wednesday')
    date_according_to: Line | None = maybe("Who gives the date: a claim's id, an actor, or a name.", "rounds")
    calendar: terms.Calendar | None = maybe("The calendar of date_original; date stays Gregorian.", "persian")
    date_original: Line | None = maybe("The date as first given, in its own calendar.", "13 Dey 1398")
    place: EventPlace | None = maybe("Where it happened: an id, a name, or a place.", "green-village")
    places: tuple[EventPlace, ...] = several("Several places, each with its role.", ["syria", "iraq"])
    actors: tuple[EventActor, ...] = several(
        "Who took part, in which role, and who says so.", [{"actor": "coalition", "role": "target"}]
    )
    type: Key | None = maybe("What kind of event it is: a word of the site's vocabulary.", "shelling")
    outcome: terms.Outcome | None = maybe("How an attempted act ended.", "foiled")
    tags: tuple[Tag, ...] = several("Words to find it by.", ["drone", "iraq"])
    summary: Paragraph | None = maybe("One to three sentences.", "Two armed drones were brought down.")
    body: Body | None = maybe("The longer account, in CommonMark with tables and footnotes.")
    notes: Paragraph | None = maybe("The editors' note to the reader.")
    verification: terms.Verification = say(
        "How well it is supported.", "reported", default=terms.Verification.REPORTED
    )
    verification_note: Paragraph | None = maybe("Why; the direct evidence, where there is any.")
    claims: tuple[Claim, ...] = several("What each party says.")
    measures: tuple[Measure, ...] = several("Figures other than people.")
    casualties: tuple[Casualties, ...] = several("People harmed, a row for each speaker.")
    damage: tuple[Damage, ...] = several("Damage, a row for each speaker.")
    unknowns: tuple[Paragraph, ...] = several("What is not known.", ["Who fired."])
    relations: Relations = say("Typed links to other events.", default=Relations())
    media: tuple[Media, ...] = several("Pictures and recordings, shown or described.")
    content_warnings: tuple[Key, ...] = several("What a reader may not wish to see.", ["killing"])
    corrections: tuple[Correction, ...] = several("Changes to what was published.")
    status: terms.Status = say("Whether it is shown.", "published", default=terms.Status.PUBLISHED)
    embargo_until: Moment | None = maybe("Not shown before this moment (RFC 3339).", "2022-01-05T12:00:00Z")
    withdrawn_reason: Paragraph | None = maybe("Why a withdrawn entry was withdrawn.")
    lang: LanguageTag | None = maybe("The language of the texts; else the site's.", "en")
    translations: dict[LanguageTag, Translation] = say("The texts in other languages.", default={})
    featured: YesNo = say("Whether the home page gives it more room.", default=False)
    order: Whole | None = maybe("Its rank among events of the same date.", "2")
    credits: tuple[Line, ...] = several("Who contributed the entry.")
    former_ids: tuple[Id, ...] = several(
        "Ids that it had before, the oldest first, which names it in feeds; their pages lead here."
    )
    external_ids: dict[Key, Line] = say("Its ids elsewhere.", {"wikidata": "Q80040427"}, default={})
    extra: dict[Line, Any] = say("Custom fields, typed when site.yaml declares them.", default={})

    @model_validator(mode="after")
    def one_form_of_place(self) -> Event:
        """One place, or a list of places."""
        if self.place is not None and self.places:
            raise refuse("together", "'place' and 'places' are both there", "keep one of the two")
        return self

    @property
    def all_places(self) -> tuple[EventPlace, ...]:
        """Its places, the primary one first."""
        return (self.place,) if self.place is not None else self.places


class VocabularyTerm(ShortModel):
    """A word of a site's own vocabulary."""

    short_for = "label"
    label: Line = say("What the reader sees.", "Shelling")
    labels: dict[LanguageTag, Line] = say("The label in other languages.", {"ar": "قصف"}, default={})
    description: Paragraph | None = maybe("What it means.")
    acled: Line | None = maybe("The event type of ACLED that comes nearest.")


class CustomField(ShortModel):
    """A field that a site adds under extra."""

    short_for = "type"
    type: terms.FieldType = say("What it holds.", "number")
    label: Line | None = maybe("What the reader sees.", "Wind speed, km/h")
    choices: tuple[Line, ...] = several("The words allowed, for a choice.", ["low", "high"])


class LoadedWord(ShortModel):
    """A word that takes sides, and what to write for it."""

    short_for = "instead"
    instead: Line = say("What to write, or ask, instead.", "name the group")


class SiteTexts(Model):
    """The site's own texts in another language."""

    title: Title | None = maybe("The title of the timeline.", "الهجمات على التحالف")
    tagline: Line | None = maybe("A line beneath the title.")
    scope: Paragraph | None = maybe("What belongs to the timeline and what does not.")
    knowledge_note: Paragraph | None = maybe("What the end of knowledge means for the reader.")


class Site(Model):
    """The site's own settings."""

    title: Title = say("The title of the timeline.", "Attacks on the coalition, January 2022")
    tagline: Line | None = maybe("A line beneath the title.")
    scope: Paragraph | None = maybe("What belongs to the timeline and what does not.")
    lang: LanguageTag = say("The language of the texts.", "en", default="en")
    languages: tuple[LanguageTag, ...] = several("The languages in which there are pages.", ["en", "ar"])
    translations: dict[LanguageTag, SiteTexts] = say("The site's own texts in those languages.", default={})
    reviewed_languages: tuple[LanguageTag, ...] = several(
        "Languages whose interface a speaker has read: pages no longer say that a machine made it.", ["fr"]
    )
    timezone: Line = say("The IANA time zone where neither event nor place gives one.", default="UTC")
    calendar_display: tuple[terms.Calendar, ...] = say(
        "Calendars in which dates are shown.", ["gregorian"], default=(terms.Calendar.GREGORIAN,)
    )
    licence: Line | None = maybe("The SPDX licence id of the data.", "CC-BY-4.0")
    repository: Line | None = maybe("Where the files are kept.", "https://github.com/OWNER/REPO")
    url: Line | None = maybe("The site's address; else the GitHub Pages address of the repository.")
    publisher: Line | None = maybe("Who publishes the timeline.")
    contact: Line | None = maybe("Where a reader can write: an address or a mailto link.")
    knowledge_date: Date | None = maybe("The timeline knows nothing later than this.", "2022-01-05")
    knowledge_note: Paragraph | None = maybe("What that means for the reader.")
    blur_m: Blur | None = maybe("No place is published more exactly than so many metres.", "5000")
    context_tag: Tag = say("The tag that sets an event apart as context.", default="context")
    vocabularies: dict[Key, dict[Key, VocabularyTerm]] = say(
        "The site's words: type, role, place_role.", {"type": {"shelling": {"label": "Shelling"}}}, default={}
    )
    search: YesNo | None = maybe("Whether readers can search; else so where there are not too many events.")
    loaded_words: dict[Line, LoadedWord] = say(
        "Words that take sides; check warns of them.", {"terrorist": "name the group"}, default={}
    )
    fields: dict[Key, CustomField] = say("Typed custom fields.", default={})
    share_cards: Whole = say(
        "Sites of at most so many events draw a picture for shared links to each; 0 draws none.",
        "0",
        default=500,
    )
    embed_events: Whole = say(
        "Sites of at most so many events have an embed of each; 0: only the timeline and its slices have.",
        "0",
        default=1_000,
    )
    slice_min: Whole | None = maybe(
        "Places, actors, sources, types and tags of so many events have feeds and data of their own; "
        "else 10 or, of over 1,000 events, one in a hundred, and then no JSON and GeoJSON; 0: none have.",
        "3",
    )
