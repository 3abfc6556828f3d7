"""The embeds of the timeline and its slices: few events, links that stay inside, and what oEmbed asks for."""

import json
import re

from dateline.embedding import OF_LIST
from dateline.outputs import embeds, places
from tests.outputs.planning import BASE, main_text, planned, theme_of
from tests.outputs.slices_of import HOSTILE, changed, every_slice
from tests.rules.small import timeline_of
from tests.test_embedding import read

MANY = {f"e{one:02}": {"title": f"Event {one}", "place": "mill"} for one in range(embeds.LATEST + 5)}


def test_each_slice_with_files_has_an_embed_and_an_answer() -> None:
    made = planned(embeds, every_slice())

    assert {"embed/index.html", "embed/2022.html", "embed/44-bce.html", "embed/places/mill.html"} <= set(made)
    assert {path.rpartition(".")[0] for path in made if path.endswith("html")} == {
        path.rpartition(".")[0] for path in made if path.endswith("json")
    }
    assert "embed/places/mill.html" not in planned(embeds, every_slice(slice_min=0))


def test_an_answer_has_all_that_oembed_asks_for_of_a_rich_one() -> None:
    site = {"title": HOSTILE.strip(), "publisher": "The Gazette"}
    for path, raw in planned(embeds, every_slice(**site)).items():
        if not path.endswith(".json"):
            continue
        said = json.loads(raw)
        (tag, frame), *rest = read(said["html"]).found

        assert (said["type"], said["version"]) == ("rich", "1.0")
        assert all(isinstance(said[name], int) and said[name] > 0 for name in ("width", "height"))
        assert (said["provider_name"], said["provider_url"]) == (site["title"], BASE)
        assert said["author_name"] == "The Gazette"
        assert (tag, rest) == ("iframe", [])
        assert frame["src"] == BASE + path.replace("index.json", "").replace(".json", ".html")
        assert frame["title"].startswith(said["title"])  # type: ignore[union-attr]  # it has one
        assert frame["height"] == str(said["height"]) == str(OF_LIST)


def test_a_site_without_an_address_answers_nothing() -> None:
    assert [path for path in planned(embeds, every_slice(), None) if path.endswith(".json")] == []


def test_a_long_list_shows_the_latest_and_says_so() -> None:
    made = planned(embeds, timeline_of(MANY, places={"mill": {}}, site={"slice_min": 1}))
    page = made["embed/places/mill.html"]

    assert "35 events. The latest 30 are here, the others stand on the whole page." in main_text(page)
    assert re.findall(rb"embed/events/(e\d\d)", page) == [f"e{one:02}".encode() for one in range(5, 35)]


def test_links_stay_inside_and_one_leads_out() -> None:
    page = planned(embeds, every_slice())["embed/places/mill.html"].decode()
    links = re.findall(r"<a [^>]*>", page)
    out = [link for link in links if "target=" in link]

    assert out == ['<a href="../../places/mill.html" target="_blank" rel="noopener">']
    assert '<a href="../../embed/events/day.html">' in links
    assert '<a href="../../embed/index.html">' in links


def test_where_events_have_no_embed_their_links_lead_out() -> None:
    page = planned(embeds, every_slice(embed_events=0))["embed/index.html"].decode()

    assert '<a href="../events/day.html" target="_blank" rel="noopener">' in page
    assert "embed/events" not in page


def test_a_line_is_as_careful_as_the_page() -> None:
    said = main_text(planned(embeds, every_slice())["embed/index.html"])

    assert "possibly 5 January 2022 An event Reported Source: example.org" in said
    assert "between 3 and 5 January 2022 An event" in said
    assert (
        "disputed" in main_text(planned(embeds, changed(verification="disputed"))["embed/index.html"]).lower()
    )


def test_no_title_runs_as_code_and_no_page_is_found_by_search_engines() -> None:
    page = planned(embeds, every_slice())["embed/index.html"].decode()

    assert "<script" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_page_of_a_slice_gives_its_codes_where_it_has_an_embed() -> None:
    with_files, without = (
        planned(places, every_slice(slice_min=least))["places/mill.html"].decode() for least in (1, 0)
    )

    assert (
        f'<link rel="alternate" type="application/json+oembed" href="{BASE}embed/places/mill.json"'
        in with_files
    )
    assert f"&lt;iframe src=&#34;{BASE}embed/places/mill.html&#34;" in with_files
    assert "oembed" not in without
    assert "iframe" not in without


def test_a_key_changes_whenever_the_bytes_do() -> None:
    plans = [
        {one.path: one for one in embeds.plan(timeline, theme_of(timeline))}
        for timeline in (
            every_slice(),
            every_slice(title="Another"),
            changed(title="Another"),
            changed(date="2021"),
        )
    ]
    for before in plans:
        for after in plans:
            for path in before.keys() & after.keys():
                if before[path].key == after[path].key:
                    assert before[path].render() == after[path].render(), path
