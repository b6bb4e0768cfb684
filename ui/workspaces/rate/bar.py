"""The bar above the grid: which round, whose answers, what is filtered, and what can be begun."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from cxstudio.model import GROUP_VOICE, Department, Participant, Round
from cxstudio.wording.figures import view_words
from ui.context import Context
from ui.widgets.basics import button, row
from ui.widgets.segments import Segments
from ui.workspaces.journey.round_names import round_name
from ui.workspaces.journey.voice import voice_name
from ui.workspaces.rate.arranging import Filter
from ui.workspaces.rate.asked import Asked
from ui.workspaces.rate.tabs import TABS

_ARROW = "  ▾"
_LONGEST = 34


class RateBar(QWidget):
    """One row of 48 pixels."""

    round_chosen = Signal(str)
    filtered = Signal(object)
    tab_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        tr = context.tr
        self._asked: Asked | None = None
        self._grid = True
        self.filter = Filter()
        self.rounds = _chooser(tr("Round"), self.round_menu)
        self.voices = _chooser(tr("Whose answers"), self.voice_menu)
        self.filters = _chooser(tr("Filter"), self.filter_menu)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find …"))
        self.search.setAccessibleName(tr("Show only touchpoints whose name contains"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(180)
        self.search.textChanged.connect(lambda text: self._filter(text=text))
        self.paste = button(tr("Paste from Excel"), lambda: context.commands.run("rate.paste"))
        self.paste.setToolTip(context.commands.tooltip(context.commands.rows["rate.paste"]))
        self.new_round = button(tr("New round"), lambda: context.commands.run("rate.new_round"))
        self._tabs = Segments([(row_.id, tr(row_.text)) for row_ in TABS], tr("What to look at"))
        self._tabs.set_value(TABS[0].id)
        self._tabs.setVisible(len(TABS) > 1)
        self._tabs.chosen.connect(lambda tab: self.tab_chosen.emit(str(tab)))
        parts = (self._tabs, self.rounds, self.voices, -1, self.search, self.filters, self.paste, self.new_round)
        row(self, *parts, spacing=8).setContentsMargins(16, 0, 16, 0)

    def show_tab(self, tab: str) -> None:
        """Say which tab is in view; what only the table can do is offered there alone."""
        self._tabs.set_value(tab)
        self._grid = tab == TABS[0].id

    def show_state(self, now: Asked, n: int, rows: bool) -> None:
        """Name the round and the voice in view; without rows there is nothing to find or to paste into."""
        self._asked = now
        context, texts = self.context, self.context.texts
        if now.round is None:
            name = texts.tr("No round yet")
        else:
            parts = [_short(round_name(context.document, now.round, texts)), view_words(now.round.view, texts)]
            if now.round.day is not None and texts.long_date(now.round.day, year=False) not in parts[0]:
                parts.insert(1, texts.long_date(now.round.day, year=False))
            name = " · ".join(parts)
        self.rounds.setText(name + _ARROW)
        self.voices.setText(self._voice(now, n) + _ARROW)
        self.voices.setVisible(now.round is not None and self._grid)
        writable = not context.session.read_only
        self.paste.setVisible(writable and now.open and rows)
        for part in (self.search, self.filters):
            part.setVisible(rows)
        self.new_round.setVisible(writable and now.journey is not None)
        words = self._filter_words()
        self.filters.setText((texts.tr("Filter: {what}", what=words) if words else texts.tr("Filter")) + _ARROW)

    def _voice(self, now: Asked, n: int) -> str:
        texts = self.context.texts
        if now.own is not None:
            return texts.tr("You rate as: {voice}", voice=voice_name(self.context.document, now.own, texts))
        return texts.tr("All participants ({n})", n=texts.number(n))

    def round_menu(self) -> QMenu:
        """Every round of the journey, with its view."""
        context, now = self.context, self._asked
        menu = QMenu(self)
        if now is not None and now.journey is not None:
            for known in context.document.having(Round, "journey", now.journey):
                parts = [round_name(context.document, known, context.texts), view_words(known.view, context.texts)]
                if known.day is not None:
                    parts.append(context.texts.date(known.day))
                entry = _entry(menu, " · ".join(parts), known == now.round)
                entry.triggered.connect(lambda _=False, i=known.id: self.round_chosen.emit(i))
        menu.addSeparator()
        menu.addAction(context.commands.action("rate.new_round"))
        menu.addAction(context.commands.action("rate.enter_group_value"))
        return menu

    def voice_menu(self) -> QMenu:
        """All together, or one of the participants."""
        context, now = self.context, self._asked
        menu = QMenu(self)
        alone = now is not None and now.one_voice
        everybody = context.tr("Group") if alone else context.tr("All participants together")
        entry = _entry(menu, everybody, alone or now is None or now.own is None)
        entry.triggered.connect(lambda _=False: context.selection.set_voice(GROUP_VOICE))
        if not alone:
            menu.addSeparator()
            for person in context.document.all(Participant):
                name = voice_name(context.document, person.id, context.texts)
                name += f" · {person.role}" if person.role and person.role != name else ""
                entry = _entry(menu, name, now is not None and now.own == person.id)
                entry.triggered.connect(lambda _=False, v=person.id: context.selection.set_voice(v))
        menu.addSeparator()
        menu.addAction(context.commands.action("rate.new_person"))
        menu.addAction(context.commands.action("rate.enter_group_value"))
        return menu

    def filter_menu(self) -> QMenu:
        """What else can be left out."""
        context, now = self.context, self.filter
        menu = QMenu(self)
        clear = _entry(menu, context.tr("All touchpoints"), not (now.critical or now.unrated or now.department))
        clear.triggered.connect(lambda _=False: self._filter(critical=False, unrated=False, department=None))
        menu.addSeparator()
        critical = _entry(menu, context.tr("Critical only"), now.critical)
        critical.triggered.connect(lambda on: self._filter(critical=on))
        unrated = _entry(menu, context.tr("Not yet rated"), now.unrated)
        unrated.triggered.connect(lambda on: self._filter(unrated=on))
        departments = context.document.all(Department)
        if departments:
            menu.addSeparator()
        for each in departments:
            entry = _entry(menu, each.name, now.department == each.id)
            entry.triggered.connect(lambda on, d=each.id: self._filter(department=d if on else None))
        return menu

    def open_voices(self) -> None:
        """Let somebody choose as whom to rate."""
        self.voices.click()

    def _filter_words(self) -> str:
        now, tr = self.filter, self.context.tr
        department = self.context.document.find(now.department)
        parts = [tr("critical") if now.critical else "", tr("not yet rated") if now.unrated else ""]
        parts.append(department.name if isinstance(department, Department) else "")
        return _short(", ".join(p for p in parts if p))

    def _filter(self, **values: object) -> None:
        kept = {"text": self.filter.text, "critical": self.filter.critical, "unrated": self.filter.unrated}
        made: dict[str, object] = {**kept, "department": self.filter.department, **values}
        self.filter = Filter(**made)  # type: ignore[arg-type]
        self.filtered.emit(self.filter)


def _chooser(name: str, menu: Callable[[], QMenu]) -> QPushButton:
    """A button that opens a menu made anew each time."""
    made = button("", name=name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setToolTip(name)

    def open_menu() -> None:
        shown = menu()
        shown.aboutToHide.connect(shown.deleteLater)
        shown.popup(made.mapToGlobal(QPoint(0, made.height() + 2)))

    made.clicked.connect(open_menu)
    return made


def _entry(menu: QMenu, text: str, chosen: bool) -> QAction:
    entry = menu.addAction(text)
    entry.setCheckable(True)
    entry.setChecked(chosen)
    return entry


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
