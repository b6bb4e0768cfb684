"""Which two journeys are compared, and their layout, kept until something changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.comparison.as_is_to_be import compare, pairs_to_compare
from cxstudio.analysis.comparison.overlaid_rounds import FigureChange, figure_change, rounds_to_compare
from cxstudio.analysis.freshness import patched
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.comparison import ComparisonLayout, ComparisonStyle, lay_out_comparison
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.store import Draft
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
    """What a layout was made of."""

    document: Document
    now: RoundFigures | None
    target: RoundFigures | None
    today: Id
    later: Id
    style: ComparisonStyle

    def same(self, other: _Of | None) -> bool:
        """Whether nothing it shows is another object."""
        if other is None or (self.today, self.later, self.style) != (other.today, other.later, other.style):
            return False
        return self.document is other.document and self.now is other.now and self.target is other.target


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
        """What to draw."""
        pair = self.pair
        if pair is None:
            self._layout, self._of = None, None
            return None
        figures = self.figures
        for _ in range(2):  # the second time with the height the curves are left
            style = ComparisonStyle(self.zoom.column_width, self.figure, self._curve_height(), self.height < ROOMY)
            of = _Of(self._document, *figures, pair[0].id, pair[1].id, style)
            if self._layout is None or not of.same(self._of):
                found = compare(self._document, pair[0].id, pair[1].id)
                self._layout = lay_out_comparison(self._document, found, *figures, self._context.texts, style)
                self._of = of
        return self._layout

    def _curve_height(self) -> float:
        """The curves take what the rows above them leave."""
        if self._layout is None:
            return LOWEST
        above = self._layout.rows["curve"][0]
        return min(HIGHEST, max(LOWEST, self.height - above))

    @property
    def change(self) -> FigureChange | None:
        """What the target wants of the figure drawn."""
        layout = self.layout
        if layout is None:
            return None
        return figure_change(self._document, layout.board.comparison, *self.figures, self.figure)

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
