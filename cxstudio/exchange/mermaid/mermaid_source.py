"""A Mermaid text made ready for its grammar, as Mermaid 11 does it, without losing track of line numbers.

Every character keeps the number of the line it came from, so that whatever is cut away (front matter, directives,
comments) a warning can still name the line a person sees in the file.
"""

from __future__ import annotations

import re
import textwrap
from array import array
from collections.abc import Callable
from dataclasses import dataclass

SPACE = "[ \\t\\n\\r\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
"""What JavaScript takes for white space."""

_LEADING = re.compile(f"{SPACE}*")
_LINE_END = re.compile(SPACE.replace("\\n", "") + "*\n")
_DIRECTIVE = re.compile(
    rf"%{{2}}\{{{SPACE}*(?:(\w+){SPACE}*:|(\w+)){SPACE}*(?:(\w+)|((?:[^}}]|\}}(?!%{{2}}))*+))?{SPACE}*(?:\}}%{{2}})?",
    re.IGNORECASE | re.ASCII,
)
_COMMENT_LINE = re.compile(rf"{SPACE}*%%(?!\{{)[^\n]+")
_TAG = re.compile(r"<(\w+)([^>]*)>", re.ASCII)
_QUOTED = re.compile(r'="([^"]*)"')
_ENTITY = re.compile(r"#(\w+);", re.ASCII)
_MARK_OPEN, _MARK_CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{_MARK_OPEN}([^{_MARK_CLOSE}]*){_MARK_CLOSE}")


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each character, the number of the line it stood in."""

    text: str
    lines: array[int]

    def line(self, position: int) -> int:
        """Line number of a character, from 1."""
        if not self.lines:
            return 1
        return self.lines[min(position, len(self.lines) - 1)]

    def cut(self, start: int, stop: int | None = None) -> Traced:
        """A part of it."""
        return Traced(self.text[start:stop], self.lines[start:stop])

    def substituted(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> Traced:
        """The text with every match replaced; what comes in stands in the line the match begins in."""
        pieces: list[str] = []
        lines: array[int] = array("l")
        last = 0
        for match in pattern.finditer(self.text):
            if match.end() == match.start():
                continue
            new = replacement(match)
            pieces += (self.text[last : match.start()], new)
            lines += self.lines[last : match.start()]
            lines += array("l", [self.lines[match.start()]]) * len(new)
            last = match.end()
        if not last:
            return self
        pieces.append(self.text[last:])
        lines += self.lines[last:]
        return Traced("".join(pieces), lines)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the grammar gets, and the title the front matter gives."""

    body: Traced
    title: str
    front_matter_fault: int = 0
    """Line in the front matter that is no YAML; 0 for none."""


def prepare(text: str) -> Prepared:
    """The text as Mermaid hands it to its grammar, once common indentation is removed."""
    source = _traced(textwrap.dedent(text.replace("\r\n", "\n").replace("\r", "\n")))
    source = _single_quoted_tags(_without_leading_space(source))
    title, fault = "", 0
    block = _front_matter(source.text)
    if block is not None:
        title, fault = _front_matter_title(source.text[slice(*block)], source.line(block[0]))
        source = source.cut(block[1] + len("\n---"))
    source = source.substituted(_DIRECTIVE, lambda _: "")
    source = _without_comment_lines(source)
    return Prepared(_without_leading_space(source), title, fault)


def with_entities_marked(source: Traced) -> Traced:
    """Entity codes (#quot; #35;) as marks the grammar passes through, and the final line break Mermaid adds."""
    for keyword in ("style", "classDef"):
        source = _without_closing_semicolons(source, keyword)
    source = source.substituted(_ENTITY, lambda m: f"{_MARK_OPEN}{m[1]}{_MARK_CLOSE}")
    last = source.lines[-1] if source.lines else 1
    return Traced(source.text + "\n", source.lines + array("l", [last]))


def readable(text: str) -> str:
    """Marks turned back into the characters the entity codes stand for."""
    return _MARKED.sub(lambda m: _entity(m[1]), text)


def _entity(code: str) -> str:
    from html import unescape

    if code.isascii() and code.isdecimal():
        number = int(code) if len(code) < 8 else 0
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else f"#{code};"
    written = f"&{code};"
    character = unescape(written)
    return f"#{code};" if character == written else character


def _traced(text: str) -> Traced:
    lines: array[int] = array("l")
    for number, line in enumerate(text.split("\n"), 1):
        lines += array("l", [number]) * (len(line) + 1)
    return Traced(text, lines[: len(text)])


def _without_leading_space(source: Traced) -> Traced:
    stripped = _LEADING.match(source.text)
    return source.cut(stripped.end() if stripped else 0)


def _single_quoted_tags(source: Traced) -> Traced:
    end = source.text.rfind(">") + 1
    if not end or '="' not in source.text:
        return source
    head = _TAG.sub(lambda m: "<" + m[1] + _QUOTED.sub(r"='\1'", m[2]) + ">", source.text[:end])
    return Traced(head + source.text[end:], source.lines)


def _without_comment_lines(source: Traced) -> Traced:
    pieces: list[str] = []
    lines: array[int] = array("l")
    position = 0
    for line in source.text.splitlines(keepends=True) if "%%" in source.text else ():
        if not _COMMENT_LINE.match(line):
            pieces.append(line)
            lines += source.lines[position : position + len(line)]
        position += len(line)
    return Traced("".join(pieces), lines) if position else source


def _without_closing_semicolons(source: Traced, keyword: str) -> Traced:
    """Lines that look like a style with a colour lose their last semicolon, as Mermaid makes them."""
    if keyword not in source.text:
        return source
    pieces: list[str] = []
    lines: array[int] = array("l")
    position = 0
    for line in source.text.split("\n"):
        start, last = line.find(keyword), line.rfind(";")
        chunks = line[start + len(keyword) : last].split() if 0 <= start < last else ()
        whole = position + len(line) + 1
        if any(0 <= chunk.find(":") < chunk.rfind("#") for chunk in chunks):
            pieces.append(line[:last] + line[last + 1 :])
            lines += source.lines[position : position + last] + source.lines[position + last + 1 : whole]
        else:
            pieces.append(line)
            lines += source.lines[position:whole]
        position = whole
    return Traced("\n".join(pieces), lines)


def _front_matter(text: str) -> tuple[int, int] | None:
    """Where the block between a first line of three dashes and the next one begins and ends."""
    opening = _LINE_END.match(text, 3) if text.startswith("---") else None
    if opening is None:
        return None
    closing = text.find("\n---", opening.end())
    while closing >= 0 and not _LINE_END.match(text, closing + 4):
        closing = text.find("\n---", closing + 1)
    return (opening.end(), closing) if closing >= 0 else None


def _front_matter_title(block: str, first: int) -> tuple[str, int]:
    """The title in a block of front matter, and the line of a plain fault in it; `first` is its first line's number."""
    title = ""
    for number, line in enumerate(block.split("\n"), first):
        if not line.strip() or line.lstrip().startswith("#") or line[0] in " \t-":
            continue
        key, colon, value = line.partition(":")
        if not colon or (value and value[0] not in " \t"):
            return title, number
        value = value.strip()
        if key.strip().strip("\"'") == "title":
            if value[:1] not in {'"', "'"} and ": " in value:
                return title, number
            title = _scalar(value)
    return title, 0


def _scalar(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    return "" if value in {"null", "~", "|", ">"} else re.split(r"\s#", value)[0].strip()
