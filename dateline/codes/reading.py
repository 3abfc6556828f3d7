# SPDX-License-Identifier: MIT
"""What can be wrong with a file before anybody asks what it says."""

from __future__ import annotations

from dateline.problems import Code, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

ENCODING = Code(
    "D001",
    "encoding",
    ERROR,
    "A file is text in UTF-8.",
    bad="title: Caf� (the é saved as the Latin-1 byte 0xE9)",
    good="title: Café",
)
CONTROL_CHARACTER = Code(
    "D002",
    "control-character",
    ERROR,
    "A text holds no control characters, typed or escaped, except tabs and line ends.",
    bad='title: "Power\\x1b returns"',
    good="title: Power returns",
)
TAB = Code(
    "D003",
    "yaml-tab",
    ERROR,
    "Indentation is made of spaces, never of tabs.",
    bad="relations:\n\tpart_of: attacks",
    good="relations:\n  part_of: attacks",
)
SYNTAX = Code(
    "D004",
    "yaml-syntax",
    ERROR,
    "A file follows the rules of YAML; a value that holds signs of YAML stands in quotes.",
    bad="title: Attack: part 2",
    good='title: "Attack: part 2"',
)
DUPLICATE_KEY = Code(
    "D005",
    "duplicate-key",
    ERROR,
    "A key is set once.",
    bad="title: Power returns\ntitle: Power is back",
    good="title: Power returns",
)
FEATURE = Code(
    "D006",
    "yaml-feature",
    ERROR,
    "A file does without anchors, aliases, tags, directives, merge keys (<<) and keys that are not text.",
    bad="place: &base green-village\nplaces: [*base]",
    good="place: green-village",
)
DEPTH = Code(
    "D007",
    "yaml-depth",
    ERROR,
    "Lists and mappings are nested no deeper than 10.",
    bad="tags: [[[[[[[[[[drone]]]]]]]]]]",
    good="tags: [drone]",
)
TOO_BIG = Code(
    "D008",
    "file-too-big",
    ERROR,
    "A file stays within its size: 256 kB for an event or a page, 4 MB for a registry, 64 MB for media.",
    bad="content/events/2022-in-one-file.yaml    # 300 kB",
    good="content/events/2022/2022-01-05-fire.yaml    # one event, 2 kB",
)
BAD_ESCAPE = Code(
    "D009",
    "bad-escape",
    ERROR,
    "A backslash in double quotes begins an escape that YAML knows and that stands for a whole character.",
    bad='title: "C:\\queue"',
    good='title: "C:\\\\queue"',
)
MERGE_CONFLICT = Code(
    "D010",
    "merge-conflict",
    ERROR,
    "A file holds one version of its text, without the markers of a merge conflict.",
    bad="<<<<<<< HEAD\ntitle: Power returns\n=======\ntitle: Power is back\n>>>>>>> mend-title",
    good="title: Power returns",
)
SMART_QUOTES = Code(
    "D011",
    "smart-quotes",
    WARNING,
    "A value is quoted with straight quotes; curly ones are part of its text.",
    bad="title: “Power returns”",
    good='title: "Power returns"',
)
EMPTY_FILE = Code(
    "D012", "empty-file", ERROR, "A file says something.", bad="# to do", good="title: Power returns"
)
NOT_A_MAPPING = Code(
    "D013",
    "not-a-mapping",
    ERROR,
    "A file is made of lines such as 'key: value'.",
    bad="- Power returns",
    good="title: Power returns",
)
MANY_DOCUMENTS = Code(
    "D014",
    "many-documents",
    ERROR,
    "A file holds one document; each event has a file of its own.",
    bad="title: Power returns\n---\ntitle: Power fails",
    good="title: Power returns",
)
TOO_MANY_KEYS = Code(
    "D015",
    "too-many-keys",
    ERROR,
    "An event holds at most 500 keys, a registry 50,000.",
    bad="content/events/2022-in-one-file.yaml    # 600 keys",
    good="content/events/2022/2022-01-05-fire.yaml    # one event, 20 keys",
)
VALUE_TOO_BIG = Code(
    "D016",
    "value-too-big",
    ERROR,
    "One value is at most 64 kB long.",
    bad="summary: The report in full…    # 70 kB of it",
    good="summary: What the report says of the fire, in three sentences.",
)
STRAY_KEY = Code(
    "D017",
    "stray-key",
    ERROR,
    "Between { and } a comma begins the next key; a text with a comma stands in quotes or in block style.",
    bad="damage: [{text: a wall, a roof}]",
    good="damage:\n  - text: a wall, a roof",
)
HASH_COMMENT = Code(
    "D018",
    "hash-comment",
    WARNING,
    "A '#' after a space begins a comment; a text with one in it stands in quotes.",
    bad="title: Fire at well #5",
    good='title: "Fire at well #5"',
)
SYMLINK = Code(
    "D020",
    "symlink",
    ERROR,
    "A file in content is a file; links are not followed.",
    bad="content/media/gate.jpg    # a link to a file elsewhere",
    good="content/media/gate.jpg    # the picture itself",
)
FILE_KIND = Code(
    "D021",
    "file-kind",
    ERROR,
    "Content is made of plain files and folders; pipes, sockets and devices are not opened.",
    bad="content/events/fire.yaml    # a named pipe",
    good="content/events/fire.yaml    # a plain file",
)
FILE_NAME = Code(
    "D022",
    "file-name",
    ERROR,
    "A name is made of lower-case letters, digits and hyphens and ends with its file type: '.yaml' or '.md'.",
    bad="content/events/Power Returns.yml",
    good="content/events/power-returns.yaml",
)
NAME_COLLISION = Code(
    "D023",
    "name-collision",
    ERROR,
    "An id is used once, whatever the folder and however its letters are written.",
    bad="content/events/2021/fire.yaml\ncontent/events/2022/fire.yaml",
    good="content/events/2021/2021-05-01-fire.yaml\ncontent/events/2022/2022-06-01-fire.yaml",
)
STRAY_FILE = Code(
    "D024",
    "stray-file",
    WARNING,
    "Everything in content has a place where it is read.",
    bad="content/event/fire.yaml",
    good="content/events/fire.yaml",
)
UNREADABLE = Code(
    "D025",
    "unreadable",
    ERROR,
    "Every file in content can be read, so that no event is missing in silence.",
    bad="content/events/fire.yaml    # whoever builds the site may not read it",
    good="content/events/fire.yaml    # everybody may read it",
)
CHANGED = Code(
    "D026",
    "changed-while-reading",
    ERROR,
    "Files stay as they are while they are read.",
    bad="content/events/fire.yaml    # saved again while the site was being checked",
    good="content/events/fire.yaml    # saved, then checked",
)
NO_SITE = Code(
    "D027",
    "no-site",
    ERROR,
    "A site folder holds content/site.yaml.",
    bad="content/events/fire.yaml",
    good="content/events/fire.yaml\ncontent/site.yaml",
)
ORPHAN_TRANSLATION = Code(
    "D028",
    "orphan-translation",
    ERROR,
    "A translation has the id of its event, then the language.",
    bad="content/events/2022/fires.ar.yaml",
    good="content/events/2022/fire.ar.yaml",
)
