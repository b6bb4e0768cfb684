"""The program's own log: rotating, and without a word of what projects hold."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler

import cxstudio
from cxstudio.files.atomic import private_folder
from cxstudio.session.folders import Folders

log = logging.getLogger("cxstudio")
FILE_NAME = "cxstudio.log"
LARGEST = 500_000
KEPT = 3


class _NoContent(logging.Formatter):
    """Of an exception only where it happened: its message may quote what somebody typed."""

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return where(error) if isinstance(error, BaseException) else ""


def start_log(folders: Folders) -> None:
    """Write to the log folder from now on; without one the program runs on silently."""
    stop_log()
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        private_folder(folders.log)
        handler: logging.Handler = RotatingFileHandler(
            folders.log / FILE_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.set_name(FILE_NAME)
    handler.setFormatter(_NoContent("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.info("CX Studio %s, Python %s, %s", cxstudio.__version__, platform.python_version(), platform.system())


def stop_log() -> None:
    """Close the log."""
    for handler in [h for h in log.handlers if h.get_name() == FILE_NAME]:
        log.removeHandler(handler)
        handler.close()


def where(error: BaseException) -> str:
    """Kind of an exception and the places it came through, without its message."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:
        lines.append("because of " + where(error.__cause__))
    return "\n".join(lines)


def report(error: BaseException) -> str:
    """What somebody can copy and send: versions and places, no content."""
    return "\n".join(
        (
            f"CX Studio {cxstudio.__version__}, Python {platform.python_version()}, {platform.platform()}",
            where(error),
        )
    )


def _short(name: str) -> str:
    """A file name from its package on: no folder names of this machine."""
    for start in sorted(sys.path, key=len, reverse=True):
        if start and name.startswith(start):
            return name[len(start) :].lstrip("/\\")
    return name.replace("\\", "/").rsplit("/", 1)[-1]
