"""What was chosen for a report, as a file of options: saved from one project, used for another or without a window.

Journey, persona and round stand in it by their titles, so that it fits the next project, too.
"""

from __future__ import annotations

from typing import Any, Final

import orjson
from pydantic import ValidationError

from cxstudio.documents.chosen import report_settings
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.errors import N_, UserError
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.layout.charts.chart_request import read as chart_of
from cxstudio.model import Document, Record, ReportSettings
from cxstudio.model.folding import folded
from cxstudio.model.registry import Shape, ref_fields

KIND: Final = "report options"
FORMAT: Final = 1
MOST_BYTES: Final = 200_000
_OWN: Final = frozenset(ReportSettings.model_fields) - {"id"}
_NAMED: Final = {ref.name: ref.kinds[0] for ref in ref_fields(ReportSettings) if ref.shape is Shape.ONE}
"""Fields that name a record → its kind."""
_TITLES: Final = ("title", "name")
_NOTHING: Final = N_("Nothing was applied.")


def options_json(document: Document) -> bytes:
    """Everything that is chosen for the report of a project, as JSON people can read."""
    settings = report_settings(document)
    values = settings.model_dump(mode="json", exclude={"id"})
    for name, kind in _NAMED.items():
        values[name] = _called(document, kind, values[name])
    made = {"kind": KIND, "format": FORMAT, **values}
    return orjson.dumps(made, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def options_from_json(data: bytes, document: Document, name: str) -> ReportSettings:
    """The settings a file of options asks for, for this project; what it does not name is as usual.

    Raises UserError with one sentence for a file that is none, and for a choice that does not fit.
    """
    try:
        values = read_json(data)
    except DamagedJson as error:
        raise UserError(N_("{name} holds no report options: it is not JSON."), _NOTHING, name=name) from error
    if not isinstance(values, dict) or values.get("kind") != KIND:
        raise UserError(N_("{name} holds no report options."), _NOTHING, name=name)
    if not isinstance(values.get("format"), int) or values["format"] > FORMAT:
        raise UserError(N_("{name} was made with a newer version of CX Studio."), _NOTHING, name=name)
    given = {key: value for key, value in values.items() if key not in ("kind", "format")}
    for key in given:
        if key not in _OWN:
            raise _unfit(N_("{name}: there is no option “{option}”."), name, key)
    for key, kind in _NAMED.items():
        if given.get(key) is not None:
            given[key] = _found(document, kind, key, given[key], name)
    try:
        settings = ReportSettings.model_validate_json(orjson.dumps({"id": "report", **given}))
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0])
        raise _unfit(N_("{name}: “{option}” cannot be {value}."), name, key, given.get(key)) from error
    known = {row.name for row in SECTIONS}
    for key, wrong in (
        ("sections", [section for section in settings.sections if section not in known]),
        ("pictures", [entry for entry in settings.pictures if chart_of(entry) is None]),
    ):
        if wrong:
            raise _unfit(N_("{name}: “{option}” cannot be {value}."), name, key, wrong[0])
    return settings


def _unfit(said: str, name: str, option: str, value: object = None) -> UserError:
    shown = value if isinstance(value, str) else orjson.dumps(value, default=str).decode()
    return UserError(said, _NOTHING, name=name, option=option[:60], value=shown[:60])


def _called(document: Document, kind: type[Record], record_id: str | None) -> str | None:
    """A record's title where no other one of its kind has it, else its id."""
    record = document.find(record_id)
    if record is None:
        return None
    title = _title(record)
    alike = [r for r in document.all(kind) if folded(_title(r)) == folded(title)]
    return title if title.strip() and len(alike) == 1 else record.id


def _found(document: Document, kind: type[Record], option: str, wanted: Any, name: str) -> str:
    """The id of the record meant by a title or an id."""
    record = document.find(wanted) if isinstance(wanted, str) else None
    if isinstance(record, kind):
        return record.id
    alike = [r for r in document.all(kind) if isinstance(wanted, str) and folded(_title(r)) == folded(wanted)]
    if len(alike) != 1:
        raise _unfit(N_("{name}: “{option}” names “{value}”, which this project does not have or has twice."), name,
                     option, wanted)  # fmt: skip
    return alike[0].id


def _title(record: Record) -> str:
    return str(next((getattr(record, field) for field in _TITLES if hasattr(record, field)), ""))
