"""`cxstudio merge` with copies nobody should merge: one sentence or a list, and both files as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxstudio.files import load
from cxstudio.model import Picture
from tests.cxstudio.bad_copies import CASES, digests, saved
from tests.cxstudio.cli.told import Run


@pytest.mark.parametrize("case", CASES)
def test_every_bad_copy_is_one_sentence_or_a_list_and_both_files_stay(case: str, run: Run, tmp_path: Path) -> None:
    make, sentence, listed = CASES[case]
    place = saved(tmp_path / "move.cxs")
    other = make(place)
    before = digests(place.path, other)
    told = run("merge", place.path, other, "--lang", "en", *(["--dry-run"] if listed else []))
    if sentence:
        assert told.code == 1 and sentence in told.one_sentence()
    else:
        assert told.code == 0 and listed in told.out and not told.err
    assert digests(place.path, other) == before


def test_a_picture_of_one_copy_comes_along_and_one_of_neither_is_named(run: Run, tmp_path: Path) -> None:
    place = saved(tmp_path / "move.cxs")
    other, both = CASES["a picture in one copy only"][0](place), tmp_path / "both.cxs"
    before = digests(place.path, other)
    assert run("merge", place.path, other, "-o", both, "--lang", "en").code == 0
    merged = load(both)
    assert {p.asset for p in merged.content.document.all(Picture)} - merged.assets.keys() == set()
    assert digests(place.path, other) == before
    nowhere = CASES["a picture in neither copy"][0](place)
    told = run("merge", place.path, nowhere, "-o", tmp_path / "again.cxs", "--lang", "en")
    assert told.code == 0 and "The picture 000000000000 is missing." in told.out
