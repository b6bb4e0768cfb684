"""Runs of a scenario, each with another call on the disk failing, and what came of them."""

import errno
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from tests.cxstudio.session.faults.failing_io import FailingIO, Lasting
from tests.cxstudio.session.faults.scenarios import SCENARIOS
from tests.cxstudio.session.faults.world import World

CODES: Final = (errno.EIO, errno.ENOSPC, errno.EACCES)


@dataclass(frozen=True, slots=True)
class Kind:
    """How it fails, and how the program ends afterwards."""

    code: int
    lasting: Lasting
    killed: bool

    def __str__(self) -> str:
        return f"{errno.errorcode[self.code]} {self.lasting.value}, {'killed' if self.killed else 'closed'}"


KINDS: Final = tuple(Kind(code, lasting, killed) for code in CODES for lasting in Lasting for killed in (False, True))


def run_once(name: str, place: Path, at: int, kind: Kind) -> FailingIO:
    """One run in a new folder, with call number `at` failing (0: none)."""
    failing = FailingIO([place], at, kind.code, kind.lasting)
    world, scenario = World(place, failing), SCENARIOS[name]
    try:
        with failing.on():
            world.make_folders()
            scenario.before(world)
            world.before = world.held()
            failing.armed = True
            scenario.act(world)
            failing.armed = False
            if kind.killed:
                world.kill()
            elif world.session is not None:
                world.close()
                world.unsafe.clear()
            failing.outcome = world.outcome()
            world.check()
    except Exception as error:  # noqa: BLE001 - counted, and said by the test
        failing.broken = f"{type(error).__name__}: {error}"
    finally:
        failing.armed = False
        world.kill()
        shutil.rmtree(place, ignore_errors=True)
    return failing


def outcomes_of(name: str, place: Path, step: int) -> Iterator[tuple[Kind, frozenset[str]]]:
    """How every so manieth run of a scenario ends, by how the call fails. Raises RuntimeError for a run that broke."""
    plain = run_once(name, place / "0", 0, KINDS[0])
    ways = list(product(range(1, len(plain.calls) + 1), KINDS))
    for number, (at, kind) in enumerate(ways[::step]):
        made = run_once(name, place / str(number + 1), at, kind)
        if made.broken:
            raise RuntimeError(f"{name}: call {at} ({kind}): {made.broken}")
        yield kind, made.outcome


def runs_of(name: str, place: Path, step: int = 1) -> Iterator[tuple[str, str]]:
    """Each run and what it broke ("" for nothing): no call failing, then every call in every way.

    With a `step` only every so manieth of them is made, evenly spread.
    """
    plain = run_once(name, place / "0", 0, KINDS[0])
    yield f"{name}: all is well", plain.broken
    ways = list(product(range(1, len(plain.calls) + 1), KINDS))
    for number, (at, kind) in enumerate(ways[::step]):
        made = run_once(name, place / str(number + 1), at, kind)
        yield f"{name}: call {at} ({made.failed_call}; {kind})", made.broken
