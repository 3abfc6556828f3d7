# SPDX-License-Identifier: MIT
"""Markdown bodies become HTML that is safe, valid and quick to make; what was wrong has a place."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markupsafe import Markup

from dateline.codes import media as media_codes
from dateline.codes import text as codes
from dateline.illustration import SIZES, Illustration
from dateline.markup import (
    from_deeper,
    from_plain_data,
    plain,
    render,
    sanitiser,
    to_plain_data,
    versions,
)
from dateline.markup.sanitiser import ATTRIBUTES, TAGS, sanitise
from dateline.problems import Code

MEDIA = {
    "gate.jpg": Illustration("media/3fa2.jpg", 900, 600),
    "Map.png": Illustration("media/77b0.png", 400, 300),
}
SHOWN = 'decoding="async" height="600" loading="lazy" src="../media/3fa2.jpg" width="900"'
COPIES = tuple(
    (f"image/{kind}", tuple((f"media/{width}.{kind}", width) for width in (400, 800, 1600)))
    for kind in ("avif", "jpeg")
)


def html_of(text: str) -> str:
    """The HTML of a text on a page under events/, which must have nothing wrong in it."""
    rendered = render(text, media=MEDIA, root="../")
    assert not rendered.findings
    return str(rendered.html)


def found_in(text: str) -> list[tuple[int, int, Code]]:
    """Line, column and code of what is wrong in a text."""
    return [(finding.line0, finding.column, finding.code) for finding in render(text, media=MEDIA).findings]


def elements(made: str) -> Iterator[Element]:
    """Every element of the HTML as a browser would read it; fails when a browser had to mend it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(made, container="main")
    assert not parser.errors
    yield from list(tree.iter())[1:]


def assert_harmless(made: str) -> None:
    """Fail when the HTML holds anything but what the site's own Markdown makes."""
    for element in elements(made):
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()) | {"rel"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name == "href":
                assert re.fullmatch(r"(https?://|mailto:|#fn)[!-~]+", value)
            if name in {"src", "srcset"}:
                assert value.startswith("../media/")
        if element.tag == "a":
            assert element.get("rel") == "nofollow ugc noopener noreferrer"
            assert "target" not in element.attrib
    assert made == sanitise(made)
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", made) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a *b* **c** `d<e>`", "<p>a <em>b</em> <strong>c</strong> <code>d&lt;e&gt;</code></p>"),
        ("a \\*b\\*", "<p>a *b*</p>"),
        ("``a ` b``", "<p><code>a ` b</code></p>"),
        ("`unclosed", "<p>`unclosed</p>"),
        ("\\\\`a`", "<p>\\<code>a</code></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("&copy; &#233; &lt;b&gt; &amp;lt; &nosuch;", "<p>© é &lt;b&gt; &amp;lt; &amp;nosuch;</p>"),
        ("```\n*a* <b> &amp;\n\n  c\n```", "<pre><code>*a* &lt;b&gt; &amp;amp;\n\n  c\n</code></pre>"),
        ("a\n~~~ python\nb\n~~~\nc", "<p>a</p>\n<pre><code>b\n</code></pre>\n<p>c</p>"),
        ("```\nnever closed", "<pre><code>never closed\n</code></pre>"),
        ("    a\n    b", "<pre><code>a\nb\n</code></pre>"),
        ("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("![Gate](media/gate.jpg)", f'<p><img alt="Gate" {SHOWN}></p>'),
        ("![Gate](gate.jpg 'a title')", f'<p><img alt="Gate" {SHOWN}></p>'),
        ("![Gate][g]\n\n[g]: media/gate.jpg", f'<p><img alt="Gate" {SHOWN}></p>'),
    ],
)
def test_plain_markdown(text: str, expected: str) -> None:
    assert expected == html_of(text)


@pytest.mark.parametrize(
    ("text", "href", "words"),
    [
        ("[a *b*](https://example.org/)", "https://example.org/", "a <em>b</em>"),
        ("[a](<https://example.org/>)", "https://example.org/", "a"),
        ('[a](https://example.org/ "title")', "https://example.org/", "a"),
        ("[a](https://example.org/b_(c))", "https://example.org/b_(c)", "a"),
        ("[a [b] c](https://example.org/)", "https://example.org/", "a [b] c"),
        ("[a](https://example.org/?b=1&c=2&amp;d=3)", "https://example.org/?b=1&amp;c=2&amp;d=3", "a"),
        ("[a][b]\n\n[b]: https://example.org/", "https://example.org/", "a"),
        ("[A  b][]\n\n[a b]: https://example.org/ 'title'", "https://example.org/", "A  b"),
        ("[a]\n\n[a]: <https://example.org/>", "https://example.org/", "a"),
        ("<https://example.org/ü>", "https://example.org/%C3%BC", "https://example.org/ü"),
        ("<desk@example.org>", "mailto:desk@example.org", "desk@example.org"),
        ("[](https://example.org/)", "https://example.org/", "https://example.org/"),
    ],
)
def test_links(text: str, href: str, words: str) -> None:
    expected = f'<p><a href="{href}" rel="nofollow ugc noopener noreferrer">{words}</a></p>'
    assert expected == html_of(text)


def test_headings_stay_below_those_of_the_page_and_have_prefixed_ids() -> None:
    made = html_of("# One\n\n## `Two` *and*[^1]\n\n##### Six\n\n# One\n\n[^1]: x").split("\n")

    assert '<h2 id="c-one">One</h2>' == made[0]
    assert made[1].startswith('<h3 id="c-two-and"><code>Two</code> <em>and</em><sup id="fnref-1">')
    assert '<h4 id="c-six">Six</h4>' == made[2]
    assert '<h2 id="c-one-2">One</h2>' == made[3]


def test_two_bodies_on_one_page_share_no_id() -> None:
    text = "# A\n\nb[^x] c[^x]\n\n[^x]: d"
    ids = [re.findall('id="([^"]+)"', render(text, prefix=prefix).html) for prefix in ("", "notes-")]

    assert ["c-a", "fnref-1", "fnref-1-2", "fn-1"] == ids[0]
    assert ["c-notes-a", "fnref-notes-1", "fnref-notes-1-2", "fn-notes-1"] == ids[1]


def test_a_prefix_is_made_of_safe_letters() -> None:
    with pytest.raises(ValueError, match="prefix"):
        render("a", prefix='"><script>')


def test_footnotes_lead_there_and_back_in_the_words_of_the_page() -> None:
    text = "a[^one] b[^one]\n\n[^one]: note\n[^unused]: never cited"
    made = str(render(text, back_label="العودة إلى").html)
    targets = re.findall('href="#([^"]+)"', made)

    assert set(targets) <= set(re.findall('id="([^"]+)"', made))
    assert ["fn-1", "fn-1", "fnref-1", "fnref-1-2"] == targets
    assert 'aria-label="العودة إلى 1"' in made
    assert "Jump" not in made
    assert "aria-label" not in str(render(text).html)


def test_the_place_of_footnotes_cannot_be_moved() -> None:
    assert "///Footnotes Go Here///" in html_of("///Footnotes Go Here///\n\na[^1]\n\n[^1]: b")


def test_tables_have_no_styles() -> None:
    made = html_of("| a | b |\n|:--|--:|\n| 1 | 2 |")

    assert '<th scope="col">a</th>' in made
    assert "style" not in made
    assert "align" not in made


def test_text_that_turns_is_isolated() -> None:
    assert '<p dir="auto">قاسم</p>' in html_of("قاسم")
    assert '<p dir="auto">a \u202e b</p>' == html_of("a \u202e b")
    assert 'dir="auto"' in html_of("a [\u202emoc.elgoog](https://example.org/)").split("href")[0]
    assert "dir" not in html_of("déjà vu 日本語")


def test_wrong_links_become_text_with_a_finding_at_their_place() -> None:
    text = (
        "One.\n\nTwo `[x](javascript:1)` [x](javascript:1)\n[ok](https://e.org/) [y](//evil.example)\n\n"
        "[z][r]\n\n[r]: data:x"
    )
    rendered = render(text)

    expected = [(2, 25, codes.URL_SCHEME), (3, 22, codes.BAD_URL), (7, 1, codes.URL_SCHEME)]
    found = [(finding.line0, finding.column, finding.code) for finding in rendered.findings]
    assert [(line0, code) for line0, _, code in expected] == [(line0, code) for line0, _, code in found]
    assert all(
        column <= there <= column + 6 for (_, column, _), (_, there, _) in zip(expected, found, strict=True)
    )
    assert rendered.html.count("<a ") == 1
    assert "</code> x\n" in rendered.html


def test_the_same_wrong_address_twice_has_two_places() -> None:
    assert [0, 2] == [line0 for line0, _, _ in found_in("[a](b.c/d)\n\n[a](b.c/d)")]


def test_an_address_is_not_looked_for_inside_a_longer_one() -> None:
    assert [1] == [line0 for line0, _, _ in found_in("[a](https://evil.example/)\n[b](//evil.example/)")]


def test_a_deceiving_host_is_printed_after_its_link() -> None:
    rendered = render("See [github.com](https://g\u0456thub.com/a).")

    assert "github.com</a> (xn--gthub-n2e.com)." in rendered.html
    assert [codes.URL_HOMOGRAPH] == [finding.code for finding in rendered.findings]


@pytest.mark.parametrize(
    "tag",
    [
        "<script>",
        "<b onclick=alert(1)>",
        "</div>",
        "<iframe src=x>",
        "<!-- x",
        "<img src=x onerror=1//",
        "<o:p>",
        "<?php",
        "<br/>",
    ],
)
def test_html_is_printed_as_text_with_a_warning_at_its_line(tag: str) -> None:
    rendered = render(f"First.\n\nSecond {tag} word")

    assert [(2, 8, codes.HTML_REMOVED)] == [(f.line0, f.column, f.code) for f in rendered.findings]
    assert Markup.escape(tag).replace("&#39;", "'") in rendered.html.replace("&amp;", "&")
    assert ["p", "p"] == [element.tag for element in elements(rendered.html)]


@pytest.mark.parametrize(
    "text", ["a < b > c", "<3", "`<b>`", "```\n<b>\n```", "<https://e.org/>", "<desk@e.org>", "x<y"]
)
def test_what_is_no_html_gets_no_warning(text: str) -> None:
    assert not found_in(text)


def test_images_come_from_media() -> None:
    assert [codes.REMOTE_IMAGE] == [code for *_, code in found_in("![x](https://evil.example/pixel.gif)")]
    assert [codes.REMOTE_IMAGE] == [code for *_, code in found_in("![x](//evil.example/pixel.gif)")]
    assert [codes.REMOTE_IMAGE] == [code for *_, code in found_in("![x](data:image/png;base64,AAAA)")]
    assert [codes.IMAGE_ALT] == [code for *_, code in found_in("![](media/gate.jpg)")]
    assert [media_codes.MEDIA_MISSING] == [code for *_, code in found_in("![x](../../etc/passwd)")]
    assert "<img" not in render("![x](https://evil.example/pixel.gif)").html


def test_a_browser_chooses_a_picture_of_its_size_and_keeps_room_for_it() -> None:
    wide = Illustration("media/wide.jpg", 3000, 2000, COPIES)
    rendered = render('![A "wide" one, ../media/x](wide.jpg)', media={"wide.jpg": wide}, root="../")
    source, image = list(elements(rendered.html))[2:]

    assert (source.tag, source.get("type")) == ("source", "image/avif")
    assert source.get("srcset", "").startswith("../media/400.avif 400w, ../media/800.avif 800w")
    assert (image.get("src"), image.get("width"), image.get("height")) == (
        "../media/800.jpeg",
        "3000",
        "2000",
    )
    assert image.get("srcset", "").endswith("../media/1600.jpeg 1600w")
    assert image.get("sizes") == source.get("sizes") == SIZES
    deeper = list(elements(from_deeper(rendered.html, "../")))[2:]
    assert [one.get("srcset", "").count("../../media/") for one in deeper] == [3, 3]
    assert deeper[1].get("alt") == 'A "wide" one, ../media/x'


def test_of_a_picture_that_needs_a_warning_a_body_has_a_link() -> None:
    media = {"here.jpg": "#media", "gate.jpg": "../media/3fa2.jpg"}
    rendered = render(
        "![Below](here.jpg) ![Gate](gate.jpg) [![In it](gate.jpg)](https://e.org/)", media=media
    )
    links = [element for element in elements(rendered.html) if element.tag == "a"]

    assert "<img" not in rendered.html
    assert [link.get("href") for link in links] == ["#media", "../media/3fa2.jpg", "https://e.org/"]
    assert [link.text for link in links] == ["Below", "Gate", "In it"]
    assert [codes.IMAGE_COVERED] * 2 == [finding.code for finding in rendered.findings]


def test_a_missing_image_names_the_one_that_is_there() -> None:
    finding = render("a\n\n![x](media/Gate.JPG)", media=MEDIA).findings[0]

    assert media_codes.MEDIA_MISSING is finding.code
    assert finding.message == "media/Gate.JPG - there is media/gate.jpg"
    assert finding.line0 == 2


EXCESSIVE = {
    "[": '65,000 unmatched "["',
    "![": 'unmatched "["',
    "[a](": '"["',
    "[a][": 'unmatched "["',
    "]": 'unmatched "]"',
    "> ": "quotes and lists nested",
    "- ": "",
    "- a\n": "list items",
    "`a ``b ": "runs of backticks",
    "*a _b ": "runs of",
    "# a\n": "headings, rules or definitions",
    "-\n": "headings, rules or definitions",
    "[a]: b\n": "headings, rules or definitions",
    "|a": "",
    "[^a]": '"["',
    "[^a]: b\n\n": '"["',
}


@pytest.mark.parametrize("unit", EXCESSIVE)
def test_marks_in_excess_are_refused_at_once(unit: str) -> None:
    start = time.perf_counter()
    rendered = render("First line.\n\n" + unit * (65_000 // len(unit)))

    assert time.perf_counter() - start < 20
    if EXCESSIVE[unit]:
        assert [(codes.BODY_TOO_SLOW, 2)] == [(finding.code, finding.line0) for finding in rendered.findings]
        assert EXCESSIVE[unit] in rendered.findings[0].message
        assert not rendered.html


def test_a_table_with_a_hundred_thousand_cells_is_refused() -> None:
    rendered = render("|a" * 100 + "\n" + "|-" * 100 + "\n" + "|\n" * 1000)
    assert [codes.BODY_TOO_SLOW] == [finding.code for finding in rendered.findings]


def test_deep_emphasis_and_deep_lists_are_refused() -> None:
    deep = "*a **b " * 50 + " c** d*" * 50
    assert [codes.BODY_TOO_SLOW] == [finding.code for finding in render(deep).findings]
    steps = "\n".join("    " * level + "- x" for level in range(25))
    assert [(20, 1, codes.BODY_TOO_SLOW)] == found_in(steps)
    assert not found_in("\n".join("    " * level + "- x" for level in range(15)))


def test_a_body_of_more_than_64_kb_is_refused() -> None:
    assert [(0, 1, codes.BODY_TOO_LONG)] == found_in("é" * 33_000)
    assert not found_in("a " * 32_000)


def test_marks_in_code_are_not_in_excess() -> None:
    assert not found_in("```\n" + "[" * 5000 + "\n```")


def test_a_long_honest_body_is_not_refused() -> None:
    section = (
        "## Section\n\nA paragraph with *emphasis*, a [link](https://example.org/a), a note[^1] and `code`. "
        + "It goes on for a while, as paragraphs do. " * 8
        + "\n\n- one\n- two\n    - three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n"
    )
    text = section * 100 + "[^1]: The note."
    assert len(text) > 50_000
    assert not found_in(text)


ATTACKS = Path(__file__).with_name("attacks.txt").read_text("utf-8").split("\n%%\n")

AROUND = (
    *("{}", "a {} b", "> {}", "- {}", "# {}", "*{}*", "|{}|\n|-|\n|{}|"),
    *("[{}](https://example.org/)", "![{}](media/gate.jpg)", "[^1]\n\n[^1]: {}"),
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_stay_text(attack: str) -> None:
    text = attack.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\x" in attack else attack
    for around in AROUND:
        rendered = render(around.replace("{}", text), media=MEDIA, root="../")
        assert_harmless(str(rendered.html))


def test_there_are_attacks_of_every_kind() -> None:
    assert len(ATTACKS) >= 60


@pytest.mark.parametrize(
    "made",
    [
        "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x&gt;">',
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<template><script>alert(1)</script></template>",
        '<a href="java&#10;script:alert(1)" id=location name=createElement class=verified>x</a>',
        '<img src=https://evil.example/x.gif><img src="media/../../x"><img src=//media/x>',
        "<p dir=rtl style=color:red><li id=search-results><ol start=-1>",
        "<!--><script>alert(1)</script>-->",
    ],
)
def test_the_last_wall_holds_alone(made: str) -> None:
    safe = sanitise(made)

    assert safe == sanitise(safe)
    for element in html5lib.parseFragment(safe, namespaceHTMLElements=False).iter():
        if element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()) | {"rel"}
            assert not {"evil.example", "rtl", "search-results", "-1"} & set(element.attrib.values())
            assert "evil" not in element.get("src", "")


class Counted:
    """The sanitiser, and how often it has looked."""

    def __init__(self) -> None:
        self.cleaner = sanitiser.CLEANER
        self.count = 0

    def clean(self, made: str) -> str:
        """What the sanitiser leaves."""
        self.count += 1
        return self.cleaner.clean(made)


@pytest.mark.parametrize(
    ("made", "count"),
    [("<p>a</p>", 1), ("<p onclick=b>a</p>", 2), ("<script>a</script>", 2)],
)
def test_what_the_sanitiser_leaves_as_it_is_is_looked_at_once(
    made: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted()
    monkeypatch.setattr(sanitiser, "CLEANER", counted)
    sanitise(made)

    assert count == counted.count


def test_an_ordinary_body_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    monkeypatch.setattr(sanitiser, "CLEANER", counted)
    html_of("# A\n\na *b* [c](https://e.org/?d=1&e)\n\n- ![Gate](gate.jpg)\n\nÜber")

    assert 1 == counted.count


def test_only_the_words_are_left_in_plain_text() -> None:
    text = (
        "# Power cut\n\nThe *grid* [failed](https://example.org/)[^1] & <b>.\nStill.\n\n- one\n- two\n\n"
        "|a|b|\n|-|-|\n|1|2|\n\n```\nx < y\n```\n\n![Gate](media/gate.jpg)\n\n[^1]: Source."
    )
    expected = ["Power cut", "The grid failed & <b>.", "Still.", "one", "two", "a b", "1 2", "x < y"]

    assert expected == plain(text).split("\n")
    assert plain("") == ""
    assert plain("[" * 5000) == ""


def test_a_result_comes_back_from_plain_data() -> None:
    rendered = render(
        "# A\n\n![x](media/gate.jpg) [bad](javascript:1) <b>[^1]\n\n[^1]: [n](https://e.org/?a=1&b)",
        media=MEDIA,
    )
    kept = json.dumps(to_plain_data(rendered))

    assert rendered.findings
    assert rendered == from_plain_data(json.loads(kept))
    assert isinstance(from_plain_data(json.loads(kept)).html, Markup)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "forged",
    [
        {"findings": [], "html": "<script>alert(1)</script>"},
        {"findings": [], "html": '<p class="verified">a</p>'},
        {"findings": [], "html": 7},
        {"findings": [], "html": "\ud800"},
        {"findings": [], "html": "\x02"},
        {"findings": [[0, 1, "D999", "", ""]], "html": ""},
        {"findings": [[0, 1, ["D305"], "", ""]], "html": ""},
        {"findings": [[0]], "html": ""},
        {"findings": ["abcde"], "html": ""},
        {"findings": 3, "html": ""},
        {"html": ""},
        {},
    ],
)
def test_forged_data_cannot_bring_html_in(forged: dict[str, Any]) -> None:
    assert from_plain_data({"findings": [], "html": "<p>a</p>"}) is not None
    assert from_plain_data(forged) is None


def test_versions_are_plain_data_and_name_what_renders() -> None:
    assert versions() == json.loads(json.dumps(versions()))
    assert [version("markdown"), version("nh3")] == versions()[:2]


class Fooled:
    """A cleaner whose result reads differently the second time, as mutation attacks have it."""

    def clean(self, made: str) -> str:
        return made.replace("<x>", "<script>", 1).replace("<y>", "<x>", 1)


def test_what_reads_differently_the_second_time_becomes_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sanitiser, "CLEANER", Fooled())

    made = sanitise("<x><y><b>bold</b>")
    assert "<" not in made
    assert "bold" in made
    assert sanitise("<b>bold</b>") == "<b>bold</b>"


def test_of_very_many_tags_only_the_first_are_told() -> None:
    found = render("<b>x</b>\n\n" * 60).findings

    assert len(found) == 50
    assert {one.code for one in found} == {codes.HTML_REMOVED}


def test_a_body_for_the_same_depth_is_as_it_was() -> None:
    html = render("![A gate](gate.jpg)", media=MEDIA).html

    assert from_deeper(html, "") is html
