"""What spreadsheets put on the clipboard comes back cell by cell, whichever of them wrote it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.clipboard.list_paste import read_pasted
from cxstudio.exchange.clipboard.spreadsheet_cells import as_lines, cells, copied_cells, lines_of, words_of
from cxstudio.model import Touchpoint

WORDS = st.text(alphabet="ab\"' ;,ä\n\t", max_size=8)
TABLES = st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(WORDS, min_size=wide, max_size=wide), min_size=1))
"""Rows as long as one another."""
EXCEL = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>{}</table></body></html>'
SHEETS = "<google-sheets-html-origin><table xmlns=http://www.w3.org/1999/xhtml><tbody>{}</tbody></table>"
LIBRE = '<head><meta name="generator" content="LibreOffice 24.8 (Linux)"/></head><table>{}</table>'


def excel_text(table: list[list[str]]) -> str:
    """As Excel writes it: only what has a line break or a tab in it stands in quotation marks."""

    def cell(words: str) -> str:
        return '"' + words.replace('"', '""') + '"' if "\n" in words or "\t" in words else words

    return "".join("\t".join(map(cell, row)) + "\r\n" for row in table)


def html_of(table: list[list[str]], frame: str) -> str:
    def cell(words: str) -> str:
        return escape(words).replace("\n", "<br>\r\n  ").replace("  ", "&nbsp;&nbsp;")

    return frame.format(
        "".join("<tr>" + "".join(f"<td class=x>{cell(w)}</td>" for w in row) + "</tr>" for row in table)
    )


@given(TABLES)
def test_a_table_as_excel_writes_it_comes_back_cell_by_cell(table: list[list[str]]) -> None:
    if not any(words.startswith('"') for row in table for words in row if "\n" not in words and "\t" not in words):
        assert cells(excel_text(table)) == table, "where the text says it plainly"
    assert cells(as_lines(table)) == table, "and as this program writes it"


@given(TABLES, st.sampled_from([EXCEL, SHEETS, LIBRE]))
def test_where_the_text_is_not_plain_the_html_is(table: list[list[str]], frame: str) -> None:
    plain = [[words.replace("\t", " ") for words in row] for row in table]
    found = cells(lines_of(excel_text(plain), html_of(plain, frame)))
    bare = [["\n".join(" ".join(line.split()) for line in words.strip().split("\n")).strip() for words in row]
            for row in plain]  # fmt: skip
    assert [["\n".join(" ".join(line.split()) for line in w.strip().split("\n")) for w in r] for r in found] == bare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"a\nb"\r\nc\r\n', [["a\nb"], ["c"]]),
        ('"say ""hi""\nto all"\tx\r\n', [['say "hi"\nto all', "x"]]),
        ('"Brief" kommt\n5" pipe\n', [['"Brief" kommt'], ['5" pipe']]),
        ('"one\ntwo\n', [['"one'], ["two"]]),
        ("a\t\r\n\r\nb\t", [["a", ""], [""], ["b", ""]]),
        ('"a\r\nb"\tc', [["a\nb", "c"]]),
    ],
)
def test_quotation_marks_are_read_as_they_are_meant(text: str, found: list[list[str]]) -> None:
    assert cells(text) == found


def test_merged_cells_and_paragraphs_of_the_html_keep_their_columns() -> None:
    rows = (
        "<tr><td colspan=2>a&amp;\r\n   b</td><td rowspan=2>c</td></tr><tr><td>d</td><td><p>e</p><p>f</p></td></tr>"
        "<tr><td>g</td><td></td><td>h</td></tr>"
    )
    assert copied_cells('"', EXCEL.format(rows)) == [["a& b", "", "c"], ["d", "e\nf", ""], ["g", "", "h"]]
    assert copied_cells("a\tb", "<table><tr><td>x</td></tr></table>") == [], "any other page is no spreadsheet"


def test_one_cell_pasted_into_a_text_has_no_quotation_marks_but_a_quotation_keeps_them() -> None:
    cell = '"first\nsecond"\r\n'
    assert words_of(cell, html_of([["first\nsecond"]], EXCEL)) == "first\nsecond"
    assert words_of(cell, "") == cell and words_of(cell, "<p>…</p>") == cell


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_clipboard_is_read(text: str, html: str) -> None:
    assert all(isinstance(c, str) for row in cells(text) for c in row)
    copied_cells('"', EXCEL.format(html))


def test_a_column_with_line_breaks_is_a_card_for_each_cell() -> None:
    text = excel_text([["Anruf bei der\nHotline"], ['Brief "mit\nRechnung"'], ["Besuch"]])
    pasted = read_pasted(text, "de")
    names = [r.name for r in pasted.plan.records if isinstance(r, Touchpoint)]
    assert names == ["Anruf bei der Hotline", 'Brief "mit Rechnung"', "Besuch"] and pasted.plain
