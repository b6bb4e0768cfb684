"""A long journey stage by stage: how many touchpoints disappoint and delight, and how many are critical."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.documents.content import Column, Missing, Row, Section, Spacing, Style, Table, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import MOST_NAMED, Material
from cxstudio.look.roles import Role
from cxstudio.model import Stage
from cxstudio.wording.findings.report_headlines import StageCount, stages_headline

MOST_IN_A_STAGE = 3
"""Critical touchpoints of a stage that are named."""


def content(material: Material) -> Section | Missing:
    """One row per stage; nothing where the map shows every touchpoint at a glance, or nothing was judged."""
    counts = stage_counts(material)
    if len(material.touchpoints) <= 2 * MOST_NAMED or len(counts) < 2 or not any(one.judged for one in counts):
        return Missing()
    tr, number = material.texts.tr, material.texts.number
    columns = (
        Column(tr("Stage"), 0.16),
        Column(tr("Touchpoints"), 0.1, 1.0),
        Column(tr("rated"), 0.075, 1.0),
        Column(tr("disappointing"), 0.105, 1.0),
        Column(tr("okay"), 0.06, 1.0),
        Column(tr("delighting"), 0.1, 1.0),
        Column(tr("critical"), 0.065, 1.0),
        Column(tr("Critical touchpoints")),
    )

    def row(one: StageCount) -> Row:
        bad = cell(
            number(one.disappointing), Style.FIGURE, Role.DISAPPOINTING_TEXT if one.disappointing else Role.MUTED
        )
        good = cell(number(one.delighting), Style.FIGURE, Role.DELIGHTING if one.delighting else Role.MUTED)
        return Row((cell(one.name, Style.STRONG), cell(number(one.touchpoints)), cell(number(one.judged)), bad,
                    cell(number(one.okay)), good, cell(number(one.critical)), cell(_named(material, one), Style.SMALL)),
                   one.stage)  # fmt: skip

    lead = tr("Touchpoints counted per stage. What cannot be told for sure is counted in no column.")
    return Section(stages_headline(counts, material.texts), (Table(columns, tuple(map(row, counts)),
                   spacing=Spacing.LIST),), lead, short_basis(material))  # fmt: skip


def _named(material: Material, one: StageCount) -> str:
    """The critical touchpoints of a stage in the order of the map; how many more there are."""
    critical = {t.id for t in material.critical}
    names = [t.name for t in material.document.touchpoints(one.stage) if t.id in critical]
    said = [*names[:MOST_IN_A_STAGE]]
    if more := len(names) - len(said):
        said.append(material.texts.trn("and {n} more", "and {n} more", more))
    return "; ".join(said)


def stage_counts(material: Material) -> tuple[StageCount, ...]:
    """What is told of each stage that has touchpoints, in the order of the map."""
    critical = {t.id for t in material.critical}
    stages = () if material.journey is None else material.document.stages(material.journey.id)
    return tuple(found for stage in stages if (found := _counted(material, stage, critical)).touchpoints)


def _counted(material: Material, stage: Stage, critical: set[str]) -> StageCount:
    here = [t.id for t in material.document.touchpoints(stage.id)]
    found = [f for i in here if (f := material.of(i)) is not None and f.verdict is not Verdict.UNKNOWN]
    sure = {verdict: sum(f.possible == (verdict,) for f in found) for verdict in Verdict}
    return StageCount(stage.id, stage.name, len(here), len(found), sure[Verdict.DISAPPOINTING], sure[Verdict.OKAY],
                      sure[Verdict.DELIGHTING], len(critical.intersection(here)))  # fmt: skip
