"""Whose rows count in a survey: not those of people who answered nothing, nor a person's second answers."""

from __future__ import annotations

from cxstudio.exchange.plan.import_plan import Doubt, LeftOut, Message, say, trn
from cxstudio.exchange.survey.proposal.doubts import rows_question
from cxstudio.exchange.survey.row_kinds import REASONS, REPEATED
from cxstudio.exchange.survey.survey_columns import Column, Survey
from cxstudio.exchange.survey.survey_mapping import JOURNEY_FIGURES, Role, SurveyMapping
from cxstudio.exchange.survey.word_scales import says_nothing
from cxstudio.exchange.tables.table import rows_place
from cxstudio.wording.texts import N_


def without_silent(survey: Survey) -> Survey:
    """The survey without people who answered none of the mapped questions."""
    columns = [c for touch in survey.touches for c in touch.columns.values()]
    columns += survey.having(Role.COMMENT, *JOURNEY_FIGURES)
    if not columns:
        return survey
    silent = list(range(len(survey.rows)))
    for column in columns:
        empty = {cell: _is_silent(column, cell) for cell in set(column.cells)}
        silent = [i for i in silent if empty[column.cells[i]]]
    if not silent:
        return survey
    what = trn("{n} person", "{n} people", len(silent))
    why = say(N_("none of the mapped questions is answered"))
    told = LeftOut(rows_place([survey.rows[i] for i in silent]), what, why, len(silent))
    gone = set(silent)
    return survey.only([i not in gone for i in range(len(survey.rows))], [told])


def _is_silent(column: Column, cell: str) -> bool:
    """Whether somebody gave no answer there: nothing was written, or what stands for that."""
    return says_nothing(cell) and column.answers.get(cell) is None


def without_repeats(survey: Survey, mapping: SurveyMapping) -> tuple[Survey, tuple[Doubt, ...]]:
    """The survey with the first answer of each person only, unless they are kept, and the question about it.

    Nobody answers twice as a rule; where most rows are by people who answered before, all count as proposed.
    """
    for column in survey.having(Role.RESPONDENT):
        seen: set[str] = set()
        mask = []
        for cell in column.cells:
            name = cell.strip()
            mask.append(not name or name not in seen)
            seen.add(name)
        again = [row for row, first in zip(survey.rows, mask, strict=True) if not first]
        if not again:
            return survey, ()
        few = len(again) * 2 <= len(survey.rows)
        why = Message(REASONS[REPEATED])
        question = rows_question(mapping, REPEATED, rows_place(again), why, len(again), leave=few)
        asked = () if REPEATED in mapping.rows else (question,)
        if not mapping.rows.get(REPEATED, few):
            return survey, asked
        what = trn("{n} row", "{n} rows", len(again))
        return survey.only(mask, [LeftOut(rows_place(again), what, why, len(again))]), asked
    return survey, ()
