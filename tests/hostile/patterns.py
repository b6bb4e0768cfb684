"""Every pattern of the program against long texts that make careless ones run away; for a process of its own.

`python -m tests.hostile.patterns` prints the patterns that took longer than half a second of work, and ends with 1.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cxstudio

LENGTH = 20_000
MOST_SECONDS = 0.5
"""Of work, for one pattern on one text: one that looks at each character a few times needs a hundredth."""
_PARTS = ("a", "A", "0", " ", "\n", "\t", ".", ",", ":", ";", "-", "<", ">", "%", "#", "{", "}", '"', "'", "\\", "=",
          "/", " a", "a ", "1,", "1.", "a:", "\n ", " \n", "<a", '="', "%%", "%%{", "%%{a", "#a", "a;", "---", "(a",
          "{a", "é", "1 ", "- ", "a1", "[", "[a", "]", "a@", "a.", "+4", "1-", "a|", "|", "journey", "journey ",
          "``` ", "~")  # fmt: skip

GUARDED = {
    "cxstudio.exchange.survey.shared_questions._ROW": "has to fit a heading from its beginning, with single blanks",
    "cxstudio.exchange.survey.shared_questions._DASHED": "the same",
    "cxstudio.wording.figures.room_words._MONEY": "is given the first 1,000 characters of a title",
    "cxstudio.exchange.tables.other_kinds._TEXTS": "has to fit the first 4,000 characters of a text",
    "cxstudio.exchange.mermaid.mermaid_source._TAG": "is given only what ends with the sign it looks for",
}
"""Patterns that could run away but are never given such a text, and why."""


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Every pattern that is compiled once, with the place of its name; those inside tuples and maps too."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(cxstudio.__path__, "cxstudio."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for found in _inside(value, 3):
                if id(found) not in seen:
                    seen.add(id(found))
                    yield f"{module.name}.{name}", found


def _inside(value: object, deep: int) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, list | tuple | frozenset) and deep:
        for part in value:
            yield from _inside(part, deep - 1)
    elif isinstance(value, dict) and deep:
        for part in value.values():
            yield from _inside(part, deep - 1)


def texts() -> Iterator[str]:
    """Long texts of one part again and again, with something at the end that fits nowhere."""
    for part in _PARTS:
        again = part * (LENGTH // len(part))
        yield again + "\x01"
        yield "x" + again + "\n!"


def uses() -> dict[str, set[str]]:
    """Name of a pattern, of a private one with its module → the methods the program calls on it."""
    found: dict[str, set[str]] = {}
    studio = Path(cxstudio.__file__).parent
    for path in studio.rglob("*.py"):
        module = ".".join(path.relative_to(studio.parent).with_suffix("").parts)
        for name, method in re.findall(r"\b([A-Z_]{3,})\.(\w+)", path.read_text(encoding="utf-8")):
            found.setdefault(f"{module}.{name}" if name.startswith("_") else name, set()).add(method)
    return found


def slow() -> Iterator[tuple[str, str, float]]:
    """Pattern, text and seconds of everything that runs away, used as the program uses it."""
    used = uses()
    for name, pattern in patterns():
        bare = name.rpartition(".")[2]
        methods = used.get(name if bare.startswith("_") else bare, {"search", "match"})
        anchored = methods <= {"match", "fullmatch"}
        calls = (pattern.match, pattern.fullmatch) if anchored else (pattern.search, pattern.match, pattern.fullmatch)
        for text in texts() if name not in GUARDED else ():
            given = text.encode() if isinstance(pattern.pattern, bytes) else text
            start = time.process_time()
            for use in calls:
                use(given)  # type: ignore[operator]
            taken = time.process_time() - start
            if taken > MOST_SECONDS:
                yield name, text[:8], taken
                break


if __name__ == "__main__":
    found = 0
    for name, text, taken in slow():
        found += 1
        print(f"{name} on {text!r}…: {taken:.1f} s", flush=True)
    print(f"{sum(1 for _ in patterns())} patterns")
    sys.exit(bool(found))
