"""Decks on the disk: the client's template, and an edited deck whose charts and tables are replaced where it lies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.files.atomic import NO_FILE, save_bytes
from cxstudio.files.errors import reading_failed
from cxstudio.outputs.left_out_names import slides_told
from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress, silent
from cxstudio.regular_files import TooLong, read_regular
from cxstudio.wording import texts as texts_in

if TYPE_CHECKING:
    from cxstudio.model import Document

_STAMP = "%Y-%m-%d %H-%M-%S"


@dataclass(frozen=True, slots=True)
class SlideDetails:
    """On what slides are put."""

    template: Path | None = None
    """The client's template; None: our own base."""


def new_slides(document: Document, order: Order, progress: Progress) -> Made:
    """A new deck. Raises UserError where the template cannot be read or used."""
    from cxstudio.documents.slides.making import slides_pptx

    template = order.detailed(SlideDetails).template
    data = None if template is None else _read(template)
    made = slides_pptx(document, order.assets, order.language, template=data, progress=progress)
    return Made(made.pptx, made.notices)


def update_slides(document: Document, order: Order, path: Path, *, progress: Progress = silent) -> Made:
    """Put today's figures into the charts and tables of an edited deck; what it was stays beside it.

    The file is the old or the new one at every moment. Raises UserError, and NotSaved.
    """
    from cxstudio.documents.slides.deck_update import updated_pptx

    data = _read(path)
    made = updated_pptx(document, order.assets, order.language, data, progress=progress)
    kept = path.with_name(f"{path.stem} {datetime.now().strftime(_STAMP)}{path.suffix}")
    save_bytes(kept, data, NO_FILE)
    save_bytes(path, made.pptx, hashlib.sha256(data).hexdigest())
    texts = texts_in(order.language)
    where = texts.tr("The slides as they were are kept in “{name}”.", name=kept.name)
    return Made(b"", (*made.notices, *slides_told(document, made.pptx, texts), where))


def _read(path: Path) -> bytes:
    from cxstudio.documents.slides.deck_base import MOST_BYTES, too_large

    try:
        return read_regular(path, MOST_BYTES)
    except TooLong as error:
        raise too_large() from error
    except OSError as error:
        raise reading_failed(error, path.name) from error
