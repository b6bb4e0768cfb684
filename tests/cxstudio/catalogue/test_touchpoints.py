"""The catalogue is complete in both languages, without doubles, and broad enough to be worth asking."""

import re
from collections import Counter
from pathlib import Path

import pytest

from cxstudio.catalogue.covering import covered
from cxstudio.catalogue.names import key_of
from cxstudio.catalogue.placing import homes, places
from cxstudio.catalogue.rows import COLUMNS, read_rows
from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.searching import matching
from cxstudio.catalogue.starter import starter_file
from cxstudio.catalogue.touchpoints import Catalogue, Entry, built_in, catalogue
from cxstudio.catalogue.vocabulary import CHANNEL_BY_ID, CHANNELS, INDUSTRIES, STAGES
from cxstudio.look.icons import icon_names
from cxstudio.model import PROJECT_ID, Document, Journey, Project, Stage, Touchpoint
from cxstudio.resources import resource_path

ENTRIES = built_in()
HEADER = ";".join(COLUMNS)


def own(tmp_path: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> Catalogue:
    (tmp_path / "touchpoints.csv").write_bytes("\n".join((header, *lines)).encode(encoding))
    return catalogue(tmp_path)


def added(found: Catalogue) -> list[Entry]:
    return [entry for entry in found.entries if entry.own]


def test_there_are_enough_for_every_industry_stage_and_channel() -> None:
    assert len(ENTRIES) >= 220
    named = Counter(industry for entry in ENTRIES for industry in entry.industries)
    assert set(named) == {industry for industry, _ in INDUSTRIES}
    assert min(named.values()) >= 25
    assert sum(1 for entry in ENTRIES if not entry.industries) >= 40
    stages = Counter(entry.stage for entry in ENTRIES)
    assert min(stages[stage.id] for stage in STAGES) >= 20
    assert {entry.channel for entry in ENTRIES} == set(CHANNEL_BY_ID)


def test_every_line_is_whole_in_both_languages() -> None:
    lines = resource_path("catalogue", "touchpoints.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEADER
    optional = COLUMNS.index("requirement")
    for line in lines[1:]:
        cells = line.split(";")
        assert len(cells) == len(COLUMNS), line
        assert [c for at, c in enumerate(cells) if not c.strip() and at != optional] == [], line
        assert '"' not in line and "  " not in line, line
    for entry in ENTRIES:
        assert entry.contact is not None
        assert len(entry.name.de) <= 60 and len(entry.name.en) <= 60, entry.id
        assert entry.note.de.endswith("?") and entry.note.en.endswith("?"), entry.id


@pytest.mark.parametrize("of", ["id", "de", "en"])
def test_nothing_stands_twice(of: str) -> None:
    keys = Counter(entry.id if of == "id" else key_of(entry.name.say(of)) for entry in ENTRIES)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_words_are_the_glossarys() -> None:
    rejected = re.compile(r"Touchpoint|Berührungspunkt|Messrunde|Kanban|\banonym|\bdu\b|Sichtweise")
    assert [e.id for e in ENTRIES if rejected.search(f"{e.name.de} {e.note.de}")] == []


def test_every_channel_has_an_icon_that_is_drawn() -> None:
    assert [c.id for c in CHANNELS if c.icon not in icon_names()] == []


# Entries of one's own


def test_own_entries_join_the_others_with_words_of_ones_own(tmp_path: Path) -> None:
    found = own(
        tmp_path,
        ";Hilfe holen;Energie|Wasserwirtschaft;Drohne;person;;Besuch der Drohne;;;",
        ";pay;;phone;;basic;Anruf der Kasse;Call from the cashier;Wozu?;What for?",
    )
    drone, call = sorted(added(found), key=lambda e: e.stage)
    assert found.problems == ()
    assert len(found.entries) == len(ENTRIES) + 2
    assert (drone.stage, drone.industries, drone.channel) == ("help", ("energy", "Wasserwirtschaft"), "Drohne")
    assert drone.name.en == "Besuch der Drohne", "one language stands in for the other"
    assert (call.channel, call.contact, call.industries) == ("phone", None, ())
    assert drone.fits("Wasserwirtschaft") and not drone.fits("retail") and call.fits("retail")


def test_an_own_entry_takes_the_place_of_one_with_its_id(tmp_path: Path) -> None:
    found = own(tmp_path, "final-bill;pay;energy;letter;written;;Unsere Schlussrechnung;Our final bill;;")
    assert len(found.entries) == len(ENTRIES)
    entry = found.find("final-bill")
    assert entry is not None and entry.own and entry.name.en == "Our final bill"


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    found = own(
        tmp_path,
        "# a remark; with semicolons",
        ";pay;;phone;person;;Erste;First;;",
        ";nowhere;;phone;person;;Zweite;Second;;",
        ";pay;;phone;robot;;Dritte;Third;;",
        ";pay;;phone;person;must;Vierte;Fourth;;",
        ";pay;;phone;person;;;;;",
        ";pay;;phone;person;;Sechste;Sixth;;",
    )
    assert [e.name.en for e in added(found)] == ["First", "Sixth"]
    assert [p.values["line"] for p in found.problems] == [4, 5, 6, 7]
    assert found.problems[0].values["word"] == "nowhere"
    assert "notice" in str(found.problems[0].values["known"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    header = HEADER.replace(";", separator)
    line = ";help;;Fax;written;;Rückruf für Ältere;Call back;;".replace(";", separator)
    (entry,) = added(own(tmp_path, line, header=header, encoding=encoding))
    assert entry.name.de == "Rückruf für Ältere"


def test_a_file_without_its_columns_says_which_one_is_missing(tmp_path: Path) -> None:
    found = own(tmp_path, "a;b", header="name_de;note")
    assert len(found.entries) == len(ENTRIES)
    assert [p.values["column"] for p in found.problems] == ["stage"]


def test_hostile_files_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "touchpoints.csv"
    path.write_bytes(b"stage;name_de\npay;" + b"x" * 5_000_000)
    assert len(catalogue(tmp_path).problems) == 1
    path.write_bytes(b"stage;name_de\npay;first\npay;\x00\xff\xfe" + b"y" * 200_000)
    found = catalogue(tmp_path)
    assert [e.name.de for e in added(found)] == ["first"] and len(found.problems) == 1, "a field no reader takes"
    path.write_bytes(b"stage;name_de\npay;" + b"y" * 2000)
    assert [len(e.name.de) for e in added(catalogue(tmp_path))] == [300]
    path.write_bytes(b'stage;name_de\npay;"never closed\npay;another\n')
    assert [e.name.de for e in added(catalogue(tmp_path))] == ["never closed pay;another"]
    path.write_bytes(b"stage;name_de\n" + b"pay;one more\n" * 6000)
    assert [p.values["line"] for p in catalogue(tmp_path).problems] == [5002]
    path.unlink()
    path.mkdir()
    assert len(catalogue(tmp_path).problems) == 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_starter_file_is_read_without_complaint_and_its_example_works(tmp_path: Path, language: str) -> None:
    path = tmp_path / "touchpoints.csv"
    path.write_bytes(starter_file(language))
    assert read_rows(path).problems == () and read_rows(path).rows == ()
    text = path.read_text(encoding="utf-8-sig")
    example = next(line for line in text.splitlines() if line.startswith("# ;"))
    path.write_text(text + example.removeprefix("# ") + "\n", encoding="utf-8")
    (entry,) = added(catalogue(tmp_path))
    assert entry.channel == "message" and entry.name.de.startswith("SMS")


# What a journey has of it


def journey(*stages: tuple[str, list[str]]) -> Document:
    records: list = [Project(id=PROJECT_ID), Journey(id="j", title="J")]
    for at, (name, names) in enumerate(stages):
        records.append(Stage(id=f"s{at}", journey="j", name=name, order=f"a{at}"))
        records += [
            Touchpoint(id=f"t{at}{n}", stage=f"s{at}", name=text, order=f"a{n}") for n, text in enumerate(names)
        ]
    return Document(records)


def test_a_touchpoint_covers_its_entry_whatever_its_case_marks_or_language() -> None:
    names = ["hotline: ist die abmeldung durch", "FINAL BILL", "Tarifrechner für beide Wohnungen", "Mahn"]
    found = covered(ENTRIES, journey(("A", names)).journey_touchpoints("j"))
    assert found == {"move-status-call": "t00", "final-bill": "t01", "tariff-calculator": "t02"}


def test_a_renamed_touchpoint_still_covers_what_it_was_taken_from() -> None:
    touchpoint = Touchpoint(id="t", stage="s", name="Ganz anders", catalogue_entry="chatbot")
    assert covered(ENTRIES, [touchpoint]) == {"chatbot": "t"}


def test_search_finds_both_languages_and_other_words() -> None:
    def ids(text: str) -> set[str]:
        return {entry.id for entry in matching(ENTRIES, text)}

    assert "final-bill" in ids("Schlussrechnung") & ids("final bill") & ids("invoice final")
    assert "technician-doorstep" in ids("Techniker") & ids("engineer doorstep") | ids("technician")
    assert ids("Touchpoint") == ids("") == {entry.id for entry in ENTRIES}
    assert ids("xyzzy") == set()
    assert ids("Hotline") >= ids("Telefon") - ids("xyzzy")


# Where picked entries go


def test_entries_go_to_the_stage_that_says_so() -> None:
    document = sample("lindenfurt", "de").document
    names = {key: document.get(Stage, stage).name for key, stage in homes(document, "journey1", ENTRIES).items()}
    assert names["inform"] == names["notice"] == "Informieren"
    assert names["order"] == "Anmelden"
    assert names["pay"] == "Abrechnen"
    assert names["leave"] == "Bleiben"


def test_stages_of_unknown_names_are_told_apart_by_place_and_content() -> None:
    document = journey(("Eins", ["Plakat oder Anzeige"]), ("Zwei", ["Jahresabrechnung"]), ("Drei", ["Chatbot"]))
    found = homes(document, "j", ENTRIES)
    assert (found["notice"], found["pay"], found["help"]) == ("s0", "s1", "s2")


def test_a_journey_without_stages_gets_those_of_the_catalogue() -> None:
    chosen = [e for e in ENTRIES if e.id in ("chatbot", "final-bill")]
    found = places(journey(), "j", ENTRIES, chosen, "de")
    assert [(p.stage, p.stage_name) for p in found] == [(None, "Hilfe holen"), (None, "Bezahlen")]
    assert [p.stage_name for p in places(Document(), None, ENTRIES, chosen, "en")] == ["Get help", "Pay"]
