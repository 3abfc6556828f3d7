# SPDX-License-Identifier: MIT
"""A new record of a registry: its id, its file, and the text of that file with all that was there kept."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from dateline.document import REGISTRY, Document, read
from dateline.draft import free
from dateline.models import Actor, Model, Place, Source
from dateline.slugs import slug
from dateline.yaml_text import Data, yaml_text

MODELS: dict[str, type[Model]] = {"actors": Actor, "places": Place, "sources": Source}


class Unwritable(Exception):  # noqa: N818  # it says what a file is
    """A record cannot be put behind what is in a registry's file."""

    hint = "add the record by hand, then name its id"


@dataclass(frozen=True, slots=True)
class Addition:
    """A record that is to be written; `registry` is actors, places or sources."""

    registry: str
    id: str
    record: Mapping[str, Data]

    @property
    def in_order(self) -> dict[str, Data]:
        """The record with its keys in the order of the model."""
        keys = MODELS[self.registry].model_fields
        return {key: self.record[key] for key in keys if key in self.record}


def addition(registry: str, named: str, record: Mapping[str, Data], taken: Container[str]) -> Addition:
    """The record under an id made of a name, which no other has."""
    return Addition(registry, free(slug(named), taken), record)


def added(one: Addition, *, is_folder: bool, old: Callable[[str], str]) -> tuple[str, str]:
    """The path of the registry's file, and its text with the record; `old` reads what is there.

    A registry that is a folder gets a file for the record. Else the record goes to the end of the
    common file, of which every byte is kept. Raises `Unwritable` where that would say something else.
    """
    if is_folder:
        return f"content/{one.registry}/{one.id}.yaml", yaml_text(one.in_order)
    path = f"content/{one.registry}.yaml"
    before = old(path)
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if not before or before.endswith("\n") else end
    text = before + gap + yaml_text({one.id: one.in_order}).replace("\n", end)
    was, now = (read(path, it.encode("utf-8", "surrogateescape"), REGISTRY) for it in (before, text))
    if not isinstance(was, Document) or not isinstance(now, Document):
        raise Unwritable(f"{path} cannot be added to: it has errors, or is written between brackets")
    if now.data.keys() - was.data.keys() != {one.id}:
        raise Unwritable(f"{path} cannot be added to")
    return path, text
