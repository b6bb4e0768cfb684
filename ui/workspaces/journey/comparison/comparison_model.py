"""Which two journeys are compared, and their layout, kept until something changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.comparison.as_is_to_be import Comparison, compare_in_steps, pairs_to_compare
from cxstudio.analysis.comparison.overlaid_rounds import FigureChange, figure_change, rounds_to_compare
from cxstudio.analysis.freshness import patched
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.comparison import ComparisonLayout, ComparisonStyle, comparison_in_steps
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.steps import Steps, finished
from cxstudio.store import Draft
from ui.background.long_work import IN_STEPS, Spoken
from ui.background.task_runner import TaskRunner
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context

P = ParamSpec("P")
T = TypeVar("T")
Pair = tuple[Journey, Journey]
LOWEST, HIGHEST = 132.0, 320.0
"""Least and most height of the curves, in points."""
ROOMY = 640.0
"""From this height on the rows have all the room they want."""


class _Of(NamedTuple):
    """What a layout is made of."""

    document: Document
    now: RoundFigures | None
    target: RoundFigures | None
    today: Id
    later: Id
    column_width: float
    figure: str
    height: float
    """Points there are for the whole picture."""

    def same(self, other: _Of | None) -> bool:
        """Whether nothing it shows is another object."""
        if other is None or self[3:] != other[3:]:
            return False
        return self.document is other.document and self.now is other.now and self.target is other.target

    def compares_the_same(self, other: _Of) -> bool:
        """Whether the same differs in both; how it is drawn may not."""
        return self.document is other.document and (self.today, self.later) == (other.today, other.later)

    @property
    def long(self) -> bool:
        """Whether laying out takes longer than one can see."""
        count = sum(len(self.document.journey_touchpoints(journey)) for journey in (self.today, self.later))
        return count > IN_STEPS


class ComparisonModel(QObject):
    """The pair in view: the journey in view with its counterpart journey."""

    changed = Signal()
    """Another picture is to be drawn."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.zoom = Zoom()
        self.figure = "emotion"
        self.height = 0.0
        """Points there are for the whole picture."""
        self.later: Id | None = None
        """The to-be journey chosen last, where an as-is journey has several."""
        self._layout: ComparisonLayout | None = None
        self._of: _Of | None = None
        """What the layout was made of."""
        self.work: TaskRunner[ComparisonLayout] = TaskRunner(self)
        """The layout of very many touchpoints; until it is there, the last one of the pair is drawn."""
        self._asked: _Of | None = None
        said = context.tr("Drawing the comparison …"), context.tr("The comparison was not drawn.")
        context.works.follow(self.work, Spoken(*said, self.again))
        self._previewed: Document | None = None
        self._aims: RoundFigures | None = None
        """Figures of the target while one is being dragged."""
        context.bridge.changed.connect(self._follow)
        context.bridge.figured.connect(self.changed)
        context.selection.journey_changed.connect(self.changed)

    @property
    def _document(self) -> Document:
        return self._previewed or self._context.document

    def _follow(self, *_: object) -> None:
        self._previewed = self._aims = None
        self.changed.emit()

    def preview(self, edit: Callable[Concatenate[Draft, P], T], *args: P.args, **kw: P.kwargs) -> None:
        """Draw what an edit of targets would do. Raises what the edit raises; nothing is kept."""
        self._previewed, changes = self._context.session.store.preview(edit, *args, **kw)
        _, later = self.rounds
        known = self._context.bridge.figures(later.id if later is not None else None)
        self._aims = patched(self._previewed, known, changes) if known is not None else None
        self.changed.emit()

    def end_preview(self) -> None:
        """Draw the document again."""
        if self._previewed is not None:
            self._follow()

    def belongs(self, touchpoint: Id, about: Round) -> bool:
        """Whether a touchpoint is of the journey a round rates."""
        return touchpoint in {t.id for t in self._document.journey_touchpoints(about.journey)}

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair there is of the as-is journey in view."""
        journey = self._context.selection.journey
        found = pairs_to_compare(self._document)
        mine = tuple(p for p in found if journey in (p[0].id, p[1].id))
        todays = {p[0].id for p in mine}
        return tuple(p for p in found if p[0].id in todays)

    @property
    def pair(self) -> Pair | None:
        """As-is and to-be; None where the journey in view has no counterpart."""
        journey, pairs = self._context.selection.journey, self.pairs
        for wanted in (journey, self.later):
            for pair in pairs:
                if pair[1].id == wanted:
                    self.later = wanted
                    return pair
        return pairs[0] if pairs else None

    def choose(self, later: Id) -> None:
        """Compare with another to-be journey."""
        self.later = later
        if self._context.selection.journey != self._today(later):
            self._context.selection.set_journey(later)
        self.changed.emit()

    def _today(self, later: Id) -> Id | None:
        return next((today.id for today, one in self.pairs if one.id == later), None)

    @property
    def rounds(self) -> tuple[Round | None, Round | None]:
        """The rounds whose curves are compared."""
        pair = self.pair
        return rounds_to_compare(self._document, pair[0].id, pair[1].id) if pair is not None else (None, None)

    @property
    def figures(self) -> tuple[RoundFigures | None, RoundFigures | None]:
        """Their figures."""
        today, later = self.rounds
        bridge = self._context.bridge
        aims = self._aims if self._previewed is not None else bridge.figures(later.id if later else None)
        return bridge.figures(today.id if today else None), aims

    @property
    def layout(self) -> ComparisonLayout | None:
        """What to draw; None without a pair, or while a very long one is laid out for the first time."""
        of = self._wanted()
        if of is None:
            self.work.cancel()
            self._layout = self._of = self._asked = None
            return None
        if self._layout is not None and of.same(self._of):
            return self._layout
        if not of.long:
            self._keep(of, finished(self._steps(of)))
        elif not of.same(self._asked):
            self._asked = of
            self.work.run_steps(self._steps(of), partial(self._laid, of))
        same_pair = self._of is not None and (self._of.today, self._of.later) == (of.today, of.later)
        return self._layout if same_pair else None

    @property
    def document(self) -> Document:
        """The document the drawing shows."""
        return self._of.document if self._of is not None else self._document

    def again(self) -> None:
        """Lay it out after all."""
        self._asked = None
        self.work.cancel()
        self.changed.emit()

    def _wanted(self) -> _Of | None:
        pair = self.pair
        if pair is None:
            return None
        ids = pair[0].id, pair[1].id
        return _Of(self._document, *self.figures, *ids, self.zoom.column_width, self.figure, self.height)

    def _steps(self, of: _Of) -> Steps[ComparisonLayout]:
        """Lay out, and once more where the curves are left another height by the rows above them."""
        if self._layout is not None and self._of is not None and of.compares_the_same(self._of):
            found = self._layout.board.comparison
        else:
            found = yield from compare_in_steps(of.document, of.today, of.later)
        made = self._layout
        style = _style(of, self._layout)
        made = yield from self._laid_out(of, found, style)
        again = _style(of, made)
        return made if again == style else (yield from self._laid_out(of, found, again))

    def _laid_out(self, of: _Of, found: Comparison, style: ComparisonStyle) -> Steps[ComparisonLayout]:
        return comparison_in_steps(of.document, found, of.now, of.target, self._context.texts, style)

    def _laid(self, of: _Of, made: ComparisonLayout) -> None:
        self._asked = None
        self._keep(of, made)
        self.changed.emit()

    def _keep(self, of: _Of, made: ComparisonLayout) -> None:
        self._layout, self._of = made, of

    @property
    def change(self) -> FigureChange | None:
        """What the target wants of the figure drawn."""
        layout, of = self.layout, self._of
        if layout is None or of is None:
            return None
        return figure_change(of.document, layout.board.comparison, of.now, of.target, of.figure)

    def set_height(self, height: float) -> None:
        """So much room there is."""
        if height != self.height:
            self.height = height
            self.changed.emit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show it nearer or farther."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.changed.emit()

    def set_figure(self, figure: str) -> None:
        """Draw the curves of another figure."""
        if figure != self.figure:
            self.figure = figure
            self.changed.emit()


def _style(of: _Of, made: ComparisonLayout | None) -> ComparisonStyle:
    """The curves take what the rows above them leave, as far as one knows those."""
    height = LOWEST if made is None else min(HIGHEST, max(LOWEST, of.height - made.rows["curve"][0]))
    return ComparisonStyle(of.column_width, of.figure, height, of.height < ROOMY)
