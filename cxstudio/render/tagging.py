"""Structure for readers of the page: headings, paragraphs, tables and figures with alternative text in a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas


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
        references = [document.Reference(page) for page in pages]
        root: Any = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_reference = document.Reference(root, "StructTreeRoot")
        known: dict[Element, Any] = {}
        root["K"] = PDFArray([_written(document, self._root, root_reference, references, known)])
        numbers: list[Any] = []
        for i, elements in enumerate(self._marked[: len(pages)]):
            numbers += [i, document.Reference(PDFArray([known[e] for e in elements]))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(pages)
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for i, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = i
            page.Tabs = PDFName("S")


def _written(document: Any, element: Element, parent: Any, pages: list[Any], known: dict[Element, Any]) -> Any:
    made: Any = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
    reference = document.Reference(made)
    known[element] = reference
    if element.alternative:
        made["Alt"] = PDFString(element.alternative)
    if element.tag == "TH":
        made["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
    parts = [_written(document, child, reference, pages, known) for child in element.children]
    parts += [PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[page], "MCID": n}) for page, n in element.marks]
    made["K"] = PDFArray(parts)
    return reference
