"""A site draws its maps on a basemap of its own, and hears at once when that is broken."""

import json
from pathlib import Path

from dateline.own_basemap import basemap_problems
from dateline.pipeline import build
from tests.samples import EVENT, problems_of, run, site_of

SQUARE = [[39, 34], [42, 34], [42, 36], [39, 36], [39, 34]]
OWN = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Freedonia"},
            "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
        }
    ],
}
FILES = {
    "places.yaml": "a: {name: A, lat: 35.1, lon: 40.5, uncertainty_m: 500}\n",
    "events/e.yaml": EVENT + "place: a\n",
}


def with_basemap(folder: Path, text: str) -> Path:
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates/basemap.json").write_text(text)
    return site_of(folder, FILES)


def test_every_map_of_the_site_is_drawn_on_it(tmp_path: Path) -> None:
    build(with_basemap(tmp_path / "site", json.dumps(OWN)), tmp_path / "out")
    for path in ("map.html", "places/a.html", "events/e.html"):
        text = (tmp_path / "out" / path).read_text()

        assert "Freedonia" in text, path
        assert "Syria" not in text, path
        assert "chosen by this site. Its borders say nothing about claims" in text, path


def test_a_broken_one_stops_the_build_and_says_why(tmp_path: Path) -> None:
    source = with_basemap(tmp_path / "site", '{"type": "Topology"}')
    built = build(source, tmp_path / "out")
    (problem,) = built.problems

    assert (problem.path, problem.code.id) == ("templates/basemap.json", "D903")
    assert "FeatureCollection" in problem.message
    assert not (tmp_path / "out").exists()
    assert run("check", "--source", source) == 1


def test_one_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    source = with_basemap(tmp_path, " " * 40_000_001)

    assert [problem.message for problem in basemap_problems(source)] == ["it has more than 40 MB"]


def test_a_site_without_one_has_the_bundled_one(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "site", FILES) == ()
    build(tmp_path / "site", tmp_path / "out")

    assert "Natural Earth. Its borders are those in effect" in (tmp_path / "out/map.html").read_text()


def test_another_basemap_makes_the_pages_anew(tmp_path: Path) -> None:
    source = with_basemap(tmp_path / "site", json.dumps(OWN))
    assert run("build", "--source", source, "--output", tmp_path / "out") == 0
    with_basemap(tmp_path / "site", json.dumps(OWN).replace("Freedonia", "Sylvania"))
    assert run("build", "--source", source, "--output", tmp_path / "out") == 0

    assert "Sylvania" in (tmp_path / "out/map.html").read_text()
    assert "Sylvania" in (tmp_path / "out/events/e.html").read_text()
