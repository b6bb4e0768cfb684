"""The channels the program knows: found under the names people use, and never two for one name."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.look.icons import CHANNEL_ICONS
from cxstudio.model import Channel, Department
from cxstudio.model.folding import folded
from cxstudio.model.known_channels import NameBook, channel_like, icon_of, known_channel, known_channels

ALL = known_channels()


def test_no_name_means_two_channels() -> None:
    meant = Counter(
        letters
        for channel in ALL
        for letters in {"".join(c for c in folded(name) if c.isalnum()) for name in (*channel.called(), *channel.kin)}
    )
    assert [letters for letters, count in meant.items() if count > 1] == []


def test_every_name_is_found() -> None:
    for channel in ALL:
        for name in channel.called():
            assert known_channel(name) is channel, name
        for name in channel.kin:
            assert channel_like(name) is channel, name


def test_each_has_an_icon_of_its_own_that_a_chooser_offers() -> None:
    icons = Counter(channel.icon for channel in ALL if channel.id not in ("talk",))
    assert set(icons) <= set(CHANNEL_ICONS)
    assert max(icons.values()) == 1


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("e-mail", "mail"),
        ("Mail", "mail"),
        ("Telephone", "phone"),
        ("Post", "letter"),
        ("vor-ort", "site"),
        ("Geschäftsstelle", "branch"),
        ("kundenportal", "portal"),
        ("Automat", "kiosk"),
    ],
)
def test_names_people_use_mean_the_channel(name: str, wanted: str) -> None:
    found = known_channel(name)
    assert found is not None and found.id == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Service-Hotline", "phone"),
        ("Servicehotline Nord", "phone"),
        ("Social-Media-Post", "social"),
        ("WhatsApp Business", "messenger"),
        ("Filialbesuch", "branch"),
        ("Telefonzentrale Süd", "phone"),
        ("Chat in der App", "chat"),
        ("Brief per E-Mail", "mail"),
        ("Drohne", None),
        ("", None),
    ],
)
def test_a_name_that_speaks_of_a_channel_goes_by_its_icon(name: str, wanted: str | None) -> None:
    found = channel_like(name)
    assert (found.id if found is not None else None) == wanted


@given(st.text(max_size=40))
def test_any_text_is_answered(name: str) -> None:
    exact = known_channel(name)
    assert exact is None or channel_like(name) is exact


@given(st.lists(st.sampled_from([n for c in ALL for n in c.called()]), unique_by=folded, min_size=1, max_size=6))
def test_a_book_of_names_never_prefers_another_spelling_to_the_name_itself(names: list[str]) -> None:
    channels = [Channel(id=f"c{i}", name=name) for i, name in enumerate(names)]
    book = NameBook(Channel, channels)
    assert [book.find(c.name) for c in channels] == [c.id for c in channels]


def test_a_channel_without_an_icon_is_shown_with_that_of_its_name() -> None:
    assert icon_of(Channel(id="c", name="Servicehotline")) == "phone"
    assert icon_of(Channel(id="c", name="Drohne")) == "dot"
    assert icon_of(Channel(id="c", name="Telefon", icon="mail")) == "mail"


def test_departments_are_alike_by_their_name_alone() -> None:
    book = NameBook(Department, [Department(id="d", name="Post")])
    assert book.find(" POST ") == "d" and book.find("Brief") is None
