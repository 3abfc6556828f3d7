# SPDX-License-Identifier: MIT
"""The languages that a site speaks: where the pages of each are, and how they lead to each other."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.language import language
from dateline.models import Site
from dateline.page import Page, address


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a page in a language: the language's own name for itself and the page's address."""

    code: str
    name: str
    direction: str
    href: str
    is_current: bool


def languages(site: Site) -> tuple[str, ...]:
    """The languages in which a site has pages, its own first."""
    return tuple(dict.fromkeys((site.lang, *site.languages)))


def folder_of(site: Site, code: str) -> str:
    """Where the pages in a language lie: the site's own at its root, others in a folder such as `ar/`."""
    return "" if code == site.lang else f"{code}/"


def ways(site: Site, current: str, root: str, path: str) -> tuple[Way, ...]:
    """The ways to a page in every language, for a page from which `root` leads to the site's root.

    None where the site has one language.
    """
    codes = languages(site)
    if len(codes) == 1:
        return ()
    return tuple(
        Way(
            code=code,
            name=language(code).name_of_itself,
            direction=language(code).direction,
            href=f"{root}{folder_of(site, code)}{path}",
            is_current=code == current,
        )
        for code in codes
    )


def alternates(site: Site, base_url: str | None, page: Page) -> tuple[tuple[str, str], ...]:
    """The addresses of a page in each language that it is written in, then the one for all other readers.

    None where the site's address is not known, or where there is but one.
    """
    codes = [code for code in languages(site) if page.written_in is None or code in page.written_in]
    if base_url is None or not page.indexed or len(codes) == 1:
        return ()
    found = [(code, base_url + address(folder_of(site, code) + page.path)) for code in codes]
    return (*found, ("x-default", base_url + address(page.path)))


def in_words_of(site: Site, code: str) -> Site:
    """The site's settings with its texts, and the labels of its words, as far as they are translated."""
    texts = site.translations.get(code)
    said = {} if texts is None else {name: text for name, text in texts if text is not None}
    vocabularies = {
        vocabulary: {
            key: term.model_copy(update={"label": term.labels[code]}) if code in term.labels else term
            for key, term in terms.items()
        }
        for vocabulary, terms in site.vocabularies.items()
    }
    return site.model_copy(update={**said, "vocabularies": vocabularies})
