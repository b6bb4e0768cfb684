"""OPML, the format of outliners: read as an outline, and a journey written as one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cxstudio.errors import UserError
from cxstudio.exchange.outlines.outline import Item
from cxstudio.model import Document, Id, Journey
from cxstudio.plain_text import xml_text
from cxstudio.wording.texts import N_

_NOTES: Final = ("_note", "note", "notes", "comment", "description")
_DEEPEST: Final = 12
"""Levels that are told apart; all that lies further below stands on the last of them, one after the other."""
_MOST: Final = 20_000


def looks_like_opml(text: str) -> bool:
    """Whether a text is OPML."""
    return "<opml" in text[:2_000].casefold()


def read_opml(text: str, name: str) -> tuple[str, list[Item]]:
    """Title and outline. Raises UserError for what is no OPML."""
    try:
        root = fromstring(text.encode("utf-8", "replace") if not text.startswith("<?xml") else _declared(text))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UserError(N_("{name} is not complete OPML."), N_("Nothing was imported."), name=name or "OPML") from error
    body = root.find("body")
    if root.tag != "opml" or body is None:
        raise UserError(N_("{name} is not complete OPML."), N_("Nothing was imported."), name=name or "OPML")
    title = (root.findtext("head/title") or "").strip()
    if sum(1 for _ in root.iter("outline")) > _MOST:
        raise UserError(N_("The outline has more than {most} items."), N_("Nothing was imported."), most=_MOST)
    return title, [_item(each, 0) for each in body.findall("outline")]


def write_opml(document: Document, journey: Id) -> str:
    """A journey as OPML: a stage with its touchpoints below it, descriptions as notes."""
    told = document.get(Journey, journey)
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = xml_text(told.title)
    body = SubElement(root, "body")
    for stage in document.stages(journey):
        above = SubElement(body, "outline", text=xml_text(stage.name))
        if stage.goal:
            above.set("_note", xml_text(stage.goal))
        for point in document.touchpoints(stage.id):
            made = SubElement(above, "outline", text=xml_text(point.name))
            if point.description:
                made.set("_note", xml_text(point.description))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _declared(text: str) -> bytes:
    """The text without its declaration: it is decoded already."""
    return text.partition("?>")[2].encode("utf-8", "replace")


def _item(element: Element, depth: int) -> Item:
    if depth < _DEEPEST:
        below = [_item(each, depth + 1) for each in element.findall("outline")]
    else:
        below = [_alone(each) for each in element.iter("outline") if each is not element]
    return replace(_alone(element), children=below)


def _alone(element: Element) -> Item:
    """An element without what lies below it."""
    given = element.attrib
    text = " ".join((given.get("text") or given.get("title") or "").split())
    return Item(text, said=[given[name].strip() for name in _NOTES if given.get(name, "").strip()])
