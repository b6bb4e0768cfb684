"""Whole processes of the command line, from start to end, against one that only imports what such programs stand on.

Processor time, since other work of the machine does not count; byte code is kept as an installed program keeps it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from cxstudio.catalogue.samples import sample
from cxstudio.files.saving import save
from tests.bench.measure import Entry, plain

RUNS = 9
REFERENCE = "import reportlab, networkx, pydantic"


def run() -> dict[str, Entry]:
    """Starts them in turns."""
    found: dict[str, list[float]] = {"reference": [], "map": [], "report": []}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "move.cxs"
        made = sample("lindenfurt", "de")
        save(project, made.document, made.assets)
        calls = {
            "reference": ["-c", REFERENCE],
            "map": ["-m", "ui", "export", str(project), "-o", f"{folder}/map.svg"],
            "report": ["-m", "ui", "report", str(project), "-o", f"{folder}/report.pdf"],
        }
        for turn in range(RUNS + 1):
            for name, arguments in calls.items():
                taken = _processor_seconds(arguments, f"{folder}/bytecode")
                if turn:
                    found[name].append(taken)
    reference, drawn, report = (statistics.median(found[name]) for name in calls)
    return {
        "map as SVG by command": {"value": drawn / reference, "limit": 1.1, "n": RUNS},
        "map as SVG by command, seconds of the processor": plain(drawn, RUNS),
        "report by command, seconds of the processor": plain(report, RUNS),
    }


def _processor_seconds(arguments: list[str], bytecode: str) -> float:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return used.ru_utime + used.ru_stime
