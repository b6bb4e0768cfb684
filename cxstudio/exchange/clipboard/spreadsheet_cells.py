"""The cells a spreadsheet puts on the clipboard, each as somebody wrote it: with its line breaks, without added quotes.

Excel, LibreOffice and Google Sheets part cells by tabs and rows by line ends. Only a cell with a line break or a tab in
it stands in quotation marks, its own ones doubled; any other cell stands as it is, even where it begins with one. Where
that is not plain, their HTML says it exactly.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from typing import Final

LONGEST_HTML: Final = 4_000_000
"""Characters of HTML that are read; Excel writes a few hundred for each cell."""
_QUOTED: Final = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*+")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_TOLD: Final = re.compile(r'[\t\r\n]|""')
"""What makes a cell be written in quotation marks."""
_SPREADSHEET: Final = re.compile(r"office:excel|google-sheets-html-origin|content=\"(?:LibreOffice|OpenOffice)", re.I)
_MOST_SPANNED: Final = 2_000


def cells(text: str) -> list[list[str]]:
    """The rows of a text parted by tabs; the line end behind the last row begins no other one."""
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        if quoted is not None and (not quoted[1] or _TOLD.search(quoted[1])):
            rows[-1].append(_LINE_END.sub("\n", quoted[1].replace('""', '"')))
            at = quoted.end()
        else:
            plain = _PLAIN.match(text, at)
            assert plain is not None
            rows[-1].append(plain[0])
            at = plain.end()
        end = _LINE_END.match(text, at)
        if end is not None:
            at = end.end()
            rows.append([])
        elif at < len(text):
            at += 1
            continue
        if at >= len(text):
            return rows if rows[-1] else rows[:-1]


def as_lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows as text parted by tabs, so that `cells` gives back each cell."""
    buffer = io.StringIO()
    csv.writer(buffer, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def lines_of(text: str, html: str) -> str:
    """What a clipboard holds as text, so that `cells` gives back each cell. `html` is "" where there is none."""
    copied = copied_cells(text, html) if '"' in text else []
    return as_lines(copied) if copied else text


def copied_cells(text: str, html: str) -> list[list[str]]:
    """The rows of a clipboard, where a spreadsheet has filled it; else none."""
    if len(html) > LONGEST_HTML or not _SPREADSHEET.search(html):
        return []
    if '"' not in text:
        return cells(text)
    reader = _Html()
    reader.feed(html)
    reader.close()
    return reader.rows or cells(text)


def words_of(text: str, html: str) -> str:
    """What a clipboard says in running text: a cell of a spreadsheet as somebody wrote it, any other text as it is."""
    return "\n".join("\t".join(row) for row in copied_cells(text, html)) or text


class _Html(HTMLParser):
    """Reads the first table; a cell that reaches over several stands in the first of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._parts: list[str] | None = None
        """The cell being read."""
        self._wide = 0
        self._over: dict[int, int] = {}
        """Column → how many more rows a cell above reaches over."""
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._ended:
            return
        if tag == "tr":
            self._close()
            self.rows.append([])
            self._covered()
        elif tag in ("td", "th") and self.rows:
            self._close()
            known = dict(attrs)
            self._parts, self._wide = [], _span(known.get("colspan"))
            for column in range(len(self.rows[-1]), len(self.rows[-1]) + self._wide):
                self._over[column] = _span(known.get("rowspan")) - 1
        elif tag in ("br", "p", "div") and self._parts is not None:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._close()
        elif tag == "table":
            self._close()
            self._ended = bool(self.rows)

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _close(self) -> None:
        if self._parts is not None:
            lines = "".join(self._parts).replace("\N{NO-BREAK SPACE}", " ").split("\n")
            self.rows[-1] += ["\n".join(line.strip() for line in lines).strip(), *[""] * (self._wide - 1)]
            self._parts = None
            self._covered()

    def _covered(self) -> None:
        """Pass over the columns a cell above reaches into."""
        row = self.rows[-1]
        while self._over.get(len(row), 0) > 0:
            self._over[len(row)] -= 1
            row.append("")


def _span(said: str | None) -> int:
    return min(int(said), _MOST_SPANNED) if said and said.isdecimal() and said.isascii() and int(said) else 1
