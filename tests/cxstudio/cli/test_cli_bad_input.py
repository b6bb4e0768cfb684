"""Bad input: one clear sentence each, nothing half written."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cxstudio.cli.told import PROGRAM, Run, files_in


def _newer(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ("project.json", "manifest.json"):
                fields = json.loads(content)
                fields["format"] = 999
                content = json.dumps(fields).encode()
            new.writestr(name, content)
    return out.getvalue()


BAD_PROJECTS: dict[str, Callable[[bytes], bytes]] = {
    "not a project": lambda _: b"%PDF-1.4 something else",
    "empty": lambda _: b"",
    "another zip": lambda _: b"PK\x05\x06" + bytes(18),
    "truncated": lambda data: data[: len(data) // 2],
    "last bytes gone": lambda data: data[:-40],
    "newer format": _newer,
}


@pytest.mark.parametrize("kind", BAD_PROJECTS)
@pytest.mark.parametrize("command", ["report", "plan", "export", "figures", "check"])
def test_bad_projects(run: Run, tmp_path: Path, sample_bytes: bytes, kind: str, command: str) -> None:
    project = tmp_path / "bad.cxs"
    project.write_bytes(BAD_PROJECTS[kind](sample_bytes))
    output = {"report": ["-o", tmp_path / "o.pdf"], "plan": ["-o", tmp_path / "o.csv"],
              "export": ["-o", tmp_path / "o.svg"]}.get(command, [])  # fmt: skip
    before = project.read_bytes()
    told = run(command, project, *output)
    assert told.code == 1 and "bad.cxs" in told.one_sentence()
    assert files_in(tmp_path) == {"bad.cxs"} and project.read_bytes() == before


def test_a_newer_format_is_named(run: Run, tmp_path: Path, sample_bytes: bytes) -> None:
    project = tmp_path / "new.cxs"
    project.write_bytes(_newer(sample_bytes))
    assert "999" in run("report", project, "-o", tmp_path / "o.pdf").one_sentence()


@pytest.mark.parametrize(
    "arguments", [("report", "{}", "-o", "o.pdf"), ("import", "{}", "-o", "o.cxs"), ("check", "{}"), ("figures", "{}")]
)
@pytest.mark.parametrize("name", ["a folder", "gone.cxs"])
def test_a_folder_or_nothing_instead_of_a_file(run: Run, tmp_path: Path, arguments: tuple[str, ...], name: str,
                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a folder").mkdir()
    told = run(*(a.format(tmp_path / name) for a in arguments))
    assert told.code == 1 and name in told.one_sentence()
    assert files_in(tmp_path) == set()


def test_an_encoding_nobody_knows(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline;Form\n5;4\n", encoding="utf-8")
    told = run("import", source, "-o", tmp_path / "o.cxs", "--encoding", "klingon-8")
    assert told.code == 1 and "klingon-8" in told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_binary_file_is_no_table(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_bytes(bytes(range(256)) * 64)
    told = run("import", source, "-o", tmp_path / "o.cxs")
    assert told.code == 1
    told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_table_without_the_mapped_column(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline,Form\n5,4\n", encoding="utf-8")
    told = run("import", source, "-o", tmp_path / "o.cxs", "--mapping", "airline")
    assert told.code == 1
    told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_mapping_that_is_none(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline,Form\n5,4\n", encoding="utf-8")
    broken = tmp_path / "m.json"
    broken.write_text("{", encoding="utf-8")
    for mapping in (broken, tmp_path / "gone.json", "no-such-name"):
        told = run("import", source, "-o", tmp_path / "o.cxs", "--mapping", mapping)
        assert told.code == 1
        told.one_sentence()
    assert files_in(tmp_path) == {"s.csv", "m.json"}


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the administrator, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are something else there")
def test_no_permission_to_read_or_write(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("report", project, "-o", tmp_path / "warm.pdf").code == 0
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o555)
    project.chmod(0o444)
    with as_nobody():
        told = run("report", project, "-o", shut / "r.pdf")
    assert told.code == 1 and "permission" in told.one_sentence()
    project.chmod(0o000)
    with as_nobody():
        told = run("check", project)
    assert told.code == 1 and "permission" in told.one_sentence()
    shut.chmod(0o755)
    assert files_in(tmp_path) == {"move.cxs", "warm.pdf"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk(run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    old = tmp_path / "r.pdf"
    old.write_bytes(b"the report of last week")

    def full(handle: int, data: Any) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", full)
    told = run("report", project, "-o", old)
    monkeypatch.undo()
    assert told.code == 1 and "disk is full" in told.one_sentence()
    assert old.read_bytes() == b"the report of last week"
    assert files_in(tmp_path) == {"move.cxs", "r.pdf"}


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit there")
def test_a_disk_that_takes_no_large_file(project: Path, tmp_path: Path) -> None:
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run([*PROGRAM, "report", str(project), "-o", str(tmp_path / "r.pdf")], capture_output=True,
                          text=True, check=False, preexec_fn=limited,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})  # fmt: skip
    assert done.returncode == 1 and done.stderr.count("\n") == 1, done.stderr
    assert files_in(tmp_path) == {"move.cxs"}


def test_something_unforeseen_is_one_sentence_too(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr("cxstudio.files.loading.load", broken)
    told = run("check", project)
    assert told.code == 1 and told.err.count("\n") == 1 and "KeyError" in told.err


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("notes.txt", "nothing")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7 x", "cannot read PDF files"),
        ("a.csv", b"%PDF-1.7 x", "cannot read PDF files"),
        ("a.png", b"\x89PNG\r\n\x1a\n x", "from a picture"),
        ("a.zip", _archive(), "ZIP archive, but not an XLSX workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office versions"),
    ],
)
def test_what_is_no_table_at_all_is_named(run: Run, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    told = run("import", tmp_path / name, "-o", tmp_path / "o.cxs")
    assert told.code == 1 and said in told.one_sentence()


def test_what_is_left_out_is_summed_up_and_named_in_full_on_request(run: Run, tmp_path: Path) -> None:
    odd = "".join(f";odd {n}" for n in range(30))
    rows = "".join(f"{n};4;3{';x' * 30}\n" for n in range(5))
    (tmp_path / "s.csv").write_text(f"id;Shop expectation;Shop experience{odd}\n{rows}", encoding="utf-8")
    source = ("import", tmp_path / "s.csv", "--dry-run", "--scale", "1..5", "--lang", "en")
    brief, full = run(*source), run(*source, "--verbose")
    assert brief.code == full.code == 0, brief.err
    assert "Left out: 3" in brief.out and "columns" in brief.out
    assert brief.out.count("\n− ") == 12 and "--verbose" in brief.out
    assert full.out.count("\n− ") >= 30 and "--verbose" not in full.out
