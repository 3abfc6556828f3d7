# SPDX-License-Identifier: MIT
"""The order in which the keys of a file are written: that of the models, through all that they hold.

A record that is a kind of another, as a row of casualties is a range of figures, has its own keys first.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Union, get_args, get_origin

from dateline.models import Actor, Event, Model, Place, ReferenceModel, Sidecar, Site, Source

KINDS: dict[str, type[Model]] = {
    "site": Site,
    "actors": Actor,
    "places": Place,
    "sources": Source,
    "events": Event,
    "translations": Sidecar,
}
"""The record that a file of each kind holds."""


@dataclass(frozen=True, slots=True)
class Order:
    """The keys of a mapping in order, each with the order inside it.

    `each` is the order inside every other key, where keys are ids or words of a site. Inside a list
    the order is that of the list: it holds for each item.
    """

    keys: Mapping[str, Order] = field(default_factory=dict)
    each: Order | None = None

    def inside(self, key: str) -> Order:
        """The order inside what stands under a key."""
        return self.keys.get(key) or self.each or ANY

    def sorted(self, keys: list[str]) -> list[str]:
        """The keys in order; those that are not known come last, as they were typed."""
        rank = {key: number for number, key in enumerate(self.keys)}
        return sorted(keys, key=lambda key: rank.get(key, len(rank)))


ANY = Order()
"""Keys stay as they were typed."""


def order_of_file(kind: str, *, registry: bool) -> Order:
    """The order in a file of a kind; `registry` says that it holds many records by id."""
    order = order_of(KINDS[kind])
    return Order(each=order) if registry else order


@cache
def order_of(model: type[Model]) -> Order:
    """The order of a record's keys: its own and those of what it may describe in place."""
    fields = {name: found.annotation for name, found in model.model_fields.items() if name != "inline"}
    fields = {
        name: fields[name]
        for name in sorted(fields, key=lambda name: name not in vars(model)["__annotations__"])
    }
    if issubclass(model, ReferenceModel):
        described = {name: found.annotation for name, found in model.described.model_fields.items()}
        own = {name: fields.pop(name) for name in model.own}
        fields = {**fields, **described, **own}
    return Order({name: order_in(annotation) for name, annotation in fields.items()})


def order_in(annotation: Any) -> Order:
    """The order inside a field of this type."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return order_of(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is dict:
        return Order(each=order_in(inner[1]))
    if origin in (tuple, Union, types.UnionType):
        return next((found for found in map(order_in, inner) if found is not ANY), ANY)
    return ANY
