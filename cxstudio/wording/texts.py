"""Texts, numbers and dates in one language, passed along as an argument."""

from __future__ import annotations

import gettext
import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cxstudio.resources import resource_path

if TYPE_CHECKING:
    from babel import Locale

DOMAIN = "cxstudio"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("de", "en")
_Day = date
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"


def N_(message: str) -> str:
    """Marks a text for translation where it stands in a table; it is translated when shown."""
    return message


class Texts:
    """Everything that differs between languages. Message ids are the English texts.

    Babel is loaded with the first date: the window is on the screen before.
    """

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    @cached_property
    def locale(self) -> Locale:
        """Names of months and patterns of dates."""
        from babel import Locale

        return Locale.parse(self.language)

    def tr(self, message: str, **values: object) -> str:
        """The text in this language, with its {placeholders} filled."""
        text = self._translations.gettext(message) if message else ""
        return text.format(**values) if values else text

    def trn(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for a number of things; {n} is the number as the language writes it."""
        text = self._translations.ngettext(one, many, n)
        return text.format(n=self.number(n), **values)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with that many decimals; a real minus sign."""
        text = f"{rounded(value, decimals):,f}"
        return text.translate(_NUMBER_SIGNS[self.language])

    def signed(self, value: float, decimals: int = 1) -> str:
        """A number with its sign always shown: "+1,2", "−0,9"; "0,0" has none."""
        text = self.number(value, decimals)
        return "+" + text if rounded(value, decimals) > 0 else text

    def share(self, value: float, decimals: int = 0) -> str:
        """A share of 1 as per cent."""
        text = self.number(value * 100, decimals)
        return f"{text}\N{NO-BREAK SPACE}%" if self.language == "de" else f"{text}%"

    def money(self, value: float) -> str:
        """Euros, with cents where there are any."""
        cents = round(value * 100)
        text = self.number(cents / 100, 2 if cents % 100 else 0)
        return f"{text}\N{NO-BREAK SPACE}€" if self.language == "de" else f"€{text}"

    def date(self, day: _Day, *, year: bool = True) -> str:
        """A date for tables: "30.09.2026", "30 Sept 2026"."""
        from babel.dates import format_date

        pattern = {"de": ("dd.MM.yyyy", "dd.MM."), "en": ("d MMM yyyy", "d MMM")}[self.language]
        return format_date(day, pattern[0 if year else 1], locale=self.locale)

    def long_date(self, day: _Day, *, year: bool = True) -> str:
        """A date for running text: "12. März 2026", "12 March 2026"."""
        from babel.dates import format_date

        pattern = {"de": "d. MMMM", "en": "d MMMM"}[self.language] + (" yyyy" if year else "")
        return format_date(day, pattern, locale=self.locale)

    def month(self, day: _Day, *, year: bool = False) -> str:
        """The month a day lies in, short: "Okt.", "Oct 2026"."""
        from babel.dates import format_date

        return format_date(day, "LLL yyyy" if year else "LLL", locale=self.locale)

    def time(self, moment: datetime) -> str:
        """Hours and minutes."""
        from babel.dates import format_time

        return format_time(moment, "HH:mm", locale=self.locale)

    def quoted(self, text: str) -> str:
        """The text in this language's quotation marks; one that is quoted as a whole keeps one pair, quotations inside
        it get single ones.
        """
        inner = _QUOTED.sub(r"\1", text.strip()).translate(_INNER_QUOTES[self.language])
        return f"„{inner}“" if self.language == "de" else f"“{inner}”"

    def listed(self, items: list[str]) -> str:
        """Joined as running text: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + " " + self.tr("and") + " " + items[-1]

    def sort_key(self, text: str) -> tuple[str, str]:
        """Key for sorting as the language does (umlauts beside their letters, case ignored)."""
        from cxstudio.model.folding import sought  # the start page stands before the records are loaded

        return (sought(text), text)


_WIDE = Context(prec=400)
"""Digits for every float there is, however large what somebody typed."""


def rounded(value: float, decimals: int = 0) -> Decimal:
    """The value as people round it: a half goes away from zero, also where binary floats fall just short of it."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(repr(round(float(value), decimals + 9))).quantize(step, ROUND_HALF_UP, _WIDE)
    return exact if exact else abs(exact)


_NUMBER_SIGNS = {
    "de": str.maketrans({",": ".", ".": ",", "-": MINUS}),
    "en": str.maketrans({"-": MINUS}),
}
_QUOTED = re.compile('^[„“"]([^„“”"]+)[“”"]$')
"""A text in quotation marks that holds no others."""
_INNER_QUOTES = {
    "de": str.maketrans({"„": "‚", "“": "‘"}),
    "en": str.maketrans({"“": "‘", "”": "’"}),
}


@lru_cache(maxsize=4)
def texts(language: str) -> Texts:
    """The texts of a language ("de" or "en"). Raises ValueError for another one."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in {language!r}")
    if language == SOURCE_LANGUAGE:
        return Texts(language, gettext.NullTranslations())
    return Texts(language, gettext.translation(DOMAIN, str(resource_path("locale")), [language]))
