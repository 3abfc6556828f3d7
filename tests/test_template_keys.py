"""The key of a template covers all that it leads to."""

from dateline.template_keys import whole


def test_templates_that_include_one_another_are_read_once() -> None:
    assert whole("a", {"a": ("A", ("b",)), "b": ("B", ("a", "gone"))}) == "A\0B"
