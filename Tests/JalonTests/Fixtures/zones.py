"""Holds the VTIMEZONEs that Jalon writes against the zone files that they were made from.

usage: zones.py --from DATE [FILE]     exit code 0 where nothing differs

FILE, or the standard input, has a JSON object a line: {"zone": "Europe/Paris", "vtimezone": "BEGIN:VTIMEZONE..."}, or
"utc" in place of the component. Each component is read as RFC 5545 section 3.6.5 says, its rules by dateutil; the zone
files are read by zoneinfo. Both are compared over two years from DATE on, at every hour of UTC and of the wall clock
and at each change, a second before and after it. Wall times that do not exist or come twice have no single offset, so
they are left out.
"""

import argparse
import bisect
import datetime
import json
import os
import re
import sys
import zoneinfo

from dateutil import rrule

DIRECTORY = os.environ.get("TZDIR") or "/usr/share/zoneinfo"
# right/ counts leap seconds, and the others are second names of files that have one.
NO_ZONES = ("right/", "posix/", "localtime", "posixrules")
EPOCH = datetime.datetime(1970, 1, 1)
SECOND = datetime.timedelta(seconds=1)
HOUR = 3600


class Mismatch(Exception):
    pass


def seconds(moment):
    """The seconds from 1970 to a time without a zone, as if it were UTC."""
    return round((moment - EPOCH) / SECOND)


def moment(stamp):
    return EPOCH + stamp * SECOND


class Window:
    def __init__(self, first):
        self.start = seconds(datetime.datetime.combine(first, datetime.time()))
        try:
            last = first.replace(year=first.year + 2)
        except ValueError:
            last = first.replace(year=first.year + 2, day=28)
        self.end = seconds(datetime.datetime.combine(last, datetime.time()))
        self.hours = range(self.start, self.end, HOUR)
        self.moments = [moment(hour) for hour in self.hours]
        self.later_moments = [each.replace(fold=1) for each in self.moments]

    def filled(self, onsets, offsets):
        """The offset at each hour, where offsets[i] holds from onsets[i] on, which come in order."""
        if onsets[0] > self.start:
            raise Mismatch(f"says nothing before {moment(onsets[0])}")
        result = []
        for index, offset in enumerate(offsets):
            until = onsets[index + 1] if index + 1 < len(onsets) else self.end
            # The hours before `until`.
            count = max(0, min(len(self.hours), -(-(until - self.start) // HOUR)))
            result += [offset] * (count - len(result))
        return result


class Truth:
    """What the zone file says, read by zoneinfo."""

    def __init__(self, path, window):
        with open(path, "rb") as file:
            zone = zoneinfo.ZoneInfo.from_file(file)
        self.zone = zone
        fromtimestamp = datetime.datetime.fromtimestamp
        self.at_hours = [fromtimestamp(hour, zone).utcoffset() // SECOND for hour in window.hours]
        earlier, later = ([zone.utcoffset(each) for each in moments] for moments in (
            window.moments, window.later_moments))
        self.at_walls = [a // SECOND if a == b else None for a, b in zip(earlier, later)]
        self.changes = [
            self.change(hour, hour + HOUR)
            for hour, before, after in zip(window.hours, self.at_hours, self.at_hours[1:])
            if before != after
        ]

    def offset(self, stamp):
        return datetime.datetime.fromtimestamp(stamp, self.zone).utcoffset() // SECOND

    def wall_offset(self, wall):
        earlier, later = (self.zone.utcoffset(wall.replace(fold=fold)) for fold in (0, 1))
        return earlier // SECOND if earlier == later else None

    def change(self, before, after):
        """The first second of the new offset, between two instants of different offsets."""
        old = self.offset(before)
        while after - before > 1:
            middle = (before + after) // 2
            before, after = (middle, after) if self.offset(middle) == old else (before, middle)
        return after


class Observance:
    def __init__(self, kind, properties):
        single = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}
        for name in single | set(properties):
            if len(properties.get(name, ())) != 1:
                raise Mismatch(f"{kind} has {name} {len(properties.get(name, ()))} times")
        unknown = set(properties) - single - {"TZNAME", "RRULE"}
        if unknown:
            raise Mismatch(f"{kind} has {unknown}")
        self.start = datetime.datetime.strptime(properties["DTSTART"][0], "%Y%m%dT%H%M%S")
        self.before = self.read_offset(properties["TZOFFSETFROM"][0])
        self.after = self.read_offset(properties["TZOFFSETTO"][0])
        self.rule = properties.get("RRULE", [None])[0]

    @staticmethod
    def read_offset(text):
        match = re.fullmatch(r"([+-])(\d\d)([0-5]\d)([0-5]\d)?", text)
        if not match or text in ("-0000", "-000000"):
            raise Mismatch(f"{text} is no offset")
        sign, hours, minutes, odd = match.groups()
        return (-1 if sign == "-" else 1) * (int(hours) * HOUR + int(minutes) * 60 + int(odd or 0))

    def walls(self, until):
        """When it begins, on the clock that stood before: at DTSTART and as often as the rule says."""
        if not self.rule:
            return [self.start]
        found = list(rrule.rrulestr(self.rule, dtstart=self.start).between(self.start, moment(until), inc=True))
        if not found or found[0] != self.start:
            raise Mismatch(f"{self.rule} does not hold at its own DTSTART")
        return found


class Component:
    """What the VTIMEZONE says; RFC 5545 section 3.6.5."""

    def __init__(self, text, window):
        self.identifier, observances = self.read(text)
        # A day more than the window, as wall clocks are at most that far from UTC.
        onsets = sorted(
            (seconds(wall) - observance.before, seconds(wall), observance.after)
            for observance in observances
            for wall in observance.walls(window.end + 24 * HOUR)
        )
        self.observances = observances
        self.onsets = [onset for onset, _, _ in onsets]
        self.walls = [wall for _, wall, _ in onsets]
        self.offsets = [offset for _, _, offset in onsets]
        if self.walls != sorted(set(self.walls)):
            raise Mismatch("two observances begin at once")

    @staticmethod
    def read(text):
        if not text.endswith("\r\n") or "\n" in text.replace("\r\n", ""):
            raise Mismatch("not every line ends with CRLF")
        lines = text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]
        if lines[0] != "BEGIN:VTIMEZONE" or lines[-1] != "END:VTIMEZONE":
            raise Mismatch("no VTIMEZONE")
        identifier, kind, properties, observances = None, None, {}, []
        for line in lines[1:-1]:
            name, _, value = line.partition(":")
            if name == "BEGIN" and kind is None and value in ("STANDARD", "DAYLIGHT"):
                kind, properties = value, {}
            elif name == "END" and value == kind:
                observances.append(Observance(kind, properties))
                kind = None
            elif kind:
                properties.setdefault(name, []).append(value)
            elif name == "TZID" and identifier is None:
                identifier = value
            else:
                raise Mismatch(f"unexpected {line}")
        if kind or not observances:
            raise Mismatch("no whole observance")
        return identifier, observances

    def offset(self, stamp):
        return self.offsets[bisect.bisect_right(self.onsets, stamp) - 1]

    def wall_offset(self, wall):
        return self.offsets[bisect.bisect_right(self.walls, seconds(wall)) - 1]


def differences(component, truth, window):
    """How many instants and how many wall times were compared, and what differs."""
    found = []
    # An observance without a change, which a zone has whose clocks never changed, begins when it likes.
    for observance in component.observances:
        onset = seconds(observance.start) - observance.before
        if (truth.offset(onset - 1), truth.offset(onset)) != (observance.before, observance.after):
            found.append(f"nothing changed like that at {observance.start}")
    told = window.filled(component.onsets, component.offsets)
    for hour, ours, theirs in zip(window.hours, told, truth.at_hours):
        if ours != theirs:
            found.append(f"{moment(hour)}Z: {ours} where the file says {theirs}")
    told = window.filled(component.walls, component.offsets)
    for hour, ours, theirs in zip(window.hours, told, truth.at_walls):
        if theirs is not None and ours != theirs:
            found.append(f"{moment(hour)}: {ours} where the file says {theirs}")
    instants, walls = len(window.hours), sum(offset is not None for offset in truth.at_walls)
    edges = {each for each in component.onsets if window.start < each < window.end} | set(truth.changes)
    for stamp in sorted(edge + step for edge in edges for step in (-1, 0, 1) if edge + step < window.end):
        theirs = truth.offset(stamp)
        instants += 1
        if component.offset(stamp) != theirs:
            found.append(f"{moment(stamp)}Z: {component.offset(stamp)} where the file says {theirs}")
        # The wall times of both sides.
        for wall in {moment(stamp + offset) for offset in (theirs, truth.offset(stamp - 2), truth.offset(stamp + 2))}:
            theirs = truth.wall_offset(wall)
            walls += theirs is not None
            if theirs is not None and component.wall_offset(wall) != theirs:
                found.append(f"{wall}: {component.wall_offset(wall)} where the file says {theirs}")
    return instants, walls, found


def system_zones():
    """The bytes of each zone file, by the zone's name."""
    files = {}
    for folder, _, names in os.walk(DIRECTORY):
        for name in names:
            path = os.path.join(folder, name)
            zone = os.path.relpath(path, DIRECTORY)
            if zone.startswith(NO_ZONES) or not os.path.exists(path):
                continue
            with open(path, "rb") as file:
                data = file.read()
            if data.startswith(b"TZif"):
                files[zone] = data
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--from", dest="first", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("file", nargs="?", default="-", type=argparse.FileType("r", encoding="utf-8"))
    options = parser.parse_args()
    window = Window(options.first)
    files = system_zones()
    told = {}
    bad = []
    for line in options.file:
        entry = json.loads(line)
        if entry["zone"] in told:
            bad.append(f"{entry['zone']} is there twice")
        told[entry["zone"]] = entry["vtimezone"]
    bad += [f"{name} is missing" for name in sorted(set(files) - set(told))]
    bad += [f"{name} is no zone of this system" for name in sorted(set(told) - set(files))]
    truths, results = {}, {}
    utc = instants = walls = 0
    for name in sorted(set(told) & set(files)):
        if told[name] == "utc":
            utc += 1
            continue
        data = files[name]
        if data not in truths:
            truths[data] = Truth(os.path.join(DIRECTORY, name), window)
        try:
            component = Component(told[name], window)
            if component.identifier != name:
                raise Mismatch(f"its TZID is {component.identifier}")
            # Zones of the same bytes are compared once.
            key = (data, told[name].replace(name, "", 1))
            if key not in results:
                results[key] = differences(component, truths[data], window)
            some, others, found = results[key]
        except (Mismatch, ValueError) as error:
            bad.append(f"{name}: {error}")
            continue
        instants += some
        walls += others
        bad += [f"{name}: {each}" for each in found]
    for each in bad[:50]:
        print(each)
    print(f"{len(told)} zones, {utc} of them in UTC, {instants} instants, {walls} wall times, {len(bad)} differences")
    sys.exit(1 if bad else 0)


main()
