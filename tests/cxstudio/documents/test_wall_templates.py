"""Empty wall templates: every part of a large sheet is on a small one, and says so in its language."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from cxstudio.cli.main import main
from cxstudio.documents.paper import PAPERS
from cxstudio.documents.wall_templates.tiling import GLUE, MARGIN, tiled
from cxstudio.documents.wall_templates.wall_details import WallDetails
from cxstudio.documents.wall_templates.wall_pdf import wall_pdf
from cxstudio.errors import UserError

LENGTH = st.floats(300.0, 4000.0)


@given(LENGTH, LENGTH, st.floats(200.0, 900.0), st.floats(200.0, 900.0))
def test_tiles_cover_the_whole_and_share_one_strip_with_each_neighbour(w: float, h: float, a: float, b: float) -> None:
    tiling = tiled((w, h), (a, b))
    assert len(tiling.tiles) == tiling.rows * tiling.columns and sorted(tiling.sheet) == sorted((a, b))
    by_place = {(tile.row, tile.column): tile for tile in tiling.tiles}
    for (row, column), tile in by_place.items():
        assert tile.width <= tiling.sheet[0] - 2 * MARGIN + 1e-6 and tile.height <= tiling.sheet[1] - 2 * MARGIN + 1e-6
        beside, below = by_place.get((row, column + 1)), by_place.get((row + 1, column))
        right, bottom = tile.x + tile.width, tile.y + tile.height
        assert right - beside.x == pytest.approx(GLUE) if beside else right == pytest.approx(w)
        assert bottom - below.y == pytest.approx(GLUE) if below else bottom == pytest.approx(h)


@pytest.mark.parametrize("wall", ["journey", "empathy", "ideas"])
def test_a_template_has_the_size_of_its_paper_and_the_words_of_its_language(wall: str) -> None:
    said = {}
    for language in ("de", "en"):
        (page,) = PdfReader(io.BytesIO(wall_pdf(wall, language, WallDetails("a0")).pdf)).pages
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(PAPERS["a0"].size, abs=0.1)
        said[language] = page.extract_text()
    assert said["de"] != said["en"] and all(said.values())
    tiles = wall_pdf(wall, "en", WallDetails("a3", "a4"))
    pages = PdfReader(io.BytesIO(tiles.pdf)).pages
    assert tiles.pages == len(pages) == 4
    assert "Row 2, column 2" in pages[3].extract_text() and "glue the next sheet" in pages[0].extract_text()
    with pytest.raises(UserError, match="smaller"):
        wall_pdf(wall, "en", WallDetails("a3", "a3"))


def test_a_template_is_written_without_a_project(tmp_path: Path) -> None:
    target = tmp_path / "wall.pdf"
    assert main(["wall", "ideas", "-o", str(target), "--size", "a0", "--tiles", "a3", "--lang", "en"]) == 0
    assert len(PdfReader(target).pages) == 15
