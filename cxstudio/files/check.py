"""What is wrong with a file, if anything: for `cxstudio check`."""

from __future__ import annotations

from cxstudio.errors import N_, trn
from cxstudio.files.container import ASSETS
from cxstudio.files.decoding import Problem
from cxstudio.files.loading import Loaded
from cxstudio.files.pictures import inside_picture
from cxstudio.files.saving import used_assets
from cxstudio.model import Document, Round, TouchpointRatings
from cxstudio.model.questions import SINGLE


def problems_of(loaded: Loaded) -> list[Problem]:
    """Everything in a file that is not as it should be; empty for a sound one."""
    content = loaded.content
    found = list(content.problems)
    if content.newer:
        found.append(
            Problem(
                N_("The file was made with a newer version of CX Studio (format {number})."),
                (("number", content.format),),
            )
        )
    aside = {name.removeprefix(ASSETS) for name in content.aside.members}
    missing = used_assets(content.document) - loaded.assets.keys() - aside
    found += [Problem(N_("The picture {asset} is missing."), (("asset", digest[:12]),)) for digest in sorted(missing)]
    found += [
        Problem(
            N_("The picture {asset} cannot be shown: it is damaged or has too many pixels."), (("asset", digest[:12]),)
        )
        for digest, picture in sorted(loaded.assets.items())
        if inside_picture(picture) is None
    ]
    found += [
        Problem(N_("The file holds “{name}”, which is unknown; it is kept."), (("name", name[:80]),))
        for name in sorted(content.aside.members)
        if not name.startswith(ASSETS)
    ]
    found += [
        Problem(N_("The project holds the unknown entry “{name}”; it is kept."), (("name", name[:80]),))
        for name in sorted(content.aside.top)
    ]
    return found + _off_the_scale(content.document)


def _off_the_scale(document: Document) -> list[Problem]:
    """Answers a round's scale does not have; figures leave nothing out, so people should know."""
    found = []
    for ratings in document.all(TouchpointRatings):
        scale = document.get(Round, ratings.round).scale
        for question in SINGLE:
            low, high = question.limits(scale)
            answers = getattr(ratings, question.name).values()
            off = sum(1 for answer in answers if answer is not None and not low <= answer <= high)
            if off:
                told = trn(
                    "Touchpoint {id}: {n} answer to “{field}” is not on the scale from {low} to {high}.",
                    "Touchpoint {id}: {n} answers to “{field}” are not on the scale from {low} to {high}.",
                    off,
                )
                values = {"id": ratings.touchpoint, "field": question.name, "low": low, "high": high}
                found.append(Problem(**told, values=tuple(values.items())))
    return found
