"""The bar above the grid: which round, whose answers, what is filtered, and what can be begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits.rating.voices import Rater
from cxstudio.model import Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.round_names import numbered_name
from cxstudio.wording.figures.voice_sentences import voice_name
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.lazy_pages import PageRow
from ui.widgets.menus import chooser
from ui.widgets.text_slot import ARROW, say_in_slot, slot_of
from ui.workspaces.rate.rounds import round_menus as bar_menus

_LONGEST = 34
_SAMPLES = (
    ("Workshop round two · 12. March · All customers", "Workshop 12. Mar · view"),
    ("Rating as: Johanna Brandt-Meier", "Johanna Brandt"),
    ("Filter: critical, stardust …", "Filter: critical"),
)
"""Words there is room for in the buttons of round, voice and filter, in a wide and in a narrow window."""
_LEAST, _AROUND = 104, 104
"""Pixels of the narrowest button; margins and gaps of the bar."""
_LOOSE = 700
"""Pixels below which what is not offered on a tab keeps no place there."""
_ROOMY = 1450
"""Pixels of the bar from which everything is in view."""


class RateBar(QWidget):
    """One row of 48 pixels."""

    round_chosen = Signal(str)
    filtered = Signal(object)
    tab_chosen = Signal(str)

    def __init__(self, context: Context, tabs: Sequence[PageRow]) -> None:
        super().__init__()
        self.context, self._table = context, tabs[0].id
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        tr = context.tr
        self._asked: Rater | None = None
        self._grid = True
        self._may_paste = self._may_begin = False
        self._n = 0
        self.filter = Filter()
        self.rounds = chooser(tr("Round"), self.round_menu)
        self.voices = chooser(tr("Whose answers"), self.voice_menu)
        self.filters = chooser(tr("Filter"), self.filter_menu)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find …"))
        self.search.setAccessibleName(tr("Text in names, notes and measures"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(70)
        self.search.setMaximumWidth(180)
        self.search.textChanged.connect(lambda text: self._filter(replace(self.filter, text=text)))
        self.paste = button(tr("Paste from Excel"), lambda: context.commands.run("rate.paste"))
        set_tooltip(self.paste, context.commands.tooltip(context.commands.rows["rate.paste"]))
        self.new_round = button(tr("New round"), lambda: context.commands.run("rate.new_round"))
        self._tabs = FoldingSegments([(row_.id, tr(row_.text)) for row_ in tabs], tr("What to look at"))
        self._tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tabs.set_value(self._table)
        self._tabs.chosen.connect(lambda tab: self.tab_chosen.emit(str(tab)))
        changing = (self.rounds, self.voices, self.filters)
        self._slots = {
            part: (slot_of(part, wide + ARROW), slot_of(part, narrow + ARROW))
            for part, (wide, narrow) in zip(changing, _SAMPLES, strict=True)
        }
        """How wide a button is, with room and with less, whatever it says."""
        for part in (*changing, self.search):
            _keep_place(part, True)
        parts = (self._tabs, self.rounds, self.voices, -1, self.search, self.filters, self.paste, self.new_round)
        box = row(self, *parts, spacing=8)
        box.setContentsMargins(16, 0, 16, 0)
        self._fitting = Fitting(self, box)
        self._fitting.add(self._tabs.fold, self._tabs.tighten)

    def show_tab(self, tab: str) -> None:
        """Say which tab is in view; what only the table can do is offered there alone."""
        self._tabs.set_value(tab)
        self._grid = tab == self._table

    def show_state(self, now: Rater, n: int, rows: bool) -> None:
        """Name the round and the voice in view; without rows there is nothing to find or to paste into."""
        self._asked = now
        context, texts = self.context, self.context.texts
        none = (texts.tr("No round yet"), texts.tr("No round"))
        self._say(self.rounds, *(none if now.round is None else self._round_words(now.round)))
        self._say(self.voices, *self._voice(now, n))
        self.voices.setVisible(now.round is not None and self._grid)
        writable = not context.session.read_only
        self._may_paste, self._may_begin = writable and now.open and rows, writable and now.journey is not None
        for part in (self.search, self.filters):
            part.setVisible(rows)
        self._n = n
        self._fit()
        words = _short(bar_menus.filter_words(context, self.filter))
        self._say(self.filters, texts.tr("Filter: {what}", what=words) if words else texts.tr("Filter"))

    def _say(self, part: QPushButton, text: str, *shorter: str) -> None:
        say_in_slot(part, text, self._width_of(part), shorter=shorter)
        set_tooltip(part, f"{part.accessibleName()}: {text}")

    def _round_words(self, shown: Round) -> tuple[str, ...]:
        """Title, day, view and that it is closed, and the same with less, the fullest first."""
        texts, document = self.context.texts, self.context.document
        title = _short(numbered_name(document, shown, texts), _LONGEST)
        view = (view_words(shown.view, texts),)
        closed = (texts.tr("closed"),) if shown.state is RoundState.CLOSED else ()
        named = shown.day is None or texts.long_date(shown.day, year=False) in title
        day = () if named or shown.day is None else (texts.long_date(shown.day, year=False),)
        forms = (day + view + closed, view + closed, view, ())
        return tuple(dict.fromkeys(" · ".join((title, *form)) for form in forms))

    def _voice(self, now: Rater, n: int) -> tuple[str, ...]:
        """Whose answers are in view, and the same with fewer words."""
        texts = self.context.texts
        if now.own is not None:
            name = voice_name(self.context.document, now.own, texts)
            return texts.tr("Rating as: {voice}", voice=name), name
        number = texts.number(n)
        return texts.tr("All participants ({n})", n=number), texts.tr("All ({n})", n=number)

    def _width_of(self, part: QPushButton) -> int:
        """How wide a changing button is in a bar of this width: all of them less where there is less room."""
        roomy = self.width() >= _ROOMY
        others = (self.paste, self.new_round) if roomy else ()
        there = _search_width(roomy) + sum(other.sizeHint().width() for other in others)
        whole, folded = self._tabs.widths
        room = self.width() - there - _AROUND - whole
        if room < _LEAST * len(self._slots):  # not even the least beside all tabs: they fold
            room += whole - folded
        wanted = {each: slots[not roomy] for each, slots in self._slots.items()}
        share = min(1.0, room / sum(wanted.values()))
        return max(_LEAST, int(wanted[part] * share))

    def round_menu(self) -> QMenu:
        """Every round of the journey, with its view."""
        return bar_menus.round_menu(self, self.context, self._asked, self.round_chosen.emit)

    def voice_menu(self) -> QMenu:
        """All together, or one of the participants."""
        return bar_menus.voice_menu(self, self.context, self._asked)

    def filter_menu(self) -> QMenu:
        """What else can be left out."""
        return bar_menus.filter_menu(self, self.context, self.filter, self._filter)

    def open_voices(self) -> None:
        """Let somebody choose as whom to rate."""
        self.voices.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None:
            self.show_state(self._asked, self._n, not self.search.isHidden())
        else:
            self._fit()

    def _fit(self) -> None:
        """What the menus and keys do as well makes room in a narrow window."""
        roomy = self.width() >= _ROOMY
        self.new_round.setVisible(self._may_begin and roomy)
        self.paste.setVisible(self._may_paste and roomy)
        for part in (self.new_round, self.paste):
            _keep_place(part, roomy)
        for placed in (*self._slots, self.search):
            _keep_place(placed, self.width() >= _LOOSE)
        self.search.setFixedWidth(_search_width(roomy))
        for part in self._slots:
            part.setFixedWidth(self._width_of(part))
        self._fitting.fit()

    def set_filter(self, wanted: Filter) -> None:
        """Leave out everything else from now on."""
        blocked = self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(blocked)
        self._filter(wanted)

    def _filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self.filtered.emit(wanted)


def _keep_place(part: QWidget, keep: bool) -> None:
    """Whether its place stays where it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    part.setSizePolicy(policy)


def _search_width(roomy: bool) -> int:
    return 150 if roomy else 110


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
