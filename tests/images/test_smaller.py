"""Smaller copies are upright, never wider than the picture, and hold nothing but what shows."""

import io

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from dateline.images import inspect, made_by
from dateline.images.smaller import ENDINGS, TYPES, WIDTHS, height_at, kinds, smaller, widths

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photo(width: int, height: int, mode: str = "RGB", kind: str = "JPEG", orientation: int = 1) -> bytes:
    """A picture that is dark above and bright below, with the name of its maker."""
    made = Pillow.linear_gradient("L").resize((width, height)).convert(mode)
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Secret Name"
    stream = io.BytesIO()
    made.save(stream, kind, exif=exif, icc_profile=PROFILE)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1, (1,)), (400, (400,)), (401, (400, 401)), (1600, WIDTHS), (1601, WIDTHS), (9000, WIDTHS)],
)
def test_no_copy_is_wider_than_the_picture(width: int, expected: tuple[int, ...]) -> None:
    assert expected == widths(inspect("a.png", photo(width, 2, kind="PNG")))


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_copy_is_upright_and_says_nothing_of_its_making(kind: str) -> None:
    raw = photo(60, 30, orientation=6)
    image = inspect("a.jpg", raw)
    made = smaller(raw, kind, (15, height_at(15, image)))

    assert b"Secret" not in made
    with Pillow.open(io.BytesIO(made)) as copy:
        assert (copy.format, copy.size, dict(copy.getexif())) == (kind, (15, 30), {})
        assert copy.info["icc_profile"] == PROFILE
        grey = copy.convert("L")
        assert grey.getpixel((13, 15)) < grey.getpixel((1, 15))  # type: ignore[operator]  # one band


def test_what_shines_through_still_does() -> None:
    raw = photo(8, 8, "LA", "PNG")
    with Pillow.open(io.BytesIO(raw)) as picture:
        picture.putalpha(100)
        stream = io.BytesIO()
        picture.save(stream, "PNG")
    image = inspect("a.png", stream.getvalue())

    assert kinds(image)[-1] == "PNG"
    for kind in kinds(image):
        with Pillow.open(io.BytesIO(smaller(stream.getvalue(), kind, (4, 4)))) as copy:
            assert copy.convert("RGBA").getpixel((1, 1))[3] == 100  # type: ignore[index]  # four bands


def test_what_moves_and_inks_for_print_are_left_as_they_are() -> None:
    frames = [Pillow.new("L", (8, 8), shade) for shade in (0, 99, 200)]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])

    assert widths(inspect("a.gif", stream.getvalue())) == ()
    assert widths(inspect("a.jpg", photo(8, 8, "CMYK"))) == ()


def test_the_same_bytes_make_the_same_copy() -> None:
    raw = photo(64, 64)

    assert all(smaller(raw, kind, (32, 32)) == smaller(raw, kind, (32, 32)) for kind in ENDINGS)
    assert made_by() == made_by()
    assert TYPES.keys() == ENDINGS.keys()
