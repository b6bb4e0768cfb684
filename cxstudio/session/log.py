"""The program's own log: rotating, and without a word of what projects hold."""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from typing import TextIO

import cxstudio
from cxstudio.files.atomic import private_folder
from cxstudio.session.folders import Folders

log = logging.getLogger("cxstudio")
FILE_NAME = "cxstudio.log"
LARGEST = 500_000
KEPT = 3
CRASH_FILE = "crash.log"
LARGEST_CRASH = 200_000
"""Bytes of the file of crashes from which on only its second half is kept."""
_QUOTED = re.compile(r'"[^"\n]*"?')


class _NoContent(logging.Formatter):
    """Of an exception only where it happened: its message may quote what somebody typed."""

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return where(error) if isinstance(error, BaseException) else ""


class _Rotating(RotatingFileHandler):
    """Goes on in the same file where it cannot be renamed: Windows refuses while another window writes there."""

    def rotate(self, source: str, dest: str) -> None:
        with suppress(OSError):
            super().rotate(source, dest)


def start_log(folders: Folders) -> None:
    """Write to the log folder from now on; without one the program runs on silently."""
    stop_log()
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        private_folder(folders.log)
        handler: logging.Handler = _Rotating(
            folders.log / FILE_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.set_name(FILE_NAME)
    handler.setFormatter(_NoContent("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.info("%s", _versions())


def open_crash_log(folders: Folders) -> TextIO:
    """The file the interpreter writes into as it crashes, behind what earlier starts left there. Raises OSError."""
    private_folder(folders.log)
    path = folders.log / CRASH_FILE
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    file = os.fdopen(handle, "a", encoding="utf-8")
    try:
        if os.fstat(handle).st_size > LARGEST_CRASH:
            left = path.read_bytes()[-LARGEST_CRASH // 2 :]
            file.truncate(0)
            file.write(left.partition(b"\n")[2].decode("utf-8", "replace"))
        file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {_versions()}\n")
        file.flush()
    except OSError:
        file.close()
        raise
    return file


def without_quotations(message: str) -> str:
    """A message of a library without what stands in quotation marks there: a name, an address, a text."""
    return _QUOTED.sub('"…"', message)


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


def _versions() -> str:
    return f"CX Studio {cxstudio.__version__}, Python {platform.python_version()}, {platform.system()}"


def report(error: BaseException) -> str:
    """What somebody can copy and send: versions and places, no content."""
    system = f"{platform.system()} {platform.release()}"  # asking for more starts a program
    return "\n".join(
        (
            f"CX Studio {cxstudio.__version__}, Python {platform.python_version()}, {system}",
            where(error),
        )
    )


def _short(name: str) -> str:
    """A file name from its package on: no folder names of this machine."""
    for start in sorted(sys.path, key=len, reverse=True):
        if start and name.startswith(start):
            return name[len(start) :].lstrip("/\\")
    return name.replace("\\", "/").rsplit("/", 1)[-1]
