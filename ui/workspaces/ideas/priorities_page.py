"""Ideas by effort and impact: anchors first, then the others beside them; one step makes a measure of an idea."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.edits import weigh_idea
from cxstudio.layout.boards.idea_plan import plan_of_ideas
from cxstudio.layout.boards.plan_items import Plan
from cxstudio.layout.boards.wall_items import last_result
from cxstudio.model import Id, Idea
from cxstudio.store import Draft
from ui.boards.effort_impact_board import EffortImpactBoard, EffortImpactPlane
from ui.canvas.display_scene import CanvasScene
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.segmented_choice import Segments
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.anchor_bar import AnchorBar
from ui.workspaces.ideas.ideas_model import COVERED, IdeasModel
from ui.workspaces.ideas.question_header import QuestionHeader


class PrioritiesView(EffortImpactBoard):
    """Numbered marks of ideas."""

    kind = Idea
    naming = "text"
    deleting = "ideas.delete"

    def __init__(self, context: Context, model: IdeasModel, scene: CanvasScene, parent: QWidget) -> None:
        self.model = model
        self.chosen_only = False
        super().__init__(context, model, scene, parent, context.tr("Ideas by impact and effort"))

    def plan(self) -> Plan:
        return plan_of_ideas(self.model.document, self.ideas(), self.model.context.texts)

    def ideas(self) -> list[Idea]:
        """The ideas shown: all of the question, or those the last vote chose."""
        known = last_result(self.model.document, self.model.question) if self.chosen_only else None
        chosen = known[1].chosen if known is not None else ()
        return [idea for idea in self.model.ideas if not self.chosen_only or idea.id in chosen]

    def rename(self, record_id: Id) -> None:
        idea = self.record(record_id)
        if isinstance(idea, Idea) and idea.covered:
            self.context.messages.say(self.context.tr(COVERED))
            return
        super().rename(record_id)

    def weigh(self, draft: Draft, record: Id, effort: int | None, impact: int | None) -> None:
        weigh_idea(draft, record, effort, impact)


class PrioritiesArea(EffortImpactPlane):
    """The plane as large as there is room."""

    view: PrioritiesView

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__(context, model)
        self.put(PrioritiesView(context, model, self.scene, self))


_LEAST_HEIGHT = 200
"""Pixels of the plane; where there is less, the page scrolls."""


class PrioritiesPage(QWidget):
    """The question, a line about how to begin, and the plane."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.header = QuestionHeader(context, model)
        self.area = PrioritiesArea(context, model)
        tr = context.tr
        self.anchors = AnchorBar(context, model)
        self.anchors.done_without.connect(self.area.view.setFocus)
        hint = label(tr("Drag each idea to where the group sees it; Alt and arrows do the same."), "small", wrap=True)
        choices = (("chosen", tr("Chosen")), ("all", tr("All")))
        self.which = Segments(choices, tr("Ideas shown"))
        self.which.set_value("all")
        self.which.chosen.connect(lambda which: self.show_which(str(which)))
        self.measure = button(tr("+ Measure"), lambda: context.commands.run("ideas.measure"), "primary")
        head = QWidget()
        line = row(None, hint, self.which, self.measure, spacing=8)
        line.setStretch(0, 1)
        above = column(head, self.header, self.anchors, spacing=8)
        above.addLayout(line)
        above.setContentsMargins(16, 12, 16, 8)
        inner = QWidget()
        self.area.setMinimumHeight(_LEAST_HEIGHT)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column(inner, head, self.area, spacing=0).setStretch(1, 1)
        column(self, VerticalScrollArea(inner), spacing=0)
        model.changed.connect(self.refresh)
        context.selection.changed.connect(self.refresh)
        if last_result(context.document, model.question) is not None:
            self.show_which("chosen")
        self.anchors.refresh()
        self.refresh()

    def show_which(self, which: str) -> None:
        """Show the ideas the last vote chose, or all."""
        self.which.set_value(which)
        self.area.view.chosen_only = which == "chosen"
        self.area.refresh()

    def refresh(self, *_: object) -> None:
        """Offer what can be done now."""
        known = last_result(self.context.document, self.model.question)
        self.which.setVisible(known is not None)
        if known is None and self.area.view.chosen_only:
            self.show_which("all")
        writable = not self.context.session.read_only
        self.measure.setEnabled(writable and self.context.selection.of(Idea) is not None)

    def view_state(self) -> str:
        """Which ideas are shown."""
        return str(self.which.value)

    def restore_view_state(self, state: str) -> None:
        """Show the same."""
        self.show_which(state)
