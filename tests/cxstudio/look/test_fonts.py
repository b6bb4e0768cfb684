"""The font book: what its files cover, how wide characters are, and what fills in for other scripts."""

import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cxstudio.look import sfnt
from cxstudio.look.fonts import OWN_FACES, FontBook, font_book
from cxstudio.look.icons import CHANNEL_ICONS, FACES, GRID, icon, icon_names


@pytest.mark.parametrize("name", OWN_FACES)
def test_advances_are_those_of_the_file(name: str) -> None:
    book = font_book()
    with TTFont(book.path(name)) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        expected = {code: widths[glyph][0] * 1000 / units for code, glyph in font.getBestCmap().items()}
    assert book.advances(name) == expected


def test_own_faces_come_first() -> None:
    book = font_book()
    assert book.face_for("ä", "semibold") == "semibold"
    assert book.face_for("Ω", "italic") == "regular"


def test_without_system_fonts_foreign_characters_are_named_once() -> None:
    book = FontBook(folders=())
    assert book.face_for("한", "regular") is None
    assert book.missing(["한글 und 한국 🙂", "Grüße"]) == ("한", "글", "국", "🙂")
    assert book.missing(["Grüße, Ελένη, Привет\u00ad\n"]) == ()


def test_a_hangul_font_of_the_system_is_found() -> None:
    folder = Path("/usr/share/fonts/truetype/nanum")
    if not folder.is_dir():
        pytest.skip("fonts-nanum is not installed")
    book = FontBook([folder])
    regular, bold = book.face_for("한", "regular"), book.face_for("한", "bold")
    assert regular is not None
    assert ord("한") in book.advances(regular)
    assert bold != regular
    assert book.path(regular).parent == folder


def test_damaged_and_foreign_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09garbage")
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "collection.ttc").write_bytes(b"ttcf" + struct.pack(">II", 1, 3))
    book = FontBook([tmp_path, tmp_path / "not-there"])
    assert book.face_for("한", "regular") is None
    with pytest.raises(sfnt.NotUsable):
        sfnt.read(tmp_path / "broken.ttf")


def test_postscript_outlines_are_refused() -> None:
    book = font_book()
    otf = book.path("regular").with_suffix(".otf")
    with pytest.raises(sfnt.NotUsable, match="outlines"):
        sfnt.read(otf)


@pytest.mark.parametrize("name", [*icon_names(), *CHANNEL_ICONS, "from a newer program"])
def test_icons_stay_on_their_grid(name: str) -> None:
    drawn = icon(name)
    paths = (*drawn.strokes, *drawn.fills, *drawn.cutouts)
    assert paths
    for part in (p for path in paths for p in path):
        assert all(0 <= v <= GRID for v in part[1:]), (name, part)


def test_seven_faces() -> None:
    assert len({icon(name) for name in FACES.values()}) == 7
