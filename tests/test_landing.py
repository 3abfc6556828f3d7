"""Whatever an imported text holds, the written file reads back the same, and is found again."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.document import Document, read
from dateline.document.decoding import UNSAFE
from dateline.incoming import Found, Gathering, Place
from dateline.landing import Existing, Fate, landings
from dateline.yaml_text import Data
from tests.nasty import NASTY

texts = st.one_of(st.text(max_size=100), st.sampled_from(NASTY))


def found(fields: dict[str, Data]) -> Found:
    """An event as an importer hands it over."""
    into = Gathering("csv")
    into.keep(Place("a.csv", 2), fields)
    return into.found[0]


@given(texts, texts)
def test_a_file_reads_back_as_it_was_imported(title: str, body: str) -> None:
    event = found({"title": title, "date": "2022-01-05", "body": body, "sources": [{"title": title}]})
    (landing,) = landings([event], [], [])
    document = read("a.yaml", landing.text.encode())

    assert isinstance(document, Document)
    assert document.data == event.fields
    # Text alone: a day stands plain, as people write it.
    assert yaml.load(landing.text, Loader=yaml.BaseLoader) == event.fields  # noqa: S506
    assert event.fields["body"] == UNSAFE.sub("", body.replace("\r\n", "\n").replace("\r", "\n"))
    again = landings([event], [Existing(landing.path, "a", document)], ["a"])
    assert [one.fate for one in again] == [Fate.UNCHANGED]
