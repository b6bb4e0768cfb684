"""What a list to pick from offers: records of the project, and channels the program knows that it does not have yet."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Channel, Journey, Record
from cxstudio.model.known_channels import NameBook, icon_of, known_channel, known_channels
from cxstudio.wording.fields.field_table import record_words
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.forms.record_picker import Choice


def choice_of(context: Context, record: Record) -> Choice:
    """A record as a row: a journey with its kind, a channel with its icon, found by its other names too."""
    if isinstance(record, Journey):
        return Choice(record.id, journey_name(record, context.texts))
    name = record_name(record, context.texts) or context.tr(record_words(type(record)).one)
    if not isinstance(record, Channel):
        return Choice(record.id, name)
    known = known_channel(record.name)
    return Choice(record.id, name, icon_of(record), known.called() if known is not None else ())


def choices_of(context: Context, records: Iterable[Record]) -> list[Choice]:
    """Records as rows, in their order."""
    return [choice_of(context, record) for record in records]


def channels_to_make(context: Context) -> list[Choice]:
    """The known channels the project has none of, in the language of the project."""
    book, language = NameBook(Channel, context.document.all(Channel)), context.document.project.language.value
    missing = (c for c in known_channels() if book.find(c.name.de) is None)
    return [Choice(None, c.name.say(language), c.icon, (*c.called(), *c.kin)) for c in missing]
