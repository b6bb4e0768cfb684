"""Why a touchpoint is critical, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.analysis.flow.responsible_departments import accountable
from cxstudio.analysis.round.rank_sets import rank_set
from cxstudio.analysis.statistics.figure_values import Criticality, RankStability, Reason, RoundFigures
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.wording.fields.record_names import name_of, short_name
from cxstudio.wording.figures.emotion_steps import peak_words
from cxstudio.wording.texts import DASH, N_, Texts

_NEEDS: Final = (N_("largest need"), N_("second-largest need"), N_("third-largest need"))
_GAPS: Final = (
    N_("largest shortfall against expectation"),
    N_("second-largest shortfall against expectation"),
    N_("third-largest shortfall against expectation"),
)
_DECIDES: Final = (True, False)
STEADY: Final = 1
"""Ranks a touchpoint may move by and still count as holding its place."""


def reason_sentences(document: Document, figures: RoundFigures, of: Id | Criticality, texts: Texts) -> list[str]:
    """Up to four sentences: the reasons, what supports them, and how firmly the rank stands. Empty without any."""
    found = figures.criticality.get(of) if isinstance(of, str) else of
    if found is None:
        return []
    sentences = []
    if said := reason_words(document, figures, found, texts):
        sentences.append(capital(said) + ".")
    rank = figures.rank(found.touchpoint)
    stability = figures.stability.get(found.touchpoint)
    if rank is not None and stability is not None and (found.proposed or found.critical):
        held = stability_sentences(rank, stability, texts)
        if together := rank_set(figures, found.touchpoint):
            held[0] = rank_set_sentence(document, figures, together, texts)
        sentences += held
    return sentences


def reason_words(document: Document, figures: RoundFigures, found: Criticality, texts: Texts) -> str:
    """The reasons of the rule and, told apart from them, what supports it: "largest need; supported by: …"."""
    telling = [replace(found, reasons=tuple(r for r in found.reasons if r.reason.decides is one)) for one in _DECIDES]
    deciding, supporting = (", ".join(reason_phrases(document, figures, one, texts)) for one in telling)
    if not (deciding and supporting):
        return deciding or supporting
    return texts.tr("{reasons}; supported by: {supports}", reasons=deciding, supports=supporting)


def reason_phrases(document: Document, figures: RoundFigures, found: Criticality, texts: Texts) -> list[str]:
    """Each reason in a few words, without a capital."""
    about = _About(document, figures, found.touchpoint)
    return [_PHRASES[reason.reason](dict(reason.numbers), about, texts) for reason in found.reasons]


def group_sentence(found: Criticality, texts: Texts) -> str:
    """What the group decided where it is not the rule's proposal; else empty."""
    if not found.overruled:
        return ""
    reason = found.group_reason.strip()
    if found.critical:
        if reason:
            return texts.tr("Critical by the group’s decision: {reason}", reason=reason)
        return texts.tr("Critical by the group’s decision; no reason was written down.")
    if reason:
        return texts.tr("Not critical by the group’s decision: {reason}", reason=reason)
    return texts.tr("Not critical by the group’s decision; no reason was written down.")


def rank_set_sentence(document: Document, figures: RoundFigures, together: Sequence[Id], texts: Texts) -> str:
    """That several touchpoints keep a run of ranks: "“A” and “B” keep ranks 1–2, whichever person is left out."."""
    first = figures.ranking.index(together[0]) + 1
    ranks = f"{texts.number(first)}{DASH}{texts.number(first + len(together) - 1)}"
    names = texts.listed([texts.quoted(short_name(document, one)) for one in together])
    return texts.tr("{names} keep ranks {ranks}, whichever person is left out.", names=names, ranks=ranks)


def stability_sentences(rank: int, stability: RankStability, texts: Texts) -> list[str]:
    """How the rank holds when anyone is left out, and under other weights where that changes it."""
    sentences = []
    low, high = stability.lowest_rank_without_one, stability.highest_rank_without_one
    if low is not None and high is not None:
        sentences.append(_without_one(low, high, texts))
    low, high = stability.lowest_rank_over_exponents, stability.highest_rank_over_exponents
    if max(rank - low, high - rank) > STEADY:
        sentences.append(
            texts.tr(
                "With other weights for importance and shortfall: rank {low} to {high}.",
                low=texts.number(low),
                high=texts.number(high),
            )
        )
    return sentences


def _without_one(low: int, high: int, texts: Texts) -> str:
    if low == high:
        return texts.tr("Rank {rank}, whichever person is left out.", rank=texts.number(low))
    values = {"low": texts.number(low), "high": texts.number(high)}
    if high - low <= STEADY:
        return texts.tr("Rank {low} or {high}, whichever person is left out.", **values)
    return texts.tr("Rank {low} to {high}, depending on who is left out.", **values)


def two_camps_words(low: int, upto: int, high: int, from_: int, texts: Texts) -> str:
    """How many stand in each of two camps, without a capital."""
    values = {"low": low, "upto": upto, "high": high, "beyond": from_}
    said = {name: texts.number(value) for name, value in values.items()}
    return texts.tr("two camps ({low} answers up to {upto}, {high} from {beyond})", **said)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _About:
    document: Document
    figures: RoundFigures
    touchpoint: Id


_Numbers = dict[str, float]
_Phrase = Callable[[_Numbers, _About, Texts], str]


def _plain(message: str) -> _Phrase:
    return lambda numbers, about, texts: texts.tr(message)


def _placed(words: tuple[str, ...], beyond: str) -> _Phrase:
    def phrase(numbers: _Numbers, about: _About, texts: Texts) -> str:
        place = int(numbers["place"])
        return texts.tr(words[place - 1]) if place <= len(words) else texts.tr(beyond, place=texts.number(place))

    return phrase


def _lowest(numbers: _Numbers, about: _About, texts: Texts) -> str:
    lows = (about.touchpoint,) if not numbers["others"] else (about.touchpoint, None)
    return peak_words(about.touchpoint, (), lows, texts)


def _handover(numbers: _Numbers, about: _About, texts: Texts) -> str:
    touchpoint = about.document.get(Touchpoint, about.touchpoint)
    taking = accountable(about.document, touchpoint)
    to = name_of(about.document, taking.id if taking is not None else None, texts)
    if numbers["nothing"]:
        return texts.tr("nothing is passed on at the handover to {to}", to=to)
    return texts.tr("only part is passed on at the handover to {to}", to=to)


def _drop_out(numbers: _Numbers, about: _About, texts: Texts) -> str:
    if "share" not in numbers:
        return texts.tr("people drop out here")
    share = texts.share(numbers["share"])
    if numbers["assumed"]:
        return texts.tr("{share} drop out (assumption)", share=share)
    return texts.tr("{share} drop out", share=share)


def _two_camps(numbers: _Numbers, about: _About, texts: Texts) -> str:
    low, upto, high, from_ = (int(numbers[name]) for name in ("low", "upto", "high", "from"))
    return two_camps_words(low, upto, high, from_, texts)


def _seen_worse(numbers: _Numbers, about: _About, texts: Texts) -> str:
    return texts.tr("experience {by} points worse in the customers’ view", by=texts.number(numbers["by"], 1))


_PHRASES: Final[dict[Reason, _Phrase]] = {
    Reason.UNMET_BASIC: _plain(N_("basic requirement not met")),
    Reason.LARGEST_NEED: _placed(_NEEDS, N_("place {place} by need")),
    Reason.LARGEST_GAP: _placed(_GAPS, N_("place {place} by shortfall against expectation")),
    Reason.LOWEST_LOW: _lowest,
    Reason.BAD_END: _plain(N_("the journey ends badly here")),
    Reason.EVERY_WAY: _plain(N_("every path passes through here")),
    Reason.LOSSY_HANDOVER: _handover,
    Reason.DROP_OUT: _drop_out,
    Reason.TWO_CAMPS: _two_camps,
    Reason.CUSTOMERS_SEE_WORSE: _seen_worse,
}
