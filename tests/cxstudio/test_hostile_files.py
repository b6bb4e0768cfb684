"""Files from strangers end in a document or one sentence, in little memory and time, and stay as they are."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.errors import UserError
from cxstudio.exchange.mapping_files import load_mapping, shipped_mappings
from cxstudio.exchange.mermaid.mermaid_export import export_mermaid
from cxstudio.exchange.outlines.opml_outline import write_opml
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.quick_files import AT_ONCE, is_quick
from cxstudio.exchange.readers import read_request
from cxstudio.files import load, project_bytes
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.errors import DamagedJson, NotReadable
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.files.loading import read_project
from cxstudio.model import Document, Journey, Measure
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from tests.hostile.bounded import MEGABYTES
from tests.hostile.files import EVERYTHING, LOGS, OPEN_JOURNEYS, PROJECTS, WORKBOOKS, sheet, workbook
from tests.unmeasured import unmeasured

ROOT = Path(__file__).resolve().parents[2]
IN_SHORT = {
    "project": ("10 million objects", "circles", "40 MB eleven times"),
    "csv": ("a million columns", "20 million commas"),
    "workbook": ("a cell far away", "laughs in a sheet", "laughs in shared texts", "zeros"),
    "mermaid": ("60,000 tasks", "directives", "tags", "blank lines"),
    "log": ("an attribute of 30 MB", "laughs", "deep"),
    "mapping": ("deep", "a number of 1.9 MB", "130,000 columns"),
    "json": ("a column of its own in each row", "a long list in a cell"),
    "outline": ("deeper and deeper", "blanks"),
}


def bounded(kind: str, names: tuple[str, ...] = ()) -> list[str]:
    """Files of a kind that did not end as they should, read in processes of their own that get ten seconds of work."""
    done = subprocess.run([sys.executable, "-m", "tests.hostile.bounded", kind, *names], cwd=ROOT, check=False,
                          capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    ends = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(ends) == len(names or EVERYTHING[kind][1]), done.stderr
    return [str(end) for end in ends if not end[5] or end[3] > MEGABYTES]


@pytest.mark.parametrize("kind", IN_SHORT)
def test_bombs_end_within_bounds(kind: str) -> None:
    assert bounded(kind, IN_SHORT[kind]) == []


@pytest.mark.torture
@pytest.mark.parametrize("kind", EVERYTHING)
def test_every_bomb_ends_within_bounds(kind: str) -> None:
    assert bounded(kind) == []


@pytest.mark.torture
def test_no_pattern_runs_away() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.hostile.patterns"], cwd=ROOT, check=False, capture_output=True,
                          text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    assert done.returncode == 0, done.stdout


Read = Callable[[Path], object]
READ: dict[str, tuple[str, Read]] = {
    "project": (".cxs", load),
    "csv": (".csv", lambda path: read_request(ImportRequest(path=path))),
    "workbook": (".xlsx", lambda path: read_request(ImportRequest(path=path))),
    "mermaid": (".mmd", lambda path: read_request(ImportRequest(path=path))),
    "log": (".xes", lambda path: read_request(ImportRequest(path=path))),
    "mapping": (".json", load_mapping),
    "json": (".json", lambda path: read_request(ImportRequest(path=path))),
    "opml": (".opml", lambda path: read_request(ImportRequest(path=path))),
    "openjourney": (".ojf", lambda path: read_request(ImportRequest(path=path))),
    "outline": (".md", lambda path: read_request(ImportRequest(path=path))),
}


@pytest.fixture(scope="session")
def sound() -> dict[str, bytes]:
    """A sound file of each kind, small enough to be broken in many places."""
    with unmeasured():
        made = sample("lindenfurt", "en")
        document = made.document
        cell = b'<c t="inlineStr"><is><t>%s</t></is></c>'
        cells = b"".join(b"<row>" + cell % b"Visit" + b"<c><v>5</v></c><c><v>4</v></c></row>" for _ in range(9))
        heads = b"".join(cell % name for name in (b"Touchpoint", b"Expectation", b"Experience"))
        return {
            "project": project_bytes(document, made.assets),
            "csv": b"Touchpoint;Phase;Channel\r\n" + "Anruf beim Störungsdienst;Nutzen;Telefon\r\n".encode() * 40,
            "workbook": workbook(sheet(b"<row>" + heads + b"</row>" + cells)),
            "mermaid": export_mermaid(document, document.all(Journey)[0].id).text.encode(),
            "log": LOGS["times of blanks"]().replace(b" " * 2_000_000, b"2024-01-01T00:00:00"),
            "json": b"["
            + b'{"Touchpoint":"Visit","Expectation":5,"Experience":[4,{"a":null}]},' * 20
            + b'{"Touchpoint":"Call"}]',
            "opml": write_opml(document, document.all(Journey)[0].id).encode(),
            "openjourney": OPEN_JOURNEYS["cards"]().replace(b'{"stage":"a","lane":"l","title":"x"},', b"", 49_980),
            "outline": b"# Move\n## Before\n- Call\n  1. Ask -> Wait -> Leave\n\nSaid **loud**\n" * 20,
            "mapping": next(iter(shipped_mappings().values())).to_json().encode(),
        }


def read_all(kind: str, broken: Iterator[bytes], folder: Path) -> int:
    """How many broken files were read or refused; anything else than one sentence is raised."""
    suffix, read = READ[kind]
    path, count = folder / f"broken{suffix}", 0
    for data in broken:
        path.write_bytes(data)
        with suppress(UserError):
            read(path)
        assert path.read_bytes() == data
        count += 1
    return count


def flipped(data: bytes, count: int) -> Iterator[bytes]:
    """A file with one bit turned, in so many places."""
    chance = random.Random(11)
    for _ in range(count):
        broken = bytearray(data)
        broken[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(broken)


@pytest.mark.parametrize("kind", READ)
def test_broken_off_and_flipped(kind: str, sound: dict[str, bytes], tmp_path: Path) -> None:
    data = sound[kind]
    with unmeasured():
        step = max(100, len(data) // 40 // 100 * 100)
        assert read_all(kind, (data[:n] for n in range(0, len(data), step)), tmp_path) >= 3
        assert read_all(kind, flipped(data, 40), tmp_path) == 40


@pytest.mark.torture
@pytest.mark.parametrize("kind", READ)
def test_broken_off_at_every_hundredth_byte_and_two_thousand_flips(
    kind: str, sound: dict[str, bytes], tmp_path: Path
) -> None:
    data = sound[kind]
    assert read_all(kind, (data[:n] for n in range(0, len(data), 100)), tmp_path) == len(range(0, len(data), 100))
    assert read_all(kind, flipped(data, 2_000), tmp_path) == 2_000


WRONG = (
    None,
    True,
    -1,
    1e300,
    2**62,
    "",
    "x" * 999,
    "\ud800",
    [],
    [[]],
    {},
    {"": None},
    [{"id": 1}],
    {"a": {"b": [0]}},
)


def wrong_types(document: Document) -> Iterator[bytes]:
    """The document with each field of one record of each kind of each wrong type."""
    content = read_json(encode(document))
    for entries in content["records"].values():
        whole = dict(entries[0])
        for name in whole:
            for value in WRONG:
                entries[0] = {**whole, name: value}
                yield json.dumps(content).encode()
        entries[0] = whole


def test_wrong_types_are_set_aside(sound: dict[str, bytes]) -> None:
    document = read_project(sound["project"], Path("x.cxs")).content.document
    small = Document(record for kind in {type(r) for r in document} for record in document.all(kind)[:2])
    small = decode(encode(small)).document
    with unmeasured():
        count = 0
        for data in wrong_types(small):
            count += 1
            try:
                found = decode(data)
            except DamagedJson:
                continue
            assert decode(encode(found.document, found.aside)).document == found.document
    assert count > 500


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", READ)
def test_pipes_devices_and_folders_are_not_read(kind: str, tmp_path: Path) -> None:
    suffix, read = READ[kind]
    pipe, folder, link = (tmp_path / f"{name}{suffix}" for name in ("pipe", "folder", "link"))
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to("/dev/zero")
    for path in (pipe, folder, link, Path("/dev/zero"), Path("/dev/null"), Path("/proc/self/mem"), tmp_path / "none"):
        with pytest.raises(UserError):
            read(path)


def test_huge_amounts_are_set_aside_and_a_report_is_made(tmp_path: Path) -> None:
    path = tmp_path / "huge.cxs"
    path.write_bytes(PROJECTS["huge amounts"]())
    loaded = load(path)
    assert all(measure.cost_once is None for measure in loaded.content.document.all(Measure))
    assert len(loaded.problems) == 18
    most = [
        m.model_copy(update={"cost_once": 1e12, "benefit_per_year": 1e12}) for m in loaded.content.document.all(Measure)
    ]
    with unmeasured():
        assert make_output("report", loaded.content.document.evolve(most), Order("de")).data.startswith(b"%PDF")


def test_what_could_not_be_read_again_is_not_saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from cxstudio.files import NotSaved, save, saving

    path = tmp_path / "a.cxs"
    monkeypatch.setattr(saving, "MOST_RECORDS", 3)
    with pytest.raises(NotSaved, match="more than a project file may"):
        save(path, Document(Journey(id=f"j{n}", title="") for n in range(4)))
    assert not path.exists()
    save(path, Document(Journey(id=f"j{n}", title="") for n in range(3)))


def test_values_are_counted_without_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    from cxstudio.files import jsontext

    monkeypatch.setattr(jsontext, "MOST_VALUES", 20)
    texts = write_json({"a": 'one, two, [three], {four} "quoted, \\', "b": "," * 100})
    assert read_json(texts)["b"] == "," * 100
    with pytest.raises(DamagedJson):
        read_json(write_json({"a": list(range(30))}))


def test_more_than_a_project_holds_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "viel.cxs"
    path.write_bytes(PROJECTS["500,000 wrong records"]())
    with pytest.raises(NotReadable, match="holds more than a project may"):
        load(path)


def test_a_small_file_that_unpacks_to_much_is_read_beside_the_window(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheet(b"<row><c><v>1</v></c></row>")))
    assert is_quick(path) and is_quick(tmp_path / "none.csv") and is_quick(tmp_path)
    for made in (WORKBOOKS["zeros"](), gzip.compress(bytes(1_000_000)), bytes(AT_ONCE + 1)):
        path.write_bytes(made)
        assert not is_quick(path)
