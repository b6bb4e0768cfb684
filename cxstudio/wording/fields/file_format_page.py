"""The page that documents the file format, written from the records' own declarations so that it never lies.

`python -m cxstudio.wording.fields.file_format_page` writes it; a test fails when the page is out of date.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic.fields import FieldInfo

from cxstudio.files.container import FREE, LARGEST_PROJECT, LARGEST_WHOLE, MEGABYTE, MOST_MEMBERS, MOST_TIMES
from cxstudio.files.decoding import MOST_RECORDS
from cxstudio.files.jsontext import MOST_VALUES
from cxstudio.files.lineage import LARGEST_BASES, MOST_BASES, MOST_VERSIONS
from cxstudio.files.migrations import FORMAT
from cxstudio.files.pictures import LARGEST_INPUT, MOST_PIXELS_INSIDE
from cxstudio.model import RECORD_TYPES, Record, TouchpointRatings
from cxstudio.model.questions import BY_NAME, FIGURES
from cxstudio.model.registry import RefField, Shape, ref_fields
from cxstudio.resources import resource_path
from cxstudio.wording.fields.field_table import FIELDS, choice_label, record_words

PAGE = ("help", "file-format.md")

_HEAD = """\
# The file format

A project is one file, `name.cxs`: a zip without encryption, made of

| member | holds |
|---|---|
| `project.json` | all records, described below |
| `assets/<hash>` | pictures, PNG or JPEG, each under the SHA-256 of its bytes in 64 hexadecimal digits |
| `manifest.json` | what wrote the file and where it comes from, and that it is not encrypted |
| `base/<hash>.json` | the `project.json` of an earlier version, under its SHA-256, for merging two copies |

`project.json` is UTF-8 JSON with sorted keys:

    {"format": FORMAT_NUMBER, "records": {"Touchpoint": [{"id": "k3f9…", "name": "Hotline", "stage": "…"}, …], …}}

`records` holds one list for each kind of record. A field that holds its default is not written.
Members are stored or deflated; nothing else is read.

`manifest.json` is `{"encrypted": false, "format": FORMAT_NUMBER, "program": "CX Studio …"}`, and holds, where they are
known: `project`, an id that all copies of a project share; `versions`, the SHA-256 of `project.json` in each version
the file comes from, the newest last, at most MOST_VERSIONS; `saved_by`, which tells whether two versions were saved on
one machine and nothing else; `erased`, the ids of people deleted for good, who do not come back when copies are merged;
`pieces`, the CRC-32 of each stretch of `project.json` that is packed by itself (a full flush of deflate stands behind
each), so that damage stays where it is and can be told.
The first save after opening a file that another machine saved last embeds the project as it was opened under `base/`;
merging embeds the other copy. At most MOST_BASES are embedded, LARGEST_BASES MB in all. Nothing of this is needed to
open a project. Deleting a person for good cleans what is embedded, too, and blacks their name out in every text; an
embedded version that still says who they were is left out.

## Rules for programs that read or write it

- The format number counts up when older programs could no longer read a file. This page describes format FORMAT_NUMBER.
  Number 0 is the time before the first release, in which it may still change. A program meeting a higher number
  shows what it can and writes nothing.
- Unknown kinds, fields, entries beside `format` and `records`, and members of the zip are kept when the file is saved.
- An `id` is a text of 1 to 200 characters, unique in the whole file; CX Studio makes random ones of ten. The id of
  the one `Project` is `project`. `group` is not an id: as a key of answers it is the voice of the whole group.
- A reference is the id of another record. **Belongs to** means that a record goes when the other one goes; any other
  reference is then taken out. A reference that leads nowhere is reported, kept, and not shown.
- `order` is a text that sorts a record among its siblings by plain comparison of characters ("a0" < "a0V" < "a1");
  ties are sorted by id. Between two neighbours there is always room for a new one, and nobody is renumbered.
- No NaN, no infinity, no key twice in one object, no nesting deeper than 250. Dates are `YYYY-MM-DD`. Texts are
  Unicode; lone surrogates are replaced when read.
- Answers are an object from participant to answer. `null` is an answer refused or skipped, a missing key one that was
  not given yet; neither is ever read as zero. Counts are an object from the value, written as a text, to how often it
  was given: `{"5": 12}`. Two values asked together are joined by a bar, a skipped half is a hyphen:
  `{"6|3": 12, "-|4": 1}`.
- Limits, beyond which a file is not opened: PROJECT_MB MB for `project.json`; MEMBERS members; unpacked in all FREE_MB
  MB, of a larger file TIMES times its own size, at most WHOLE_MB MB; VALUES values and RECORDS records; a picture of
  INPUT_MB MB or PIXELS million pixels is not shown. Amounts reach from −1,000,000,000,000 to 1,000,000,000,000.
- Everything is plain to read for whoever has the file: it is **not encrypted**, as its manifest
  and comment say.

## Kinds of records

"""


def page() -> str:
    """The whole page in Markdown."""
    figures = {
        "FORMAT_NUMBER": str(FORMAT),
        "MOST_VERSIONS": str(MOST_VERSIONS),
        "LARGEST_BASES": str(LARGEST_BASES // MEGABYTE),
        "MOST_BASES": str(MOST_BASES),
        "PROJECT_MB": f"{LARGEST_PROJECT // MEGABYTE:,}",
        "FREE_MB": str(FREE // MEGABYTE),
        "TIMES": str(MOST_TIMES),
        "VALUES": f"{MOST_VALUES:,}",
        "RECORDS": f"{MOST_RECORDS:,}",
        "INPUT_MB": str(LARGEST_INPUT // MEGABYTE),
        "PIXELS": str(MOST_PIXELS_INSIDE // MEGABYTE),
        "WHOLE_MB": f"{LARGEST_WHOLE // MEGABYTE:,}",
        "MEMBERS": f"{MOST_MEMBERS:,}",
    }
    head = _HEAD
    for name, value in figures.items():
        head = head.replace(name, value)
    parts = [head, *_contents()]
    parts += [_record(kind) for kind in RECORD_TYPES]
    return "".join(parts)


def _contents() -> Iterator[str]:
    for kind in RECORD_TYPES:
        belongs = [f"{ref.name} ({_kinds(ref)})" for ref in ref_fields(kind) if ref.owner]
        where = f" – belongs to {', '.join(belongs)}" if belongs else ""
        yield f"- [{kind.__name__}](#{kind.__name__.lower()}){where}\n"


def _record(kind: type[Record]) -> str:
    lines = [f"\n### {kind.__name__}\n", f"{_flat(inspect.getdoc(kind) or record_words(kind).one)}\n"]
    lines += ["| field | type | when missing | says |", "|---|---|---|---|"]
    lines += [_row(kind, name, info) for name, info in kind.model_fields.items()]
    return "\n".join(lines) + "\n"


def _row(kind: type[Record], name: str, info: FieldInfo) -> str:
    missing = "must be there" if info.is_required() else _default(info.default)
    return f"| `{name}` | {_type(kind, name, info)} | {missing} | {_meaning(kind, name)} |".replace("|  |", "| |")


def _meaning(kind: type[Record], name: str) -> str:
    if name == "id":
        return "What the record is found by."
    if name == "order":
        return "Its place among its siblings, see above."
    field = FIELDS[kind.__name__, name]
    said = _docstrings(kind).get(name, "") or field.help
    unit = f" In {field.unit}." if field.unit else ""
    return _flat(f"{field.label}. {said}{unit}{_ends(name) if kind is TouchpointRatings else ''}")


def _ends(name: str) -> str:
    """Between which answers a question is rated."""
    if name not in FIGURES:
        return ""
    fixed = BY_NAME[name].ends
    return " From 1 to the round's scale." if fixed is None else f" From {fixed[0]} to {fixed[1]}."


def _type(kind: type[Record], name: str, info: FieldInfo) -> str:
    ref = next((r for r in ref_fields(kind) if r.name == name), None)
    plain = _named(info.annotation, list(info.metadata))
    if ref is None:
        return plain
    to = f"id of {_kinds(ref)}"
    owner = ", **belongs to** it" if ref.owner else ""
    if ref.shape is Shape.MANY:
        return f"list of: {to}{owner}"
    if ref.shape is Shape.KEYS:
        return f"{plain}; keys: {to}, or `group`"
    return to + owner


def _kinds(ref: RefField) -> str:
    return " or ".join(kind.__name__ for kind in ref.kinds)


def _named(hint: Any, marks: list[Any]) -> str:
    """A type in words, with its limits."""
    origin, args = get_origin(hint), get_args(hint)
    if hasattr(hint, "__metadata__"):
        return _named(hint.__origin__, [*marks, *hint.__metadata__])
    if origin in {Union, UnionType}:
        return _named(next(a for a in args if a is not type(None)), marks)
    if origin is tuple:
        return f"list of: {_named(args[0], [])}"
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        value = _named(args[1], [])
        return f"object, text → {value}" + (" or null" if type(None) in get_args(args[1]) else "")
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of: " + ", ".join(f"`{m.value}`" + _called(m) for m in hint)
    word = {str: "text", bool: "true or false", int: "whole number", float: "number", date: "date"}[hint]
    return word + _limits(marks)


def _called(member: StrEnum) -> str:
    label = choice_label(member)
    return "" if label.casefold() == member.value.replace("_", " ") else f" ({label})"


def _limits(marks: list[Any]) -> str:
    flat = [m for mark in marks for m in getattr(mark, "metadata", [mark])]
    low = next((m.ge for m in flat if isinstance(m, Ge)), None)
    high = next((m.le for m in flat if isinstance(m, Le)), None)
    above = next((m.gt for m in flat if isinstance(m, Gt)), None)
    pattern = next((m.pattern for m in flat if getattr(m, "pattern", None)), None)
    if pattern:
        return " `#rrggbb` or empty"
    if low is not None and high is not None:
        return f", {low:,} to {high:,}"
    if above is not None and high is not None:
        return f", more than {above} to {high:,}"
    if above is not None:
        return f", more than {above}"
    return f", {low} or more" if low is not None else ""


def _default(value: Any) -> str:
    if value is None:
        return "not given"
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, (str, tuple, Mapping)) and not value:
        return "empty"
    return f"`{value.value if isinstance(value, StrEnum) else value}`"


@cache
def _docstrings(kind: type[Record]) -> dict[str, str]:
    """What stands under the fields in the code."""
    found: dict[str, str] = {}
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    for field, text in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            value = ast.literal_eval(text.value)
            found[field.target.id] = str(value)
    return found


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("None", "not given")


def main() -> None:
    """Write the page."""
    resource_path(*PAGE).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
