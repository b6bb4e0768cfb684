"""Mermaid's user-journey language: what Mermaid 11 accepts, and what it reads from it, oddities included."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cxstudio.exchange.mermaid.mermaid_source import SPACE, Prepared, Traced, prepare, readable, with_entities_marked


class NotAJourney(Exception):
    """The text is no journey Mermaid would draw. `line` is where it stops understanding, `near` what stands there."""

    def __init__(self, line: int, near: str, *, other_kind: bool = False) -> None:
        super().__init__(f"line {line}: {near}")
        self.line = line
        self.near = near
        self.other_kind = other_kind


class TooLongAJourney(Exception):
    """More tasks or sections than MOST_LINES."""


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a journey as Mermaid reads it."""

    name: str
    score: float
    """NaN where Mermaid reads no number."""
    people: tuple[str, ...]
    section: int | None
    """Index of its section; None ahead of the first."""
    line: int
    pieces: tuple[str, ...]
    """Everything behind the first colon, split at colons."""


@dataclass(slots=True)
class ParsedJourney:
    """What Mermaid reads from the whole text."""

    title: str = ""
    acc_title: str = ""
    acc_description: str = ""
    sections: list[str] = field(default_factory=list)
    section_lines: list[int] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


MOST_LINES = 5_000
"""Tasks, and sections: as many touchpoints as a journey holds."""
_IGNORED, _INVALID = "", "invalid"
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.ASCII))
    for kind, pattern in (
        (_IGNORED, r"%%(?!\{)[^\n]*"),
        (_IGNORED, r"[^}]%%[^\n]*"),
        ("newline", r"\n+"),
        (_IGNORED, f"{SPACE}+"),
        (_IGNORED, r"#[^\n]*"),
        ("journey", r"journey(?![A-Za-z0-9_])"),
        ("title", rf"title{SPACE}[^#\n;]+"),
        ("acc_title", rf"accTitle{SPACE}*:{SPACE}*"),
        ("acc_descr", rf"accDescr{SPACE}*:{SPACE}*"),
        ("acc_block", rf"accDescr{SPACE}*\{{{SPACE}*"),
        ("section", rf"section{SPACE}[^#:\n;]+"),
        ("name", r"[^#:\n;]+"),
        ("data", r":[^#\n;]+"),
        ("colon", r":"),
    )
)
_FIRST = re.compile(f"{SPACE}*journey")
_NUMBER = re.compile(r"[+-]?(?:Infinity|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)", re.ASCII)
_RADIX = re.compile(r"0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)")


def parse(text: str) -> ParsedJourney:
    """The journey in a text. Raises NotAJourney exactly where Mermaid would not draw one."""
    prepared = prepare(text)
    _assert_journey(prepared)
    source = with_entities_marked(prepared.body)
    journey = ParsedJourney(title=prepared.title)
    tokens = _tokens(source)
    first = next(tokens)
    if first.kind != "journey":
        raise _fault(source, first)
    for token in tokens:
        if max(len(journey.tasks), len(journey.sections)) > MOST_LINES:
            raise TooLongAJourney
        if token.kind in {"title", "section", "acc_title", "acc_descr"}:
            _take(journey, token, source)
        elif token.kind == "name":
            _take_task(journey, token, next(tokens), source)
        elif token.kind != "newline":
            raise _fault(source, token)
    return journey


def js_number(text: str) -> float:
    """What JavaScript's Number() makes of a text: 0 for nothing at all, NaN for words."""
    text = text.strip(" \t\n\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
    if not text:
        return 0.0
    if _RADIX.fullmatch(text):
        return float(int(text, 0)) if len(text) < 200 else math.inf
    return float(text.replace("Infinity", "inf")) if _NUMBER.fullmatch(text) else math.nan


def _assert_journey(prepared: Prepared) -> None:
    body = prepared.body
    if prepared.front_matter_fault:
        raise NotAJourney(prepared.front_matter_fault, "---")
    if not _FIRST.match(body.text):
        head = body.text.lstrip().split("\n", 1)[0]
        raise NotAJourney(body.line(0), head[:60], other_kind=True)


def _tokens(source: Traced) -> Iterator[_Token]:
    """The tokens in order, up to the end of the text. Raises NotAJourney for what is no token or ends too early."""
    text, position = source.text, 0
    while position < len(text):
        kind, match = next(((k, m) for k, p in _RULES if (m := p.match(text, position))), (_INVALID, None))
        if match is None:
            raise _fault(source, _Token(_INVALID, text[position], position))
        start, position = position, match.end()
        if kind in {"acc_title", "acc_descr"}:
            end = text.find("\n", position)
            if end < 0:  # nothing behind the colon, not even a line break
                raise _fault(source, _Token(_INVALID, match[0], start))
            yield _Token(kind, text[position:end], start)
            position = end
        elif kind == "acc_block":
            end = text.find("}", position)
            if end < 0:
                raise _fault(source, _Token(_INVALID, match[0], start))
            if end > position:
                yield _Token("acc_descr", text[position:end], start)
            position = end + 1
        elif kind:
            yield _Token(kind, match[0], start)


def _take(journey: ParsedJourney, token: _Token, source: Traced) -> None:
    if token.kind == "title":
        journey.title = readable(token.text[6:])
    elif token.kind == "section":
        journey.sections.append(readable(token.text[8:]))
        journey.section_lines.append(source.line(token.position))
    elif token.kind == "acc_title":
        journey.acc_title = readable(token.text.strip())
    else:
        journey.acc_description = re.sub(r"\n\s+", "\n", readable(token.text.strip()))


def _take_task(journey: ParsedJourney, name: _Token, data: _Token, source: Traced) -> None:
    if data.kind != "data":
        raise _fault(source, name)
    written = data.text[1:].split(":")
    people = tuple(readable(p.strip()) for p in written[1].split(",")) if len(written) > 1 else ()
    pieces = tuple(readable(piece) for piece in written)
    section = len(journey.sections) - 1 if journey.sections else None
    line = source.line(name.position)
    journey.tasks.append(Task(readable(name.text), js_number(pieces[0]), people, section, line, pieces))


def _fault(source: Traced, token: _Token) -> NotAJourney:
    near = readable(token.text).strip().split("\n", 1)[0]
    return NotAJourney(source.line(token.position), near[:60])
