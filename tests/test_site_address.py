"""Where a repository on GitHub takes a new file, or a change to one."""

import pytest

from dateline.site_address import edit_page, new_file_page, on_github


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/someone/timeline", ("someone", "timeline")),
        ("https://github.com/someone/timeline.git", ("someone", "timeline")),
        ("https://github.com/someone", None),
        ("https://github.com/someone/timeline/tree/main", None),
        ("https://github.com.evil.example/someone/timeline", None),
        ("https://codeberg.org/someone/timeline", None),
        (None, None),
    ],
)
def test_only_a_repository_on_github_is_one(repository: str | None, expected: tuple[str, str] | None) -> None:
    assert on_github(repository) == expected


def test_files_are_proposed_on_the_main_branch() -> None:
    repository = "https://github.com/someone/timeline"

    assert new_file_page(repository) == f"{repository}/new/main"
    assert edit_page(repository, "content/events/a.yaml") == f"{repository}/edit/main/content/events/a.yaml"
    assert new_file_page("https://codeberg.org/a/b") is None
    assert edit_page("https://codeberg.org/a/b", "content/events/a.yaml") is None
