"""Other names are listed one by one, each with its language where it has one."""

from dateline.listing_page import OtherName, other_names


def test_a_name_in_a_language_says_which_and_any_other_does_not() -> None:
    names: dict[str, str | tuple[str, ...]] = {
        "ar": "الجيش",
        "short": "SOHR",
        "other": ("The army", "Troops"),
    }

    assert other_names(names) == (
        OtherName("ar", "الجيش"),
        OtherName(None, "SOHR"),
        OtherName(None, "The army"),
        OtherName(None, "Troops"),
    )


def test_several_names_in_one_language_each_stand_alone() -> None:
    assert other_names({"fa": ("یک", "دو")}) == (OtherName("fa", "یک"), OtherName("fa", "دو"))
    assert other_names({}) == ()
