"""Why a touchpoint is critical: the rule's reasons, and the group's where it decided otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.documents.content import Cell, Column, Missing, Row, Section, Spacing, Style, Table, Text, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.marks import delta_figure, measures_cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Note, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.figures.critical_reasons import group_sentence, reason_sentences
from cxstudio.wording.findings.report_headlines import critical_headline

MOST_NOTES = 2


def content(material: Material) -> Section | Missing:
    """Critical touchpoints with their reasons, then what the group decided against the rule."""
    tr, critical, overruled = material.texts.tr, material.critical, _against_the_rule(material)
    if not critical and not overruled:
        return Missing(tr("No touchpoint is critical so far. The group decides; a rule proposes from the figures."))
    lead = tr("The rule proposes, the group decides. Need for action: importance times shortfall, 0 to 100.")
    if not critical:
        lead = tr("A touchpoint is critical if the group decides so; a rule proposes it from the figures.")
    tables = (_table(material, critical[: material.most_rows]), _overruled(material, overruled[: material.most_rows]))
    filled = tuple(table for table in tables if table.rows)
    rest = sum(max(0, len(found) - (material.most_rows or len(found))) for found in (critical, overruled))
    if rest:
        more = material.texts.trn("The most urgent ones are shown; {n} more is in the documentation.",
                                  "The most urgent ones are shown; {n} more are in the documentation.",
                                  rest)  # fmt: skip
        lead = f"{lead} {more}"
    return Section(critical_headline(len(critical), material.texts), filled, lead, short_basis(material))


def _table(material: Material, critical: Sequence[Touchpoint]) -> Table:
    tr = material.texts.tr
    columns = (
        Column(tr("Touchpoint"), 0.17),
        Column(tr("Expectation"), 0.08, 1.0),
        Column(tr("Experience"), 0.077, 1.0),
        Column(tr("Delta"), 0.072, 1.0),
        Column(tr("Disappointed") if _survey(material) else tr("Agreement"), 0.077, 0.5),
        Column(tr("Need"), 0.058, 1.0),
        Column(tr("Why it is critical"), 0.276),
        Column(tr("Measure"), under=6),
    )
    return Table(columns, tuple(_row(material, t) for t in critical),
                 spacing=Spacing.ROOMY if material.most is None else Spacing.CLOSE, home=True)  # fmt: skip


def _row(material: Material, touchpoint: Touchpoint) -> Row:
    stage = material.document.get(Stage, touchpoint.stage).name
    name = (Text(touchpoint.name, Style.STRONG), Text(stage, Style.SMALL, Role.MUTED))
    figures = material.of(touchpoint.id)
    return Row(
        (
            name,
            _mean(material, figures.expectation if figures else None),
            _mean(material, figures.experience if figures else None),
            (delta_figure(material, touchpoint.id),),
            _agreement(material, figures),
            cell("" if figures is None or figures.need is None else material.texts.number(figures.need)),
            _reasons(material, touchpoint),
            measures_cell(material, touchpoint.id),
        ),
        touchpoint.id,
    )


def _mean(material: Material, part: Summary | None) -> Cell:
    """Mean, and from where to where the answers lie."""
    if part is None:
        return cell("–", role=Role.FAINT)
    span = f"{part.lowest}–{part.highest}" if part.lowest != part.highest else f"{part.lowest}"
    return (Text(material.texts.number(part.mean, 1)), Text(span, Style.SMALL, Role.MUTED))


def _survey(material: Material) -> bool:
    return material.round is not None and is_survey(material.round)


def _agreement(material: Material, figures: TouchpointFigures | None) -> Cell:
    """In a discussion how close the answers lie; in a survey how many are disappointed, which a mean hides."""
    if figures is not None and figures.delta is not None and figures.disappointed is not None and _survey(material):
        of_all = f"{figures.disappointed}/{figures.delta.n}"
        return (
            Text(material.texts.share(figures.disappointed / figures.delta.n)),
            Text(of_all, Style.SMALL, Role.MUTED),
        )
    if figures is None or figures.agreement is None:
        return cell("–", role=Role.FAINT)
    number = ("≠\N{NO-BREAK SPACE}" if figures.disagreeing else "") + material.texts.number(figures.agreement, 1)
    return (Text(number), Text(f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{figures.n}", Style.SMALL, Role.MUTED))


def _reasons(material: Material, touchpoint: Touchpoint) -> Cell:
    found = None if material.figures is None else material.figures.criticality.get(touchpoint.id)
    parts: list[Text] = []
    if material.figures is not None and found is not None:
        parts += [Text(s) for s in reason_sentences(material.document, material.figures, found, material.texts)]
    decided = "" if found is None else group_sentence(found, material.texts)
    if decided:
        parts.append(Text(decided))
    elif found is not None and found.group_reason.strip():
        parts.append(Text(material.texts.tr("The group: {reason}", reason=found.group_reason.strip())))
    return (*parts, *(_notes(material, touchpoint) if material.most is None else ()))


def _notes(material: Material, touchpoint: Touchpoint) -> list[Text]:
    """What customers say here and what hinders them, as far as there is room."""
    texts = material.texts
    notes = material.document.having(Note, "about", touchpoint.id)
    hurdles = [texts.tr("Hurdle: {text}", text=n.text) for n in notes if n.kind is NoteKind.HURDLE]
    quotes = [texts.quoted(n.text) for n in notes if n.kind is NoteKind.QUOTE]
    return [Text(text, Style.SMALL, Role.MUTED) for text in (*quotes[:1], *hurdles)][:MOST_NOTES]


def _overruled(material: Material, touchpoints: Sequence[Touchpoint]) -> Table:
    """Touchpoints the rule proposes and the group does not call critical."""
    tr = material.texts.tr
    columns = (Column(tr("Touchpoint"), 0.265), Column(tr("Delta"), 0.093, 1.0), Column(tr("The group’s reason")))
    unsaid = tr("no reason was written down")
    rows = tuple(
        Row((cell(t.name, Style.STRONG), (delta_figure(material, t.id),),
             cell(t.critical_reason or unsaid, Style.RUNNING)), t.id)
        for t in touchpoints
    )  # fmt: skip
    return Table(columns, rows, tr("Proposed by the rule, not critical for the group"))


def _against_the_rule(material: Material) -> list[Touchpoint]:
    if material.figures is None:
        return []
    named = material.figures.criticality
    return [t for t in material.touchpoints if t.id in named and named[t.id].proposed and not named[t.id].critical]
