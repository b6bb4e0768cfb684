"""The page about the file format says what the model says."""

import re

from cxstudio.model import RECORD_TYPES
from cxstudio.resources import resource_path
from cxstudio.wording.fields.file_format_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    written = resource_path(*PAGE).read_text(encoding="utf-8")
    assert written == page(), "run: python -m cxstudio.wording.fields.file_format_page"


def test_every_record_and_every_field_is_on_it() -> None:
    sections = re.split(r"^### ", page(), flags=re.MULTILINE)[1:]
    told = {s.split("\n", 1)[0]: re.findall(r"^\| `(\w+)` \|", s, flags=re.MULTILINE) for s in sections}
    assert told == {kind.__name__: list(kind.model_fields) for kind in RECORD_TYPES}


def test_no_cell_is_empty() -> None:
    assert not re.search(r"\| +\|", page()) and "None" not in page()
