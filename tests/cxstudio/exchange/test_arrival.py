"""An import into a project that already holds something."""

from cxstudio.edits import add_records, find_or_add_channel
from cxstudio.exchange.plan.import_into_project import arriving
from cxstudio.exchange.readers import read
from cxstudio.model import Channel, Department, Document, Journey, Touchpoint
from cxstudio.model.kinds import ChannelPlace
from cxstudio.store import Store

LIST = "Phase\tKontaktpunkt\tKanal\tAbteilung\nStart\tWebsite\tWeb\tVertrieb\nStart\tForm\tApp\tNetz\n"


def test_arriving_records_stand_behind_and_share_what_is_there() -> None:
    store = Store(read(text=LIST).document())
    plan = read(text=LIST.replace("Netz", "IT").replace("App", "WEB"))
    with store.transaction("import") as draft:
        add_records(draft, arriving(plan, draft.document))
    document = store.document
    first, second = document.all(Journey)
    assert second.id in {record.id for record in plan.records} and first.order < second.order
    assert [c.name for c in document.all(Channel)] == ["Web", "App"]
    assert [d.name for d in document.all(Department)] == ["Vertrieb", "Netz", "IT"]
    names = {c.id: c.name for c in document.all(Channel)}
    assert [names[t.channels[0]] for t in document.journey_touchpoints(second.id)] == ["Web", "Web"]


def test_into_an_empty_project_nothing_changes() -> None:
    plan = read(text=LIST)
    assert arriving(plan, Document()) == plan.records
    assert len(plan.document().all(Touchpoint)) == 2


def test_channels_arrive_with_icon_and_place_and_meet_under_any_of_their_names() -> None:
    rows = "Phase;Kontaktpunkt;Kanal\nStart;Antrag;Mail\nStart;Frage;Service-Hotline, e-mail\nStart;Besuch;Drohne\n"
    plan = read(text=rows)
    found = {c.name: (c.icon, c.place) for c in plan.document().all(Channel)}
    assert found == {
        "Mail": ("mail", ChannelPlace.ONLINE),
        "Service-Hotline": ("phone", ChannelPlace.OFFLINE),
        "Drohne": ("", None),
    }
    store = Store(Document())
    with store.transaction("there") as draft:
        email = find_or_add_channel(draft, "Email")
        phone = find_or_add_channel(draft, "Telefon")
    with store.transaction("import") as draft:
        add_records(draft, arriving(plan, draft.document))
    (journey,) = store.document.all(Journey)
    first, second, _ = store.document.journey_touchpoints(journey.id)
    assert first.channels == (email,) and email in second.channels
    assert phone not in second.channels, "a hotline stays a channel of its own, with the phone as its icon"
