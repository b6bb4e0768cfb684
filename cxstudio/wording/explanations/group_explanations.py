"""Why some groups are shown and others are not."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.model import Round
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.texts import Texts


def explain_groups(round_: Round, shown: Mapping[str, object | None], texts: Texts) -> Explained:
    """The round's smallest group, and how many groups stay hidden; None stands for a hidden one."""
    hidden = sum(found is None for found in shown.values())
    definition = texts.tr(
        "Groups with fewer than {least} answers are not broken down. Where only one would be hidden, the "
        "smallest of the others is hidden too; otherwise the first could be worked out from the total.",
        least=texts.number(round_.minimum_group),
    )
    told = texts.number(len(shown) - hidden)
    numbers = texts.trn("{shown} of {n} group shown", "{shown} of {n} groups shown", len(shown), shown=told)
    return Explained(texts.tr("By group"), definition, numbers)
