"""What the present way costs, and what a measure saves of it: lists whose rows say how each sum comes about."""

from __future__ import annotations

from cxstudio.analysis.money.cost_items import saved
from cxstudio.edits import add_cost_item, add_saving
from cxstudio.errors import UserError
from cxstudio.model import CostItem, Id, Measure, MeasureSaving, Record, Touchpoint
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.plan.money_sentences import item_line, saving_text
from ui.context.context import Context
from ui.forms.form import editable
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind

COSTS = N_("Cost if nothing is done")
SAVINGS = N_("Benefit, calculated")


def cost_list(context: Context) -> RecordList:
    """What happens at a touchpoint or in a journey, how often, and what each costs."""
    details = tuple(f.name for f in editable(CostItem) if f.name not in ("about", "title"))

    def summary(record: Record) -> str:
        return item_line(record, context.texts) if isinstance(record, CostItem) else ""

    def add(draft: Draft, about: Id, title: str) -> None:
        add_cost_item(draft, about, title)

    listed = ListKind(CostItem, "title", details, summary=summary)
    adder = Adder(N_("+ Cost item"), N_("Add a cost item"), add)
    return RecordList(context, listed, lambda about: context.document.having(CostItem, "about", about), [adder])


def saving_list(context: Context) -> RecordList:
    """What a measure takes off items of cost; follows these, too."""
    details = tuple(f.name for f in editable(MeasureSaving) if f.name != "measure")

    def title(record: Record) -> str:
        item = context.document.find(record.item) if isinstance(record, MeasureSaving) else None
        if not isinstance(item, CostItem):
            return ""
        return f"{capital(item.title)} · {name_of(context.document, item.about, context.texts)}"

    def summary(record: Record) -> str:
        if not isinstance(record, MeasureSaving):
            return ""
        said = saving_text(context.document, record, context.texts)
        inside = context.document.find(record.counted_in)
        if isinstance(inside, Measure) and saved(context.document, record) is not None:
            said += " · " + context.tr("counted in {measure}", measure=context.texts.quoted(inside.title))
        return said

    def add(draft: Draft, measure: Id, _: str) -> None:
        if add_saving(draft, measure) is None:
            raise UserError(
                N_("There is no cost item left to save on."),
                N_("Nothing was changed."),
                N_("Enter at the touchpoint what it costs if nothing is done."),
            )

    listed = ListKind(MeasureSaving, "", details, title=title, summary=summary)
    adder = Adder(N_("+ Saving"), N_("Add a saving"), add, asks=False)
    made = RecordList(context, listed, lambda m: context.document.having(MeasureSaving, "measure", m), [adder])

    def follow(changes: ChangeSet) -> None:
        if changes.touches(CostItem, Touchpoint, Measure) and not changes.touches(MeasureSaving):
            made.refresh()

    context.bridge.changed.connect(follow)
    return made
