"""`cxstudio slides`: a new deck, one on a template, and an edited one updated where it lies."""

from pathlib import Path

from pptx import Presentation

from cxstudio.catalogue.samples import sample
from cxstudio.cli.main import main
from cxstudio.files.saving import save


def project(folder: Path) -> Path:
    path = folder / "move.cxs"
    made = sample("lindenfurt", "en")
    save(path, made.document, made.assets)
    return path


def test_slides_are_written_updated_and_kept(tmp_path, capsys):
    path, deck = project(tmp_path), tmp_path / "move.pptx"
    assert main(["slides", str(path), "-o", str(deck)]) == 0
    opened = Presentation(str(deck))
    opened.slides[2].shapes.title.text_frame.text = "Our own words"
    opened.save(str(deck))
    before = deck.read_bytes()
    assert main(["slides", str(path), "--update", str(deck)]) == 0
    told = capsys.readouterr().out
    assert "tables replaced (slides:" in told
    (kept,) = tmp_path.glob("move *.pptx")
    assert kept.read_bytes() == before and kept.name in told
    assert Presentation(str(deck)).slides[2].shapes.title.text_frame.text == "Our own words"


def test_what_cannot_be_used_is_one_sentence_and_writes_nothing(tmp_path, capsys):
    path, bad = project(tmp_path), tmp_path / "house.pptx"
    bad.write_bytes(b"\xd0\xcf\x11\xe0 locked")
    assert main(["slides", str(path), "-o", str(tmp_path / "x.pptx"), "--template", str(bad)]) == 1
    assert main(["slides", str(path), "--update", str(bad)]) == 1
    assert main(["slides", str(path), "--update", str(tmp_path / "gone.pptx")]) == 1
    assert main(["slides", str(path), "--update", str(bad), "-o", "y.pptx"]) == 2
    assert main(["slides", str(path)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 5 and "password" in said[0]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["house.pptx", "move.cxs"]
