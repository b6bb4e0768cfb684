"""Why a touchpoint is critical: the rule's reasons, and the group's where it decided otherwise."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.marks import delta_part, measure_parts
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.table import Cell, Column, Look, Part, Row, Table, cell
from cxstudio.documents.setting.type import BODY, CELL, CELL_STRONG, CONTENT_WIDTH, SMALL
from cxstudio.look.roles import Role
from cxstudio.model import Note, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.figures.critical_reasons import group_sentence, reason_sentences

SECTION = "critical"
_WIDTHS = (128.0, 60.0, 58.0, 54.0, 58.0, 44.0, 208.0)
_ALIGN = (0.0, 1.0, 1.0, 1.0, 0.5, 1.0, 0.0)
MOST_NOTES = 2
_OVERRULED_WIDTHS = (200.0, 70.0, CONTENT_WIDTH - 270.0)


def pages(material: Material) -> list[Page]:
    """Critical touchpoints with their reasons, then what the group decided against the rule."""
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION),
                note=short_basis(material))  # fmt: skip
    if material.critical:
        flow.table(_table(material), (_row(material, t) for t in material.critical))
    _overruled(flow, material)
    return flow.pages()


def missing(material: Material) -> str:
    """Why no touchpoint is named; empty where one is, be it one the group does not call critical."""
    if material.critical or _against_the_rule(material):
        return ""
    return material.texts.tr(
        "No touchpoint is critical so far: the group says it, a rule proposes it from the figures."
    )


def _table(material: Material) -> Table:
    tr = material.texts.tr
    titles = (tr("Touchpoint"), tr("Expectation"), tr("Experience"), tr("Delta"), tr("Agreement"), tr("Need"),
              tr("Why it is critical"))  # fmt: skip
    columns = [Column(t, w, a) for t, w, a in zip(titles, _WIDTHS, _ALIGN, strict=True)]
    columns.append(Column(tr("Measure"), CONTENT_WIDTH - sum(_WIDTHS)))
    return Table(material.fonts, columns, Look(above=7.0, below=8.0, aside=7.0))


def _row(material: Material, touchpoint: Touchpoint) -> Row:
    stage = material.document.get(Stage, touchpoint.stage).name
    name = (Part(touchpoint.name, CELL_STRONG, most=5), Part(stage, SMALL, Role.MUTED, 2))
    figures = material.of(touchpoint.id)
    return Row(
        (
            name,
            _mean(material, figures.expectation if figures else None),
            _mean(material, figures.experience if figures else None),
            (delta_part(material, touchpoint.id),),
            _agreement(material, figures),
            cell("" if figures is None or figures.need is None else material.texts.number(figures.need)),
            _reasons(material, touchpoint),
            measure_parts(material, touchpoint.id, 4),
        ),
        touchpoint.id,
    )


def _mean(material: Material, part: Summary | None) -> Cell:
    """Mean, and from where to where the answers lie."""
    if part is None:
        return cell("–", CELL, Role.FAINT)
    span = f"{part.lowest}–{part.highest}" if part.lowest != part.highest else f"{part.lowest}"
    return (Part(material.texts.number(part.mean, 1)), Part(span, SMALL, Role.MUTED))


def _agreement(material: Material, figures: TouchpointFigures | None) -> Cell:
    if figures is None or figures.agreement is None:
        return cell("–", CELL, Role.FAINT)
    number = ("≠\N{NO-BREAK SPACE}" if figures.disagreeing else "") + material.texts.number(figures.agreement, 1)
    return (Part(number), Part(f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{figures.n}", SMALL, Role.MUTED))


def _reasons(material: Material, touchpoint: Touchpoint) -> Cell:
    found = None if material.figures is None else material.figures.criticality.get(touchpoint.id)
    parts: list[Part] = []
    if material.figures is not None and found is not None:
        parts += [
            Part(s, CELL, most=5) for s in reason_sentences(material.document, material.figures, found, material.texts)
        ]
    decided = "" if found is None else group_sentence(found, material.texts)
    if decided:
        parts.append(Part(decided, CELL, most=8))
    elif found is not None and found.group_reason.strip():
        parts.append(Part(material.texts.tr("The group: {reason}", reason=found.group_reason.strip()), CELL, most=8))
    return (*parts, *_notes(material, touchpoint))


def _notes(material: Material, touchpoint: Touchpoint) -> list[Part]:
    """What customers say here and what hinders them, as far as there is room."""
    texts = material.texts
    notes = material.document.having(Note, "about", touchpoint.id)
    hurdles = [texts.tr("Hurdle: {text}", text=n.text) for n in notes if n.kind is NoteKind.HURDLE]
    quotes = [texts.quoted(n.text.strip('„“”" ')) for n in notes if n.kind is NoteKind.QUOTE]
    return [Part(text, SMALL, Role.MUTED, 4) for text in (*quotes[:1], *hurdles)][:MOST_NOTES]


def _overruled(flow: Flow, material: Material) -> None:
    """Touchpoints the rule proposes and the group does not call critical."""
    found = _against_the_rule(material)
    if not found:
        return
    tr = material.texts.tr
    titles = (tr("Touchpoint"), tr("Delta"), tr("The group’s reason"))
    columns = [Column(t, w, a) for t, w, a in zip(titles, _OVERRULED_WIDTHS, (0.0, 1.0, 0.0), strict=True)]
    rows = (
        Row((cell(t.name, CELL_STRONG), (delta_part(material, t.id),),
             cell(t.critical_reason or tr("no reason was written down"), BODY, most=8)), t.id)
        for t in found
    )  # fmt: skip
    flow.table(
        Table(material.fonts, columns, Look(aside=8.0)), rows, tr("Proposed by the rule, not critical for the group")
    )


def _against_the_rule(material: Material) -> list[Touchpoint]:
    if material.figures is None:
        return []
    named = material.figures.criticality
    return [t for t in material.touchpoints if t.id in named and named[t.id].proposed and not named[t.id].critical]
