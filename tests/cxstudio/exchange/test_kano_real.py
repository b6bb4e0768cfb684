"""The Kano kinds of the real K-SERVQUAL survey, counted once more from its raw cells by the rule in words."""

import csv
import json
from collections import Counter
from pathlib import Path

from cxstudio.analysis.statistics.kano_figures import LETTERS, round_kano
from cxstudio.exchange.readers import read
from cxstudio.model import Journey, Round
from cxstudio.resources import resource_path

NAME = "kservqual_kiosk_cp949_dev.csv"


def letter(there: int, missing: int) -> str:
    """The evaluation table as a rule: Berger et al. 1993."""
    if there == missing and there in (1, 5):
        return "Q"
    if missing == 1 or there == 5:
        return "R"
    if there == 1:
        return "O" if missing == 5 else "A"
    return "M" if missing == 5 else "I"


def counted(folder: Path) -> list[Counter[str]]:
    """Per item of the shipped mapping: letter → people, straight from the file."""
    mapping = json.loads(resource_path("mappings", "kservqual.json").read_text(encoding="utf-8"))
    words = {" ".join(word.split()).casefold(): value for word, value in mapping["kano_words"].items()}
    numbers: dict[str, dict[str, int]] = {}
    for column in mapping["columns"]:
        if column["role"].startswith("kano_"):
            numbers.setdefault(column["item"], {})[column["role"]] = column["number"] - 1
    with (folder / NAME).open(encoding="cp949", newline="") as file:
        rows = list(csv.reader(file))[1:]

    def answer(cell: str) -> int | None:
        return words.get(" ".join(cell.split()).casefold())

    found = []
    for places in numbers.values():
        pairs = [(answer(row[places["kano_functional"]]), answer(row[places["kano_dysfunctional"]])) for row in rows]
        found.append(Counter(letter(a, b) for a, b in pairs if a is not None and b is not None))
    return found


def test_every_pair_of_answers_is_counted_as_by_hand(real_data: Path) -> None:
    document = read(real_data / "surveys" / NAME).document()
    (round_,) = document.all(Round)
    found = round_kano(document, round_.id)
    listed = [t.id for t in document.journey_touchpoints(document.all(Journey)[0].id)]
    assert list(found) == listed and len(listed) == 24
    for figures, hand in zip(found.values(), counted(real_data / "surveys"), strict=True):
        assert {name: figures.counts[kind] for name, kind in LETTERS.items()} == {n: hand[n] for n in LETTERS}
        assert figures.n == sum(hand.values()) == 138
        assert hand[next(n for n, kind in LETTERS.items() if kind is figures.kind)] == max(hand.values())
        pleased, annoyed = hand["A"] + hand["O"], hand["O"] + hand["M"]
        base = pleased + hand["M"] + hand["I"]
        assert (figures.better, figures.worse) == (pleased / base, -annoyed / base)
