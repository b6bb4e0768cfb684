"""Structure for readers of the page: headings, paragraphs, tables and figures with alternative text in a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFName, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from cxstudio.plain_text import plain_cell

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in the units the canvas is drawn in."""


class Mark(NamedTuple):
    """A piece of a page's content: which page, and its number there."""

    page: int
    number: int


class Leading(NamedTuple):
    """Where a click leads: to a bookmark, and what that is in words."""

    bookmark: str
    words: str


Link = Callable[[str], Leading | None]
"""Says for the id of a record where it is told of; None: nowhere else."""


class Spot(NamedTuple):
    """A place on a page that leads elsewhere when it is clicked."""

    page: int
    annotation: _Annotation


@dataclass(eq=False)
class Element:
    """One element of the structure with what it consists of, in reading order."""

    tag: str
    alternative: str = ""
    scope: str = ""
    """For a header cell: "Column" or "Row"."""
    box: Box | None = None
    """For a figure: where it stands on its page, in points from the lower left corner."""
    parts: list[Element | Mark | Spot] = field(default_factory=list)


class _Marked:
    """Operators around what is drawn inside; made for every stretch of a page, so it is no generator."""

    __slots__ = ("_begins", "_operators")

    def __init__(self, operators: list[str], begins: str) -> None:
        self._operators, self._begins = operators, begins

    def __enter__(self) -> None:
        self._operators.append(self._begins)

    def __exit__(self, *_: object) -> None:
        self._operators.append("EMC")


class TaggedCanvas(Canvas):
    """A canvas that also writes the structure tree. Everything drawn outside an element is decoration."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._root = Element("Document")
        self._marked: list[list[Element]] = [[]]
        self._table: Element | None = None
        self._deepest = 0
        """Level of the heading before."""

    @property
    def _untyped(self) -> Any:
        return self

    @property
    def _operators(self) -> list[str]:
        found: list[str] = self._untyped._code
        return found

    def element(self, tag: str, alternative: str = "") -> Element:
        """A new element at the end of the document; ends a table that is open."""
        self._table = None
        made = Element(tag, alternative)
        self._root.parts.append(made)
        return made

    def heading(self, level: int) -> Element:
        """A new heading, 1 for the highest; one that would leave out a level is raised to the next."""
        self._deepest = min(level, self._deepest + 1)
        return self.element(f"H{self._deepest}")

    def row(self) -> Element:
        """A new row of the table that is open, or of a new one."""
        if self._table is None:
            self._table = Element("Table")
            self._root.parts.append(self._table)
        made = Element("TR")
        self._table.parts.append(made)
        return made

    def content(self, element: Element) -> _Marked:
        """What is drawn inside belongs to the element."""
        page = len(self._marked) - 1
        number = len(self._marked[page])
        self._marked[page].append(element)
        element.parts.append(Mark(page, number))
        return _Marked(self._operators, f"/{element.tag} <</MCID {number}>> BDC")

    def decoration(self) -> _Marked:
        """What is drawn inside says nothing."""
        return _Marked(self._operators, "/Artifact BMC")

    def on_page(self, box: Box) -> Box:
        """A box in points from the page's lower left corner."""
        left, bottom, right, top = self._untyped._absRect(box, 1)
        return left, bottom, right, top

    def lead(self, element: Element, box: Box, to: Leading) -> None:
        """Make a box lead to a bookmark; the element is of the kind Link."""
        destination = self._untyped._bookmarkReference(to.bookmark)
        made = _Annotation(self.on_page(box), plain_cell(to.words), destination, "[ 0 0 0 ]", F="4")
        self._untyped._addAnnotation(made)
        element.parts.append(Spot(len(self._marked) - 1, made))

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
        document = self._untyped._doc
        pages = document.Pages.pages
        numbers = _Numbers(document)
        root = _Written()
        root_number = numbers.of(root, "StructTreeRoot")
        written = _Tree(numbers, [numbers.of(page) for page in pages])
        top = written.add(self._root, root_number)
        marked = enumerate(self._marked[: len(pages)])
        kids = [f"{page} {numbers.array([written.known[e] for e in found])}" for page, found in marked]
        for annotation, parent in written.leading:
            annotation.place = len(kids)
            kids.append(f"{annotation.place} {parent}")
        tree = _Written()
        tree.content = f"<< /Nums [ {' '.join(kids)} ] >>".encode()
        root.content = (
            f"<< /Type /StructTreeRoot /K [ {top} ] /ParentTree {numbers.of(tree)} /ParentTreeNextKey {len(kids)} >>"
        ).encode()
        document.Catalog.StructTreeRoot = document.Reference(root, "StructTreeRoot")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for i, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = i
            page.Tabs = PDFName("S")


class _Annotation(LinkAnnotation):
    """A link that says of which element it is a part."""

    place = 0
    """Its number among what the structure's pages and links are found by."""

    def Dict(self) -> Any:
        made: Any = super().Dict()
        made.dict["StructParent"] = self.place
        return made


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

    def array(self, items: Sequence[str]) -> str:
        """The reference of a new array."""
        made = _Written()
        made.content = f"[ {' '.join(items)} ]".encode()
        return self.of(made)

    def string(self, text: str) -> str:
        """A text as the file holds it."""
        found: str | bytes = PDFString(plain_cell(text)).format(self._document)
        return found.decode("latin-1") if isinstance(found, bytes) else found


def _make_regular(table: Element) -> None:
    """Give every row as many cells as the longest has: rows of a chart say less where there is nothing to say."""
    rows = [part for part in table.parts if isinstance(part, Element)]
    longest = max((len(row.parts) for row in rows), default=0)
    for row in rows:
        row.parts += [Element("TD") for _ in range(longest - len(row.parts))]


class _Tree:
    """Enters elements into the file."""

    def __init__(self, numbers: _Numbers, pages: Sequence[str]) -> None:
        self._numbers, self._pages = numbers, pages
        self.known: dict[Element, str] = {}
        """References of the elements entered so far."""
        self.leading: list[tuple[_Annotation, str]] = []
        """Every link with the reference of its element."""

    def add(self, element: Element, parent: str) -> str:
        """Enter an element and those within it; returns its reference."""
        made = _Written()
        mine = self.known[element] = self._numbers.of(made)
        said = [f"<< /Type /StructElem /S /{element.tag} /P {parent}"]
        if element.alternative:
            said.append(f"/Alt {self._numbers.string(element.alternative)}")
        if element.scope:
            said.append(f"/A << /O /Table /Scope /{element.scope} >>")
        if element.box is not None:
            corners = " ".join(f"{at:.2f}" for at in element.box)
            said.append(f"/A << /O /Layout /Placement /Block /BBox [ {corners} ] >>")
        if element.tag == "Table":
            _make_regular(element)
        kids = [self._kid(part, mine) for part in element.parts]
        made.content = f"{' '.join(said)} /K [ {' '.join(kids)} ] >>".encode("latin-1")
        return mine

    def _kid(self, part: Element | Mark | Spot, mine: str) -> str:
        match part:
            case Element():
                return self.add(part, mine)
            case Mark(page, number):
                return f"<< /Type /MCR /Pg {self._pages[page]} /MCID {number} >>"
            case Spot(page, annotation):
                self.leading.append((annotation, mine))
                return f"<< /Type /OBJR /Pg {self._pages[page]} /Obj {self._numbers.of(annotation)} >>"
