"""Texts that something takes for more than text: YAML, a workflow's log, HTML, a spreadsheet, a terminal."""

NASTY = (
    "::error file=a::x",
    "##[error]x",
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(1)",
    "a: b\n- c\n",
    "'quoted' \"twice\"",
    "---\n...\n",
    "\u202egnp.exe",
    "yes",
    "0044",
    "2022-01-05",
    "{{ x }} {% x %}",
    "line\r\nline\rline",
    "a\x00b\x1bc\x85d",
    "\ud800",
    "&amp; &lt; \\ ` * _ [x](javascript:x)",
    "#hash\t\ttabs  ",
    "|\n>",
    "",
)
