"""What a row of the table of outputs says, what is ordered of it, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from cxstudio.errors import N_, UserError
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.documents.setting.writing import HeadlinePlace
    from cxstudio.model import Document, Id

T = TypeVar("T")


class Need(Enum):
    """What an output is about, besides the project."""

    PROJECT = "project"
    JOURNEY = "journey"
    CHART = "chart"
    """One chart: its details are a ChartOrder. Offered where the chart is shown."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of an output: plain values that can be sent to another process."""

    language: str
    journey: Id | None = None
    assets: Mapping[str, bytes] = field(default_factory=dict)
    details: object = None
    """What only this output asks for: a value of the kind its maker names."""

    @property
    def about(self) -> Id:
        """The journey. Raises UserError where there is none."""
        if self.journey is None:
            raise UserError(N_("There is no journey to export yet."), "", N_("Begin one on the map."))
        return self.journey

    def detailed(self, kind: type[T]) -> T:
        """The details, which are of this kind; its usual ones where none were given."""
        return self.details if isinstance(self.details, kind) else kind()


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, and sentences its reader or writer has to be told."""

    data: bytes
    notices: tuple[str, ...] = ()
    headlines: tuple[HeadlinePlace, ...] = ()
    """Of a report, whose headlines can be written anew where they stand."""


Make = Callable[["Document", Order, Progress], Made]


def is_begun(document: Document, journey: Id | None = None) -> bool:
    """Whether there is anything to hand on."""
    return len(document) > 0


def always(document: Document, journey: Id | None = None) -> bool:
    """For what needs no project at all."""
    return True


def has_pair(document: Document, journey: Id | None = None) -> bool:
    """Whether the journey in view has an as-is or a to-be journey to be compared with."""
    from cxstudio.analysis.comparison.as_is_to_be import pair_of

    return journey is not None and pair_of(document, journey) is not None


def has_touchpoints(document: Document, journey: Id | None = None) -> bool:
    """Whether the journey in view has anything to draw."""
    return journey is not None and bool(document.journey_touchpoints(journey))


@dataclass(frozen=True, slots=True)
class Output:
    """One thing that can be handed on, in one kind of file."""

    id: str
    title: str
    """Message id, what is being made; also the proposed file name. Empty: who orders it knows."""
    ending: str
    make: Make
    text: str
    """Message id of the menu entry."""
    icon: str
    synonyms: str
    """Message id of more words the menu entry is found by."""
    keys: str = ""
    needs: Need = Need.PROJECT
    offered: Callable[[Document, Id | None], bool] = is_begun
    """Whether there is what it takes, with this journey in view."""
    why_not: str = ""
    """Message id: what is missing where it is not offered."""
    command: str = ""
    """Command of the command line that makes it when asked for a file with this ending; empty: none does."""
    sample: str = ""
    """File name of the sample project's; empty: `demo --render` leaves it out."""
    whole: bool = False
    """It is given the whole project, and takes out by itself what the report's settings leave out, or keeps them."""
