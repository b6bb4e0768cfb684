"""All readers of other people's files, each once; and the one door to them.

The window's frame and the command line's help read this table: what a reader needs is loaded when it reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxstudio.errors import N_, UserError
from cxstudio.regular_files import open_regular

if TYPE_CHECKING:
    from cxstudio.exchange.plan.column_mapping import Mapping
    from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
    from cxstudio.exchange.survey.survey_mapping import SurveyMapping
    from cxstudio.exchange.tables.table import Table


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of thing that can be read in."""

    id: str
    label: str
    suffixes: tuple[str, ...]
    """Endings of files, in small letters, that are of this kind."""
    read: Callable[[ImportRequest], ImportPlan]
    perhaps: tuple[str, ...] = ()
    """Endings of files that may be of this kind: their content decides."""


def read(
    source: Path | str | None = None,
    *,
    text: str | None = None,
    reader: str = "",
    mapping: Mapping | Path | str | None = None,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    language: str = "de",
) -> ImportPlan:
    """The plan for a file (or pasted text). Raises UserError in one clear sentence; changes nothing.

    `mapping` is a mapping, a file that holds one, or the name of one that ships with the program. Without one, a
    shipped mapping whose columns fit is taken, else one is proposed.
    """
    from cxstudio.exchange.mapping_files import load_mapping
    from cxstudio.exchange.plan.column_mapping import Mapping
    from cxstudio.exchange.plan.import_plan import ImportRequest

    return read_request(
        ImportRequest(
            path=None if source is None else Path(source),
            text=text,
            reader=reader,
            mapping=mapping if mapping is None or isinstance(mapping, Mapping) else load_mapping(mapping),
            encoding=encoding,
            delimiter=delimiter,
            sheet=sheet,
            language=language,
        )
    )


def read_request(request: ImportRequest) -> ImportPlan:
    """The plan for a request; used again with another encoding, sheet, mapping or decision."""
    from cxstudio.exchange.plan.recorded_losses import with_losses_recorded
    from cxstudio.exchange.survey.free_text import with_details_covered
    from cxstudio.files.loading import collector_paused

    with collector_paused():
        chosen = reader_for(request)
        plan = with_details_covered(_named(chosen.read(replace(request, reader=chosen.id)), chosen), request)
        return with_losses_recorded(plan)


def reader_for(request: ImportRequest) -> Reader:
    """The reader named in the request, else the one the file's name or content speaks for."""
    from cxstudio.exchange.event_logs.log_mapping import LogMapping
    from cxstudio.exchange.lists.list_mapping import ListMapping
    from cxstudio.exchange.mermaid.mermaid_import import looks_like_mermaid

    if request.reader:
        named = next((r for r in READERS if r.id == request.reader), None)
        if named is None:
            raise UserError(N_("Unknown format “{reader}”."), reader=request.reader)
        return named
    if request.mapping is not None:
        if isinstance(request.mapping, ListMapping):
            kind = request.mapping.reader
            return next(reader for reader in READERS if reader.id == kind)
        return _LOG if isinstance(request.mapping, LogMapping) else _SURVEY
    name = request.name.casefold()
    by_name = next((r for r in READERS if any(name.endswith(suffix) for suffix in r.suffixes)), None)
    if by_name is not None:
        return by_name
    if _is_xes(request):
        return _LOG
    if looks_like_mermaid(request):
        return _MERMAID
    return _prose(request) or _TABLE


def _prose(request: ImportRequest) -> Reader | None:
    """The reader of a text file that is plainly an outline or prose; None for tables and anything else."""
    from cxstudio.exchange.lists.note_list import reads_like_notes
    from cxstudio.exchange.outlines.outline_reading import looks_like_outline
    from cxstudio.exchange.tables.text_sources import text_of

    if request.path is None or not request.name.casefold().endswith((".txt", ".md", ".markdown")):
        return None
    text, _ = text_of(request)
    if looks_like_outline(text):
        return _OUTLINE
    return _NOTES if reads_like_notes(text) else None


def _read_mermaid(request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.mermaid.mermaid_import import read_mermaid

    return read_mermaid(request)


def _read_table(request: ImportRequest) -> ImportPlan:
    """An event log where it is clearly one, a survey where columns hold answers, else a list of touchpoints."""
    from cxstudio.exchange.event_logs.case_rows import holds_cases
    from cxstudio.exchange.event_logs.log_mapping import LogMapping, is_log
    from cxstudio.exchange.lists.list_kinds import kind_of
    from cxstudio.exchange.lists.touchpoint_list import is_list, reads_like_a_list
    from cxstudio.exchange.mapping_files import fitting_mapping
    from cxstudio.exchange.survey.survey_mapping import SurveyMapping
    from cxstudio.exchange.tables.answer_rows import people_together
    from cxstudio.exchange.tables.known_tables import is_drawing
    from cxstudio.exchange.tables.table_reading import read_table

    if isinstance(request.mapping, LogMapping) or _is_xes(request):
        return _read_log(request)
    table = read_table(request)
    chosen = request.mapping if isinstance(request.mapping, SurveyMapping) else None
    if chosen is None and (is_log(table) or holds_cases(table)):
        return _log_table(table, replace(request, reader=_LOG.id))
    known = chosen is not None or fitting_mapping(table.header) is not None
    kind = "" if known else kind_of(table)
    if kind:
        return _kind(kind, table, request)
    table = people_together(table, request)
    if chosen is None and is_drawing(table):
        return _unmapped(table, replace(request, reader=_SURVEY.id))
    mapping = chosen or (None if is_list(table) else _known_or_proposed(table))
    if mapping is not None:
        return _survey(table, mapping, replace(request, reader=_SURVEY.id))
    if is_list(table) or reads_like_a_list(table):
        return _list(table, replace(request, reader=_LIST.id))
    return _unmapped(table, replace(request, reader=_SURVEY.id))


def _read_survey(request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.survey.survey_mapping import SurveyMapping
    from cxstudio.exchange.tables.answer_rows import people_together
    from cxstudio.exchange.tables.table_reading import read_table

    table = people_together(read_table(request), request)
    mapping = request.mapping if isinstance(request.mapping, SurveyMapping) else _known_or_proposed(table)
    if mapping is None:
        return _unmapped(table, request)
    return _survey(table, mapping, request)


def _unmapped(table: Table, request: ImportRequest) -> ImportPlan:
    """A plan without records: somebody has to say what the columns are."""
    from cxstudio.exchange.plan.import_plan import ImportPlan, say
    from cxstudio.exchange.survey.survey_mapping import SurveyMapping
    from cxstudio.exchange.tables.known_tables import seems_to_be

    notes = seems_to_be(table) or (
        say(N_("The columns were not recognised.")),
        say(N_("Choose the columns that hold expectation and experience, or read the table as a list of touchpoints.")),
    )
    plan = ImportPlan("", (), notes=notes, source=table.source, request=request, mapping=SurveyMapping())
    return _named(plan, _SURVEY)


def _read_log(request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.event_logs.xes_reading import read_xes
    from cxstudio.exchange.tables.table_reading import read_table

    if _is_xes(request):
        return _named(read_xes(request), _LOG)
    return _log_table(read_table(request), request)


def _is_xes(request: ImportRequest) -> bool:
    from cxstudio.exchange.event_logs.xes_reading import looks_like_xes

    if request.text is not None:
        return looks_like_xes(request.text[:4_096].encode("utf-8", "replace"))
    if request.name.casefold().endswith(_LOG.suffixes):
        return True
    try:
        with open_regular(request.path or Path()) as file:
            return looks_like_xes(file.read(4_096))
    except (OSError, ValueError):
        return False


def _log_table(table: Table, request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.event_logs.case_rows import cases_apart
    from cxstudio.exchange.event_logs.log_from_table import read_log_table
    from cxstudio.exchange.event_logs.log_mapping import LogMapping, propose_log

    table = cases_apart(table, request)
    mapping = request.mapping if isinstance(request.mapping, LogMapping) else propose_log(table)
    return _of_table(read_log_table(table, mapping, request), table, _LOG)


def _read_outline(request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.outlines.outline_reading import read_outline

    return read_outline(request)


def _read_notes(request: ImportRequest) -> ImportPlan:
    """A whiteboard's notes, or a text whose lines are notes."""
    from cxstudio.exchange.lists.note_list import read_prose, reads_like_notes
    from cxstudio.exchange.tables.text_sources import text_of

    prose = request.text is not None or request.name.casefold().endswith((".txt", ".md"))
    if prose and request.mapping is None:
        text, source = text_of(request)
        if reads_like_notes(text):
            return read_prose(text, request, source)
    return _read_kind(request)


def _read_list(request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.tables.table_reading import read_table

    return _list(read_table(request), request)


def _read_kind(request: ImportRequest) -> ImportPlan:
    """A list of the kind the request names."""
    from cxstudio.exchange.tables.table_reading import read_table

    return _kind(request.reader, read_table(request), request)


def _kind(kind: str, table: Table, request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.lists.list_kinds import KINDS

    reader = next(each for each in READERS if each.id == kind)
    return _of_table(KINDS[kind].read(table, replace(request, reader=kind)), table, reader)


def _known_or_proposed(table: Table) -> SurveyMapping | None:
    from cxstudio.exchange.mapping_files import fitting_mapping
    from cxstudio.exchange.survey.proposal.proposed_mapping import propose
    from cxstudio.exchange.survey.row_kinds import without_rows

    known = fitting_mapping(table.header)
    if known is not None:
        return known[1]
    proposed = propose(without_rows(table, {}))
    return proposed if proposed.columns else None


def _survey(table: Table, mapping: SurveyMapping, request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.survey.survey_plan import read_survey

    return _of_table(read_survey(table, mapping, request), table, _SURVEY)


def _list(table: Table, request: ImportRequest) -> ImportPlan:
    from cxstudio.exchange.lists.touchpoint_list import read_list

    return _of_table(read_list(table, request), table, _LIST)


def _of_table(plan: ImportPlan, table: Table, reader: Reader) -> ImportPlan:
    """The plan with what the table itself leaves to be decided, and the sheet it was read from."""
    from cxstudio.exchange.plan.import_plan import say

    others = len(table.source.sheets) - 1
    read = (
        (say(N_("Sheet “{sheet}” was read, one of {n}."), sheet=table.source.sheet, n=others + 1),)
        if others > 0
        else ()
    )
    return _named(replace(plan, repairs=(*table.repairs, *plan.repairs), notes=(*read, *plan.notes)), reader)


def _named(plan: ImportPlan, reader: Reader) -> ImportPlan:
    """The plan with the reader that made it. Raises UserError for more records than are taken over at once."""
    if len(plan.records) > MOST_AT_ONCE:
        raise UserError(
            N_("{name} would make {count} records; at most {most} can be imported at once."),
            N_("Nothing was imported."),
            N_("Divide it, or leave out columns."),
            name=plan.source.name or plan.title,
            count=len(plan.records),
            most=MOST_AT_ONCE,
        )
    return plan if plan.source.reader else replace(plan, source=replace(plan.source, reader=reader.id))


_MERMAID = Reader(
    "mermaid", N_("Mermaid user journey"), (".mmd", ".mermaid"), _read_mermaid, perhaps=(".md", ".markdown")
)
_OUTLINE = Reader(
    "outline", N_("Outline (headings, OPML, OpenJourney)"), (".opml", ".ojf"), _read_outline, perhaps=(".md", ".txt")
)
_SURVEY = Reader("survey", N_("Survey table"), (), _read_survey)
_LIST = Reader("touchpoints", N_("List of touchpoints"), (), _read_list)
_LOG = Reader("event_log", N_("Event log"), (".xes", ".xes.gz"), _read_log)
_ANY_TABLE = N_("Table (survey, event log or list of touchpoints)")
_TABLE = Reader("table", _ANY_TABLE, (".csv", ".tsv", ".xlsx", ".xlsm"), _read_table, perhaps=(".txt", ".json"))

MOST_AT_ONCE: Final = 100_000
"""Records one import brings; a project holds more, but not without bounds."""
_COUNTS = Reader("counts", N_("Answers already counted"), (), _read_kind)
_PERSONAS = Reader("personas", N_("List of personas"), (), _read_kind)
_MEASURES = Reader("measures", N_("List of measures"), (), _read_kind)
_COMPLAINTS = Reader("complaints", N_("List of complaints"), (), _read_kind)
_NOTES = Reader("notes", N_("Notes"), (), _read_notes, perhaps=(".txt",))
READERS: Final = (
    _MERMAID,
    _OUTLINE,
    _TABLE,
    _SURVEY,
    _COUNTS,
    _LOG,
    _LIST,
    _COMPLAINTS,
    _NOTES,
    _PERSONAS,
    _MEASURES,
)
"""A new one is a module and a row here."""
NAMED: Final = tuple(reader for reader in READERS if reader is not _TABLE)
"""Readers somebody can ask for: what kind of table it is, is said or found out."""
ENDINGS: Final = tuple(sorted({ending for reader in READERS for ending in (*reader.suffixes, *reader.perhaps)}))
"""Endings of all files that can be read in."""
