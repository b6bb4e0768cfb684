"""The columns of a survey as its mapping reads them, gathered into touchpoints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress

from cxstudio.exchange.plan.column_mapping import column_indices
from cxstudio.exchange.plan.import_plan import LeftOut, Message, say, trn
from cxstudio.exchange.survey.answer_reading import Answer, scale_of, target_range
from cxstudio.exchange.survey.column_headings import subject
from cxstudio.exchange.survey.survey_mapping import (
    ROLE_LABELS,
    TOUCHPOINT_ROLES,
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.tables.table import Table, column_place, rows_place, short
from cxstudio.wording.texts import N_

_VALUES_NAMED = 12
_NAMING_ORDER = (Role.EXPERIENCE, Role.QUICK, Role.EXPECTATION, Role.EMOTION, Role.IMPORTANCE, Role.KANO_FUNCTIONAL)


@dataclass(frozen=True)
class Column:
    """One column, how it is used, and what each of its different cells means (empty for words)."""

    use: ColumnUse
    name: str
    cells: Sequence[str]
    answers: dict[str, Answer] = field(default_factory=dict)

    @cached_property
    def times(self) -> Mapping[str, int]:
        """How often each different cell stands there."""
        return Counter(self.cells)

    def only(self, mask: Sequence[bool]) -> Column:
        """The column with the rows where the mask holds."""
        return replace(self, cells=tuple(compress(self.cells, mask)))


@dataclass(frozen=True, slots=True)
class Touch:
    """A touchpoint to be: its name and the columns that ask about it."""

    name: str
    key: str
    columns: dict[Role, Column]

    def only(self, mask: Sequence[bool]) -> Touch:
        """The touchpoint with the rows where the mask holds."""
        return replace(self, columns={role: column.only(mask) for role, column in self.columns.items()})


@dataclass(frozen=True, slots=True)
class Survey:
    """A table as its mapping reads it."""

    touches: tuple[Touch, ...]
    others: tuple[Column, ...]
    """Columns about the whole journey or the respondent."""
    rows: tuple[int, ...]
    """Row numbers as a spreadsheet counts them."""
    left_out: tuple[LeftOut, ...] = ()
    unused: tuple[LeftOut, ...] = ()
    """Columns nothing is assigned to."""

    def having(self, *roles: Role) -> tuple[Column, ...]:
        """The other columns used in one of these roles."""
        return tuple(column for column in self.others if column.use.role in roles)

    def only(self, mask: Sequence[bool], left_out: Iterable[LeftOut] = ()) -> Survey:
        """The survey with the rows where the mask holds."""
        return Survey(
            tuple(touch.only(mask) for touch in self.touches),
            tuple(column.only(mask) for column in self.others),
            tuple(compress(self.rows, mask)),
            (*self.left_out, *left_out),
            self.unused,
        )


def survey_of(table: Table, mapping: SurveyMapping) -> Survey:
    """The table read through the mapping. Raises UserError for a mapped column that is not there."""
    indices = column_indices(mapping, table.header)
    cells = table.columns
    left_out = list(table.left_out)
    groups: dict[str, dict[Role, Column]] = {}
    others: list[Column] = []
    for use, index in zip(mapping.columns, indices, strict=True):
        name = table.header[index]
        column = Column(use, name, cells[index])
        problem = _unfit(use, mapping)
        if problem is None and use.role in TOUCHPOINT_ROLES:
            group = groups.setdefault(_key(use, name), {})
            if use.role in group:
                problem = say(N_("another column already holds this for the same touchpoint"))
            else:
                group[use.role] = _with_answers(column, mapping)
        elif problem is None:
            others.append(_with_answers(column, mapping))
        if problem is not None:
            left_out.append(LeftOut(column_place(name), _role_label(use.role), problem, len(cells[index])))
    touches = tuple(Touch(_name(group), key, group) for key, group in groups.items())
    rows = tuple(table.row_numbers)
    return Survey(touches, tuple(others), rows, tuple(left_out), tuple(_unused(table, set(indices))))


def unusable(columns: Iterable[Column], rows: Sequence[int]) -> list[LeftOut]:
    """Every different cell that could not be read as an answer: its column, how often, in which rows, and why."""
    told: list[LeftOut] = []
    for column in columns:
        bad = {cell: why for cell, why in column.answers.items() if isinstance(why, Message)}
        if not bad:
            continue
        found: dict[str, list[int]] = {cell: [] for cell in bad}
        for row, cell in zip(rows, column.cells, strict=True):
            if cell in found:
                found[cell].append(row)
        ranked = sorted(((cell, places) for cell, places in found.items() if places), key=lambda f: (-len(f[1]), f[1]))
        for cell, places in ranked[:_VALUES_NAMED]:
            what = say(
                N_("“{value}” ({places})"),
                value=short(cell, 40),
                places=trn("{n} time", "{n} times", len(places)),
            )
            where = say(N_("{column}, {rows}"), column=column_place(column.name), rows=rows_place(places))
            told.append(LeftOut(where, what, bad[cell], len(places)))
        rest = sum(len(places) for _, places in ranked[_VALUES_NAMED:])
        if rest:
            what = trn("{n} other cell", "{n} other cells", rest)
            told.append(LeftOut(column_place(column.name), what, say(N_("no answer can be read from them")), rest))
    return told


def _unfit(use: ColumnUse, mapping: SurveyMapping) -> Message | None:
    if use.role in TOUCHPOINT_ROLES and scale_of(use, mapping) is None:
        low, high = target_range(use.role, mapping.scale)
        return say(
            N_("its scale {lowest}–{highest} has another number of points than {low}–{high}"),
            lowest=use.lowest if use.lowest is not None else low,
            highest=use.highest if use.highest is not None else high,
            low=low,
            high=high,
        )
    return None


def _with_answers(column: Column, mapping: SurveyMapping) -> Column:
    if column.use.role in {Role.RESPONDENT, Role.SEGMENT, Role.PERSONA, Role.DATE, Role.COMMENT}:
        return column
    scale = scale_of(column.use, mapping, set(column.cells))
    return replace(column, answers=scale.table(column.cells) if scale else {})


def _key(use: ColumnUse, heading: str) -> str:
    return use.item or " ".join((use.touchpoint or subject(heading)).split()).casefold()


def _name(group: dict[Role, Column]) -> str:
    given = next((column.use.touchpoint for column in group.values() if column.use.touchpoint), "")
    if given:
        return given
    leading = next((group[role] for role in _NAMING_ORDER if role in group), next(iter(group.values())))
    return subject(leading.name)


def _role_label(role: Role) -> Message:
    return Message(ROLE_LABELS[role])


def _unused(table: Table, used: set[int]) -> list[LeftOut]:
    spare = [name for i, name in enumerate(table.header) if i not in used]
    why = say(N_("not assigned"))
    what = say(N_("the whole column"))
    return [LeftOut(column_place(name), what, why, len(table.rows)) for name in spare]
