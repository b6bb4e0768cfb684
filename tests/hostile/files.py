"""Files nobody should trust, made here: few bytes that want much memory, patterns that want much time, odd shapes.

Each is a function of no arguments, so that a process makes only what it reads, under the reader it is for.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

Made = Callable[[], bytes]
_HEAD = '<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org"


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=6) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def project(body: bytes, **members: bytes) -> bytes:
    """A project file with this project.json."""
    return zipped({"project.json": body, **members})


def records(**kinds: list[Any]) -> bytes:
    """A project file with these records."""
    return project(json.dumps({"format": 0, "records": kinds}).encode())


def unknown(value: bytes) -> bytes:
    """A project file with an unknown entry of this JSON."""
    return project(b'{"format":0,"records":{},"x":' + value + b"}")


def _repeated(part: bytes, times: int) -> bytes:
    return b"[" + b",".join([part] * times) + b"]"


def _many(kind: str, count: int, **fields: Any) -> bytes:
    return records(**{kind: [{"id": f"{kind}{n}", **fields} for n in range(count)]})


def _chain(count: int) -> bytes:
    """Ideas and journeys each belonging to the one before, the first of which is not there."""
    journeys = [{"id": f"j{n}", "title": "", "derived_from": f"j{n - 1}"} for n in range(count)]
    touchpoints = [{"id": f"t{n}", "stage": f"s{n}", "name": ""} for n in range(count)]
    steps = [{"id": f"b{n}", "touchpoint": f"t{n}", "text": ""} for n in range(count)]
    notes = [{"id": f"n{n}", "text": "", "about": f"n{n - 1}"} for n in range(count)]
    return records(Journey=journeys, Touchpoint=touchpoints, BackstageStep=steps, Note=notes)


def _ring() -> bytes:
    """Records that belong to each other, follow each other or went into each other, in circles."""

    def ring(letter: str, field: str, many: bool = False, **fields: Any) -> list[Any]:
        targets = [f"{letter}{(n + 1) % 50}" for n in range(50)]
        return [
            {"id": f"{letter}{n}", **fields, field: [target] if many else target} for n, target in enumerate(targets)
        ]

    journeys = ring("j", "derived_from", title="x")
    for number, journey in enumerate(journeys):
        journey["kind"] = ("as_is", "to_be")[number % 2]
    points = ring("t", "counterpart", name="x")
    for number, point in enumerate(points):
        point["stage"] = f"s{number}"
    measures = [{**one, "corrects": one["depends_on"][0]} for one in ring("m", "depends_on", True, title="x")]
    return records(
        Journey=journeys, Touchpoint=points, Measure=measures, Note=ring("n", "about", text="x"),
        Stage=[{"id": f"s{n}", "journey": f"j{n}", "name": "x"} for n in range(50)],
        Transition=[{"id": f"w{n}", "source": f"t{n}", "target": f"t{(n + 1) % 50}"} for n in range(50)],
        Department=ring("d", "merged_into", name="x"),
        Question=[{"id": "q", "text": "x"}],
        Idea=ring("i", "merged_into", text="x", question="q"),
    )  # fmt: skip


def _answers() -> bytes:
    """As many answers as a project holds."""
    people = [f"p{n}" for n in range(400)]
    points = [{"id": f"t{n}", "stage": "s", "name": ""} for n in range(1_750)]
    halves = {name: dict.fromkeys(people, 5) for name in ("expectation", "experience")}
    ratings = [{"id": f"r{n}", "round": "r", "touchpoint": f"t{n}", **halves} for n in range(1_750)]
    return records(
        Journey=[{"id": "j", "title": ""}], Stage=[{"id": "s", "journey": "j", "name": ""}], Touchpoint=points,
        Round=[{"id": "r", "journey": "j", "title": "", "kind": "survey"}], TouchpointRatings=ratings,
        Participant=[{"id": person, "name": ""} for person in people],
    )  # fmt: skip


def _overlapping() -> bytes:
    """An archive whose entries all point to the same packed bytes."""
    data = zipped({"project.json": b'{"format":0,"records":{}}', "a": bytes(40_000_000)})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    central = data[start : data.index(b"PK\x05\x06")]
    entry = central[central.index(b"PK\x01\x02", 4) :]
    more = b"".join(entry[:46] + f"{n:01x}"[-1:].encode() for n in range(10))
    end = bytearray(data[data.index(b"PK\x05\x06") :])
    end[8:12] = (12).to_bytes(2, "little") * 2
    end[12:16] = (len(central) + len(more)).to_bytes(4, "little")
    return data[:start] + central + more + bytes(end)


PROJECTS: dict[str, Made] = {
    "18 million empty lists": lambda: unknown(_repeated(b"[]", 18_000_000)),
    "10 million objects": lambda: unknown(_repeated(b"{}", 10_000_000)),
    "8 million numbers": lambda: unknown(_repeated(b"1.5", 8_000_000)),
    "4 million keys": lambda: unknown(b"{" + b",".join(b'"%d":0' % n for n in range(4_000_000)) + b"}"),
    "250 MB of text": lambda: unknown(b'"' + bytes(b"x" * 250_000_000) + '😀"'.encode()),
    "250 MB of blanks": lambda: project(b'{"format":0,"records":{}}' + b" " * 250_000_000),
    "500,000 records": lambda: _many("Department", 500_000, name=""),
    "500,000 wrong records": lambda: _many("Department", 500_000),
    "300,000 records with unknown fields": lambda: _many("Department", 300_000, name="", x=1),
    "300,000 dangling records": lambda: _many("Touchpoint", 300_000, name="", stage="nowhere"),
    "159,000 dangling records, still read": lambda: _many("Touchpoint", 159_000, name="", stage="nowhere"),
    "1.4 million keys, still read": lambda: unknown(b"{" + b",".join(b'"%d":0' % n for n in range(1_400_000)) + b"}"),
    "39 MB of wide text, still read": lambda: unknown(b'"' + b"x" * 39_000_000 + '😀"'.encode()),
    "1.4 million answers, still read": _answers,
    "a chain of 30,000": lambda: _chain(30_000),
    "circles": _ring,
    "19,000 members": lambda: project(b'{"format":0,"records":{}}', **{f"m{n}": b"" for n in range(19_000)}),
    "900 MB of one member": lambda: project(b'{"format":0,"records":{}}', x=bytes(900_000_000)),
    "40 MB eleven times": _overlapping,
    "deep": lambda: unknown(b"[" * 200_000 + b"]" * 200_000),
    "300 deep, 20,000 times": lambda: unknown(_repeated(b"[" * 250 + b"]" * 250, 20_000)),
    "huge amounts": lambda: records(
        Measure=[{"id": f"m{n}", "title": "x", "cost_once": 1e308, "benefit_per_year": 1e308} for n in range(9)]
    ),
}

CSVS: dict[str, Made] = {
    "a line of 190 MB": lambda: b"name,score\n" + b"x" * 190_000_000,
    "a quote that never closes": lambda: b'name,score\n"' + b"x,y\n" * 12_000_000,
    "20 million commas": lambda: b"name,score\n" + b"," * 20_000_000,
    "a million columns": lambda: b"a;" * 1_000_000 + b"\n",
    "15 million empty lines": lambda: b"name,score\n" + b"\n" * 15_000_000,
    "900,000 lines of 20 cells": lambda: b"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t\n" + (b"1," * 19 + b"1\n") * 900_000,
    "1,900 columns, 15,000 lines": lambda: (b"1," * 1_899 + b"x\n") * 15_000,
    "quotes": lambda: b"name,score\n" + b'""""' * 10_000_000,
    "no delimiter": lambda: b"a b c\n" * 2_000_000,
    "bytes of no encoding": lambda: b"name,score\n" + bytes(range(128, 256)) * 400_000,
    "one foreign line of 60 MB": lambda: b"name,score\n" + b"\xe4\xf6\xfc" * 20_000_000,
    "digits": lambda: b"name,expectation,experience\n" + (b"x," + b"9" * 4_000 + b"," + b"1e" * 2_000 + b"\n") * 3_000,
    "dates": lambda: b"case,activity,time\n" + (b"1,a," + b"2024-01-01T00:00:00" * 50 + b"\n") * 3_000,
    "words of 100,000 letters": lambda: b"Touchpoint,Expectation,Experience\n" + (b"a" * 100_000 + b",5,4\n") * 300,
    "long headings": lambda: b",".join(b"h" * 60_000 + b"%d" % n for n in range(300)) + b"\n" + b"1," * 299 + b"1\n",
}


def workbook(sheet: bytes, shared: bytes = b"", **more: bytes) -> bytes:
    """A workbook with one sheet of this XML."""
    relation = f"{_PACKAGE}/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = (
        f'<Types xmlns="{_PACKAGE}/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/></Types>'
    )
    sheets = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
    book = f'<workbook xmlns="{_SHEET}" xmlns:r="{relation}">{sheets}</workbook>'
    links = (
        f'<Relationships xmlns="{_PACKAGE}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    members = {
        "[Content_Types].xml": kinds.encode(),
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": links.encode(),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{_SHEET}"/>'.encode(),
        **more,
    }
    return zipped(members)


def sheet(rows: bytes) -> bytes:
    """A sheet of these rows in XML."""
    return f'<worksheet xmlns="{_SHEET}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"


def _noise(size: int) -> bytes:
    """Letters that pack to about a third: no ratio gives them away."""
    import random

    return bytes(random.Random(5).choices(b"abcdefghijklmnop", k=size))


def _laughs(tag: str) -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE {tag} [<!ENTITY a0 "ha">{lines}]><{tag}>&a11;</{tag}>'.encode()


def _strings(count: int, size: int) -> bytes:
    text = _noise(size)
    shared = b"<si><t>" + text + b"</t></si>"
    return f'<sst xmlns="{_SHEET}">'.encode() + shared * count + b"</sst>"


def _numbered(rows: int, cells: int, cell: bytes = b"<c><v>%d</v></c>") -> bytes:
    """Rows of cells with numbers that pack no better than usual ones."""
    numbers = iter(range(0, rows * cells * 7_919, 7_919))
    return b"".join(b"<row>" + b"".join(cell % next(numbers) for _ in range(cells)) + b"</row>" for _ in range(rows))


def _styles(count: int) -> bytes:
    return f'<styleSheet xmlns="{_SHEET}"><cellXfs>'.encode() + b"<xf/>" * count + b"</cellXfs></styleSheet>"


WORKBOOKS: dict[str, Made] = {
    "3 million cells": lambda: workbook(sheet(_numbered(2_000, 1_500))),
    "600,000 empty rows with a cell": lambda: workbook(sheet(_numbered(600_000, 1))),
    "a cell far away": lambda: workbook(sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "cells far apart": lambda: workbook(
        sheet(b"".join(b'<row><c r="XFD1"><v>%d</v></c></row>' % (n * 7_919) for n in range(100_000)))
    ),
    "shared texts of 90 MB": lambda: workbook(sheet(b'<row><c t="s"><v>0</v></c></row>'), _strings(900, 100_000)),
    "a text of 30 MB": lambda: workbook(
        sheet(b'<row><c t="inlineStr"><is><t>' + _noise(30_000_000) + b"</t></is></c></row>")
    ),
    "shared text used a million times": lambda: workbook(
        sheet(_numbered(1_000, 1_000, b'<c t="s" s="%d"><v>0</v></c>')), _strings(1, 1_000)
    ),
    "laughs in a sheet": lambda: workbook(_laughs("worksheet")),
    "laughs in shared texts": lambda: workbook(sheet(b""), _laughs("sst")),
    "zeros": lambda: workbook(sheet(bytes(100_000_000))),
    "1,900 members": lambda: workbook(sheet(b""), **{f"xl/m{n}": b"" for n in range(1_900)}),
    "styles": lambda: workbook(
        sheet(b"<row><c><v>1</v></c></row>"),
        **{
            "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}"><cellXfs>'.encode()
            + b"<xf/>" * 400_000
            + b"</cellXfs></styleSheet>"
        },
    ),
    "deep": lambda: workbook(sheet(b"<row><c><is>" + b"<r>" * 100_000 + b"</r>" * 100_000 + b"</is></c></row>")),
}

_TASKS = "\n".join(f"    Task {n}: 3: Me, You" for n in range(1000)) + "\n"
MERMAIDS: dict[str, Made] = {
    "60,000 tasks": lambda: ("journey\n" + _TASKS * 60).encode(),
    "60,000 sections": lambda: ("journey\n" + "section a\n" * 60_000).encode(),
    "a task of 1.9 MB": lambda: b"journey\n" + b"a" * 1_900_000 + b": 3: Me\n",
    "600,000 actors": lambda: b"journey\nsection a\nTask: 3: " + b",".join(b"%d" % n for n in range(250_000)),
    "colons": lambda: b"journey\nTask" + b":" * 1_900_000,
    "blanks": lambda: b"journey\n" + b" " * 1_900_000 + b"x",
    "blank lines": lambda: b"journey\n" + b" \n" * 900_000 + b"x",
    "directives": lambda: b"%%{init" * 250_000 + b"\njourney\n",
    "directives with blanks": lambda: b"%%{" + b" " * 1_900_000 + b"\njourney\n",
    "directives of letters": lambda: b"%%{" + b"a" * 1_900_000 + b"\njourney\n",
    "directives of blanks": lambda: b"%%{init:" + b" \n" * 900_000 + b"\njourney\n",
    "tags": lambda: b'journey\n="' + b"<a" * 900_000 + b">",
    "quotes in tags": lambda: b"journey\n<a " + b'="' * 900_000 + b">",
    "entities": lambda: b"journey\n" + b"#a" * 900_000 + b";",
    "many entities": lambda: b"journey\nsection " + b"#amp;" * 350_000,
    "styles": lambda: b"journey\n" + b"style a:#b;\n" * 150_000,
    "description": lambda: b"journey\naccDescr {" + b"\n " * 900_000 + b"}",
    "front matter": lambda: b"---\n" + b"title: a #\n" * 150_000 + b"---\njourney\n",
    "front matter never ends": lambda: b"---\n" + b"---x\n" * 380_000,
    "title with blanks": lambda: b"---\ntitle: " + b" \t" * 900_000 + b"x\n---\njourney\n",
    "fences": lambda: b"```mermaid\n```\n" * 120_000,
    "percent signs": lambda: b"journey\n" + b"%%" * 900_000,
    "dedent": lambda: b"".join(b" " * (n % 900) + b"x\n" for n in range(4_000)),
    "breaks": lambda: b"journey\n" + b"a<br" + b" " * 1_800_000 + b": 3\n",
    "digits": lambda: b"journey\nTask: " + b"9" * 1_800_000 + b"x\n",
}

_EVENT = '<event><string key="concept:name" value="a"/><date key="time:timestamp" value="{}"/></event>'


def _xes(*traces: str) -> bytes:
    return (_HEAD + "".join(f"<trace>{trace}</trace>" for trace in traces) + "</log>").encode()


LOGS: dict[str, Made] = {
    "an attribute of 30 MB": lambda: _xes(
        '<event><string key="concept:name" value="' + "a" * 30_000_000 + '"/></event>'
    ),
    "a time of 3 MB": lambda: _xes(_EVENT.format("1" * 3_000_000) * 3),
    "times of blanks": lambda: _xes(_EVENT.format(" " * 2_000_000 + "x") * 3),
    "times of points": lambda: _xes(_EVENT.format("2024-01-01T00:00:00." + "0" * 2_000_000 + "x") * 3),
    "300,000 events in a trace": lambda: _xes(_EVENT.format("2024-01-01T00:00:00") * 300_000),
    "200,000 traces": lambda: _xes(*[_EVENT.format("2024-01-01T00:00:00")] * 200_000),
    "150,000 activities": lambda: _xes(
        *(f'<event><string key="concept:name" value="a{n}"/></event>' for n in range(150_000))
    ),
    "a million keys in an event": lambda: _xes(
        "<event>" + "".join(f'<string key="k{n}" value="v"/>' for n in range(600_000)) + "</event>"
    ),
    "200,000 attributes of a tag": lambda: _xes("<event " + " ".join(f"a{n}=''" for n in range(200_000)) + "/>"),
    "deep": lambda: _HEAD.encode() + b"<trace>" * 100_000,
    "laughs": lambda: _laughs("log"),
    "a document type of 30 MB": lambda: b"<!DOCTYPE log [" + b"<!-- x -->" * 3_000_000 + b"]><log><trace/></log>",
    "1 GB packed": lambda: gzip.compress(_HEAD.encode() + b" " * 1_000_000_000, 1),
    "text between tags": lambda: _xes("x" * 60_000_000),
    "a tag of 20 MB": lambda: b"<log><" + b"a" * 20_000_000 + b"/></log>",
    "an unfinished tag of 60 MB": lambda: b"<log><trace " + b"a" * 60_000_000,
}

MAPPINGS: dict[str, Made] = {
    "deep": lambda: b'{"columns":' + b"[" * 1_000_000,
    "130,000 columns": lambda: b'{"columns":' + _repeated(b'{"name":"a"}', 130_000) + b"}",
    "wrong": lambda: b'{"columns":' + _repeated(b"7", 900_000) + b"}",
    "a number of 1.9 MB": lambda: b'{"columns":[],"format":' + b"9" * 1_900_000 + b"}",
    "a name of 1.9 MB": lambda: b'{"columns":[{"name":"' + b"x" * 1_900_000 + b'"}]}',
}

JSONS: dict[str, Made] = {
    "12 million lines": lambda: b'{"a":1}\n' * 12_000_000,
    "700,000 rows, 1,900 columns": lambda: (
        b"[{" + b",".join(b'"c%d":1' % n for n in range(1_900)) + b"}," + b'{"a":1},' * 700_000 + b'{"a":1}]'
    ),
    "a million columns": lambda: b"[{" + b",".join(b'"c%d":1' % n for n in range(1_000_000)) + b'},{"a":1}]',
    "a column of its own in each row": lambda: b"[" + b",".join(b'{"c%d":1}' % n for n in range(700_000)) + b"]",
    "deep": lambda: b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b'},{"a":1}]',
    "deep objects": lambda: b'[{"a":1},' + b'{"a":' * 240 + b"1" + b"}" * 240 + b"]",
    "a text of 90 MB": lambda: b'[{"a":"' + b"x" * 90_000_000 + b'"},{"a":"b"}]',
    "a long list in a cell": lambda: b'[{"a":1},{"a":[' + b"1," * 1_400_000 + b"1]}]",
    "a number of 1 MB": lambda: b'[{"a":1},{"a":' + b"9" * 1_000_000 + b"}]",
    "no JSON": lambda: b'{"a":1}\n' + b"{" * 90_000_000,
}

_ITEM = b'<outline text="a">'
OPMLS: dict[str, Made] = {
    "deep": lambda: b'<opml version="2.0"><body>' + _ITEM * 60_000 + b"</outline>" * 60_000 + b"</body></opml>",
    "100,000 items": lambda: b"<opml><body>" + b'<outline text="a"/>' * 100_000 + b"</body></opml>",
    "19,000 items below one": lambda: (
        b"<opml><body>" + _ITEM + b'<outline text="a"/>' * 19_000 + b"</outline></body></opml>"
    ),
    "laughs": lambda: _laughs("opml"),
    "an attribute of 1.9 MB": lambda: b'<opml><body><outline text="' + b"a " * 950_000 + b'"/></body></opml>',
    "100 MB": lambda: b"<opml><body>" + b" " * 100_000_000 + b"</body></opml>",
    "many attributes": lambda: (
        b"<opml><body><outline " + b" ".join(b"a%d=''" % n for n in range(150_000)) + b"/></body></opml>"
    ),
}
OPEN_JOURNEYS: dict[str, Made] = {
    "deep": lambda: b'{"openjourney":' + b"[" * 900_000,
    "stages": lambda: b'{"openjourney":1,"stages":' + _repeated(b'{"title":"a","id":1}', 80_000) + b"}",
    "cards": lambda: (
        b'{"openjourney":1,"stages":[{"id":"a","title":"a"}],"lanes":[{"id":"l","title":"Step"}],"cards":'
        + _repeated(b'{"stage":"a","lane":"l","title":"x"}', 50_000)
        + b"}"
    ),
    "wrong": lambda: b'{"openjourney":1,"stages":' + _repeated(b"7", 900_000) + b',"cards":{"a":[]},"lanes":"x"}',
    "100 MB": lambda: b'{"stages":"' + b"x" * 100_000_000 + b'"}',
}
OUTLINES: dict[str, Made] = {
    "60,000 headings": lambda: b"# a\n" * 60_000,
    "60,000 items": lambda: b"# a\n" + b"- b\n" * 400_000,
    "deep": lambda: b"# a\n" + b"".join(b" " * (n % 1_900) + b"- b\n" for n in range(2_000)),
    "deeper and deeper": lambda: b"# a\n" + b"".join(b" " * n + b"- b\n" for n in range(1_950)),
    "a line of 1.9 MB": lambda: b"# " + b"a" * 1_900_000 + b"\n- b\n",
    "blanks": lambda: b"# a\n-" + b" " * 1_900_000 + b"b\n- c\n",
    "signs": lambda: b"#" * 1_900_000 + b" a\n- b\n",
    "numbers": lambda: b"# a\n" + b"1." * 900_000 + b" b\n",
    "100 MB": lambda: b"# a\n- b\n" * 12_000_000,
}
NOTES: dict[str, Made] = {
    "a million lines": lambda: "Gut – ganz toll\n".encode() * 1_000_000,
    "a line of 90 MB": lambda: b"Gut " * 22_000_000,
    "bullets": lambda: "• a • ".encode() * 2_000_000,
    "quotes": lambda: "„a“ ".encode() * 3_000_000,
}

EVERYTHING: dict[str, tuple[str, dict[str, Made]]] = {
    "project": (".cxs", PROJECTS),
    "csv": (".csv", CSVS),
    "workbook": (".xlsx", WORKBOOKS),
    "mermaid": (".mmd", MERMAIDS),
    "log": (".xes", LOGS),
    "mapping": (".json", MAPPINGS),
    "json": (".json", JSONS),
    "opml": (".opml", OPMLS),
    "openjourney": (".ojf", OPEN_JOURNEYS),
    "outline": (".md", OUTLINES),
    "notes": (".txt", NOTES),
}


def truncated(data: bytes, step: int = 100) -> dict[str, Made]:
    """A file broken off at every so many bytes."""
    return {f"cut at {n}": partial(data.__getitem__, slice(n)) for n in range(0, len(data), step)}
