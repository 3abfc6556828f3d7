"""A small made-up archive as data, and what people do to one: edits of files, of outputs, of the cache."""

import io
import json
import os
import shutil
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from dateline.write.published import MANIFEST

ROOT = Path(__file__).parent.parent
SETTLED_S = 0.03
"""After so long the state of a file that was just written can be relied upon."""

DATES = (
    *("2022-01-05", "2022-01-05?", "2022-01-06", "2022-01-07~", "2022-02", "2022", "2021-12-31"),
    *("2021-12-30/2022-01-02", "2022-02-03/..", "2019-06-01", "196X", "2031-01-01", "0044-03-15", "-0043"),
)
PLACES = ("harbour", "town", "county", "coast", "mill", "Some Farm", "missing-place", "Eastern shore")
ACTORS = ("council", "rail", "union", "crew", "A neighbour", "missing-actor")
SOURCES = ("gazette", "wire", "leaflet", "letter", "https://example.org/a", "missing-source")
TAGS = ("north", "winter", "context", "rail-strike", "rail", "bridge", "south")
WORDS = [
    "water",
    "rose",
    "near",
    "the",
    "old",
    "bridge",
    "while",
    "two",
    "roads",
    "were",
    "closed",
    "and",
    "crews",
    "brought",
    "back",
    "the",
    "power",
]
STATUSES: tuple[dict[str, str], ...] = (
    *({"status": "draft"}, {"status": "withdrawn", "withdrawn_reason": "It did not happen."}, {}, {}, {}),
    *({"status": "withdrawn"}, {"embargo_until": "2022-02-02T12:00:00Z"}),
    *(
        {"embargo_until": "2022-02-03T12:00:00Z"},
        {"status": "draft", "embargo_until": "2022-02-02T00:00:00Z"},
    ),
)
KINDS = ("follows", "part_of", "responds_to", "replaces", "similar_to", "possibly_same_as", "reports_on")
TEMPLATES = ("event.html", "_chronology.html", "base.html", "list.html", "_source.html")
STYLE = "assets/style.css"

Data = dict[str, Any]


def words(random: Random, count: int) -> str:
    """Words in an order that means nothing."""
    return " ".join(random.choices(WORDS, k=count))


def body(random: Random) -> str:
    """A body in Markdown, with what costs a reader of keys most: links, notes, and now and then a picture."""
    parts = [f"{words(random, 9)} **{words(random, 2)}**.", f"- {words(random, 3)}\n- {words(random, 2)}"]
    parts += random.sample(
        [
            "See [this](https://example.org/report) and a note.[^a]\n\n[^a]: The note.",
            "![A crane](crane.png)",
            "![A dock](dock.png)",
            "<b>Not allowed</b>",
            "| one | two |\n|---|---|\n| 1 | 2 |",
        ],
        k=random.choice((0, 0, 1, 2)),
    )
    return "\n\n".join(parts)


def event(random: Random, number: int) -> Data:
    """An event as somebody would type it."""
    made: Data = {
        "title": f"{words(random, 4).capitalize()} ({number})",
        "date": DATES[number % 7] if number < 9 else random.choice(DATES),
        "place": random.choice(PLACES[:5]),
        "type": random.choice(("flood", "strike")),
        "summary": words(random, 8).capitalize() + ".",
        "tags": sorted(set(random.choices(TAGS[:4], k=2))),
        "sources": [random.choice(SOURCES[:4]), "https://example.org/report"],
        "actors": [{"actor": random.choice(ACTORS[:4]), "role": "speaker"}],
        "body": body(random),
    }
    if number % 2:
        made["claims"] = [
            {"id": "told", "by": "crew", "source": "wire", "about": "occurrence", "text": words(random, 6)}
        ]
        made["casualties"] = [{"type": "injured", "count": number, "according_to": "told"}]
    if number % 4 == 1:
        made["translations"] = {"pt": {"title": "Um título", "body": words(random, 5)}}
    return made


def beginning(random: Random) -> Data:
    """The files of the archive before anybody touches it."""
    files: Data = {
        "content/site.yaml": {
            "title": "A made-up archive",
            "timezone": "Europe/Lisbon",
            "languages": ["en", "pt", "ar"],
            "repository": "https://github.com/OWNER/ARCHIVE",
            "vocabularies": {"type": {"flood": "Flood", "strike": {"label": "Strike"}}},
            "fields": {"wind": {"type": "number", "label": "Wind"}},
        },
        "content/places.yaml": {
            "harbour": {"name": "Harbour", "part_of": "town", "lat": 41.1, "lon": -8.6, "uncertainty_m": 900},
            "town": {"name": "Town", "part_of": "county"},
            "county": {"name": "County", "part_of": "coast", "timezone": "Europe/Lisbon"},
            "coast": {"name": "Coast"},
        },
        "content/places/mill.yaml": {"name": "Mill", "part_of": "town", "source": "gazette"},
        "content/actors.yaml": {
            "council": {"name": "Council", "type": "organisation"},
            "rail": {"name": "Rail", "member_of": "council", "possibly_same_as": ["crew"]},
            "union": {"name": "Union", "label_by": "rail", "name_source": "leaflet"},
            "crew": {"name": "Crew"},
        },
        "content/sources.yaml": {
            "gazette": {"title": "Gazette", "publisher": "council", "url": "https://example.org/g"},
            "wire": {"title": "Wire", "based_on": ["gazette"], "archive_url": None, "date": "2022-01-05"},
            "leaflet": {"title": "Leaflet", "via": "wire", "seen": False},
            "letter": {"title": "Letter", "publisher": "A neighbour", "url": None},
        },
        "content/pages/methodology.md": "# How this was made\n\nBy hand.\n",
        "content/media/crane.png": picture(30, 20, "navy"),
        "content/media/dock.png": picture(20, 30, "teal"),
    }
    for number in range(9):
        files[f"content/events/{2021 + number % 2}/event-{number}.yaml"] = event(random, number)
    files["content/events/2022/event-1.ar.yaml"] = {"lang": "ar", "of": "event-1", "title": "عنوان"}
    files["content/events/2022/event-3.yaml"]["relations"] = {"follows": "event-2", "part_of": ["event-8"]}
    files["content/events/2021/event-4.yaml"]["media"] = [
        {"type": "photo", "file": "crane.png", "alt": "A crane", "credit": "Somebody", "licence": "CC0-1.0"}
    ]
    files["content/events/2021/event-6.yaml"]["extra"] = {"wind": 12}
    files["content/events/2021/event-6.yaml"]["former_ids"] = ["old-six"]
    return files


def picture(width: int, height: int, colour: str) -> bytes:
    """A picture of one colour; where no pictures can be read, none is needed."""
    try:
        from PIL import Image
    except ModuleNotFoundError:
        return b""
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()


def encoded(value: str | bytes | Data) -> bytes:
    """A file's bytes: a mapping becomes YAML, a key a line, longer texts in blocks."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    lines = []
    for key, item in value.items():
        if key.startswith("#"):
            lines.append(f"{key}\n")
        elif isinstance(item, str) and "\n" in item:
            block = "".join(f"  {line}\n" if line else "\n" for line in item.splitlines())
            lines.append(f"{key}: |\n{block}")
        elif isinstance(item, dict):
            inner = "".join(
                f"  {name}: {json.dumps(one, ensure_ascii=False)}\n" for name, one in item.items()
            )
            lines.append(f"{key}:\n{inner}" if inner else f"{key}: {{}}\n")
        else:
            lines.append(f"{key}: {json.dumps(item, ensure_ascii=False)}\n")
    return "".join(lines).encode()


@dataclass
class Archive:
    """A site in `folder`/site, published in `folder`/out; `files` is what its files shall hold."""

    folder: Path
    random: Random
    files: Data = field(default_factory=dict)
    sound: list[Data] = field(default_factory=list)
    now: datetime = datetime(2022, 2, 1, 12, tzinfo=UTC)
    base_url: str | None = None
    drafts: bool = False
    is_sound: bool = True

    def __post_init__(self) -> None:
        if not self.files:
            self.files = beginning(self.random)
        if not self.files.get("content/media/crane.png", b"-"):
            del self.files["content/media/crane.png"], self.files["content/media/dock.png"]
            del self.files["content/events/2021/event-4.yaml"]["media"]
        self.sync()
        self.sound.append(deepcopy(self.files))

    @property
    def source(self) -> Path:
        """The folder of the site."""
        return self.folder / "site"

    @property
    def output(self) -> Path:
        """Where it is published."""
        return self.folder / "out"

    def sync(self) -> None:
        """Bring the files on the disk to what they shall be, touching no other."""
        there = {
            path.relative_to(self.source).as_posix(): path
            for folder in ("content", "templates")
            for path in (self.source / folder).rglob("*")
            if path.is_file()
        }
        for name, path in there.items():
            if name not in self.files:
                path.unlink()
        for name, value in self.files.items():
            data, path = encoded(value), self.source / name
            if name not in there or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def events(self) -> list[str]:
        """The paths of the events."""
        return sorted(
            path for path in self.files if path.startswith("content/events/") and path.count(".") == 1
        )

    def some_event(self) -> Data:
        """An event to be changed, as data; a new one where all are gone or spoilt."""
        found = [path for path in self.events() if isinstance(self.files[path], dict)]
        if not found:
            self.files["content/events/2022/another.yaml"] = event(self.random, 3)
            return dict(self.files["content/events/2022/another.yaml"])
        made: Data = self.files[self.random.choice(found)]
        return made

    def ids(self) -> list[str]:
        """The ids of all events."""
        return [Path(path).stem for path in self.events()]

    def registry(self, name: str) -> Data:
        """A registry to be changed; a new one where it was spoilt."""
        if not isinstance(self.files[f"content/{name}.yaml"], dict):
            self.files[f"content/{name}.yaml"] = {}
        made: Data = self.files[f"content/{name}.yaml"]
        return made

    def record(self) -> tuple[Data, str]:
        """A registry, and the id of a record in it."""
        registry = self.registry(self.random.choice(("places", "actors", "sources")))
        found = [key for key in registry if not key.startswith("#")]
        if not found:
            registry["anew"] = {"name": "Anew"}
            found = ["anew"]
        return registry, self.random.choice(found)

    def published(self) -> dict[str, tuple[int, bytes]]:
        """Every file and folder of the published site, with its mode and its bytes."""
        return tree(self.output)


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder in a folder and the folder itself, with its mode and its bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in ([folder, *folder.rglob("*")] if folder.exists() else [])
    }


def but_for_the_index(folder: Path) -> dict[str, tuple[int, Any]]:
    """The same of a published site, without the index that readers search, which is never the same twice."""
    found: dict[str, tuple[int, Any]] = {
        path: said for path, said in tree(folder).items() if path.partition("/")[0] != "pagefind"
    }
    mode, raw = found[MANIFEST]
    listed = json.loads(raw)["outputs"]
    rest = {path: said for path, said in listed.items() if path.partition("/")[0] != "pagefind"}
    return {**found, MANIFEST: (mode, rest)}


Edit = Callable[[Archive], None]
EDITS: dict[str, Edit] = {}


def edit(one: Edit) -> Edit:
    """Add an edit to those that there are."""
    EDITS[one.__name__] = one
    return one


@edit
def nothing(_: Archive) -> None:
    """Nobody does anything."""


@edit
def wait(_: Archive) -> None:
    """Some time passes, so that the states of all files can be relied upon."""
    time.sleep(SETTLED_S)


@edit
def body_of_one(archive: Archive) -> None:
    archive.some_event()["body"] = body(archive.random)


@edit
def title_of_one(archive: Archive) -> None:
    archive.some_event()["title"] = words(archive.random, 5).capitalize()


@edit
def date_of_one(archive: Archive) -> None:
    archive.some_event()["date"] = archive.random.choice(DATES)


@edit
def tags_of_one(archive: Archive) -> None:
    archive.some_event()["tags"] = archive.random.sample(TAGS, k=archive.random.randrange(3))


@edit
def references_of_one(archive: Archive) -> None:
    random, one = archive.random, archive.some_event()
    one["place"] = random.choice(PLACES)
    one["actors"] = [{"actor": random.choice(ACTORS), "role": random.choice(("speaker", "target"))}]
    one["sources"] = random.sample(SOURCES, k=2)


@edit
def small_things_of_one(archive: Archive) -> None:
    random, one = archive.random, archive.some_event()
    choices: dict[str, Any] = {
        "verification": random.choice(("reported", "confirmed", "disputed")),
        "time": random.choice(("04:30", "morning", "~15:40")),
        "featured": random.choice((True, False)),
        "lang": random.choice(("en", "ar")),
        "timezone": random.choice(("UTC", "Asia/Tehran", "Mars/Base")),
        "order": random.randrange(4),
        "former_ids": random.choice((["old-one"], ["old-six"], [])),
        "extra": random.choice(({"wind": 3}, {"wind": "strong"}, {})),
        "unknowns": [words(random, 3)],
        "corrections": [{"date": "2022-03-01", "type": "correction", "text": words(random, 3)}],
    }
    key = random.choice(sorted(choices))
    one[key] = choices[key]


@edit
def status_of_one(archive: Archive) -> None:
    one = archive.some_event()
    for key in ("status", "withdrawn_reason", "embargo_until"):
        one.pop(key, None)
    one.update(archive.random.choice(STATUSES))


@edit
def relations_of_one(archive: Archive) -> None:
    random = archive.random
    others = [*archive.ids(), "event-gone"]
    archive.some_event()["relations"] = {
        kind: random.sample(others, k=1) for kind in random.sample(KINDS, k=random.randrange(3))
    }


@edit
def translation_file(archive: Archive) -> None:
    random, ident = archive.random, archive.random.choice(archive.ids() or ["event-1"])
    path = f"content/events/2022/{ident}.{random.choice(('ar', 'pt'))}.yaml"
    if path in archive.files and random.random() < 0.5:
        del archive.files[path]
    else:
        lang = path.rsplit(".", 2)[1]
        archive.files[path] = {"lang": lang, "of": ident, "title": words(random, 3), "body": body(random)}


@edit
def rename_one(archive: Archive) -> None:
    random, events = archive.random, archive.events()
    if events:
        path = random.choice(events)
        new = f"content/events/{random.choice(('2021', '2022', 'more'))}/event-{random.randrange(20)}.yaml"
        archive.files[new] = archive.files.pop(path)
        if isinstance(archive.files[new], dict) and random.random() < 0.5:
            archive.files[new]["former_ids"] = [Path(path).stem]


@edit
def swap_two(archive: Archive) -> None:
    """Two files change places as files: their bytes and their states with them."""
    if len(archive.events()) > 1:
        one, two = archive.random.sample(archive.events(), k=2)
        archive.sync()
        archive.files[one], archive.files[two] = archive.files[two], archive.files[one]
        aside = archive.source / "aside"
        (archive.source / one).rename(aside)
        (archive.source / two).rename(archive.source / one)
        aside.rename(archive.source / two)


@edit
def swap_two_titles(archive: Archive) -> None:
    one, two = archive.some_event(), archive.some_event()
    one["title"], two["title"] = two.get("title", ""), one.get("title", "")


@edit
def delete_one(archive: Archive) -> None:
    if len(archive.events()) > 4:
        del archive.files[archive.random.choice(archive.events())]


@edit
def add_one(archive: Archive) -> None:
    if len(archive.events()) < 12:
        number = archive.random.randrange(20)
        archive.files[f"content/events/2022/event-{number}.yaml"] = event(archive.random, number)


@edit
def revert(archive: Archive) -> None:
    archive.files = deepcopy(archive.random.choice(archive.sound))


@edit
def comment(archive: Archive) -> None:
    """A line at the top of a file moves all that is said of its lines."""
    path = archive.random.choice(sorted(path for path, one in archive.files.items() if isinstance(one, dict)))
    archive.files[path] = {f"# {words(archive.random, 1)}": None, **archive.files[path]}


@edit
def rename_record(archive: Archive) -> None:
    registry, ident = archive.record()
    key = "title" if "title" in registry[ident] else "name"
    registry[ident][key] = words(archive.random, 2).capitalize()


@edit
def remove_record(archive: Archive) -> None:
    registry, ident = archive.record()
    del registry[ident]


@edit
def add_record(archive: Archive) -> None:
    """A record under an id that is mentioned, or that nobody mentions."""
    name = archive.random.choice(("places", "actors", "sources"))
    known = {"places": PLACES, "actors": ACTORS, "sources": SOURCES}[name]
    ident = archive.random.choice([one for one in known if one.islower() and " " not in one] + ["unused"])
    key = "title" if name == "sources" else "name"
    archive.registry(name)[ident] = {key: f"Made anew: {words(archive.random, 2)}"}


@edit
def chain_of_record(archive: Archive) -> None:
    random = archive.random
    registry, ident = archive.record()
    if registry is archive.registry("places"):
        registry[ident]["part_of"] = random.choice(PLACES[:5])
    elif registry is archive.registry("actors"):
        registry[ident]["member_of"] = random.choice(ACTORS[:4])
    else:
        registry[ident]["based_on"] = [random.choice(SOURCES[:4])]


@edit
def explicit_null(archive: Archive) -> None:
    """What is known to be unknown is said, or no longer said."""
    registry, ident = archive.record()
    for key in ("archive_url", "archived", "note", "country", "url", "part_of"):
        if key in registry[ident] and registry[ident][key] is None:
            del registry[ident][key]
            return
    key = "archive_url" if "title" in registry[ident] else "note"
    registry[ident].setdefault(key, None)


@edit
def move_record(archive: Archive) -> None:
    """A record moves between the common file and one of its own."""
    places = archive.registry("places")
    if "mill" in places:
        archive.files["content/places/mill.yaml"] = places.pop("mill")
    elif "content/places/mill.yaml" in archive.files:
        places["mill"] = archive.files.pop("content/places/mill.yaml")


@edit
def settings(archive: Archive) -> None:
    random, site = archive.random, archive.files["content/site.yaml"]
    changes: dict[str, tuple[Any, ...]] = {
        "title": ("A made-up archive", words(random, 3).capitalize()),
        "vocabularies": ({"type": {"flood": "High water", "strike": "Strike"}}, {"type": {"flood": "Flood"}}),
        "fields": ({}, {"wind": {"type": "text", "label": "Wind, km/h"}}, {"wind": {"type": "number"}}),
        "knowledge_date": ("2022-02-01", "2032-01-01", "2021-06-01"),
        "timezone": ("Europe/Lisbon", "UTC"),
        "lang": ("en", "pt"),
        "languages": (["en"], ["en", "pt", "ar"]),
        "url": ("https://example.org/archive/",),
        "loaded_words": ({"water": "say what rose"}, {}),
        "context_tag": ("context", "north"),
        "licence": ("CC-BY-4.0", None),
        "blur_m": (500, 20_000),
    }
    key = random.choice(sorted(changes))
    if key in site and key not in ("title", "vocabularies") and random.random() < 0.4:
        del site[key]
    else:
        site[key] = random.choice(changes[key])


@edit
def own_template(archive: Archive) -> None:
    """The site gets, changes or loses a template of its own."""
    name = archive.random.choice(TEMPLATES)
    path = f"templates/{name}"
    if path in archive.files and archive.random.random() < 0.5:
        del archive.files[path]
    else:
        text = (ROOT / "templates" / name).read_text()
        archive.files[path] = f"{text}{{# changed #}}<!-- {words(archive.random, 2)} -->"


@edit
def included_text(archive: Archive) -> None:
    """A template of the site's own includes a file that is no page of HTML."""
    text = (ROOT / "templates/page.html").read_text()
    archive.files["templates/page.html"] = text.replace("{{ body }}", "{{ body }}{% include 'note.txt' %}")
    archive.files["templates/note.txt"] = words(archive.random, 3)


@edit
def own_asset(archive: Archive) -> None:
    path = archive.random.choice((f"templates/{STYLE}", "templates/assets/own.js"))
    if path in archive.files and archive.random.random() < 0.5:
        del archive.files[path]
    else:
        archive.files[path] = f"/* {words(archive.random, 2)} */\n"


@edit
def position(archive: Archive) -> None:
    """A place gets another position, a blur or no blur."""
    places = [one for one in archive.registry("places").values() if one and "lat" in one]
    if not places:
        return
    one = archive.random.choice(places)
    if "blur_m" in one:
        del one["blur_m"]
    elif archive.random.random() < 0.5:
        one["blur_m"] = archive.random.choice((500, 5_000))
    else:
        one["lon"] = archive.random.choice((-8.6, -8.6042, 179.9))


@edit
def own_basemap(archive: Archive) -> None:
    """The site gets, changes or loses a basemap of its own."""
    path = "templates/basemap.json"
    if path in archive.files and archive.random.random() < 0.6:
        del archive.files[path]
        return
    name, side = words(archive.random, 1), archive.random.choice((3, 4))
    ring = [[-9, 40], [-9 + side, 40], [-9 + side, 40 + side], [-9, 40]]
    land = {"properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    archive.files[path] = json.dumps({"type": "FeatureCollection", "features": [land]})


@edit
def prose(archive: Archive) -> None:
    name = archive.random.choice(("methodology", "about"))
    path = f"content/pages/{name}.md"
    if path in archive.files and archive.random.random() < 0.3:
        del archive.files[path]
    else:
        archive.files[path] = f"# {words(archive.random, 2)}\n\n{body(archive.random)}\n"


@edit
def picture_file(archive: Archive) -> None:
    path = f"content/media/{archive.random.choice(('crane', 'dock', 'lost'))}.png"
    if path in archive.files and archive.random.random() < 0.4:
        del archive.files[path]
    elif data := picture(
        *archive.random.choice(((30, 20), (31, 20))), archive.random.choice(("red", "navy"))
    ):
        archive.files[path] = data


@edit
def spoil(archive: Archive) -> None:
    """Somebody makes a mistake that stops the build."""
    random = archive.random
    events = archive.events()
    mistakes: dict[str, str | bytes | Data] = {
        "content/site.yaml": {"tagline": "A site without a title"},
        "content/events/2022/new.yaml": b"title: \xff\xfe\n",
        "content/events/2022/new.fr.yaml": {"lang": "fr", "of": "other", "title": "x"},
        "content/media/crane.png": b"no picture",
        "content/places/harbour.yaml": {"name": "Twice"},
        "content/sources.yaml": "gazette: {title: [}\n",
        "templates/no.html": "{{ nothing }}",
    }
    if events:
        path = random.choice(events)
        mistakes[path] = random.choice(("title: [", "title: x\ndate: 2022-13-01\nsources: []\n", "", b"\0"))
        mistakes[path.replace("2022", "2021").replace("more", "2022")] = event(random, 1)
    path = random.choice(sorted(mistakes))
    archive.files[path] = mistakes[path]


@edit
def touch(archive: Archive) -> None:
    """Times of change are new, bytes are not."""
    for path in archive.random.sample(sorted(archive.files), k=3):
        (archive.source / path).touch()


@edit
def same_size_and_time(archive: Archive) -> None:
    """An edit that keeps the size, after which the old time is put back."""
    one = archive.some_event()
    path = next((path for path in archive.events() if archive.files[path] is one), "")
    if path and one.get("title"):
        one["title"] = "Zz" + str(one["title"])[2:]
        file = archive.source / path
        before = file.stat()
        file.write_bytes(encoded(one))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@edit
def tamper(archive: Archive) -> None:
    """Somebody changes a published file, and hides it."""
    files = sorted(path for path in archive.output.rglob("*") if path.is_file())
    if files:
        path = archive.random.choice(files)
        before, data = path.stat(), path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:] if data else b"x")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@edit
def tamper_with_modes(archive: Archive) -> None:
    found = sorted([archive.output, *archive.output.rglob("*")]) if archive.output.exists() else []
    if found:
        path = archive.random.choice(found)
        path.chmod(0o700 if path.is_dir() else 0o600)


@edit
def lose_output(archive: Archive) -> None:
    """A published file is lost, but not the one that says whose site it is."""
    files = sorted(path for path in archive.output.rglob("*") if path.is_file() and path.name[0] != ".")
    if files:
        archive.random.choice(files).unlink()


@edit
def lose_all_output(archive: Archive) -> None:
    shutil.rmtree(archive.output, ignore_errors=True)


@edit
def litter(archive: Archive) -> None:
    """A file manager leaves its file in a folder of the published site."""
    if archive.output.exists():
        (archive.output / ".DS_Store").write_bytes(b"litter")


@edit
def lose_cache(archive: Archive) -> None:
    shutil.rmtree(archive.source / ".cache", ignore_errors=True)


@edit
def damage_cache(archive: Archive) -> None:
    for path in (archive.source / ".cache/dateline").glob("*.sqlite"):
        data = bytearray(path.read_bytes())
        for _ in range(archive.random.randrange(1, 40)):
            data[archive.random.randrange(len(data))] ^= archive.random.randrange(1, 256)
        path.write_bytes(data)


@edit
def other_day(archive: Archive) -> None:
    """The clock goes on, or back; embargoes end on some of these days."""
    archive.now = datetime(2022, 2, archive.random.randrange(1, 5), 12, tzinfo=UTC)


@edit
def other_address(archive: Archive) -> None:
    archive.base_url = archive.random.choice((None, "https://example.org/t/"))


@edit
def drafts(archive: Archive) -> None:
    archive.drafts = not archive.drafts
