# SPDX-License-Identifier: MIT
"""The files of one event become its row, its story as plain data, and all that is wrong with it alone.

This is the costly part of reading: YAML, the schema, Markdown and the rules that need no other
event. Its result follows from the files, from the site's settings and from the registry records
that the event mentions, and is kept until one of those changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from dateline import discover, markup
from dateline.blur import with_blurred_places
from dateline.codes.fields import BAD_ID
from dateline.digest import digest
from dateline.document import EVENT, Document, read
from dateline.document.decoding import digest_of
from dateline.exported import exported
from dateline.illustration import Illustration
from dateline.images import missing
from dateline.load import EventFiles
from dateline.load.filenames import printable, split_language
from dateline.load.folder import Folder
from dateline.mentions import Reach, mentioned
from dateline.models import Event, Sidecar, Translation
from dateline.problems import Problem
from dateline.records import located, stem
from dateline.rows import Row, row
from dateline.rulebook import code_of
from dateline.setting import Setting
from dateline.stories import Story, story
from dateline.validate import remainder, validate, with_own_keys

NOTHING: Mapping[str, Any] = {}

# An event's own document, or that of its translation, and the path of its body there.
Origin = tuple[Document, tuple[str, ...]]


@dataclass(frozen=True)
class Examiner:
    """All that the examination of an event looks at besides its files.

    `pictures` leads from the names of the files in content/media/ that can be shown to how pages
    offer them, `media` are the names of all, and `media_key` is a digest of both. Without a
    sound site.yaml there is no `setting`, and an event is only read and validated.
    """

    folder: Folder
    setting: Setting | None
    pictures: Mapping[str, Illustration]
    media: Sequence[str]
    media_key: str
    reach: Reach | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of an event's files.

    `digests` are those of the files by path, `mentions` the texts in them that could be ids. `row`,
    and as plain data `told` (the story as it is kept) and `record` (the event as it is exported),
    are there where enough of the event is sound; `shows_media` where it names files of
    content/media/. `problems` are those of the files themselves; `findings`, those of rules, count
    once the event is shown. `is_lasting` is false where the same files may give another result.
    """

    digests: Mapping[str, str]
    mentions: tuple[str, ...]
    row: Row | None
    told: Mapping[str, Any]
    record: Mapping[str, Any]
    shows_media: bool
    problems: tuple[Problem, ...]
    findings: tuple[Problem, ...]
    is_lasting: bool


def examine(examiner: Examiner, files: EventFiles) -> Examined:
    """Read, validate and check the files of one event."""
    work = Work(examiner)
    own = work.document(files.own.file.path) if files.own else None
    texts = [(named, work.document(named.file.path)) for named in files.translations]
    sidecars = [document for named, document in texts if document is not None and named.sound]
    mentions = mentioned(own.data if own else None, [document.data for document in sidecars])
    if own is None or files.own is None or not files.own.sound:
        for document in sidecars:
            work.sidecar(document)
        return work.result(mentions)
    event = work.event(own)
    if event is None:
        for document in sidecars:
            work.sidecar(document)
        return work.result(mentions)
    origins: dict[str, Origin] = {lang: (own, ("translations", lang, "body")) for lang in event.translations}
    origins[""] = (own, ("body",))
    merged = []
    for document in sidecars:
        translation = work.translation(document, files.id, event)
        if translation is not None:
            event = with_translation(event, translation)
            origins[translation.lang] = (document, ("body",))
            merged.append(document.data)
    pictures = pictures_for(event, examiner.pictures, "../")
    bodies = {lang: work.body(lang, text, pictures, *origins[lang]) for lang, text in body_texts(event)}
    work.look_for_media(event, own)
    if examiner.setting is None or examiner.reach is None:
        return work.result(mentions)
    context = [examiner.reach.key(mentions), examiner.media_key if work.shows_media else ""]
    made_from = digest([sorted(work.digests.items()), context, bodies])
    one = story(files.id, own.path, event, examiner.setting, bodies)
    return work.result(
        mentions,
        row(one, examiner.setting.registry, made_from),
        {"event": own.data, "translations": merged, "bodies": bodies},
        exported(one),
        tuple(against_rules(one, examiner.setting, own)),
    )


def retold(told: Mapping[str, Any], ident: str, path: str, setting: Setting) -> Story | None:
    """The story that was kept as plain data; None where it holds HTML that we would not let through."""
    event = with_blurred_places(Event.model_validate(with_own_keys(told["event"])), setting.site)
    for data in told["translations"]:
        event = with_translation(event, Sidecar.model_validate(data))
    bodies = {}
    for lang, html in told["bodies"].items():
        kept = markup.from_plain_data({"html": html, "findings": []})
        if kept is None:
            return None
        bodies[lang] = kept.html
    return story(ident, path, event, setting, bodies)


def with_translation(event: Event, sidecar: Sidecar) -> Event:
    """The event with the texts of a translation that has a file of its own."""
    texts = {name: getattr(sidecar, name) for name in Translation.model_fields}
    translations = {**event.translations, sidecar.lang: Translation.model_construct(**texts)}
    return event.model_copy(update={"translations": translations})


def body_texts(event: Event) -> Iterator[tuple[str, str]]:
    """The event's own body, under no language, and those of its translations."""
    if event.body is not None:
        yield "", event.body
    for lang, translation in event.translations.items():
        if translation.body is not None:
            yield lang, translation.body


def pictures_for(
    event: Event, pictures: Mapping[str, Illustration], root: str
) -> dict[str, Illustration | str]:
    """The pictures for a body; of those that a reader is to be warned of, where they are found instead.

    That is below, behind its warning, for one of the event's media; for others it is the file itself,
    since the event's own warning stands before its body. `root` is the way to the site's root.
    """
    warned = event.content_warnings
    listed = (one.file for one in event.media if one.file and (warned or one.content_warnings))
    found = {name: f"{root}{one.address}" if warned else one for name, one in pictures.items()}
    return found | dict.fromkeys((name for name in listed if name in pictures), "#media")


def against_rules(one: Story, setting: Setting, document: Document) -> Iterator[Problem]:
    """What the rules find in one event, each with its place."""
    for rule in discover.modules("dateline.rules"):
        if not hasattr(rule, "of_event"):
            continue
        for finding in rule.of_event(one, setting):
            code = finding.code or code_of(rule)
            assert code is not None, f"{rule.__name__} has no code"  # noqa: S101  # for the type
            yield located((document, ()), code, finding)


class Work:
    """The examination of one event as far as it has come: what was read, and what was wrong."""

    def __init__(self, examiner: Examiner) -> None:
        self.examiner = examiner
        self.digests: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.is_lasting = True
        self.shows_media = False

    def document(self, path: str) -> Document | None:
        """The document in a file, or None where it has errors."""
        raw = self.examiner.folder.read(path, EVENT.size)
        if isinstance(raw, Problem):
            self.is_lasting = False
            self.problems.append(raw)
            return None
        found = read(printable(path), raw)
        self.digests[path] = digest_of(raw)
        if isinstance(found, Document):
            self.problems += found.warnings
            return found
        self.problems += found
        return None

    def event(self, document: Document) -> Event | None:
        """The event in its own file; of one with faults what is sound, where that is enough."""
        found = validate(Event, document)
        if isinstance(found, tuple):
            self.problems += found
            event = remainder(document)
        else:
            event = found
        setting = self.examiner.setting
        return with_blurred_places(event, setting.site) if event and setting else event

    def sidecar(self, document: Document) -> Sidecar | None:
        """The translation in a file of its own, if it says what the file's name says."""
        found = validate(Sidecar, document)
        if isinstance(found, tuple):
            self.problems += found
            return None
        named = split_language(stem(document.path))
        if (found.of, found.lang) == named:
            return found
        message = (
            f"the file is named for '{named[0]}' in '{named[1]}', and says '{found.of}' in '{found.lang}'"
        )
        self.problems.append(document.problem(BAD_ID, ("of",), message, "make the two agree"))
        return None

    def translation(self, document: Document, ident: str, event: Event) -> Sidecar | None:
        """The translation in a file of its own, if it is one of the event and the only one."""
        found = self.sidecar(document)
        if found is None or found.lang not in event.translations:
            return found
        message = f"'{ident}' has a translation into '{found.lang}' in its own file too"
        self.problems.append(document.problem(BAD_ID, ("lang",), message, "keep one of the two"))
        return None

    def body(
        self,
        lang: str,
        text: str,
        pictures: Mapping[str, Illustration | str],
        document: Document,
        loc: tuple[str, ...],
    ) -> Markup:
        """A body as safe HTML; what had to be left out of it is among the problems."""
        prefix = f"{lang}-" if lang else ""
        self.shows_media = self.shows_media or "![" in text
        made = markup.render(text, prefix=prefix, media=pictures, root="../")
        self.is_lasting = self.is_lasting and not made.timed_out
        for found in made.findings:
            mark = document.mark_inside(loc, found.line0, found.column)
            self.problems.append(document.problem_at(found.code, mark, found.message, found.hint))
        return made.html

    def look_for_media(self, event: Event, document: Document) -> None:
        """Tell of files that the event names and content/media/ does not hold."""
        for number, medium in enumerate(event.media):
            self.shows_media = True
            if medium.file is not None and medium.file not in self.examiner.media:
                error = missing(medium.file, self.examiner.media)
                loc = ("media", number, "file")
                self.problems.append(document.problem(error.code, loc, error.message, error.hint))

    def result(
        self,
        mentions: tuple[str, ...],
        found: Row | None = None,
        told: Mapping[str, Any] = NOTHING,
        record: Mapping[str, Any] = NOTHING,
        findings: tuple[Problem, ...] = (),
    ) -> Examined:
        """What came of it all."""
        return Examined(
            self.digests,
            mentions,
            found,
            told,
            record,
            self.shows_media,
            tuple(self.problems),
            findings,
            self.is_lasting,
        )
