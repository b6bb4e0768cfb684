"""The words the catalogue is sorted by: stages, industries and channels, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.model.kinds import ChannelPlace

_ON, _OFF = ChannelPlace.ONLINE, ChannelPlace.OFFLINE


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One thing said in both languages."""

    de: str
    en: str

    def say(self, language: str) -> str:
        """The text in "de" or "en"."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class CatalogueStage:
    """A stage of any journey, as the catalogue knows it."""

    id: str
    name: Bilingual
    hints: tuple[str, ...]
    """Beginnings of words (folded) by which a stage of somebody's own is recognised."""


@dataclass(frozen=True, slots=True)
class KnownChannel:
    """A channel the catalogue knows by a short key."""

    id: str
    name: Bilingual
    icon: str
    place: ChannelPlace | None


def _stage(stage_id: str, de: str, en: str, hints: str) -> CatalogueStage:
    return CatalogueStage(stage_id, Bilingual(de, en), tuple(hints.split()))


STAGES: Final = (
    _stage("notice", "Aufmerksam werden", "Become aware", "aufmerk auslös anlass notice aware trigger bedarf need"),
    _stage("inform", "Informieren", "Find out", "inform such recherch find learn search orientier discover erkund"),
    _stage("choose", "Auswählen", "Choose", "wähl auswähl entscheid vergleich choos decid compar select angebot offer"),
    _stage(
        "order",
        "Anmelden und bestellen",
        "Sign up and order",
        "anmeld bestell beantrag kauf abschließ registr sign order buy purchas apply beauftrag book buch",
    ),
    _stage(
        "deliver",
        "Bekommen und einrichten",
        "Receive and set up",
        "bekomm liefer einricht einzieh übergeb install deliver receiv set onboard start erhalt umsetz hand move",
    ),
    _stage("use", "Nutzen", "Use", "nutz gebrauch verwend alltag use using erleb daily betrieb operat"),
    _stage("help", "Hilfe holen", "Get help", "hilf service stör problem help support betreu reklam beschwer complain"),
    _stage("pay", "Bezahlen", "Pay", "zahl bezahl rechn abrechn pay bill invoic kost"),
    _stage("change", "Ändern", "Change", "änder wechsel anpass umzieh umzug change adapt verläng renew extend"),
    _stage(
        "leave",
        "Bleiben oder gehen",
        "Stay or leave",
        "bleib kündig verlass geh treu empfehl stay leav cancel loyal recommend end verabschied",
    ),
)
INDUSTRIES: Final = (
    ("energy", Bilingual("Energie", "Energy")),
    ("telecom", Bilingual("Telekommunikation", "Telecommunications")),
    ("finance", Bilingual("Banken und Versicherungen", "Banking and insurance")),
    ("retail", Bilingual("Handel", "Retail")),
    ("b2b", Bilingual("Geschäftskunden (B2B)", "Business customers (B2B)")),
    ("public", Bilingual("Öffentlicher Dienst", "Public service")),
)
CHANNELS: Final = tuple(
    KnownChannel(key, Bilingual(de, en), icon, place)
    for key, de, en, icon, place in (
        ("web", "Web", "Web", "globe", _ON),
        ("portal", "Portal", "Portal", "portal", _ON),
        ("app", "App", "App", "mobile", _ON),
        ("mail", "E-Mail", "Email", "mail", _ON),
        ("message", "SMS", "Text message", "mobile", _ON),
        ("chat", "Chat", "Chat", "chat", _ON),
        ("video", "Video", "Video", "video", _ON),
        ("social", "Soziale Medien", "Social media", "people", _ON),
        ("phone", "Telefon", "Phone", "phone", _OFF),
        ("letter", "Brief", "Letter", "letter", _OFF),
        ("branch", "vor Ort", "On site", "store", _OFF),
        ("home", "vor Ort zu Hause", "At home", "house", _OFF),
        ("premises", "beim Kunden", "At the customer’s", "people", _OFF),
        ("kiosk", "Automat", "Machine", "kiosk", _OFF),
        ("parcel", "Paket", "Parcel", "truck", _OFF),
        ("device", "Gerät", "Device", "mobile", None),
        ("event", "Veranstaltung", "Event", "people", _OFF),
        ("talk", "Gespräch unter Bekannten", "Word of mouth", "people", _OFF),
        ("advert", "Werbung und Presse", "Advertising and press", "letter", None),
    )
)
STAGE_BY_ID: Final = {stage.id: stage for stage in STAGES}
CHANNEL_BY_ID: Final = {channel.id: channel for channel in CHANNELS}
INDUSTRY_NAMES: Final = dict(INDUSTRIES)


def industry_name(industry: str, language: str) -> str:
    """What an industry is called; one of somebody's own by its own word."""
    known = INDUSTRY_NAMES.get(industry)
    return known.say(language) if known is not None else industry


def channel_name(channel: str, language: str) -> str:
    """What a channel is called; one of somebody's own by its own word."""
    known = CHANNEL_BY_ID.get(channel)
    return known.name.say(language) if known is not None else channel
