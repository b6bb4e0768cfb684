"""How ready the organisation is: only where somebody switched it on, and never by fewer than five people's answers."""

from __future__ import annotations

from cxstudio.analysis.journeys.readiness_profile import ReadinessRow, come_first, readiness_profile
from cxstudio.catalogue.readiness_items import readiness_items
from cxstudio.documents.content import Block, Column, Missing, Row, Section, Style, Table, cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.wording.figures.readiness_sentences import answers_words, readiness_headline


def content(material: Material) -> Section | Missing:
    """Nothing unless the report's settings want it."""
    if not material.settings.readiness:
        return Missing()
    texts, items = material.texts, readiness_items()
    language = texts.language
    rows = readiness_profile(material.document, [item.id for item in items])
    if all(row.level is None for row in rows):
        return Missing()
    tr = texts.tr
    first = come_first(rows)
    columns = (Column(tr("What has to be in place"), 0.26), Column(tr("Statement")), Column(tr("Answers"), 0.27),
               Column(tr("1 to 5"), 0.09, 1.0))  # fmt: skip
    table = tuple(
        Row((cell(item.name.say(language), Style.STRONG), cell(item.statement.say(language)),
             cell(answers_words(row, texts)), cell(_level(row, material), Style.FIGURE, _role(row))))
        for item, row in zip(items, rows, strict=True)
    )  # fmt: skip
    blocks: list[Block] = [Table(columns, table)]
    if first:
        named = {item.id: item for item in items}
        blocks.append(Table((Column(tr("First"), 0.26), Column(tr("What to do"))), tuple(
            Row((cell(named[row.item].name.say(language), Style.STRONG), cell(named[row.item].first.say(language))))
            for row in first
        )))  # fmt: skip
    return Section(readiness_headline(rows, texts), tuple(blocks), tr("Rated by the group itself, 1 (does not apply) "
                   "to 5 (applies fully)."), tr("Readiness check"))  # fmt: skip


def _level(row: ReadinessRow, material: Material) -> str:
    if row.mean is not None:
        return material.texts.number(row.mean, 1)
    return "–" if row.together is None else material.texts.number(row.together)


def _role(row: ReadinessRow) -> Role:
    return Role.DISAPPOINTING_TEXT if row.level is not None and row.level <= 2.0 else Role.INK
