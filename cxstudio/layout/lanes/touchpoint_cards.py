"""The cards: name, channel, delta and marks of each touchpoint."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.lanes.lane_kind import MOST_LINES, Block, Lane, LaneSpec
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES, Scene
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type, TypeScale
from cxstudio.model import Channel, Id, Measure, Touchpoint
from cxstudio.model.known_channels import icon_of
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.figures.figure_sentences import signed_delta
from cxstudio.wording.texts import Texts

CARD_HEIGHT, PAPER_CARD_HEIGHT = 108.0, 124.0
MIDDLE_CARD_HEIGHT = 96.0
FAR_BAR = 16.0
_TOP, _FOOT, _MIDDLE_FOOT = 12.0, 30.0, 26.0
"""Above and below a card's name."""
_SURELY = 2.8
"""A name no wider than so many lines needs no more than the usual card has, and is not broken to find out."""


class CardValue(NamedTuple):
    """Everything a card shows."""

    touchpoint: Id
    name: str
    unnamed: bool
    icons: tuple[str, ...]
    delta: str
    verdict: Verdict
    critical: bool
    stardust: bool
    disagreeing: bool
    uncertain: bool = False
    """A survey that does not tell the verdict for sure: drawn hollow."""
    more: str = ""
    """What is said where the name is too long."""
    words: tuple[str, str, str] = ("", "", "")
    """What critical, stardust and disagreeing are called."""
    measures: str = ""
    """The numbers of its measures, on paper: "M 1, 5"."""


class CardStyle(NamedTuple):
    """How cards are drawn in this layout."""

    fonts: FontBook
    type: TypeScale
    density: Density
    width: float
    height: float


class TouchpointLane(Lane):
    """Cards."""

    kind = LaneKind.TOUCHPOINTS
    fixed = names = figures = True

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        if scene.far:
            return scene.type(36)
        least = scene.type(64)
        wanted = spec.height or max(_usual_height(scene), _tallest(scene)) + 2 * self.pad(scene)
        return max(least, wanted)

    def pad(self, scene: Scene) -> float:
        """Room above and below the cards."""
        return scene.type(10)

    def bleed(self, scene: Scene) -> float:
        return scene.type(5) if scene.far else 0.0

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        height = self.height(scene, spec)
        top = 0.0 if scene.far else self.pad(scene)
        most = height - 2 * top
        fixed = scene.far or spec.height is not None
        style = card_style(scene, most if fixed else _usual_height(scene))
        groups = []
        for i in range(start, stop):
            column, x = scene.columns[i], scene.x(i, start)
            touchpoint = scene.touchpoint(i)
            inset = gap(scene) / 2 + scene.aside
            if touchpoint is not None:
                value = card_value(scene, touchpoint)
                high = grown(value.name, style, scene.whole, numbered=bool(value.measures))
                tall = style if fixed else style._replace(height=min(most, high))
                groups.append(Placed(x + inset, top, card(value, tall)))
            elif column.hidden:
                made = fold(scene, f"fold:{column.stage}", column.hidden, column.width - 2 * inset, style.height)
                groups.append(Placed(x + inset, top, made))
            elif column.left_out:
                groups.append(Placed(x, top, left_out(scene, scene.keys[i], column.width, style.height)))
            elif scene.style.hints:
                made = hint(scene, f"hint:{column.stage}", column.stage, column.width - 2 * inset, style.height)
                groups.append(Placed(x + inset, top, made))
        return Block(tuple(groups), height)


def gap(scene: Scene) -> float:
    """Room between two cards."""
    wide = scene.slot
    if scene.far:
        return min(2.0, wide * 0.25)
    return min(scene.type(10), wide * 0.08)


def card_style(scene: Scene, height: float) -> CardStyle:
    """The style of this scene's cards."""
    return CardStyle(scene.fonts, scene.type, scene.style.density, scene.slot - gap(scene), height)


def _usual_height(scene: Scene) -> float:
    """Height of a card with a name of a few lines."""
    return scene.type(PAPER_CARD_HEIGHT if scene.style.paper else CARD_HEIGHT if scene.near else MIDDLE_CARD_HEIGHT)


def _tallest(scene: Scene) -> float:
    """Height of the card with the longest name of those that are shown."""
    style = card_style(scene, _usual_height(scene))
    index = scene.index

    def needed(touchpoint: Id) -> float:
        if touchpoint not in index:
            return 0.0
        numbered = bool(measure_numbers(scene, touchpoint))
        return grown(scene.full_name(touchpoint), style, scene.whole, numbered=numbered)

    tallest = scene.total("card height", needed, lambda heights: max(heights, default=0.0))
    if scene.style.folded_stages:  # figures may have brought out others since those were measured
        known = scene.worked_out("card height", needed)
        tallest = max([tallest, *(needed(t) for t in index if not known[t])])
    return tallest


def measure_numbers(scene: Scene, touchpoint: Id) -> str:
    """The numbers of the measures at a touchpoint as its card on paper has them: "M 1, 5"; "" on the screen."""
    if not scene.style.paper or scene.far:
        return ""
    measures = scene.document.having(Measure, "touchpoints", touchpoint)
    if not measures:
        return ""
    numbers = scene.once("measure numbers", lambda: plan_numbers(scene.document))
    listed = sorted(numbers[measure.id] for measure in measures)
    return scene.texts.tr("M {numbers}", numbers=", ".join(map(str, listed)))


def grown(name: str, style: CardStyle, whole: bool = False, *, numbered: bool = False) -> float:
    """Height of a card of this style that has room for its name, as many lines as one shows at most, and, where it is
    `numbered`, for the numbers of its measures.
    """
    title, wide = title_type(style), _room(style)
    if not whole and text.width(style.fonts, name, title.face, title.size) <= _SURELY * wide:
        return style.height
    most = text.UNBOUNDED if whole else MOST_LINES
    lines = min(most, len(text.wrap(style.fonts, name, title.face, title.size, wide, most)))
    numbers = style.type.small_strong.leading if numbered else 0.0
    return max(style.height, style.type(_TOP) + lines * title.leading + numbers + _foot_height(style))


def _room(style: CardStyle) -> float:
    """Width of the lines of a card's name."""
    return style.width - 2 * _inset(style) + 1


def _inset(style: CardStyle) -> float:
    return style.type(8 if style.density is Density.NEAR else 6)


def _foot_height(style: CardStyle) -> float:
    return style.type(_FOOT if style.density is Density.NEAR else _MIDDLE_FOOT)


def card_value(scene: Scene, touchpoint: Touchpoint) -> CardValue:
    """Gather what a touchpoint's card shows."""
    figures = scene.figures_of(touchpoint.id)
    mean = figures.delta.mean if figures is not None and figures.delta is not None else None
    delta = signed_delta(mean, figures, scene.texts) if figures is not None else ""
    if figures is not None and figures.withheld and not delta:
        delta = scene.texts.tr("n = {n}", n=figures.withheld)
    channels = (scene.document.find(c) for c in touchpoint.channels[:2])
    name = scene.full_name(touchpoint.id)
    return CardValue(
        touchpoint.id,
        name or scene.texts.tr("Untitled touchpoint"),
        not name,
        tuple(icon_of(c) for c in channels if isinstance(c, Channel)),
        delta,
        figures.verdict if figures is not None else Verdict.UNKNOWN,
        scene.critical(touchpoint),
        touchpoint.stardust,
        figures is not None and figures.disagreeing,
        figures is not None and figures.uncertain,
        scene.texts.tr("more"),
        sign_words(scene.texts),
        measure_numbers(scene, touchpoint.id),
    )


def sign_words(texts: Texts) -> tuple[str, str, str]:
    """What critical, stardust and disagreeing are called for readers of the page."""
    return texts.tr("critical"), texts.tr("stardust"), texts.tr("disagreeing")


@cached(10_000)
def card(value: CardValue, style: CardStyle) -> Group:
    """One card, remembered by everything it shows."""
    if style.density is Density.FAR:
        return _bar(value, style)
    unit, wide, high = style.type, style.width, style.height
    near = style.density is Density.NEAR
    inset = _inset(style)
    items: list[Primitive] = [
        _sheet(unit, wide, high, Role.SURFACE),
        marks.hollow(
            Rect(inset, 0, wide - 2 * inset, unit(4), fill=MARK_ROLES[value.verdict], radius=unit(2)),
            value.uncertain,
            unit(1.2),
        ),
    ]
    title = title_type(style)
    top = unit(_TOP)
    strong = style.type.small_strong
    foot = _foot_height(style) + (strong.leading if value.measures else 0.0)
    lines = max(1, int((high - top - foot + 1e-6) // title.leading))
    role = Role.FAINT if value.unnamed else Role.INK
    items.extend(folded(style.fonts, value.name, title, inset, top, _room(style), role, lines, value.more))
    if value.measures:
        base = high - foot + strong.rise
        items.append(
            text.single(style.fonts, value.measures, strong, inset, base, Role.ACCENT, _room(style), words=True)
        )
    items.extend(_foot(value, style, near))
    return Group(f"card:{value.touchpoint}", wide, high, tuple(items), value.touchpoint)


def _sheet(unit: TypeScale, wide: float, high: float, ground: Role) -> Rect:
    return Rect(
        0, unit(1.5), wide, high - unit(1.5), fill=ground, stroke=Role.LINE, stroke_width=unit(1), radius=unit(10)
    )


def title_type(style: CardStyle) -> Type:
    """Type of the card's name."""
    roomy = style.width >= style.type(76 if style.type.unit == 1 else 64)
    return style.type.title if style.density is Density.NEAR and roomy else style.type.title_small


def _foot(value: CardValue, style: CardStyle, near: bool) -> list[Primitive]:
    unit, wide, high = style.type, style.width, style.height
    items: list[Primitive] = []
    x = unit(9 if near else 6)
    right = wide - unit(8 if near else 5)
    base = high - unit(11 if near else 9)
    mark = unit(17 if near else 13)
    if value.critical:
        right -= mark
        items.extend(told(marks.sign("warning", right, base - mark * 0.82, mark, Role.DISAPPOINTING), value.words[0]))
        right -= unit(3)
    if value.stardust:
        right -= mark * 0.9
        items.extend(told(marks.sign("star", right, base - mark * 0.74, mark * 0.9, Role.STARDUST), value.words[1]))
        right -= unit(3)
    strong = style.type.small_strong
    wanted = text.width(style.fonts, value.delta, strong.face, strong.size) if value.delta else 0.0
    icon = unit(15)
    shown = value.icons[: 2 if not value.delta else 1]
    for name in shown:
        if x + icon + unit(5) + wanted > right:
            break
        items.extend(marks.sign(name, x, base - icon * 0.78, icon, Role.MUTED))
        x += icon + unit(6)
    if value.delta and x + wanted <= right + unit(3):
        items.append(text.single(style.fonts, value.delta, strong, x, base, TEXT_ROLES[value.verdict]))
        x += wanted + unit(5)
    size = unit(12)
    if value.disagreeing and x + size <= right + unit(2):
        items.extend(told(marks.sign("disagree", x, base - size * 0.8, size, Role.MUTED), value.words[2]))
    return items


def _bar(value: CardValue, style: CardStyle) -> Group:
    unit, wide, high = style.type, style.width, style.height
    bar = unit(FAR_BAR)
    items: list[Primitive] = [
        marks.hollow(
            Rect(0, high - bar - unit(4), wide, bar, fill=MARK_ROLES[value.verdict], radius=min(unit(3), wide / 4)),
            value.uncertain,
            min(unit(2), wide / 3),
        )
    ]
    size = unit(10)
    if value.critical:
        sign = marks.sign("warning", wide / 2 - size / 2, unit(3), size, Role.DISAPPOINTING)
        items.extend(told(sign, value.words[0]))
    elif value.stardust:
        items.extend(told(marks.sign("star", wide / 2 - size / 2, unit(3), size, Role.STARDUST), value.words[1]))
    return Group(f"card:{value.touchpoint}", wide, high, tuple(items), value.touchpoint)


def fold(scene: Scene, key: str, hidden: int, wide: float, high: float) -> Group:
    """What stands for the touchpoints a folded stage hides: a small pile with their number."""
    unit = scene.type
    if scene.far:
        bar = unit(FAR_BAR)
        pile: tuple[Primitive, ...] = (Rect(0, high - bar - unit(4), wide, bar, fill=Role.OKAY_GROUND, radius=unit(3)),)
        return Group(key, wide, high, pile)
    strong = unit.small_strong
    label = text.single(
        scene.fonts,
        "+" + scene.texts.number(hidden),
        strong,
        wide / 2,
        high / 2 + strong.size * 0.34,
        Role.MUTED,
        wide - unit(4),
        align=0.5,
    )
    edge = Rect(unit(8), 0, max(wide - unit(16), 1), unit(4), fill=Role.LINE, radius=unit(2))
    return Group(key, wide, high, (_sheet(unit, wide, high, Role.LANE_GROUND), edge, label))


def left_out(scene: Scene, key: str, wide: float, high: float) -> Group:
    """What stands where touchpoints are left out between two that are shown: three dots."""
    radius, apart = min(scene.type(1.4), wide / 4), scene.type(7)
    middle = high / 2
    dots = tuple(marks.circle(wide / 2, middle + n * apart, radius, fill=Role.FAINT) for n in (-1, 0, 1))
    return Group(key, wide, high, dots)


def hint(scene: Scene, key: str, stage: Id, wide: float, high: float) -> Group:
    """Where the first touchpoint of an empty stage goes."""
    unit = scene.type
    frame = Rect(
        0.5,
        unit(1.5),
        wide - 1,
        high - unit(2),
        stroke=Role.LINE,
        stroke_width=unit(1),
        radius=unit(10),
        dash=(unit(4), unit(4)),
    )
    size = unit(18)
    if scene.far or wide < unit(70):
        return Group(
            key,
            wide,
            high,
            (frame, *marks.sign("plus", wide / 2 - size / 2, high / 2 - size / 2, size, Role.FAINT)),
            stage,
        )
    plus = marks.sign("plus", wide / 2 - size / 2, high / 2 - unit(26), size, Role.FAINT)
    words = text.block(
        scene.fonts,
        scene.texts.tr("First touchpoint"),
        unit.small,
        unit(8),
        high / 2,
        wide - unit(16),
        Role.FAINT,
        2,
        align=0.5,
    )
    return Group(key, wide, high, (frame, *plus, *words), stage)
