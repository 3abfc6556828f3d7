"""A new record goes behind what a registry holds, of which every byte stays."""

import pytest

from dateline.registering import Addition, Unwritable, added, addition

MILL = Addition("places", "mill", {"note": "By the river.", "name": "Old Mill"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "mill:\n  name: Old Mill\n  note: By the river.\n"),
        ("# none yet\n", "# none yet\nmill:\n  name: Old Mill\n  note: By the river.\n"),
        ("a: {name: A}   # x", "a: {name: A}   # x\nmill:\n  name: Old Mill\n  note: By the river.\n"),
        (
            "\ufeffa:\r\n  name: A\r\n",
            "\ufeffa:\r\n  name: A\r\nmill:\r\n  name: Old Mill\r\n  note: By the river.\r\n",
        ),
    ],
)
def test_a_record_goes_to_the_end_of_the_file(before: str, after: str) -> None:
    assert added(MILL, is_folder=False, old=lambda _: before) == ("content/places.yaml", after)


def test_in_a_folder_a_record_has_a_file_of_its_own() -> None:
    path, text = added(MILL, is_folder=True, old=lambda _: "")

    assert (path, text) == ("content/places/mill.yaml", "name: Old Mill\nnote: By the river.\n")


@pytest.mark.parametrize("before", ["{a: {name: A}}\n", "a: [\n", "mill: {name: Another}\n"])
def test_a_file_that_would_say_something_else_is_left_alone(before: str) -> None:
    with pytest.raises(Unwritable, match=r"content/places\.yaml cannot be added to"):
        added(MILL, is_folder=False, old=lambda _: before)


def test_an_id_is_made_of_a_name_and_taken_once() -> None:
    assert addition("places", "Old Mill", {}, {"old-mill"}).id == "old-mill-2"
