"""How the cells of the plan's workbook look: the program's colours on white, numbers as the language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.look.status_roles import STATUS_ROLES
from cxstudio.wording.plan.plan_columns import Form

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

MONEY: Final = {"de": '{} "€"', "en": '"€"{}'}

_SIDES: Final[dict[Form, dict[str, Any]]] = {
    form: {"align": "center" if form in (Form.NUMBER, Form.SHARE) else "right" if form in (Form.DECIMAL, Form.MONEY)
           else "left"}
    for form in Form
}  # fmt: skip
"""A heading stands above what it heads."""


class Formats:
    """The workbook's formats, each made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        colours = palette("light")
        patterns: dict[Form, dict[str, Any]] = {
            Form.NUMBER: {"num_format": "0", "align": "center"},
            Form.DECIMAL: {"num_format": "0.0##"},
            Form.MONEY: {"num_format": MONEY[language].format("#,##0")},
            Form.SHARE: {"num_format": "0%", "align": "center"},
            Form.DATE: {"num_format": "dd.mm.yyyy" if language == "de" else "d mmm yyyy", "align": "left"},
        }
        body = {"valign": "top", "bottom": 1, "bottom_color": colours[Role.LINE]}
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": colours[Role.ACCENT_GROUND],
                "font_color": colours[Role.ACCENT], "bottom": 1, "bottom_color": colours[Role.ACCENT]}  # fmt: skip
        still = {"font_color": colours[Role.FAINT]}
        still_head = {**head, "bold": False, "italic": True, "font_color": colours[Role.MUTED]}
        self.heads = {form: book.add_format({**head, **side}) for form, side in _SIDES.items()}
        self.still_heads = {form: book.add_format({**still_head, **side}) for form, side in _SIDES.items()}
        self.text = book.add_format({**body, "text_wrap": True})
        self.still = book.add_format({**body, **still, "text_wrap": True})
        self.quoted = book.add_format({**body, "text_wrap": True, "quote_prefix": True})
        self.strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.running = book.add_format({"text_wrap": True, "valign": "top"})
        self.cents = book.add_format({**body, "num_format": MONEY[language].format("#,##0.00")})
        self.forms: dict[Form, Format] = {form: book.add_format({**body, **p}) for form, p in patterns.items()}
        self.sum = book.add_format({"bold": True, "font_color": colours[Role.MUTED], "valign": "vcenter"})
        self.sum_money = book.add_format({"bold": True, "valign": "vcenter", **patterns[Form.MONEY]})
        self.late = book.add_format({"bold": True, "font_color": colours[Role.DISAPPOINTING_TEXT],
                                     "bg_color": colours[Role.DISAPPOINTING_GROUND]})  # fmt: skip
        self.dropped = book.add_format(still)
        self.chips = {
            status: book.add_format({"bg_color": colours[ground], "font_color": colours[ink]})
            for status, (ground, ink) in STATUS_ROLES.items()
        }
