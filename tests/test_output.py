import pytest

from dateline.output import Output, collisions, folders_of, is_safe


def outputs(*paths: str) -> list[Output]:
    return [Output(path, "key", bytes) for path in paths]


SAFE = ["index.html", "events/2022-01-05-a.html", ".nojekyll", "2022/01/05.html", "assets/site.css", "CNAME"]
UNSAFE = [
    "",
    "/index.html",
    "//host/a",
    "a//b",
    "a/",
    "./a",
    "../a",
    "a/../b",
    "a\\b",
    "a\0b",
    "a\nb",
    "a b",
    ".git/config",
    ".env",
    "a/.nojekyll",
    ".dateline.json",
    "-rf",
    "a.",
    "con",
    "NUL.html",
    "a/com1.txt",
    "LPT9",
    "é.html",
    "%2e%2e/a",
    "C:/a",
    "a" * 256,
    "a/" * 600 + "a",
]


@pytest.mark.parametrize("path", SAFE)
def test_a_plain_relative_path_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize("path", UNSAFE)
def test_any_other_path_is_refused(path: str) -> None:
    assert not is_safe(path)
    assert ["D901"] == [problem.code.id for problem in collisions(outputs(path))]


def test_a_site_without_collisions_has_no_problems() -> None:
    assert collisions(outputs(*SAFE)) == ()


@pytest.mark.parametrize(
    "paths",
    [
        ("a.html", "a.html"),
        ("About.html", "about.html"),
        ("events/a.html", "Events/a.html"),
        ("2022", "2022/01.html"),
        ("Tags", "tags/a/b.html"),
    ],
)
def test_two_outputs_never_meet_on_a_disk(paths: tuple[str, str]) -> None:
    assert ["D902"] == [problem.code.id for problem in collisions(outputs(*paths))]


def test_twins_in_other_spellings_of_one_letter_collide() -> None:
    ids = [
        problem.code.id
        for problem in collisions(outputs("e\u0301.html", "\u00c9.html", "\u212a.html", "k.html"))
    ]

    assert ids.count("D902") == 2


def test_every_path_in_a_folder_that_is_a_file_is_named_and_no_other() -> None:
    found = collisions(outputs("a", "a.html", "a-b/c", "A/d", "a/b/c", "ab/c"))

    assert ["A/d", "a/b/c"] == [problem.path for problem in found]


def test_the_folders_of_paths_are_all_of_them() -> None:
    assert folders_of(["a/b/c.html", "d.html"]) == {"a", "a/b"}
