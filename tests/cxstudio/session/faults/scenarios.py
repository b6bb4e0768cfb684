"""What people do with a project, from a state of the disk on: each is run with the n-th call on the disk failing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.files import save
from cxstudio.session import Action, NoticeKind, Session
from tests.cxstudio.session.faults.world import Broken, World, begun

Step = Callable[[World], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """`before` makes the state of the disk, `act` is what fails."""

    before: Step
    act: Step


def _nothing(world: World) -> None:
    """A machine on which nothing has happened yet."""


def _saved(world: World) -> None:
    """A saved project, closed."""
    session = world.session = Session.new(world.folders, begun())
    session.save_as(world.path)
    session.close()
    world.session = None
    world.allowed.append(begun())
    world.done["from the start"] = "the project"


def _edited(world: World) -> None:
    """A saved project with unsaved work, killed."""
    _saved(world)
    world.open(lambda: Session.open(world.path, world.folders))
    world.type("typed before")
    world.drop_picture(1)
    world.kill()


def _open_and_edited(world: World) -> None:
    """The same, still open."""
    _saved(world)
    world.open(lambda: Session.open(world.path, world.folders))
    world.type("typed before")
    world.drop_picture(1)


def _never_saved(world: World) -> None:
    """Work in a project that has no file, killed."""
    world.open(lambda: Session.new(world.folders, begun()))
    world.type("typed before")
    world.drop_picture(1)
    world.kill()


def _theirs(world: World) -> None:
    """Somebody else has written the file of the open project meanwhile."""
    _open_and_edited(world)
    save(world.path, begun("theirs"))
    world.allowed[:] = [begun("theirs")]
    world.done["theirs"] = "what somebody else saved"
    world.opened.check_disk()


def _another(world: World) -> None:
    """Work without a file, and a project of somebody else under the name it will be saved by."""
    world.projects.joinpath("umzug.cxs").touch()
    save(world.path, begun("theirs"))
    world.allowed.append(begun("theirs"))
    world.done["theirs"] = "what was there"
    world.open(lambda: Session.new(world.folders, begun()))
    world.type("typed before")


def _moved(world: World) -> None:
    """A project with unsaved work was renamed since."""
    _edited(world)
    moved = world.projects / "renamed.cxs"
    world.path.rename(moved)
    world.files, world.path = [moved], moved


def _open(world: World) -> None:
    world.open(lambda: Session.open(world.path, world.folders))


def _open_and_type(world: World) -> None:
    _open(world)
    if world.session is not None:
        world.type("typed after")


def _open_and_save(world: World) -> None:
    _open(world)
    if world.session is not None:
        world.type("typed after")
        world.write(world.opened.save, world.path)
        world.type("typed at last")


def _resume(world: World) -> None:
    for work in world.pending():
        world.open(lambda work=work: Session.resume(work, world.folders))
        if world.session is not None:
            world.type("typed after")


def _save(world: World) -> None:
    world.type("typed more")
    world.write(world.opened.save, world.path)
    world.type("typed after")


def _save_as(world: World) -> None:
    target = world.projects / "second.cxs"
    world.files.append(target)
    world.write(lambda: world.opened.save_as(target), target)
    world.type("typed after")
    world.drop_picture(2)


def _type_between(world: World) -> Callable[[int], None]:
    def between(turn: int) -> None:
        world.type(f"typed in turn {turn}")
        if turn == 1:
            world.drop_picture(2)

    return between


def _save_and_type(world: World) -> None:
    world.type("typed more")
    world.write_in_turns(world.opened.saver.save(), world.path, _type_between(world))
    world.type("typed after")


def _save_and_be_killed(turn: int) -> Step:
    def act(world: World) -> None:
        world.write_in_turns(world.opened.saver.save(), world.path, _type_between(world), turn)
        world.kill()

    return act


def _save_as_and_type(world: World) -> None:
    target = world.projects / "second.cxs"
    world.files.append(target)
    world.write_in_turns(world.opened.saver.save_as(target), target, _type_between(world))
    world.type("typed after")


def _first_save_and_type(world: World) -> None:
    world.write_in_turns(world.opened.saver.save_as(world.path), world.path, _type_between(world))
    world.type("typed after")


def _first_save(world: World) -> None:
    world.write(lambda: world.opened.save_as(world.path), world.path)
    world.drop_picture(2)
    world.type("typed after")


def _answer(world: World, action: Action) -> None:
    notice = next((n for n in world.opened.notices if n.kind is NoticeKind.CHANGED_ON_DISK), None)
    if notice is None:
        raise Broken("nobody was asked")
    mine = world.opened.document
    world.allowed.append(mine)
    worked = world.attempt(lambda: world.opened.answer(notice, action))
    if worked and world.opened.dirty:
        raise Broken("settled and still unsaved")


def _replace(world: World) -> None:
    _answer(world, Action.OVERWRITE)
    world.type("typed after")


def _take(world: World) -> None:
    _answer(world, Action.RELOAD)
    world.type("typed after")


def _edit(world: World) -> None:
    for number in range(3):
        world.type(f"typed {number} while it fails")


def _pictures(world: World) -> None:
    world.drop_picture(2)
    world.type("typed between")
    world.drop_picture(3)


def _erase(world: World) -> None:
    world.attempt(lambda: world.opened.erase_person("person"))
    world.allowed.append(world.opened.document)
    world.type("typed after")


_TYPED_TURNS: Final = 4
"""So many turns something is typed in while a person is erased: until what comes is written behind the journal."""


def _erase_and_type(stop: int | None = None) -> Step:
    def act(world: World) -> None:
        type_more = _type_between(world)

        def between(turn: int) -> None:
            world.allowed.append(world.opened.document)
            if turn < _TYPED_TURNS:
                type_more(turn)
            world.allowed.append(world.opened.document)

        world.in_turns(world.opened.saver.erase_person("person"), between, stop)
        world.allowed.append(world.opened.document)
        world.type("typed after")
        if stop is not None:
            world.kill()

    return act


def _close(world: World) -> None:
    world.close()


SCENARIOS: Final[dict[str, Scenario]] = {
    "open": Scenario(_saved, _open_and_type),
    "recover": Scenario(_edited, _open_and_type),
    "recover and save": Scenario(_edited, _open_and_save),
    "moved and saved": Scenario(_moved, _open_and_save),
    "resume": Scenario(_never_saved, _resume),
    "begin": Scenario(_nothing, lambda w: (w.open(lambda: Session.new(w.folders, begun())), _edit(w))[-1]),
    "save": Scenario(_open_and_edited, _save),
    "save and type": Scenario(_open_and_edited, _save_and_type),
    "save, killed": Scenario(_open_and_edited, _save_and_be_killed(3)),
    "save as": Scenario(_open_and_edited, _save_as),
    "save as and type": Scenario(_open_and_edited, _save_as_and_type),
    "first save": Scenario(lambda w: (w.open(lambda: Session.new(w.folders, begun())), _edit(w))[-1], _first_save),
    "first save and type": Scenario(
        lambda w: (w.open(lambda: Session.new(w.folders, begun())), _edit(w))[-1], _first_save_and_type
    ),
    "save over another": Scenario(_another, _first_save),
    "take theirs": Scenario(_theirs, _take),
    "replace theirs": Scenario(_theirs, _replace),
    "moved file": Scenario(_moved, _open_and_type),
    "erase a person": Scenario(_open_and_edited, _erase),
    "erase and type": Scenario(_open_and_edited, _erase_and_type()),
    "erase, killed": Scenario(_open_and_edited, _erase_and_type(4)),
    "close": Scenario(_open_and_edited, _close),
    "journal": Scenario(_open_and_edited, _edit),
    "picture": Scenario(_open_and_edited, _pictures),
}
