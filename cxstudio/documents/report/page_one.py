"""Page one: what is wrong, what we ask for, what it costs, and on what it rests. It is one page, whatever it holds."""

from __future__ import annotations

from cxstudio.documents.report import decision
from cxstudio.documents.report.basis import basis_sentence
from cxstudio.documents.report.headlines import headline
from cxstudio.documents.report.marks import delta_part, measure_parts
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.sheet import Page, Piece, Sheet, balanced
from cxstudio.documents.setting.table import Column, Look, Row, Table, cell
from cxstudio.documents.setting.type import (
    BODY,
    BOX_BODY,
    CONTENT_BOTTOM,
    CONTENT_WIDTH,
    DECISION,
    DECISION_STRONG,
    FIGURE,
    FINDING,
    LABEL,
    LARGE_CELL,
    LARGE_CELL_STRONG,
    MARGIN,
    OVERLINE,
    SMALL,
    SMALL_STRONG,
    TOP,
)
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Rect
from cxstudio.layout.text.text_measuring import fitted, width
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Touchpoint

SECTION = "decision"
MOST_CRITICAL = 3
MOST_STARDUST = 2
_PAD = 16.0
_FACT_WIDTHS = (0.15, 0.15, 0.38, 0.32)
"""Shares of the box."""
_FACT_GAP = 14.0
_LEFT = 468.0
_COLUMN_GAP = 40.0
_BASIS_LINES = 3
_DELTA_WIDTH = 48.0


def pages(material: Material) -> list[Page]:
    """The one page."""
    texts = material.texts
    sheet = Sheet(material.fonts, SECTION, texts.tr("Decision paper"))
    y = _top(sheet, material)
    y = _decision_box(sheet, material, y + 15.0) + 22.0
    floor = _foot(sheet, material) - 8.0
    _critical(sheet, material, y, floor)
    _aside(sheet, material, y, floor)
    return [sheet.finished()]


def _top(sheet: Sheet, material: Material) -> float:
    title = material.journey.title if material.journey else material.document.project.title
    overline = " · ".join(part for part in (material.texts.tr("Decision paper"), title) if part).upper()
    y = TOP
    y += sheet.text(overline, OVERLINE, MARGIN, y, CONTENT_WIDTH, Role.MUTED, 1) + 4.0
    finding = headline(material, SECTION)
    wide = balanced(material.fonts, finding, FINDING, CONTENT_WIDTH, 3)
    return y + sheet.text(finding, FINDING, MARGIN, y, wide, Role.INK, 3, meaning=Meaning.HEADING)


def _decision_box(sheet: Sheet, material: Material, top: float) -> float:
    """The box; returns where it ends. Its ground is put down first, so the text is measured on a sheet of its own."""
    trial = Sheet(material.fonts, SECTION)
    bottom = _decision_text(trial, material, top + 13.0) + 12.0
    ground = Rect(MARGIN, top, CONTENT_WIDTH, bottom - top, Role.ACCENT_GROUND, Role.ACCENT, 0.9, 9.0)
    sheet.group("box", [ground])
    _decision_text(sheet, material, top + 13.0)
    return bottom


def _decision_text(sheet: Sheet, material: Material, y: float) -> float:
    tr = material.texts.tr
    x, wide = MARGIN + _PAD, CONTENT_WIDTH - 2 * _PAD
    asked = decision.request(material)
    if not asked:
        y += sheet.text(tr("No decision is asked for yet"), DECISION_STRONG, x, y, wide)
        missing = tr("Measures that are proposed stand here with their cost and benefit as soon as there are any.")
        if material.measures:
            missing = tr("No measure is up for approval yet.")
        return y + sheet.text(missing, BODY, x, y + 2.0, wide, Role.MUTED, 2)
    whom = decision.addressee(material)
    label = tr("Decision we ask for") + ("" if whom else ":")
    pieces = [Piece(label, DECISION_STRONG), Piece(f"{whom}: {asked}" if whom else asked, DECISION)]
    y += sheet.rich(pieces, x, y, wide, 3) + 9.0
    bottom = y
    for share, fact in zip(_FACT_WIDTHS, decision.facts(material), strict=True):
        bottom = max(bottom, _fact(sheet, fact, x, y, share * wide - _FACT_GAP))
        x += share * wide
    return bottom


def _fact(sheet: Sheet, fact: decision.Fact, x: float, y: float, wide: float) -> float:
    y += sheet.text(fact.label, LABEL, x, y, wide, Role.MUTED, 1) + 1.0
    if fact.figure:
        y += sheet.text(fact.figure, _fitting(sheet, fact.figure, wide), x, y, wide, Role.INK, 2)
    if fact.sentence or fact.unknown:
        role = Role.INK if fact.sentence else Role.MUTED
        y += 2.0 + sheet.text(fact.sentence or fact.unknown, BOX_BODY, x, y + 2.0, wide, role, 4)
    if fact.note:
        y += sheet.text(fact.note, SMALL, x, y, wide, Role.MUTED, 4)
    return y


def _fitting(sheet: Sheet, figure: str, wide: float) -> Type:
    """The largest type in which a figure stands on one line: money is never cut."""
    sizes = (FIGURE, DECISION_STRONG, LARGE_CELL_STRONG)
    return next((t for t in sizes if width(sheet.fonts, figure, t.face, t.size) <= wide), SMALL_STRONG)


def _critical(sheet: Sheet, material: Material, y: float, floor: float) -> None:
    """Three critical touchpoints with figure and measure; texts get fewer lines where there is little room."""
    tr = material.texts.tr
    y += sheet.text(tr("Critical touchpoints").upper(), OVERLINE, MARGIN, y, _LEFT, Role.MUTED, 1) + 3.0
    chosen = material.critical[:MOST_CRITICAL]
    if not chosen:
        sheet.text(_no_critical(material), BODY, MARGIN, y, _LEFT, Role.MUTED, 3)
        return
    columns = (Column(tr("Touchpoint"), 160.0), Column(tr("Delta"), 60.0, 1.0), Column(tr("Measure"), _LEFT - 220.0))
    table = Table(material.fonts, columns, Look(above=7.0, below=7.5, aside=9.0))
    for most in (3, 2, 1):
        rows = [_critical_row(material, t, most) for t in chosen]
        if y + table.head()[1] + sum(table.row(r, 0)[1] for r in rows) <= floor:
            break
    y += table.put_head(sheet, MARGIN, y)
    for number, row in enumerate(rows):
        if y + table.row(row, number)[1] <= floor:
            y += table.put(sheet, row, number, MARGIN, y)


def _critical_row(material: Material, touchpoint: Touchpoint, most: int) -> Row:
    measures = measure_parts(material, touchpoint.id, min(most, 2), LARGE_CELL)[: max(1, most)]
    delta = delta_part(material, touchpoint.id, LARGE_CELL_STRONG)
    return Row((cell(touchpoint.name, LARGE_CELL_STRONG, most=most), (delta,), measures), touchpoint.id)


def _no_critical(material: Material) -> str:
    tr = material.texts.tr
    if not material.touchpoints:
        return tr("The journey has no touchpoints yet.")
    if material.figures is None:
        return tr("Which touchpoints are critical can be told once they have been rated.")
    return tr("No touchpoint is marked as critical.")


def _aside(sheet: Sheet, material: Material, y: float, floor: float) -> None:
    """What to keep, who is responsible, when we look again; shorter where there is little room."""
    for stars, most in ((MOST_STARDUST, 2), (1, 2), (1, 1)):
        if _aside_set(Sheet(material.fonts, SECTION), material, y, stars, most) <= floor:
            break
    _aside_set(sheet, material, y, stars, most)


def _aside_set(sheet: Sheet, material: Material, y: float, stars: int, most: int) -> float:
    tr, settings = material.texts.tr, material.settings
    x, wide = MARGIN + _LEFT + _COLUMN_GAP, CONTENT_WIDTH - _LEFT - _COLUMN_GAP
    if material.stardust:
        y += sheet.text(tr("What has to stay").upper(), OVERLINE, x, y, wide, Role.MUTED, 1) + 4.0
        for touchpoint in material.stardust[:stars]:
            y = _strength(sheet, material, touchpoint, x, y, wide, most)
        y += 11.0
    owner = material.journey.owner if material.journey else ""
    control = material.texts.long_date(settings.next_control) if settings.next_control else ""
    for label, value, missing in (
        (tr("Responsible for the journey"), owner, tr("nobody named yet")),
        (tr("Next control"), control, tr("no date agreed yet")),
    ):
        y += sheet.text(label.upper(), OVERLINE, x, y, wide, Role.MUTED, 1) + 3.0
        y += sheet.text(value or missing, BOX_BODY, x, y, wide, Role.INK if value else Role.MUTED, most) + 11.0
    return y - 11.0


def _strength(sheet: Sheet, material: Material, touchpoint: Touchpoint, x: float, y: float, wide: float,
              most: int) -> float:  # fmt: skip
    size = 10.0
    sheet.group("star", marks.sign("star", x, y + 2.6, size, Role.STARDUST))
    delta = delta_part(material, touchpoint.id, LARGE_CELL_STRONG)
    room = wide - size - 5.0
    name = fitted(sheet.fonts, touchpoint.name, BOX_BODY.face, BOX_BODY.size, most * (room - _DELTA_WIDTH))
    pieces = [Piece("".join(run.text for run in name.runs), BOX_BODY), Piece(delta.text, delta.style, delta.role)]
    return y + sheet.rich(pieces, x + size + 5.0, y, room, most) + 3.0


def _foot(sheet: Sheet, material: Material) -> float:
    """The basis, at the bottom; returns where it begins."""
    pieces = [
        Piece(material.texts.tr("Basis of the figures"), SMALL_STRONG),
        Piece(basis_sentence(material), SMALL, Role.MUTED),
    ]
    trial = Sheet(material.fonts, SECTION)
    top = CONTENT_BOTTOM - trial.rich(pieces, MARGIN, 0.0, CONTENT_WIDTH, _BASIS_LINES)
    sheet.rule(MARGIN, top - 7.0, CONTENT_WIDTH)
    sheet.rich(pieces, MARGIN, top, CONTENT_WIDTH, _BASIS_LINES)
    return top - 7.0
