"""Change between rounds and targets in words: what changed, never why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cxstudio.analysis.change.change_values import (
    Change,
    Doubt,
    Drift,
    Obstacle,
    RoundChanges,
    TargetOutcome,
    TargetState,
    TouchpointChange,
)
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE
from cxstudio.model import Document, Id, Target
from cxstudio.model.questions import is_signed
from cxstudio.wording.fields.rating_fields import FIGURES
from cxstudio.wording.figures.figure_sentences import interval_words, written_value
from cxstudio.wording.findings.finding import Finding, listed
from cxstudio.wording.plan.measure_sentences import figure_label, measured_text
from cxstudio.wording.texts import N_, Texts, rounded

OBSTACLES: Final[dict[Obstacle, str]] = {
    Obstacle.SAME_ROUND: N_("It is the same round."),
    Obstacle.OTHER_JOURNEY: N_("The rounds belong to different customer journeys."),
    Obstacle.OTHER_SCALE: N_("The rounds have different scales, so their values cannot be compared."),
    Obstacle.OTHER_VIEW: N_("The rounds have different views; views are compared, but not as a change."),
    Obstacle.OTHER_PERSONA: N_("The rounds are for different personas."),
    Obstacle.TARGET_CURVE: N_("A target curve is not a round."),
}
STATES: Final[dict[TargetState, str]] = {
    TargetState.MET: N_("target met"),
    TargetState.MISSED: N_("target missed"),
    TargetState.CANNOT_BE_TOLD: N_("cannot be told yet"),
}
SHORT_STATES: Final[dict[TargetState, str]] = {
    TargetState.MET: N_("met"),
    TargetState.MISSED: N_("missed"),
    TargetState.CANNOT_BE_TOLD: N_("cannot be told yet"),
}
"""Where it is plain that a target is meant."""
DOUBTS: Final[dict[Doubt, str]] = {
    Doubt.NOT_MEASURED: N_("nothing was measured yet"),
    Doubt.NO_START: N_("no starting value says whether more or less is wanted"),
    Doubt.OTHER_VIEW: N_("the target was set in another view"),
    Doubt.DROPPED: N_("the measure was dropped"),
    Doubt.NO_GOAL: N_("no value to reach was entered"),
    Doubt.NO_TOUCHPOINT: N_("it names no touchpoint"),
    Doubt.OTHER_SCALE: N_("the round has another scale than the project"),
    Doubt.NOT_STARTED: N_("the measure was not running yet when people rated"),
    Doubt.NOT_RATED: N_("nobody rated it in this round"),
    Doubt.FEW_ANSWERS: N_("too few answers"),
    Doubt.UNCERTAIN: N_("the interval includes the value to reach"),
    Doubt.TOO_EARLY: N_("not reached, but there is still time"),
    Doubt.NOT_DUE: N_("its date has not come yet"),
}
_TOLD_BY: Final = ("experience", "delta", "emotion")
"""Figures that tell the change of a touchpoint; the first one both rounds have."""


def obstacle_sentence(obstacle: Obstacle, texts: Texts) -> str:
    """Why two rounds are not compared."""
    return texts.tr(OBSTACLES[obstacle])


def change_words(figure: str, change: Change, texts: Texts) -> str:
    """One change: "Experience 2.7 → 4.1, change +1.4, the same 9 people"."""
    said = texts.tr(
        "{figure} {before} → {after}, change {difference}",
        figure=texts.tr(FIGURES[figure]),
        before=written_value(figure, change.before, texts),
        after=written_value(figure, change.after, texts),
        difference=texts.signed(change.difference),
    )
    if change.interval is not None:
        said += ", " + interval_words(change.interval, texts)
    if change.drift is not None:
        said += ", " + texts.tr("{drift} to be expected with nothing done", drift=texts.signed(change.drift))
    if change.paired:
        return said + ", " + texts.trn("the same {n} person", "the same {n} people", change.n_after)
    before, after = texts.number(change.n_before), texts.number(change.n_after)
    return said + ", " + texts.tr("n = {before} and {after}", before=before, after=after)


def telling_figure(changes: RoundChanges) -> str | None:
    """The figure that tells the change of a journey best; None where nothing can be compared."""
    told = {drift.figure for drift in changes.drifts}
    return next((figure for figure in _TOLD_BY if figure in told), None)


def change_findings(document: Document, changes: RoundChanges, texts: Texts) -> list[Finding]:
    """What changed most, beside the change where nothing was done."""
    if changes.obstacle is not None:
        return [Finding(obstacle_sentence(changes.obstacle, texts))]
    figure = telling_figure(changes)
    if figure is None:
        return [Finding(texts.tr("No change to report: no touchpoint was rated in both rounds."))]
    said = list(_extremes(document, figure, changes.touchpoints, texts))
    drift = next(d for d in changes.drifts if d.figure == figure)
    said.append(Finding(drift_sentence(drift, texts)))
    if said[:-1]:
        said.append(
            Finding(
                texts.tr(
                    "Extreme values drift back towards the middle by themselves; what a measure added cannot be read "
                    "from the change alone."
                )
            )
        )
    said.append(Finding(knew_sentence(changes.raters_knew_measures, texts)))
    return said


def _extremes(
    document: Document, figure: str, touchpoints: Sequence[TouchpointChange], texts: Texts
) -> Iterator[Finding]:
    """The largest rise and the largest fall, where they differ from no change and are not uncertain."""
    told = [(one.touchpoint, change) for one in touchpoints if (change := getattr(one, figure)) is not None]
    moved = [(t, c) for t, c in told if rounded(c.difference, 1) and not c.uncertain]
    up = max((c.difference for _, c in moved), default=0.0)
    down = min((c.difference for _, c in moved), default=0.0)
    if up > 0:
        yield _extreme(document, figure, moved, up, N_("Largest rise"), texts)
    if down < 0:
        yield _extreme(document, figure, moved, down, N_("Largest fall"), texts)
    if told and not moved:
        yield Finding(texts.tr("No touchpoint changed clearly."))


def _extreme(
    document: Document,
    figure: str,
    moved: Sequence[tuple[Id, Change]],
    difference: float,
    title: str,
    texts: Texts,
) -> Finding:
    """Where the change was this large; several touchpoints where they come out alike when shown."""
    alike = [(t, c) for t, c in moved if rounded(c.difference, 1) == rounded(difference, 1)]
    places = tuple(touchpoint for touchpoint, _ in alike)
    names = listed(document, places, texts)
    if len(alike) == 1:
        change = change_words(figure, alike[0][1], texts)
    else:
        change = texts.tr(
            "{figure} {difference}", figure=texts.tr(FIGURES[figure]), difference=texts.signed(difference)
        )
    return Finding(texts.tr("{title} at {names}: {change}.", title=texts.tr(title), names=names, change=change), places)


def drift_sentence(drift: Drift, texts: Texts) -> str:
    """The mean change with and without a measure."""
    figure = texts.tr(FIGURES[drift.figure])
    parts = []
    if drift.with_measure is not None:
        parts.append(
            texts.trn(
                "{change} at {n} touchpoint with a measure",
                "{change} at {n} touchpoints with a measure",
                drift.touchpoints_with,
                change=texts.signed(drift.with_measure),
            )
        )
    if drift.without_measure is not None:
        parts.append(
            texts.trn(
                "{change} at {n} touchpoint without one",
                "{change} at {n} touchpoints without one",
                drift.touchpoints_without,
                change=texts.signed(drift.without_measure),
            )
        )
    if drift.with_measure is None:
        return texts.trn(
            "{figure}: mean change {change} at {n} touchpoint; no measure was running yet.",
            "{figure}: mean change {change} at {n} touchpoints; no measure was running yet.",
            drift.touchpoints_without,
            figure=figure,
            change=texts.signed(drift.without_measure or 0.0),
        )
    return texts.tr("{figure}: mean change {parts}.", figure=figure, parts=texts.listed(parts))


def knew_sentence(knew: bool | None, texts: Texts) -> str:
    """Whether those who rated knew what had been done."""
    if knew is None:
        return texts.tr("Whether those who rated knew the measures was not noted.")
    return texts.tr("The raters knew the measures.") if knew else texts.tr("The raters did not know the measures.")


def target_words(outcome: TargetOutcome, texts: Texts) -> str:
    """ "target met", "target missed", "cannot be told yet"."""
    return texts.tr(STATES[outcome.state])


def target_sentence(document: Document, outcome: TargetOutcome, texts: Texts, *, state: bool = True) -> str:
    """One target with its value and, where it cannot be told, why: "Experience 4.6, wanted 4.5: target met.".

    Without `state` where that stands beside it: "Experience 4.6, wanted 4.5.".
    """
    target = document.get(Target, outcome.target)
    parts = [figure_label(target, texts) or texts.tr("Target")]
    if outcome.round is None:
        return _measured_sentence(parts[0], outcome, target, texts, state)
    if outcome.value is not None:
        decimals = _decimals(outcome)
        parts[0] += " " + written_value(target.figure, outcome.value, texts, decimals)
        if outcome.goal is not None:
            parts.append(texts.tr("wanted {goal}", goal=written_value(target.figure, outcome.goal, texts, decimals)))
        if outcome.interval is not None:
            parts.append(_plain_interval(outcome.interval, is_signed(target.figure), texts))
        parts.append(texts.tr("n = {n}", n=texts.number(outcome.n)))
    return _stated(", ".join(parts), outcome, texts, state) + "."


def _stated(said: str, outcome: TargetOutcome, texts: Texts, state: bool) -> str:
    """A target's figures with its state, and why that cannot be told."""
    if state:
        said += ": " + target_words(outcome, texts)
    if outcome.doubt is not None:
        said += (" – " if state or outcome.value is not None else ": ") + texts.tr(DOUBTS[outcome.doubt])
    return said


def _measured_sentence(name: str, outcome: TargetOutcome, target: Target, texts: Texts, state: bool) -> str:
    """The same by measured values: "Calls per case 0.62 (30 Sep 2026), wanted 0.5: target missed."."""
    parts = [name]
    if outcome.value is not None and outcome.day is not None:
        value = measured_text(outcome.value, target, texts)
        parts[0] += f" {value} ({texts.date(outcome.day)})"
        if outcome.goal is not None:
            parts.append(texts.tr("wanted {goal}", goal=measured_text(outcome.goal, target, texts)))
    said = _stated(", ".join(parts), outcome, texts, state)
    if outcome.newest is not None and outcome.day is not None and outcome.newest[0] > outcome.day:
        day, value = texts.date(outcome.newest[0]), measured_text(outcome.newest[1], target, texts)
        said += "; " + texts.tr("newest value {value} ({day})", value=value, day=day)
    return said + "."


def _decimals(outcome: TargetOutcome) -> int:
    """One, unless value and goal would look alike though the target is not met."""
    if outcome.value is None or outcome.goal is None or outcome.state is TargetState.MET:
        return 1
    alike = rounded(outcome.value, 1) == rounded(outcome.goal, 1)
    return 2 if alike or abs(outcome.goal - round(outcome.goal, 1)) > CLOSE else 1


def _plain_interval(interval: tuple[float, float], signed: bool, texts: Texts) -> str:
    if signed:
        return interval_words(interval, texts)
    low, high = (texts.number(value, 1) for value in interval)
    return texts.tr("95% interval {low} to {high}", low=low, high=high)
