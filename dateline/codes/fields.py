# SPDX-License-Identifier: MIT
"""What can be wrong with one field of one file."""

from __future__ import annotations

from dateline.problems import Code, Severity

ERROR = Severity.ERROR

MISSING_KEY = Code(
    "D101",
    "missing-key",
    ERROR,
    "Every key that a file needs is there; an event needs title, date and sources.",
    bad="title: Power returns",
    good="title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/report]",
)
UNKNOWN_KEY = Code(
    "D102",
    "unknown-key",
    ERROR,
    "Every key is one that dateline knows; notes of your own go under extra: or a key that begins with x-.",
    bad="titel: Power returns",
    good="title: Power returns",
)
BAD_DATE = Code(
    "D103",
    "bad-date",
    ERROR,
    "A date is a day, month or year that exists, written in EDTF.",
    bad="date: 2024-02-30",
    good="date: 2024-02-29",
)
AMBIGUOUS_DATE = Code(
    "D104",
    "ambiguous-date",
    ERROR,
    "A date is written year first, so that day and month cannot be confused.",
    bad="date: 01/02/2024",
    good="date: 2024-02-01",
)
DATE_ORDER = Code(
    "D105",
    "date-order",
    ERROR,
    "An interval ends after it starts.",
    bad="date: 2022-01-05/2022-01-03",
    good="date: 2022-01-03/2022-01-05",
)
BAD_TIME = Code(
    "D106",
    "bad-time",
    ERROR,
    "A time is local, with two digits for hours and minutes, or a part of the day.",
    bad="time: 4pm",
    good='time: "16:00"',
)
BAD_NUMBER = Code(
    "D108",
    "bad-number",
    ERROR,
    "A number is written in plain digits.",
    bad="count: 1_000",
    good="count: 1000",
)
COORDINATES = Code(
    "D109",
    "coordinates",
    ERROR,
    "Latitude lies between -90 and 90, longitude between -180 and 180, in decimal degrees.",
    bad="lat: 152.5",
    good="lat: 15.25",
)
VOCABULARY = Code(
    "D110",
    "vocabulary",
    ERROR,
    "A value of a closed vocabulary is one of its words.",
    bad="verification: sure",
    good="verification: reported",
)
WRONG_SHAPE = Code(
    "D111",
    "wrong-shape",
    ERROR,
    "A field holds text, a list or a mapping, as its description says.",
    bad="tags: drone",
    good="tags: [drone]",
)
EMPTY_VALUE = Code(
    "D112",
    "empty-value",
    ERROR,
    "A key that is there has a value; leave out what is not known.",
    bad="tags:",
    good="tags: [drone]",
)
TOO_LONG = Code(
    "D113",
    "too-long",
    ERROR,
    "A text stays within the length of its field.",
    bad=(
        "title: Power returns to the old town after a night without light, heat or water "
        "in which two hospitals ran on their own generators"
    ),
    good="title: Power returns to the old town after a night without",
)
BAD_ID = Code(
    "D114",
    "bad-id",
    ERROR,
    "An id is made of lower-case letters, digits and hyphens.",
    bad="id: First Claim",
    good="id: first-claim",
)
RANGE_ORDER = Code(
    "D115",
    "range-order",
    ERROR,
    "The lower number of a range is not greater than the higher one.",
    bad="low: 5\nhigh: 3",
    good="low: 3\nhigh: 5",
)
TOGETHER = Code(
    "D116",
    "together",
    ERROR,
    "Keys that belong together are written together, keys that exclude each other are not.",
    bad="lat: 35.10\nlon: 40.55",
    good="lat: 35.10\nlon: 40.55\nuncertainty_m: 10000",
)
BAD_LANGUAGE = Code(
    "D117",
    "bad-language",
    ERROR,
    "A language is a BCP 47 tag.",
    bad="lang: arabic",
    good="lang: ar",
)
BAD_YES_NO = Code(
    "D119",
    "yes-no",
    ERROR,
    "A yes-or-no field is written true or false.",
    bad="available: no",
    good="available: false",
)
BAD_PATTERN = Code(
    "D122",
    "bad-form",
    ERROR,
    "A value has the form that its field asks for.",
    bad="country: Norway",
    good="country: 'NO'",
)
