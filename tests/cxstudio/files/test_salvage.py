"""A damaged project: what is whole comes back, what is not is named, and the file is only read."""

import hashlib
import io
import itertools
import random
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from cxstudio.catalogue.samples import sample
from cxstudio.files import NotReadable, load, save
from cxstudio.files.backups import Backups, when
from cxstudio.files.container import Package, pack
from cxstudio.files.pieces import MARK
from cxstudio.files.salvage.salvaging import Salvaged, salvage
from cxstudio.model import Document, Journey, Note, Picture
from cxstudio.store import check_changed


def png(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 100, 50)).save(buffer, "PNG")
    return buffer.getvalue()


def project(path: Path) -> Document:
    """The sample with a picture, saved."""
    made = sample("lindenfurt", "en")
    save(path, made.document, made.assets)
    return made.document


def damaged(data: bytes, chance: random.Random) -> bytes:
    """One of the ways a file breaks."""
    way, at = chance.randrange(6), chance.randrange(40, len(data) - 40)
    length = chance.choice([1, 4, 64, 512, 4096])
    if way == 0:
        return data[:at]
    if way == 1:
        return data[:at] + bytes(min(length, len(data) - at)) + data[at + length :]
    if way == 2:
        return data[:at] + chance.randbytes(length) + data[at + length :]
    if way == 3:
        return data[:at] + data[at + length :]
    if way == 4:
        return data[:at] + chance.randbytes(length) + data[at:]
    return data[at:] if chance.random() < 0.3 else data[:at] + data[: len(data) - at]


def checked(path: Path, whole: Document) -> Salvaged | None:
    """What came back is sound and ours, or one sentence says that nothing did; what is missing is named."""
    before = path.read_bytes()
    try:
        found = salvage(path)
    except NotReadable:
        found = None
    assert path.read_bytes() == before
    if found is not None:
        check_changed(found.document, [record.id for record in found.document])
        if len(found.document) < len(whole):
            assert found.missing
        save(path.with_name("rescued.cxs"), found.document, found.assets)
        assert load(path.with_name("rescued.cxs")).content.document == found.document
    return found


def test_a_file_that_is_whole_is_rescued_whole(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    found = salvage(tmp_path / "a.cxs")
    assert found.document == document and not found.missing


def test_a_file_cut_in_the_middle_of_a_record_gives_all_before_it(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    path = tmp_path / "cut.cxs"
    text = ZipFile(tmp_path / "a.cxs").read("project.json")
    last = text.rindex(b'"Note":[') + 4_000
    path.write_bytes(pack(Package(text[:last])))
    found = checked(path, document)
    assert found is not None and len(found.document.all(Journey)) == len(document.all(Journey))
    assert 0 < len(found.document.all(Note)) < len(document.all(Note))
    assert any("Note" in str(problem.values) for problem in found.missing)
    data = (tmp_path / "a.cxs").read_bytes()
    path.write_bytes(data[: len(data) // 2])
    half = checked(path, document)
    assert half is not None and any("end of the file" in problem.text for problem in half.missing)


def test_an_embedded_version_comes_back_where_the_project_itself_is_lost(tmp_path: Path) -> None:
    text = b'{"format":0,"records":{"Journey":[{"id":"j","title":"J"}]}}'
    package = Package(text)
    package.lineage = package.lineage.with_base("a" * 64, text)
    data = pack(package)
    at = data.index(b"project.json")
    (tmp_path / "a.cxs").write_bytes(data[:at] + bytes(40) + data[at + 40 :])
    found = salvage(tmp_path / "a.cxs")
    assert found.document.get(Journey, "j").title == "J" and "earlier version" in found.missing[0].text


def test_what_is_lost_comes_from_the_newest_version_that_was_kept(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "cut.cxs"
    save(tmp_path / "old.cxs", document.evolve(drop=[document.all(Note)[-1].id]))
    kept = Backups(tmp_path / "kept")
    for day in (1, 2):
        kept.keep_bytes((tmp_path / "old.cxs").read_bytes(), datetime(2026, 4, day))
    newest = kept.all()[0]
    kept.keep_bytes(b"damaged, too", datetime(2026, 4, 3))
    path.write_bytes(data[: len(data) // 3])
    found = salvage(path, kept.all())
    assert len(found.document) == len(document) - 1
    (said,) = [problem for problem in found.missing if "come from the version" in problem.many]
    assert dict(said.values) == {"day": when(newest)} and said.n > 50
    path.write_bytes(b"PK\x03\x04nothing")
    found = salvage(path, kept.all())
    assert len(found.document) == len(document) - 1 and "as it was on" in found.missing[-1].text


def test_a_stranger_among_the_versions_fills_nothing(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "cut.cxs"
    save(tmp_path / "other.cxs", Document([Journey(id="other", title="Other")]))
    path.write_bytes(data[: len(data) // 2])
    found = salvage(path, [tmp_path / "other.cxs"])
    assert "other" not in found.document and len(found.document) < len(document)


def test_damage_stays_where_it_is(tmp_path: Path) -> None:
    """The project is packed in pieces; what stands behind a lost one is read, and known for what it is."""
    document = project(tmp_path / "a.cxs")
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "damaged.cxs"
    marks = [at for at in range(len(data)) if data.startswith(MARK, at)]
    assert len(marks) > 6
    for first, last in itertools.pairwise([data.index(b"project.json") + 12, *marks]):
        path.write_bytes(data[:first] + b"\xff" * (last - first) + data[last:])
        found = checked(path, document)
        assert found is not None
        same = [record for record in found.document if document.find(record.id) == record]
        assert len(same) > len(document) // 3
        for record in found.document:  # of its own kind, whatever heading was lost
            there = document.find(record.id)
            assert there is None or type(there) is type(record)


def test_a_project_without_its_name_or_header_is_still_found(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "damaged.cxs"
    at = data.index(b"project.json")
    for broken in (data.replace(b"project.json", b"projekt.json"), data[:at] + data[at + 3 :],
                   data[: at - 30] + bytes(30) + data[at:], data[at + 4 :]):  # fmt: skip
        path.write_bytes(broken)
        found = checked(path, document)
        assert found is not None and len(found.document) > 0.8 * len(document)


def test_what_may_have_changed_its_words_is_named(tmp_path: Path) -> None:
    """One byte of a packed text turned over gives other words without an error."""
    document = project(tmp_path / "a.cxs")
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "damaged.cxs"
    changed = 0
    for at in range(data.index(b"project.json") + 200, len(data) - 400, 97):
        path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        found = checked(path, document)
        assert found is not None
        named = {dict(problem.values).get("name") for problem in found.missing}
        for note in found.document.all(Note):
            was = document.find(note.id)
            if isinstance(was, Note) and was.text != note.text:
                changed += 1
                assert note.text[:80] in named
    assert changed, "else the test says nothing"


def test_a_project_from_before_there_were_pieces_is_rescued_up_to_the_damage(tmp_path: Path) -> None:
    document = project(tmp_path / "a.cxs")
    text, path = ZipFile(tmp_path / "a.cxs").read("project.json"), tmp_path / "old.cxs"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.json", text)
    assert salvage(path).document == document
    data = path.read_bytes()
    path.write_bytes(data[:5_000] + bytes(64) + data[5_064:])
    found = checked(path, document)
    assert found is not None and len(found.document) > 20
    assert any("cannot be checked" in problem.text for problem in found.missing)


def test_a_damaged_picture_is_named_and_the_others_stay(tmp_path: Path) -> None:
    pictures = [png(4, 4), png(6, 6)]
    names = [hashlib.sha256(p).hexdigest() for p in pictures]
    shown = [Picture(id=f"p{n}", about="j", asset=name) for n, name in enumerate(names)]
    save(tmp_path / "a.cxs", Document([Journey(id="j", title="J"), *shown]), dict(zip(names, pictures, strict=True)))
    data = (tmp_path / "a.cxs").read_bytes().replace(pictures[0], pictures[0][:-10] + b"damaged...")
    (tmp_path / "a.cxs").write_bytes(data)
    found = salvage(tmp_path / "a.cxs")
    assert list(found.assets) == [names[1]] and len(found.document) == 3
    assert [p.values for p in found.missing] == [(("asset", names[0][:12]),)]


def test_what_is_no_project_at_all_is_one_sentence(tmp_path: Path) -> None:
    for data in (b"", b"PK", b"%PDF-1.7 nothing", b"PK\x03\x04" * 1000):
        (tmp_path / "a.cxs").write_bytes(data)
        with pytest.raises(NotReadable, match="nothing that could be rescued"):
            salvage(tmp_path / "a.cxs")


@pytest.mark.parametrize("seed", range(6))
def test_damages(tmp_path: Path, seed: int) -> None:
    document = project(tmp_path / "a.cxs")
    path = tmp_path / "damaged.cxs"
    path.write_bytes(damaged((tmp_path / "a.cxs").read_bytes(), random.Random(seed)))
    checked(path, document)


@pytest.mark.torture
def test_two_hundred_damages(tmp_path: Path) -> None:
    """How much comes back of a project damaged in two hundred ways; printed for the note."""
    document, chance = project(tmp_path / "a.cxs"), random.Random(2026)
    data, path = (tmp_path / "a.cxs").read_bytes(), tmp_path / "damaged.cxs"
    shares, opened = [], 0
    for _ in range(200):
        path.write_bytes(damaged(data, chance))
        found = checked(path, document)
        same = [] if found is None else [r for r in found.document if document.find(r.id) == r]
        shares.append(len(same) / len(document))
        try:
            opened += load(path).content.document == document
        except NotReadable:
            continue
    shares.sort()
    told = f"opens anyway {opened}, all {sum(s >= 0.999 for s in shares)}, half or more {sum(s >= 0.5 for s in shares)}"
    print(f"{told}, something {sum(s > 0 for s in shares)}, nothing {shares.count(0.0)}, median {shares[100]:.0%}")
    assert sum(s > 0 for s in shares) >= 190 and shares[100] > 0.75
