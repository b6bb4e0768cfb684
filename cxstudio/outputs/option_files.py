"""Options of a report on the disk: written from what a project has chosen, read for a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.errors import N_, UserError
from cxstudio.files.errors import reading_failed
from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress
from cxstudio.regular_files import TooLong, read_regular

if TYPE_CHECKING:
    from cxstudio.model import Document, ReportSettings


def make_report_options(document: Document, _: Order, __: Progress) -> Made:
    """What is chosen for the report."""
    from cxstudio.documents.report.report_options import options_json

    return Made(options_json(document))


def read_report_options(path: Path, document: Document) -> ReportSettings:
    """The settings in a file. Raises UserError where it cannot be read, holds none, or one that does not fit."""
    from cxstudio.documents.report.report_options import MOST_BYTES, options_from_json

    try:
        data = read_regular(path, MOST_BYTES)
    except TooLong as error:
        raise UserError(N_("{name} is too large for report options."), name=path.name) from error
    except OSError as error:
        raise reading_failed(error, path.name) from error
    return options_from_json(data.removeprefix(b"\xef\xbb\xbf"), document, path.name)
