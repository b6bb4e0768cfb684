"""A report on the disk, verified against its project or alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cxstudio.errors import N_, UserError
from cxstudio.files.errors import reading_failed
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.regular_files import TooLong, read_regular

MOST_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether everything that could be checked agrees, and what is said of it."""

    agrees: bool
    lines: tuple[str, ...]


def verify_file(path: Path, document: Document | None, language: str, *, progress: Progress = silent) -> Answer:
    """Check a report, in sentences of this language. Raises UserError where it is none that can be verified."""
    from cxstudio.documents.verification.verdict_words import verdict_words
    from cxstudio.documents.verification.verifying import verify
    from cxstudio.wording import texts as texts_in

    try:
        data = read_regular(path, MOST_BYTES)
    except TooLong as error:
        raise UserError(N_("“{name}” is too large for a report."), name=path.name) from error
    except OSError as error:
        raise reading_failed(error, path.name) from error
    progress(0.2, "")
    found = verify(data, path.name, document)
    progress(1.0, "")
    return Answer(found.agrees, verdict_words(found, texts_in(language)))
