"""Which two rounds are compared, and what they say; worked out once per change, and only when a page asks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.change.control_figures import ControlFigures, comparable_rounds, control_figures, usual_pair
from cxstudio.analysis.change.round_change import obstacle
from cxstudio.analysis.comparison.as_is_to_be import to_be_of
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.round_names import numbered_name
from ui.context.context import Context


class ControlModel(QObject):
    """The choice of two rounds is view state; everything else is read from the document."""

    changed = Signal()
    """Other rounds are chosen, or something they say is another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._chosen: tuple[Id | None, Id | None] = (None, None)
        self._found: tuple[Document, tuple[Id, Id], ControlFigures] | None = None

    @property
    def journey(self) -> Id | None:
        """The journey that is looked back on."""
        return self.context.selection.rated_journey

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round there is to choose from, the earliest first."""
        return comparable_rounds(self.context.document, self.journey) if self.journey is not None else ()

    @property
    def pair(self) -> tuple[Id, Id] | None:
        """The two rounds: those chosen, as far as they are there, else the usual ones."""
        if self.journey is None:
            return None
        known = {r.id for r in self.rounds}
        before, after = self._chosen
        if before in known and after in known and before and after:
            return before, after
        return usual_pair(self.context.document, self.journey)

    @property
    def to_be(self) -> Id | None:
        """The to-be journey that came from the journey looked back on: the one in view, else the first."""
        kin = to_be_of(self.context.document, self.journey) if self.journey is not None else ()
        shown = self.context.selection.journey
        return next((j.id for j in kin if j.id == shown), next((j.id for j in kin), None))

    def choose(self, before: Id | None, after: Id | None) -> None:
        """Compare these two from now on."""
        self._chosen = (before, after)
        self.changed.emit()

    def befores(self) -> list[Round]:
        """Rounds the later one can be compared with."""
        pair = self.pair
        if pair is None:
            return []
        return [r for r in self.rounds if obstacle(self.context.document, r.id, pair[1]) is None]

    def choose_after(self, after: Id) -> None:
        """Another later round; the earlier one stays where it can be compared with it, else the first that can."""
        known = [r.id for r in self.rounds if obstacle(self.context.document, r.id, after) is None]
        before = self.pair[0] if self.pair is not None else None
        self.choose(before if before in known else next(iter(known), None), after)

    @property
    def figures(self) -> ControlFigures | None:
        """What the two rounds say; None where there are no two."""
        pair, document = self.pair, self.context.document
        if pair is None:
            return None
        if self._found is None or self._found[0] is not document or self._found[1] != pair:
            made = control_figures(document, *pair, date.today(), self.context.bridge.figures)
            self._found = (document, pair, made)
        return self._found[2]

    def name_of(self, round_: Round) -> str:
        """A round as the choosers name it: title, day, view; with its journey where that is another one."""
        texts, document = self.context.texts, self.context.document
        parts = [numbered_name(document, round_, texts)]
        if round_.day is not None:
            parts.append(texts.long_date(round_.day, year=False))
        parts.append(view_words(round_.view, texts))
        if round_.journey != self.journey:
            parts.append(journey_name(document.get(Journey, round_.journey), texts))
        return " · ".join(parts)

    def short_name(self, round_id: Id) -> str:
        """A round's title or number alone."""
        return numbered_name(self.context.document, self.context.document.get(Round, round_id), self.context.texts)

    def view_state(self) -> tuple[Id | None, Id | None]:
        """The rounds somebody chose."""
        return self._chosen

    def restore_view_state(self, state: tuple[Id | None, Id | None]) -> None:
        """Choose them again."""
        self._chosen = state
