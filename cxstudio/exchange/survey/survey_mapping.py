"""How the columns of a table are to be read: a value that can be proposed, changed, saved as JSON and used again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cxstudio.errors import UserError
from cxstudio.model.kinds import View
from cxstudio.model.questions import FIGURES, QUESTIONS, counted
from cxstudio.resources import resources_folder
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.texts import N_

if TYPE_CHECKING:
    from cxstudio.exchange.event_logs.log_mapping import LogMapping

    AnyMapping: TypeAlias = "SurveyMapping | LogMapping"

MAPPING_FORMAT = 1
MOST_BYTES = 5_000_000


class Role(StrEnum):
    """What a column of a survey holds."""

    EXPECTATION = "expectation"
    EXPERIENCE = "experience"
    EMOTION = "emotion"
    IMPORTANCE = "importance"
    QUICK = "quick"
    KANO_FUNCTIONAL = "kano_functional"
    KANO_DYSFUNCTIONAL = "kano_dysfunctional"
    RESPONDENT = "respondent"
    SEGMENT = "segment"
    PERSONA = "persona"
    DATE = "date"
    COMMENT = "comment"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    WANT = "want"
    RETURN = "return"
    RECOMMEND = "recommend"


TOUCHPOINT_ROLES = frozenset(Role(question.name) for question in QUESTIONS)
KANO_ROLES = frozenset(Role(question.name) for question in counted("kano"))
SIGNED_ROLES = frozenset(Role(question.name) for question in QUESTIONS if question.signed)
SCALED_ROLES = TOUCHPOINT_ROLES - SIGNED_ROLES - KANO_ROLES
"""Questions answered on the round's scale."""
JOURNEY_FIGURES = frozenset({Role.NPS, Role.CSAT, Role.CES, Role.WANT, Role.RETURN, Role.RECOMMEND})
ONLY_ONCE = frozenset({Role.RESPONDENT, Role.PERSONA, Role.DATE})

ROLE_LABELS = {
    **{Role(figure): figure_label(figure) for figure in FIGURES},
    Role.KANO_FUNCTIONAL: N_("Kano: if it is there"),
    Role.KANO_DYSFUNCTIONAL: N_("Kano: if it is missing"),
    Role.RESPONDENT: N_("Respondent"),
    Role.SEGMENT: N_("Segment"),
    Role.PERSONA: N_("Persona"),
    Role.DATE: N_("Date"),
    Role.COMMENT: N_("Comment"),
    Role.NPS: N_("Recommendation 0–10 (NPS)"),
    Role.CSAT: N_("Satisfaction (CSAT)"),
    Role.CES: N_("Effort (CES)"),
    Role.WANT: N_("Would want it"),
    Role.RETURN: N_("Would come back"),
    Role.RECOMMEND: N_("Would recommend it"),
}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ColumnPlace(_Frozen):
    """Where a column of a table stands."""

    name: str = ""
    """The column's heading; found whatever its spacing and case."""
    number: Annotated[int | None, Field(ge=1)] = None
    """Its place from 1; used where no heading is given, or to tell two equal headings apart."""


class ColumnUse(ColumnPlace):
    """One column and what it is read as. A column may be used more than once."""

    role: Role
    touchpoint: str = ""
    """Name of the touchpoint; empty takes the heading without its numbering and the name of the question."""
    item: str = ""
    """What ties columns of one touchpoint together where the name alone does not; empty uses the name."""
    lowest: int | None = None
    highest: int | None = None
    """Ends of this column's scale where it is not the survey's."""


class Mapping(_Frozen):
    """How the columns of a table are read; `columns` is what every kind of mapping adds."""

    format: Literal[1] = 1
    title: str = ""
    note: str = ""
    """For people who read the file."""
    recognised_by: dict[Annotated[int, Field(ge=1)], str] = Field(default_factory=dict)
    """Column number → words its heading has to hold: tells the table from others where columns go by number."""

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        """Where the mapped columns stand, in the order of `columns`."""
        raise NotImplementedError

    def to_json(self) -> str:
        """The mapping as people can read and change it."""
        values = self.model_dump(mode="json", exclude_defaults=True)
        columns = values.pop("columns", [])
        head = json.dumps({"format": MAPPING_FORMAT, **self._kind(), **values}, ensure_ascii=False, indent=2)
        lines = ",\n".join("    " + json.dumps(column, ensure_ascii=False) for column in columns)
        return head.removesuffix("\n}") + ',\n  "columns": [\n' + lines + "\n  ]\n}\n"

    def _kind(self) -> dict[str, str]:
        """What tells this kind of mapping from the others in a file."""
        return {}


class SurveyMapping(Mapping):
    """How a whole survey is read."""

    scale: Annotated[int, Field(ge=2, le=10)] = 7
    """Points of expectation, experience and importance, 1 to this."""
    not_applicable: tuple[str, ...] = ()
    """Answers that say “does not concern me”, as they stand in the cell: "0", "k. A."."""
    words: dict[str, int] = Field(default_factory=dict)
    """Words in place of numbers: "very good" → 5."""
    kano_words: dict[str, Annotated[int, Field(ge=1, le=5)]] = Field(default_factory=dict)
    """The five Kano answers: 1 like it, 2 expect it, 3 do not care, 4 can live with it, 5 dislike it."""
    best_is_lowest: bool = False
    """Whether 1 is the best answer, as with school marks."""
    requirement_from_kano: bool = True
    """Whether the requirement kind is proposed from the Kano answers."""
    stage: str = ""
    """Name of the one stage; empty gives the program's own."""
    view: View = View.CUSTOMERS
    asked: Annotated[int | None, Field(ge=0)] = None
    """How many people were asked."""
    columns: tuple[ColumnUse, ...] = ()

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        return self.columns


def mapping_from_json(text: str, name: str = "") -> AnyMapping:
    """A saved mapping. Raises UserError naming what is wrong with it."""
    from cxstudio.exchange.event_logs.log_mapping import KIND, LogMapping

    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(N_("{name} is no mapping: it is not JSON."), name=name or "JSON") from error
    if not isinstance(values, dict) or "columns" not in values:
        raise UserError(N_("{name} is no mapping of columns."), name=name or "JSON")
    if isinstance(values.get("format"), int) and values["format"] > MAPPING_FORMAT:
        raise UserError(N_("{name} was written by a newer version of CX Studio."), name=name or "JSON")
    try:
        return (LogMapping if values.get("kind") == KIND else SurveyMapping).model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise UserError(
            N_("The mapping {name} cannot be used: {place}: {problem}."),
            name=name,
            place=" → ".join(map(str, first["loc"])) or "JSON",
            problem=first["msg"],
        ) from error


def load_mapping(source: Path | str) -> AnyMapping:
    """A mapping from a file, or a shipped one by its name ("kservqual"). Raises UserError."""
    from cxstudio.exchange.tables.table_reading import read_bytes

    path = Path(source)
    if isinstance(source, str) and not path.exists():
        shipped = shipped_mappings().get(source.removesuffix(".json"))
        if shipped is not None:
            return shipped
    data = read_bytes(path, MOST_BYTES)
    try:
        return mapping_from_json(data.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise UserError(N_("{name} is no mapping: it is not JSON."), name=path.name) from error


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
        if telling >= 3 and _stranger(mapping, header) is None and _missing(mapping, header) is None:
            return name, mapping
    return None


def column_indices(mapping: Mapping, header: Sequence[str]) -> tuple[int, ...]:
    """Index of each mapped column in the table. Raises UserError naming the first that is not there."""
    missing = _missing(mapping, header)
    if missing is not None:
        raise _absent(missing, len(header))
    number = _stranger(mapping, header)
    if number is not None:
        raise UserError(
            N_("Column {number} of the table is “{heading}”, but the mapping expects “{expected}” there."),
            N_("Nothing was imported."),
            N_("Choose another mapping or change the column in it."),
            number=number,
            heading=header[number - 1] if number <= len(header) else "",
            expected=mapping.recognised_by[number],
        )
    return tuple(index for use in mapping.places if (index := _found(use, header)) is not None)


def _missing(mapping: Mapping, header: Sequence[str]) -> ColumnPlace | None:
    return next((use for use in mapping.places if _found(use, header) is None), None)


def _stranger(mapping: Mapping, header: Sequence[str]) -> int | None:
    """Number of the first column whose heading lacks the words the survey is recognised by."""
    for number, words in mapping.recognised_by.items():
        heading = header[number - 1] if number <= len(header) else ""
        if _folded(words) not in _folded(heading):
            return number
    return None


def _found(use: ColumnPlace, header: Sequence[str]) -> int | None:
    place = None if use.number is None else use.number - 1
    if not use.name:
        return place if place is not None and place < len(header) else None
    wanted = _folded(use.name)
    if place is not None and place < len(header) and _folded(header[place]) == wanted:
        return place
    return next((i for i, name in enumerate(header) if _folded(name) == wanted), None)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _absent(use: ColumnPlace, width: int) -> UserError:
    nothing, todo = N_("Nothing was imported."), N_("Choose another mapping or change the column in it.")
    if use.name:
        return UserError(
            N_("The table has no column “{column}”, which the mapping names."), nothing, todo, column=use.name
        )
    return UserError(
        N_("The table has {width} columns, but the mapping names column {number}."),
        nothing,
        todo,
        width=width,
        number=use.number or 0,
    )
