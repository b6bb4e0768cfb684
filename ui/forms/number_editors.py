"""Editors for numbers, money and dates, as the language writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import QCalendarWidget

from cxstudio.wording.fields.field_table import Field
from cxstudio.wording.fields.typed_values import text_of, value_of
from ui.context.context import Context
from ui.forms.text_editors import LineEditor
from ui.theme.plain_texts import PlainToolButton
from ui.widgets.basics import column, label
from ui.widgets.popup_sheet import Overlay

NUMBER_WIDTH, DATE_WIDTH = 120, 128


class NumberEditor(LineEditor):
    """A number with its unit beside it; empty means not given."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if field.unit:
            unit = label(context.tr(field.unit), "small")
            self.line.setAccessibleDescription(context.tr(field.unit))
            self.beside.addWidget(unit)
        self.line.setMaximumWidth(NUMBER_WIDTH)
        self.beside.addStretch(1)

    def edited(self) -> None:
        """Half a number is not a number: nothing is kept before it is finished."""

    def read(self) -> Any:
        return value_of(self.context.texts, self.context.document, self.field, self.line.text(), self.record_id)

    def _text(self, value: Any) -> str:
        return text_of(self.context.texts, self.field, value)


class DateEditor(LineEditor):
    """A day; may stay empty. A small calendar opens beside it."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.line.setPlaceholderText(context.tr("DD/MM/YYYY"))
        self.line.setMaximumWidth(DATE_WIDTH)
        self.opener = PlainToolButton()
        self.opener.setIcon(context.theme.icon("calendar"))
        self.opener.setIconSize(QSize(16, 16))
        self.opener.setAccessibleName(context.tr("Choose {field}", field=self.name))
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.setFixedSize(30, 30)
        self.opener.clicked.connect(self.open_calendar)
        self.beside.setSpacing(4)
        self.beside.addWidget(self.opener)
        self.beside.addStretch(1)

    def edited(self) -> None:
        """Half a day is another day: nothing is kept before it is finished."""

    def read(self) -> Any:
        return value_of(self.context.texts, self.context.document, self.field, self.line.text(), self.record_id)

    def open_calendar(self) -> Overlay:
        """Show the month; a click takes the day."""
        popup = Overlay(self.opener)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.name)
        if self.shown is not None:
            calendar.setSelectedDate(QDate(self.shown.year, self.shown.month, self.shown.day))
        column(popup, calendar).setContentsMargins(8, 8, 8, 8)

        def take(day: QDate) -> None:
            popup.dismiss()
            self.line.setText(self.context.texts.date(date(day.year(), day.month(), day.day())))
            self.finished.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.open_below(calendar)
        return popup

    def _text(self, value: Any) -> str:
        return text_of(self.context.texts, self.field, value)
