"""What the lanes of one map read: the document, its figures, the columns and the style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from cxstudio.analysis.flow.responsible_departments import accountable
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.layout.map_scene.map_columns import build_columns, column_key, cut_blocks, exact
from cxstudio.layout.map_scene.map_style import NARROWEST_COLUMN, Column, Density, MapStyle, StageSpan, slot_of
from cxstudio.layout.map_scene.shared_by_pages import SharedByPages
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import DEPARTMENT_ROLES, Role
from cxstudio.look.type_scale import PAPER, SCREEN, TypeScale
from cxstudio.model import Department, Document, Id, Note, Round, Touchpoint, Transition
from cxstudio.model.kinds import Travels
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import records_in
from cxstudio.wording.texts import Texts

T = TypeVar("T")
V = TypeVar("V")

HINT_WIDTH = 440.0
"""Width of a map without stages, in screen points."""
MARK_ROLES = {
    Verdict.DISAPPOINTING: Role.DISAPPOINTING,
    Verdict.OKAY: Role.OKAY,
    Verdict.DELIGHTING: Role.DELIGHTING,
    Verdict.UNKNOWN: Role.LINE,
}
TEXT_ROLES = {**MARK_ROLES, Verdict.DISAPPOINTING: Role.DISAPPOINTING_TEXT, Verdict.UNKNOWN: Role.MUTED}


class _Before(NamedTuple):
    """What a former scene had worked out, and which touchpoints differ, are new or are gone since."""

    worked: Mapping[str, dict[Id, Any]]
    differ: frozenset[Id]
    gone: frozenset[Id]


class Scene:
    """Built once per layout and only read afterwards."""

    def __init__(
        self,
        document: Document,
        journey: Id,
        figures: RoundFigures | None,
        texts: Texts,
        style: MapStyle,
        fonts: FontBook,
        before: Scene | None = None,
        over: Mapping[Id, RoundFigures] | None = None,
    ) -> None:
        self.document = document
        self.journey = journey
        self.figures = figures
        self.over: Mapping[Id, RoundFigures] = over or {}
        """Figures of the rounds lanes may lay over the one shown."""
        self.texts = texts
        self.style = style
        self.fonts = fonts
        self.cut_from: Scene | None = None
        """The scene of all columns, where this is a page of it."""
        self.type: TypeScale = PAPER if style.paper else SCREEN
        if before is not None and self._stands_like(before):
            self.columns: tuple[Column, ...] = before.columns
            self.stages: tuple[StageSpan, ...] = before.stages
            self.keys: list[str] = before.keys
            self.blocks: tuple[tuple[int, int], ...] = before.blocks
            shared = ("index", "block_keys", "block_ends", "runs")
            self.__dict__.update({name: before.__dict__[name] for name in shared if name in before.__dict__})
        else:
            self.columns, self.stages = build_columns(document, journey, style, self._stands_out)
            self.keys = [column_key(c) for c in self.columns]
            self.blocks = cut_blocks(self.keys, self.stages)
        self.window = (0, len(self.columns))
        self.left = 0.0
        self.slot = min(exact(slot_of(style)), exact(style.column_width))
        self.aside = (exact(max(style.column_width, NARROWEST_COLUMN)) - self.slot) / 2
        empty = self.type(HINT_WIDTH) if style.hints and style.only is None else 0.0
        self.width = self.columns[-1].x + self.columns[-1].width if self.columns else empty
        self._worked: dict[str, dict[Id, Any]] = {}
        self._totals: dict[str, tuple[dict[Id, Any], Any]] = {}
        self._before = _Before({}, frozenset(), frozenset())
        self._once: dict[str, Any] = {}

    def _stands_like(self, before: Scene) -> bool:
        """Whether every column stands where it did."""
        if (
            before.journey != self.journey
            or before.style != self.style
            or self.style.folded_stages
            or self.style.only is not None
        ):
            return False
        stages = self.document.stages(self.journey)
        if [s.id for s in stages] != [s.stage for s in before.stages]:
            return False
        for stage, span in zip(stages, before.stages, strict=True):
            touchpoints = self.document.ids_having(Touchpoint, "stage", stage.id)
            if len(touchpoints) != span.touchpoints:
                return False
            if touchpoints and list(touchpoints) != before.keys[span.first : span.stop]:
                return False
        return True

    @SharedByPages
    def index(self) -> dict[Id, int]:
        """Touchpoint → number of its column."""
        made = dict(zip(self.keys, range(len(self.keys)), strict=True))
        for span in self.stages:
            if span.folded or not span.touchpoints or self.style.only is not None:
                for i in range(span.first, span.stop):
                    if self.columns[i].touchpoint is None:
                        del made[self.keys[i]]
        return made

    @cached_property
    def block_keys(self) -> list[tuple[str, ...]]:
        """What the columns of each block are known by."""
        return [tuple(self.keys[start:stop]) for start, stop in self.blocks]

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """First block of each stage and the first one behind it; stages without a block are left out."""
        starts = [k for k, (first, _) in enumerate(self.blocks) if not k or self._opens_stage(first)]
        ends = [*starts[1:], len(self.blocks)] if starts else []
        return tuple(zip(starts, ends, strict=True))

    def _opens_stage(self, column: int) -> bool:
        return self.columns[column].stage != self.columns[column - 1].stage

    @cached_property
    def block_ends(self) -> dict[int, int]:
        """First column of a block → first one behind it."""
        return dict(self.blocks)

    @property
    def far(self) -> bool:
        """Whether touchpoints are only bars."""
        return self.style.density is Density.FAR

    @property
    def near(self) -> bool:
        """Whether everything is shown."""
        return self.style.density is Density.NEAR

    @property
    def whole(self) -> bool:
        """Whether every text stands there to its end, however high that makes its place."""
        return (self.style.paper or self.style.whole) and not self.style.bounded

    @SharedByPages
    def rated(self) -> bool:
        """Whether any touchpoint has an expectation, an experience or a delta."""
        found = () if self.figures is None else self.figures.touchpoints
        return any(f.expectation or f.experience or f.delta for f in found)

    @SharedByPages
    def scale(self) -> int:
        """Points of the rating scale the figures stand on."""
        found = None if self.figures is None else self.document.find(self.figures.round)
        return found.scale if isinstance(found, Round) else self.document.project.scale

    def x(self, i: int, start: int) -> float:
        """Left edge of column `i` within a block that starts at column `start`."""
        return self.columns[i].x - self.columns[start].x

    def touchpoint(self, i: int) -> Touchpoint | None:
        """The touchpoint in a column."""
        found = self.document.find(self.columns[i].touchpoint)
        return found if isinstance(found, Touchpoint) else None

    def name_of(self, touchpoint: Id) -> str:
        """A touchpoint's name on one line."""
        found = self.document.find(touchpoint)
        return " ".join(found.name[:300].split()) if isinstance(found, Touchpoint) else ""

    def full_name(self, touchpoint: Id) -> str:
        """A touchpoint's name as its card shows it, "" without one."""
        found = self.document.find(touchpoint)
        return " ".join(found.name[:4000].split()) if isinstance(found, Touchpoint) else ""

    def figures_of(self, touchpoint: Id | None) -> TouchpointFigures | None:
        """Figures of a touchpoint in the shown round."""
        return None if self.figures is None or touchpoint is None else self.figures.of(touchpoint)

    def critical(self, touchpoint: Touchpoint) -> bool:
        """Whether it is critical: the group's word, else what the rule proposes."""
        return is_critical(self.figures, touchpoint)

    def _stands_out(self, touchpoint: Touchpoint) -> bool:
        return touchpoint.stardust or self.critical(touchpoint)

    def notes(self, touchpoint: Id, lane: LaneKind, setting: Id | None = None) -> list[Note]:
        """Notes at a touchpoint in a lane, in order; `setting` is that of a lane of one's own."""
        return [n for n in records_in(self.document, lane, touchpoint, setting) if isinstance(n, Note)]

    def worked_out(self, name: str, make: Callable[[Id], V]) -> dict[Id, V]:
        """What `make` says of each touchpoint, under a name; after a change only those that changed are asked again.

        The very same object as in the former scene where nothing differs.
        """
        known = self._worked.get(name)
        if known is None:
            known = self._worked[name] = self._work_out(self._before.worked.get(name), make)
        return known

    def _work_out(self, before: dict[Id, V] | None, make: Callable[[Id], V]) -> dict[Id, V]:
        if before is None:
            return {t: make(t) for t in self.everywhere}
        gone = self._before.gone
        now = {t: make(t) for t in self._before.differ}
        if not gone and all(t in before and before[t] == value for t, value in now.items()):
            return before
        made = {**before, **now}
        for t in gone:
            del made[t]
        return made

    def total(self, name: str, make: Callable[[Id], V], add_up: Callable[[Iterable[V]], T]) -> T:
        """The largest or the like of everything that `make` says, worked out again only where some of it changed."""
        values = self.worked_out(name, make)
        known = self._totals.get(name)
        if known is None or known[0] is not values:
            same = known is not None and self._nothing_new(name, known[0], values)
            made = known[1] if known is not None and same else add_up(values.values())
            known = self._totals[name] = (values, made)
        return cast("T", known[1])

    def _nothing_new(self, name: str, before: dict[Id, V], values: dict[Id, V]) -> bool:
        """Whether touchpoints were only added, and each says what another one said already."""
        if self._before.gone or before is not self._before.worked.get(name):
            return False
        said = before.values()
        return all(before[t] == values[t] if t in before else values[t] in said for t in self._before.differ)

    def once(self, name: str, make: Callable[[], V]) -> V:
        """What `make` says, asked only once per scene."""
        if name not in self._once:
            self._once[name] = make()
        return cast("V", self._once[name])

    @SharedByPages
    def everywhere(self) -> tuple[Id, ...]:
        """All touchpoints of the journey, shown or folded away."""
        stages = self.document.stages(self.journey)
        return tuple([t for s in stages for t in self.document.ids_having(Touchpoint, "stage", s.id)])

    @SharedByPages
    def present(self) -> frozenset[Id]:
        """The same touchpoints, to look them up."""
        return frozenset(self.everywhere)

    def department_of(self, touchpoint: Id | None) -> Department | None:
        """The department that answers for a touchpoint, followed to the one it was merged into."""
        found = self.document.find(touchpoint)
        if not isinstance(found, Touchpoint):
            return None
        return accountable(self.document, found)

    @SharedByPages
    def department_roles(self) -> dict[Id, Role]:
        """Department → colour of its ground."""
        departments = [d for d in self.document.all(Department) if d.merged_into is None]
        return {d.id: DEPARTMENT_ROLES[i % len(DEPARTMENT_ROLES)] for i, d in enumerate(departments)}

    @SharedByPages
    def department_by_touchpoint(self) -> dict[Id, Id | None]:
        """Touchpoint → the department that answers for it."""
        return {t: self._department_id(t) for t in self.index}

    def _department_id(self, touchpoint: Id) -> Id | None:
        department = self.department_of(touchpoint)
        return department.id if department is not None else None

    @SharedByPages
    def departments(self) -> list[Id | None]:
        """Per column the department that answers for it."""
        known = self.department_by_touchpoint
        return [known.get(key) for key in self.keys]

    @SharedByPages
    def looks(self) -> dict[Id, tuple[object, ...]]:
        """Touchpoint → what its figures look like on the map."""
        return {f.touchpoint: _look(f) for f in self.figures.touchpoints} if self.figures is not None else {}

    def look_of(self, touchpoint: Id) -> tuple[object, ...] | None:
        """What a touchpoint's figures look like on the map."""
        figures = self.figures_of(touchpoint)
        return None if figures is None else _look(figures)

    @SharedByPages
    def emotions(self) -> list[float | None]:
        """Per column the mean emotion of the shown round."""
        return [self._emotion(key) for key in self.keys]

    def _emotion(self, touchpoint: Id) -> float | None:
        figures = self.figures_of(touchpoint)
        return None if figures is None or figures.emotion is None else figures.emotion.mean

    def inherit(self, before: Scene, dirty: frozenset[Id], felt: frozenset[Id]) -> None:
        """Take over what a former scene worked out for touchpoints that are neither `dirty` nor have other figures."""
        mine, known = self.__dict__, before.__dict__
        stands = self.columns is before.columns
        if stands:
            mine["everywhere"], mine["present"] = before.everywhere, before.present
        came, gone = self.present - before.present, before.present - self.present
        self._before = _Before(before._worked, came | (dirty & self.present), gone)
        self._totals = dict(before._totals)
        if "department_by_touchpoint" in known:
            departments = dict(before.department_by_touchpoint)
            shown = frozenset[Id]() if stands else self.index.keys() - departments.keys()
            departments.update((t, self._department_id(t)) for t in dirty | shown)
            mine["department_by_touchpoint"] = departments
        if before.figures is self.figures and "looks" in known:
            mine["looks"] = before.looks
        if "emotions" in known:
            former = before.emotions if stands else self._stood(before, before.emotions, self._emotion)
            mine["emotions"] = emotions = self._patched(former, felt, self._emotion)
            same = stands and all((emotions[i] is None) == (before.emotions[i] is None) for i in self._at(felt))
            if same and "felt" in known:
                mine["felt"] = before.felt
        if stands and "departments" in known:
            mine["departments"] = self._patched(before.departments, dirty, self.department_by_touchpoint.get)

    def _stood(self, before: Scene, values: list[V], value: Callable[[Id], V]) -> list[V]:
        """Per column what the same column had where it stood before."""
        known = dict(zip(before.keys, values, strict=True))
        return [known[key] if key in known else value(key) for key in self.keys]

    def _patched(self, values: list[V], changed: frozenset[Id], value: Callable[[Id], V]) -> list[V]:
        """Per column the value as it was, but for some touchpoints; the very same list where nothing differs."""
        now = {i: value(self.keys[i]) for i in self._at(changed)}
        if all(values[i] == one for i, one in now.items()):
            return values
        made = list(values)
        for i, one in now.items():
            made[i] = one
        return made

    def _at(self, touchpoints: frozenset[Id]) -> list[int]:
        return [self.index[t] for t in touchpoints if t in self.index]

    @SharedByPages
    def felt(self) -> list[int]:
        """Numbers of the columns that have an emotion."""
        return [i for i, value in enumerate(self.emotions) if value is not None]

    def travels(self, i: int) -> Travels | None:
        """What travels along from column i − 1 to column i, where a way between them says so."""
        source, target = self.columns[i - 1].touchpoint, self.columns[i].touchpoint
        if source is None or target is None:
            return None
        ways = [w for w in self.document.having(Transition, "source", source) if w.target == target]
        return ways[0].travels if ways else None

    def page(self, start: int, stop: int) -> Scene:
        """The same scene, cut to one block of the columns `start` … `stop` − 1."""
        page = Scene.__new__(Scene)
        page.__dict__.update(self.__dict__)
        for name in ("block_ends", "block_keys", "runs"):
            page.__dict__.pop(name, None)
        page.cut_from = self.cut_from or self
        page.window = (start, stop)
        page.blocks = ((start, stop),)
        page.left = self.columns[start].x
        page.width = self.columns[stop - 1].x + self.columns[stop - 1].width - page.left
        return page


def _look(f: TouchpointFigures) -> tuple[object, ...]:
    delta, expectation, experience, emotion = f.delta, f.expectation, f.experience, f.emotion
    return (
        f.verdict,
        None if delta is None else delta.mean,
        None if expectation is None else expectation.mean,
        None if experience is None else experience.mean,
        None if emotion is None else (emotion.mean, emotion.lower_quartile, emotion.upper_quartile),
        f.disagreeing,
        f.uncertain,
        f.withheld,
        None if f.importance is None else f.importance.mean,
        None if f.promise is None else f.promise.counts,
    )
