"""All measures: who, until when, what they cost, what they shall reach, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.documents.content import Cell, Column, Missing, Row, Section, Spacing, Style, Table, Text, cell
from cxstudio.documents.report.marks import delta_figure
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Department, Idea, Measure, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.model.kinds import Anonymised, CostState
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.findings.report_headlines import measures_headline
from cxstudio.wording.plan.measure_sentences import target_text
from cxstudio.wording.plan.measure_standing_sentences import basics_first

MOST_TOUCHPOINTS = 6


def content(material: Material) -> Section | Missing:
    """All measures, then the critical touchpoints nobody has planned anything for."""
    tr, measures = material.texts.tr, material.measures
    if not measures and not material.critical:
        return Missing(tr("There are no measures yet."))
    lead = tr("Every critical touchpoint leads to a measure with an owner, a date and a target.")
    if measures:
        lead = tr("Impact and effort: the team’s estimate, 1 to 7.")
    shown = measures_shown(material)
    lead = with_the_rest(material, lead)
    others = [_without(material), _for_a_reason(material)]
    if open_ := _said_with_the_critical(material):
        lead, others = f"{lead} {open_}", others[1:]
    tables = (measure_table(material, shown), *others)
    filled = tuple(table for table in tables if table.rows)
    return Section(measures_headline(measures, material.texts, len(shown)), filled, lead, tr("Action plan"))


def with_the_rest(material: Material, lead: str) -> str:
    """The lead, and how many measures only the documentation shows."""
    rest = len(material.measures) - len(measures_shown(material))
    if not rest:
        return lead
    more = material.texts.trn("{n} more is in the documentation.", "{n} more are in the documentation.", rest)
    return f"{lead} {more}"


def _said_with_the_critical(material: Material) -> str:
    """How many critical touchpoints have no measure, where a short report lists them by themselves anyway."""
    if material.most is None or material.settings.sections or not material.unanswered.critical:
        return ""
    return material.texts.trn("{n} critical touchpoint has no measure yet.",
                              "{n} critical touchpoints have no measure yet.",
                              len(material.unanswered.critical))  # fmt: skip


def measures_shown(material: Material) -> tuple[Measure, ...]:
    """All measures; in a short report on many of them those asked for, else the first ones."""
    most = material.most
    if most is None or len(material.measures) <= most:
        return material.measures
    return (material.asked_for or material.measures)[:most]


def _without(material: Material) -> Table:
    tr = material.texts.tr
    rows = tuple(
        Row((cell(t.name, Style.STRONG), (delta_figure(material, t.id),)), t.id)
        for t in material.unanswered.critical[: material.most_rows]
    )  # fmt: skip
    columns = (Column(tr("Touchpoint")), Column(tr("Delta"), 0.159, 1.0))
    title = tr("Critical and without a measure")
    if len(rows) < len(material.unanswered.critical):
        title = tr("Critical and without a measure: {n} of {all}", n=material.texts.number(len(rows)),
                   all=material.texts.number(len(material.unanswered.critical)))  # fmt: skip
    return Table(columns, rows, title, Spacing.LIST)


def _for_a_reason(material: Material) -> Table:
    tr = material.texts.tr
    rows = tuple(
        Row((cell(t.name, Style.STRONG), (delta_figure(material, t.id),),
             cell(t.no_measure_reason.strip(), Style.RUNNING)), t.id)
        for t in material.unanswered.with_reason
    )  # fmt: skip
    columns = (Column(tr("Touchpoint"), 0.265), Column(tr("Delta"), 0.093, 1.0), Column(tr("The group’s reason")))
    return Table(columns, rows, tr("Critical, and no measure planned"))


def measure_table(material: Material, measures: Sequence[Measure], *, names: bool = False) -> Table:
    """The measures: who, until when, what they cost, what they shall reach; owners as roles, and by name on request."""
    tr = material.texts.tr
    owner = () if material.leaves_out(Anonymised.OWNERS) else (Column(tr("Owner"), 0.12),)
    columns = (
        Column(tr("No."), 0.035, 1.0),
        Column(tr("Measure"), 0.215),
        Column(tr("Touchpoint"), 0.125, under=1),
        *owner,
        Column(tr("Due"), 0.1, under=3 if owner else None),
        Column(tr("Impact"), 0.061, 0.5),
        Column(tr("Effort"), 0.064, 0.5),
        Column(tr("Cost"), 0.09),
        Column(tr("Target"), under=1),
        Column(tr("Status"), 0.077),
    )
    return Table(columns, tuple(_row(material, m, names) for m in measures), spacing=Spacing.STRIPED,
                 home=True)  # fmt: skip


def _row(material: Material, measure: Measure, names: bool) -> Row:
    texts = material.texts
    points = ("" if value is None else str(value) for value in (measure.impact, measure.effort))
    cells = (
        cell(str(material.numbers[measure.id]), role=Role.MUTED),
        _title(material, measure),
        _touchpoints(material, measure),
        *(() if material.leaves_out(Anonymised.OWNERS) else (_owner(material, measure, names),)),
        cell(texts.date(measure.due).replace(" ", "\N{NO-BREAK SPACE}") if measure.due else ""),
        *(cell(text) for text in points),
        _cost(material, measure),
        tuple(Text(target_text(t, texts)) for t in material.targets(measure.id)),
        _status(material, measure),
    )
    return Row(cells, measure.id)


def _title(material: Material, measure: Measure) -> Cell:
    parts = [Text(measure.title, Style.STRONG)]
    if measure.description:
        parts.append(Text(measure.description, Style.SMALL, Role.MUTED))
    parts += [Text(said, Style.SMALL, Role.MUTED) for said in _ideas(material, measure)]
    if measure.quick_win:
        parts.append(Text(material.texts.tr("Quick win"), Style.SMALL, Role.DELIGHTING))
    if measure.ahead_of_basics.strip():
        reason = material.texts.tr("Goes ahead of the basics: {reason}", reason=measure.ahead_of_basics.strip())
        parts.append(Text(reason, Style.SMALL, Role.MUTED))
    elif basics := material.ahead.get(measure.id):
        parts.append(Text(basics_first(basics, material.texts), Style.SMALL, Role.MUTED))
    return tuple(parts)


def _ideas(material: Material, measure: Measure) -> list[str]:
    """The ideas it came from, but not those still covered; one the measure is named after is not said twice."""
    ideas = (idea for one in measure.ideas if isinstance(idea := material.document.find(one), Idea))
    found = [idea.text.strip() for idea in ideas if not idea.covered]
    tr, named = material.texts.tr, folded(measure.title)
    return [tr("From an idea of the group") if folded(text) == named
            else tr("From the idea {idea}", idea=material.texts.quoted(text)) for text in found]  # fmt: skip


def _touchpoints(material: Material, measure: Measure) -> Cell:
    """What it is for, each leading to where the report tells of it."""
    found = [t for i in measure.touchpoints if isinstance(t := material.document.find(i), Touchpoint)]
    named = [Text(touchpoint.name, about=touchpoint.id) for touchpoint in found[:MOST_TOUCHPOINTS]]
    if len(found) > MOST_TOUCHPOINTS:
        rest = material.texts.trn("and {n} more", "and {n} more", len(found) - MOST_TOUCHPOINTS)
        named.append(Text(rest))
    return tuple(named)


def _owner(material: Material, measure: Measure, names: bool) -> Cell:
    department = material.document.find(measure.department)
    owner = measure.owner_role or (department.name if isinstance(department, Department) else "")
    if not owner and not (names and measure.owner_name.strip()):
        return cell(material.texts.tr("nobody named yet"), role=Role.FAINT)
    helping = [d.name for i in measure.contributing if isinstance(d := material.document.find(i), Department)]
    parts = [Text(owner)] if owner else []
    if names and measure.owner_name.strip():
        parts.append(Text(measure.owner_name.strip(), Style.SMALL))
    if helping:
        parts.append(Text(material.texts.tr("with {names}", names=", ".join(helping)), Style.SMALL, Role.MUTED))
    return tuple(parts)


def _cost(material: Material, measure: Measure) -> Cell:
    texts = material.texts
    if measure.cost_once is None and measure.cost_per_year is None:
        return cell("–", role=Role.FAINT)
    parts = []
    if measure.cost_once is not None:
        parts.append(Text(texts.money(measure.cost_once)))
    if measure.cost_per_year is not None:
        parts.append(Text(texts.tr("{money} a year", money=texts.money(measure.cost_per_year))))
    state = texts.tr("spent") if measure.cost_state is CostState.SPENT else texts.tr("planned")
    return (*parts, Text(state, Style.SMALL, Role.MUTED))


def _status(material: Material, measure: Measure) -> Cell:
    texts = material.texts
    if measure in material.asked_for:
        return (Text(texts.tr("for approval"), Style.STRONG, Role.ACCENT),)
    parts = [Text(texts.tr(choice_label(measure.status)))]
    if measure.progress:
        parts.append(Text(texts.share(measure.progress / 100), Style.SMALL, Role.MUTED))
    return tuple(parts)
