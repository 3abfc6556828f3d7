# SPDX-License-Identifier: MIT
"""What GitHub says of an issue: the payload of a workflow's event, or the issue alone, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LARGEST = 26_000_000
"""A payload is at most so many bytes; GitHub sends none that is larger than 25 MB."""


class PayloadError(Exception):
    """A file that does not hold an issue."""

    hint = "give the file that GITHUB_EVENT_PATH names, or what `gh api repos/OWNER/REPO/issues/1` prints"


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: its number, its text in Markdown as its author left it, and the names of its labels."""

    number: int
    body: str
    labels: frozenset[str]


def issue_in(raw: bytes) -> Issue:
    """The issue in a payload of either shape; raises `PayloadError` and nothing else."""
    if len(raw) > LARGEST:
        raise PayloadError(f"the payload has {len(raw):,} bytes, the limit is {LARGEST:,}")
    try:
        payload = json.loads(raw)
    except (ValueError, RecursionError):
        raise PayloadError("the payload is not JSON") from None
    held = payload.get("issue", payload) if isinstance(payload, dict) else None
    if not isinstance(held, dict) or "body" not in held:
        raise PayloadError("the payload holds no issue")
    if "pull_request" in held:
        raise PayloadError("the payload holds a pull request, not an issue")
    number, body = held.get("number"), held["body"]
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise PayloadError("the issue has no number")
    if not isinstance(body, str | None):
        raise PayloadError("the issue's body is not text")
    return Issue(number, body or "", frozenset(label_names(held)))


def label_names(held: Mapping[str, Any]) -> list[str]:
    """The names of an issue's labels, which GitHub lists as records or as plain names."""
    labels = held.get("labels")
    listed = [
        label.get("name") if isinstance(label, dict) else label
        for label in (labels if isinstance(labels, list) else [])
    ]
    return [name for name in listed if isinstance(name, str)]
