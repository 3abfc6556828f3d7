# SPDX-License-Identifier: MIT
"""Turns a template and its declared context into an output.

The only door of Jinja. Every template escapes, and an undefined name is an error. A page's key is a
digest of the engine, the template with all it includes, and the context; since a template sees
nothing else, a key that has not changed means bytes that have not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline import clock, embedding, markup, spoken, template_keys, wording
from dateline.dates import Edtf
from dateline.dates import words as datewords
from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine, templates
from dateline.language import Language, language
from dateline.maps import places_map
from dateline.models import Site
from dateline.output import Output
from dateline.own_basemap import Ground, ground
from dateline.page import Page, ProseLink, address
from dateline.phrases import PhrasedEnvironment
from dateline.references import url_or_none
from dateline.relations import BY_NAME
from dateline.site_address import pages_address, with_slash
from dateline.terms import Term

__all__ = ["Page", "ProseLink", "Theme", "address", "open_theme"]

Describe = Callable[..., tuple[Page, object]]

MOST_MAPS = 1_000
"""How many drawn maps are kept in memory; each takes a few kilobytes."""

MOST_KEPT = 8_000
"""How many pieces of pages that others show too are kept in memory; most take less than two kilobytes."""

MOST_NAMES = 100
"""How many names, or links of one kind, one page shows; so many stay well below 150 kB."""

MOST_PERIODS = 500
"""How many shorter periods one page leads to."""

MOST_WORDS = 4_000
"""How many dates, and how many texts, are kept in words; each stands on many pages that follow each other."""


@dataclass(frozen=True)
class Theme:
    """Templates, looked up in the site's own folder first, and the language they speak.

    `everywhere` says that the pages made with it are there in every language of the site; such a
    theme has a `parent`, which speaks the site's own.
    """

    site: Site
    base_url: str | None
    published_at: str | None
    folders: tuple[Path, ...]
    language: Language
    as_of: Day | None = None
    prose: tuple[ProseLink, ...] = ()
    searched: bool = False
    everywhere: bool = False
    parent: Theme | None = None
    frames: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[Theme], tuple[object, ...]]:
        """What another process makes the same theme from."""
        shared = (self.site, self.base_url, self.published_at, self.folders)
        rest = (self.prose, self.searched, self.everywhere, self.parent)
        return Theme, (*shared, self.language, self.as_of, *rest)

    @cached_property
    def folder(self) -> str:
        """Where the pages lie: empty for the site's own language, else such as `ar/`."""
        return spoken.folder_of(self.site, self.language.code)

    @cached_property
    def up(self) -> str:
        """The way from the home page of the language to the site's root, where assets and data are."""
        return "../" * self.folder.count("/")

    def speaking(self, code: str) -> Theme:
        """The same theme for the pages that are there in every language, in one of these."""
        site = spoken.in_words_of(self.site, code) if code != self.site.lang else self.site
        return replace(self, site=site, language=language(code), everywhere=True, parent=self)

    def page(self, template: str, page: Page, view: object = None) -> Output:
        """The output that renders `template` with the page, the site and the fields of `view`."""
        key = digest((self.frame(template), page, view))
        return Output(self.folder + page.path, key, Theme.render, (self, template, page, view))

    def page_later(self, template: str, path: str, made_from: object, make: Describe, *given: Any) -> Output:
        """The output of a page that is costly to describe: `make` gives it and what it shows from `given`.

        `made_from` holds a digest of everything that `make` looks at.
        """
        key = digest((self.frame(template), path, made_from))
        return Output(self.folder + path, key, Theme.made, (self, template, make, *given))

    def made(self, template: str, make: Describe, *given: Any) -> bytes:
        """The bytes of a page described only now."""
        return self.render(template, *make(*given))

    def frame(self, template: str) -> str:
        """A digest of what all pages of a template share: the engine, the templates, the site."""
        if template not in self.frames:
            self.frames[template] = digest((self.shared, self.template_digest(template)))
        return self.frames[template]

    @cached_property
    def shared(self) -> str:
        """A digest of what all pages share: the engine, the site, and what is said of it."""
        said = (self.base_url, self.published_at, self.as_of, self.prose, self.searched, self.site)
        return digest((engine(), *said, self.language.code, self.everywhere, self.ground.key))

    @cached_property
    def ground(self) -> Ground:
        """What the maps are drawn on."""
        return ground(self.folders)

    @cached_property
    def whole(self) -> str:
        """A digest of everything that a page is made with: what they share, and every template."""
        return digest((self.shared, sorted(self.template_digests.items())))

    def render(self, template: str, page: Page, view: object = None) -> bytes:
        """The bytes of a page, in UTF-8."""
        declared = {} if view is None else {item.name: getattr(view, item.name) for item in fields(view)}  # type: ignore[arg-type]  # any dataclass
        text = self.environment.get_template(template).render(
            page=page,
            root=self.root_of(page),
            canonical=self.full_address(page.path),
            ways=spoken.ways(
                self.site,
                self.language.code,
                self.up + self.root_of(page),
                page.path if self.everywhere else "index.html",
            ),
            alternates=spoken.alternates(self.site, self.base_url, page) if self.everywhere else (),
            **declared,
        )
        return text.encode()

    def full_address(self, path: str) -> str | None:
        """The address of a page in full, where that of the site is known."""
        return None if self.base_url is None else self.base_url + address(self.folder + path)

    def root_of(self, page: Page) -> str:
        """The way to the site's root; in full from the page for missing addresses, shown anywhere."""
        if page.path == "404.html" and self.published_at:
            return urlsplit(self.published_at).path
        return page.root

    def assets(self) -> tuple[tuple[str, bytes], ...]:
        """The files of the assets folders, by name; the site's own come before the bundled ones."""
        found: dict[str, bytes] = {}
        for folder in self.folders:
            if (folder / "assets").is_dir():
                for path in sorted((folder / "assets").iterdir()):
                    if path.is_file() and not path.is_symlink() and path.name not in found:
                        found[path.name] = path.read_bytes()
        return tuple(sorted(found.items()))

    @cached_property
    def environment(self) -> Environment:
        """The one Jinja environment of its language."""
        if self.parent is not None and self.parent.language == self.language:
            return self.parent.environment
        made = PhrasedEnvironment(
            self.language,
            loader=FileSystemLoader(self.folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        made.policies["json.dumps_kwargs"] = {"sort_keys": True, "allow_nan": False}
        made.filters.update(self.filters)
        made.globals.update(
            site=self.site,
            base_url=self.base_url,
            language=self.language,
            prose=self.prose,
            searched=self.searched,
            repository=url_or_none(self.site.repository),
            up=self.up,
            site_tongue=self.site_tongue,
            machine_made=self.language.is_machine_made
            and self.language.code not in self.site.reviewed_languages,
            most=MOST_NAMES,
            most_periods=MOST_PERIODS,
            own_basemap=self.ground.raw is not None,
        )
        return made

    @cached_property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The words that templates ask for."""
        lang = self.language
        once = lru_cache(maxsize=MOST_WORDS, typed=True)  # words of two vocabularies may be spelt alike
        return {
            "date_words": once(self.date_words),
            "date_short": once(lambda date: datewords.short(date, lang)),
            "date_heading": once(lambda date: datewords.heading(date, lang)),
            "datetime": once(datewords.html_datetime),
            "time_words": once(lambda time: clock.words(time, lang)),
            "zone_words": once(lambda name: wording.zone(name, lang)),
            "stamp": once(wording.stamp),
            "measure": lambda row: wording.measure(row, lang),
            "casualties": lambda row: wording.casualties(row, lang),
            "number": lang.quantity,
            "language_name": once(lang.name_of),
            "term": once(self.term),
            "meaning": once(lambda term: lang.gettext(term.meaning)),
            "relation": once(lambda kind: lang.gettext(BY_NAME[kind].label)),
            "word": once(self.word),
            "direction": once(lambda tag: language(tag).direction),
            "tongue": once(self.tongue),
            "drawn": lambda circles: places_map(circles, basemap=self.ground.named_in(self.language)),
            "embed": partial(embedding.embed, embedding.Home(self.site.title, lang, self.full_address)),
            "kept": lru_cache(maxsize=MOST_KEPT)(piece),
            "kept_map": lru_cache(maxsize=MOST_MAPS)(piece),
            "url": url_or_none,
            "host": lambda url: url.shown_host,
            "paragraphs": once(markup.paragraphs),
        }

    @property
    def site_tongue(self) -> str:
        """The language of the site's title and of what else it says of itself."""
        return self.language.code if self.language.code in self.site.translations else self.site.lang

    def tongue(self, tag: str) -> str:
        """The attributes of an element whose words are in a language, unless that is the one of the page."""
        return "" if tag == self.language.code else markup.spoken_in(tag, language(tag).direction)

    def date_words(self, date: Edtf) -> str:
        """A date in words; what is ongoing says as of when."""
        return datewords.words(date, self.language, as_of=self.as_of)

    def term(self, term: Term) -> str:
        """The label of a word of a closed vocabulary."""
        return self.language.gettext(term.label)

    def word(self, key: str, vocabulary: str) -> str:
        """The label of a word of one of the site's vocabularies, else the word itself."""
        known = self.site.vocabularies.get(vocabulary, {}).get(key)
        return known.label if known else key.replace("_", " ")

    def template_digest(self, name: str) -> str:
        """A digest of a template's text with all that it includes, extends or imports."""
        return self.template_digests[name]

    @cached_property
    def template_digests(self) -> Mapping[str, str]:
        """The digest of each template in use."""
        return self.parent.template_digests if self.parent else template_keys.digests(self.environment)


def piece(value: Hashable, macro: Callable[..., str], *others: Hashable) -> str:
    """What a macro makes of a value; what it sees besides is the same on every page."""
    return macro(value, *others)


def open_theme(  # noqa: PLR0913  # most have a default
    source: Path,
    site: Site,
    base_url: str | None,
    as_of: Day | None = None,
    prose: tuple[ProseLink, ...] = (),
    *,
    searched: bool = False,
) -> Theme:
    """The theme of a site: its own templates before the bundled ones.

    `base_url` is where the site is being published, when that is known; else site.yaml says it, or
    the address that GitHub Pages gives the repository. `as_of` is the day that an ongoing event is
    said to go on as of; `prose` are the pages of prose that every page links to; `searched` puts a box
    to search in on every page.
    """
    stated = with_slash(base_url or site.url)
    folders = tuple(dict.fromkeys((source / "templates", templates())))
    known = stated or pages_address(site.repository)
    return Theme(site, known, stated, folders, language(site.lang), as_of, prose, searched)
