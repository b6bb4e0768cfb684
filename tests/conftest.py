"""Shared by all tests: no screen, no network, own folders, and where the real data lies."""

import gc
import json
import os
import sys
from collections.abc import Iterator
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the many processes tests start need not compile all modules again
os.environ["OPENPYXL_LXML"] = "False"  # tests import openpyxl before the program says so
os.environ["SOURCE_DATE_EPOCH"] = "1773302400"  # documents say they were made on 12 March 2026, 08:00 UTC

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from cxstudio.caches import clear_caches
from tests.examples import examples
from tests.unmeasured import unmeasured

sys.dont_write_bytecode = False
settings.register_profile(
    "house", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection() -> None:
    """Nothing the tests and the program consist of is garbage: the collector would only walk it, again and again."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


MEASURED_EXAMPLES = 5
"""How many examples of a property are watched for coverage; the others run at full speed."""


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Properties: drawing is not watched for coverage, nor are later examples; both would be twice as slow."""
    property_ = getattr(pyfuncitem.obj, "hypothesis", None)
    if property_ is None or Coverage.current() is None:
        return (yield)
    inner, run, trace = property_.inner_test, count(), sys.gettrace()

    @wraps(inner)
    def measured_at_first(*arguments: Any, **named: Any) -> Any:
        if next(run) >= MEASURED_EXAMPLES:
            return inner(*arguments, **named)
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            return inner(*arguments, **named)
        finally:
            sys.settrace(before)

    property_.inner_test = measured_at_first
    try:
        with unmeasured():
            return (yield)
    finally:
        property_.inner_test = inner


@pytest.fixture(scope="module", autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What the tests of a file left in the program's caches would only be walked by the collector ever after."""
    yield
    clear_caches()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of real data nobody here wrote; tests that use it skip where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the real data is not on this machine")
    return folder


@pytest.fixture(scope="session")
def expected(real_data: Path) -> Any:
    """Figures of the real data, worked out independently."""
    return json.loads((real_data / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, journals and caches of a test go into its own folder."""
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ):
        monkeypatch.setenv(name, str(tmp_path / "xdg" / folder))
    return tmp_path / "xdg"
