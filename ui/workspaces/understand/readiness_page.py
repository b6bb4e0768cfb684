"""The readiness check: a group answers together, or each for themselves on sheets that are kept as counts alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from cxstudio.analysis.journeys.readiness_profile import come_first, readiness_profile
from cxstudio.catalogue.readiness_items import ReadinessItem, readiness_items
from cxstudio.edits import answer_together, count_sheets, forget_sheets, hand_in_sheet, take_back_sheet
from cxstudio.errors import UserError
from cxstudio.model import Readiness
from cxstudio.model.readiness_scale import LEAST_SHEETS, POINTS
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.figures.readiness_sentences import answers_words, readiness_headline
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.fitting.turning_box import turn
from ui.widgets.segmented_choice import Segments
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.readiness_strip import ReadinessStrip
from ui.workspaces.understand.understand_model import UnderstandModel

TOGETHER, EACH = "together", "each"
HAND_IN = N_("Hand in sheets of the readiness check")
"""Also the step that takes one back: both are one step to undo, so that no sheet is told by comparing."""
Sheet = dict[str, int]


class ReadinessPage(QWidget):
    """Sheets handed in are in the project, covered, until five of them can be counted at once."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context = context
        tr = context.tr
        self.mode = TOGETHER
        self.sheet: Sheet = {}
        """What is ticked on the sheet in view."""
        self._last: Sheet = {}
        """The sheet handed in last, until the next one is begun: known nowhere else, and shown to nobody."""
        self._own = False
        """Whether what changes is a sheet handed in here."""
        self.choices: dict[str, Segments] = {}
        self.strips: dict[str, ReadinessStrip] = {}
        self._said: dict[str, QLabel] = {}
        self.modes = Segments(
            [(TOGETHER, tr("The group together")), (EACH, tr("Each for themselves"))], tr("Who answers")
        )
        self.modes.chosen.connect(lambda mode: self.show_mode(str(mode)))
        self.hint = label("", "small", wrap=True)
        self.hand_in = button(tr("Hand in the sheet"), self._hand_in, "primary")
        self.take_back = button(tr("Take sheet back"), self._take_back)
        set_tooltip(self.take_back, tr("Take back the sheet handed in last, and fill it in again"))
        self.count = button("", self._count)
        self.again = button(tr("Begin again"), self._forget, "ghost")
        self.headline = label("", "name", wrap=True)
        self.first = label("", wrap=True)
        inner = QWidget()
        box = column(inner, self.headline, spacing=12)
        box.setContentsMargins(24, 16, 24, 24)
        box.addLayout(row(None, self.modes, -1, self.again))
        box.addWidget(self.hint)
        for item in readiness_items():
            box.addWidget(self._item(item))
        box.addLayout(row(None, self.hand_in, self.take_back, self.count, -1, spacing=8))
        self._first = card(label(tr("What to do first"), "strong"), self.first)
        box.addWidget(self._first)
        box.addStretch(1)
        column(self, VerticalScrollArea(inner), spacing=0)
        context.bridge.changed.connect(self._changed)
        self.show_mode(TOGETHER)

    def show_mode(self, mode: str) -> None:
        """Let the group answer together, or one person on a sheet."""
        self.mode, self._last = mode, {}
        self.refresh()

    def refresh(self) -> None:
        """Read the answers again."""
        texts, items = self.context.texts, readiness_items()
        language = texts.language
        rows = {r.item: r for r in readiness_profile(self.context.document, [item.id for item in items])}
        each, writable = self.mode == EACH, not self.context.session.read_only
        self.modes.set_value(self.mode)
        self.hint.setText(self._hint())
        for item in items:
            found = rows[item.id]
            self.choices[item.id].set_value(self.sheet.get(item.id) if each else found.together)
            self.choices[item.id].setEnabled(writable)
            self.strips[item.id].show_row(found, item.name.say(language))
            level = "" if found.mean is None else f"{texts.number(found.mean, 1)} · "
            hidden = each and item.id in self.sheet and found.together is None and not found.n
            self._said[item.id].setText("" if hidden else level + answers_words(found, texts))
        self.hand_in.setVisible(each and writable)
        self.take_back.setVisible(each and writable and bool(self._last))
        self.hand_in.setEnabled(len(self.sheet) == len(items))
        counted, waiting = next(((r.sheets, r.waiting) for r in self.context.document.all(Readiness)), (0, 0))
        self.count.setVisible(each and writable and bool(waiting))
        self.count.setEnabled(waiting >= LEAST_SHEETS)
        self.count.setText(texts.trn("Count {n} sheet", "Count {n} sheets", waiting))
        self.again.setVisible(each and writable and bool(counted or waiting))
        known = [r for r in rows.values() if r.level is not None]
        self.headline.setText(readiness_headline(known, texts) if known else texts.tr("Are we ready?"))
        named = {item.id: item for item in items}
        lines = [f"{named[r.item].name.say(language)}: {named[r.item].first.say(language)}"
                 for r in come_first(tuple(rows.values()))]  # fmt: skip
        self.first.setText("\n".join(lines))
        self._first.setVisible(bool(lines))

    def take_focus(self) -> None:
        """The keyboard goes to the first statement."""
        next(iter(self.choices.values())).setFocus()

    def view_state(self) -> tuple[str, Sheet]:
        """Who answers, and the sheet that is not handed in yet."""
        return self.mode, self.sheet

    def restore_view_state(self, state: tuple[str, Sheet]) -> None:
        """Go on where it was."""
        self.mode, self.sheet = state
        self.refresh()

    def _item(self, item: ReadinessItem) -> QFrame:
        language = self.context.texts.language
        name = item.name.say(language)
        choice = Segments([(n, str(n)) for n in range(1, POINTS + 1)], name, can_clear=True)
        choice.chosen.connect(partial(self._answer, item.id))
        strip = self.strips[item.id] = ReadinessStrip(self.context)
        said = self._said[item.id] = label("", "small")
        self.choices[item.id] = choice
        words = column(None, label(name, "strong"), label(item.statement.say(language), wrap=True), spacing=2)
        words.addLayout(row(None, choice, said, -1, spacing=12))
        made = QFrame()
        made.setProperty("kind", "card")
        box = row(made, spacing=16)
        box.setContentsMargins(16, 12, 16, 12)
        box.addLayout(words, 1)
        box.addWidget(strip)
        turn(box, made, 480)
        return made

    def _hint(self) -> str:
        texts = self.context.texts
        if self.mode == TOGETHER:
            return texts.tr("Talk first, then tick: 1 does not apply, 5 applies fully. The small triangle shows it.")
        told = texts.tr(
            "Let one person after the other tick all statements and hand in. Sheets are counted five or more at a "
            "time. Only how often each answer was given is kept, never a sheet. Until they are counted, the project "
            "holds them as one covered value; that is not encryption. Undo takes all of them back at once. “Take sheet "
            "back” takes back only the last one, until the next one is begun."
        )
        number = next((r.waiting for r in self.context.document.all(Readiness)), 0)
        waiting = texts.trn("{n} sheet is handed in.", "{n} sheets are handed in.", number)
        return f"{told} {waiting}"

    def _answer(self, item: str, value: object) -> None:
        given = value if isinstance(value, int) else None
        if self.mode == TOGETHER:
            with self.context.session.transaction(N_("Answer the readiness check")) as draft:
                answer_together(draft, item, given)
            return
        if given is None:
            self.sheet.pop(item, None)
        else:
            self.sheet[item] = given
        self._last = {}
        self.refresh()

    def _hand_in(self) -> None:
        if self._did(HAND_IN, partial(hand_in_sheet, sheet=self.sheet)):
            self.sheet, self._last = {}, self.sheet
            self.refresh()
            self.context.messages.say(self.context.tr("Thank you. The next person can begin."))
        self.take_focus()

    def _take_back(self) -> None:
        """The sheet comes back empty: whoever sits here next must not read it."""
        if self._last and self._did(HAND_IN, partial(take_back_sheet, sheet=self._last)):
            self._last = {}
            self.refresh()
            self.context.messages.say(self.context.tr("The sheet is taken back. Fill it in again and hand it in."))
        self.take_focus()

    def _count(self) -> None:
        self._did(N_("Count the sheets of the readiness check"), count_sheets)

    def _forget(self) -> None:
        self.sheet, self._last = {}, {}
        self._did(N_("Begin the readiness check again"), forget_sheets)
        self.refresh()

    def _did(self, step: str, edit: Callable[[Draft], None]) -> bool:
        """Make a step; what is refused is said, and the sheet in view stays."""
        self._own = step == HAND_IN
        try:
            with self.context.session.transaction(step) as draft:
                edit(draft)
        except UserError as error:
            self.context.messages.say(sentence(error, self.context.texts))
            return False
        finally:
            self._own = False
        return True

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Readiness):
            if not self._own:
                self._last = {}
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._last = {}
            self.take_back.hide()
