"""Reads mails with Python's own parser and icalendar, and says what is wrong with each.

usage: judge.py FILE...     exit code 0 where nothing is wrong
"""

import email
import email.policy
import sys

import icalendar


def faults(path):
    with open(path, "rb") as file:
        data = file.read()
    # smtp-sink writes its own lines before the mail and ends lines with LF.
    message = email.message_from_bytes(data, policy=email.policy.default)
    found = [f"{part.get_content_type()}: {defect!r}" for part in message.walk() for defect in part.defects]
    for header in ("From", "To", "Subject", "Date", "Message-ID"):
        if header not in message:
            found.append(f"no {header}")
        else:
            found += [f"{header}: {defect!r}" for defect in message[header].defects]
    calendars = [part for part in message.walk() if part.get_content_type() in ("text/calendar", "application/ics")]
    bytes_of = [part.get_payload(decode=True) for part in calendars]
    if len(calendars) != 2 or bytes_of[0] != bytes_of[1]:
        found.append("the calendar is not there twice, the same")
    for data in bytes_of[:1]:
        calendar = icalendar.Calendar.from_ical(data)
        found += [f"{name}: {error}" for name, error in calendar.errors]
        events = calendar.walk("VEVENT")
        if len(events) != 1:
            found.append(f"{len(events)} events")
        for event in events:
            found += [f"{name}: {error}" for name, error in event.errors]
            if event.decoded("DTEND") <= event.decoded("DTSTART"):
                found.append("it ends before it starts")
            attendees = event["ATTENDEE"]
            if str(attendees[0]).lower() != "mailto:" + message["To"].addresses[0].addr_spec.lower():
                found.append("the recipient is not the first attendee")
        if calendars[0].get_param("method") != str(calendar["METHOD"]):
            found.append("the methods differ")
    return found


bad = 0
for name in sys.argv[1:]:
    for fault in faults(name):
        bad += 1
        print(f"{name}: {fault}")
print(f"{len(sys.argv) - 1} mails read, {bad} faults")
sys.exit(1 if bad else 0)
