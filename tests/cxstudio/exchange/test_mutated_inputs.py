"""Many thousands of spoiled inputs, read one after the other: a plan or a clear sentence, soon, and no silent change.

`CX_MUTATED` says how many, 3,000 unless it is set.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read_request
from cxstudio.wording import texts
from tests.cxstudio.exchange.test_survey_doubts import means

MOST_SECONDS = 10.0
EN = texts("en")
STRAY = (
    "", "99", "-9", "k. A.", "n/a", "#REF!", "Summe", "Ø 3,4", "=1+1", "🙂", "3,5", "4/5", "★★★", '"', ";", "\t",
    "\x00", "2026-03-01", "03.04.2026 10:00", "trifft zu", "very satisfied", "0", "1e9", "NaN", "true", "{",
)  # fmt: skip
Grid = list[list[str]]


def bases(folder: Path | None) -> Iterator[tuple[str, str]]:
    """Names and texts of small inputs that are sound."""
    rows = [[str(n), *(str((n * k) % 5 + 1) for k in (1, 2, 3))] for n in range(1, 25)]
    yield "survey.csv", _text([["Id", "Website", "Hotline", "Bill"], *rows])
    words = ("sehr gut", "gut", "mittel", "schlecht", "sehr schlecht")
    yield (
        "words.csv",
        _text([["Id", "Website", "Hotline"], *([r[0], *(words[int(c) - 1] for c in r[1:3])] for r in rows)]),
    )
    pairs = [[r[0], *r[1:4], r[1]] for r in rows]
    yield "pairs.csv", _text([["Id", "A Erwartung", "A Erlebnis", "B Erwartung", "B Erlebnis"], *pairs])
    log = [[f"C{n // 3}", ("Call", "Form", "Pay")[n % 3], f"2026-03-{n // 3 + 1:02} 1{n % 3}:00"] for n in range(30)]
    yield "log.csv", _text([["Case ID", "Activity", "Timestamp"], *log])
    yield "list.csv", "Phase;Kontaktpunkt;Kanal;Fälle pro Jahr\nKauf;Website;Web;1.200\nKauf;Filiale;vor Ort;300\n"
    yield "journey.mmd", "journey\n  title Move\n  section Before\n    Search: 3: Me\n    Call: 2: Me, You\n"
    yield "outline.md", "# Move\n## Before\n- Search\n- Call\n## After\n1. Pay\n"
    for path in sorted(folder.glob("*")) if folder is not None else ():
        if path.suffix in {".csv", ".mmd", ".txt", ".json", ".yaml"} and path.stat().st_size < 8_000:
            yield path.name, path.read_bytes().decode("utf-8", "replace")


def _text(grid: Grid) -> str:
    return "\n".join(";".join(row) for row in grid) + "\n"


def _mutated(text: str, chance: random.Random) -> str:
    """The text with a few things spoiled."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def _lines(change: Callable[[list[str], random.Random], list[str]]) -> Callable[[str, random.Random], str]:
    return lambda text, chance: "\n".join(change(text.split("\n"), chance))


def _doubled(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines))
    return [*lines[:at], *[lines[at]] * chance.randint(2, 4), *lines[at + 1 :]]


def _shuffled(lines: list[str], chance: random.Random) -> list[str]:
    width = max(line.count(";") for line in lines) + 1
    order = chance.sample(range(width), width)
    cells = [line.split(";") for line in lines]
    return [";".join(row[at] for at in order if at < len(row)) if len(row) > 1 else row[0] for row in cells]


def _stray(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines))
    row = lines[at].split(";")
    row[chance.randrange(len(row))] = chance.choice(STRAY)
    return [*lines[:at], ";".join(row), *lines[at + 1 :]]


def _added(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines) + 1)
    return [*lines[:at], ";".join(chance.choice(STRAY) for _ in range(chance.randint(1, 5))), *lines[at:]]


def _without(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, chance: text[: chance.randrange(len(text) + 1)],
    lambda text, chance: text[chance.randrange(len(text) + 1) :],
    lambda text, chance: text.replace(chance.choice(";,\n:1a "), chance.choice(STRAY), chance.randint(1, 5)),
    _lines(_doubled),
    _lines(_shuffled),
    _lines(_stray),
    _lines(_added),
    _lines(_without),
)


def outcome(name: str, text: str, place: Path) -> ImportPlan | UserError:
    path = place / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        plan = read_request(ImportRequest(path=path, language="en"))
    except UserError as error:
        assert error.happened
        return error
    for said in (*plan.left_out, *plan.doubts, *plan.repairs, *plan.notes, *plan.preview.counts):
        assert said.said(EN)
    plan.document()
    return plan


@pytest.mark.torture
def test_whatever_is_spoiled_there_is_a_plan_or_a_sentence(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    cases = Path("/nonexistent")
    if os.environ.get("CX_DATA"):
        cases = Path(os.environ["CX_DATA"]) / "cases"
    chance, sound = random.Random(int(os.environ.get("CX_SEED", "1"))), list(bases(cases if cases.is_dir() else None))
    slowest = 0.0
    for _ in range(int(os.environ.get("CX_MUTATED", "3000"))):
        name, text = chance.choice(sound)
        spoiled = _mutated(text, chance)
        began = time.perf_counter()
        try:
            outcome(name, spoiled, tmp_path)
        except Exception as error:
            raise AssertionError(f"{name}: {error!r}\n{spoiled}") from error
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < MOST_SECONDS


@pytest.mark.parametrize("name", ["survey.csv", "words.csv", "pairs.csv"])
def test_other_orders_and_doubled_people_change_no_mean(name: str, tmp_path: Path) -> None:
    text = dict(bases(None))[name]
    lines = text.strip().split("\n")
    before = outcome(name, text, tmp_path)
    assert isinstance(before, ImportPlan) and not before.doubts
    wanted = {point: mean for point, (mean, _) in means(before).items()}
    chance = random.Random(2)
    others = [
        [lines[0], *chance.sample(lines[1:], len(lines) - 1)],
        _shuffled(lines, chance),
        [lines[0], *lines[1:], *lines[1:]],
        [lines[0] + ";Alter", *(f"{line};{30 + n}" for n, line in enumerate(lines[1:]))],
        [*lines, ""],
    ]
    for other in others:
        plan = outcome(name, "\n".join(other) + "\n", tmp_path)
        assert isinstance(plan, ImportPlan)
        assert {point: mean for point, (mean, _) in means(plan).items()} == pytest.approx(wanted)
