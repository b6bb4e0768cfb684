"""Between which moments a conflict came about on either side, as far as saved versions tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from cxstudio.errors import N_
from cxstudio.merging.conflicts import Conflict, Side
from cxstudio.model import Document
from cxstudio.model.registry import map_fields
from cxstudio.session.versions.kept import ReadVersion, changed_here
from cxstudio.session.versions.merging import Comparison
from ui.context.context import Context

_HERE = (N_("Here, changed between {start} and {end}"), N_("Here, changed {when}"))
_THERE = (N_("There, changed between {start} and {end}"), N_("There, changed {when}"))
"""What is said of two moments, and of one minute."""
_NAME = 32
"""Characters of a file's name above a side; the whole stands at the top."""


class ChangeTimes:
    """Says no moment nobody knows: a file does not hold when a field was changed."""

    def __init__(self, context: Context, comparison: Comparison, versions: Sequence[ReadVersion]) -> None:
        """`versions` are those kept on this machine, oldest first."""
        self._context, self._comparison, self._versions = context, comparison, versions

    def heads(self, conflict: Conflict) -> tuple[str, str]:
        """What stands above either side."""
        return self._here(conflict), self._there(conflict)

    def _here(self, conflict: Conflict) -> str:
        tr, file = self._context.tr, self._context.session.file
        saved = self._comparison.here.saved_at
        of = _state(conflict)
        if of is not None and file.path is not None and conflict.gone is not Side.THERE:
            start, end = changed_here(of, self._versions, file.document, _local(saved), self._context.document)
            if start is not None and end is not None and start < end:
                return self._between(_HERE, start, end)
            if start is not None and end is None:
                return tr("Here, changed after {start}, not saved yet", start=self.moment(start))
        return tr("Here, saved {when}", when=self.moment(saved)) if saved else tr("Here")

    def _there(self, conflict: Conflict) -> str:
        tr, comparison = self._context.tr, self._comparison
        saved = _local(comparison.there.saved_at)
        common = self.common
        if saved is not None and common is not None and common < saved and conflict.gone is not Side.HERE:
            return self._between(_THERE, common, saved)
        name = comparison.there.name
        name = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        return tr("There, “{name}”, saved {when}", name=name, when=self.moment(saved)) if saved else tr("There")

    @property
    def common(self) -> datetime | None:
        """When the version both come from was saved, as far as that is known."""
        ancestor = self._comparison.ancestor
        if ancestor is None:
            return None
        kept = (each.version.made_at for each in self._versions if each.document == ancestor.document)
        return _local(ancestor.saved_at) or next(kept, None)

    def _between(self, said: tuple[str, str], start: datetime, end: datetime) -> str:
        tr, first = self._context.tr, self.moment(start)
        if first == self.moment(end):
            return tr(said[1], when=first)
        last = self._context.texts.time(end) if start.date() == end.date() else self.moment(end)
        return tr(said[0], start=first, end=last)

    def moment(self, moment: datetime) -> str:
        """Day and time; the year only where it is another one."""
        texts = self._context.texts
        return f"{texts.long_date(moment, year=moment.year != datetime.now().year)}, {texts.time(moment)}"


def _state(conflict: Conflict) -> Callable[[Document], object] | None:
    """What the conflict is about in a document; None where that is more than one record."""
    record_id, name, key = conflict.place
    if not conflict.fields:
        return (lambda document: document.find(record_id) is None) if conflict.gone is Side.HERE else None

    def of(document: Document) -> object:
        record = document.find(record_id)
        if record is None or type(record) is not conflict.kind:
            return None
        if key is not None and name in map_fields(conflict.kind):
            return getattr(record, name).get(key)
        return tuple(getattr(record, field) for field in conflict.fields)

    return of


def _local(moment: datetime | None) -> datetime | None:
    """In local time without a zone, as versions say theirs."""
    return None if moment is None else moment.astimezone().replace(tzinfo=None)
