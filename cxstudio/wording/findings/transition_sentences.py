"""Ways and marks of the flow in words: for tooltips, the inspector and screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cxstudio.analysis.flow.flow_marks import FlowMark
from cxstudio.analysis.flow.transition_shares import ROUNDED, Way
from cxstudio.model import Document, Id, Stage, Touchpoint
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.finding import named
from cxstudio.wording.texts import N_, Texts

MARK_WORDS: Final[dict[FlowMark, tuple[str, str]]] = {
    FlowMark.UNREACHABLE: (N_("unreachable"), N_("No path leads here from the first touchpoint.")),
    FlowMark.DEAD_END: (N_("dead end"), N_("Nobody goes on from here, though the journey does not end here.")),
    FlowMark.LOOP: (N_("in a loop"), N_("A path leads from here back to here.")),
    FlowMark.PASSAGE: (N_("every path passes through here"), N_("No path to the end avoids this touchpoint.")),
}
"""Mark → its word, and what it means."""


def mark_lines(marks: Iterable[FlowMark], texts: Texts) -> list[str]:
    """One line per mark: its word and what it means."""
    lines = []
    for mark in marks:
        word, meaning = MARK_WORDS[mark]
        lines.append(f"{capital(texts.tr(word))}: {texts.tr(meaning)}")
    return lines


def share_words(share: float | None, assumed: bool, texts: Texts) -> str:
    """A share in words: "62%", "62% (assumption)", "" where nobody knows."""
    if share is None:
        return ""
    said = texts.share(share)
    return texts.tr("{sentence} (assumption)", sentence=said) if assumed else said


def way_line(
    document: Document,
    source: Id,
    target: Id | None,
    kind: TransitionKind,
    share: float | None,
    texts: Texts,
    *,
    assumed: bool,
    drawn: bool,
) -> str:
    """A way on one line: from where to where, which kind, which part."""
    start = named(document, source, texts)
    if kind is TransitionKind.DROP_OUT:
        said = texts.tr("Customers drop out at {name}", name=start)
    elif target is None:
        said = texts.tr("The journey ends at {name}", name=start)
    else:
        said = texts.tr("From {source} to {target}", source=start, target=named(document, target, texts))
    parts = [said]
    if target is not None and drawn:
        parts.append(texts.tr(choice_label(kind)))
    if words := share_words(share, assumed, texts):
        parts.append(words)
    if not drawn:
        parts.append(texts.tr("not drawn: the order of the map"))
    return " · ".join(parts)


def spoken_touchpoint(
    document: Document, touchpoint: Touchpoint, ways: Sequence[Way], marks: Iterable[FlowMark], texts: Texts
) -> str:
    """A touchpoint in the flow for screen readers: name, stage, where customers go on to, and its marks."""
    stage = document.get(Stage, touchpoint.stage).name
    parts = [touchpoint.name or texts.tr("Untitled touchpoint"), stage]
    leaving = [way for way in ways if way.source == touchpoint.id]
    if leaving:
        parts.append(texts.trn("{n} path onwards", "{n} paths onwards", len(leaving)))
    parts += [_destination(document, way, texts) for way in leaving]
    parts += [texts.tr(MARK_WORDS[mark][0]) for mark in marks]
    return ", ".join(parts)


def _destination(document: Document, way: Way, texts: Texts) -> str:
    share = share_words(way.share, way.assumed, texts)
    if way.drops_out:
        return texts.tr("{share} drop out", share=share)
    if way.target is None:
        return texts.tr("{share} have arrived", share=share)
    return texts.tr("{share} to {name}", share=share, name=named(document, way.target, texts))


def total_line(total: float, texts: Texts) -> str:
    """A note where the shares entered at a touchpoint are more than everybody; else ""."""
    if total <= 1 + ROUNDED:
        return ""
    return texts.tr(
        "The shares add up to {total}. The figures scale them down to 100% and call them an assumption.",
        total=texts.share(total),
    )


def ways_shown(shown: int, known: int, texts: Texts) -> str:
    """How many of the ways are drawn."""
    if shown >= known:
        return texts.trn("{n} path", "{n} paths", known)
    left_out = texts.number(known - shown)
    return texts.tr(
        "the strongest {shown} of {known} paths, {n} left out",
        shown=texts.number(shown), known=texts.number(known), n=left_out,
    )  # fmt: skip
