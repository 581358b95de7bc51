#!/usr/bin/env python3
"""Kills the real program at each of its system calls and at random, lets its disk fail, and looks whether a mail is lost or
repeated.

crash.py JALON FOLDER [--short] [--random N] [--seed N] [--connections N]
"""

import argparse
import os
import random
import sys
import time

from case import Case, Sink
from running import Violation

SYSCALLS = ["pwrite64", "fdatasync", "sendto", "connect"]


class Crashes:
    """All the cases of one run, and what they came to."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.sink = Sink(os.path.join(arguments.folder, "mails.jsonl"), lose=arguments.lose)
        self.cases = self.hits = self.repeats = self.violations = 0
        self.doubts = 0

    def judge(self, name, start):
        """Runs one case. Returns whether it was hit before it had sent all."""
        case = Case(self.arguments.jalon, os.path.join(self.arguments.folder, name), self.sink, self.arguments.connections)
        self.cases += 1
        try:
            was_hit = start(case)
            self.hits += was_hit
            repeats, doubts = case.finish_and_judge()
            self.repeats += repeats
            self.doubts += doubts
            case.remove()
        except Violation as violation:
            self.violations += 1
            print(f"{name}: {violation}; kept in {case.folder}", flush=True)
            return False
        return was_hit

    def at_each(self, syscall, most, step):
        number = 1
        before = self.hits
        while number <= most:
            if not self.judge(f"{syscall}-{number}", lambda case: case.run_until_call(syscall, number)):
                break
            number += step
        print(f"{syscall}: killed at {self.hits - before} calls, up to the {number}th", flush=True)

    def with_failing_disk(self, step):
        """Where the program goes on, `Case.patience` bounds the time that it takes to recover: a minute."""
        before, ended = self.cases, self.hits
        for syscall, errors, most in [("pwrite64", ["ENOSPC", "EIO"], 220), ("fdatasync", ["EIO"], 16)]:
            for error in errors:
                for number in range(1, most, step):
                    name = f"{syscall}-{error}-{number}"
                    self.judge(name, lambda case: case.run_with_failing_disk(syscall, error, number))
        print(f"failing disk: {self.cases - before} cases, in {self.hits - ended} of them the program ended", flush=True)

    def at_random(self, count, seed):
        chance = random.Random(seed)
        before = self.hits
        for number in range(count):
            delay = chance.random() * self.arguments.span
            self.judge(f"random-{seed}-{number}", lambda case: case.run_for(delay))
        print(f"random: {self.hits - before} of {count} were hit before all was sent", flush=True)

    def summary(self):
        print(
            f"{self.cases} cases, {self.hits} killed; {self.doubts} mails in doubt, {self.repeats} repeated byte by byte; "
            f"{self.violations} violations"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jalon")
    parser.add_argument("folder")
    parser.add_argument("--short", action="store_true", help="a part of it, in less than a minute")
    parser.add_argument("--random", type=int, default=500, help="how many kills at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--connections", type=int, default=1)
    parser.add_argument("--lose", type=int, default=0, help="so many answers in a thousand are lost")
    parser.add_argument("--span", type=float, default=0.5, help="seconds within which a random kill falls")
    arguments = parser.parse_args()
    crashes = Crashes(arguments)
    begin = time.monotonic()
    try:
        for syscall in SYSCALLS:
            crashes.at_each(syscall, most=10_000, step=37 if arguments.short else 1)
        crashes.with_failing_disk(step=150 if arguments.short else 12)
        crashes.at_random(5 if arguments.short else arguments.random, arguments.seed)
    finally:
        crashes.sink.stop()
    crashes.summary()
    print(f"{time.monotonic() - begin:.0f} s")
    sys.exit(1 if crashes.violations else 0)


if __name__ == "__main__":
    main()
