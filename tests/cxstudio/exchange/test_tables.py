"""Other people's tables: every encoding and delimiter found or told, never an error a person cannot read."""

import io
import os
import zipfile
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import READERS, read
from cxstudio.exchange.tables.table import Table, column_letters
from cxstudio.exchange.tables.table_reading import read_table, sniff_delimiter
from cxstudio.exchange.tables.text_encoding import decode
from cxstudio.exchange.tables.xlsx_reading import read_workbook
from cxstudio.wording import texts
from cxstudio.wording.error_sentences import sentence
from tests.examples import examples

GERMAN = "Straße;Größe;Über uns\nMüller;5;schön – „gut“\n"
KOREAN = "이름,점수\n가나다라마,5\n안녕하세요,7\n"


def table(data: bytes | str, tmp_path: Path, name: str = "t.csv", **settings_: str) -> Table:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(ImportRequest(path=path, **settings_))  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_german_in_any_encoding(encoding: str) -> None:
    found = decode(GERMAN.encode(encoding))
    assert found.text.removeprefix("\ufeff") == GERMAN
    assert 0 < found.confidence <= 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_korean(encoding: str) -> None:
    assert decode(KOREAN.encode(encoding)).text.removeprefix("\ufeff") == KOREAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Größe", "cp850"),
        ("Имя;Оценка\nпривет;5\n", "cp1251"),
        ("名前,評価\nこんにちは,5\n", "cp932"),
        ("Prénom,déjà\nça,où\n", "cp1252"),
        ("Preis in €;5\n", "cp1252"),
    ],
)
def test_other_languages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_encoding_can_be_said(tmp_path: Path) -> None:
    data = "Größe;Wert\nä;1\n".encode("cp1252")
    assert table(data, tmp_path).source.encoding == "cp1252"
    assert table(data, tmp_path, encoding="cp437").header[0] != "Größe"
    with pytest.raises(UserError, match="cannot be read as utf-8"):
        table(data, tmp_path, encoding="utf-8")
    for wrong in ("hex", "no-such-thing", "idna"):
        with pytest.raises(UserError):
            table(data, tmp_path, encoding=wrong)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["Name", "Erwartung", "Text"], ["a", "4,5", '"x;y, z"'], ["b", "3,0", "u"]]
    if delimiter == ",":
        rows = [[cell.replace(",", ".") if not cell.startswith('"') else cell for cell in row] for row in rows]
    assert sniff_delimiter("\n".join(delimiter.join(row) for row in rows)) == delimiter


def test_quotes_line_breaks_and_ragged_rows(tmp_path: Path) -> None:
    found = table('a,b,c\n1,"x\ny","z ""q"""\n2\n3,4,5,,\n\n', tmp_path)
    assert found.rows == (["1", "x\ny", 'z "q"'], ["2", "", ""], ["3", "4", "5"]) and found.first_row == 2
    assert not found.left_out


def test_rows_beyond_the_headings_are_told(tmp_path: Path) -> None:
    found = table("a,b\n" + "1,2\n" * 20 + "1,2,three\n", tmp_path)
    assert found.header == ("a", "b")
    (told,) = found.left_out
    assert told.said(texts("en")).startswith("Row 22: 1 row longer than the headings")


def test_lines_above_the_headings_are_told(tmp_path: Path) -> None:
    found = table("Survey 2026,,\n,,\nId,Website,Hotline\n1,4,5\n2,3,4\n", tmp_path)
    assert found.header == ("Id", "Website", "Hotline") and found.first_row == 4
    assert [entry.said(texts("en")) for entry in found.left_out] == ["Row 1: Survey 2026: it is above the headings"]


def test_nameless_columns_get_letters(tmp_path: Path) -> None:
    assert table("a,,c\n1,2,3\n", tmp_path).header == ("a", "B", "c")
    assert [column_letters(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def workbook(rows: list[list[object]], title: str = "Data") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Empty"  # type: ignore[union-attr]
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    import datetime

    data = workbook([["Id", "Rating", "Day"], [1, 5.0, datetime.datetime(2026, 3, 12)], [2, None, "k. A."]])
    found = table(data, tmp_path, "survey.xlsx")
    assert found.rows == (["1", "5", "2026-03-12"], ["2", "", "k. A."])
    assert (found.source.sheet, found.source.sheets) == ("Data", ("Empty", "Data"))
    with pytest.raises(UserError, match="no sheet “Nope”"):
        table(data, tmp_path, "survey.xlsx", sheet="Nope")
    with pytest.raises(UserError):
        table(data, tmp_path, "survey.xlsx", sheet="Empty")


def test_a_bomb_is_turned_away_before_it_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_000)
    with pytest.raises(UserError, match="far more than a table holds"):
        table(buffer.getvalue(), tmp_path, "bomb.xlsx")


def test_xml_bombs_are_refused(tmp_path: Path) -> None:
    data = workbook([["a", "b"], [1, 2]])
    source = zipfile.ZipFile(io.BytesIO(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content.replace(b'"Data"', b'"&a;"')
            archive.writestr(name, content)
    with pytest.raises(UserError, match="damaged"):
        table(buffer.getvalue(), tmp_path, "entity.xlsx")


def test_defusedxml_is_at_work() -> None:
    from openpyxl.xml import DEFUSEDXML, LXML

    assert DEFUSEDXML and not LXML


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda p: p.mkdir(), "is a folder"),
        (lambda p: None, "There is no file"),
        (lambda p: p.write_bytes(b""), "is empty"),
        (lambda p: p.write_bytes(b" \n\n"), "is empty"),
        (lambda p: p.write_bytes(bytes(range(256)) * 40), "is not a text"),
        (lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), "from a picture"),
        (lambda p: p.write_bytes(b"PK\x03\x04 broken"), "is damaged or not a workbook"),
        (lambda p: p.write_bytes(b",,\n,,\n"), "is empty"),
        (lambda p: p.write_bytes(b"a," * 3000 + b"\n"), "too large"),
    ],
)
def test_bad_input_is_one_clear_sentence(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "some.csv"
    make(path)  # type: ignore[operator]
    for language in ("en", "de"):
        with pytest.raises(UserError) as error:
            read(path)
        said = sentence(error.value, texts(language))
        assert said.strip() and "{" not in said and "Traceback" not in said
        if language == "en":
            assert words in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(UserError, match="permission"):
        read(path)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(UserError, match="too large: 300 MB"):
        read(path)


printable = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(max_examples=examples(60))
@given(st.binary(max_size=400) | printable.map(str.encode) | printable.map(lambda t: t.encode("utf-16")))
def test_whatever_the_bytes_a_person_can_read_the_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "fuzz"
    folder.mkdir(exist_ok=True)
    for suffix in (".csv", ".mmd", ".xlsx", ".bin"):
        path = folder / f"any{suffix}"
        path.write_bytes(data)
        try:
            read(path).document()
        except UserError as error:
            assert sentence(error, texts("de"))


@settings(max_examples=examples(50))
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "1", "5", "7", "0", "9", "Erwartung", "Hotline Erlebnis", "gut", "NaN", "x\ny", "=1"]),
            max_size=6,
        ),
        max_size=8,
    )
)
def test_any_pasted_table_gives_a_plan_or_a_reason(rows: list[list[str]]) -> None:
    pasted = "\n".join("\t".join('"' + c + '"' if "\n" in c else c for c in row) for row in rows)
    for reader in READERS:
        try:
            plan = read(text=pasted, reader=reader.id)
        except UserError as error:
            assert sentence(error, texts("de"))
        else:
            plan.document()
            assert all(entry.said(texts("de")) for entry in (*plan.left_out, *plan.repairs))


def test_workbooks_are_only_read_from_workbooks() -> None:
    with pytest.raises(UserError):
        read_workbook(b"", ImportRequest())


@pytest.mark.parametrize("size", ["", '<dimension ref="A1:B2"/>'])
def test_a_sheet_of_too_many_cells_is_counted_and_not_parsed(size: str) -> None:
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{size}<sheetData>'
    numbers = count(0, 7_919)
    rows = ("<row>" + "".join(f"<c><v>{next(numbers)}</v></c>" for _ in range(1_200)) + "</row>" for _ in range(500))
    data, out = workbook([["a"]]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name) if "sheet1" not in name else sheet + "".join(rows) + "</sheetData></worksheet>"
            )
    with pytest.raises(UserError) as caught:
        read_workbook(out.getvalue(), ImportRequest())
    assert "500 rows, 1200 columns" in sentence(caught.value, texts("en"))
