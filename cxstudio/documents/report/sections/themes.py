"""What people talk about: topics of quotes, complaints and notes, and where each comes up."""

from __future__ import annotations

from cxstudio.analysis.journeys.theme_counts import ThemeRow, theme_counts
from cxstudio.documents.content import Column, Missing, Row, Section, Style, Table, cell
from cxstudio.documents.report.material import Material
from cxstudio.model import Note, Stage, Touchpoint

_MOST_NAMED = 3
_MOST_VOICES = 2


def content(material: Material) -> Section | Missing:
    """Nothing where no note has a topic."""
    document, texts, journey = material.document, material.texts, material.journey
    rows = theme_counts(document, journey.id if journey is not None else None)
    if not rows:
        return Missing()
    tr = texts.tr
    columns = (Column(tr("Topic"), 0.18), Column(tr("Voices"), 0.08, 1.0), Column(tr("Stages"), 0.22),
               Column(tr("Most often at"), 0.22), Column(tr("In their words")))  # fmt: skip
    table = tuple(
        Row((cell(row.name, Style.STRONG), cell(texts.number(len(row.notes)), Style.FIGURE),
             cell(_counted(material, row.stages, Stage)), cell(_counted(material, row.touchpoints, Touchpoint)),
             cell(_voices(material, row))))
        for row in rows
    )  # fmt: skip
    first = rows[0]
    level = [row.name for row in rows if len(row.notes) == len(first.notes)]
    count = texts.trn("{n} voice", "{n} voices", len(first.notes))
    headline = (
        tr("Most often about {topics}: {count} each", topics=texts.listed(level), count=count)
        if len(level) > 1
        else tr("Most often about {topic}: {count}", topic=first.name, count=count)
    )
    lead = tr("Topics were given by hand. How often something is said tells nothing about how many think so.")
    return Section(headline, (Table(columns, table),), lead, tr("Topics"))


def _counted(material: Material, counts: dict[str, int], kind: type[Stage] | type[Touchpoint]) -> str:
    """The places with the most notes, each with their number."""
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])[:_MOST_NAMED]
    return ", ".join(f"{material.document.get(kind, place).name} ({material.texts.number(n)})" for place, n in ranked)


def _voices(material: Material, row: ThemeRow) -> str:
    said = (material.document.get(Note, i).text.strip() for i in row.notes[:_MOST_VOICES])
    return "\n".join(material.texts.quoted(words) for words in said)
