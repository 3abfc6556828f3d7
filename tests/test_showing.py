"""A medium is shown with its picture in several sizes, behind its warning, or described."""

from dataclasses import replace
from typing import Any

from dateline.illustration import Copy, Picture
from dateline.outputs import events
from dateline.showing import Shown, shown
from tests.outputs.planning import planned
from tests.rules.small import timeline_of

COPIES = tuple(
    Copy(f"image/{kind}", f"media/a-{width}.{kind}", width, "", bytes)
    for kind in ("avif", "jpeg")
    for width in (400, 800, 1600)
)
PICTURE = Picture("a.jpg", "media/a.jpg", 3000, 2000, bytes, "", COPIES)
MEDIUM = {"type": "photo", "file": "a.jpg", "alt": "A crater."}


def page(picture: Picture = PICTURE, **event: Any) -> str:
    """The page of an event with one picture."""
    timeline = timeline_of({"a": {"media": [MEDIUM], **event}})
    return planned(events, replace(timeline, pictures={"a.jpg": picture}))["events/a.html"].decode()


def of(picture: Picture, **event: Any) -> Shown:
    """The medium of an event with one picture."""
    timeline = replace(timeline_of({"a": {"media": [MEDIUM], **event}}), pictures={"a.jpg": picture})
    told = timeline.story(timeline.entries[0]).event
    return shown(told.media[0], told, timeline, "../")


def test_a_browser_may_choose_and_one_that_does_not_fetches_a_usual_size() -> None:
    found = of(PICTURE)

    assert [choice.type for choice in found.choices] == ["image/avif"]
    assert found.choices[0].srcset.startswith("../media/a-400.avif 400w, ../media/a-800.avif 800w")
    assert found.srcset.endswith("../media/a-1600.jpeg 1600w")
    assert found.usual == "media/a-800.jpeg"
    assert of(replace(PICTURE, copies=COPIES[3:4])).usual == "media/a-400.jpeg"
    assert of(replace(PICTURE, copies=())).usual == "media/a.jpg"


def test_the_page_keeps_room_for_the_picture_and_leads_to_the_whole() -> None:
    html = page()

    assert 'width="3000" height="2000" loading="lazy"' in html
    assert '<a href="../media/a.jpg">The whole picture, 3000 \N{MULTIPLICATION SIGN} 2000 pixels</a>' in html
    assert "whole picture" not in page(replace(PICTURE, copies=()))


def test_a_picture_stands_behind_the_warning_of_its_own_else_of_its_event() -> None:
    own = {"media": [{**MEDIUM, "content_warnings": ["graphic-violence"]}], "content_warnings": ["killing"]}

    assert '<details class="covered"' not in page()
    assert of(PICTURE, **own).warnings == ("graphic-violence",)
    assert of(PICTURE, content_warnings=["killing"]).warnings == ("killing",)
    html = page(content_warnings=["killing"])
    details = html[html.index('<details class="covered"') : html.index("</details>")]
    assert "<img" in details
    assert "Content warning:" in details
    assert html.count("<img") == 1
