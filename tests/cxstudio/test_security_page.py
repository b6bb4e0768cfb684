"""The page about files from strangers names the bounds that hold."""

import re

from cxstudio.exchange import mapping_files, readers
from cxstudio.exchange.event_logs import xes_reading
from cxstudio.exchange.mermaid import mermaid_grammar
from cxstudio.exchange.tables import json_tables, row_gathering, table_reading, text_sources, xlsx_reading
from cxstudio.files import container, decoding, jsontext, pictures
from cxstudio.resources import resource_path

_MILLION = 1_000_000
FIGURES = {
    "PROJECT_MB": str(container.LARGEST_PROJECT // _MILLION),
    "VALUES": f"{jsontext.MOST_VALUES:,}",
    "RECORDS": f"{decoding.MOST_RECORDS:,}",
    "FREE_MB": str(container.FREE // _MILLION),
    "TIMES": str(container.MOST_TIMES),
    "PIXELS": str(pictures.MOST_PIXELS_INSIDE // _MILLION),
    "IN_MILLIONS": str(pictures.MOST_PIXELS // _MILLION),
    "STRIPS_MILLIONS": str(pictures.MOST_PIXELS_IN_STRIPS // _MILLION),
    "TABLE_MB": str(table_reading.MOST_BYTES // _MILLION),
    "ROWS": f"{row_gathering.MOST_ROWS:,}",
    "COLUMNS": f"{row_gathering.MOST_COLUMNS:,}",
    "CELLS": f"{row_gathering.MOST_CELLS:,}",
    "WORKBOOK_CELLS": f"{xlsx_reading.MOST_CELLS:,}",
    "LINE": f"{row_gathering.LONGEST_LINE:,}",
    "JSON_MB": str(json_tables.MOST_CHARACTERS // _MILLION),
    "JSON_VALUES": f"{json_tables.MOST_VALUES:,}",
    "LOG_MB": str(xes_reading.MOST_BYTES // _MILLION),
    "LOG_UNPACKED": str(xes_reading.MOST_UNPACKED // _MILLION),
    "EVENTS": f"{xes_reading.MOST_EVENTS:,}",
    "HELD": f"{xes_reading.MOST_HELD:,}",
    "MERMAID_MB": str(text_sources.MOST_TEXT // _MILLION),
    "TASKS": f"{mermaid_grammar.MOST_LINES:,}",
    "MAPPING_MB": str(mapping_files.MOST_BYTES // _MILLION),
    "AT_ONCE": f"{readers.MOST_AT_ONCE:,}",
}


def test_the_page_names_every_bound() -> None:
    page = resource_path("help", "security.md").read_text(encoding="utf-8")
    table = page.partition("## Bounds")[2].partition("\n\nEach of")[0]
    assert sorted(re.findall(r"\d[\d,]*", table)) == sorted([*FIGURES.values()])
    assert f"at most {FIGURES['PIXELS']} million pixels" in page


def test_the_readme_leads_there() -> None:
    assert "resources/help/security.md" in (resource_path("help").parents[1] / "README.md").read_text(encoding="utf-8")
