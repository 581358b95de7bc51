"""Reads calendars with icalendar and vobject, and says what is wrong with each; both must read the same times.

usage: calendars.py --parts DIR FILE...     exit code 0 where nothing is wrong

A FILE is a calendar, or a mail (*.eml) whose calendar parts are taken out of it. The calendars of mails are written to
DIR as well, for judges that read no mail.
"""

import argparse
import email
import email.policy
import pathlib
import sys

import icalendar
import vobject

CALENDARS = ("text/calendar", "application/ics")


def calendars(path, parts):
    """The bytes of each different calendar of a file."""
    data = path.read_bytes()
    if path.suffix != ".eml":
        return [data]
    message = email.message_from_bytes(data, policy=email.policy.default)
    found = {part.get_payload(decode=True) for part in message.walk() if part.get_content_type() in CALENDARS}
    for number, calendar in enumerate(found):
        (parts / f"{path.stem}-{number}.ics").write_bytes(calendar)
    return list(found)


def when_by_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    # icalendar keeps a value that it cannot read as it stands, and notes why.
    for component in calendar.walk():
        for name, error in component.errors:
            raise ValueError(f"{component.name}: {name}: {error}")
    if icalendar.Calendar.from_ical(calendar.to_ical()) != calendar:
        raise ValueError("it is not what it was, once written and read again")
    return sorted((str(event["UID"]), event.start, event.end) for event in calendar.events)


def when_by_vobject(data):
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    events = calendar.contents.get("vevent", [])
    return sorted((event.uid.value, event.dtstart.value, event.dtend.value) for event in events)


def faults(data):
    found = []
    answers = []
    for judge in (when_by_icalendar, when_by_vobject):
        try:
            answers.append(judge(data))
        except Exception as error:  # Whatever keeps a reader from reading is a fault of the calendar.
            found.append(f"{judge.__name__}: {error!r}")
    if len(answers) == 2 and answers[0] != answers[1]:
        found.append("icalendar and vobject read different times")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--parts", required=True, type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    count = bad = 0
    for path in options.files:
        for data in calendars(path, options.parts):
            count += 1
            for fault in faults(data):
                bad += 1
                print(f"{path}: {fault}")
    print(f"{count} calendars read, {bad} faults")
    sys.exit(1 if bad else 0)


main()
