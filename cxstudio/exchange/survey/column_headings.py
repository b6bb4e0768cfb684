"""What a heading says: the thing asked about, without its numbering and the name of the question."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.exchange.survey.heading_legends import is_legend
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.resources import resource_values

_ROLE_WORDS: Final = {
    role: re.compile(pattern) for role, pattern in resource_values(dict[Role, str], "survey", "headings.toml").items()
}
"""What headings call a role, in lower case; the first that fits wins."""
_NUMBER: Final = re.compile(
    r"\s*(?:(?:frage|question|item|q|f)\s*(\d{1,3})[a-z]?(?:[-._]\d{1,2})?\s*[.):\-–]?\s+"
    r"|(\d{1,3})(?:[-._]\d{1,2})?[a-z]?\s*[.):]\s*(?!\d)|(\d{1,3})[-._]\d{1,2}\s+|(\d{1,3})\s+[-–]\s+)",
    re.IGNORECASE,
)
_MOST_BRACKETS: Final = 3
_BRACKETS: Final = re.compile(r"[\(\[（]([^()\[\]（）]{1,80})[\)\]）]\s*$")
_PROMISE: Final = (
    r"(?:(?:wurde |war )?(?:das |unser |ihr )?(?:versprechen|zusage)(?: wurde)? (?:ein)?gehalten|"
    r"(?:was )?(?:the |our )?promise kept)\??"
)
"""The question whether a promise was kept, as headings ask it."""
_QUESTION_NAMES: Final = re.compile(
    r"\b(?:erwartung(?:en)?|erlebnis|erfahrung|expectations?|experiences?|perceptions?|perceived|expected|experienced|erwartet|erlebt|wichtigkeit|"
    r"bedeutung|importance|zufriedenheit|satisfaction|(?:schul)?noten?|rating|bewertung|emotion|gefühl|score)\b"
    rf"|{_PROMISE}",
    re.I,
)
_ABOUT: Final = re.compile(
    r"(\w+)\s+(?:of|with|for|about|from|mit|bei|an|zu[rm]?|von|der|des)\s+(?:(?:the|our|der|dem|den|die|das|des|unserer|unserem)\s+)?(.+)",
    re.IGNORECASE,
)
"""“Satisfaction with the hotline”: the question, and what is asked about."""

_COMMENT: Final = re.compile(
    r"\b(?:kommentare?|anmerkung(?:en)?|bemerkung(?:en)?|freitext|begründung|comments?(?: on| about)?|"
    r"remarks?|feedback|reasons?|zu[rm]?)\b",
    re.I,
)
"""Words that make a heading one of comments."""


def role_in(heading: str) -> Role | None:
    """The role a heading names, or None."""
    text = heading.replace("_", " ").casefold()
    return next((role for role, pattern in _ROLE_WORDS.items() if pattern.search(text)), None)


def names_a_question(text: str) -> bool:
    """Whether words name a question (“expectation”) and no thing that is asked about."""
    return _QUESTION_NAMES.fullmatch(text.strip()) is not None or text.strip().casefold() in {"soll", "ist", "group"}


def commented(heading: str) -> str:
    """What a column of comments is about, in small letters: its heading without the words for a comment."""
    text = _COMMENT.sub(" ", subject(heading).replace("_", " "))
    return " ".join(text.strip(" :–-?.()[]").split()).casefold()


def item_number(heading: str) -> str:
    """The question's number ("12" of "12-1. …"), or empty."""
    match = _NUMBER.match(heading)
    return next((group for group in match.groups() if group), "") if match else ""


def subject(heading: str) -> str:
    """What is asked about: the heading without numbering, question name and closing full stop."""
    text = " ".join(heading.replace("_", " ").split())
    match = _NUMBER.match(text)
    if match and match.end() < len(text):
        text = text[match.end() :]
    for _ in range(_MOST_BRACKETS):
        bracket = _BRACKETS.search(text)
        if bracket is None or not bracket.start() or not (role_in(bracket[1]) or is_legend(bracket[1])):
            break
        text = text[: bracket.start()]
    for part, rest in _parts(text):
        if _QUESTION_NAMES.fullmatch(part.strip()):
            text = rest
            break
    else:
        trimmed = _trim_name(text)
        text = trimmed or text
    text = text.strip().removesuffix(".").strip()
    return text or " ".join(heading.split())


def _parts(text: str) -> list[tuple[str, str]]:
    match = re.match(r"^([^:|–]{1,40}?)\s*(?:[:|–]|\s-\s)\s*(.+)$", text)
    found = [(match[1], match[2])] if match else []
    match = re.match(r"^(.+?)\s*(?:[:|–]|\s-\s|,)\s*([^:|–]{1,40})$", text)
    return [*found, (match[2], match[1])] if match else found


def _trim_name(text: str) -> str:
    """“Hotline Erwartung” → “Hotline”."""
    asked = re.fullmatch(rf"(.+?)\s+{_PROMISE}", text, re.IGNORECASE)
    if asked is not None:
        return asked[1]
    about = _ABOUT.fullmatch(text)
    if about is not None and _QUESTION_NAMES.fullmatch(about[1]):
        return about[2]
    words = text.split()
    if len(words) > 1 and _QUESTION_NAMES.fullmatch(words[-1]):
        return " ".join(words[:-1])
    if len(words) > 1 and _QUESTION_NAMES.fullmatch(words[0]):
        return " ".join(words[1:])
    return text
