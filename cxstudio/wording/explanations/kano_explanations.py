"""Kano answers in words: the five answers, the six kinds, and what a touchpoint is to those asked."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.statistics.kano_figures import LETTERS, REQUIREMENT_OF, KanoFigures, KanoKind
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.texts import DASH, N_, Texts

ANSWERS: Final = (
    N_("I like it"),
    N_("I take it for granted"),
    N_("I do not care"),
    N_("I can live with it"),
    N_("I dislike it"),
)
"""The five answers, 1 to 5."""
THERE: Final = N_("If it is there:")
MISSING: Final = N_("If it is missing:")
KINDS: Final[dict[KanoKind, str]] = {
    KanoKind.ATTRACTIVE: N_("delight requirement"),
    KanoKind.ONE_DIMENSIONAL: N_("performance requirement"),
    KanoKind.MUST_BE: N_("basic requirement"),
    KanoKind.INDIFFERENT: N_("makes no difference"),
    KanoKind.REVERSE: N_("unwanted"),
    KanoKind.QUESTIONABLE: N_("contradictory"),
}
LETTER_OF: Final = {kind: letter for letter, kind in LETTERS.items()}


def kano_name(kind: KanoKind, texts: Texts) -> str:
    """A kind with its letter: "basic requirement (M)"."""
    return f"{texts.tr(KINDS[kind])} ({LETTER_OF[kind]})"


def kano_legend(texts: Texts) -> str:
    """What the letters mean: "A = delight requirement · O = performance requirement · …"."""
    return " · ".join(
        f"{LETTER_OF[kind]}\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{texts.tr(name)}" for kind, name in KINDS.items()
    )


def kano_short(kind: KanoKind, texts: Texts) -> str:
    """A kind in one word with its letter, for tables: "Basic (M)"."""
    wanted = REQUIREMENT_OF.get(kind)
    name = texts.tr(KINDS[kind] if wanted is None else choice_label(wanted))
    return f"{capital(name)} ({LETTER_OF[kind]})"


def kano_counts(found: KanoFigures) -> str:
    """All six counts: "A 4 · O 11 · M 20 · I 3 · R 0 · Q 1"."""
    return " · ".join(f"{LETTER_OF[kind]} {count}" for kind, count in found.counts.items())


def coefficient(value: float | None, texts: Texts) -> str:
    """Better or worse with two decimals; a dash where it cannot be told."""
    return DASH if value is None else texts.signed(value, 2)


def kano_sentence(found: KanoFigures, texts: Texts) -> str:
    """What the touchpoint is to most, and how firmly: the runner-up is named where it is close."""
    first = found.counts[found.kind]
    said = texts.tr(
        "{kind}: {n} of {all} answer like this.",
        n=texts.number(first),
        all=texts.number(found.n),
        kind=capital(kano_name(found.kind, texts)),
    )
    others = sorted(((n, k) for k, n in found.counts.items() if k is not found.kind), key=lambda pair: -pair[0])
    if others and others[0][0] and first - others[0][0] <= max(1, found.n // 20):
        said += " " + texts.tr("Close behind: {kind} ({n}).", kind=texts.tr(KINDS[others[0][1]]), n=others[0][0])
    return said


def explain_kano(found: KanoFigures, texts: Texts) -> Explained:
    """The evaluation table and the two coefficients, with a touchpoint's own counts."""
    definition = texts.tr(
        "Two questions: what if it is there, what if it is missing? The pair of answers gives the kind by the "
        "evaluation table; the most frequent kind counts, on a tie the one that matters more (M, O, A, I). "
        "Better = (A + O) / (A + O + M + I): how much it can please. Worse = −(O + M) / (A + O + M + I): how much its "
        "lack annoys."
    )
    numbers = texts.tr(
        "{counts}, n = {n}; better {better}, worse {worse}",
        counts=kano_counts(found),
        n=texts.number(found.n),
        better=coefficient(found.better, texts),
        worse=coefficient(found.worse, texts),
    )
    if found.skipped:
        numbers += ", " + texts.trn("{n} skipped", "{n} skipped", found.skipped)
    source = texts.tr("Kano 1984; evaluation table and coefficients: Berger et al. 1993")
    return Explained(texts.tr("Kind of requirement (Kano)"), definition, numbers, source)
