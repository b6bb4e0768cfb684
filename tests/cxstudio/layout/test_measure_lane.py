"""Measures on the map: how one stands is said whole, however narrow its card."""

from __future__ import annotations

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.layout.display import TextLine
from cxstudio.layout.map import MapStyle, density_of, lay_out_map
from cxstudio.model import Journey
from cxstudio.wording import texts


@pytest.mark.parametrize("style", [MapStyle(66.0, density_of(66.0)), MapStyle(62.0, paper=True)])
def test_a_status_is_never_cut(style: MapStyle) -> None:
    document = sample("lindenfurt", "de").document
    layout = lay_out_map(document, document.all(Journey)[0].id, None, texts("de"), style)
    cards = [p.group for p in layout.body.flat() if p.group.key.startswith("measure:")]
    assert cards
    said = ["".join(i.text for i in card.items if isinstance(i, TextLine)) for card in cards]
    assert any(text.replace("-", "").replace(" ", "").endswith("zurFreigabe") for text in said)
    assert not [text for text in said if text.endswith("…")]
