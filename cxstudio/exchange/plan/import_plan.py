"""What an import would do, as a value: nothing is changed until an edit takes the records over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.model import PROJECT_ID, Document, Project, Record
from cxstudio.model.kinds import Language
from cxstudio.wording.texts import Texts

if TYPE_CHECKING:
    from cxstudio.exchange.plan.column_mapping import Mapping


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that can be said in any language: a message id with its values, which may be messages too."""

    id: str
    values: tuple[tuple[str, object], ...] = ()
    many: str = ""
    """Message id of the plural; `n` is then the number."""
    n: int = 0
    whole: Message | None = field(default=None, compare=False, repr=False)
    """The same with everything it only counts here."""

    def said(self, texts: Texts) -> str:
        """The sentence in the language of `texts`."""
        values = {k: v.said(texts) if isinstance(v, _SAID) else v for k, v in self.values}
        return self._put_in(values, texts)

    def said_whole(self, texts: Texts) -> str:
        """The sentence with every place it speaks of; the same as `said` where none is left out."""
        if self.whole is not None:
            return self.whole.said_whole(texts)
        values = {
            k: v.said_whole(texts) if isinstance(v, Message) else v.said(texts) if isinstance(v, _SAID) else v
            for k, v in self.values
        }
        return self._put_in(values, texts)

    def _put_in(self, values: dict[str, object], texts: Texts) -> str:
        if self.many:
            return texts.trn(self.id, self.many, self.n, **values)
        return texts.tr(self.id, **values)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a day inside a message, written as the language writes it."""

    value: float | date
    share: bool = False
    """Whether a part of 1 is written as per cent, with one decimal."""
    decimals: int = 0
    sign: bool = False
    """Whether + or − is written before it."""

    def said(self, texts: Texts) -> str:
        """The figure in the language of `texts`."""
        if isinstance(self.value, date):
            return texts.date(self.value)
        if self.sign:
            return texts.signed(self.value, self.decimals)
        return texts.share(self.value, 1) if self.share else texts.number(self.value, self.decimals)


@dataclass(frozen=True, slots=True)
class Names:
    """Somebody's own names inside a message, each in the language's quotation marks."""

    names: tuple[str, ...]

    def said(self, texts: Texts) -> str:
        """The names one after the other."""
        return ", ".join(map(texts.quoted, self.names))


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of rows or cases inside a message, those that follow each other as a range: 3–7, 12."""

    numbers: tuple[int, ...]

    def said(self, _texts: Texts) -> str:
        """The numbers one after the other."""
        ranges: list[list[int]] = []
        for number in self.numbers:
            if ranges and number == ranges[-1][1] + 1:
                ranges[-1][1] = number
            else:
                ranges.append([number, number])
        return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)


_SAID = (Message, Figure, Names, Numbers)


def shortened(message: str, whole: Message, **values: object) -> Message:
    """A message that names a few places and counts the others, with the one that names them all."""
    return replace(say(message, **values), whole=whole)


def say(message: str, **values: object) -> Message:
    """A message about these values. Message ids are marked with N_ where they stand."""
    return Message(message, tuple(values.items()))


def trn(one: str, many: str, n: int, **values: object) -> Message:
    """A message about a number of things: what `Texts.trn` says, to be said later."""
    return Message(one, tuple(values.items()), many, n)


def plain(text: str) -> Message:
    """Somebody's own words, the same in every language."""
    return Message("{text}", (("text", text),))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something the import does not take over: where it stands, what it is, and why."""

    where: Message
    what: Message
    why: Message
    count: int = 1
    """How many cells, rows or lines this speaks of."""

    def said(self, texts: Texts, *, whole: bool = False) -> str:
        """One sentence for a list or the command line; `whole`: with every place."""
        where = self.where.said_whole(texts) if whole else self.where.said(texts)
        return texts.tr("{where}: {what}: {why}", where=where, what=self.what.said(texts), why=self.why.said(texts))


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that reads oddly and a way to read it better. Applied only where it is accepted."""

    id: str
    where: Message
    problem: Message
    proposal: Message
    accepted: bool = False

    def said(self, texts: Texts) -> str:
        """One sentence for a list or the command line."""
        return texts.tr(
            "{where}: {problem} {proposal}",
            where=self.where.said(texts),
            problem=self.problem.said(texts),
            proposal=self.proposal.said(texts),
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read what is in doubt: the words for it, the mapping it leads to, the option that says so."""

    label: Message
    mapping: Mapping
    option: str = ""
    """As the command line takes it: "--scale 1..6"."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A meaning the source does not tell for certain: it is asked, and what is proposed is the first choice."""

    id: str
    where: Message
    question: Message
    choices: tuple[Choice, ...]

    def said(self, texts: Texts) -> str:
        """One sentence for a list or the command line."""
        return texts.tr("{where}: {question}", where=self.where.said(texts), question=self.question.said(texts))


JSON = "JSON"
"""What stands for the encoding of a table that was no text of columns."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was read, and how."""

    name: str = ""
    reader: str = ""
    encoding: str = ""
    encoding_confidence: float = 1.0
    """0 to 1; 1 where a mark in the file or strict UTF-8 leaves no doubt."""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether rows and columns were read."""
        return bool(self.delimiter or self.sheets) or self.encoding == JSON


@dataclass(frozen=True, slots=True)
class Preview:
    """What will be there: counts in words, and the first rows."""

    counts: tuple[Message, ...] = ()
    headers: tuple[Message, ...] = ()
    rows: tuple[tuple[str | int | float | date, ...], ...] = ()
    """Numbers and days as such: whoever shows them says them in a language."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Everything a reader is told. The same request reads the same plan, but for ids."""

    path: Path | None = None
    text: str | None = None
    """Pasted text instead of a file."""
    reader: str = ""
    """Id of a reader; empty lets the content decide."""
    mapping: Mapping | None = None
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    language: str = "de"
    """Language of names the import has to give (a stage, a round)."""
    decisions: tuple[tuple[str, bool], ...] = ()
    """Repairs accepted (True) or declined (False) by id; the others keep what is proposed."""

    @property
    def name(self) -> str:
        """The file's name, empty for pasted text."""
        return self.path.name if self.path else ""

    def decided(self, repair: str, proposed: bool = False) -> bool:
        """Whether a repair is to be applied."""
        return dict(self.decisions).get(repair, proposed)

    def deciding(self, repair: str, accepted: bool) -> ImportRequest:
        """The same request with one repair accepted or declined."""
        kept = {**dict(self.decisions), repair: accepted}
        return replace(self, decisions=tuple(kept.items()))


@dataclass(frozen=True, slots=True)
class LogFigures:
    """How much a log holds, and what is most frequent in it. Of equally frequent ones the first in the file leads."""

    cases: int
    events: int
    activities: int
    variants: int
    top_variant: tuple[str, ...]
    top_variant_cases: int
    top_activities: tuple[tuple[str, int], ...]
    """Activities with the number of their events, at most five."""
    top_edges: tuple[tuple[str, str, int], ...]
    """What directly follows what, and how often, at most five."""
    first: datetime | None
    """In UTC where the log names time zones, else as written; None where times are not known."""
    last: datetime | None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The records to add, what they amount to, and everything that was not taken as it stood."""

    title: str
    records: tuple[Record, ...]
    preview: Preview = Preview()
    left_out: tuple[LeftOut, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[Message, ...] = ()
    """What else to know: settings the import chose, things the source does not say."""
    source: Source = Source()
    request: ImportRequest = ImportRequest()
    mapping: Mapping | None = None
    """The mapping a survey or an event log was read with, to be looked at, changed and saved."""
    log: LogFigures | None = None
    """What an event log amounts to, before anything was folded away."""
    doubts: tuple[Doubt, ...] = ()
    """Questions to be decided; the plan reads the source as their first choices propose."""
    scale: int | None = None
    """Points of the rating scale, for a project made from this plan."""

    def document(self) -> Document:
        """A project of its own holding nothing but these records."""
        given = any(isinstance(r, Project) for r in self.records)
        language = Language(self.request.language) if self.request.language in set(Language) else Language.GERMAN
        project = Project(id=PROJECT_ID, title=self.title, language=language, scale=self.scale or 7)
        return Document(self.records if given else (project, *self.records))
