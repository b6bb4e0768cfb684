"""The whole journey on one slide: its stages, how it feels from beginning to end, what is critical and what to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Placed, Primitive, Rect
from cxstudio.layout.lanes.emotion_lane import emotion_role
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.slides.figure_basis import basis_of
from cxstudio.layout.slides.slide_emotion import emotion_curve
from cxstudio.layout.slides.slide_frame import Sheet
from cxstudio.layout.slides.slide_order import Step
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Journey, Stage, Touchpoint
from cxstudio.model.questions import SIGNED
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.emotion_steps import peak_words
from cxstudio.wording.texts import Texts

_GAP = 18.0
_SIGN = 34.0
_LABEL = 46.0
"""Height kept free above and below the curve for what its ends are called."""


class _Box(NamedTuple):
    """A stage's card, and the touchpoints whose places lie below it."""

    stage: Stage
    x: float
    width: float
    row: tuple[Touchpoint, ...]

    def place(self, number: int) -> float:
        """Where its touchpoint of that number stands."""
        return self.x + (number + 0.5) / max(1, len(self.row)) * self.width


class _Point(NamedTuple):
    """A touchpoint's emotion on the slide."""

    touchpoint: Touchpoint
    x: float
    y: float
    mean: float


class Overview:
    """Lays out one page of the overview."""

    def __init__(
        self, document: Document, journey: Id, figures: RoundFigures | None, texts: Texts, sheet: Sheet, step: Step
    ) -> None:
        self._document, self._figures, self._texts, self._sheet, self._step = document, figures, texts, sheet, step
        self._journey = document.get(Journey, journey)

    def slide(self) -> DisplayList:
        """The slide."""
        sheet = self._sheet
        title, y = self._head()
        boxes = self._boxes()
        cards, y = self._cards(boxes, y + sheet(36))
        groups = [title, *cards]
        points = list(self._points(boxes, y + sheet(24 + _LABEL), sheet.bottom - sheet(16 + _LABEL)))
        if sheet.bottom - y >= sheet(260):
            if points:
                groups += self._curve(boxes, points, y + sheet(24))
            groups += self._signs(boxes, points, y)
        groups.append(
            sheet.foot(self._counted(), basis_of(self._document, self._figures, self._texts) if points else "")
        )
        return sheet.slide(groups, self._title)

    @property
    def _title(self) -> str:
        return " ".join(self._journey.title.split()) or self._texts.tr("Customer journey")

    def _head(self) -> tuple[Placed, float]:
        sheet = self._sheet
        y = sheet(60)
        style = sheet.fitted(self._title, (72, 60, 48, 40), "semibold", sheet.inner, 2)
        items: list[Primitive] = list(sheet.block(self._title, style, sheet.margin, y, sheet.inner, 2))
        y += len(items) * style.leading
        question = " ".join(self._document.project.question.split())
        if question:
            body = sheet.type(36)
            lines = sheet.block(question, body, sheet.margin, y + sheet(10), sheet.inner, 2)
            items.extend(lines)
            y += sheet(10) + len(lines) * body.leading
        return sheet.group("head", items), y

    def _boxes(self) -> list[_Box]:
        sheet, ids = self._sheet, self._step.shown
        gap = sheet(_GAP)
        wide = (sheet.inner - gap * (len(ids) - 1)) / max(1, len(ids))
        return [
            _Box(self._document.get(Stage, i), sheet.margin + n * (wide + gap), wide, self._document.touchpoints(i))
            for n, i in enumerate(ids)
        ]

    def _cards(self, boxes: list[_Box], y: float) -> tuple[list[Placed], float]:
        sheet, texts = self._sheet, self._texts
        if not boxes:
            hint = sheet.block(texts.tr("No stages yet"), sheet.type(40), sheet.margin, y, sheet.inner, 2)
            return [sheet.group("hint", hint)], y
        names = [" ".join(b.stage.name.split()) or texts.tr("Untitled stage") for b in boxes]
        pad = sheet(18)
        room = boxes[0].width - 2 * pad
        sizes = (40.0, 36.0, 32.0, 28.0)
        style = min((sheet.fitted(n, sizes, "semibold", room, 2) for n in names), key=lambda s: s.size)
        laid = [
            sheet.block(n, style, b.x + pad, y + pad, room, 3, Role.ACCENT) for n, b in zip(names, boxes, strict=True)
        ]
        small = sheet.small
        high = max(len(lines) for lines in laid) * style.leading + small.leading + 2 * pad + sheet(6)
        groups = []
        for box, lines in zip(boxes, laid, strict=True):
            plate = Rect(box.x, y, box.width, high, fill=Role.ACCENT_GROUND, radius=sheet(16))
            count = texts.trn("{n} touchpoint", "{n} touchpoints", len(box.row))
            if sheet.wide(count, small) > room:
                count = texts.number(len(box.row))
            said = sheet.one(count, small, box.x + pad, y + high - pad - small.leading + small.rise, room)
            groups.append(sheet.group(f"stage:{box.stage.id}", (plate, *lines, said), box.stage.id))
        return groups, y + high

    def _points(self, boxes: list[_Box], top: float, bottom: float) -> Iterator[_Point]:
        if self._figures is None:
            return
        axis = Axis(*SIGNED, top, bottom)
        for box in boxes:
            for number, touchpoint in enumerate(box.row):
                found = self._figures.of(touchpoint.id)
                if found is not None and found.emotion is not None:
                    mean = found.emotion.mean
                    yield _Point(touchpoint, box.place(number), axis.y(mean), mean)

    def _curve(self, boxes: list[_Box], points: list[_Point], top: float) -> list[Placed]:
        sheet = self._sheet
        bottom = sheet.bottom - sheet(16)
        zero = top + sheet(_LABEL) + (bottom - top - 2 * sheet(_LABEL)) / 2
        dash = (sheet(8), sheet(8))
        items: list[Primitive] = [
            marks.line(sheet.margin, zero, sheet.width - sheet.margin, zero, Role.LINE, sheet(2.5), dash)
        ]
        for before, box in pairwise(boxes):
            x = (before.x + before.width + box.x) / 2
            items.append(marks.line(x, top, x, bottom, Role.LINE, sheet(2), dash))
        items.extend(self._line(points, top + sheet(_LABEL), bottom - sheet(_LABEL)))
        return [sheet.group("curve", items), *self._ends(points, zero)]

    def _line(self, points: Sequence[_Point], top: float, bottom: float) -> Iterator[Primitive]:
        """The curve in the colours of its feeling, and a dot at each touchpoint where they stand apart."""
        sheet = self._sheet
        near = min((b.x - a.x for a, b in pairwise(points)), default=sheet.inner)
        thick = sheet(6 if near >= sheet(24) else 3.5)
        yield from emotion_curve([(p.x, p.y) for p in points], top, bottom, thick)
        if near >= sheet(44):
            for point in points:
                role = emotion_role(point.mean)
                yield marks.circle(point.x, point.y, sheet(11), fill=Role.SURFACE, stroke=role, stroke_width=sheet(5))

    def _ends(self, points: list[_Point], zero: float) -> Iterator[Placed]:
        """The highest high and the lowest low of the journey, with face and name: the outermost of a near tie."""
        if self._figures is None:
            return
        texts, highs, lows = self._texts, self._figures.highest_high, self._figures.lowest_low
        for named in (highs, lows):
            point = max((p for p in points if p.touchpoint.id in named), key=lambda p: abs(p.mean), default=None)
            if point is not None:
                name = " ".join(point.touchpoint.name.split()) or texts.tr("Untitled touchpoint")
                words = capital(peak_words(point.touchpoint.id, highs, lows, texts))
                said = texts.tr("{words}: {name}", words=words, name=name)
                yield self._end(point, said, above=point.y <= zero)

    def _end(self, point: _Point, said: str, *, above: bool) -> Placed:
        sheet = self._sheet
        radius = sheet(26)
        style = sheet.type(28, "semibold")
        role = Role.DELIGHTING if point.mean > 0 else Role.DISAPPOINTING_TEXT
        wide = min(sheet.wide(said, style), sheet.inner * 0.6)
        x = min(max(point.x - wide / 2, sheet.margin), sheet.width - sheet.margin - wide)
        base = point.y - radius - sheet(12) if above else point.y + radius + sheet(12) + style.size * 0.76
        face = marks.face(point.mean, point.x, point.y, radius, emotion_role(point.mean))
        ground = Rect(x - sheet(8), base - style.size * 0.9, wide + sheet(16), style.size * 1.2, fill=Role.SURFACE)
        said_line = sheet.one(said, style, x, base, wide + 1, role)
        return sheet.group(f"end:{point.touchpoint.id}", (ground, *face, said_line))

    def _signs(self, boxes: list[_Box], points: list[_Point], y: float) -> Iterator[Placed]:
        """What is critical and what is to be kept, right below the stages; neighbours too near become one sign."""
        sheet = self._sheet
        size = sheet(_SIGN)
        items: list[Primitive] = []
        drawn = -1e9
        for box in boxes:
            for number, touchpoint in enumerate(box.row):
                critical = is_critical(self._figures, touchpoint)
                x = box.place(number) - size / 2
                if not (critical or touchpoint.stardust) or x - drawn < size * 1.1:
                    continue
                drawn = x
                name, role = ("warning", Role.DISAPPOINTING) if critical else ("star", Role.STARDUST)
                items.extend(marks.sign(name, x, y + sheet(12), size, role))
        yield sheet.group("signs", items)

    def _counted(self) -> str:
        texts, ids = self._texts, [t for b in self._boxes() for t in b.row]
        critical = sum(is_critical(self._figures, t) for t in ids)
        said = texts.trn("{n} touchpoint", "{n} touchpoints", len(ids))
        parts = [said, texts.trn("{n} critical", "{n} critical", critical) if critical else ""]
        if self._step.pages > 1:
            parts.append(texts.tr("Part {page} of {pages}", page=self._step.page + 1, pages=self._step.pages))
        return " · ".join(part for part in parts if part)
