"""Emotion over the journey: the curve through the means, the spread of the answers, highs and lows named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import FEW, Body, Chart, ChartStyle, Spot, framed_in_steps
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display import monotone_curve as curve
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect, Segment, TextLine
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.display.label_collision import fit_together
from cxstudio.layout.lanes.emotion_lane import LEVELS, emotion_role, feeling
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.model.questions import SIGNED
from cxstudio.steps import Steps, gathered
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.figures.emotion_steps import peak_words
from cxstudio.wording.figures.figure_sentences import ends_words, spread_words
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Emotion over the journey")
_LEFT, _STAGES, _RIGHT = 30.0, 24.0, 6.0
_NAMED_FROM: Final = 46.0
"""Columns at least as wide as this have their names below them."""
_NAME_LINES: Final = 3
_MOST_NAME: Final = 150.0
_STRETCH: Final = FEW
"""Pieces of the curve in one path: the time for drawing a path grows with the square of its length."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One touchpoint: mean and middle half of its emotions."""

    touchpoint: Id
    name: str
    stage: Id
    mean: float
    lower: float
    upper: float
    extreme: int
    """1 for a highest high, −1 for a lowest low, else 0."""
    spoken: str


@dataclass(frozen=True, slots=True)
class EmotionData:
    """Touchpoints with emotions in the order of the map, and the names of their stages."""

    head: Head
    listing: Listing
    felt: tuple[Felt, ...]
    stages: dict[Id, str]


def data_in_steps(source: Source) -> Steps[EmotionData | Missing]:
    """The emotions of the round."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    felt = tuple((yield from gathered(_felt(source, figures))))
    if not felt:
        return Missing(texts.tr("No result: emotion was not asked in this round."))
    stages = {s.id: flat_name(s.name) for s in source.document.having(Stage, "journey", figures.journey)}
    under = source.basis(source.left_out(len(felt)), figure="emotion")
    head = Head(texts.tr(TITLE), _lead(figures, texts), under)
    lines = yield from gathered(_lines(source, figures, felt))
    return EmotionData(head, _listing(texts, lines), felt, stages)


def lay_out_in_steps(data: EmotionData, style: ChartStyle) -> Steps[Chart]:
    """A column per touchpoint."""
    return framed_in_steps("emotion", data.head, style, lambda wide, high: _Emotions(data, style, wide, high).body())


def _felt(source: Source, figures: RoundFigures) -> Iterator[Felt]:
    document, texts = source.document, source.texts
    for f in figures.touchpoints:
        about = document.find(f.touchpoint)
        if f.emotion is None or not isinstance(about, Touchpoint):
            continue
        extreme = int(f.touchpoint in figures.highest_high) - int(f.touchpoint in figures.lowest_low)
        many = len(figures.touchpoints) > FEW
        name = flat_name(about.name if many and not extreme else short_name(document, f.touchpoint))
        spoken = texts.tr(
            "{name}: emotion {mean}, answers {spread}, n = {n}",
            name=flat_name(about.name),
            mean=texts.signed(f.emotion.mean),
            spread=spread_words(f.emotion, texts),
            n=texts.number(f.emotion.n),
        )
        e = f.emotion
        yield Felt(f.touchpoint, name, about.stage, e.mean, e.lower_quartile, e.upper_quartile, extreme, spoken)


def _lead(figures: RoundFigures, texts: Texts) -> str:
    said = texts.tr(
        "Curve through the means, from {low} to {high}; bars: the middle half of the answers.",
        **ends_words("emotion", texts),
    )
    peak = figures.peak_end
    if peak is not None:
        said += " " + texts.tr(
            "Peak and end: {value} (strongest and last feeling of each person, n = {n}).",
            value=texts.signed(peak.value),
            n=texts.number(peak.n),
        )
    return said


def _lines(source: Source, figures: RoundFigures, felt: Sequence[Felt]) -> Iterator[Line]:
    texts = source.texts
    for each in felt:
        part = figures.by_id[each.touchpoint].emotion
        assert part is not None
        words = peak_words(each.touchpoint, figures.highest_high, figures.lowest_low, texts)
        name = flat_name(source.document.get(Touchpoint, each.touchpoint).name)
        cells = (name, texts.signed(each.mean), spread_words(part, texts), texts.number(part.n), words)
        yield Line(each.touchpoint, cells)


def _listing(texts: Texts, lines: Sequence[Line]) -> Listing:
    tr = texts.tr
    return whole(lines, tr("Touchpoint"), tr("Emotion"), tr("Spread"), tr("Answers"), "")


class _Emotions:
    """Places curve, faces and names."""

    def __init__(self, data: EmotionData, style: ChartStyle, width: float, height: float) -> None:
        self.data, self.style, self.unit = data, style, style.unit
        self.width = width
        unit = style.unit
        self.left = unit(_LEFT)
        self.column = max(width - self.left - unit(_RIGHT), 1.0) / max(len(data.felt), 1)
        self.few = len(data.felt) <= FEW
        self.named = self.column >= unit(_NAMED_FROM)
        small = unit.small
        self.name_lines = self._name_lines(height) if style.whole else _NAME_LINES
        below = small.leading * (self.name_lines + 1) + unit(8) if self.named else unit(6)
        self.plot_top = unit(_STAGES) + unit(14)
        self.plot_height = max(height - self.plot_top - below - unit(10), unit(90))
        self.foot = self.plot_top + self.plot_height + unit(10)
        self.height = self.foot + below
        self.radius = min(unit(11), self.column * 0.34) if self.few else unit(3)

    def x(self, place: int) -> float:
        """The middle of a column."""
        return self.left + (place + 0.5) * self.column

    def y(self, value: float) -> float:
        """Where an emotion stands."""
        low, high = SIGNED
        return self.plot_top + (high - value) / (high - low) * self.plot_height

    def body(self) -> Steps[Body]:
        """Axis and stages below the curve, faces above it, names on top."""
        felt = self.data.felt
        groups = [
            self._group("axis", tuple(self._axis())),
            self._group("stages", tuple(self._stages())),
        ]
        yield
        groups += yield from gathered(self._curves(), 8)
        boxes = [self._face_box(n, each) for n, each in enumerate(felt) if self.few or each.extreme]
        groups += yield from gathered(self._marks())
        names: dict[Id, Box] = {}
        for touchpoint, line, box in self._labels(boxes):
            groups.append(self._group(f"name:{touchpoint}", (line,), touchpoint))
            names[touchpoint] = box
        spots = tuple(
            Spot(f.touchpoint, Box(self.x(i) - self.column / 2, self.plot_top, self.column, self.plot_height))
            for i, f in enumerate(felt)
        )
        return Body(tuple(groups), spots, names, self.height)

    def _curves(self) -> Iterator[Group]:
        for number, stretch in enumerate(self._curve()):
            yield self._group(f"curve{number or ''}", (stretch,))

    def _marks(self) -> Iterator[Group]:
        for place, each in enumerate(self.data.felt):
            items = tuple(self._mark(place, each))
            if items:
                yield self._group(each.touchpoint, told(items, each.spoken), each.touchpoint)

    def _group(self, name: str, items: tuple[Primitive, ...], record: Id | None = None) -> Group:
        return Group(f"emotion:{name}", self.width, self.height, items, record)

    def _axis(self) -> Iterator[Primitive]:
        unit, right = self.unit, self.width - self.unit(_RIGHT)
        for value in LEVELS:
            dash = (unit(4), unit(4)) if value == 0 else ()
            role = Role.LINE if value == 0 else Role.FAINT_LINE
            yield marks.line(self.left, self.y(value), right, self.y(value), role, unit(1.0), dash)
            words = self.style.texts.signed(value, 0)
            yield self.style.small(words, self.left - unit(8), self.y(value) + unit(4), align=1.0)

    def _stages(self) -> Iterator[Primitive]:
        """Each stage over its columns, with a line where the next one begins."""
        unit, start, felt = self.unit, 0, self.data.felt
        while start < len(felt):
            stop = start
            while stop < len(felt) and felt[stop].stage == felt[start].stage:
                stop += 1
            x, wide = self.left + start * self.column, (stop - start) * self.column
            if start:
                yield marks.line(x, unit(2), x, self.foot, Role.FAINT_LINE, unit(1.0))
            name = self.data.stages.get(felt[start].stage, "")
            if wide >= unit(30) and name:
                yield self.style.small(
                    name, x + unit(4), unit(_STAGES) - unit(9), Role.ACCENT, wide=wide - unit(8), strong=True
                )
            start = stop

    def _curve(self) -> Iterator[Path]:
        points = [(self.x(i), self.y(f.mean)) for i, f in enumerate(self.data.felt)]
        if len(points) < 2:
            return
        tilt = curve.slopes(points)
        gradient = feeling(self.y(LEVELS[0]), self.y(LEVELS[-1]))
        thick = self.unit(2.2 if self.few else 1.2)
        for start in range(0, len(points) - 1, _STRETCH):
            segments: list[Segment] = [("M", *points[start])]
            for k in range(start, min(start + _STRETCH, len(points) - 1)):
                piece = curve.piece(points[k], points[k + 1], tilt[k], tilt[k + 1])
                segments.append(("C", *piece.first, *piece.second, *piece.end))
            yield Path(tuple(segments), stroke=Role.OKAY, stroke_width=thick, gradient=gradient)

    def _mark(self, place: int, each: Felt) -> Iterator[Primitive]:
        """Spread and face; among many the spread alone, and a dot for highs and lows."""
        unit, role, x = self.unit, emotion_role(each.mean), self.x(place)
        top, bottom = self.y(each.upper), self.y(each.lower)
        half = min(unit(2.5), self.column * 0.4)
        tall = max(bottom - top, 0.0) + 2 * half
        yield Rect(x - half, top - half, 2 * half, tall, fill=role, fill_opacity=0.28, radius=half)
        if self.few and self.radius >= unit(6):
            yield from marks.face(each.mean, x, self.y(each.mean), self.radius, role)
        elif self.few or each.extreme:
            radius = max(self.radius, unit(2.5)) if self.few else unit(4.5)
            yield marks.circle(x, self.y(each.mean), radius, fill=role)
        if self.named:
            yield from self._below(place, each, role)

    def _below(self, place: int, each: Felt, role: Role) -> Iterator[Primitive]:
        unit, x = self.unit, self.x(place)
        ink = Role.DISAPPOINTING_TEXT if role is Role.DISAPPOINTING else role
        y = self.foot + unit(2)
        number = self.style.texts.signed(each.mean)
        yield self.style.small(number, x, y + unit.small.rise, ink, align=0.5, strong=True)
        left, wide = x - self.column / 2 + unit(2), self.column - unit(4)
        yield from text.block(
            self.style.fonts, each.name, unit.small, left, y + unit.small.leading, wide, Role.INK,
            self.name_lines, 0.5, words=self.style.whole,
        )  # fmt: skip

    def _name_lines(self, height: float) -> int:
        """Lines of the longest name, as far as half the height allows; on the screen there are always three."""
        small, wide = self.unit.small, self.column - self.unit(4)
        wraps = (text.wrap(self.style.fonts, f.name, small.face, small.size, wide) for f in self.data.felt)
        return min(max(map(len, wraps), default=1), max(_NAME_LINES, int(height / 2 // small.leading)))

    def _face_box(self, place: int, each: Felt) -> Box:
        r = max(self.radius, self.unit(4.5))
        top, bottom = min(self.y(each.upper), self.y(each.mean) - r), max(self.y(each.lower), self.y(each.mean) + r)
        return Box(self.x(place) - r, top - 1, 2 * r, bottom - top + 2)

    def _labels(self, taken: Sequence[Box]) -> Iterator[tuple[Id, TextLine, Box]]:
        """Highs and lows by their names, or by what they are where all names stand below."""
        texts, style = self.style.texts, self.unit.small_strong
        highs, lows = ([f.touchpoint for f in self.data.felt if f.extreme == sign] for sign in (1, -1))
        laid: dict[Id, tuple[text.Line, Role]] = {}
        wanted = []
        for place, each in enumerate(self.data.felt):
            if not each.extreme:
                continue
            words = peak_words(each.touchpoint, highs, lows, texts)
            if not self.named:
                words = f"{each.name} {texts.signed(each.mean)}"
            line = text.fitted(
                self.style.fonts, words, style.face, style.size, max(self.unit(_MOST_NAME), self.width * 0.24),
                self.style.whole,
            )  # fmt: skip
            laid[each.touchpoint] = line, Role.DELIGHTING if each.extreme > 0 else Role.DISAPPOINTING_TEXT
            spots = [b for b in self._label_spots(place, each, line.width) if not any(b.meets(t) for t in taken)]
            wanted.append((each.touchpoint, spots))
        for touchpoint, box in fit_together(wanted).items():
            line, role = laid[touchpoint]
            yield touchpoint, TextLine(box.x, box.y + style.rise, style.size, role, line.runs, line.width), box

    def _label_spots(self, place: int, each: Felt, wide: float) -> Iterator[Box]:
        """Above a high, below a low; centred, then to either side, then farther off."""
        tall, gap, face = self.unit.small_strong.leading, self.unit(5), self._face_box(place, each)
        inside = Box(self.left, self.plot_top - self.unit(12), self.width - self.left, self.plot_height + self.unit(22))
        for far in (0.0, tall, 2 * tall, 3 * tall):
            level = face.y - gap - tall - far if each.extreme > 0 else face.y + face.height + gap + far
            for x in (self.x(place) - wide / 2, self.x(place) - self.unit(6), self.x(place) - wide + self.unit(6)):
                box = Box(min(max(x, self.left), self.width - wide), level, wide, tall)
                if box.inside(inside):
                    yield box
        for x in (face.x + face.width + gap, face.x - gap - wide):
            box = Box(x, self.y(each.mean) - tall / 2, wide, tall)
            if box.inside(inside):
                yield box
