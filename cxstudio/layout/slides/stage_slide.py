"""One stage on one slide: its cards, expectation and experience, emotion. The map's own shapes, large."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.emotion_lane import LEVELS, FeltStyle, felt, felt_value
from cxstudio.layout.lanes.expectation_lane import ScaleStyle, pair, pair_value
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, card, card_value, title_type
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Axis, Density, MapStyle
from cxstudio.layout.slides.figure_basis import are_targets, basis_of
from cxstudio.layout.slides.slide_emotion import emotion_curve
from cxstudio.layout.slides.slide_frame import Sheet, scale_of, strong
from cxstudio.layout.slides.slide_order import Step
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Stage, Touchpoint
from cxstudio.model.questions import SIGNED, limits
from cxstudio.wording.texts import Texts

_COLUMN = 112.0
_LABELS = 0.125
"""Part of the width that the lanes' names take."""
_CARD, _PAIR, _FEELING = 112.0, 112.0, 128.0
"""Heights of the three lanes in points of the map."""


class StageSlide:
    """Lays out one page of a stage."""

    def __init__(
        self, document: Document, journey: Id, figures: RoundFigures | None, texts: Texts, sheet: Sheet, step: Step
    ) -> None:
        self._document, self._figures, self._texts, self._sheet, self._step = document, figures, texts, sheet, step
        self._stage = document.get(Stage, step.stage or "")
        self._row = [document.get(Touchpoint, i) for i in step.shown]
        self._scene = Scene(document, journey, figures, texts, MapStyle(hints=False), sheet.fonts)
        found = [] if figures is None else [f for t in self._row if (f := figures.of(t.id)) is not None]
        self._paired = any(f.expectation or f.experience for f in found)
        self._felt = any(f.emotion for f in found)
        self._left = sheet.margin + (sheet.width * _LABELS if self._paired or self._felt else 0.0)
        self._wide = (sheet.width - sheet.margin - self._left) / max(1, len(self._row))

    def slide(self) -> DisplayList:
        """The slide."""
        sheet = self._sheet
        head, y = self._head()
        groups = [head]
        if self._row:
            groups += self._lanes(y + sheet(28))
        else:
            said = self._texts.tr("No touchpoints yet")
            groups.append(sheet.group("hint", sheet.block(said, sheet.type(40), sheet.margin, y, sheet.inner, 2)))
        page = self._texts.tr("Part {page} of {pages}", page=self._step.page + 1, pages=self._step.pages)
        basis = basis_of(self._document, self._figures, self._texts) if self._paired or self._felt else ""
        groups.append(sheet.foot(basis, page if self._step.pages > 1 else ""))
        return sheet.slide(groups, self._name)

    @property
    def _name(self) -> str:
        return " ".join(self._stage.name.split()) or self._texts.tr("Untitled stage")

    def _head(self) -> tuple[Placed, float]:
        sheet = self._sheet
        y = sheet(48)
        style = sheet.fitted(self._name, (64, 52, 42), "semibold", sheet.inner, 1)
        items: list[Primitive] = list(sheet.block(self._name, style, sheet.margin, y, sheet.inner, 2, Role.ACCENT))
        y += len(items) * style.leading
        goal = " ".join(self._stage.goal.split())
        if goal:
            body = sheet.type(34)
            lines = sheet.block(goal, body, sheet.margin, y + sheet(6), sheet.inner, 2)
            items.extend(lines)
            y += sheet(6) + len(lines) * body.leading
        return sheet.group("head", items, self._stage.id), y

    def _unit(self, top: float) -> float:
        """How many times as large as on the map: what the height has room for, and the width of a card."""
        high = _CARD + (_PAIR if self._paired else 0.0) + (_FEELING if self._felt else 0.0)
        sheet = self._sheet
        least = 0.0185 * sheet.height / 11.0
        return max(least, min((sheet.bottom - top) / max(high, 240.0), self._wide / _COLUMN * 1.06))

    def _lanes(self, top: float) -> list[Placed]:
        unit = round(self._unit(top), 3)
        lanes = _CARD + (_PAIR if self._paired else 0.0) + (_FEELING if self._felt else 0.0)
        more = max(0.0, self._sheet.bottom - top - unit * lanes) / (1 + self._paired + self._felt) * 0.6
        high = unit * (_CARD - 8) + more
        made = self._cards(top, high, unit)
        y = top + high + unit * 8
        if self._paired:
            made += self._pairs(y, unit * _PAIR + more, unit)
            y += unit * _PAIR + more
        if self._felt:
            made += self._feelings(y, unit * _FEELING + more, unit)
        return made

    def _cards(self, top: float, high: float, unit: float) -> list[Placed]:
        gap = min(unit * 10, self._wide * 0.08)
        values = [card_value(self._scene, touchpoint) for touchpoint in self._row]
        style = CardStyle(self._sheet.fonts, scale_of(unit, 0.84), Density.NEAR, self._wide - gap, high)
        for roomier in (self._roomier(unit), 1.3, 1.15, 1.0, 0.92):
            tried = style._replace(type=scale_of(unit, roomier))
            if all(_whole(value.name, tried) for value in values):
                style = tried
                break
        return [self._placed(n, gap / 2, top, card(value, style)) for n, value in enumerate(values)]

    def _roomier(self, unit: float) -> float:
        """How much larger the type may be where there are few cards."""
        return round(min(1.7, max(1.0, self._wide / (_COLUMN * unit))), 2)

    def _placed(self, n: int, dx: float, y: float, group: Group) -> Placed:
        return Placed(round(self._left + n * self._wide + dx), round(y), strong(group))

    def _lane(self, title: str, y: float) -> list[Primitive]:
        sheet = self._sheet
        room = self._left - sheet.margin - sheet(56)
        style = sheet.type(26, "semibold")
        line = marks.line(sheet.margin, y, sheet.width - sheet.margin, y, Role.LINE, sheet(2))
        return [line, *sheet.block(title, style, sheet.margin, y + sheet(14), room, 3)]

    def _pairs(self, y: float, high: float, unit: float) -> list[Placed]:
        """Expectation and experience, with what tick and dot mean."""
        sheet, texts = self._sheet, self._texts
        axis = Axis(*limits("experience", self._scene.scale), y + unit * 18, y + high - unit * 18)
        items = self._lane(texts.tr("Expectation and experience"), y)
        items += self._levels(axis, [(float(v), texts.number(v)) for v in (axis.low, axis.high)])
        items += self._legend(y + high - sheet(14))
        scale = scale_of(unit, self._roomier(unit))
        local = Axis(axis.low, axis.high, axis.top - y, axis.bottom - y)
        style = ScaleStyle(sheet.fonts, scale, local, self._wide, high, False)
        made = [sheet.group("pairs", items)]
        for n, touchpoint in enumerate(self._row):
            value = pair_value(self._scene, touchpoint.id)
            if value is not None:
                made.append(self._placed(n, 0.0, y, pair(value, style)))
        return made

    def _legend(self, bottom: float) -> list[Primitive]:
        """A tick is what was expected, a dot what was experienced; left out where there is no room for the words."""
        sheet, texts = self._sheet, self._texts
        room = self._left - sheet.margin - sheet(60)
        style = sheet.small
        aims = are_targets(self._document, self._figures)
        words = [texts.tr("expected"), texts.tr("target") if aims else texts.tr("experienced")]
        if room <= 0 or any(sheet.wide(w, style) > room for w in words):
            return []
        top = bottom - 2 * style.leading
        x, across = sheet.margin, sheet(26)
        tick = Rect(x, top + style.leading / 2 - sheet(3), across, sheet(6), fill=Role.INK, radius=sheet(2))
        dot = marks.circle(x + across / 2, top + 1.5 * style.leading, sheet(11), fill=Role.OKAY)
        said = [
            sheet.one(word, style, x + across + sheet(10), top + n * style.leading + style.rise, room)
            for n, word in enumerate(words)
        ]
        return [tick, dot, *said]

    def _levels(self, axis: Axis, values: list[tuple[float, str]]) -> list[Primitive]:
        sheet = self._sheet
        style = sheet.small
        right = sheet.width - sheet.margin
        items: list[Primitive] = []
        for value, said in values:
            y = axis.y(value)
            items.append(marks.line(self._left, y, right, y, Role.LINE, sheet(2)))
            items.append(sheet.one(said, style, self._left - sheet(10), y + style.size * 0.34, sheet(60), align=1.0))
        return items

    def _feelings(self, y: float, high: float, unit: float) -> list[Placed]:
        """The curve through the stage, with its faces."""
        sheet, texts = self._sheet, self._texts
        edge = unit * 32
        axis = Axis(*SIGNED, y + edge, y + high - edge)
        items = self._lane(texts.tr("Emotion"), y)
        items += self._levels(axis, [(v, texts.signed(v, 0)) for v in LEVELS])
        means = [self._mean(t) for t in self._row]
        middles = [self._left + (n + 0.5) * self._wide for n in range(len(self._row))]
        points = [(x, axis.y(m)) for x, m in zip(middles, means, strict=True) if m is not None]
        items.extend(emotion_curve(points, axis.top, axis.bottom, sheet(5)))
        made = [sheet.group("emotion", items)]
        local = Axis(*SIGNED, edge, high - edge)
        for n, touchpoint in enumerate(self._row):
            value = felt_value(self._scene, self._scene.index[touchpoint.id])
            if value is not None:
                side = -1 if n == 0 else int(n == len(self._row) - 1)
                style = FeltStyle(sheet.fonts, scale_of(unit, 1.0), local, self._wide, high, side)
                made.append(self._placed(n, 0.0, y, felt(value, style)))
        return made

    def _mean(self, touchpoint: Touchpoint) -> float | None:
        found = self._figures.of(touchpoint.id) if self._figures is not None else None
        return None if found is None or found.emotion is None else found.emotion.mean


def _whole(name: str, style: CardStyle) -> bool:
    """Whether a card has room for the whole of a name."""
    unit, title = style.type, title_type(style)
    lines = min(4, int((style.height - unit(12) - unit(30)) // title.leading))
    room = style.width - 2 * unit(8) + 1
    return len(text.wrap(style.fonts, name, title.face, title.size, room, lines + 1)) <= lines
