"""Opening and saving 4,000 touchpoints × 20 voices."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path

import orjson

from cxstudio.files import load, save
from tests.bench.measure import Entry, plain, ratio
from tests.bench.projects import journey_of


def run() -> dict[str, Entry]:
    """Reading without painting is measured here; with the map painted in `open_bench`."""
    document = journey_of(4000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.cxs"
        save(path, document)
        with zipfile.ZipFile(path) as package:
            content = package.read("project.json")
        return {
            "read 4,000 × 20": ratio(lambda: load(path), lambda: orjson.loads(content), None),
            "save 4,000 × 20": ratio(
                lambda: save(path, document), lambda: _plain_save(Path(folder) / "plain.zip", content), 1.5
            ),
            "file size per touchpoint, bytes": plain(path.stat().st_size / 4000),
        }


def _plain_save(path: Path, content: bytes) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("project.json", content)
    with path.open("wb") as file:
        file.write(memory.getvalue())
        file.flush()
        os.fsync(file.fileno())
