"""Work of the tests that is no work of the program: done without being watched for coverage, at twice the speed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def unmeasured() -> Iterator[None]:
    """Nothing within it counts for coverage: reading back a PDF, drawing examples. Also a decorator."""
    if Coverage.current() is None:  # whoever looks on then is a debugger, and stays
        yield
        return
    trace = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(trace)
