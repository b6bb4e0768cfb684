"""The map to hang up as files: tiles put together are the poster, its words are text, nothing ends in an ellipsis."""

import io

import numpy as np
import pypdfium2
import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Journey, Touchpoint
from cxstudio.render.posters.poster_files import Form, PosterOrder, poster_pdf
from cxstudio.render.posters.tile_grid import TILE_MARGIN, Grid
from tests.unmeasured import unmeasured

A3 = (1190.55, 841.89)
A4 = (841.89, 595.28)
SCALE = 1.0


def made(form: Form, size: tuple[float, float] = A3) -> bytes:
    document = sample("lindenfurt", "de").document
    return poster_pdf(document, document.all(Journey)[0].id, PosterOrder(size, form), language="de").pdf


def pages(pdf: bytes) -> list[np.ndarray]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [np.asarray(page.render(scale=SCALE).to_pil().convert("L"), dtype=float) for page in document]


@unmeasured()
def test_tiles_put_together_are_the_poster() -> None:
    (whole,), parts = pages(made(Form.SHEETS)), pages(made(Form.TILES))[1:]
    grid = Grid.of(A3, A4)
    assert len(parts) == grid.rows * grid.columns > 1
    joined = np.full((whole.shape[0] + 900, whole.shape[1] + 900), 255.0)
    inside, (wide, high) = round(TILE_MARGIN * SCALE), (round(side * SCALE) for side in grid.window)
    for number, part in enumerate(parts):
        x, y = (round(side * SCALE) for side in grid.corner(*divmod(number, grid.columns)))
        joined[y : y + high, x : x + wide] = part[inside : inside + high, inside : inside + wide]
    joined = joined[: whole.shape[0], : whole.shape[1]]
    assert whole.min() < 40
    assert np.abs(joined - whole).mean() < 2.5
    assert np.abs(np.roll(joined, 40, axis=1) - whole).mean() > 6.0


@unmeasured()
@pytest.mark.parametrize("size", [A4, A3, A3[::-1]])
def test_every_name_is_text_and_nothing_is_shortened(size: tuple[float, float]) -> None:
    document: Document = sample("lindenfurt", "de").document
    reader = PdfReader(io.BytesIO(made(Form.SHEETS, size)))
    said = " ".join("".join(page.extract_text() for page in reader.pages).replace("\u00ad\n", "").split())
    for touchpoint in document.all(Touchpoint):
        assert touchpoint.name in said, touchpoint.name
    assert "…" not in said
    assert "Innensicht: 9" in said and "14 Kontaktpunkte, 3 kritisch" in said
    assert {tuple(round(float(side), 2) for side in page.mediabox[2:]) for page in reader.pages} == {size}
