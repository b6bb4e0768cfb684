"""A drawing for the clipboard: pixels for those who paste a picture, and a drawing for those who take one."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.errors import UserError
from cxstudio.model import Document
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from cxstudio.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class CopiedDrawing:
    """The bytes of both files; no pixels of what is too large for a picture."""

    svg: bytes
    png: bytes


def copied_drawing(drawn: str, document: Document, order: Order, *, progress: Progress = silent) -> CopiedDrawing:
    """Both files of what is drawn: "map", "board" … Raises UserError where it cannot be drawn."""
    svg = make_output(f"{drawn}_svg", document, order).data
    progress(0.5, "")
    try:
        png = make_output(f"{drawn}_png", document, order).data
    except UserError:  # too large for pixels: whoever takes drawings gets this one
        png = b""
    return CopiedDrawing(svg, png)
