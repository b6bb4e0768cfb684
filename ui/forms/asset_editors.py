"""Editors for a colour, an icon's name and a picture file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFileDialog

from cxstudio.files.pictures import LONGEST_SIDE
from cxstudio.look.icons import CHANNEL_ICONS
from cxstudio.model.known_channels import known_channels
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import Field
from cxstudio.wording.fields.typed_values import BadInput
from ui.canvas.project_pictures import pixmap_of
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN, CalmCombo
from ui.forms.field_editor import FieldEditor
from ui.forms.picture_intake import PICTURE_FILTER, PictureIntake
from ui.forms.text_editors import LineEditor
from ui.theme.plain_texts import PlainLabel
from ui.widgets.basics import button, column, label, row

_MORE_ICONS: Final = {"person": N_("Person"), "dot": N_("Dot")}
"""Icons no known channel has."""
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")


class ColourEditor(LineEditor):
    """A colour by its six hexadecimal digits, shown beside them."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.line.setPlaceholderText("#3A4FB8")
        self.swatch = PlainLabel()
        self.swatch.setFixedSize(28, 28)
        self.beside.addWidget(self.swatch)

    def read(self) -> Any:
        text = self.line.text().strip()
        found = _HEX.fullmatch(text)
        if text and not found:
            raise BadInput(self.context.tr("Please enter a colour, for example {colour}.", colour="#3A4FB8"))
        return f"#{found[1].upper()}" if found else ""

    def _display(self, value: Any) -> None:
        super()._display(value)
        pixmap = QPixmap(28, 28)
        pixmap.fill(QColor(value) if value else Qt.GlobalColor.transparent)
        self.swatch.setPixmap(pixmap)


class IconEditor(FieldEditor):
    """One of the channel icons."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.combo = CalmCombo()
        self.combo.setAccessibleName(self.name)
        self.combo.setIconSize(QSize(16, 16))
        self.combo.addItem(NOT_GIVEN, "")
        for name in CHANNEL_ICONS:
            self.combo.addItem(context.theme.icon(name), icon_text(context, name), name)
        self.setFocusProxy(self.combo)
        column(self, self.combo)
        self.combo.activated.connect(lambda *_: self.finished.emit())

    def read(self) -> Any:
        return self.combo.currentData() or ""

    def _display(self, value: Any) -> None:
        if value and self.combo.findData(value) < 0:
            self.combo.addItem(value, value)
        self.combo.setCurrentIndex(self.combo.findData(value or ""))


class AssetEditor(FieldEditor):
    """A picture from a file, kept in the project's asset store."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self._value = ""
        self._intake = PictureIntake(context, self)
        self.preview = label("", "small")
        self.choose = button(context.tr("Choose picture …"), self.ask, name=self.name)
        self.remove = button(context.tr("Remove"), lambda: self._take(""), "ghost")
        row(self, self.preview, self.choose, self.remove, -1, spacing=8)

    def ask(self) -> None:
        """Let somebody choose a file."""
        title = self.context.tr("Choose picture …")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", f"{self.name} ({PICTURE_FILTER})")
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Keep a picture file."""
        self._intake.take_file(path, lambda kept: self._take(kept[0].asset))

    def read(self) -> Any:
        return self._value

    def _take(self, asset: str) -> None:
        self._value = asset
        self.finished.emit()

    def _display(self, value: Any) -> None:
        self._value = value or ""
        pixmap = asset_pixmap(self.context, self._value, 120, 40)
        self.preview.setVisible(pixmap is not None)
        if pixmap is not None:
            self.preview.setPixmap(pixmap)
        self.remove.setVisible(bool(self._value))


def asset_pixmap(context: Context, asset: str, width: int, height: int) -> QPixmap | None:
    """A picture of the asset store, at most that large; None where it cannot be shown."""
    pixmap = pixmap_of(context.session.assets.get(asset) if asset else None, LONGEST_SIDE)
    mode = Qt.AspectRatioMode.KeepAspectRatio
    return pixmap and pixmap.scaled(width, height, mode, Qt.TransformationMode.SmoothTransformation)


def icon_text(context: Context, name: str) -> str:
    """What a channel's icon is called: as the known channel that has it."""
    channel = next((c for c in known_channels() if c.icon == name), None)
    return context.tr(_MORE_ICONS.get(name, name)) if channel is None else channel.name.say(context.texts.language)
