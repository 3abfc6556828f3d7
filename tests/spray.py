"""Hostile texts of our own, for whatever is made of a text, and a site that has them in every field.

Each text is meant for somebody who reads more into it than a text: a parser of HTML, a script, a
spreadsheet, a calendar, a reader of citations, a terminal, a regular expression, a template.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.document.decoding import UNSAFE
from dateline.markup import render
from dateline.problems import Severity
from tests.fuzz.seeds import attacks
from tests.properties.test_hostile import content

RUN = "globalThis.ran=1"
HTML = (
    *(
        f"</script><script>{RUN}</script>",
        f"</ScRiPt ><svg/onload={RUN}>",
        f"<!--<script>{RUN}//-->",
        "<!--",
        "--!>",
        "]]>",
    ),
    *(
        f"</title><img src=x onerror={RUN}>",
        f"</textarea><img src=x onerror={RUN}>",
        f"</style><svg onload={RUN}>",
    ),
    *(
        f'" autofocus onfocus="{RUN}',
        f"' autofocus onfocus='{RUN}",
        f"` onfocus={RUN} `",
        f'"><img src=x onerror={RUN}>',
    ),
    *(
        f"</option></select><img src=x onerror={RUN}>",
        f"</svg><img src=x onerror={RUN}>",
        "</main></body></html>",
    ),
    *(
        f"<svg><title><![CDATA[</title><img src=x onerror={RUN}>]]>",
        f"<math><mi xlink:href=javascript:{RUN}>x",
    ),
    *(
        f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
        f"<template shadowrootmode=open><img src=x onerror={RUN}>",
    ),
    *(
        "&lt;script&gt;x&lt;/script&gt;",
        "&#60;img src=x onerror=x&#62;",
        "&amp;lt;b&amp;gt;",
        "&notanentity; &",
        "%3Cscript%3E",
    ),
    *(
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<base href=//evil.example/>",
        "<plaintext>",
        "<xmp>",
    ),
    *(
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<img srcset='//evil.example/x 1w' sizes=100vw>",
    ),
    *(
        "x 1w, //evil.example/y 2w",
        "x; url(//evil.example/z); }",
        "}*{background:url(//evil.example/c)}",
        "expression(x)",
    ),
)
SCRIPTS = (
    *(
        "javascript:globalThis.ran=1",
        "java\u00adscript:x",
        "data:text/html,<script>x</script>",
        "vbscript:x",
        "blob:x",
    ),
    *(
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "hasOwnProperty",
        "valueOf",
        "then",
        "length",
        "undefined",
    ),
    *(
        "';globalThis.ran=1;//",
        '";globalThis.ran=1;//',
        "\\';globalThis.ran=1;//",
        "${globalThis.ran=1}",
        "`${globalThis.ran=1}`",
    ),
    *(
        "{{constructor.constructor('globalThis.ran=1')()}}",
        "{{ 7*7 }}",
        "{% include '/etc/passwd' %}",
        "{# x",
        "#{7*7}",
    ),
    *(
        "%(title)s %s %n",
        "{0.__class__}",
        "{title}",
        "$& $1 $` $'",
        "\\1 \\g<0>",
        "NaN",
        "1e999",
        "\\u003cscript\\u003e",
    ),
    *("(a+)+$", "[", "(?<x", "*", "\\", ".*.*.*=", "^(([a-z])+.)+$", "/x/g", "$^", "a|b|"),
)
FILES = (
    *(
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(1)",
        "=HYPERLINK(1)",
        "\uff1d1",
        " =1",
        "\u200b=1",
        "'=1",
        "=cmd|'/C calc'!A0",
        "-1",
        "1;=1",
    ),
    *(
        'a"b',
        'a""b',
        "a,b",
        "a;b",
        "a|b",
        "a\\,b",
        "a\\nATTENDEE:x",
        "END:VEVENT",
        "BEGIN:VALARM",
        "a:b;c=d",
        "X-A:b",
    ),
    *(
        "ER  - ",
        "TY  - JOUR",
        "}, author = {x",
        "@misc{x,",
        "{",
        "}",
        "}}",
        "{{{",
        "\\input{/etc/passwd}",
        "\\write18{x}",
        "$x$ ~ ^ %",
    ),
    *(
        "a: b",
        "- a",
        "# a",
        "? a",
        "!!python/object:x",
        "&a *a",
        "<<: *a",
        "|",
        ">-",
        "'",
        '"',
        "%YAML 1.1",
        "--- a",
        "...",
    ),
    *(
        "'; DROP TABLE event; --",
        "x' OR '1'='1",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
    ),
    *(
        "..",
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "con",
        "nul.html",
        "a/b",
        ".htaccess",
        "%2e%2e%2f",
        "//evil.example",
    ),
)
SHOWN = (
    *(
        "::error file=a::x",
        "::stop-commands::x",
        "::add-mask::e",
        "##[error]x",
        "##vso[task.x]",
        "\\033[31m",
        "^[[2J",
    ),
    *(
        "@everyone #1 GH-1",
        "![x](//evil.example/x)",
        "</details>",
        "| a | b |",
        "```",
        "<!-- x -->",
        "[x]: javascript:x",
    ),
    *(
        "\u202egnp.exe",
        "\u2066a\u2069b",
        "a\u200bb\u200dc\u2060",
        "\u0430dmin",
        "\u212aelvin \u0130 \u0131 \u00df",
        "e\u0301\u00e9",
    ),
    *(
        "Z\u0351\u036b\u0343\u036a\u0302" * 12,
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\ufdfd\U0001242b",
        "\u0600\u0601\u06dd",
    ),
    *(
        "\u0647\u0630\u0627 <b>",
        "W" * 90,
        "\u00a0",
        "\u3000a\u3000",
        "\U000e0041\U000e0042",
        "\ufe0f\ufe0e",
        "\U0001f1fa\U0001f1f8\U0001f1fa",
    ),
)
OWN = (*HTML, *SCRIPTS, *FILES, *SHOWN)
ADDRESS = "https://timeline.example/repo/"
SENTINEL = "A text that is nobody's"
LONGEST = 100  # letters of a text in a title, before which something stands that finds it again
MARKED = re.compile(r"q[0-9]+z .*")


def one_line(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that the reader of files lets in, each in one line and short enough for a title."""
    lines = (" ".join(UNSAFE.sub("", text).split())[:LONGEST].strip() for text in texts)
    return tuple(dict.fromkeys(line for line in lines if line))


@cache
def all_texts() -> tuple[str, ...]:
    """Our own texts, then all others."""
    return one_line((*OWN, *attacks()))


def sprayed(typed: Any, texts: Iterator[str]) -> Any:
    """The record with another text wherever the sentinel stands, as a value or as a key."""
    if isinstance(typed, dict):
        return {
            sprayed(key, texts): sprayed(value, filter(is_let_in, texts) if key == "body" else texts)
            for key, value in typed.items()
        }
    if isinstance(typed, list):
        return [sprayed(value, texts) for value in typed]
    if isinstance(typed, str) and typed.startswith(SENTINEL):
        return next(texts)
    return typed


def is_let_in(text: str) -> bool:
    """Whether a body may say this: a link or a picture that no page shows is refused with its line."""
    return not any(
        finding.code.severity is Severity.ERROR for finding in render(f"- {text}\n\n{text}").findings
    )


def in_turn(texts: tuple[str, ...], start: int) -> Iterator[str]:
    """The texts one after the other from one on, each with a mark of its own before it, without an end."""
    number = start
    while True:
        yield f"q{number}z {texts[number % len(texts)]}"
        number += 1


def marked(typed: Any) -> Iterator[str]:
    """Every text in a record that was sprayed into it."""
    if isinstance(typed, dict):
        yield from (text for pair in typed.items() for one in pair for text in marked(one))
    elif isinstance(typed, list):
        yield from (text for one in typed for text in marked(one))
    elif isinstance(typed, str) and MARKED.fullmatch(typed):
        yield typed


def hostile_site(events: int) -> dict[str, Any]:
    """The files of a site whose every free text is hostile: each event has other texts in its fields."""
    texts = in_turn(all_texts(), 0)
    files: dict[str, Any] = {}
    for number in range(events):
        mine = content(SENTINEL)
        event = mine.pop("events/e.yaml") | {
            "relations": {"similar_to": "f"},
            "former_ids": [f"was-{number}"],
        }
        del event["translations"]
        sidecar = mine.pop("events/e.fa.yaml") | {"of": f"e{number}"}
        if not number:
            site = mine["site.yaml"] | {
                "languages": ["en", "fa"],
                "share_cards": "2",
                "slice_min": "1",
                "url": ADDRESS,
            }
            files = {name: sprayed(data, texts) for name, data in (mine | {"site.yaml": site}).items()}
        files[f"events/e{number}.yaml"] = sprayed(event, texts)
        files[f"events/e{number}.fa.yaml"] = sprayed(sidecar, texts)
    return files


def prose(texts: tuple[str, ...]) -> str:
    """A page of prose in which each text is a heading, an item, a cell and a word of a paragraph."""
    let_in = filter(is_let_in, texts)
    parts = (f"## {text}\n\n- {text}\n\n| a | b |\n|---|---|\n| {text} | x |\n\n{text}\n" for text in let_in)
    return "# Prose\n\n" + "\n".join(parts)


def typed(files: dict[str, Any]) -> dict[str, str | bytes]:
    """The files as JSON, which YAML holds too; what is text already stays."""
    return {
        name: data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1)
        for name, data in files.items()
    }
