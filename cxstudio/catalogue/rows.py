"""Reading a catalogue file: rows with known words in them, and a sentence for every line that was left out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cxstudio.catalogue.names import key_of
from cxstudio.catalogue.vocabulary import INDUSTRIES, STAGES
from cxstudio.errors import N_, UserError
from cxstudio.model.kinds import ContactKind, RequirementKind
from cxstudio.model.known_channels import known_channel
from cxstudio.regular_files import TooLong, read_regular

COLUMNS: Final = (
    "id",
    "stage",
    "industries",
    "channel",
    "contact",
    "requirement",
    "name_de",
    "name_en",
    "note_de",
    "note_en",
)
MOST_BYTES: Final = 4_000_000
MOST_ROWS: Final = 5_000
LONGEST: Final = 300
"""Characters of a name or note that are kept."""
_EVERY: Final = frozenset({"", "all", "alle", "every"})
_SAFE: Final = N_("All other entries were read.")
_MEND: Final = N_("Correct the line and save the file; it is read again when you come back.")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a file holds: one dict per entry with every column, its words resolved to ids."""

    rows: tuple[dict[str, str], ...]
    problems: tuple[UserError, ...]


class _LeftOut(Exception):
    """Why a line was left out, as the message of a UserError with its values."""

    def __init__(self, happened: str, **values: object) -> None:
        super().__init__(happened)
        self.happened, self.values = happened, values


def read_rows(path: Path) -> Rows:
    """The rows of a file. Never raises for its content: what cannot be used is named in `problems`."""
    try:
        text = _text(read_regular(path, MOST_BYTES))
    except TooLong:
        return Rows((), (UserError(N_("“{file}” is too large for a catalogue."), _SAFE, file=path.name),))
    except OSError as error:
        return Rows((), (UserError(N_("“{file}” cannot be read ({why})."), _SAFE, file=path.name, why=error.strerror),))
    return _read(text, path.name)


def _text(data: bytes) -> str:
    """UTF-8, else what a spreadsheet on an older Windows writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _read(text: str, name: str) -> Rows:
    lines = _lines(text)
    rows: list[dict[str, str]] = []
    problems: list[UserError] = []
    try:
        header = next(lines, None)
        if header is None:
            return Rows((), ())
        columns = [key_of(cell).replace(" ", "_") for cell in header[1]]
        missing = "stage" if "stage" not in columns else "" if {"name_de", "name_en"} & set(columns) else "name_de"
        if missing:
            error = UserError(N_("“{file}” has no column “{column}”."), _SAFE, _MEND, file=name, column=missing)
            return Rows((), (error,))
        for line, cells in lines:
            if len(rows) >= MOST_ROWS:
                problems.append(
                    UserError(N_("“{file}” is read up to line {line}; the rest is too much."), file=name, line=line)
                )
                break
            try:
                rows.append(_resolved(dict(zip(columns, cells, strict=False))))
            except _LeftOut as left:
                problems.append(UserError(left.happened, _SAFE, _MEND, file=name, line=line, **left.values))
    except csv.Error as error:
        problems.append(UserError(N_("“{file}” cannot be read ({why})."), _SAFE, _MEND, file=name, why=str(error)))
    return Rows(tuple(rows), tuple(problems))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of every line that is neither empty nor a remark (#)."""
    rest = re.split(r"(?<=\n)", text.replace("\r\n", "\n").replace("\r", "\n"))
    first = next((line for line in rest if line.strip() and not _is_remark(line)), "")
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(("\n" if _is_remark(line) else line for line in rest), delimiter=delimiter)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, [" ".join(cell.split()) for cell in cells]


def _is_remark(line: str) -> bool:
    """Whether a line begins with #, also as a spreadsheet writes it back (in quotation marks)."""
    return line.lstrip().lstrip('"').startswith("#")


def _resolved(cells: dict[str, str]) -> dict[str, str]:
    """Every column with the ids its words mean. Raises _LeftOut."""
    given = {name: cells.get(name, "")[:LONGEST].strip() for name in COLUMNS}
    for here, other in (("name_de", "name_en"), ("name_en", "name_de"), ("note_de", "note_en"), ("note_en", "note_de")):
        given[here] = given[here] or given[other]
    if not key_of(given["name_de"]):
        raise _LeftOut(N_("Line {line} of “{file}” is left out: it names no touchpoint."))
    given["stage"] = _stage(given["stage"])
    given["industries"] = "|".join(_industries(given["industries"]))
    given["channel"] = _channel(given["channel"])
    given["contact"] = _member(
        given["contact"],
        ContactKind,
        N_("Line {line} of “{file}” is left out: the contact cannot be “{word}”, only {known}."),
    )
    given["requirement"] = _member(
        given["requirement"],
        RequirementKind,
        N_("Line {line} of “{file}” is left out: the requirement cannot be “{word}”, only {known}."),
    )
    given["id"] = given["id"] or "own-" + key_of(given["name_de"]).replace(" ", "-")
    return given


def _stage(word: str) -> str:
    found = _STAGE_WORDS.get(key_of(word))
    if found is not None:
        return found
    known = ", ".join(stage.id for stage in STAGES)
    raise _LeftOut(
        N_("Line {line} of “{file}” is left out: there is no stage “{word}”, only {known}."), **_said(word, known)
    )


def _said(word: str, known: str) -> dict[str, object]:
    return {"word": word, "known": known}


def _industries(words: str) -> Iterable[str]:
    """Ids of the industries named; separated by | or by blanks between known ids."""
    parts = [p.strip() for p in words.replace(",", "|").split("|")]
    if len(parts) == 1 and all(w in _KNOWN_INDUSTRIES for w in words.split()):
        parts = words.split()
    for part in parts:
        if part.casefold() not in _EVERY:
            yield _INDUSTRY_WORDS.get(key_of(part), part)


def _channel(word: str) -> str:
    known = known_channel(word)
    return known.id if known is not None else word


def _member(word: str, kind: type[ContactKind] | type[RequirementKind], complaint: str) -> str:
    known = [member.value for member in kind]
    if word and word.casefold() not in known:
        raise _LeftOut(complaint, **_said(word, ", ".join(known)))
    return word.casefold()


_KNOWN_INDUSTRIES: Final = frozenset({*(i for i, _ in INDUSTRIES), "all"})
_STAGE_WORDS: Final = {key: s.id for s in reversed(STAGES) for key in (s.id, key_of(s.name.de), key_of(s.name.en))}
_INDUSTRY_WORDS: Final = {key_of(word): i for i, name in INDUSTRIES for word in (i, name.de, name.en)}
