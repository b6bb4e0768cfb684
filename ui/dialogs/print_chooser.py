"""The system's dialog for printing, the other modal thing there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from ui.theme.plain_texts import window_title

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def chosen_printer(parent: QWidget, title: str, pages: int, size: QSizeF) -> QPrinter | None:
    """The printer with what was chosen (pages, copies, colour); None where the dialog was closed.

    `size` is that of the first page, in points; the printer proposes the same paper.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    printer = new_printer(title, size)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"{window_title(title)}")
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies, True)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def new_printer(title: str, size: QSizeF) -> QPrinter:
    """The usual printer, with paper of that size in points, to be printed on up to its edges."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    across = size.width() > size.height()
    paper = QPageSize(size.transposed() if across else size, QPageSize.Unit.Point, "",
                      QPageSize.SizeMatchPolicy.FuzzyMatch)  # fmt: skip
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF()))
    printer.setFullPage(True)
    return printer
