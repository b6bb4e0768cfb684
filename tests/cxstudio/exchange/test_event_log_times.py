"""Times as event logs write them."""

import pytest

from cxstudio.exchange.event_logs.event_times import Clock, clock_of, moment_to_datetime


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-04T05:06:07.5+02:00", "2026-03-04T03:06:07.500000+00:00"),
        ("2026/03/04 05:06:07.500", "2026-03-04T05:06:07.500000"),
        ("4.3.2026 5:06 Uhr", "2026-03-04T05:06:00"),
        ("04-03-2026:05.06", "2026-04-03T05:06:00"),
        ("3/4/2026 5:06 PM", "2026-03-04T17:06:00"),
        ("3/4/2026 12:06 a.m.", "2026-03-04T00:06:00"),
        ("2026-03-04 05:06 -0130", "2026-03-04T06:36:00+00:00"),
        ("2026-03-04 05:06:07 UTC", "2026-03-04T05:06:07+00:00"),
        ("20260304050607", "2026-03-04T05:06:07"),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("31.2.2026", None),
        ("2026-03-04 25:00", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_times_as_logs_write_them(cell: str, expected: str | None) -> None:
    moment = Clock().read(cell)
    found = None if moment is None else moment_to_datetime(moment.at, moment.offset is not None).isoformat()
    assert found == expected


def test_numbers_since_1970_are_times() -> None:
    for factor in (1, 1_000, 1_000_000):
        clock = clock_of([str(1_767_600_000 * factor), str(1_767_600_060 * factor)])
        first, second = (clock.read(str(n * factor)) for n in (1_767_600_000, 1_767_600_060))
        assert clock.timed and first is not None and second is not None and second.at - first.at == 60_000_000
    assert not clock_of(["1", "2", "30"]).timed


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("01-Feb-2026 08:00", "2026-02-01 08:00"),
        ("1. März 2026 08:00", "2026-03-01 08:00"),
        ("Feb 01, 2026 08:00 AM", "2026-02-01 08:00"),
        ("01. Dezember 2026", "2026-12-01"),
        ("So. 1. Februar 2026 08:00 Uhr", "2026-02-01 08:00"),
    ],
)
def test_names_of_months(written: str, plain: str) -> None:
    assert Clock().read(written) == Clock().read(plain) is not None


def test_days_as_spreadsheets_count_them() -> None:
    for mark in (".", ","):
        clock = clock_of([f"46054{mark}5", f"46055{mark}25"])
        assert clock.read(f"46054{mark}5") == Clock().read("2026-02-01 12:00")
