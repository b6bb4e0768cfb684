"""Every journey of the collected ones: Mermaid's own verdict, and what Mermaid itself read."""

import html
import json
import math
from pathlib import Path
from typing import Any

import pytest

from cxstudio.errors import UserError
from cxstudio.exchange.mermaid.mermaid_grammar import NotAJourney, parse
from cxstudio.exchange.readers import read
from cxstudio.model import Participant, Stage, Touchpoint, TouchpointRatings

FOLDERS = ("mermaid-upstream", "mermaid-public")


def entries(real_data: Path) -> list[tuple[Path, dict[str, Any]]]:
    return [
        (real_data / folder / entry["file"], entry)
        for folder in FOLDERS
        for entry in json.loads((real_data / folder / "manifest.json").read_text(encoding="utf-8"))["entries"]
    ]


def test_the_verdict_is_mermaids_own(real_data: Path) -> None:
    wrong = []
    for path, entry in entries(real_data):
        try:
            parse(path.read_text(encoding="utf-8"))
            verdict = "parses"
        except NotAJourney:
            verdict = "fails"
        if verdict != entry["expected_after_dedent"]:
            wrong.append(path.name)
    assert not wrong


def test_the_content_is_what_mermaid_reads(real_data: Path) -> None:
    for path, entry in entries(real_data):
        if entry["parsed"] is None:
            continue
        journey = parse(path.read_text(encoding="utf-8"))
        read_by_mermaid = entry["parsed"]
        assert journey.title == html.unescape(read_by_mermaid["title"]), path.name
        assert journey.acc_title == read_by_mermaid["accTitle"], path.name
        assert journey.acc_description == read_by_mermaid["accDescr"], path.name
        assert journey.sections == read_by_mermaid["sections"], path.name
        assert [
            {
                "section": "" if task.section is None else journey.sections[task.section],
                "task": task.name,
                "score": "NaN" if math.isnan(task.score) else task.score,
                "people": list(task.people),
            }
            for task in journey.tasks
        ] == read_by_mermaid["tasks"], path.name


def test_the_records_say_what_mermaid_reads(real_data: Path) -> None:
    for path, entry in entries(real_data):
        if entry["parsed"] is None:
            with pytest.raises(UserError):
                read(path)
            continue
        plan = read(path)
        document = plan.document()
        tasks = entry["parsed"]["tasks"]
        points = [r for r in plan.records if isinstance(r, Touchpoint)]
        assert [p.name for p in points] == [task["task"].strip() for task in tasks], path.name
        assert [s.name for s in plan.records if isinstance(s, Stage) and s.name] == [
            name.strip() for name in entry["parsed"]["sections"]
        ], path.name
        names = {p.id: p.name for p in document.all(Participant)}
        for point, task in zip(points, tasks, strict=True):
            people = list(dict.fromkeys(filter(None, task["people"])))
            valid = task["score"] in (1, 2, 3, 4, 5)
            for ratings in document.having(TouchpointRatings, "touchpoint", point.id):
                if people:
                    assert [names[i] for i in ratings.experience] == people, path.name
                assert not ratings.expectation and not ratings.emotion and not ratings.importance
                assert set(ratings.experience.values()) <= {task["score"] if valid else None}, path.name
            if not valid:
                assert plan.repairs and any(str(x.where.values[0][1]).isdecimal() for x in plan.left_out), path.name
