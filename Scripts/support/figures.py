"""Measures what docs/figures.md says of speed and memory, and writes its first table anew.

    figures.py BENCH_SCRIPT PAGE [PEERS]

BENCH_SCRIPT measures a workload and prints lines of JSON. PEERS is a folder of other programs' runners, each beside
its inputs: generate, parse, recurrence and queue; without it the column of the peers is empty. Every peer is measured
in turn with this program, and the medians of the ratios of processor time count.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BEGIN, END = "<!-- Scripts/bench figures -->", "<!-- end -->"
ROUNDS = "5"


def measured(script, workload):
    """The lines of JSON of one workload."""
    print(f"measuring {workload}", file=sys.stderr)
    lines = subprocess.run([script, workload], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in lines.splitlines() if line.startswith("{")]


class Peers:
    """Other programs, in a copy of their folder."""

    def __init__(self, folder, bench):
        self.bench = bench
        self.place = Path(".build/peers").resolve()
        self.present = folder is not None
        if self.present:
            shutil.rmtree(self.place, ignore_errors=True)
            shutil.copytree(folder, self.place)

    def run(self, folder, *words, **environment):
        print(f"measuring {folder} beside its peers", file=sys.stderr)
        return subprocess.run(
            [self.place / folder / "run.sh", *words], env=os.environ | environment, capture_output=True, text=True).stdout

    def ratios(self, folder, results, command, **environment):
        """CPU of each program as a multiple of libical's, and this program's memory in MB; nothing without peers."""
        if not self.present:
            return {}
        # A peer that is missing ends its group; what was measured before stands in the results.
        self.run(folder, ROUNDS, f"jalon={self.bench} {command}", **environment)
        rows = json.loads((self.place / "results" / results).read_text())["rows"]
        return {name: row["ratio"] for name, row in rows.items()} | {"memory": rows["jalon"]["rss_mb"]}

    def postfix(self):
        """The mails a second that Postfix takes and relays; None without it."""
        if not self.present:
            return None
        mail = self.place / "smtp"
        (mail / "data").mkdir(exist_ok=True)
        subprocess.run([sys.executable, "make_message.py"], cwd=mail, check=True, capture_output=True)
        rate = re.search(r"delivered ([0-9.]+)/s", self.run("queue", "postfix", "5000"))
        return rate and float(rate.group(1))


def beside(ratios, name):
    """This program's time as a part of a peer's."""
    return f"{ratios['jalon'] / ratios[name]:.2f}" if name in ratios else "not measured"


def rows(script, peers):
    generate = peers.ratios("generate", "w1-fast.json", "generate @M@ 10000 data/invites.tsv", ONLY_FAST="1")
    parse = peers.ratios("parse", "w2-big50.json", "parse @M@ @P@", SKIP_SMALL="1")
    expand = peers.ratios("recurrence", "w3.json", "expand @M@ 5 data/rules.tsv")
    bounds = measured(script, "bounds")[0]
    replan = measured(script, "replan")[0]
    turn = measured(script, "turn")[0]
    alone, eight = measured(script, "deliver")
    postfix = peers.postfix()

    def of_libical(ratios):
        return f"{ratios['jalon']:.2f} of libical's time" if ratios else "not measured"

    end_to_end = eight["units"] / eight["seconds"]
    many = measured(script, "burst")[0]
    return [
        ("an invitation written, with its VTIMEZONE", "0.20 of libical's time", of_libical(generate),
         f"arran4 (Go): ours takes {beside(generate, 'go_arran4')} of its time", "generate"),
        ("a 50 MB calendar read", "0.50 of libical's time", of_libical(parse),
         f"arran4 (Go): {beside(parse, 'go_arran4')}", "parse"),
        ("memory for it, of the file's size", "4 times", f"{parse['memory'] / 50:.1f} times" if parse else "not measured",
         "", "parse"),
        ("recurrences expanded", "0.07 of libical's time", of_libical(expand),
         f"rrule-go: {beside(expand, 'go_rrule')}; dateutil: {beside(expand, 'py_dateutil')}", "expand"),
        ("the worst hostile 1 MiB file, expanded", "50 ms", f"{bounds['worst_expansion_us'] / 1000:.0f} ms", "", "bounds"),
        ("one relationship of 100,000 planned anew, the slowest", "20 ms", f"{replan['worst_us'] / 1000:.1f} ms", "", "replan"),
        ("a turn of the wheel with nothing due, 100,000 relationships", "5 ms", f"{turn['idle_us'] / 1000:.2f} ms", "", "turn"),
        ("a turn with 1,000 mails due", "2 s of CPU", f"{turn['due_ms'] / 1000:.2f} s", "", "turn"),
        ("mails composed, accepted, delivered and recorded, 8 connections",
         f"{2 * postfix:.0f} a second, twice Postfix" if postfix else "twice Postfix", f"{end_to_end:.0f} a second",
         f"Postfix, accepted and relayed: {postfix:.0f} a second" if postfix else "not measured", "deliver"),
        ("the same over one connection", "", f"{alone['units'] / alone['seconds']:.0f} a second", "", "deliver"),
        ("memory for 10,000 mails due in one minute", "128 MB", f"{many['peak_kib'] / 1024:.0f} MB", "", "burst"),
    ]


def main():
    script, page = sys.argv[1], Path(sys.argv[2])
    bench = Path(os.environ["JALON_BENCH"]).resolve()
    peers = Peers(sys.argv[3] if len(sys.argv) > 3 else None, bench)
    table = ["| figure | asked | value | beside it, in the same run | command |", "| --- | --- | --- | --- | --- |"]
    for name, asked, value, beside_it, workload in rows(script, peers):
        table.append(f"| {name} | {asked} | {value} | {beside_it} | `Scripts/bench {workload}` |")
    text = page.read_text()
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    page.write_text(text[:start] + "\n" + "\n".join(table) + "\n" + text[end:])
    print("\n".join(table))


main()
