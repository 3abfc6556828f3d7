# SPDX-License-Identifier: MIT
"""What the repository keeps of a look at the addresses: those that are gone, silent or moved, and the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from dateline.links.answers import Look, Verdict
from dateline.models import Link
from dateline.yaml_text import Data, yaml_text

FILE = "content/links.yaml"
HEAD = "# Written by `dateline links --write`: addresses of sources that did not answer as they should.\n"


def kept(
    before: Mapping[str, Link], looks: Mapping[str, Look], known: Collection[str], day: str
) -> dict[str, dict[str, Data]]:
    """What to keep, by address, sorted: what was seen now, and what was known of those not asked now.

    Nothing is kept of an address that no source has. `day` is that of the look, in ISO 8601.
    """
    found: dict[str, dict[str, Data]] = {
        text: {
            "state": link.state.value,
            "checked": link.checked.text,
            **({"to": link.to} if link.to else {}),
        }
        for text, link in before.items()
        if text in known and text not in looks
    }
    for text, look in looks.items():
        if text in known and look.verdict in {Verdict.GONE, Verdict.SILENT, Verdict.MOVED}:
            moved = {"to": look.to} if look.to else {}
            found[text] = {"state": look.verdict.value, "checked": day, **moved}
    return dict(sorted(found.items()))


def file_text(records: Mapping[str, Mapping[str, Data]]) -> str:
    """The text of the file that holds them."""
    return HEAD + (yaml_text(records) if records else "")


def put(site: Path, records: Mapping[str, Mapping[str, Data]]) -> None:
    """Write the file into the folder of a site, if it says anything new; one that never was stays away."""
    path, text = site / FILE, file_text(records).encode()
    if not records and not path.exists():
        return
    if not path.exists() or path.read_bytes() != text:
        beside = path.with_name(".links.yaml.new")
        beside.write_bytes(text)
        beside.replace(path)
