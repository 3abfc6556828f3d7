# SPDX-License-Identifier: MIT
"""Writes the bill of materials of a site's environment, in CycloneDX, from requirements.lock alone.

`python -m scripts.sbom FILE`. The same lock gives the same bytes on every machine and at any time.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from dateline import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
OURS = "dateline"
PIN = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))? \\")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package of a lock: its version, on which machines, the digests of its files, and who asked for it."""

    name: str
    version: str
    marker: str | None
    digests: tuple[str, ...]
    via: tuple[str, ...]


def pins(lock: str) -> list[Pin]:
    """The packages of a lock file, in its order."""
    found: list[Pin] = []
    for block in re.split(r"\n(?=[\w])", lock):
        pin = PIN.match(block)
        if pin:
            digests = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
            asked = re.findall(r"^ +#(?: via)? +(?:via )?(\w[\w.-]*)", block, re.MULTILINE)
            via = tuple(name for name in asked if name != "via")
            found.append(Pin(pin["name"], pin["version"], pin["marker"], digests, via))
    return found


def needed(found: list[Pin], direct: set[str]) -> set[str]:
    """The packages that `direct` are or bring along; the others come with extras."""
    reached = {pin.name for pin in found if pin.name in direct}
    while more := {pin.name for pin in found if reached.intersection(pin.via)} - reached:
        reached |= more
    return reached


def bill(lock: str, direct: set[str]) -> str:
    """The bill of materials of a lock, as JSON; `direct` are the run-time dependencies of pyproject.toml."""
    found = pins(lock)
    run_time = needed(found, direct)
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"{OURS} {__version__}\n{lock}"))
    ours = Component(
        name=OURS,
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=OURS,
        purl=PackageURL("pypi", name=OURS, version=__version__),
        licenses=[LicenseExpression("MIT")],
    )
    bom.metadata.component = ours
    components = {pin.name: component(pin, required=pin.name in run_time) for pin in found}
    bom.components.update(components.values())
    for asking, made in {OURS: ours, **components}.items():
        brought = [components[pin.name] for pin in found if asking in pin.via]
        bom.register_dependency(made, brought)
    # The time of making would differ each time and says nothing: the lock is what counts.
    bom.metadata.timestamp = None  # type: ignore[assignment]  # the format allows it, the type does not
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def component(pin: Pin, *, required: bool) -> Component:
    """A package as a component; any of the files with these digests may be what is installed."""
    purl = PackageURL("pypi", name=pin.name.lower(), version=pin.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(purl)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in pin.digests],
    )
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=pin.name,
        purl=purl,
        scope=ComponentScope.REQUIRED if required else ComponentScope.OPTIONAL,
        external_references=[files],
        properties=[Property(name="dateline:marker", value=pin.marker)] if pin.marker else [],
    )


def direct_dependencies() -> set[str]:
    """The run-time dependencies that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {re.split(r"[\[<>=~! ]", wanted)[0].lower() for wanted in project["dependencies"]}


def main(target: Path) -> None:
    """Write the bill of this checkout's lock into a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(bill(LOCK.read_text("utf-8"), direct_dependencies()), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
