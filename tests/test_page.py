"""A page knows its way to the root and how it is linked."""

from dateline.page import Page, address


def test_the_way_to_the_root_follows_from_the_path() -> None:
    assert [Page(path, "").root for path in ("index.html", "events/a.html", "2022/01/05.html")] == [
        "",
        "../",
        "../../",
    ]


def test_a_home_page_is_the_folder_itself() -> None:
    assert [
        address(path) for path in ("index.html", "ar/index.html", "2022.html", "places/my-index.html")
    ] == [
        "",
        "ar/",
        "2022.html",
        "places/my-index.html",
    ]
