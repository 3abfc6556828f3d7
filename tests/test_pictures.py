"""A file of media/ is published under its content's name, without what it should not tell."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from dateline import checking
from dateline.images import MediaError, read_whole
from dateline.load import MediaFile, load
from dateline.options import Options
from dateline.pictures import Damaged, picture
from tests.samples import site_of


def photo(*, gps: bool = False) -> bytes:
    """A small photo, 8 wide and 4 high."""
    exif = Image.Exif()
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 6.0, 0.0), 3: "E", 4: (40.0, 33.0, 0.0)})
    made = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(made, "JPEG", exif=exif)
    return made.getvalue()


def media(folder: Path, name: str) -> MediaFile:
    """A file of media/ as it was loaded."""
    (file,) = load(site_of(folder, {f"media/{name}": photo()})).media
    return file


def test_a_picture_has_its_size_and_an_address_of_its_own(tmp_path: Path) -> None:
    made, notices = picture(media(tmp_path, "2022/Crater_1.JPG"), photo())

    assert (made.name, made.width, made.height, notices) == ("2022/Crater_1.JPG", 8, 4, [])
    assert made.address.startswith("media/crater-1-")
    assert made.address.endswith(".jpg")


def test_another_content_has_another_address_and_the_same_content_the_same(tmp_path: Path) -> None:
    file = media(tmp_path, "a.jpg")

    assert picture(file, photo())[0].address == picture(file, photo())[0].address
    assert picture(file, photo())[0].address != picture(file, photo(gps=True))[0].address


def test_a_position_is_told_and_left_out(tmp_path: Path) -> None:
    made, notices = picture(media(tmp_path, "a.jpg"), photo(gps=True))

    ((code, message, hint),) = notices
    assert (code.name, message) == (
        "gps-removed",
        "the picture says where it was taken; the published copy will not",
    )
    assert hint
    with Image.open(io.BytesIO(made.publish())) as published:
        assert dict(published.getexif()) == {}


def test_what_is_no_picture_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="the name says JPEG"):
        picture(media(tmp_path, "a.jpg"), b"<!doctype html>")


def test_copies_have_addresses_of_their_own_and_keys_that_follow_bytes_and_size(tmp_path: Path) -> None:
    made, _ = picture(media(tmp_path, "a.jpg"), photo())
    other, _ = picture(media(tmp_path, "a.jpg"), photo(gps=True))
    keys = {made.key, *(copy.key for copy in made.copies)}

    assert [copy.type for copy in made.copies] == ["image/avif", "image/webp", "image/jpeg"]
    assert len({made.address, *(copy.address for copy in made.copies)}) == len(keys) == 4
    assert not keys & {other.key, *(copy.key for copy in other.copies)}


def test_a_copy_is_what_it_says_and_tells_nothing_of_its_making(tmp_path: Path) -> None:
    file = media(tmp_path, "a.jpg")
    (tmp_path / "content/media/a.jpg").write_bytes(photo(gps=True))
    made, _ = picture(file, photo(gps=True))
    for copy in made.copies:
        with Image.open(io.BytesIO(copy.publish())) as published:
            assert copy.type == Image.MIME[published.format or ""]
            assert published.size == (copy.width, 4)
            assert dict(published.getexif()) == {}


def test_a_picture_cut_short_names_its_file(tmp_path: Path) -> None:
    file = media(tmp_path, "a.jpg")
    (tmp_path / "content/media/a.jpg").write_bytes(photo()[:-30])
    made, _ = picture(file, photo())

    with pytest.raises(Damaged, match=r"content/media/a\.jpg: the picture cannot be read") as caught:
        made.publish()
    assert caught.value.hint


def test_check_finds_a_picture_that_was_cut_short_and_reads_a_sound_one_to_its_end_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, read = io.BytesIO(), []
    Image.effect_mandelbrot((64, 64), (-2, -1, 1, 1), 20).save(made, "JPEG")
    raw = made.getvalue()
    site_of(tmp_path, {"media/a.jpg": raw, "media/b.jpg": raw[: len(raw) // 2]})

    def counted(one: bytes) -> None:
        read.append(one)
        read_whole(one)

    monkeypatch.setattr(checking, "read_whole", counted)
    options, now = Options(tmp_path, tmp_path / "out", jobs=1), datetime(2022, 2, 1, tzinfo=UTC)
    for turn in range(2):
        found = checking.check_as_asked(options, now)
        assert [(one.path, one.code.name) for one in found.problems] == [
            ("content/media/b.jpg", "media-mismatch")
        ]
        assert found.timeline is not None
        assert [*found.timeline.pictures] == ["a.jpg"]
        assert len(read) == 2 + turn
    (tmp_path / "content/media/a.jpg").write_bytes(photo(gps=True))
    checking.check_as_asked(options, now)
    assert len(read) == 5
