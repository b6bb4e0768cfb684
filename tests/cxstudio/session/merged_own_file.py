"""A step of the machine of one open project: what somebody else wrote into its file is merged."""

from random import Random

import pytest

from cxstudio.files import ChangedOnDisk, load
from cxstudio.session import Folders, NoticeKind, Session
from cxstudio.session.versions.merging import compare, copy_of, kept_versions


def merged_from_own_file(session: Session, folders: Folders, chance: Random) -> bool:
    """Merge it as one step, take it back, make it again and save, which asks nobody then. False: both are alike."""
    assert session.path is not None
    session.file._seen = None  # asked anew, however quickly it was written
    session.check_disk()
    here, there = session.own_copy(), copy_of(load(session.path))
    if here.document == there.document:
        return False
    merge, _ = compare(here, there, kept_versions(folders, session.path))
    decisions = {conflict.place: chance.choice(conflict.sides) for conflict in merge.conflicts}
    before = session.document
    session.merge(there, merge, decisions)
    after = session.document
    assert after == merge.document(decisions)
    assert NoticeKind.CHANGED_ON_DISK not in {notice.kind for notice in session.notices}
    if after is not before:
        session.undo()
        assert session.document == before
        with pytest.raises(ChangedOnDisk):
            session.save()
        session.redo()
        assert session.document == after
    session.save()
    return True
