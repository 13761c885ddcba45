"""The English names that dates are read and said with. Never the computer's locale: the guide is English."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_WORDS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
    "febuary": 2,
}
"""Month (1 to 12) by the words people write for it."""

WEEKDAY_WORDS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "weds": 2,
    "wensday": 2,
    "thur": 3,
    "thurs": 3,
}
"""Weekday (Monday is 0) by the words people write for it."""

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), start=1)}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}

FEASTS = {
    "christmas eve": "24 december",
    "christmas day": "25 december",
    "christmas": "25 december",
    "boxing day": "26 december",
    "new year's eve": "31 december",
    "new years eve": "31 december",
    "new year's day": "1 january",
    "new years day": "1 january",
}
"""Days of the year that have a name, longest name first where one begins with another."""
