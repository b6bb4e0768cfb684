"""The rows of an agenda: when planned, when really, what, how long."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from cxstudio.analysis.workshops.block_needs import block_need
from cxstudio.analysis.workshops.planned_times import AgendaPlan, agenda_of, plan_agenda
from cxstudio.analysis.workshops.run_standing import BlockStanding, RunStanding, minutes_of
from cxstudio.edits import set_fields
from cxstudio.look.roles import Role
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.wording import N_
from cxstudio.wording.findings.agenda_sentences import clock_text, moment_text, need_texts
from ui.context.context import Context
from ui.theme.fonts import font
from ui.theme.plain_texts import tooltip_text

Index = QModelIndex | QPersistentModelIndex
PLAN, NOW, BLOCK, MARK, MINUTES = range(5)
_TITLES: Final = (N_("Plan"), N_("Now"), N_("Block"), "", N_("Duration"))
LONGEST: Final = 1440
PLANNED: Final = Qt.ItemDataRole.UserRole
"""Minutes as they were planned, where others were agreed on; else None."""
_ROLE = Qt.ItemDataRole


class AgendaTable(QAbstractTableModel):
    """Reads the document; titles and minutes are edited in place."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.workshop: Workshop | None = None
        self.blocks: tuple[AgendaBlock, ...] = ()
        self.plan: AgendaPlan | None = None
        self.standing: RunStanding | None = None

    def show(self, workshop: Workshop | None, standing: RunStanding | None) -> None:
        """Show an agenda, and how it runs where it does."""
        blocks = agenda_of(self.context.document, workshop.id) if workshop is not None else ()
        same = [b.id for b in blocks] == [b.id for b in self.blocks] and bool(standing) == bool(self.standing)
        if not same:
            self.beginResetModel()
        self.workshop, self.blocks, self.standing = workshop, blocks, standing
        self.plan = plan_agenda(workshop, blocks) if workshop is not None else None
        if not same:
            self.endResetModel()
        elif blocks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(blocks) - 1, MINUTES))

    def block(self, index: Index) -> AgendaBlock | None:
        """The block of a row."""
        return self.blocks[index.row()] if index.isValid() and index.row() < len(self.blocks) else None

    def row_of(self, block: Id | None) -> int:
        """The row of a block, −1 where it has none."""
        return next((row for row, b in enumerate(self.blocks) if b.id == block), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.blocks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self.context.tr(_TITLES[section])
        if role == _ROLE.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if section == MINUTES else Qt.AlignmentFlag.AlignLeft
            return right | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        made = flags.ItemIsSelectable | flags.ItemIsEnabled | flags.ItemIsDragEnabled
        if index.column() in (BLOCK, MINUTES) and not self.context.session.read_only:
            made |= flags.ItemIsEditable
        return made | flags.ItemIsDropEnabled if not index.isValid() else made

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        block = self.block(index)
        if block is None:
            return None
        column = index.column()
        if role == _ROLE.DisplayRole:
            return self._text(block, index.row(), column)
        if role == _ROLE.EditRole:
            return block.title if column == BLOCK else str(minutes_of(block))
        if role == _ROLE.ToolTipRole:
            return tooltip_text(self._hint(block))
        if role == _ROLE.AccessibleTextRole:
            return self.spoken(index.row())
        if role == _ROLE.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if column == MINUTES else Qt.AlignmentFlag.AlignLeft
            return right | Qt.AlignmentFlag.AlignVCenter
        if role == PLANNED:
            changed = column == MINUTES and minutes_of(block) != block.minutes
            return self.context.texts.number(block.minutes) if changed else None
        if role == _ROLE.FontRole:
            return self._font(block, column)
        return self._colour(block, column) if role == _ROLE.ForegroundRole else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        block, typed = self.block(index), " ".join(str(value).split())
        if block is None or role != _ROLE.EditRole:
            return False
        if index.column() == BLOCK:
            if typed == block.title:
                return False
            fields: dict[str, Any] = {"title": typed}
        else:
            if not typed.isdecimal() or int(typed) > LONGEST:
                said = self.context.tr("A block lasts 0 to 1440 minutes. Nothing was changed.")
                self.context.messages.say(said)
                return False
            running = self.standing is not None
            fields = {"agreed" if running else "minutes": int(typed)}
            if minutes_of(block) == int(typed):
                return False
        with self.context.session.transaction(N_("Change the agenda")) as draft:
            set_fields(draft, AgendaBlock, block.id, **fields)
        return True

    def spoken(self, row: int) -> str:
        """A row as a sentence, for those who do not see it."""
        block = self.blocks[row]
        texts = [self._text(block, row, column) for column in (PLAN, NOW, BLOCK, MARK)]
        length = self.context.tr("{n} min", n=self.context.texts.number(minutes_of(block)))
        return ", ".join(part for part in (*texts, length) if part)

    def _text(self, block: AgendaBlock, row: int, column: int) -> str:
        texts, now = self.context.texts, self._now(block)
        if column == PLAN and self.plan is not None:
            return clock_text(self.plan.times[row].start, texts)
        if column == NOW and now is not None:
            return moment_text(now.start, self.context.run.clock.zone)
        if column == BLOCK:
            return block.title or texts.tr("Untitled")
        if column == MARK:
            return self._mark(block, now)
        if column == MINUTES:
            before, after = texts.number(block.minutes), texts.number(minutes_of(block))
            return after if before == after else f"{before} → {after}"
        return ""

    def _mark(self, block: AgendaBlock, now: BlockStanding | None) -> str:
        tr = self.context.tr
        if block.skipped:
            return tr("left out")
        if block.ended:
            return "✓"
        if block.began:
            return tr("paused") if self.standing is not None and self.standing.paused else tr("running")
        need = self._need(block) if now is None else None
        if block.minutes == 0 and now is None:
            return tr("no time")
        if need is not None and not need.fits:
            return tr("too short")
        return tr("fixed") if block.fixed else ""

    def _hint(self, block: AgendaBlock) -> str:
        need = self._need(block)
        said = need_texts(need, self.context.texts) if need is not None else (block.goal,)
        return "\n".join(part for part in (block.title, *said) if part)

    def _need(self, block: AgendaBlock) -> Any:
        assert self.workshop is not None
        return block_need(self.context.document, self.workshop, block)

    def _font(self, block: AgendaBlock, column: int) -> QFont | None:
        over = block.ended or block.skipped or block.kind is BlockKind.BREAK
        if column == NOW or (column == BLOCK and not over):
            return font(13, "semibold")
        return font(11, "semibold") if column == MARK else None

    def _colour(self, block: AgendaBlock, column: int) -> QColor | None:
        theme = self.context.theme
        if column == MARK:
            short = self._mark(block, self._now(block)) in (self.context.tr("too short"), self.context.tr("no time"))
            return theme.colour(Role.DISAPPOINTING_TEXT if short else Role.ACCENT)
        if column == MINUTES and block.agreed not in (None, block.minutes):
            return theme.colour(Role.ACCENT)
        dim = column == PLAN or block.ended or block.skipped or block.kind is BlockKind.BREAK
        return theme.colour(Role.MUTED) if dim else None

    def _now(self, block: AgendaBlock) -> BlockStanding | None:
        if self.standing is None:
            return None
        return next((b for b in self.standing.blocks if b.block.id == block.id), None)
