"""Prototypes and tests of the minutes: what is believed, how and with whom it is tried, what came of it."""

from __future__ import annotations

from cxstudio.documents.content import Cell, Column, Row, Section, Style, Table, Text, cell
from cxstudio.look.roles import Role
from cxstudio.model import Document, Idea, Prototype, Test
from cxstudio.model.kinds import TestResult
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.texts import Texts


def tried_ideas(document: Document) -> list[Idea]:
    """Ideas with a prototype or a test; nothing is told of those that are still covered."""
    tried = {one.idea for one in document.all(Test)} | {one.idea for one in document.all(Prototype)}
    return [idea for idea in document.all(Idea) if idea.id in tried and not idea.covered]


def trials_section(document: Document, texts: Texts) -> Section | None:
    """A row for each test, and one for each idea that has prototypes alone; None without any."""
    ideas, tr = tried_ideas(document), texts.tr
    if not ideas:
        return None
    rows = []
    for idea in ideas:
        tests = document.having(Test, "idea", idea.id)
        made = ", ".join(p.title for p in document.having(Prototype, "idea", idea.id) if p.title.strip())
        name = (*cell(idea_words(idea, texts), Style.STRONG), *cell(made, Style.SMALL, Role.MUTED))
        rows += [Row((name, cell(test.hypothesis), _how(test), _came(test, texts), cell(test.next_step)))
                 for test in tests] or [Row((name, (), (), (), ()))]  # fmt: skip
    columns = (Column(tr("Idea"), 0.22), Column(tr("Hypothesis"), 0.22), Column(tr("How and with whom"), 0.2),
               Column(tr("Result"), 0.2), Column(tr("Next step")))  # fmt: skip
    headline = texts.trn("{n} idea is being tried", "{n} ideas are being tried", len(ideas))
    return Section(headline, (Table(columns, tuple(rows)),), note=tr("Minutes"))


def _how(test: Test) -> Cell:
    return (*cell(test.how), *cell(test.with_whom, Style.SMALL, Role.MUTED))


def _came(test: Test, texts: Texts) -> Cell:
    role = Role.MUTED if test.result is TestResult.OPEN else Role.INK
    said = Text(texts.tr(choice_label(test.result)), role=role)
    return (said, *cell(test.learned, Style.SMALL, Role.MUTED))
