"""Opening, saving and merging 4,000 touchpoints × 20 voices."""

from __future__ import annotations

import io
import os
import random
import tempfile
import zipfile
from pathlib import Path

import orjson

from cxstudio.files import load, save
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.merging.three_way import Merge
from cxstudio.model import Document, Note, Touchpoint, TouchpointRatings
from cxstudio.store import Draft
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
        here, there = _edited(content, 1), _edited(content, 2)
        texts = encode(here), encode(there)
        return {
            "merge 4,000 × 20": ratio(
                lambda: Merge(here, there, document).document(), lambda: [orjson.loads(text) for text in texts], 6.0
            ),
            "read 4,000 × 20": ratio(lambda: load(path), lambda: orjson.loads(content), None),
            "save 4,000 × 20": ratio(
                lambda: save(path, document), lambda: _plain_save(Path(folder) / "plain.zip", content), 1.5
            ),
            "file size per touchpoint, bytes": plain(path.stat().st_size / 4000),
        }


def _edited(content: bytes, seed: int) -> Document:
    """A copy somebody went on with: 200 touchpoints named and rated anew, 50 notes, 10 touchpoints deleted."""
    chance, draft = random.Random(seed), Draft(decode(content).document)
    for n in chance.sample(range(4000), 200):
        draft.update(Touchpoint, f"t{n}", name=f"{seed} {n}")
        emotion = draft.document.get(TouchpointRatings, f"x{n}").emotion
        answer = {f"p{chance.randrange(20)}": chance.randint(-3, 3)}
        draft.update(TouchpointRatings, f"x{n}", emotion={**emotion, **answer})
    for n in range(50):
        draft.create(Note(id=f"n{seed}-{n}", text=str(n), about=f"t{chance.randrange(4000)}"))
    draft.remove_many([f"t{n}" for n in chance.sample(range(4000), 10)])
    return decode(encode(draft.document)).document


def _plain_save(path: Path, content: bytes) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("project.json", content)
    with path.open("wb") as file:
        file.write(memory.getvalue())
        file.flush()
        os.fsync(file.fileno())
