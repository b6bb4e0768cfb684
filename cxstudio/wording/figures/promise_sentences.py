"""Promises in words: what those asked found, and what an answer is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.analysis.statistics.promise_kept import PromiseFound, PromiseResult
from cxstudio.model.questions import limits
from cxstudio.wording.fields.question_words import WORDS
from cxstudio.wording.texts import N_, Texts

_RESULTS: Final = {
    PromiseResult.KEPT: N_("kept"),
    PromiseResult.PARTLY: N_("partly kept"),
    PromiseResult.BROKEN: N_("not kept"),
}


def result_word(found: PromiseFound, texts: Texts) -> str:
    """One word: "kept"; "not asked yet" where nobody was."""
    return texts.tr(_RESULTS[found.result]) if found.result is not None else texts.tr("not asked yet")


def result_answer(found: PromiseFound, texts: Texts) -> str:
    """What was found as an answer to the question itself: "yes", "partly", "no"; empty where nobody was asked."""
    if found.result is None:
        return ""
    names = WORDS["promise"].answers
    return texts.tr(names[list(PromiseResult).index(found.result)])


def short_words(found: PromiseFound, texts: Texts) -> str:
    """The word and how many answered: "partly kept, n = 9"."""
    word = result_word(found, texts)
    if found.result is None:
        return word
    return f"{word}, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{texts.number(found.n)}"


def result_words(found: PromiseFound, texts: Texts) -> str:
    """The word with its counts, "partly kept: 4 yes, 3 partly, 2 no"; where these are not shown, with n."""
    if found.result is None:
        return result_word(found, texts)
    if not found.counted:
        return short_words(found, texts)
    return texts.tr(
        "{result}: {yes} yes, {partly} partly, {no} no", result=result_word(found, texts),
        yes=texts.number(found.yes), partly=texts.number(found.partly), no=texts.number(found.no),
    )  # fmt: skip


def balance_words(found: Sequence[PromiseFound], texts: Texts) -> str:
    """How many of a journey's promises were found kept; empty where none was asked about."""
    asked = [one.result for one in found if one.result is not None]
    if not asked:
        return ""
    counts = {result: texts.number(asked.count(result)) for result in PromiseResult}
    return texts.trn(
        "{n} promise asked about: {kept} kept, {partly} partly kept, {broken} not kept",
        "{n} promises asked about: {kept} kept, {partly} partly kept, {broken} not kept",
        len(asked),
        **{result.value: count for result, count in counts.items()},
    )


def answer_word(figure: str, value: float, texts: Texts) -> str:
    """What an answer is called where the question names its answers; empty for a number, or between two answers."""
    names = WORDS[figure].answers if figure in WORDS else ()
    low, high = limits(figure, 0) if names else (0, -1)
    return texts.tr(names[int(value) - low]) if float(value).is_integer() and low <= value <= high else ""
