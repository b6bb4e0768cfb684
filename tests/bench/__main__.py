"""Runs every bench and writes the ratios: `python -m tests.bench build/bench.json [part of a name …]`.

Each module `*_bench.py` beside this file has `run() -> dict[str, Entry]`. A value is a ratio against a reference
measured in the same run (or a plain figure where `limit` is None, for the record only).
"""

from __future__ import annotations

import importlib
import json
import sys
from compileall import compile_dir
from pathlib import Path

from tests.bench.measure import Entry


def main(arguments: list[str]) -> int:
    """Run what was asked for; returns 1 when a limit was exceeded."""
    target = Path(arguments[0]) if arguments else Path("build/bench.json")
    wanted = arguments[1:]
    for wing in ("cxstudio", "ui"):
        compile_dir(wing, quiet=2)  # as an installed program is
    target.parent.mkdir(parents=True, exist_ok=True)
    results: dict[str, Entry] = {}
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        if wanted and not any(part in path.stem for part in wanted):
            continue
        print(f"{path.stem} …", flush=True)
        found: dict[str, Entry] = importlib.import_module(f"tests.bench.{path.stem}").run()
        for name, entry in found.items():
            limit = entry["limit"]
            mark = "" if limit is None else ("  ok" if entry["value"] <= limit else "  OVER THE LIMIT")
            shown = "" if limit is None else f" (limit {limit})"
            print(f"  {name:<52} {entry['value']:>10.3f}{shown}{mark}", flush=True)
        results |= found
        target.write_text(json.dumps(results, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    over = [n for n, e in results.items() if e["limit"] is not None and e["value"] > e["limit"]]
    print(f"{len(results)} figures in {target}; over the limit: {', '.join(over) or 'none'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
