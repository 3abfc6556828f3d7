# SPDX-License-Identifier: MIT
"""What can be wrong with an address or with a Markdown body."""

from __future__ import annotations

from dateline.problems import Code, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

BAD_URL = Code(
    "D301",
    "url",
    ERROR,
    "An address is written in full, with its https:// and without spaces.",
    bad="sources: [example.org/a]",
    good="sources: [https://example.org/a]",
)
URL_SCHEME = Code(
    "D302",
    "url-scheme",
    ERROR,
    "An address begins with http, https or mailto, the only kinds that cannot run code for a reader.",
    bad='sources: ["javascript:alert(1)"]',
    good="sources: [https://example.org/a]",
)
URL_USERINFO = Code(
    "D303",
    "url-userinfo",
    ERROR,
    "An address has nothing before its host: what stands before an @ only looks like the host.",
    bad="sources: [https://github.com@evil.example/]",
    good="sources: [https://evil.example/]",
)
URL_HOMOGRAPH = Code(
    "D304",
    "url-homograph",
    WARNING,
    "The letters of a host come from one script; a host that does not is shown in punycode on the page.",
    bad="sources: [https://g\u0456thub.com/]",
    good="sources: [https://github.com/]",
)
HTML_REMOVED = Code(
    "D305",
    "html-removed",
    WARNING,
    "A body is Markdown without HTML; a tag is printed as it was typed and does nothing.",
    bad="body: The <b>second</b> attack.",
    good="body: The **second** attack.",
)
REMOTE_IMAGE = Code(
    "D306",
    "remote-image",
    ERROR,
    "An image comes from media/: one from another host would tell that host who reads the page.",
    bad='body: "![The gate](https://example.org/gate.jpg)"',
    good='body: "![The gate](media/gate.jpg)"',
)
BODY_TOO_SLOW = Code(
    "D307",
    "body-too-slow",
    ERROR,
    "A body is read in five seconds: long runs of marks take a machine longer and tell nobody anything.",
    bad='body: "> > > > > > > > > > > > > > > > > > > > > deep"',
    good='body: "> deep"',
)
BODY_TOO_LONG = Code(
    "D308",
    "body-too-long",
    ERROR,
    "A body is at most 64 kB long; a longer story is several events.",
    bad='body: "The whole year…"    # 70 kB of it',
    good='body: "The night of the fire."',
)
IMAGE_ALT = Code(
    "D309",
    "image-alt",
    WARNING,
    "An image in a body says in words what it shows, for those who cannot see it.",
    bad='body: "![](media/gate.jpg)"',
    good='body: "![The gate after the attack](media/gate.jpg)"',
)
IMAGE_COVERED = Code(
    "D310",
    "image-covered",
    WARNING,
    "Of a picture that needs a warning a body has a link; under 'media' it is shown, behind its warning.",
    bad="content_warnings: [killing]\nbody: '![The street after the attack](media/street.jpg)'",
    good=(
        "content_warnings: [killing]\nbody: '![The street after the attack](media/street.jpg)'\n"
        "media:\n  - type: photo\n    file: street.jpg\n    alt: A street with burnt cars.\n"
        "    credit: Staff photographer\n    licence: CC-BY-4.0"
    ),
)
