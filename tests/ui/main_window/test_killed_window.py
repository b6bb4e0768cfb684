"""A window killed in the middle of work: everything is there when it is opened again."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

from cxstudio.catalogue.samples import sample
from cxstudio.files import load, save
from cxstudio.model import Picture, Touchpoint
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
from ui.main_window.application import first_window

VICTIM = Path(__file__).with_name("victim_window.py")


def test_an_edit_and_a_dropped_picture_survive_the_kill(tmp_path: Path, qapp: object) -> None:
    file, place, picture = tmp_path / "umzug.cxs", tmp_path / "person", tmp_path / "Foto.png"
    made = sample("lindenfurt", "de")
    save(file, made.document, made.assets)
    before = file.read_bytes()
    Image.new("RGB", (300, 200), (30, 120, 200)).save(picture)
    arguments = [sys.executable, str(VICTIM), str(file), str(place), str(picture)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.kill()
    assert said == "done\n" and file.read_bytes() == before
    folders = Folders.below(place)
    window = first_window(folders, Settings(folders), file)
    try:
        session = window.context.session
        first = load(file).content.document.all(Touchpoint)[0].id
        assert session.document.get(Touchpoint, first).name == "Edited before the end"
        (pinned,) = session.document.having(Picture, "about", first)
        assert session.assets[pinned.asset] and session.dirty and session.notices
        session.save()
        assert pinned.asset in load(file).assets
    finally:
        window.close()
        window.deleteLater()
