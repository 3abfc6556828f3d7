"""What is disputed or unconfirmed has a list of its own, and nothing else is on it."""

from dateline.outputs import disputed
from dateline.shelves import MOST
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def test_the_list_has_what_is_disputed_and_unconfirmed_with_what_these_mean() -> None:
    labels = ["confirmed", "reported", "unconfirmed", "disputed", "false"]
    timeline = timeline_of({f"e-{label}": {"verification": label} for label in labels})
    (page,) = planned(disputed, timeline).values()

    found = [label for label in labels if f"events/e-{label}.html" in page.decode()]
    assert found == ["unconfirmed", "disputed"]
    assert "Disputed Sources differ on the substance. 1 event" in main_text(page)


def test_a_site_without_any_says_so() -> None:
    assert "No event yet." not in main_text(planned(disputed, timeline_of({"a": {}}))["disputed.html"])
    assert "No event is disputed or unconfirmed." in main_text(
        planned(disputed, timeline_of({"a": {}}))["disputed.html"]
    )


def test_a_long_list_is_cut_by_time() -> None:
    timeline = timeline_of(
        {
            f"e{number}": {"date": str(1900 + number % 9), "verification": "disputed"}
            for number in range(MOST + 1)
        }
    )
    pages = planned(disputed, timeline)

    assert sorted(pages) == ["disputed.html", *(f"disputed/{1900 + number}.html" for number in range(9))]
    html = pages["disputed/1900.html"].decode()
    assert '<a href="../index.html">Timeline</a>' in html
    assert '<a href="../disputed.html">Disputed and unconfirmed events</a>' in html
