"""Which sections the report prints, and in which order; as long as nobody chooses, those of its kind."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from cxstudio.documents.chosen import report_settings as settings_of
from cxstudio.documents.report.section_table import SECTIONS, SectionRow, preset_sections
from cxstudio.edits import report_settings
from cxstudio.model import ReportSettings
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel

_BY_NAME = {each.name: each for each in SECTIONS}


class SectionList(QWidget):
    """Follows the settings; one row per section, those printed first and in their order."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: dict[str, QWidget] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._shown: tuple[object, ...] = ()
        self._list = column(None, spacing=0)
        self._usual = button(context.tr("Sections of this kind of report"), self.reset, "link")
        box = column(self, label(context.tr("Sections"), "field"), spacing=4)
        box.addLayout(self._list)
        box.addLayout(row(None, self._usual, -1))
        context.bridge.changed.connect(self._changed)
        self.refresh()

    @property
    def printed(self) -> tuple[str, ...]:
        """Names of the sections printed, in order."""
        settings = settings_of(self.context.document)
        asked = tuple(name for name in settings.sections if name in _BY_NAME)
        return asked or tuple(each.name for each in preset_sections(settings.preset))

    def refresh(self) -> None:
        """Read the settings again."""
        settings, printed = settings_of(self.context.document), self.printed
        if (printed, settings.sections) == self._shown:
            return
        self._shown = printed, settings.sections
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = {}
        others = [each.name for each in SECTIONS if each.name not in printed]
        self.rows = {name: self._row(_BY_NAME[name], printed) for name in (*printed, *others)}
        for made in self.rows.values():
            self._list.addWidget(made)
        self._usual.setVisible(bool(settings.sections))
        self._usual.setEnabled(not self.context.session.read_only)

    def choose(self, name: str, wanted: bool) -> None:
        """Print a section, behind those already printed, or leave it out; one at least is left."""
        rest = tuple(each for each in self.printed if each != name)
        if wanted or rest:
            self._write((*rest, name) if wanted else rest, N_("Choose sections of the report"))
        else:
            self._shown = ()
            self.refresh()

    def move_by(self, name: str, by: int) -> None:
        """Print a section earlier or later."""
        now = list(self.printed)
        at, to = now.index(name), now.index(name) + by
        if 0 <= to < len(now):
            now[at], now[to] = now[to], now[at]
            self._write(tuple(now), N_("Reorder the sections of the report"))

    def reset(self) -> None:
        """Print the sections of this kind of report again."""
        self._write((), N_("Sections of this kind of report"))

    def _write(self, sections: tuple[str, ...], label_: str) -> None:
        with self.context.session.transaction(label_) as draft:
            report_settings(draft, sections=sections)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(ReportSettings):
            self.refresh()

    def _row(self, section: SectionRow, printed: tuple[str, ...]) -> QWidget:
        title, chosen = self.context.tr(section.title), section.name in printed
        box: QCheckBox = PlainCheckBox("")
        box.setAccessibleName(title)
        box.setChecked(chosen)
        box.toggled.connect(lambda wanted: self.choose(section.name, wanted))
        self.boxes[section.name] = box
        made, name = QWidget(), ElidedLabel("")
        name.set_text(title)
        name.setBuddy(box)
        parts: list[QWidget] = [box, name]
        if chosen:
            parts += [self._arrow("arrow_up", N_("Move “{name}” forward"), section.name, title, -1, printed),
                      self._arrow("arrow_down", N_("Move “{name}” back"), section.name, title, 1, printed)]  # fmt: skip
        for each in parts:
            if self.context.session.read_only:
                each.setEnabled(False)
        row(made, *parts, spacing=2).setStretch(1, 1)
        return made

    def _arrow(self, icon: str, words: str, name: str, title: str, by: int, printed: tuple[str, ...]) -> QPushButton:
        said = self.context.tr(words, name=title)
        made = button("", lambda: self.move_by(name, by), "ghost", name=said)
        made.setIcon(self.context.theme.icon(icon))
        set_tooltip(made, said)
        made.setFixedWidth(28)
        made.setEnabled(0 <= printed.index(name) + by < len(printed))
        return made
