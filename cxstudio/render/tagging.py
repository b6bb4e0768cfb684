"""Structure for readers of the page: headings, paragraphs, tables and figures with alternative text in a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from cxstudio.plain_text import plain_cell


@dataclass(eq=False)
class Element:
    """One element of the structure; `marks` are its pieces of content as (page, number)."""

    tag: str
    alternative: str = ""
    children: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)


class TaggedCanvas(Canvas):
    """A canvas that also writes the structure tree. Everything drawn outside an element is decoration."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._root = Element("Document")
        self._marked: list[list[Element]] = [[]]
        self._table: Element | None = None

    @property
    def _operators(self) -> list[str]:
        untyped: Any = self
        found: list[str] = untyped._code
        return found

    def element(self, tag: str, alternative: str = "") -> Element:
        """A new element at the end of the document; ends a table that is open."""
        self._table = None
        made = Element(tag, alternative)
        self._root.children.append(made)
        return made

    def row(self) -> Element:
        """A new row of the table that is open, or of a new one."""
        if self._table is None:
            self._table = Element("Table")
            self._root.children.append(self._table)
        made = Element("TR")
        self._table.children.append(made)
        return made

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element."""
        page = len(self._marked) - 1
        number = len(self._marked[page])
        self._marked[page].append(element)
        element.marks.append((page, number))
        self._operators.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self._operators.append("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing."""
        self._operators.append("/Artifact BMC")
        yield
        self._operators.append("EMC")

    def showPage(self) -> None:
        """End the page; tables do not run on over pages."""
        super().showPage()
        self._marked.append([])
        self._table = None

    def save(self) -> None:
        """Write the structure, then the file."""
        if self._operators:
            self.showPage()
        self._write_structure()
        super().save()

    def _write_structure(self) -> None:
        untyped: Any = self
        document = untyped._doc
        pages = document.Pages.pages
        numbers = _Numbers(document)
        at_page = [numbers.of(page) for page in pages]
        root = _Written()
        root_number = numbers.of(root, "StructTreeRoot")
        known: dict[Element, str] = {}
        top = _write(numbers, self._root, root_number, at_page, known)
        tree = _Written()
        kids = " ".join(f"{i} {_array(numbers, found, known)}" for i, found in enumerate(self._marked[: len(pages)]))
        tree.content = f"<< /Nums [ {kids} ] >>".encode()
        root.content = (
            f"<< /Type /StructTreeRoot /K [ {top} ] /ParentTree {numbers.of(tree)} /ParentTreeNextKey {len(pages)} >>"
        ).encode()
        document.Catalog.StructTreeRoot = document.Reference(root, "StructTreeRoot")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for i, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = i
            page.Tabs = PDFName("S")


class _Written(PDFObject):
    """An object of the file whose text is put together here: formatting thousands of dictionaries takes seconds."""

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: Any) -> bytes:
        """The object's text."""
        return self.content


class _Numbers:
    """What objects of the file are called where others name them."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def of(self, made: Any, name: str | None = None) -> str:
        """ "12 0 R": an object's reference; the object is entered into the file when first asked for."""
        reference = self._document.Reference(made, name)
        return "{} {} R".format(*self._document.idToObjectNumberAndVersion[reference.name])

    def string(self, text: str) -> str:
        """A text as the file holds it."""
        found: str | bytes = PDFString(plain_cell(text)).format(self._document)
        return found.decode("latin-1") if isinstance(found, bytes) else found


def _array(numbers: _Numbers, elements: list[Element], known: dict[Element, str]) -> str:
    made = _Written()
    made.content = f"[ {' '.join(known[e] for e in elements)} ]".encode()
    return numbers.of(made)


def _write(numbers: _Numbers, element: Element, parent: str, pages: list[str], known: dict[Element, str]) -> str:
    """Enter an element and those within it; returns its reference."""
    made = _Written()
    mine = known[element] = numbers.of(made)
    parts = [f"<< /Type /StructElem /S /{element.tag} /P {parent}"]
    if element.alternative:
        parts.append(f"/Alt {numbers.string(element.alternative)}")
    if element.tag == "TH":
        parts.append("/A << /O /Table /Scope /Column >>")
    kids = [_write(numbers, child, mine, pages, known) for child in element.children]
    kids += [f"<< /Type /MCR /Pg {pages[page]} /MCID {n} >>" for page, n in element.marks]
    made.content = f"{' '.join(parts)} /K [ {' '.join(kids)} ] >>".encode("latin-1")
    return mine
