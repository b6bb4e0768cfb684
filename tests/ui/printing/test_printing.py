"""Printing: the pages chosen come out as they are, in the order and as often as asked for, or not at all."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from cxstudio.errors import UserError
from cxstudio.steps import finished
from tests.cxstudio.documents.report_pages import of_sample
from ui.dialogs import print_chooser as choosers
from ui.dialogs.print_chooser import new_printer
from ui.dialogs.printing import Printing, page_sizes, place_on, sheets_of

A4, A3 = (595.28, 841.89), (841.89, 1190.55)
ACROSS = (841.89, 595.28)


@pytest.fixture
def to_file(qapp, tmp_path: Path) -> QPrinter:
    printer = new_printer("Report", QSizeF(*ACROSS))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    return printer


def drawn(pages: list[tuple[float, float]], folder: Path) -> bytes:
    """A PDF with pages of these sizes and their numbers on them."""
    path = folder / "drawn.pdf"
    canvas = Canvas(str(path))
    for number, size in enumerate(pages, 1):
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 300)
        canvas.drawCentredString(size[0] / 2, size[1] / 3, str(number))
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def pictures(pdf: bytes) -> list:
    opened = pypdfium2.PdfDocument(pdf)
    return [opened[n].render(scale=2).to_pil().convert("L") for n in range(len(opened))]


def difference(one, other) -> float:
    """Mean difference of two pictures, 0 to 255."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0]


def test_printed_pages_look_like_the_report(to_file, tmp_path):
    report = of_sample("de").pdf
    to_file.setPageRanges(QPageRanges.fromString("1-2"))
    to_file.setResolution(300)
    printing = Printing(report, to_file)
    assert finished(printing.steps()) == 2 and printing.share == 1.0
    printed = (tmp_path / "printed.pdf").read_bytes()
    before, after = pictures(report), pictures(printed)
    assert [round(side) for side in page_sizes(printed)[0]] == [842, 595]
    assert len(after) == 2
    for n in (0, 1):
        others = min(difference(after[n], page) for at, page in enumerate(before) if at != n)
        assert difference(after[n], before[n]) < 3 < others


def test_each_page_lies_as_it_is(to_file, tmp_path):
    pdf = drawn([A4, ACROSS, A4], tmp_path)
    finished(Printing(pdf, to_file).steps())
    sizes = page_sizes((tmp_path / "printed.pdf").read_bytes())
    assert [wide > high for wide, high in sizes] == [False, True, False]


def test_pages_copies_and_order(to_file):
    to_file.setCopyCount(2)
    to_file.setCollateCopies(True)
    assert list(sheets_of(3, to_file)) == [0, 1, 2, 0, 1, 2]
    to_file.setCollateCopies(False)
    assert list(sheets_of(3, to_file)) == [0, 0, 1, 1, 2, 2]
    to_file.setCopyCount(1)
    to_file.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert list(sheets_of(6, to_file)) == [0, 2, 3]
    to_file.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(sheets_of(6, to_file)) == [3, 2, 0]


@pytest.mark.parametrize("size", [A4, (595.28 * 3, 841.89 * 3), (200.0, 300.0), (100.0, 2000.0)])
def test_a_page_is_never_enlarged_nor_cut(qapp, size):
    printer = new_printer("Page", QSizeF(*A4))
    printer.setResolution(72)
    place = place_on(printer, *size)
    assert place.left() >= -1 and place.top() >= -1 and place.right() <= 597 and place.bottom() <= 844
    assert place.width() <= size[0] + 0.01
    assert place.width() / place.height() == pytest.approx(size[0] / size[1])


def test_a_page_on_its_own_paper_keeps_its_size(qapp):
    printer = new_printer("Page", QSizeF(*A3))
    assert place_on(printer, *A3).width() / printer.resolution() * 72 == pytest.approx(A3[0])


def test_cancelled_it_leaves_the_file_as_it_was(to_file, tmp_path):
    path = tmp_path / "printed.pdf"
    path.write_bytes(b"before")
    steps = Printing(drawn([ACROSS] * 3, tmp_path), to_file).steps()
    next(steps)
    steps.close()
    assert path.read_bytes() == b"before"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["drawn.pdf", "printed.pdf"]


def test_pages_there_are_none_of_are_said_in_one_sentence(to_file, tmp_path):
    to_file.setPageRanges(QPageRanges.fromString("7-9"))
    with pytest.raises(UserError, match="none of these pages"):
        finished(Printing(drawn([A4], tmp_path), to_file).steps())
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.torture
def test_a_command_prints_beside_the_window(sample_window, to_file, tmp_path, monkeypatch, qtbot):
    asked = []

    def chosen(parent, title, pages, size):
        asked.append((title, pages, size.width() > size.height()))
        return to_file if len(asked) > 1 else None

    monkeypatch.setattr(choosers, "chosen_printer", chosen)
    window, path = sample_window, tmp_path / "printed.pdf"
    window.context.commands.run("print.plan_pdf")
    qtbot.waitUntil(lambda: bool(asked) and not window.context.tasks.busy, timeout=60_000)
    assert not path.exists(), "a dialog closed prints nothing"
    window.context.commands.run("print.plan_pdf")
    qtbot.waitUntil(lambda: path.exists() and not window.context.tasks.busy, timeout=60_000)
    title, pages, across = asked[1]
    assert title.endswith("– Action plan") and across
    assert len(page_sizes(path.read_bytes())) == pages
