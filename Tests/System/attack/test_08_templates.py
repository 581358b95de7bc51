"""Nothing that a template or another file of a configuration holds can end a process, or keep it busy for long."""

import os
import time

import pytest

HEAD = "Subject: x\n\n"
RULES = """\
rules:
  invitation: {trigger: 1344 hours before session, send: {invitation: everyone}}
  prepare: {trigger: 1300 hours before session, send: {template: prepare, to: [mentor, mentee]}}
"""

BOMBS = {
    "nested sections": (HEAD + "{{#tu}}\n" * 7000 + "{{/tu}}\n" * 500, "more than 1000 tags"),
    "nested sections within the size": (HEAD + "{{#tu}}" * 400 + "{{/tu}}" * 100, "nested deeper than 32"),
    "sixty thousand of them": (HEAD + "{{#tu}}" * 60_000, "64 KiB"),
    "inverted sections": (HEAD + "{{^tu}}" * 400, "nested deeper than 32"),
    "sections in the subject": ("Subject: " + "{{#tu}}" * 400 + "{{/tu}}" * 100, "nested deeper than 32"),
    "both kinds by turns": (HEAD + "{{#tu}}\n{{^place}}\n" * 300, "nested deeper than 32"),
    "unclosed tags": (HEAD + "{{" * 1900, "is not closed by"),
    "tags by the thousand": (HEAD + "{{date}}\n" * 5000, "more than 1000 tags"),
    "comments by the thousand": (HEAD + "{{! x }}\n" * 5000, "more than 1000 tags"),
    "a name without an end": (HEAD + "{{" + "a" * 900_000 + "}}", "64 KiB"),
    "a long name": (HEAD + "{{" + "a" * 3000 + "}}", "unknown variable"),
    "a long line": (HEAD + "x" * 5000, "more than 4000 characters"),
    "partials of itself": (HEAD + "{{> prepare}}\n" * 900, "not offered here"),
    "inheritance": (HEAD + "{{<prepare}}\n" * 900, "not offered here"),
    "blocks": (HEAD + "{{$x}}\n" * 900, "not offered here"),
    "changed delimiters": (HEAD + "{{=<% %>=}}\n" * 900, "not offered here"),
    "three braces": (HEAD + "{{{date}}}\n" * 900, "not offered here"),
    "lambdas": (HEAD + "{{" + "a(" * 1500 + ")" * 500 + "}}", "unknown variable"),
    "ends without a beginning": (HEAD + "{{/tu}}\n" * 900, "without having begun"),
    "lists in lists": (HEAD + "{{#mails}}" * 8 + "x" + "{{/mails}}" * 8, "inside of the list"),
    "NUL": (HEAD + "a\0b", "U+0000"),
    "an escape": (HEAD + "\x1b[31mred", "U+001B"),
    "a mark that turns": (HEAD + "a\u202eb", "U+202E"),
    "Latin-1": (HEAD.encode() + b"\xe9t\xe9", "not UTF-8"),
    "a megabyte and more": (HEAD + "x\n" * 600_000, "1 MiB"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_template_is_refused_at_once_and_in_few_words(site, name):
    text, words = BOMBS[name]
    site.write_programme(rules=RULES)
    site.write("templates/fr/prepare.md", text)
    began = time.monotonic()
    result = site.run("check", timeout=30)
    assert time.monotonic() - began < 10
    assert result.returncode == 1
    assert words in result.stderr, result.stderr[:500]
    assert "templates/fr/prepare.md:" in result.stderr
    assert len(result.stderr) < 20_000


FINE = {
    "thirty-two levels": HEAD + "{{#tu}}" * 32 + "x" + "{{/tu}}" * 32,
    "lines of Windows": (HEAD + "Bonjour {{recipient}}\n" * 200).replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + HEAD + "Bonjour {{recipient}}\n",
    "quotes": HEAD + ("> " * 1900 + "x\n") * 15,
    "brackets": HEAD + ("![[]()" * 600 + "\n") * 17,
    "lists": HEAD + ("- " * 1900 + "\n") * 15,
    "emphasis": HEAD + ("*a **b _c " * 390 + "\n") * 15,
    "backticks": HEAD + "".join("e" + "`" * n for n in range(80)) + "\n",
    "tables": HEAD + ("|" * 3900 + "\n") * 15,
    "a list's text": HEAD + "{{#mails}}" + ("y" * 3900 + "\n") * 15 + "{{/mails}}",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_within_the_bounds_is_filled_in_at_once(site, name):
    site.write_programme(rules=RULES)
    site.write("templates/fr/prepare.md", FINE[name])
    began = time.monotonic()
    for words in (["check"], ["preview", "prepare"], ["preview", "prepare", "--format", "html"]):
        result = site.run(*words, timeout=60)
        assert result.returncode == 0, result.stderr[:500]
        assert len(result.stdout) < 8_000_000
    assert time.monotonic() - began < 30


def test_a_bomb_at_reload_leaves_the_daemon_and_its_next_start_alone(site, smtp):
    site.write_programme(rules=RULES)
    daemon = site.start()
    daemon.wait_for("started")
    smtp.wait_for_mails(2)
    for name in ("nested sections within the size", "sixty thousand of them", "tags by the thousand", "lists in lists"):
        site.write("templates/fr/prepare.md", BOMBS[name][0])
        result = site.run("reload", timeout=60)
        assert result.returncode != 0, name
        assert daemon.is_running(), name
    assert daemon.stop() == 0
    again = site.start()
    again.wait_for("started")
    assert again.stop() == 0


def test_thousands_of_templates_are_refused_at_once(site):
    site.write_programme(rules=RULES)
    for number in range(1500):
        site.write(f"templates/fr/text-{number}.md", HEAD + "Bonjour {{recipient}}\n")
    began = time.monotonic()
    result = site.run("check", timeout=60)
    assert time.monotonic() - began < 20
    assert result.returncode == 1 and "more than 1000" in result.stderr


CONDITIONS = {
    "parentheses": "(" * 240 + "true" + ")" * 240,
    "nots": "!" * 480 + "true",
    "alternatives": "||".join(["true"] * 80),
    "lists": "[" * 240 + "]" * 240 + " == []",
    "a pattern that branches": '"' + "a" * 60 + '".matches("' + "(a|a)*" * 30 + 'b")',
    "a pattern that repeats": '"a".matches("(((a{1000}){1000}){1000}){1000}")',
    "a number": "9" * 400 + " > 1",
    "loops in loops": "[1,2,3,4,5,6,7,8,9,10].all(a," * 8 + "true" + ")" * 8,
    "a chain": "[1]" + "[0]" * 150 + " == 1",
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_is_read_at_once(site, name):
    site.write_programme(rules=RULES.replace("to: [mentor, mentee]}", "to: [mentor, mentee]}, condition: '%s'" % CONDITIONS[name]))
    began = time.monotonic()
    assert site.run("check", timeout=30).returncode in (0, 1)
    assert site.run("once", timeout=60).returncode in (0, 1)
    assert time.monotonic() - began < 20


def append(site, text):
    site.write("jalon.yaml", (site.config / "jalon.yaml").read_text() + text)


def links(site):
    folder = site.config / "q"
    folder.mkdir()
    for name in "ab":
        os.symlink(".", folder / name)
    append(site, 'include: ["q/' + "*/" * 25 + '*.yaml"]\n')


def circle(site):
    site.write("a.yaml", "include: [b.yaml]\npeople: {}\n")
    site.write("b.yaml", "include: [a.yaml]\n")
    append(site, "include: [a.yaml, b.yaml, jalon.yaml]\n")


def fifo(site):
    os.mkfifo(site.config / "f.yaml")
    append(site, "include: [f.yaml]\n")


FILES = {
    "links that lead back": links,
    "files that include each other": circle,
    "a pipe": fifo,
    "a device": lambda site: append(site, "include: [/dev/zero]\n"),
    "brackets": lambda site: append(site, "x: " + "[" * 1900 + "]" * 1900 + "\n"),
    "braces": lambda site: append(site, "x: " + "{a: " * 900 + "}" * 300 + "\n"),
    "dashes": lambda site: append(site, "x:\n  " + "- " * 1900 + "\n"),
    "thousands of keys": lambda site: append(site, "".join(f"k{i}: 1\n" for i in range(30_000))),
    "marks upon a letter": lambda site: site.write_programme(
        people=site.PEOPLE.replace("Claire Durand", '"C' + "\u0301" * 3900 + '"')),
}


@pytest.mark.parametrize("name", FILES)
def test_other_files_are_read_at_once(site, name):
    site.write_programme(rules=RULES)
    FILES[name](site)
    began = time.monotonic()
    result = site.run("check", timeout=60)
    assert result.returncode in (0, 1), result.stderr[:500]
    assert time.monotonic() - began < 15
    assert len(result.stderr) < 300_000
