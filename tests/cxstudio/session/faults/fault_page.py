"""The page that says which failing calls on the disk are tried, counted from the scenarios themselves.

`python -m tests.cxstudio.session.faults.fault_page` writes it; a test fails when the page is out of date.
"""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from cxstudio.resources import resource_path
from tests.cxstudio.session.faults.failing_io import CHANGING, Lasting
from tests.cxstudio.session.faults.runs import CODES, KINDS, outcomes_of, run_once
from tests.cxstudio.session.faults.scenarios import SCENARIOS
from tests.cxstudio.session.faults.world import OUTCOMES

SAMPLE: Final = 101
"""One run in so many is looked at for the page; no divisor of the number of ways a call fails."""
_LASTING: Final = {
    Lasting.ONCE: "once",
    Lasting.FILE: "from then on for this file",
    Lasting.DISK: "from then on for all",
}
PAGE: Final = ("help", "faults.md")
DONE: Final = {
    "open": "a saved project is opened and edited",
    "recover": "a project whose unsaved work comes back is opened and edited",
    "recover and save": "the same, saved and edited again",
    "moved and saved": "the same, after the file was renamed",
    "resume": "unsaved work that has no file is gone on with",
    "begin": "a new project is begun and edited",
    "save": "edited, saved, edited again",
    "save and type": "saved beside the window, edited and a picture dropped meanwhile, edited again",
    "save, killed": "the same, killed just before the file is put in place",
    "save as": "saved under another name, edited, a picture dropped",
    "save as and type": "saved beside the window under another name, edited and a picture dropped meanwhile",
    "first save": "a new project is saved, a picture dropped, edited",
    "first save and type": "a new project is saved beside the window, edited and a picture dropped meanwhile",
    "save over another": "a new project is saved over somebody else's",
    "take theirs": "the file was changed by somebody else; theirs is taken",
    "replace theirs": "the file was changed by somebody else; theirs is replaced",
    "moved file": "a renamed project with unsaved work is opened and edited",
    "erase a person": "a participant is deleted for good",
    "erase and type": "the same beside the window, edited and a picture dropped meanwhile",
    "erase, killed": "the same, killed while the journal is being written anew",
    "close": "a project with unsaved work is closed",
    "journal": "three edits",
    "picture": "two pictures are dropped, an edit between them",
}
"""Scenario → what is done in it."""

_HEAD = """\
# When the disk fails

Every call on the disk is made to fail in tests, one after the other, in everything that is done with a project. This
page is written from those tests. `make test` makes a sample of the runs, `make torture` all of them.

## What has to hold in each run

A run passes only if

- the project's file is intact, and holds the old or the new state, nothing between them;
- every edit and picture that was accepted is in the file, comes back at the next start, or lies in a copy that was
  named; asked at two starts, one after the other. Exempt is only what was typed while a bar said that it cannot be
  protected, and only where the program is killed afterwards: closed in order, that too has to be there;
- what was said to be saved is in the file;
- no error is shown but one sentence that says what happened, what is safe and what to do.

One run that breaks one of these fails the test.

## How a call fails
"""


def page() -> str:
    """The whole page. Raises RuntimeError where a scenario without any failure breaks something."""
    return "\n".join((_HEAD, *_ways(), "", "## What is done meanwhile", "", *_scenarios(), "", *_endings(), ""))


def _ways() -> Iterator[str]:
    yield "| error | how long | then |"
    yield "|---|---|---|"
    for code in CODES:
        for each, words in _LASTING.items():
            ends = " or ".join("killed" if k.killed else "closed" for k in KINDS if (k.code, k.lasting) == (code, each))
            yield f"| {errno.errorcode[code]} ({os.strerror(code)}) | {words} | {ends} |"
    yield f"\nTogether {len(KINDS)} ways. A write that fails has written half."


def _scenarios() -> Iterator[str]:
    yield "| scenario | what is done | calls that only look | calls that change | runs |"
    yield "|---|---|---|---|---|"
    whole = looking = changing = 0
    with TemporaryDirectory() as place:
        for name in SCENARIOS:
            plain = run_once(name, Path(place) / "run", 0, KINDS[0])
            if plain.broken:
                raise RuntimeError(f"{name}: {plain.broken}")
            changes = sum(call.split()[0] in CHANGING for call in plain.calls)
            looks, runs = len(plain.calls) - changes, len(plain.calls) * len(KINDS)
            yield f"| {name} | {DONE[name]} | {looks} | {changes} | {runs:,} |"
            looking, changing, whole = looking + looks, changing + changes, whole + runs
    yield f"| together | {len(SCENARIOS)} scenarios | {looking:,} | {changing:,} | {whole:,} |"


def _endings() -> Iterator[str]:
    """What came of a sample of the runs: fault by outcome, scenario by outcome, and the test that says so."""
    by_fault: dict[str, Counter[str]] = {}
    by_scenario: dict[str, Counter[str]] = {}
    runs: Counter[str] = Counter()
    with TemporaryDirectory() as place:
        for name in SCENARIOS:
            for kind, found in outcomes_of(name, Path(place) / "run", SAMPLE):
                fault = f"{errno.errorcode[kind.code]}, {_LASTING[kind.lasting]}"
                for row, table in ((fault, by_fault), (name, by_scenario)):
                    table.setdefault(row, Counter()).update(found)
                    runs[row] += 1
    yield "## How it ends"
    yield f"\nOf one run in {SAMPLE}; a run can end in several ways at once. Nothing was lost in any. That is what"
    yield "`test_a_sample_of_failing_calls_loses_nothing` checks for these, and for all of them"
    yield "`test_no_failing_call_loses_anything`; the last column says with which parameter.\n"
    yield from _matrix("fault", by_fault, runs, lambda _: "all scenarios")
    yield ""
    yield from _matrix("scenario", by_scenario, runs, lambda name: f"`[{name}]`")


def _matrix(head: str, table: dict[str, Counter[str]], runs: Counter[str], test: Callable[[str], str]) -> Iterator[str]:
    yield f"| {head} | runs | {' | '.join(OUTCOMES)} | lost | test |"
    yield "|" + "---|" * (len(OUTCOMES) + 4)
    for row, found in sorted(table.items()) if head == "fault" else table.items():
        yield f"| {row} | {runs[row]} | {' | '.join(str(found[each] or '–') for each in OUTCOMES)} | 0 | {test(row)} |"


if __name__ == "__main__":
    resource_path(*PAGE).write_text(page(), encoding="utf-8")
