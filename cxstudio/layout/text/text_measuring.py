"""Measures and wraps text by the advances of the font files, kerning and ligatures off.

reportlab then agrees exactly and Qt to 0.2 %. Scripts that join or stack their letters are shaped instead.
"""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Detail, Meaning, Run, TextLine
from cxstudio.layout.text import bidirectional as bidi
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.layout.text.hyphenation import SOFT, best_break, break_points
from cxstudio.layout.text.line_breaking import Word, words_of
from cxstudio.look.fonts import INVISIBLE, PLACEHOLDER, REGULAR, FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.plain_text import LEFT_OUT, LOOSE

ELLIPSIS = "…"
UNBOUNDED = 10_000
"""Most lines a text may take where its place sets no bound."""
_LOOK_AHEAD = 40
"""Characters beyond a line's end that may say where a word is broken."""
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


class Line(NamedTuple):
    """A measured line: its runs from left to right, and how wide they are together."""

    runs: tuple[Run, ...]
    width: float
    rtl: bool = False
    broken: bool = False
    """Ends within a word, in a hyphen the text does not have."""


def width(fonts: FontBook, text: str, face: str, size: float) -> float:
    """How wide a text is on one line."""
    advances = fonts.advances(face)
    try:
        return sum(map(advances.__getitem__, map(ord, text))) * size / 1000
    except KeyError:
        return line(fonts, text, face, size).width


@cached(20_000)
def line(fonts: FontBook, text: str, face: str, size: float) -> Line:
    """A text on one line, split into runs by which font has its characters."""
    advances = fonts.advances(face)
    if advances.keys() >= set(map(ord, text)) and not shaping.needed(text):
        wide = sum(advances[ord(c)] for c in text) * size / 1000
        return Line((Run(face, text, 0.0, wide),) if text else (), wide)
    runs: list[Run] = []
    x = 0.0
    for stretch in bidi.stretches(_clean(text)):
        pieces = _by_font(fonts, stretch.text, face)
        for font, piece in reversed(pieces) if stretch.rtl else pieces:
            shown = bidi.mirrored(piece) if stretch.rtl and not bidi.has_rtl(piece) else piece
            wide = _run_width(fonts, font, shown) * size / 1000
            runs.append(Run(font, shown, x, wide))
            x += wide
    return Line(tuple(runs), x, bidi.reads_rtl(text))


@cached(20_000)
def wrap(
    fonts: FontBook, text: str, face: str, size: float, wide: float, most: int = UNBOUNDED, words: bool = False
) -> tuple[Line, ...]:
    """A text over lines of at most `wide` points; beyond `most` lines it ends in an ellipsis.

    With `words` it ends between two words, and in the sign for words that were left out.
    """
    if most < UNBOUNDED:
        text = text[: 200 + 300 * most]
    ends = _Broken(fonts, face, size, wide, most + 1).lines(text)
    if len(ends) > most:
        rest = ends[most - 1].joined + ends[most].shown
        last = _between_words(fonts, ends[most - 1], face, size, wide) if words else ""
        ends = [*ends[: most - 1], _End(last or _shortened(fonts, rest, face, size, wide), "")]
    laid = ((line(fonts, end.shown, face, size), end.broken) for end in ends)
    return tuple(made._replace(broken=True) if broken else made for made, broken in laid)


def fitted(fonts: FontBook, text: str, face: str, size: float, wide: float, words: bool = False) -> Line:
    """A text on one line, shortened where it is too long: with an ellipsis, with `words` between two words."""
    flat = " ".join(text[:2000].split())
    if width(fonts, flat, face, size) <= wide:
        return line(fonts, flat, face, size)
    if words:
        return next(iter(wrap(fonts, flat, face, size, wide, 1, words)), line(fonts, "", face, size))
    return line(fonts, _shortened(fonts, flat, face, size, wide), face, size)


def block(
    fonts: FontBook,
    text: str,
    style: Type,
    x: float,
    y: float,
    wide: float,
    role: Role,
    most: int = UNBOUNDED,
    align: float = 0.0,
    detail: Detail = Detail.ALL,
    meaning: Meaning = Meaning.TEXT,
    words: bool = False,
) -> tuple[TextLine, ...]:
    """A wrapped text with its top at y; `align` is 0 for left, 0.5 for centred, 1 for right."""
    made = []
    for i, laid in enumerate(wrap(fonts, text, style.face, style.size, wide, most, words)):
        share = 1.0 - align if laid.rtl else align
        left = x + (wide - laid.width) * share
        made.append(
            TextLine(
                left,
                y + i * style.leading + style.rise,
                style.size,
                role,
                laid.runs,
                laid.width,
                detail,
                meaning,
                broken=laid.broken,
            )
        )
    return tuple(made)


def single(
    fonts: FontBook,
    text: str,
    style: Type,
    x: float,
    baseline: float,
    role: Role,
    wide: float | None = None,
    align: float = 0.0,
    meaning: Meaning = Meaning.TEXT,
    words: bool = False,
) -> TextLine:
    """One line; x is its left end, middle or right end (`align`), shortened to `wide` where that is given."""
    face, size = style.face, style.size
    laid = line(fonts, text, face, size) if wide is None else fitted(fonts, text, face, size, wide, words)
    return TextLine(x - laid.width * align, baseline, style.size, role, laid.runs, laid.width, meaning=meaning)


def _clean(text: str) -> str:
    return "".join(
        PLACEHOLDER if "\ud800" <= c <= "\udfff" else " " if c in "\n\t\r" else c
        for c in text
        if c >= " " or c in "\n\t\r"
    )


def _by_font(fonts: FontBook, text: str, face: str) -> list[tuple[str, str]]:
    """Stretches of one font each, in reading order; what no font has is a placeholder."""
    pieces: list[tuple[str, str]] = []
    joined = rtl = False
    for character in text:
        last = pieces[-1] if pieces else None
        if character in INVISIBLE or ord(character) in _SKIN_TONES:
            joined = character == _JOINER and last is not None and last[1].endswith(PLACEHOLDER)
            keep = last is not None and character in "\u200c\u200d" and shaping.needed(last[1][-1])
            if not keep or last is None:
                continue
        shown = character
        font: str | None
        if last is not None and (_goes_along(character, last[1], rtl) and ord(character) in fonts.advances(last[0])):
            font = last[0]
        else:
            font = fonts.face_for(character, face)
        if font is None:
            if joined:
                joined = False
                continue
            font, shown = (face if ord(PLACEHOLDER) in fonts.advances(face) else REGULAR), PLACEHOLDER
        joined = False
        if last is not None and last[0] == font:
            pieces[-1] = (font, last[1] + shown)
            rtl = rtl or bidi.has_rtl(shown)
        else:
            pieces.append((font, shown))
            rtl = bidi.has_rtl(shown)
    return pieces


def _goes_along(character: str, before: str, rtl: bool) -> bool:
    """Whether a character stays in the font of what stands before it: spaces and marks.

    `rtl` says whether there is anything right-to-left in what stands before it.
    """
    return (
        character in " \u00a0\u200c\u200d"
        or (shaping.needed(character) and shaping.needed(before[-1]))
        or (rtl and not character.isalnum())
    )


def _run_width(fonts: FontBook, font: str, text: str) -> float:
    if shaping.needed(text):
        return shaping.width(fonts.face(font), text)
    advances = fonts.advances(font)
    return sum(advances.get(ord(c), 0.0) for c in text)


class _End(NamedTuple):
    """A line as it is shown, and as it would go on in the next one."""

    shown: str
    joined: str
    broken: bool = False


class _Broken:
    """Breaks one text into lines, at most `most` of them."""

    def __init__(self, fonts: FontBook, face: str, size: float, wide: float, most: int) -> None:
        self._fonts, self._face, self._size, self._wide, self._most = fonts, face, size, wide, most
        self._ends: list[_End] = []
        self._space = 0.0
        self._sums = False
        """Whether the words' widths and those of the spaces add up to the line's."""

    def lines(self, text: str) -> list[_End]:
        """The lines of a text; paragraphs begin new ones."""
        advances = self._fonts.advances(self._face)
        self._sums = advances.keys() >= set(map(ord, text)) - {0xAD, 10} and not shaping.needed(text)
        self._space = self._width(" ")
        for paragraph in text.split("\n"):
            self._paragraph(words_of(paragraph))
            if len(self._ends) >= self._most:
                break
        while self._ends and not self._ends[-1].shown:
            self._ends.pop()
        return self._ends[: self._most]

    def _width(self, text: str) -> float:
        return width(self._fonts, _plain(text), self._face, self._size)

    def _paragraph(self, words: list[Word]) -> None:
        if not words and self._ends:
            self._ends.append(_End("", ""))
        current = ""
        used = 0.0
        for word in words:
            between = "" if word.glued or not current else " "
            tried = current + between + word.text
            wide = (
                used + (self._space if between else 0.0) + self._width(word.text) if self._sums else self._width(tried)
            )
            if wide <= self._wide:
                current, used = tried, wide
                continue
            if current:
                self._add(current, "" if word.glued else " ")
            current = self._placed(word.text)
            used = self._width(current)
            if len(self._ends) >= self._most:
                return
        if current:
            self._add(current, " ")

    def _add(self, text: str, join: str) -> None:
        plain = _plain(text)
        self._ends.append(_End(plain, plain + join))

    def _placed(self, word: str) -> str:
        """A word at the start of a line, broken over as many lines as it needs; returns what stands on the last one."""
        rest = word
        while self._width(rest) > self._wide and len(self._ends) < self._most:
            head, hyphen, rest = self._split(rest)
            self._ends.append(_End(_plain(head) + hyphen, _plain(head), broken=bool(hyphen)))
        return rest

    def _split(self, word: str) -> tuple[str, str, str]:
        """What of a word fits, the hyphen it ends in, and the rest."""
        fits = _fitting(self._fonts, word, self._face, self._size, self._wide)
        hyphen = self._width("-")
        points = [p for p in break_points(word[: fits + _LOOK_AHEAD]) if p.at <= fits]
        fitting = [p for p in points if self._width(word[: p.at]) + hyphen <= self._wide]
        if fitting:
            whole = [p for p in fitting if self._width(word[p.at :]) <= self._wide]
            point = best_break(word, fitting, whole).at
            return word[:point], "-", word[point:].lstrip(SOFT)
        at = fits
        while at > 1 and shaping.is_mark(word[at]):
            at -= 1
        return word[:at], "", word[at:]


def _fitting(fonts: FontBook, word: str, face: str, size: float, wide: float) -> int:
    """How many characters of a word fit; at least one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if width(fonts, _plain(word[:middle]), face, size) <= wide:
            low = middle
        else:
            high = middle - 1
    return low


def _shortened(fonts: FontBook, text: str, face: str, size: float, wide: float) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(fonts, _plain(text[:middle]).rstrip() + ELLIPSIS, face, size) <= wide:
            low = middle
        else:
            high = middle - 1
    while low > 1 and low < len(text) and shaping.is_mark(text[low]):
        low -= 1
    return _plain(text[:low]).rstrip(" ,;:-–") + ELLIPSIS


def _between_words(fonts: FontBook, last: _End, face: str, size: float, wide: float) -> str:
    """A line without its last words and with the sign for them; of a line of one word, what its joints allow."""

    def fits(said: str) -> bool:
        return width(fonts, said, face, size) <= wide

    words = last.shown.split(" ")[: -1 if last.broken else None]
    while words and not fits(f"{' '.join(words).rstrip(LOOSE)} {LEFT_OUT}"):
        words.pop()
    if words:
        return f"{' '.join(words).rstrip(LOOSE)} {LEFT_OUT}"
    word = last.joined.strip()
    heads = (f"{word[: point.at]}- {LEFT_OUT}" for point in sorted(break_points(word), key=lambda p: -p.at))
    return next(filter(fits, heads), LEFT_OUT)


def _plain(text: str) -> str:
    return text.replace(SOFT, "") if SOFT in text else text
