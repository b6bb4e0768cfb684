"""Reads a hostile file in a process of its own with little memory and time, and says how it ended.

`python -m tests.hostile.bounded KIND [NAME …]` prints a line of JSON for each: outcome, megabytes, seconds of work.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxstudio.errors import UserError
from tests.hostile.files import EVERYTHING, Made

MEGABYTES, SECONDS = 300, 10


@dataclass(frozen=True, slots=True)
class End:
    """How reading ended: "read", the first words of what was said, or the error nobody should meet."""

    outcome: str
    megabytes: int
    seconds: float
    good: bool
    """A document or one sentence."""


def read(kind: str, path: Path) -> None:
    """Read a file as the program would."""
    if kind == "project":
        from cxstudio.files import load

        load(path)
    elif kind == "mapping":
        from cxstudio.exchange.mapping_files import load_mapping

        load_mapping(path)
    else:
        from cxstudio.exchange.import_reading import read_import
        from cxstudio.exchange.plan.import_plan import ImportRequest

        read_import(ImportRequest(path=path))


def ready() -> None:
    """Load what the readers use, so that it counts for none of them."""
    import defusedxml.ElementTree
    import openpyxl.reader.excel

    import cxstudio.exchange.import_reading
    import cxstudio.exchange.mapping_files
    import cxstudio.exchange.readers
    import cxstudio.files.loading  # noqa: F401

    del defusedxml, openpyxl, cxstudio
    gc.collect()
    gc.freeze()


def ended(kind: str, suffix: str, made: Made) -> End:
    """What becomes of one file, read in a fork of this process."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"hostile{suffix}"
        if os.fork() == 0:  # made apart, so that making it takes no memory here
            path.write_bytes(made())
            os._exit(0)
        assert os.wait()[1] == 0
        content = path.stat()
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(ours)
            _child(kind, path, theirs)
        os.close(theirs)
        with os.fdopen(ours, "rb") as stream:
            said = stream.read()
        status = os.waitpid(child, 0)[1]
        after = path.stat()
        untouched = (content.st_mtime_ns, content.st_size) == (after.st_mtime_ns, after.st_size)
    if not said:
        return End(f"ended by signal {status & 127}", -1, -1.0, False)
    outcome, megabytes, seconds, good = json.loads(said)
    return End(outcome, megabytes, seconds, good and untouched)


def _child(kind: str, path: Path, out: int) -> None:
    memory = 8 * MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    before, start = _peak(), time.process_time()
    outcome, good = "read", True
    try:
        read(kind, path)
    except UserError as error:
        outcome = error.happened[:60]
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        outcome, good = f"{type(error).__name__}: {error}"[:100], False
    used = json.dumps([outcome, _peak() - before, round(time.process_time() - start, 2), good])
    os.write(out, used.encode())
    os._exit(0)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def all_ends(kind: str, names: Sequence[str] = ()) -> Iterator[tuple[str, End]]:
    """How each file of a kind ends."""
    suffix, cases = EVERYTHING[kind]
    for name in names or cases:
        yield name, ended(kind, suffix, cases[name])


if __name__ == "__main__":
    ready()
    for name, end in all_ends(sys.argv[1], sys.argv[2:]):
        print(json.dumps([sys.argv[1], name, end.outcome, end.megabytes, end.seconds, end.good]), flush=True)
