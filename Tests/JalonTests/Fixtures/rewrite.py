"""Writes calendars as python-icalendar writes what it has read: rewrite.py FILE... makes FILE.again of each."""

import sys

import icalendar

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    with open(path + ".again", "wb") as file:
        file.write(calendar.to_ical())
