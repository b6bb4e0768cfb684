"""Texts from strangers on their way out of the program: to spreadsheets, XML, the terminal and names of files.

Each place reads something else as an order: a formula, an escape sequence, a device's name. What Qt would read so is
`ui.theme.plain_texts`' affair.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CELL_LIMIT: Final = 32_767
"""Characters a workbook's cell holds."""
NAME_BYTES: Final = 200
"""Bytes of a proposed file name with its ending: disks take 255, and something is put beside or behind it."""

LEFT_OUT: Final = "[…]"
"""Stands for words there was no room for; a page on which it stands says where the text is complete."""
LOOSE: Final = " ,;:-–·("
"""What does not end a shortened text."""

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of what follows them: "exe.pdf" could read "fdp.exe"."""
_BLANKS: Final = re.compile(r"[^\S\u00a0\u202f]+")
_NOT_IN_A_TERMINAL: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNING}\u2028\u2029]")
_NOT_IN_A_NAME: Final = re.compile(
    f'[\x00-\x1f\x7f-\x9f:?*"<>|/\\\\{_TURNING}\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff\ud800-\udfff]+'
)
_IN_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?")
"""Names Windows keeps for itself, whatever their ending."""


def on_one_line(text: str) -> str:
    """The text without breaks and double spaces; spaces that keep words together stay."""
    return " ".join(part for part in _BLANKS.split(text) if part)


def xml_text(text: str) -> str:
    """The text without the characters XML forbids."""
    return _NOT_IN_XML.sub("", text)


def markdown_text(text: str) -> str:
    """Text in which nothing means anything in Markdown; lines stay apart, also within the cell of a table."""
    return "<br>".join(_IN_MARKDOWN.sub(r"\\\1", line.strip()) for line in xml_text(text).splitlines())


def plain_cell(text: str) -> str:
    """The text without characters a table cannot hold, lines ending in one, cut with an ellipsis at a cell's limit."""
    text = xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet could read the text as a formula or a command, leading blanks aside."""
    return text.startswith(_STARTS_FORMULA) or text.lstrip(" \N{NO-BREAK SPACE}").startswith(_STARTS_FORMULA)


def safe_cell(text: str) -> str:
    """The text for a CSV cell, with an apostrophe ahead where it could be read as a formula."""
    text = plain_cell(text)
    return "'" + text if may_be_formula(text) else text


def terminal_text(text: str) -> str:
    """The text without what a terminal obeys or what turns its direction; tabs and line ends stay."""
    return _NOT_IN_A_TERMINAL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def terminal_json(text: str) -> str:
    """The same JSON with everything escaped that a terminal obeys."""
    return _NOT_IN_A_TERMINAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def file_name(title: str, ending: str) -> str:
    """A file name made of a title that every disk takes and that reads as what it is."""
    stem = _NOT_IN_A_NAME.sub("-", unicodedata.normalize("NFC", title)).strip(" .-")
    room = NAME_BYTES - len(ending.encode())
    stem = stem.encode("utf-8", "ignore")[:room].decode("utf-8", "ignore").rstrip(" .-")
    if _DEVICE.fullmatch(stem):
        stem = f"_{stem}"
    return (stem or "CX Studio") + ending


def first_words(text: str, most: int) -> str:
    """A text of at most `most` characters, shortened between two words and with the sign for those left out.

    Only a first word that is too long by itself is cut.
    """
    if len(text) <= most:
        return text
    room = most - len(LEFT_OUT) - 1
    head = text[: room + 1].rpartition(" ")[0] or text[:room]
    return f"{head.rstrip(LOOSE)} {LEFT_OUT}"
