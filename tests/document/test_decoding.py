import pytest

from dateline.codes.reading import MERGE_CONFLICT
from dateline.document.decoding import UNSAFE, Text, decode, digest_of, readable_size, too_big
from dateline.problems import Problem


def problems_of(raw: bytes) -> tuple[Problem, ...]:
    return decode("x.md", raw, 1000).problems


def placed(problem: Problem) -> tuple[int, int, str, str]:
    return problem.line, problem.column, problem.code.name, problem.message


def test_line_ends_become_newlines_and_a_mark_at_the_start_goes() -> None:
    assert decode("x.md", b"\xef\xbb\xbfa\r\nb\rc\n", 1000).text == "a\nb\nc\n"


def test_text_in_any_script_is_left_as_it_is() -> None:
    text = "\tCafé, 日本, التحالف\u200f, 💥, a\u00a0b, soft\u00adhyphen\n"

    assert decode("x.md", text.encode(), 1000).text == text
    assert problems_of(text.encode()) == ()


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_wide_encodings_are_named_with_and_without_a_mark(codec: str, name: str) -> None:
    (problem,) = problems_of("title: Power returns\n".encode(codec))

    assert placed(problem) == (1, 1, "encoding", f"this file is {name}; save it as UTF-8")


@pytest.mark.parametrize(
    ("raw", "column", "message"),
    [
        (b"title: Caf\xe9 au lait\n", 11, "byte 0xE9 is not UTF-8 (é in Latin-1?)"),
        (b"title: \x93Power\x94\n", 8, "byte 0x93 is not UTF-8 (\u201c in Windows-1252?)"),
        (b"title: \x81\n", 8, "byte 0x81 is not UTF-8"),
        ("title: é".encode()[:-1], 8, "byte 0xC3 is not UTF-8 (Ã in Latin-1?)"),
        (b"\xef\xbb\xbftitle: \xc3\xa9\xe9\n", 9, "byte 0xE9 is not UTF-8 (é in Latin-1?)"),
        (b"title: \xed\xa0\xbd\n", 8, "byte 0xED is not UTF-8 (í in Latin-1?)"),
    ],
)
def test_a_byte_that_is_not_utf_8_has_its_place_and_a_guess(raw: bytes, column: int, message: str) -> None:
    (problem,) = problems_of(raw)

    assert placed(problem) == (1, column, "encoding", message)


def test_the_place_of_a_bad_byte_counts_every_kind_of_line_end_once() -> None:
    (problem,) = problems_of(b"a\r\nb\rc\nde\xe9f\n")

    assert (problem.line, problem.column, problem.excerpt) == (4, 3, "de\ufffdf")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000 NUL"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x7f", "U+007F DELETE"),
        ("\x85", "U+0085 NEXT LINE"),
        ("\x9b", "U+009B"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u2029", "U+2029 PARAGRAPH SEPARATOR"),
        ("\ufeff", "U+FEFF BYTE ORDER MARK"),
        ("\ufdd0", "U+FDD0"),
        ("\uffff", "U+FFFF"),
        ("\U0001fffe", "U+1FFFE"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
def test_characters_that_belong_in_no_text_are_named_and_replaced(character: str, name: str) -> None:
    found = decode("x.md", f"ab\ncd{character}e\n".encode(), 1000)

    assert [placed(problem) for problem in found.problems] == [
        (2, 3, "control-character", f"{name} does not belong in a text")
    ]
    assert found.text == "ab\ncd\ufffde\n"
    assert not UNSAFE.search(found.text)


def test_many_control_characters_are_one_problem() -> None:
    (problem,) = problems_of(b"a\x01" * 300)

    assert problem.message == "U+0001 does not belong in a text, and 299 more of its kind"


def test_a_merge_conflict_is_one_problem_with_its_lines() -> None:
    text = b"<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\nplace: x\n"

    found = decode("x.yaml", text, 1000)

    assert [placed(problem) for problem in found.problems] == [
        (1, 1, "merge-conflict", "this file still holds a merge conflict (lines 1-5)")
    ]
    assert found.text is None


@pytest.mark.parametrize("text", ["Heading\n=======\n", "  <<<<<<< HEAD\n", "a <<<<<<< b\n", "<<<<<<<< x\n"])
def test_what_only_resembles_a_merge_conflict_is_none(text: str) -> None:
    assert MERGE_CONFLICT not in {problem.code for problem in problems_of(text.encode())}


def test_a_file_beyond_its_limit_is_not_decoded() -> None:
    found = decode("x.md", b"\xff" * 1001, 1000)

    assert found.text is None
    assert found.problems == (too_big("x.md", 1001, 1000),)


def test_sizes_are_told_in_round_numbers() -> None:
    assert [readable_size(size) for size in (640, 256_000, 5_000_000)] == ["640 bytes", "256 kB", "5.0 MB"]


def test_a_text_knows_its_lines_and_places() -> None:
    text = Text("x.md", "ab\ncd\n")

    assert (text.line(2), text.line(9), text.line(0)) == ("cd", "", "")
    assert (text.place(0), text.place(4)) == ((1, 1), (2, 2))


def test_the_digest_is_of_the_bytes() -> None:
    assert digest_of(b"a\n") != digest_of(b"a\r\n")
