"""How far a vote has come: four steps in a row, done, to be done now, and ahead."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.votes.vote_results import VoteResult
from cxstudio.look.roles import Role
from cxstudio.model import VoteRound, VoteRule
from cxstudio.wording.texts import Texts
from ui.context.context import Context

_DISC: Final = 22
_HIGH: Final = 28
_GAP: Final = 8
_LINE: Final = 28
"""Pixels of the line between two steps; fewer where there is no room."""
_SHORTEST: Final = 8
_SIZE: Final = 13


class State(Enum):
    """Where a step stands."""

    DONE = auto()
    NOW = auto()
    AHEAD = auto()


class Step(NamedTuple):
    """One step and what it is called."""

    text: str
    state: State


def steps_of(
    vote: VoteRound | None, rule: VoteRule | None, result: VoteResult | None, texts: Texts
) -> tuple[Step, ...]:  # fmt: skip
    """The four steps of a vote, of one that is only prepared, under way, or revealed."""
    tr, fixed = texts.tr, rule.fixed_at[-5:] if rule is not None else ""
    first = tr("Rule {time}", time=fixed) if fixed else tr("Rule")
    names = (first, tr("Vote secretly") if result is None else tr("Voted secretly"),
             tr("Reveal") if result is None else tr("Revealed"), tr("Apply the rule"))  # fmt: skip
    now = 0 if vote is None else 1 if result is None and vote.cast < vote.eligible else 2 if result is None else 3
    if result is not None and not result.tied:
        now = len(names)
    states = (State.DONE if n < now else State.NOW if n == now else State.AHEAD for n in range(len(names)))
    return tuple(map(Step, names, states))


class VoteSteps(QWidget):
    """Heard as one sentence; where there is no room for all names, only that of the step to be done now is written."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        self.steps = tuple(steps)
        tr = self.context.tr
        heard = {State.DONE: tr("done"), State.NOW: tr("now"), State.AHEAD: tr("to come")}
        self.setAccessibleName("; ".join(f"{step.text}: {heard[step.state]}" for step in self.steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)

    def named(self) -> frozenset[int]:
        """Which steps are written with their names in the room there is."""
        every = frozenset(range(len(self.steps)))
        now = frozenset(n for n, step in enumerate(self.steps) if step.state is State.NOW)
        return next((some for some in (every, now) if self._wide(some, _SHORTEST) <= self.width()), frozenset())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        named = self.named()
        spare = self.width() - self._wide(named, 0.0)
        line = min(max(spare / max(len(self.steps) - 1, 1), 0.0), float(_LINE))
        x, middle = 0.0, self.height() / 2
        for n, step in enumerate(self.steps):
            if n:
                painter.setPen(QPen(self._colour(Role.LINE), 1.0))
                painter.drawLine(QPointF(x + _GAP, middle), QPointF(x + _GAP + line, middle))
                x += 2 * _GAP + line
            x = self._paint(painter, n, step, x, n in named)
        painter.end()

    def _paint(self, painter: QPainter, number: int, step: Step, x: float, named: bool) -> float:
        """Paint a step; returns where it ends."""
        disc = QRectF(x, (self.height() - _DISC) / 2, _DISC, _DISC)
        now, done = step.state is State.NOW, step.state is State.DONE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(Role.ACCENT if now else Role.ACCENT_GROUND if done else Role.OKAY_GROUND))
        painter.drawEllipse(disc)
        if done:
            painter.setPen(QPen(self._colour(Role.ACCENT), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left, top = disc.x(), disc.y()
            painter.drawPolyline([QPointF(left + 6.5, top + 11.5), QPointF(left + 9.7, top + 14.7),
                                  QPointF(left + 15.5, top + 8.0)])  # fmt: skip
        else:
            painter.setFont(self.context.theme.font(12, "semibold"))
            painter.setPen(self._colour(Role.ON_ACCENT if now else Role.MUTED))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        if not named:
            return disc.right()
        painter.setFont(self.context.theme.font(_SIZE, "semibold"))
        painter.setPen(self._colour(Role.MUTED if step.state is State.AHEAD else Role.INK))
        wide = self._words(step)
        room = QRectF(disc.right() + _GAP, 0, wide + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, step.text)
        return room.right() - 1

    def _wide(self, named: frozenset[int], line: float) -> float:
        words = sum(_GAP + self._words(self.steps[n]) for n in named)
        return len(self.steps) * _DISC + words + max(len(self.steps) - 1, 0) * (2 * _GAP + line)

    def _words(self, step: Step) -> float:
        return QFontMetricsF(self.context.theme.font(_SIZE, "semibold")).horizontalAdvance(step.text)

    def _colour(self, role: Role) -> QColor:
        return self.context.theme.colour(role)
