"""Editors for numbers, money and dates, as the language writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton

from cxstudio.wording.fields import Editor, Field
from cxstudio.wording.parsing import parse_date, parse_number
from ui.context import Context
from ui.forms.base import BadInput
from ui.forms.text import LineEditor
from ui.widgets.basics import column, label


class NumberEditor(LineEditor):
    """A number with its unit beside it; empty means not given."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if field.unit:
            unit = label(context.tr(field.unit), "small")
            self.line.setAccessibleDescription(context.tr(field.unit))
            self.beside.addWidget(unit)

    def edited(self) -> None:
        """Half a number is not a number: nothing is kept before it is finished."""

    def read(self) -> Any:
        try:
            value = parse_number(self.line.text(), self.context.texts)
        except ValueError:
            raise BadInput(self.context.tr("Please enter a number.")) from None
        if value is None:
            if self.field.nullable:
                return None
            raise BadInput(self.context.tr("A number is needed here."))
        if self.field.editor is Editor.SHARE:
            value = value / 100
        self._check(value)
        if self.field.editor is Editor.INTEGER:
            if value != int(value):
                raise BadInput(self.context.tr("Please enter a whole number."))
            return int(value)
        return value

    def _check(self, value: float) -> None:
        low, high, tr = self.field.lowest, self.field.highest, self.context.tr
        if (low is not None and value < low) or (high is not None and value > high):
            if low is not None and high is not None:
                raise BadInput(tr("Between {low} and {high}.", low=self._text(low), high=self._text(high)))
            if low is not None:
                raise BadInput(tr("Not below {low}.", low=self._text(low)))
            raise BadInput(tr("Not above {high}.", high=self._text(high)))

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        if self.field.editor is Editor.SHARE:
            value = value * 100
        value = round(float(value), 2)
        decimals = 0 if value == int(value) else (1 if value * 10 == int(value * 10) else 2)
        grouped = self.context.texts.number(value, decimals)
        return (
            grouped
            if self.field.editor is Editor.MONEY or abs(value) >= 10_000
            else grouped.replace("." if self.context.texts.language == "de" else ",", "")
        )


class DateEditor(LineEditor):
    """A day; may stay empty. A small calendar opens beside it."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        example = context.texts.date(date(date.today().year, 9, 30))
        self.line.setPlaceholderText(example)
        self.opener = QToolButton()
        self.opener.setIcon(context.theme.icon("calendar"))
        self.opener.setIconSize(QSize(16, 16))
        self.opener.setAccessibleName(context.tr("Choose {field}", field=self.name))
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.setFixedSize(30, 30)
        self.opener.clicked.connect(self.open_calendar)
        self.beside.addWidget(self.opener)

    def edited(self) -> None:
        """Half a day is another day: nothing is kept before it is finished."""

    def read(self) -> Any:
        try:
            return parse_date(self.line.text(), self.context.texts, date.today())
        except ValueError:
            example = self.context.texts.date(date(date.today().year, 9, 30))
            raise BadInput(self.context.tr("Please enter a day, for example {day}.", day=example)) from None

    def open_calendar(self) -> QFrame:
        """Show the month; a click takes the day."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("kind", "overlay")
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.name)
        if self.shown is not None:
            calendar.setSelectedDate(QDate(self.shown.year, self.shown.month, self.shown.day))
        column(popup, calendar).setContentsMargins(8, 8, 8, 8)

        def take(day: QDate) -> None:
            popup.close()
            self.line.setText(self.context.texts.date(date(day.year(), day.month(), day.day())))
            self.finished.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.adjustSize()
        popup.move(self.mapToGlobal(QPoint(self.width() - popup.width(), self.height() + 2)))
        popup.show()
        calendar.setFocus()
        return popup

    def _text(self, value: Any) -> str:
        return self.context.texts.date(value) if value is not None else ""
