"""What a block's method is done with in the program. Nothing is known of the block's form here."""

from __future__ import annotations

from cxstudio.catalogue.methods import methods
from cxstudio.model import AgendaBlock
from ui.context.context import Context


def has_tool(block: AgendaBlock) -> bool:
    """Whether the method of a block is done with something the program has."""
    card = methods().find(block.method) if block.method else None
    return card is not None and bool(card.command)


def open_tool(context: Context, block: AgendaBlock) -> None:
    """Start what the method is done with; 6-3-5 begins the silent phase at the block's question."""
    card = methods().find(block.method) if block.method else None
    if card is None or not card.command:
        return
    if block.question is not None and block.question in context.document:
        context.selection.select(block.question)
    command = context.commands.rows[card.command]
    if command.run.receiver.brought_by:
        context.commands.run(command.run.receiver.brought_by)
    context.commands.run(command.id)
