"""A spreadsheet of any size and shape is turned into YAML, or refused in few words, in time that grows with its rows."""

import time

import pytest


def people(count):
    return "name,email\n" + "".join(f"P {i},p{i}@example.org\n" for i in range(count))


def french(count):
    return "Prénom;Nom;Courriel;Disponibilités;Absences;Heures par mois\n" + "".join(
        f'Claire;Durand {i};c{i}@example.org;"jeu 18h-21h, mar. 12h00 à 14h00";21/12/2026 au 03/01/2027;2,5\n'
        for i in range(count))


def relationships(count):
    return "id,mentor,mentee,start,end,every,lasts,prefer\n" + "".join(
        f"r{i},m{i % 20},t{i % 20},2026-12-01,2027-11-30,3-4 weeks,1h30,thu 18:30\n" for i in range(count))


def write_people(site):
    """Those whom the rows name."""
    site.write_programme(people="people:\n" + "".join(
        f"  {kind}{i}: {{name: {kind}{i}, email: {kind}{i}@example.org}}\n" for kind in "mt" for i in range(20))
        + "  nadia: {name: Nadia Benali, email: nadia@example.org}\n",
        relationships=f"relationships:\n  first: {{mentor: m0, mentee: t0, start: {site.today}}}\n")


def bring(site, data, *options, timeout=120):
    table = site.folder / "t.csv"
    table.write_bytes(data if isinstance(data, bytes) else data.encode())
    began = time.monotonic()
    result = site.run("import", table, *options, timeout=timeout)
    return result, time.monotonic() - began


@pytest.mark.parametrize("rows", [people, french, relationships])
def test_time_grows_with_the_rows(site, rows):
    write_people(site)
    small, first = bring(site, rows(1000))
    large, second = bring(site, rows(4000))
    assert small.returncode == 0 and large.returncode == 0, large.stderr[:300]
    assert second < max(8 * first, 15)


@pytest.mark.long
@pytest.mark.parametrize("rows", [people, french, relationships])
def test_a_hundred_thousand_rows(site, rows):
    write_people(site)
    result, taken = bring(site, rows(100_000), timeout=300)
    assert result.returncode == 0
    # A program built for debugging is some ten times slower.
    assert taken < 75


ENCODINGS = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 of Excel": lambda text: b"\xff\xfe" + text.replace(";", "\t").encode("utf-16-le"),
    "UTF-16 with the high byte first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "Latin-1": lambda text: text.encode("latin-1"),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "lines of an old Mac": lambda text: text.replace("\n", "\r").encode(),
    "tabs": lambda text: text.replace(";", "\t").encode(),
    "sep=": lambda text: ("sep=;\r\n" + text).encode(),
    "an end without a line": lambda text: text.rstrip("\n").encode(),
    "blank lines": lambda text: text.replace("\n", "\n\n").encode(),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_what_spreadsheets_write_is_read(site, name):
    result, _ = bring(site, ENCODINGS[name](french(3)))
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("email:") == 3 and "thu 18:00-21:00" in result.stdout


REFUSED = {
    "ten thousand columns": (",".join(["name"] * 10_000) + "\n", "more than 200 cells"),
    "a wide row": ("name,email\n" + "," * 10_000 + "\n" + people(2000), "row 2 has more than 200 cells"),
    "a giant cell": ('name,email\n"' + "x" * 3_000_000 + '",a@example.org\n', "row 2"),
    "a quotation mark at the start": ('"' + people(20_000), "row 1 is not closed"),
    "a quotation mark in the middle": (people(500) + '"' + people(500), "row 502 is not closed"),
    "an odd mark in a cell": ('name,email\nA "B,a@example.org\n', "not closed"),
    "text behind a mark": ('name,email\n"A"B,a@example.org\n', "behind a closing quotation mark"),
    "NUL": ("name,email\nA\0B,a@example.org\n", "U+0000"),
    "UTF-16 without a mark": (people(3).encode("utf-16-le"), "U+0000"),
    "a workbook": (b"PK\x03\x04" + b"x" * 1000, "spreadsheet's own file"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"x" * 1000, "spreadsheet's own file"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ""),
    "nothing": ("", "no headings"),
    "lines alone": ("\n" * 100_000, "no headings"),
    "too many bytes": (b"name,email\n" + b"A B,a@example.org\n" * 2_000_000, "more than 32 MiB"),
    "mistakes in every row": ("name,email\n" + ",x\n" * 5000, "more mistakes are not listed"),
    "one id for all": ("name,email\n" + "A B,a@example.org\n" * 5000, "more mistakes are not listed"),
    "long unknown headings": ("x" * 7000 + ",email\nA,a@example.org\n", "is not known"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_of_people_is_refused_in_few_words(site, name):
    data, words = REFUSED[name]
    out = site.folder / "out.yaml"
    result, taken = bring(site, data, "--out", out)
    assert result.returncode != 0 and result.returncode < 128
    assert words in result.stderr, result.stderr[:300]
    assert len(result.stderr) < 20_000
    assert taken < 15
    assert not out.exists()


def test_people_are_found_among_many_without_looking_at_each(site):
    everybody = "people:\n" + "".join(f"  p{i}: {{name: Person {i}, email: p{i}@example.org}}\n" for i in range(3000))
    site.write_programme(people=site.PEOPLE + everybody.split("\n", 1)[1])
    rows = "mentor,mentee,start\n" + "".join(f"Person {i},Person {i + 1500},2026-12-01\n" for i in range(1500))
    result, taken = bring(site, rows)
    assert result.returncode == 0, result.stderr[:300]
    assert "mentor: p0" in result.stdout and taken < 20
