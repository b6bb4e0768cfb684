"""What is asked about a touchpoint in words: one row per question people answer one by one, by its name."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxstudio.wording.texts import N_


class QuestionWords(NamedTuple):
    """Message ids. {low} and {high} are the ends of the scale, {persona} is in whose place people answer."""

    name: str
    text: str
    ends: str
    """What the ends of the scale mean."""
    definition: str
    source: str = ""
    """After whom."""
    of_customers: str = ""
    """How customers themselves are asked; "" where all are asked alike."""
    rate: str = ""
    fill: str = ""
    """The commands after which digits answer it, on the map and in the table; "" where it has none."""
    answers: tuple[str, ...] = ()
    """What each answer is called, from the lowest; none where the number itself is the answer."""


_GOOD: Final = N_("{low} = very bad … {high} = very good")
WORDS: Final = {
    "expectation": QuestionWords(
        N_("Expectation"), N_("What does {persona} expect here?"), _GOOD,
        N_("What was expected here, from {low} (very bad) to {high} (very good)."),
        of_customers=N_("How good did you expect this to be?"),
        rate=N_("Rate the expectation"), fill=N_("Enter the expectation"),
    ),
    "experience": QuestionWords(
        N_("Experience"), N_("How does {persona} experience it?"), _GOOD,
        N_("How it actually was, from {low} (very bad) to {high} (very good)."),
        of_customers=N_("How good was it really?"),
        rate=N_("Rate the experience"), fill=N_("Enter the experience"),
    ),
    "emotion": QuestionWords(
        N_("Emotion"), N_("How does it feel?"), _GOOD, N_("How it feels, from {low} to {high}."),
        N_("Semantic differential: Osgood 1957"), rate=N_("Rate the emotion"), fill=N_("Enter the emotion"),
    ),
    "importance": QuestionWords(
        N_("Importance"), N_("How important is it?"), N_("{low} = unimportant … {high} = decisive"),
        N_("From {low} (unimportant) to {high} (decisive)."),
        rate=N_("Rate the importance"), fill=N_("Enter the importance"),
    ),
    "quick": QuestionWords(
        N_("Quick rating"), N_("Measured against the expectation?"),
        N_("{low} = much worse … 0 = as expected … {high} = much better"),
        N_("One question instead of two: measured against the expectation, from {low} (much worse) to {high} (much "
           "better). It fills the delta only, never expectation or experience."),
    ),
    "promise": QuestionWords(
        N_("Promise kept"), N_("Was the promise kept?"), N_("{low} = no, 2 = partly, {high} = yes"),
        N_("Whether those asked found the promise kept, from {low} (no) to {high} (yes). It is counted, and judges "
           "nothing else."),
        rate=N_("Answer whether the promise was kept"), fill=N_("Enter whether the promise was kept"),
        answers=(N_("no"), N_("partly"), N_("yes")),
    ),
}  # fmt: skip
