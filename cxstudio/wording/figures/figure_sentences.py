"""Figures in words: verdict, agreement, spread, and on whose answers they rest."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.two_camps import Camps
from cxstudio.model import Document, Persona, Round
from cxstudio.model.kinds import RoundKind, View
from cxstudio.model.questions import is_signed, limits
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital, two_camps_words
from cxstudio.wording.texts import DASH, N_, Texts

UP, DOWN = "▲", "▼"

VERDICTS: Final[dict[Verdict, str]] = {
    Verdict.DISAPPOINTING: N_("disappointing"),
    Verdict.OKAY: N_("okay"),
    Verdict.DELIGHTING: N_("delighting"),
    Verdict.UNKNOWN: N_("cannot be told"),
}
_SIGNS: Final[dict[Verdict, str]] = {Verdict.DISAPPOINTING: DOWN, Verdict.DELIGHTING: UP}
_HOLLOW: Final = {UP: "△", DOWN: "▽"}
_OKAY: Final = "•"
"""Stands in our own font: a larger dot would need one of the machine's."""
_LONGEST_NAME: Final = 5
"""Words; a persona called by more is described."""
AGREEMENT: Final = (
    N_("no agreement"),
    N_("very low agreement"),
    N_("low agreement"),
    N_("medium agreement"),
    N_("high agreement"),
    N_("very high agreement"),
)
"""By filled steps, 0 to 5: the one wording everywhere."""


def verdict_words(verdict: Verdict, texts: Texts) -> str:
    """What a verdict is called."""
    return texts.tr(VERDICTS[verdict])


def verdict_sign(verdict: Verdict) -> str:
    """▲ or ▼, so that no meaning hangs on colour alone; empty for okay and unknown."""
    return _SIGNS.get(verdict, "")


def figure_sign(figures: TouchpointFigures) -> str:
    """The sign of a touchpoint's verdict, hollow where it is uncertain."""
    if not figures.uncertain:
        return verdict_sign(figures.verdict)
    return "" if figures.cannot_be_told else _HOLLOW[verdict_sign(_leaning(figures))]


def delta_sign(figures: TouchpointFigures) -> str:
    """The sign of a touchpoint's verdict, • for okay: in a grey print its colour tells nothing."""
    return figure_sign(figures) or (_OKAY if figures.verdict is Verdict.OKAY and not figures.uncertain else "")


def signed_delta(delta: float | None, figures: TouchpointFigures, texts: Texts) -> str:
    """A delta behind the sign of its verdict; "" without one."""
    return "" if delta is None else f"{delta_sign(figures)} {texts.signed(delta)}".strip()


def _leaning(figures: TouchpointFigures) -> Verdict:
    """What an uncertain touchpoint possibly is."""
    return next(one for one in figures.possible if one is not Verdict.OKAY)


def camps_words(camps: Camps, texts: Texts) -> str:
    """That answers fall into two camps, as a sentence."""
    return capital(two_camps_words(camps.low, camps.upto, camps.high, camps.from_, texts)) + "."


def agreement_words(steps: int, texts: Texts) -> str:
    """Agreement in words, by its filled steps."""
    return texts.tr(AGREEMENT[max(0, min(5, steps))])


def written_value(figure: str, value: float, texts: Texts, decimals: int = 1) -> str:
    """A value of a figure as it is written: with its sign where it can be below zero."""
    return texts.signed(value, decimals) if is_signed(figure) else texts.number(value, decimals)


def ends_words(figure: str, texts: Texts, scale: int = 0) -> dict[str, str]:
    """Between which values a figure runs, for a text with {low} and {high}; without a scale where they are fixed."""
    low, high = limits(figure, scale)
    return {"low": written_value(figure, low, texts, 0), "high": written_value(figure, high, texts, 0)}


def spread_words(part: Summary, texts: Texts) -> str:
    """From the lowest to the highest answer: "2 to 4"; one number where all agree."""
    if part.lowest == part.highest:
        return texts.number(part.lowest)
    return texts.tr("{low} to {high}", low=texts.number(part.lowest), high=texts.number(part.highest))


def interval_words(interval: tuple[float, float], texts: Texts) -> str:
    """A 95 % interval: "95% interval −2.6 to −1.4"."""
    low, high = (texts.signed(value) for value in interval)
    return texts.tr("95% interval {low} to {high}", low=low, high=high)


def judged_words(figures: TouchpointFigures, texts: Texts) -> str:
    """The verdict of one touchpoint; of a survey how sure it is. Empty for targets, which are never judged."""
    if figures.target:
        return ""
    if figures.withheld and figures.delta is None:
        return texts.tr("too few answers")
    if figures.delta is None or figures.delta.interval is None:
        return verdict_words(figures.verdict, texts)
    if figures.cannot_be_told:
        return verdict_words(Verdict.UNKNOWN, texts)
    if not figures.uncertain:
        return texts.tr("clearly {verdict}", verdict=verdict_words(figures.possible[0], texts))
    return texts.tr("possibly {verdict}", verdict=verdict_words(_leaning(figures), texts))


def disappointed_words(figures: TouchpointFigures, texts: Texts) -> str:
    """How many of a survey are disappointed, which a mean hides: "27 of 46 disappointed"; else empty."""
    if figures.disappointed is None or figures.delta is None or figures.delta.interval is None:
        return ""
    n, everybody = texts.number(figures.disappointed), texts.number(figures.delta.n)
    return texts.tr("{n} of {all} disappointed", n=n, all=everybody)


def delta_words(figures: TouchpointFigures, texts: Texts) -> str:
    """Sign, delta and verdict: "▼ −3,6 disappointing"; says so where it is uncertain or unknown."""
    if figures.delta is None:
        return judged_words(figures, texts) or verdict_words(Verdict.UNKNOWN, texts)
    sign, delta = figure_sign(figures), texts.signed(figures.delta.mean)
    return " ".join(part for part in (sign, delta, judged_words(figures, texts)) if part)


def view_words(view: View, texts: Texts) -> str:
    """Whose view, with a capital: "Employees’ view"."""
    return capital(texts.tr(choice_label(view)))


def occasion_words(round_: Round, texts: Texts) -> str:
    """What kind of round, and when: "workshop, 12 March 2026"."""
    kind = texts.tr(_OCCASIONS[round_.kind])
    if round_.day is None:
        return kind
    return texts.tr("{occasion}, {day}", occasion=kind, day=texts.long_date(round_.day))


def people_words(document: Document, round_: Round, n: int, texts: Texts) -> str:
    """How many answered, and in whose place: "9 employees in Jana Brandt’s place", "46 of 180 asked"."""
    if round_.kind is RoundKind.GROUP:
        people = texts.tr("one value of the whole group")
    elif round_.kind is RoundKind.TARGET:
        people = texts.tr("a target, nobody was asked")
    elif round_.asked and round_.asked >= n:
        people = texts.tr("{n} of {asked} people invited", n=texts.number(n), asked=texts.number(round_.asked))
    elif round_.view is View.CUSTOMERS:
        people = texts.trn("{n} person asked", "{n} people asked", n)
    elif round_.view is View.EXPERTS:
        people = texts.trn("{n} expert", "{n} experts", n)
    else:
        people = texts.trn("{n} employee", "{n} employees", n)
    persona = document.find(round_.persona)
    asked = round_.view is not View.CUSTOMERS and round_.kind is not RoundKind.TARGET
    if asked and isinstance(persona, Persona) and persona.name:
        people = texts.tr("{people} from {persona}’s point of view", people=people, persona=in_words(persona, texts))
    return people


def in_words(persona: Persona, texts: Texts) -> str:
    """A persona's name within a sentence: in quotation marks where it describes somebody rather than names them."""
    described = "," in persona.name or len(persona.name.split()) > _LONGEST_NAME
    return texts.quoted(persona.name) if described else persona.name


def basis_line(document: Document, figures: RoundFigures, texts: Texts) -> str:
    """View, number, persona and day of a round: what stands beside its figures and on page one."""
    round_ = document.get(Round, figures.round)
    return texts.tr(
        "{view}: {people}, {occasion}",
        view=view_words(round_.view, texts),
        people=answered_words(document, figures, texts),
        occasion=occasion_words(round_, texts),
    )


def answered_words(document: Document, figures: RoundFigures, texts: Texts) -> str:
    """How many people answered a round; with the numbers at its touchpoints where they are others."""
    people = people_words(document, document.get(Round, figures.round), figures.n, texts)
    each = answers_range(figures, texts)
    return texts.tr("{people} ({range} per touchpoint)", people=people, range=each) if each else people


def answers_range(figures: RoundFigures, texts: Texts) -> str:
    """From how many to how many answered at a touchpoint: "56–96"; empty where it is everybody everywhere."""
    counts = {f.n for f in figures.touchpoints} - {0}
    if not counts or (min(counts) == max(counts) == figures.n):
        return ""
    low, high = texts.number(min(counts)), texts.number(max(counts))
    return low if low == high else f"{low}{DASH}{high}"


def short_basis(round_: Round, n: int, texts: Texts, figures: RoundFigures | None = None) -> str:
    """View and number for the narrowest places: "Employees’ view, n = 9"; a target has neither.

    With the round's figures the number is that of each touchpoint, a range where it differs: "n = 56–96".
    """
    if round_.kind is RoundKind.TARGET:
        return texts.tr("Target values, nobody was asked")
    each = "" if figures is None else answers_range(figures, texts)
    return texts.tr("{view}, n = {n}", view=view_words(round_.view, texts), n=each or texts.number(n))


_OCCASIONS: Final[dict[RoundKind, str]] = {
    RoundKind.DISCUSSION: N_("workshop"),
    RoundKind.SURVEY: N_("survey"),
    RoundKind.INTERVIEW: N_("interviews"),
    RoundKind.GROUP: N_("workshop"),
    RoundKind.TARGET: N_("target"),
}


def scale_words(figures: RoundFigures, scale: int, texts: Texts) -> str:
    """What was asked on which scale, and what a delta is where there is one."""
    rated = figures.touchpoints
    compared = any(t.delta is not None or t.quick is not None for t in rated)
    if not compared and any(t.experience is not None for t in rated):
        return texts.tr("Experience on a scale from 1 to {top}.", top=scale)
    return texts.tr("Expectation and experience on a scale from 1 to {top}; delta = experience minus expectation.",
                    top=scale)  # fmt: skip
