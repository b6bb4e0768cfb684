"""The list of a report's figures within its PDF: written with the report, read again when it is verified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from cxstudio.documents.report.origin import Origin
from cxstudio.documents.report.printed_figures import Figured, decimals
from cxstudio.documents.setting.printed_lines import PrintedLine

NAME: Final = "cxstudio-figures.json"
_FORMAT: Final = 1
_DIGITS: Final = 12
MOST_BYTES: Final = 50_000_000


class NoList(ValueError):
    """What was attached is no list of figures this program knows."""


@dataclass(frozen=True, slots=True)
class FigureList:
    """What a report prints, and where."""

    origin: Origin
    figures: tuple[Figured, ...]
    lines: tuple[PrintedLine, ...]
    counts: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Touchpoint → figure → value → how many answered so; empty unless somebody asked for it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Record → its name, as far as figures are about one."""

    @property
    def mark(self) -> str:
        """Twelve digits that stand for all figures, as they are printed: "3f9a-12bc-77d0"."""
        return mark_of(self.figures)

    def encoded(self) -> bytes:
        """As JSON in ASCII, the same bytes for the same list."""
        origin = self.origin
        return json.dumps(
            {
                "format": _FORMAT,
                "program": "CX Studio",
                "mark": self.mark,
                "language": origin.language,
                "size": list(origin.size),
                "day": origin.day.isoformat(),
                "journey": origin.journey,
                "round": origin.round,
                "sections": list(origin.sections),
                "preset": origin.preset,
                "project": origin.project,
                "figures": [
                    {"key": one.key, "section": one.section, "figure": one.figure, "about": one.about,
                     "rounding": decimals(one.text), "text": one.text}
                    for one in self.figures
                ],
                "lines": [list(line) for line in self.lines],
                "names": dict(self.names),
                "counts": {t: {f: dict(values) for f, values in kinds.items()} for t, kinds in self.counts.items()},
            },
            ensure_ascii=True,
            separators=(",", ":"),
        ).encode()  # fmt: skip


def mark_of(figures: Sequence[Figured]) -> str:
    """Twelve digits that stand for all figures, as they are printed: "3f9a-12bc-77d0"."""
    told = [[one.key, one.text] for one in figures]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()[:_DIGITS]
    return "-".join(digest[start : start + 4] for start in range(0, _DIGITS, 4))


def decoded(data: bytes) -> FigureList:
    """The list in what was attached. Raises NoList."""
    try:
        told = json.loads(data)
        if told["format"] != _FORMAT:
            raise NoList(str(told["format"]))
        width, height = told["size"]
        origin = Origin(
            _text(told["language"]), (float(width), float(height)), date.fromisoformat(told["day"]),
            _text(told["journey"]), _text(told["round"]), tuple(map(_text, told["sections"])),
            _text(told["preset"]), _text(told["project"]),
        )  # fmt: skip
        figures = tuple(
            Figured(*(_text(one[name]) for name in ("key", "section", "figure", "about", "text")))
            for one in told["figures"]
        )
        lines = tuple(
            PrintedLine(int(page), float(x), float(y), float(wide), float(size), _text(text))
            for page, x, y, wide, size, text in told["lines"]
        )
        names = {_text(record): _text(name) for record, name in told["names"].items()}
        counts = {
            _text(t): {_text(f): {_text(v): int(n) for v, n in values.items()} for f, values in kinds.items()}
            for t, kinds in told["counts"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise NoList(str(error)) from error
    return FigureList(origin, figures, lines, counts, names)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise NoList(repr(value)[:40])
    return value
