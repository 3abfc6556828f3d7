import pytest

from dateline.document import Document, read
from dateline.document.syntax import LONGEST, quoted


def advice(text: str) -> tuple[int, int, str, str]:
    found = read("x.yaml", text.encode())
    assert not isinstance(found, Document)
    (problem,) = found

    return problem.line, problem.column, problem.message, problem.hint


@pytest.mark.parametrize(
    ("line", "column", "message", "mended"),
    [
        ("title: Attack: part 2", 14, 'a value with ": " in it needs quotes', 'title: "Attack: part 2"'),
        (
            "title: Attack: part 2 # note",
            14,
            'a value with ": " in it needs quotes',
            'title: "Attack: part 2"',
        ),
        (
            'title: He said "no": really',
            20,
            'a value with ": " in it needs quotes',
            "title: 'He said \"no\": really'",
        ),
        ("title: “Attack: two”", 15, 'a value with ": " in it needs quotes', 'title: "Attack: two"'),
        ("title: Attack:", 14, 'a value with ": " in it needs quotes', 'title: "Attack:"'),
        ('title: "Attack', 8, "this quote is never closed", 'title: "Attack"'),
        ("title: 'It's over'", 12, "text follows after the closing quote", 'title: "It\'s over"'),
        ('title: "Attack" part', 17, "text follows after the closing quote", "title: '\"Attack\" part'"),
        ("title: @home", 8, 'a value that begins with "@" needs quotes', 'title: "@home"'),
        ("title: %5 is back", 8, 'a value that begins with "%" needs quotes', 'title: "%5 is back"'),
        ("title: `x`", 8, 'a value that begins with "`" needs quotes', 'title: "`x`"'),
        ("title: & then", 8, 'a value that begins with "&" needs quotes', 'title: "& then"'),
        ("title: > 5 people", 8, 'a value that begins with ">" needs quotes', 'title: "> 5 people"'),
        ("title: | x", 8, 'a value that begins with "|" needs quotes', 'title: "| x"'),
        ("title: ? x", 8, 'a value that begins with "?" needs quotes', 'title: "? x"'),
        ("title: , x", 8, 'a value that begins with "," needs quotes', 'title: ", x"'),
        ("title: [draft] Attack", 8, 'a value that begins with "[" needs quotes', 'title: "[draft] Attack"'),
        ("tags: [drone", 7, 'this "[" is never closed', "tags: [drone]"),
        ("damage: {text: wall", 9, 'this "{" is never closed', "damage: {text: wall}"),
    ],
)
def test_a_faulty_line_is_shown_mended(line: str, column: int, message: str, mended: str) -> None:
    assert advice(f"date: 2022-01-05\n{line}\n") == (2, column, message, mended)
    assert isinstance(read("x.yaml", f"date: 2022-01-05\n{mended}\n".encode()), Document)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("date: x\ntitle:value\n", 2, 6, "a colon needs a space after it"),
        ("title:value\ndate: x\n", 1, 6, "a colon needs a space after it"),
        ("tags:\n  - a\n  -b\n", 3, 3, "a list item needs a space after its dash"),
        ("a: b\njust text\nc: d\n", 2, 1, "this line is neither 'key: value' nor a list item"),
        ("just text\na: b\n", 1, 1, "'just text' has no colon: write 'key: value'"),
        ("body: |\nText\n", 2, 1, "the lines of a block of text are indented"),
        (
            "a: b\n\n  c: d\n",
            3,
            3,
            "this line is indented deeper than the one above, which has its value already",
        ),
        (
            "a:\n    b: c\n  d: e\n",
            3,
            3,
            "this line is indented by 2, the lines that it belongs with by 0 or more",
        ),
        (" a: b\nc: d\n", 2, 1, "this line is indented less than the first line of the file"),
        ("a: b\n- c\n", 2, 1, "a list item stands where a key is expected"),
        ("tags: - a\n", 1, 7, "a list does not begin on the line of its key"),
        ("tags: [a,, b]\n", 1, 10, "there is nothing before this comma"),
        ("tags: [a]]\n", 1, 10, 'there is one "]" too many'),
        ("a: {x: y z: w}\n", 1, 11, 'a comma is missing between "{" and here'),
        ('title: "Attack\nplace: "Raqqa"\n', 1, 8, "this quote closes only on line 2"),
        ("x" * 2000 + ": b\n", 1, 2001, "this line cannot be read as YAML"),
    ],
)
def test_a_fault_is_told_in_plain_words(text: str, line: int, column: int, message: str) -> None:
    assert advice(text)[:3] == (line, column, message)


def test_a_tab_that_indents_a_block_is_named_as_such() -> None:
    assert advice("body: |\n\tText\n")[:3] == (2, 1, "indent with spaces, not tabs")


def test_a_suggested_line_is_cut_where_it_is_long() -> None:
    assert len(advice("title: a: " + "x" * 5000)[3]) == LONGEST + 1


@pytest.mark.parametrize("text", ["a: b", 'say "no"', "it's", 'it\'s "no"', "back\\slash", "@", "# x"])
def test_quoted_text_is_read_back_as_it_was(text: str) -> None:
    found = read("x.yaml", f"a: {quoted(text)}\n".encode())

    assert isinstance(found, Document)
    assert found.data == {"a": text}
