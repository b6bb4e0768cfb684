"""Commands of filter and find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Touchpoint
from cxstudio.wording import N_
from ui.commands import Command

if TYPE_CHECKING:
    from ui.context import Context

LOOK: Final = N_("Orientation")


def _with_touchpoints(context: Context) -> bool:
    return bool(context.document.all(Touchpoint))


COMMANDS: tuple[Command, ...] = (
    Command("looking.find", N_("Find on the map"), LOOK, "Ctrl+F", "search", N_("search text"), _with_touchpoints),
    Command(
        "looking.filter",
        N_("Filter touchpoints"),
        LOOK,
        "Ctrl+Shift+F",
        "filter",
        N_("dim critical department channel stage without measure"),
        _with_touchpoints,
    ),
    Command(
        "looking.clear_filter", N_("Take the filter away"), LOOK, "", "filter", N_("show all reset"), _with_touchpoints
    ),
)
