# SPDX-License-Identifier: MIT
"""Turns a template and its declared context into an output.

The only door of Jinja. Every template escapes, and an undefined name is an error. A page's key is a
digest of the engine, the template with all it includes, and the context; since a template sees
nothing else, a key that has not changed means bytes that have not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from dateline import clock, markup, wording
from dateline.dates import Edtf
from dateline.dates import words as datewords
from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine, templates
from dateline.language import Language, language
from dateline.maps import places_map
from dateline.models import Site
from dateline.output import Output
from dateline.phrases import PhrasedEnvironment
from dateline.references import url_or_none
from dateline.relations import BY_NAME
from dateline.site_address import pages_address, with_slash
from dateline.terms import Term

MOST_MAPS = 1_000
"""How many drawn maps are kept in memory; each takes a few kilobytes."""

MOST_KEPT = 20_000
"""How many pieces of pages that others show too are kept in memory; most take less than two kilobytes."""

MOST_NAMES = 100
"""How many names, or links of one kind, one page shows; so many stay well below 150 kB."""

MOST_PERIODS = 500
"""How many shorter periods one page leads to."""

MOST_WORDS = 4_000
"""How many dates, and how many texts, are kept in words; each stands on many pages that follow each other."""


LEADS = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b")
AFTERWARDS = r"[-+]?%}|ignore missing\b|with\b|without\b|import\b|as\b"
LEADS_TO = re.compile(rf"""{LEADS.pattern}\s*["']([^"'\\]+)["']\s*(?:{AFTERWARDS})""")
"""Where a template leads to others, and where it says plainly to which."""


@dataclass(frozen=True, slots=True)
class Page:
    """What every page says of itself; `path` is its address within the site."""

    path: str
    title: str
    description: str = ""
    kind: str = "website"
    indexed: bool = True
    current: str = ""

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty, or ../ once or more."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A page of prose, as every page links to it."""

    id: str
    title: str


@dataclass(frozen=True)
class Theme:
    """Templates, looked up in the site's own folder first, and the language they speak."""

    site: Site
    base_url: str | None
    published_at: str | None
    folders: tuple[Path, ...]
    language: Language
    as_of: Day | None = None
    prose: tuple[ProseLink, ...] = ()
    searched: bool = False
    frames: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[Theme], tuple[object, ...]]:
        """What another process makes the same theme from."""
        shared = (self.site, self.base_url, self.published_at, self.folders)
        return Theme, (*shared, self.language, self.as_of, self.prose, self.searched)

    def page(self, template: str, page: Page, view: object = None) -> Output:
        """The output that renders `template` with the page, the site and the fields of `view`."""
        key = digest((self.frame(template), page, view))
        return Output(page.path, key, partial(self.render, template, page, view))

    def page_later(
        self, template: str, path: str, made_from: object, make: Callable[[], tuple[Page, object]]
    ) -> Output:
        """The output of a page that is costly to describe: `make` gives it, and what it shows, when needed.

        `made_from` holds a digest of everything that `make` looks at.
        """
        return Output(
            path, digest((self.frame(template), path, made_from)), partial(self.made, template, make)
        )

    def made(self, template: str, make: Callable[[], tuple[Page, object]]) -> bytes:
        """The bytes of a page described only now."""
        return self.render(template, *make())

    def frame(self, template: str) -> str:
        """A digest of what all pages of a template share: the engine, the templates, the site."""
        if template not in self.frames:
            self.frames[template] = digest((self.shared, self.template_digest(template)))
        return self.frames[template]

    @cached_property
    def shared(self) -> str:
        """A digest of what all pages share: the engine, the site, and what is said of it."""
        said = (self.base_url, self.published_at, self.as_of, self.prose, self.searched, self.site)
        return digest((engine(), said))

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
            canonical=None if self.base_url is None else self.base_url + address(page.path),
            **declared,
        )
        return text.encode()

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
        """The one Jinja environment."""
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
            most=MOST_NAMES,
            most_periods=MOST_PERIODS,
        )
        return made

    @cached_property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The words that templates ask for."""
        lang, once = self.language, lru_cache(maxsize=MOST_WORDS)
        return {
            "date_words": once(self.date_words),
            "date_short": once(lambda date: datewords.short(date, lang)),
            "date_heading": once(lambda date: datewords.heading(date, lang)),
            "datetime": once(datewords.html_datetime),
            "time_words": once(lambda time: clock.words(time, lang)),
            "measure": lambda row: wording.measure(row, lang),
            "casualties": lambda row: wording.casualties(row, lang),
            "number": wording.number,
            "term": once(self.term),
            "meaning": once(lambda term: lang.gettext(term.meaning)),
            "relation": once(lambda kind: lang.gettext(BY_NAME[kind].label)),
            "word": once(self.word),
            "direction": once(lambda tag: language(tag).direction),
            "drawn": places_map,
            "kept": lru_cache(maxsize=MOST_KEPT)(piece),
            "kept_map": lru_cache(maxsize=MOST_MAPS)(piece),
            "url": url_or_none,
            "host": lambda url: url.shown_host,
            "paragraphs": once(markup.paragraphs),
        }

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
        pages = self.environment.list_templates(extensions=["html"])
        sources: dict[str, tuple[str, tuple[str, ...]]] = {}
        waiting = [*pages]
        while waiting:
            name = waiting.pop()
            if name in sources:
                continue
            with suppress(TemplateNotFound):  # an include may allow for that
                text, _, _ = self.environment.loader.get_source(self.environment, name)  # type: ignore[union-attr]  # set above
                named = {*pages} if len(LEADS.findall(text)) > len(LEADS_TO.findall(text)) else set()
                named |= {*LEADS_TO.findall(text)}  # of another, only a page that is rendered knows which
                sources[name] = (text, tuple(sorted(named)))
                waiting += sources[name][1]
        return {name: blake2b(whole(name, sources).encode(), digest_size=16).hexdigest() for name in sources}


def piece(value: Hashable, macro: Callable[..., str], *others: Hashable) -> str:
    """What a macro makes of a value; what it sees besides is the same on every page."""
    return macro(value, *others)


def whole(name: str, sources: Mapping[str, tuple[str, tuple[str, ...]]]) -> str:
    """A template's text followed by the texts of all it leads to, each once."""
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        step = waiting.pop()
        if step in seen or step not in sources:
            continue
        seen[step] = None
        waiting.extend(sources[step][1])
    return "\0".join(sources[one][0] for one in seen)


def address(path: str) -> str:
    """A page's address as it is linked: the home page is the folder itself."""
    return "" if path == "index.html" else path


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
