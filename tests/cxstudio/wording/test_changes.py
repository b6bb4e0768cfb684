"""Steps told in words."""

from cxstudio.model import PROJECT_ID, Channel, Document, Journey, Project, Stage, Touchpoint
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import texts
from cxstudio.wording.fields.change_sentences import describe, step_name

DOCUMENT = Document(
    [
        Project(id=PROJECT_ID),
        Journey(id="j", title="Umzug"),
        Stage(id="s", journey="j", name="Anmelden"),
        Touchpoint(id="t", stage="s", name="Rechner"),
        Touchpoint(id="u", stage="s", name="Formular"),
    ]
)


def told(draft: Draft, language: str = "de") -> str:
    return describe(ChangeSet(draft.changes), texts(language), {r.id: r for r in draft.document})


def test_renamed() -> None:
    draft = Draft(DOCUMENT)
    draft.update(Touchpoint, "t", name="Tarifrechner")
    assert told(draft) == "Kontaktpunkt „Tarifrechner“ umbenannt"
    assert told(draft, "en") == "Touchpoint “Tarifrechner” renamed"


def test_one_field() -> None:
    draft = Draft(DOCUMENT)
    draft.update(Touchpoint, "t", waiting_minutes=3)
    assert told(draft) == "Kontaktpunkt „Rechner“: Wartezeit geändert"


def test_added_and_deleted() -> None:
    draft = Draft(DOCUMENT)
    draft.create(Channel(id="c", name="Telefon"))
    assert told(draft) == "Kanal „Telefon“ angelegt"
    draft = Draft(DOCUMENT)
    draft.remove("s")
    assert told(draft).startswith(("Phase „Anmelden“ gelöscht", "Kontaktpunkte"))


def test_several() -> None:
    draft = Draft(DOCUMENT)
    for touchpoint in ("t", "u"):
        draft.update(Touchpoint, touchpoint, stardust=True)
    assert told(draft) == "Kontaktpunkte: 2 geändert"


def test_label_is_translated_and_its_names_are_not() -> None:
    step = ChangeSet((), "{kind} {name} added", label_args=(("kind", "Channel"), ("name", "Channel")))
    assert step_name(step, texts("de")) == "Kanal Channel angelegt"
