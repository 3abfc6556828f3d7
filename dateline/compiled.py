# SPDX-License-Identifier: MIT
"""A template that this process has compiled for a language is not compiled again.

To compile them takes most of the time that a small site takes, and `serve` builds the same site again
and again. Nothing goes to the disk: code that is read from there is code that somebody may have put there.
"""

from __future__ import annotations

from gettext import NullTranslations
from types import CodeType
from weakref import WeakKeyDictionary

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from dateline.language import Language

Known = dict[str, tuple[str, CodeType]]
"""By a digest of a template's name and file: a digest of its text, and the code."""

_known: WeakKeyDictionary[NullTranslations, Known] = WeakKeyDictionary()


class Compiled(BytecodeCache):
    """The code of templates for one language, of each file the latest; its phrases are part of the code."""

    def __init__(self, language: Language) -> None:
        self.known = _known.setdefault(language.translations, {})

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of the template, where its text is the same."""
        checksum, code = self.known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the template."""
        if bucket.code is not None:
            self.known[bucket.key] = (bucket.checksum, bucket.code)
