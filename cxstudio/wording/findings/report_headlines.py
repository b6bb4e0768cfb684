"""Headlines of the report, written from figures: they compare, and stay silent where there is no difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.round.lowest_points import lowest_touchpoints
from cxstudio.analysis.search.unanswered import Coverage
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.analysis.statistics.kano_figures import KanoKind, round_kano
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Measure, Round
from cxstudio.model.kinds import MeasureStatus
from cxstudio.model.questions import DELTA
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.finding import lowest_named, named
from cxstudio.wording.texts import N_, Texts

_NUMBER_WORDS: Final = (
    N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"),
    N_("eleven"), N_("twelve"),
)  # fmt: skip
_EXTREMES: Final = (Verdict.DISAPPOINTING, Verdict.DELIGHTING)


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many touchpoints of a stage there are of each kind; uncertain verdicts are counted in none."""

    stage: Id
    name: str
    touchpoints: int
    judged: int
    disappointing: int
    okay: int
    delighting: int
    critical: int


def number_word(n: int, texts: Texts) -> str:
    """Two to twelve in words, other numbers in figures."""
    return texts.tr(_NUMBER_WORDS[n - 2]) if 2 <= n <= 12 else texts.number(n)


def map_headline(
    document: Document,
    figures: RoundFigures | None,
    texts: Texts,
    fallback: str,
    shown: frozenset[Id] | None = None,
) -> str:
    """The map: its low points, else its high points, else `fallback` (the journey's title).

    `shown` are the touchpoints that stand one by one: none of those folded away is named, nor who lies level with one.
    """
    lows, highs = ((), ()) if figures is None else (figures.lowest_low, figures.highest_high)
    if shown is not None:
        lows, highs = (found if shown.issuperset(found) else () for found in (lows, highs))
    survey = figures is not None and is_survey(document.get(Round, figures.round))
    for found, one, several in (
        (lows, N_("{name} is the low point of the journey"), N_("{names} are the low points of the journey")),
        (highs, N_("{name} is the high point of the journey"), N_("{names} are the high points of the journey")),
    ):
        if len(found) == 1 or (found and survey):
            return texts.tr(one, name=lowest_named(document, found, texts, survey=survey))
        if found:
            return texts.tr(several, names=lowest_named(document, found, texts, survey=False))
    return fallback


def deltas_headline(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """The deltas: where experience falls furthest short, else how many touchpoints disappoint and delight."""
    worst: tuple[Id, ...] = ()
    if figures is not None and any(f.disappoints for f in figures.touchpoints):
        worst = lowest_touchpoints(figures, DELTA)
    if figures is None or not worst:
        return counts_headline(figures, texts)
    name = lowest_named(document, worst, texts, survey=is_survey(document.get(Round, figures.round)))
    return texts.tr("Furthest short of expectation: {name}", name=name)


def counts_headline(figures: RoundFigures | None, texts: Texts) -> str:
    """How many touchpoints disappoint and delight; of a survey clearly."""
    if figures is None or not any(f.delta is not None for f in figures.touchpoints):
        if figures is not None and any(f.experience is not None for f in figures.touchpoints):
            return texts.tr("The experience was rated, the expectation was not")
        return texts.tr("Expectation and experience have not been rated yet")
    bad, good = (sum(f.possible == (verdict,) for f in figures.touchpoints) for verdict in _EXTREMES)
    survey = any(f.delta is not None and f.delta.interval is not None for f in figures.touchpoints)
    if not bad and not good:
        alike = N_("No touchpoint clearly disappoints or delights")
        return texts.tr(alike if survey else N_("Experience and expectation lie close together"))
    return _clearly_counted(bad, good, texts) if survey else _counted(bad, good, texts)


def _clearly_counted(bad: int, good: int, texts: Texts) -> str:
    """The same of a survey, one of the two above nought."""
    if not bad:
        return texts.trn("{n} touchpoint clearly delights, none clearly disappoints",
                         "{n} touchpoints clearly delight, none clearly disappoints", good)  # fmt: skip
    low = texts.trn("{n} touchpoint clearly disappoints", "{n} touchpoints clearly disappoint", bad)
    if not good:
        return texts.tr("{disappointing}, none clearly delights", disappointing=low)
    high = texts.trn("{n} clearly delights", "{n} clearly delight", good)
    return f"{low}, {high}"


def _counted(bad: int, good: int, texts: Texts) -> str:
    if not bad:
        return texts.trn("{n} touchpoint delights, none disappoints",
                         "{n} touchpoints delight, none disappoints", good)  # fmt: skip
    low = texts.trn("{n} touchpoint disappoints", "{n} touchpoints disappoint", bad)
    if not good:
        return texts.tr("{disappointing}, none delights", disappointing=low)
    high = texts.trn("{n} delights", "{n} delight", good)
    return f"{low}, {high}"


def need_headline(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """The charts: whose need is the largest, where that stays so whichever person is left out; else the counts."""
    if figures is not None and figures.ranking and not figures.ranked_by_gap:
        first, needs = figures.ranking[0], [f.shown_need or 0 for f in figures.touchpoints]
        held = figures.stability.get(first)
        alone = figures.by_id[first].shown_need == max(needs) and needs.count(max(needs)) == 1
        if alone and held is not None and held.lowest_rank_without_one == held.highest_rank_without_one == 1:
            return texts.tr("The need for action is largest at {name}", name=named(document, first, texts))
    return counts_headline(figures, texts)


def critical_headline(n: int, texts: Texts) -> str:
    """How many touchpoints are critical."""
    if n == 0:
        return texts.tr("No touchpoint is critical so far")
    if n == 1:
        return texts.tr("One touchpoint is critical")
    return texts.tr("{number} touchpoints are critical", number=capital(number_word(n, texts)))


def measures_headline(measures: Sequence[Measure], texts: Texts, shown: int | None = None) -> str:
    """How many measures there are, and how many of them wait for approval; of a part of them, how many that are."""
    n, asked = len(measures), sum(m.status is MeasureStatus.PROPOSED for m in measures)
    if n == 0:
        return texts.tr("There are no measures yet")
    if shown is not None and shown < n:
        part, waiting = N_("{shown} of {all} measures"), N_("{shown} of {all} measures are up for approval")
        said = waiting if shown == asked else part
        return texts.tr(said, shown=capital(number_word(shown, texts)), all=texts.number(n))
    everything = texts.tr("One measure") if n == 1 else texts.tr("{n} measures", n=capital(number_word(n, texts)))
    if not asked:
        return everything
    if n == asked == 1:
        return texts.tr("One measure awaiting approval")
    if asked == 1:
        return texts.tr("{measures}, one of them awaiting approval", measures=everything)
    return texts.tr("{measures}, {n} awaiting approval", measures=everything, n=number_word(asked, texts))


def approval_gap(found: Coverage, texts: Texts) -> str:
    """That what is asked for touches no critical touchpoint, where that is so."""
    if not found.critical or found.answered:
        return ""
    return texts.trn("The one critical touchpoint is not among them.",
                     "None of the {n} critical touchpoints is among them.", found.critical)  # fmt: skip


def approval_touches_none(found: Coverage, texts: Texts) -> str:
    """The same where nothing before it says what is asked for."""
    if not found.critical or found.answered:
        return ""
    return texts.trn("What is up for approval does not touch the one critical touchpoint.",
                     "What is up for approval touches none of the {n} critical touchpoints.",
                     found.critical)  # fmt: skip


def stages_headline(counts: Sequence[StageCount], texts: Texts) -> str:
    """In which stage most touchpoints disappoint, named with those level with it; else how many stages hold one."""
    most = max((one.disappointing for one in counts), default=0)
    if not most:
        return texts.tr("In no stage does a touchpoint clearly disappoint")
    first = [one for one in counts if one.disappointing == most]
    affected = sum(one.disappointing > 0 for one in counts)
    if len(first) > 2:
        return texts.tr("Touchpoints disappoint in {n} of {all} stages", n=texts.number(affected),
                        all=texts.number(len(counts)))  # fmt: skip
    names = texts.listed([texts.quoted(one.name) for one in first])
    if len(first) == 2:
        return texts.tr("Most disappointing touchpoints: {names}, {n} each", names=names, n=texts.number(most))
    return texts.tr("Most disappointing touchpoints: {name}, {n} of {all}", name=names, n=texts.number(most),
                    all=texts.number(first[0].judged))  # fmt: skip


def followup_headline(promised: int, done: int, late: int, texts: Texts) -> str:
    """How many of the measures promised are done, and how many are overdue."""
    everything = texts.number(promised)
    said = texts.tr("{done} of {all} measures are done", done=texts.number(done), all=everything)
    if promised == 1:
        said = texts.tr(N_("The measure is done") if done else N_("The measure is not done yet"))
    return said + (texts.trn(", {n} is overdue", ", {n} are overdue", late) if late else "")


def experience_headline(document: Document, figures: RoundFigures, texts: Texts) -> str:
    """Where the experience is lowest, if any touchpoint can be told apart; else how many were rated."""
    low = lowest_touchpoints(figures, "experience")
    if low:
        name = lowest_named(document, low, texts, survey=is_survey(document.get(Round, figures.round)))
        return texts.tr("The experience is lowest at {name}", name=name)
    rated = sum(f.experience is not None for f in figures.touchpoints)
    return texts.trn("The experience of {n} touchpoint was rated",
                     "The experience of {n} touchpoints was rated; none is clearly lowest", rated)  # fmt: skip


def agreement_headline(figures: RoundFigures | None, texts: Texts) -> str:
    """At how many touchpoints the answers disagree; empty where agreement was not worked out."""
    known = [] if figures is None else [f for f in figures.touchpoints if f.agreement is not None]
    if not known:
        return ""
    apart = sum(f.disagreeing for f in known)
    if not apart:
        return texts.tr("At no touchpoint do the answers disagree")
    return texts.trn("The answers disagree at {n} of {all} touchpoints",
                     "The answers disagree at {n} of {all} touchpoints", apart,
                     all=texts.number(len(known)))  # fmt: skip


def profile_headline(figures: RoundFigures | None, texts: Texts) -> str:
    """How many experience kinds fall short on average; empty where none has a delta."""
    known = [] if figures is None else [k.mean_delta for k in figures.profile if k.mean_delta is not None]
    if not known:
        return ""
    short = sum(delta < 0 for delta in known)
    return texts.trn("{n} of {all} experience kinds is below the expectation on average",
                     "{n} of {all} experience kinds are below the expectation on average", short,
                     all=texts.number(len(known)))  # fmt: skip


def kano_headline(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """How many touchpoints most of those asked take for granted; empty where that was not asked."""
    found = {} if figures is None else round_kano(document, figures.round)
    if not found:
        return ""
    basic = sum(one.kind is KanoKind.MUST_BE for one in found.values())
    return texts.trn("{n} of {all} touchpoints is taken for granted", "{n} of {all} touchpoints are taken for granted",
                     basic, all=texts.number(len(found)))  # fmt: skip


def basics_headline(basics: int, disappointing: int, unmet: int, texts: Texts) -> str:
    """How many basic requirements disappoint, and how many of those are not met."""
    if not disappointing:
        return texts.trn("The basic requirement does not clearly disappoint",
                         "None of the {n} basic requirements clearly disappoints", basics)  # fmt: skip
    said = texts.trn("{n} of {all} basic requirements disappoints", "{n} of {all} basic requirements disappoint",
                     disappointing, all=texts.number(basics))  # fmt: skip
    if not unmet:
        return said
    return said + texts.trn(", {n} of them is not met", ", {n} of them are not met", unmet)
