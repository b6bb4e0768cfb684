"""When a measure has paid for itself, counted from the start of its effect."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.money.estimate import Estimate, exactly

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Payback:
    """What is spent once, what a year leaves, and after how many months both are even.

    Months are 12 · once / (benefit − cost per year). None: it does not pay back.
    """

    once: Estimate
    """€."""
    net_per_year: Estimate
    """Benefit − cost, € a year."""

    @property
    def best(self) -> float | None:
        """Months where everything turns out well; the only number where nothing is a range."""
        return _months(self.once.low, self.net_per_year.high)

    @property
    def worst(self) -> float | None:
        """Months where everything turns out badly."""
        return _months(self.once.high, self.net_per_year.low)

    @property
    def assumed(self) -> bool:
        """It rests on an assumption."""
        return self.once.assumed or self.net_per_year.assumed

    def net_after(self, months: float) -> Estimate:
        """What is left after so many months, €: below 0 until it has paid back."""
        return self.net_per_year * exactly(months / MONTHS_A_YEAR) - self.once


def payback(once: Estimate, per_year: Estimate, benefit_per_year: Estimate) -> Payback:
    """From what is spent once (€), what it costs and what it brings (€ a year).

    Raises ValueError where less than nothing is spent once.
    """
    if once.low < 0:
        raise ValueError("nobody spends less than nothing")
    return Payback(once, benefit_per_year - per_year)


def _months(once: float, net_per_year: float) -> float | None:
    return MONTHS_A_YEAR * once / net_per_year if net_per_year > 0 else None
