"""What a closed project said is in no cache of the program any more."""

import gc
from types import FunctionType, ModuleType

from PySide6.QtWidgets import QApplication

from cxstudio.caches import _CACHES
from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey
from cxstudio.model import Document, Picture, Record
from cxstudio.model.registry import ref_fields
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from cxstudio.session import Session
from cxstudio.store import Store
from tests.bench.projects import with_every_lane

WORD = "quittenbaum"
NO_TEXT = {"id", "order", "accent", "asset", "logo", "icon"}
VIEWS = (
    "go.journey", "journey.show_map", "journey.show_outline", "journey.show_flow", "journey.show_compare",
    "go.rate", "rate.show_pictures", "go.measures", "go.understand",
)  # fmt: skip


def marked(record: Record) -> Record:
    """The record with the word in every text a person may write."""
    closed = NO_TEXT | {ref.name for ref in ref_fields(type(record))}
    texts = [n for n, i in type(record).model_fields.items() if i.annotation is str and n not in closed]
    return record.model_copy(update={name: f"{getattr(record, name)} {WORD}".strip() for name in texts})


def marked_sample() -> Document:
    made = sample("lindenfurt", "en")
    store = Store(made.document.evolve([marked(record) for record in made.document if not isinstance(record, Picture)]))
    with store.transaction("plan") as draft:
        derive_journey(draft, "journey1")
    return with_every_lane(store.document)


def holding(word: str) -> int:
    """Number of caches with the word somewhere in what they hold."""
    found = 0
    for cache in _CACHES:
        seen, waiting = {id(cache)}, [cache]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str) and word in each.casefold():
                found += 1
                break
            for inner in gc.get_referents(each):
                if id(inner) not in seen and not isinstance(inner, type | ModuleType | FunctionType):
                    seen.add(id(inner))
                    waiting.append(inner)
    return found


def test_no_cache_holds_a_word_of_a_closed_project(open_window, folders, qtbot):
    document = marked_sample()
    window = open_window(Session.new(folders, document))
    for view in VIEWS:
        window.context.commands.run(view)
        QApplication.processEvents()
        window.grab()
    for output in ("report", "map_pdf", "comparison_pdf", "rating_sheet"):
        make_output(output, document, Order("en", "journey1"))
    assert holding(WORD) > 10
    made = sample("lindenfurt", "de")
    window.show_session(Session.new(folders, made.document, made.assets))
    qtbot.waitUntil(lambda: holding(WORD) == 0, timeout=60_000)
    window.grab()
    assert holding(WORD) == 0
