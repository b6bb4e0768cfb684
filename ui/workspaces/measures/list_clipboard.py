"""Copying rows of the list to a spreadsheet and pasting cells from one: what does not fit is said, the rest kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from cxstudio.edits import write_field
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.spreadsheet_cells import as_lines, cells, lines_of
from cxstudio.model import Id, Measure
from cxstudio.plain_text import safe_cell
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.fields.cell_values import cell_value
from cxstudio.wording.fields.field_table import Field
from cxstudio.wording.fields.typed_values import BadInput
from ui.context.context import Context

if TYPE_CHECKING:
    from ui.workspaces.measures.measure_table_view import MeasureView

Cell = tuple[Id, Field, Any]


def copy_rows(view: MeasureView) -> None:
    """The selected measures with their headings, as a spreadsheet takes them."""
    table, chosen = view.table, view.selected_measures()
    columns = range(table.columnCount())
    rows = sorted(table.row_of(measure) for measure in chosen)
    if not rows:
        return
    lines = [[table.title(column) for column in columns]]
    lines += [[str(table.index(row, column).data() or "") for column in columns] for row in rows]
    QApplication.clipboard().setText(as_lines([[safe_cell(" ".join(cell.split())) for cell in line] for line in lines]))
    view.context.messages.say(view.context.texts.trn("{n} measure copied.", "{n} measures copied.", len(rows)))


def paste_cells(view: MeasureView) -> None:
    """Cells from the clipboard go from the current cell to the right and down, as one step."""
    context, mime = view.context, QApplication.clipboard().mimeData()
    lines = cells(lines_of(mime.text(), mime.html())) if mime.hasText() else []
    current = view.currentIndex()
    if not lines or not current.isValid() or context.session.read_only:
        return
    fitting, problems = _read(view, lines, current.row(), current.column())
    try:
        with context.session.transaction(N_("Paste into the list")) as draft:
            for measure, field, value in fitting:
                write_field(draft, Measure, measure, field.name, value)
    except UserError as problem:
        context.messages.say(sentence(problem, context.texts))
        return
    texts = context.texts
    if problems:
        left = texts.trn("{n} cell was left as it was.", "{n} cells were left as they were.", len(problems))
        context.messages.say(f"{problems[0]} {left}")
    else:
        context.messages.say(texts.trn("{n} cell pasted.", "{n} cells pasted.", len(fitting)))
        for measure, field, _ in fitting[-1:]:
            view.table.warn(measure, field.name)


def _read(view: MeasureView, pasted: list[list[str]], row: int, left: int) -> tuple[list[Cell], list[str]]:
    """What fits, and a sentence for each cell that does not."""
    context, table = view.context, view.table
    fitting: list[Cell] = []
    problems: list[str] = []
    rows = [r for r in range(row, table.rowCount()) if table.measure(table.index(r, 0)) is not None]
    for line, at in zip(pasted, rows, strict=False):
        measure = table.measure(table.index(at, 0))
        for number, text in enumerate(line):
            field = table.field(left + number)
            if measure is None or field is None:
                continue
            try:
                value = cell_value(context.texts, context.document, field, text, measure.id)
                fitting.append((measure.id, field, value))
            except BadInput as problem:
                problems.append(str(problem))
    beyond = len(pasted) - len(rows)
    if beyond > 0:
        problems += [_beyond(context)] * beyond
    return fitting, problems


def _beyond(context: Context) -> str:
    return context.tr("There are fewer rows than were pasted.")
