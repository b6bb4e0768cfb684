"""Runs in a process of its own until it is killed. Says on stdout what it has done so far."""

import io
import sys
from pathlib import Path

from PIL import Image

from cxstudio.model import Picture, Touchpoint
from cxstudio.session import Folders, Session


def edit(path: Path, folders: Folders) -> None:
    """One edit and one picture, then wait for the end."""
    session = Session.open(path, folders)
    with session.transaction("Rename") as draft:
        draft.update(Touchpoint, "t", name="edited before the end")
    buffer = io.BytesIO()
    Image.new("RGB", (30, 20), (1, 2, 3)).save(buffer, "PNG")
    asset = session.add_picture(buffer.getvalue())
    with session.transaction("Add picture") as draft:
        draft.create(Picture(id="p", about="t", asset=asset))
    print(asset, flush=True)
    sys.stdin.read()


def save_forever(path: Path, folders: Folders) -> None:
    """Edit and save without end, saying each step before it is saved and after."""
    session = Session.open(path, folders)
    number = int(session.document.get(Touchpoint, "t").name)
    while True:
        number += 1
        with session.transaction("Count") as draft:
            draft.update(Touchpoint, "t", name=str(number), description="x" * (number * 7919 % 50_000))
        print("edited", number, flush=True)
        session.save()
        print("saved", number, flush=True)


if __name__ == "__main__":
    {"edit": edit, "save": save_forever}[sys.argv[1]](Path(sys.argv[2]), Folders.below(Path(sys.argv[3])))
