"""A blurred place stands at the middle of a cell, its circle holds it, and no byte published tells more."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.blur import blurred, blurred_places, centre
from dateline.geo import distance_m
from dateline.models import Place, Site
from dateline.pipeline import build
from tests.samples import EVENT, problems_of, site_of

POINT = {"name": "Safe house", "lat": "35.10837", "lon": "-40.55291", "uncertainty_m": "250"}
SITE = Site.model_validate({"title": "A timeline"})
BLURRED_SITE = Site.model_validate({"title": "A timeline", "blur_m": "20000"})
# The point above, and one nearby that an event describes, in degrees, in minutes, in radians and merged.
SECRETS = [
    *("35.1083", "35.108", "40.5529", "40.552", "35.2196", "40.6617", "3510837", "4055291"),
    *("35°06", "35° 6", "40°33", "40° 33", "0.612756", "0.707782", "35,10837", "40,55291"),
]


def place(**fields: str) -> Place:
    return Place.model_validate({**POINT, **fields})


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.integers(100, 1_000_000) | st.sampled_from([100, 1_000, 10_000]),
)
def test_the_circle_holds_the_place_wherever_it_is(lat: float, lon: float, blur: int) -> None:
    at = centre(lat, lon, blur)

    assert distance_m(lat, lon, *at) <= blur
    assert -90 <= at[0] <= 90
    assert -180 <= at[1] <= 180


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(100, 1_000_000))
def test_a_centre_stands_for_itself(lat: float, lon: float, blur: int) -> None:
    """Blurring twice moves nothing: the centre lies in its own cell, as all that it stands for do."""
    at = centre(lat, lon, blur)

    assert centre(*at, blur) == at


def test_places_of_one_cell_share_their_point() -> None:
    lat, lon = centre(35.1, 40.5, 10_000)
    around = {centre(lat + up, lon + across, 10_000) for up in (-0.04, 0.04) for across in (-0.04, 0.04)}

    assert around == {(lat, lon)}


def test_the_size_of_the_circle_tells_nothing_of_the_way_to_the_place() -> None:
    moved = [blurred(place(lat=f"35.{digits}"), 20_000) for digits in ("10837", "2", "3001", "99")]

    assert {one.uncertainty_m for one in moved} == {20_250}
    assert {one.blur_m for one in moved} == {20_000}


def test_what_is_blurred_is_not_said_to_be_exact() -> None:
    assert blurred(place(precision="exact"), 500).precision == "near"
    assert blurred(place(precision="settlement"), 500).precision == "settlement"
    assert blurred(place(precision="exact"), 0).precision == "exact"


def test_the_larger_of_two_blurs_counts() -> None:
    def blur(site: Site, **fields: str) -> int | None:
        return blurred_places({"a": place(**fields)}, site)["a"].blur_m

    assert blur(SITE) is None
    assert blur(SITE, blur_m="500") == 500
    assert blur(BLURRED_SITE, blur_m="500") == 20_000
    assert blur(BLURRED_SITE, blur_m="30000") == 30_000


def test_a_point_that_is_blurred_once_is_blurred_under_every_name() -> None:
    found = blurred_places({"a": place(), "b": place(blur_m="5000"), "c": place(lat="36")}, SITE)

    assert (found["a"].lat, found["a"].blur_m) == (found["b"].lat, 5_000)
    assert found["c"].blur_m is None


def test_a_place_without_a_position_is_left_alone() -> None:
    nowhere = Place.model_validate({"name": "Nowhere", "blur_m": "500"})

    assert blurred(nowhere, 500) is nowhere


@pytest.mark.parametrize("text", ["0", "99", "1000001", "-5", "far"])
def test_a_blur_that_hides_nothing_or_everything_is_refused(tmp_path: Path, text: str) -> None:
    problems = problems_of(tmp_path, {"places.yaml": f"a: {{name: A, blur_m: {text}}}\n"})

    assert [problem.code.name for problem in problems] == ["bad-number"]


def told(blur: str, of_site: str = "") -> dict[str, str]:
    """A site with one place in the registry and one in its event, each somewhere else."""
    here = f"lat: 35.10837, lon: -40.55291, uncertainty_m: 250{blur}"
    there = f"lat: 35.21964, lon: -40.66173, uncertainty_m: 300{blur}"
    return {
        "site.yaml": f"title: A timeline\n{of_site}",
        "places.yaml": f"house: {{name: House, {here}}}\n",
        "events/a.yaml": f"{EVENT}verification: confirmed\nplaces: [house, {{name: Barn, {there}}}]\n",
        "events/b.yaml": f"{EVENT}place: {{name: Barn, {there}}}\n",
    }


@pytest.mark.parametrize(("blur", "of_site"), [(", blur_m: 20000", ""), ("", "blur_m: 20000\n")])
def test_no_byte_of_the_site_tells_where_a_blurred_place_is(tmp_path: Path, blur: str, of_site: str) -> None:
    built = build(
        site_of(tmp_path / "site", told(blur, of_site)), tmp_path / "out", base_url="https://x.org/"
    )
    assert built.written is not None
    files = {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()}

    assert [] == [
        (file.name, secret)
        for file, raw in files.items()
        for secret in SECRETS
        if secret.encode() in raw and not file.name.endswith((".css", ".svg"))
    ]
    for path in ("places/house.html", "events/a.html", "events/b.html"):
        assert "blurred on purpose to 20 km" in (tmp_path / "out" / path).read_text(), path
    assert "Some positions are blurred on purpose to 20 km or less" in (tmp_path / "out/map.html").read_text()


def test_what_is_not_blurred_is_published_as_it_was_typed(tmp_path: Path) -> None:
    build(site_of(tmp_path / "site", told("")), tmp_path / "out")

    assert "35.10837" in (tmp_path / "out/places/house.html").read_text()
    assert "35.21964" in (tmp_path / "out/events/b.json").read_text()


def test_a_second_build_from_the_cache_tells_no_more(tmp_path: Path) -> None:
    from tests.samples import run

    source = site_of(tmp_path / "site", told(", blur_m: 20000"))
    for _ in range(2):
        assert run("build", "--source", source, "--output", tmp_path / "out") == 0
        (tmp_path / "out/events/b.html").unlink()
    assert run("build", "--source", source, "--output", tmp_path / "out") == 0
    raw = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file())

    assert not re.search(rb"35\.108|40\.552|35\.219|40\.661", raw)
