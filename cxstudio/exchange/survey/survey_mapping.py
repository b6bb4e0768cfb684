"""How the columns of a survey are to be read: which column holds which answers, on which scale."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cxstudio.exchange.plan.column_mapping import ColumnPlace, Mapping
from cxstudio.model.kinds import View
from cxstudio.model.questions import FIGURES, LONGEST_SCALE, QUESTIONS, counted
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.texts import N_


class Role(StrEnum):
    """What a column of a survey holds."""

    EXPECTATION = "expectation"
    EXPERIENCE = "experience"
    EMOTION = "emotion"
    IMPORTANCE = "importance"
    QUICK = "quick"
    PROMISE = "promise"
    KANO_FUNCTIONAL = "kano_functional"
    KANO_DYSFUNCTIONAL = "kano_dysfunctional"
    RESPONDENT = "respondent"
    SEGMENT = "segment"
    PERSONA = "persona"
    DATE = "date"
    COMMENT = "comment"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    WANT = "want"
    RETURN = "return"
    RECOMMEND = "recommend"


TOUCHPOINT_ROLES = frozenset(Role(question.name) for question in QUESTIONS)
KANO_ROLES = frozenset(Role(question.name) for question in counted("kano"))
SIGNED_ROLES = frozenset(Role(question.name) for question in QUESTIONS if question.signed)
SCALED_ROLES = frozenset(Role(question.name) for question in QUESTIONS if question.ends is None)
"""Questions answered on the round's scale."""
JOURNEY_FIGURES = frozenset({Role.NPS, Role.CSAT, Role.CES, Role.WANT, Role.RETURN, Role.RECOMMEND})
ONLY_ONCE = frozenset({Role.RESPONDENT, Role.PERSONA, Role.DATE})

ROLE_LABELS = {
    **{Role(figure): figure_label(figure) for figure in FIGURES},
    Role.KANO_FUNCTIONAL: N_("Kano: if it is there"),
    Role.KANO_DYSFUNCTIONAL: N_("Kano: if it is missing"),
    Role.RESPONDENT: N_("Respondent"),
    Role.SEGMENT: N_("Segment"),
    Role.PERSONA: N_("Persona"),
    Role.DATE: N_("Date"),
    Role.COMMENT: N_("Comment"),
    Role.NPS: N_("Recommendation 0–10 (NPS)"),
    Role.CSAT: N_("Satisfaction (CSAT)"),
    Role.CES: N_("Customer effort (CES)"),
    Role.WANT: N_("Would want it"),
    Role.RETURN: N_("Would come back"),
    Role.RECOMMEND: N_("Would recommend it"),
}


class ColumnUse(ColumnPlace):
    """One column and what it is read as. A column may be used more than once."""

    role: Role
    touchpoint: str = ""
    """Name of the touchpoint; empty takes the heading without its numbering and the name of the question."""
    item: str = ""
    """What ties columns of one touchpoint together where the name alone does not; empty uses the name."""
    lowest: int | None = None
    highest: int | None = None
    """Ends of this column's scale where it is not the survey's; `highest` below `lowest` turns it round."""
    best_is_lowest: bool | None = None
    """Whether the lowest answer is the best one; None: as in the whole survey."""
    words: dict[str, int] = Field(default_factory=dict)
    """Words of this column where they mean something else than in the whole survey."""
    missing: tuple[str, ...] = ()
    """Further answers that say nothing, in this column only: "99"."""


class SurveyMapping(Mapping):
    """How a whole survey is read."""

    scale: Annotated[int, Field(ge=2, le=LONGEST_SCALE)] = 7
    """Points of expectation, experience and importance, 1 to this."""
    not_applicable: tuple[str, ...] = ()
    """Answers that say “does not concern me”, as they stand in the cell: "0", "k. A."."""
    words: dict[str, int] = Field(default_factory=dict)
    """Words in place of numbers: "very good" → 5."""
    kano_words: dict[str, Annotated[int, Field(ge=1, le=5)]] = Field(default_factory=dict)
    """The five Kano answers: 1 like it, 2 expect it, 3 do not care, 4 can live with it, 5 dislike it."""
    best_is_lowest: bool = False
    """Whether 1 is the best answer, as with school marks."""
    requirement_from_kano: bool = True
    """Whether the requirement kind is proposed from the Kano answers."""
    stage: str = ""
    """Name of the one stage; empty gives the program's own."""
    view: View = View.CUSTOMERS
    asked: Annotated[int | None, Field(ge=0)] = None
    """How many people were asked."""
    rows: dict[str, bool] = Field(default_factory=dict)
    """Kinds of rows that are no answers (totals, previews …): whether they are left out; not named: not decided yet."""
    open: tuple[str, ...] = ()
    """Questions about the meaning of answers nobody has decided yet; what is proposed stands in the mapping."""
    columns: tuple[ColumnUse, ...] = ()

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        return self.columns
