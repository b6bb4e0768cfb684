"""Mappings as files: saved ones, those that come with the program, and the one that fits a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from cxstudio.errors import UserError
from cxstudio.exchange.event_logs.log_mapping import KIND, LogMapping
from cxstudio.exchange.lists.list_mapping import KIND as LIST
from cxstudio.exchange.lists.list_mapping import ListMapping
from cxstudio.exchange.plan.column_mapping import MAPPING_FORMAT, Mapping, fits
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.exchange.tables.row_gathering import MOST_COLUMNS
from cxstudio.exchange.tables.table_reading import read_bytes
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.resources import resources_folder
from cxstudio.wording.texts import N_

MOST_BYTES = 2_000_000


def mapping_from_json(text: str, name: str = "") -> LogMapping | ListMapping | SurveyMapping:
    """A saved mapping. Raises UserError naming what is wrong with it."""
    try:
        values = read_json(text.encode("utf-8", "surrogatepass"))
    except DamagedJson as error:
        raise UserError(N_("{name} is not a mapping: it is not JSON."), name=name or "JSON") from error
    columns = values.get("columns") if isinstance(values, dict) else None
    if not isinstance(columns, list | tuple) or len(columns) > MOST_COLUMNS:
        raise UserError(N_("{name} is not a column mapping."), name=name or "JSON")
    if isinstance(values.get("format"), int) and values["format"] > MAPPING_FORMAT:
        raise UserError(N_("{name} was made with a newer version of CX Studio."), name=name or "JSON")
    try:
        kinds: dict[object, type[LogMapping | ListMapping]] = {KIND: LogMapping, LIST: ListMapping}
        return kinds.get(str(values.get("kind")), SurveyMapping).model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise UserError(
            N_("The mapping {name} cannot be used: {place}: {problem}."),
            name=name,
            place=" → ".join(map(str, first["loc"])) or "JSON",
            problem=first["msg"],
        ) from error


def reader_of(mapping: Mapping) -> str:
    """The id of the reader a mapping is for."""
    if isinstance(mapping, ListMapping):
        return mapping.reader
    return "event_log" if isinstance(mapping, LogMapping) else "survey"


def load_mapping(source: Path | str) -> LogMapping | ListMapping | SurveyMapping:
    """A mapping from a file, or a shipped one by its name ("kservqual"). Raises UserError."""
    path = Path(source)
    if isinstance(source, str) and not path.exists():
        shipped = shipped_mappings().get(source.removesuffix(".json"))
        if shipped is not None:
            return shipped
    data = read_bytes(path, MOST_BYTES)
    try:
        return mapping_from_json(data.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise UserError(N_("{name} is not a mapping: it is not JSON."), name=path.name) from error


def save_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping to be used again. Raises UserError where it cannot be written."""
    try:
        path.write_text(mapping.to_json(), encoding="utf-8")
    except OSError as error:
        raise UserError(N_("The mapping cannot be saved as {name}."), name=path.name) from error


def shipped_mappings() -> dict[str, SurveyMapping]:
    """Mappings that come with the program, by name."""
    folder = resources_folder() / "mappings"
    found: dict[str, SurveyMapping] = {}
    for path in sorted(folder.glob("*.json")):
        mapping = mapping_from_json(path.read_text(encoding="utf-8"), path.name)
        if isinstance(mapping, SurveyMapping):
            found[path.stem] = mapping
    return found


def fitting_mapping(header: Sequence[str]) -> tuple[str, SurveyMapping] | None:
    """The shipped mapping all of whose headings this table has, with its name; None where none fits."""
    for name, mapping in shipped_mappings().items():
        telling = len(mapping.recognised_by) + sum(1 for use in mapping.columns if use.name)
        if telling >= 3 and fits(mapping, header):
            return name, mapping
    return None
