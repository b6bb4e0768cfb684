"""Work that no disk takes holds the window back: closing it, or opening another project, would lose that work."""

from __future__ import annotations

from ui.context.messages import Choice, Notice, Tone
from ui.main_window.window import Window

KEY = "held_back"


def may_let_go(window: Window, *, quitting: bool) -> bool:
    """Whether the project in view may be let go of; else a bar says why not, and offers to save or give up."""
    context = window.context
    session = context.session
    if session.given_up or session.secure():
        return True
    tr = context.tr

    def give_up() -> None:
        session.given_up = True
        if quitting:
            window.close()

    text = tr(
        "This project cannot be closed: it holds unsaved work, and no disk takes the recovery journal. "
        "Save it where there is room."
    )
    save = Choice(tr("Save as …"), lambda: context.commands.run("project.save_as"), primary=True, keeps=True)
    lose = Choice(tr("Quit without saving") if quitting else tr("Give up this work"), give_up)
    context.messages.post(Notice(KEY, text, Tone.ERROR, (save, lose), holds=lambda: not session.secured))
    return False
