"""Begins and ends the presentation, and keeps it where it belongs when screens come and go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.placement import touchpoint_of
from cxstudio.session.log import log
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.context import Context
from ui.context.messages import Choice, Notice
from ui.notes.quick_note import NoteLine
from ui.presentation.presenter_bar import PresenterBar

if TYPE_CHECKING:
    from ui.presentation.projector_window import Projector
    from ui.presentation.screen_awake import Awake
    from ui.presentation.slide_position import Show

PRESENTATION: Final = N_("Presentation")
REMOTE: Final[Receiver[_Remote]] = Receiver()
Place = tuple[QScreen, bool]
"""A screen, and whether the presentation covers the window people work in."""
_FORGOTTEN: Final = 3600.0
"""Seconds over its time after which a block is taken for forgotten."""
_NOTE_SHARE = 0.024
"""Height of a note's letters on the screen, as a part of the screen's height."""
_WAITS: Final = "present.waits"
"""Key of the bar that says the second screen is gone."""


def place_beside(window: QWidget) -> Place:
    """The first screen the window is not on; its own one where there is no other."""
    own = window.screen()
    other = next((s for s in QGuiApplication.screens() if s is not own), None)
    return (own, True) if other is None else (other, False)


class Presentation(QObject):
    """Carries out the commands "present.*", which are there only while something is being presented."""

    def __init__(self, context: Context, shell: QWidget) -> None:
        super().__init__(shell)
        self.context, self._shell = context, shell
        self.bar = PresenterBar(context)
        self.place: Callable[[QWidget], Place] = place_beside
        self.show_: Show | None = None
        self.projector: Projector | None = None
        self.covering = False
        self.waiting = False
        """Whether the second screen is gone, and nothing is shown until there is one again."""
        self._awake: Awake | None = None
        self._held = False
        """Whether the screen is kept on."""
        self._told = False
        """Whether somebody has been told that the screen may turn off."""
        self._remote: _Remote | None = None
        context.run.ticked.connect(self._mind_the_screen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
            application.screenAdded.connect(self._screen_come)

    @property
    def on(self) -> bool:
        """Whether something is being presented."""
        return self.projector is not None

    def begin(self, start: Id | None = None) -> None:
        """Show the journey in view, from its beginning or from a touchpoint or stage."""
        journey = self.context.selection.journey
        if journey is not None and not self.on:
            self._begin(journey, start, self.place(self._shell.window()))

    def view_state(self) -> tuple[Any, ...] | None:
        """What is shown and where, and whether a note is typed over it; None while nothing is presented."""
        show, projector = self.show_, self.projector
        if show is None or projector is None:
            return None
        noting = any(not line.isHidden() for line in projector.findChildren(NoteLine))
        place = None if self.waiting else (projector.screen(), self.covering)
        return show.journey, (show.steps, show.at, show.black), place, noting

    def restore_view_state(self, state: tuple[Any, ...] | None) -> None:
        """Go on in a window made anew, over what was shown so far."""
        if state is not None:
            journey, shown, place, noting = state
            self._begin(journey, None, place).go_on(*shown)
            if noting:
                self._note()

    def _begin(self, journey: Id, start: Id | None, place: Place | None) -> Show:
        from cxstudio.layout.slides import cards_on  # a window that presents nothing starts without it
        from ui.presentation.projector_window import Projector
        from ui.presentation.slide_position import Show

        screen, self.covering = place or (self._shell.window().screen(), False)
        size = screen.geometry()
        show = self.show_ = Show(self.context, journey, cards_on(size.width(), size.height()), start, self)
        projector = self.projector = Projector(self.context, show, self._shell)
        projector.end_wanted.connect(self.end)
        projector.note_wanted.connect(self._note)
        projector.addAction(self.context.commands.action("look.palette"))  # a room gets dark or light meanwhile
        show.over.connect(self.end)
        self._remote = _Remote(self, show)
        self.context.commands.serve(REMOTE, self._remote)
        if place is None:
            self._wait()
        else:
            self._stand(screen)
        self._mind_the_screen()
        return show

    def end(self) -> None:
        """Everything is as it was; on one screen what was shown last is selected."""
        show, projector, remote = self.show_, self.projector, self._remote
        if show is None or projector is None:
            return
        self.show_ = self.projector = self._remote = None
        self._come_back()
        self._mind_the_screen()
        shown = show.step.touchpoint or show.step.stage
        self.bar.follow(None)
        projector.hide()
        for part in (projector, show, remote):
            if part is not None:
                part.deleteLater()
        self.context.commands.forget(REMOTE)
        if self.covering:
            self._shell.window().activateWindow()
            if shown is not None and shown in self.context.document:
                self.context.selection.select(shown)

    def _stand(self, screen: QScreen) -> None:
        """Fill a screen; the window people work in keeps the keyboard where it is on another one."""
        projector = self.projector
        assert projector is not None
        projector.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not self.covering)
        projector.setScreen(screen)
        projector.setGeometry(screen.geometry())
        projector.showFullScreen()
        self.bar.follow(None if self.covering else self.show_)
        if self.covering:
            projector.activateWindow()
            projector.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._shell.window().activateWindow()

    def _screen_gone(self, gone: QScreen) -> None:
        """The projector was unplugged, or the screen people work on: what Qt moves together is told apart again."""
        projector = self.projector
        if projector is None or self.covering or gone not in (projector.screen(), self._shell.window().screen()):
            return
        projector.hide()
        QTimer.singleShot(0, self, self._stand_again)  # by then Qt has moved the window people work in

    def _screen_come(self, _: QScreen) -> None:
        if self.waiting:
            QTimer.singleShot(0, self, self._stand_again)

    def _stand_again(self) -> None:
        """Where there is a screen beside the window people work in; else wait: the window is theirs, and they type."""
        if self.projector is None:
            return
        screen, covering = self.place(self._shell.window())
        if covering:
            self._wait()
        else:
            self._come_back()
            self.projector.showNormal()
            self._stand(screen)

    def _wait(self) -> None:
        self.waiting = True
        self.bar.follow(self.show_, waiting=True)
        tr = self.context.tr
        said = tr("The second screen is gone. The presentation waits and goes on there when it is back.")
        here = Choice(tr("Present on this screen"), self._stand_here, primary=True)
        self.context.messages.post(Notice(_WAITS, said, choices=(here,), holds=lambda: self.waiting))

    def _stand_here(self) -> None:
        """Go on over the window people work in."""
        self._come_back()
        self.covering = True
        self._stand(self._shell.window().screen())

    def _come_back(self) -> None:
        self.waiting = False
        self.context.messages.withdraw(_WAITS)

    def _mind_the_screen(self) -> None:
        """The screen stays on while something is presented or a workshop runs; a window made anew takes over."""
        wanted = self.on or self._timed()
        if wanted == self._held:
            return
        self._held = wanted
        if self._awake is None:
            from ui.presentation.screen_awake import awake

            self._awake = keeper = awake()
            self.destroyed.connect(lambda *_: keeper.release())
        if wanted:
            self._awake.hold(self._not_kept_on)
        else:
            self._awake.release()

    def _timed(self) -> bool:
        """Whether people look at a timer: not in a pause, and not in a workshop nobody has ended."""
        standing = self.context.run.standing
        return standing is not None and standing.current is not None and not standing.paused and (
            standing.left > -_FORGOTTEN
        )  # fmt: skip

    def _not_kept_on(self, why: str) -> None:
        """Presentation and timer go on; whoever presents may set the computer's energy options."""
        log.warning("the screen cannot be kept on: %s", why)
        if self._told:
            return
        self._told = True
        text = self.context.tr(
            "The screen may turn off meanwhile: this computer does not let programs keep it on. "
            "Set its power options so that it stays on."
        )
        self.context.messages.post(Notice("present.awake", text, holds=lambda: self._held))

    def _note(self) -> None:
        """A note line over the slide, where the window people work in is covered by it."""
        projector = self.projector
        if projector is None:
            return
        if not self.covering:
            self._shell.window().activateWindow()
            self.context.commands.run("frame.note")
            return
        line = next((c for c in projector.findChildren(NoteLine)), None) or NoteLine(projector, self.context)
        size = round(_NOTE_SHARE * projector.height())
        line.setStyleSheet(f"QLineEdit, QLabel {{ font-size: {size}px; }}")
        for hint in line.findChildren(QLabel):
            if hint.property("kind") == "key":
                hint.setFixedHeight(size + 10)
        line.open()


class _Remote(QObject):
    """What the commands do while something is presented."""

    def __init__(self, presentation: Presentation, show: Show) -> None:
        super().__init__(presentation)
        self._presentation, self._show = presentation, show
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Page keys go to the presentation wherever the keyboard is: that is what clickers send."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        return False

    def next(self) -> None:
        """One step on."""
        self._show.go(1)

    def previous(self) -> None:
        """One step back."""
        self._show.go(-1)

    def next_stage(self) -> None:
        """To the next stage."""
        self._show.stage(1)

    def previous_stage(self) -> None:
        """To the stage before."""
        self._show.stage(-1)

    def black(self) -> None:
        """Show nothing, or the step again."""
        self._show.set_black(not self._show.black)

    def selected(self) -> None:
        """Show what is selected in the window."""
        context = self._presentation.context
        record = context.selection.record
        if not self._show.show_record(touchpoint_of(record) or context.selection.id):
            context.messages.say(context.tr("Select a touchpoint or a stage of the journey that is shown."))

    def ideas(self) -> None:
        """Show the wall or the vote in view; covered ideas and slips stay covered."""
        self._show.show_board(*self._presentation.context.selection.ideas_in_view())

    def agenda(self) -> None:
        """Show the agenda, while a workshop runs its task and timer."""
        context = self._presentation.context
        workshops = context.document.all(Workshop)
        running = context.run.workshop
        selected = context.selection.record
        chosen = selected.workshop if isinstance(selected, AgendaBlock) else None
        if running is not None or workshops:
            self._show.show_agenda(running.id if running is not None else chosen or workshops[-1].id)
        else:
            context.messages.say(context.tr("No workshop is planned yet."))

    def end(self) -> None:
        """End the presentation."""
        self._presentation.end()


def _command(name: str, text: str, keys: str, icon: str, act: Callable[[_Remote], None]) -> Command:
    """Those with keys go through the slides, and on while the key is held."""
    words, run = N_("projector slide present"), REMOTE.does(act)
    return Command(f"present.{name}", text, PRESENTATION, keys, icon, words, run=run, repeats=bool(keys))


COMMANDS: Final[tuple[Command, ...]] = (
    _command("next", N_("Present: next"), "PgDown", "arrow_right", _Remote.next),
    _command("previous", N_("Present: back"), "PgUp", "arrow_left", _Remote.previous),
    _command("next_stage", N_("Present: next stage"), "Ctrl+PgDown", "arrow_right", _Remote.next_stage),
    _command("previous_stage", N_("Present: previous stage"), "Ctrl+PgUp", "arrow_left", _Remote.previous_stage),
    _command("black", N_("Present: black screen"), "", "present", _Remote.black),
    _command("selected", N_("Present: show what is selected"), "", "present", _Remote.selected),
    _command("ideas", N_("Present: ideas or vote in view"), "", "bulb", _Remote.ideas),
    _command("agenda", N_("Present: agenda and timer"), "", "calendar", _Remote.agenda),
    _command("end", N_("Present: end"), "", "close", _Remote.end),
)
"""They are there while something is shown."""
