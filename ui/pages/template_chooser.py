"""What a new journey can begin from, as tiles of which one is chosen: templates, own ones, any project file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from cxstudio.catalogue.templates import EMPTY
from cxstudio.errors import UserError
from cxstudio.files import SUFFIX
from cxstudio.model import Touchpoint
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.templates import Choice, begin_from, own_templates, stage_names, template_choices
from cxstudio.wording.error_sentences import sentence
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label

_ACROSS = 4
_HEIGHT = 72


class TemplateChooser(QWidget):
    """Arrows go from tile to tile; below stands what the chosen one is."""

    chosen = Signal(str)
    """Id or path of a template."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._group = QButtonGroup(self)
        self._tiles: dict[str, QPushButton] = {}
        self._choices: dict[str, Choice] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for at in range(_ACROSS):
            self._grid.setColumnStretch(at, 1)
        self._about = label("", "small", wrap=True)
        self._other = button(context.tr("From your own file …"), self._choose_file, "link")
        self._other.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        box = column(self, spacing=10)
        box.addLayout(self._grid)
        box.addWidget(self._about)
        for choice in template_choices(context.texts.language):
            self._add(choice)
        own, problems = own_templates(context.session.folders)
        for choice in own:
            self._add(choice)
        if problems:
            said = "\n".join(sentence(problem, context.texts) for problem in problems)
            box.addWidget(label(said, "error", wrap=True))
        self._tiles[EMPTY].setChecked(True)
        self._say(EMPTY)
        self._group.buttonToggled.connect(self._toggled)
        self.setFocusProxy(self._tiles[EMPTY])

    @property
    def value(self) -> str:
        """Id or path of the chosen template."""
        return next(i for i, tile in self._tiles.items() if tile.isChecked())

    def choose(self, template: str) -> None:
        """Choose one of the tiles."""
        self._tiles[template].setChecked(True)

    def choose_again(self, template: str) -> None:
        """Choose what was chosen in a window made anew: a tile, or a project file offered there."""
        if template in self._tiles:
            self.choose(template)
        else:
            self.take_file(Path(template))

    def offer(self, path: Path, stages: int, touchpoints: int) -> None:
        """One more tile, for a project file, chosen at once."""
        if str(path) not in self._tiles:
            self._add(Choice(str(path), path.stem, "", stages, touchpoints, own=True))
        self.choose(str(path))
        self._tiles[str(path)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, choice: Choice) -> None:
        texts = self._context.texts
        counts = texts.trn("{n} stage", "{n} stages", choice.stages)
        if choice.touchpoints:
            counts += " · " + texts.trn("{n} touchpoint", "{n} touchpoints", choice.touchpoints)
        tile = button("", kind="pick", name=f"{choice.name}. {counts}")
        tile.setAccessibleDescription(choice.about)
        set_tooltip(tile, choice.about or choice.id)
        tile.setCheckable(True)
        hear_as(tile, "choice")
        tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        name, small = label(choice.name, "strong", wrap=True), label(counts, "small", wrap=True)
        box = column(tile, name, small, -1, spacing=2)
        box.setContentsMargins(12, 9, 10, 9)
        for part in (name, small):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._group.addButton(tile)
        at = len(self._tiles)
        self._tiles[choice.id], self._choices[choice.id] = tile, choice
        self._grid.addWidget(tile, at // _ACROSS, at % _ACROSS)
        self._grid.removeWidget(self._other)
        self._grid.addWidget(self._other, (at + 1) // _ACROSS, (at + 1) % _ACROSS)
        self._grid.setRowMinimumHeight(at // _ACROSS, _HEIGHT)

    def _toggled(self, tile: QPushButton, on: bool) -> None:
        if on:
            template = next(i for i, known in self._tiles.items() if known is tile)
            self._say(template)
            self.chosen.emit(template)

    def _say(self, template: str) -> None:
        choice = self._choices[template]
        own = self._context.tr("Your own: stages, touchpoints, channels, departments and personas; nothing rated.")
        self._about.setText(choice.about or own)

    def _choose_file(self) -> None:
        context = self._context
        kinds = context.tr("CX Studio projects") + f" (*{SUFFIX})"
        folder = str(context.settings[LAST_FOLDER]) or str(Path.home())
        path = choosers.name_to_open(self, context.tr("Use this project as a template"), folder, kinds)
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Offer a project file as a template; a bar says why where it cannot be."""
        try:
            document = begin_from(str(path), self._context.texts.language)
        except UserError as error:
            self._context.messages.error(error)
            return
        self.offer(path, len(stage_names(document)), len(document.all(Touchpoint)))
