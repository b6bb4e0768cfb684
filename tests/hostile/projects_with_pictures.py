"""A project in whose pictures, logo and persona everything hostile stands."""

from __future__ import annotations

import hashlib

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_picture, add_touchpoint, set_fields, set_lane
from cxstudio.files.saving import project_bytes
from cxstudio.model import Document, Journey, Persona, Picture, Project
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store


def with_pictures(pictures: dict[str, bytes], document: Document | None = None) -> bytes:
    """A document (the sample) as a file's bytes, each picture at a touchpoint of its own, one as logo and as face."""
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in pictures.items()}
    store = Store(document or sample("lindenfurt", "en").document)
    document = store.document
    journey = document.all(Journey)[0]
    stage = document.journey_touchpoints(journey.id)[0].stage
    with store.transaction("pictures") as draft:
        set_lane(draft, journey.id, LaneKind.PICTURES, shown=True)
        for name, digest in hashes.items():
            add_picture(draft, add_touchpoint(draft, stage, name, after=None), digest, name)
        add_picture(draft, document.all(Persona)[0].id, next(iter(hashes.values())))
        set_fields(draft, Project, document.project.id, logo=next(iter(hashes.values())))
    assert len(store.document.all(Picture)) > len(pictures)
    return project_bytes(store.document, {hashes[name]: data for name, data in pictures.items()})
