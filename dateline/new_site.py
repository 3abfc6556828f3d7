# SPDX-License-Identifier: MIT
"""The files of a new site, made from what its owner asked for and what every site begins with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dateline import __version__
from dateline.clock import ClockError
from dateline.clock.zones import time_zone
from dateline.document import Document, read
from dateline.issue_form import form
from dateline.models import Site
from dateline.problems import Problem
from dateline.urls import UrlError, parse_root
from dateline.validate import validate
from dateline.yaml_text import Data, yaml_text

FILLED = re.compile(r"\{\{(\w+)\}\}")
REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
SITE = "content/site.yaml"
NAMELESS = "OWNER/REPO"
"""What stands in links for a repository whose name is not known."""

LICENCES = {
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "CC0-1.0": (
        "Creative Commons Zero 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    "ODbL-1.0": (
        "Open Data Commons Open Database License 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
}
"""The licences that are offered: SPDX id, name, and where the text is."""

NO_LICENCE = "none"
NO_LICENCE_NOTE = """\
No licence has been chosen for the files in `content/`. Without one nobody may republish them, beyond what the
law allows anybody. To choose one, name it here and under `licence:` in `content/site.yaml`.
"""
LICENCE_NOTE = """\
The files in `content/` are under this licence: {name}
({id}), <{address}>.
"""
FORM = ".github/ISSUE_TEMPLATE/event.yml"
REPOSITORY_ADVICE = """
The site does not know yet where its files are kept. Write it into `content/site.yaml`, so that pages can link
to them: `repository: https://github.com/YOU/YOUR-REPOSITORY`.
"""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the owner of a new site asked for; what is empty was not said. `repository` is `OWNER/NAME`."""

    title: str
    url: str = ""
    repository: str = ""
    timezone: str = "UTC"
    lang: str = "en"
    licence: str = NO_LICENCE


def fault(name: str, value: str) -> str:
    """What is wrong with one wish, in words; empty where nothing is."""
    if name == "title" and any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in value):
        return "write it on one line"
    if name == "repository":
        right = REPOSITORY.fullmatch(value)
        return "" if right else "write the owner and the name, as in someone/bridges"
    if name == "timezone":
        try:
            time_zone(value)
        except ClockError as error:
            return in_words(error.message, error.hint)
    if name == "url":
        try:
            parse_root(value)
        except UrlError as error:
            return in_words(error.message, error.hint)
    return fault_of_field(name, value)


def fault_of_field(name: str, value: str) -> str:
    """What is wrong with a value of site.yaml, by the rules for that file."""
    document = read(SITE, yaml_text({"title": "A timeline", name: value}).encode())
    found = validate(Site, document) if isinstance(document, Document) else document
    problems = [one for one in found if isinstance(one, Problem)] if isinstance(found, tuple) else []
    return in_words(problems[0].message, problems[0].hint) if problems else ""


def in_words(message: str, hint: str) -> str:
    """What is wrong, and what to do, in one line."""
    return f"{message}: {hint}" if hint else message


def files_of(
    wishes: Wishes, starter: Mapping[str, str], handed_on: Mapping[str, str], schemas: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Every file of the site by its path, sorted.

    `starter` are the files that every site begins with, with `{{name}}` where a wish goes; `handed_on`
    the workflows and forms; `schemas` what editors check files against. Where two have one path, a file
    of `starter` counts.
    """
    words = words_of(wishes)
    made = {f"docs/schema/{name}.json": text for name, text in schemas.items()}
    for path, text in handed_on.items():
        made[path] = text.replace(NAMELESS, wishes.repository or NAMELESS).encode()
    for path, text in starter.items():
        made[path] = FILLED.sub(lambda found: words[found[1]], text).encode()
    site = read(SITE, made[SITE])
    found = validate(Site, site) if isinstance(site, Document) else None
    if isinstance(found, Site):
        made[FORM] = form(found).encode()
    return dict(sorted(made.items()))


def words_of(wishes: Wishes) -> dict[str, str]:
    """What stands in place of each `{{name}}`."""
    return {
        "title": wishes.title,
        "version": __version__,
        "settings": yaml_text(settings_of(wishes)),
        "licence_note": licence_note(wishes.licence),
        "repository_advice": "" if wishes.repository else REPOSITORY_ADVICE,
    }


def settings_of(wishes: Wishes) -> dict[str, Data]:
    """What the owner said, as site.yaml holds it."""
    settings: dict[str, Data] = {
        "title": wishes.title,
        "lang": wishes.lang,
        "timezone": wishes.timezone,
    }
    if wishes.licence != NO_LICENCE:
        settings["licence"] = wishes.licence
    if wishes.repository:
        settings["repository"] = f"https://github.com/{wishes.repository}"
    if wishes.url:
        settings["url"] = wishes.url
    return settings


def licence_note(licence: str) -> str:
    """A short note that names the licence of the content and says where its text is."""
    if licence == NO_LICENCE:
        return NO_LICENCE_NOTE
    name, address = LICENCES[licence]
    return LICENCE_NOTE.format(name=name, id=licence, address=address)
