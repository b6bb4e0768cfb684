"""Which encoding a text file is in: found out, said with how sure we are, and open to correction."""

from __future__ import annotations

import codecs
import io
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice

from cxstudio.errors import UserError
from cxstudio.wording.texts import N_

ENCODINGS = (
    "utf-8",
    "utf-16",
    "cp1252",
    "mac_roman",
    "cp850",
    "cp1250",
    "cp1251",
    "cp949",
    "cp932",
    "gb18030",
    "big5",
    "iso8859_15",
)
"""What a person can choose from, likeliest first."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp949", "cp932", "gb18030", "big5", "cp1251", "cp1252", "mac_roman", "cp850", "cp1250")
_SAMPLE = 24_000
_LOOKED_AT = 1_000
"""So many characters beyond ASCII settle the question."""
_SURE_ENOUGH = 0.6
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON_LATIN = frozenset("äöüÄÖÜßéèêàçñóáíúåøÅØÉ„“”‚‘’–—…€°§«»•")
_UNLIKELY_LATIN = frozenset("ÃÂ¤¦¨¬¯±¶¸¹º¼¾ªŠŽšžŸƒˆ˜†‡‰‹›¿¡¢£¥")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and how sure that is (0 to 1)."""

    text: str
    encoding: str
    confidence: float


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text of a file. Raises UserError where it is no text or not in the encoding asked for."""
    if encoding:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, name), name, 1.0)
    wide = _unmarked_utf16(data)
    if wide:
        return Decoded(_strict(data, wide), wide, 0.9)
    head = data[:_SAMPLE]
    if len(_BINARY.findall(head)) > len(head) / 200:
        raise _no_text()
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 1.0)
    except UnicodeDecodeError:
        return _guess(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        if name in {"utf-8", "utf_8"}:
            name = "utf-8-sig"
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError) as error:
        raise UserError(
            N_("The file cannot be read as {encoding}."),
            N_("Nothing was imported."),
            N_("Choose another encoding."),
            encoding=encoding,
        ) from error
    if not isinstance(text, str):  # codecs that do not give text, such as hex
        raise _no_text()
    return Decoded(text, encoding, 1.0)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise _no_text() from error


def _unmarked_utf16(data: bytes) -> str:
    """Name of the UTF-16 flavour when every other byte of plain letters is zero, else empty."""
    head = data[: 4_000 - len(data) % 2]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most, few = len(head) * 0.2, len(head) * 0.01
    if odd > most and even <= few:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd <= few else ""


def _guess(data: bytes) -> Decoded:
    sample = _foreign_lines(data)
    scored = sorted(((_likeness(sample, name), -i, name) for i, name in enumerate(_CANDIDATES)), reverse=True)
    best, _, name = scored[0]
    if best < _SURE_ENOUGH:
        name, best = _second_opinion(sample) or (name, best)
    for likeness, candidate in [(best, name), *((s, n) for s, _, n in scored)]:
        if likeness > 0:
            try:
                return Decoded(data.decode(candidate), candidate, round(min(likeness, 0.99), 2))
            except UnicodeError:
                continue
    raise _no_text()


def _second_opinion(sample: bytes) -> tuple[str, float] | None:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, explain=False).best()
    return (found.encoding, max(0.3, 1 - found.chaos - 0.2)) if found else None


def _foreign_lines(data: bytes) -> bytes:
    """Lines with anything beyond ASCII, about one sample's worth; whole lines, so no character is cut in two."""
    gathered, size = [], 0
    for line in io.BytesIO(data):
        if not line.isascii():
            gathered.append(line[:_SAMPLE])
            size += len(line)
            if size > _SAMPLE:
                break
    return b"".join(gathered)


def _likeness(sample: bytes, encoding: str) -> float:
    """How much the sample reads like somebody's language in this encoding: 0 not at all, 1 fully."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)  # a long line may end within a character
    except UnicodeError:
        return 0.0
    spots = ((text[i - 1 : i], c, text[i + 1 : i + 2]) for i, c in enumerate(text) if ord(c) > 127)
    foreign = list(islice(spots, _LOOKED_AT))
    if not foreign:
        return 0.0
    return max(0.0, sum(_plausible(*spot) for spot in foreign) / len(foreign))


def _plausible(before: str, char: str, after: str) -> float:
    """1 for a character at home where it stands, 0 for an odd one, below for nonsense."""
    script = _script(char)
    if script == "latin":
        if char in _UNLIKELY_LATIN:
            return -0.5
        inside = before.isalpha() and before.islower() and char.isupper()
        alone = not before.isalpha() and not after.isalpha()
        return (1.0 if char in _COMMON_LATIN else 0.5) - (0.6 if inside or alone else 0.0)
    if script == "mark":
        return 0.95 if char in _COMMON_LATIN and not (before.isalpha() and after.isalpha()) else 0.2
    if script == "odd":
        return -1.0
    neighbours = {_script(c) for c in (before, after) if c and c.isalpha()}
    strange = neighbours - {script, "kana", "han"} if script in {"kana", "han"} else neighbours - {script}
    return 0.1 if strange else _SCRIPT_WEIGHT[script]


_SCRIPT_WEIGHT = {"hangul": 1.0, "kana": 1.0, "cyrillic": 0.9, "han": 0.8, "wide": 0.7, "ascii": 1.0, "other": 0.1}


@cache
def _script(char: str) -> str:
    code = ord(char)
    if code < 128:
        return "ascii"
    for name, first, last in _BLOCKS:
        if first <= code <= last:
            return name
    if not char.isalpha():
        return "mark" if unicodedata.category(char)[0] in "PSZN" and not 0x2500 <= code < 0x25A0 else "odd"
    return "other"


_BLOCKS = (
    ("latin", 0xA1, 0x24F),
    ("cyrillic", 0x410, 0x44F),
    ("odd", 0x80, 0x9F),
    ("wide", 0x3000, 0x303F),
    ("kana", 0x3040, 0x30FF),
    ("han", 0x4E00, 0x9FFF),
    ("hangul", 0xAC00, 0xD7A3),
    ("wide", 0xFF01, 0xFF5E),
    ("kana", 0xFF66, 0xFF9F),
    ("odd", 0xE000, 0xF8FF),
)


def _no_text() -> UserError:
    return UserError(
        N_("This is not a text file: its encoding was not recognised."),
        N_("Nothing was imported."),
        N_("Choose the encoding yourself, or save the table as CSV (UTF-8) or XLSX."),
    )
