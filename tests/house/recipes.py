"""The recipes of CONTRIBUTING.md carried out: what a person would write, at the places the recipe names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.house.tree_copy import TreeCopy


def add_field(tree: TreeCopy) -> None:
    """Touchpoints get opening hours."""
    tree.insert("cxstudio/model/journey.py", '    opening_hours: str = ""\n', after='    promise: str = ""\n')
    tree.insert(
        "cxstudio/wording/fields/journey_fields.py",
        '        Field("opening_hours", Editor.LINE, N_("Opening hours"), N_("When somebody is there."),\n'
        "              group=_ENCOUNTER),\n",
        before='        Field("experience_kinds",',
    )
    tree.say_in_german({"Opening hours": "Öffnungszeiten", "When somebody is there.": "Wann jemand da ist."})


_CHART: Final = '''"""How many answers each touchpoint has, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.layout.charts.chart_base import Body, Chart, ChartStyle, Spot, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.wording.texts import N_

TITLE = N_("How many answered")


@dataclass(frozen=True, slots=True)
class CountData:
    """Answers per touchpoint, in the order of the journey."""

    head: Head
    listing: Listing
    counts: tuple[tuple[Id, int], ...]


def data(source: Source) -> CountData | Missing:
    """The touchpoints of the round shown."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    counts = tuple((f.touchpoint, f.n) for f in figures.touchpoints)
    lines = [Line(t, (flat_name(source.document.get(Touchpoint, t).name), texts.number(n))) for t, n in counts]
    head = Head(texts.tr(TITLE), "", source.basis())
    return CountData(head, whole(lines, texts.tr("Touchpoint"), texts.tr("Answers")), counts)


def lay_out(data: CountData, style: ChartStyle) -> Chart:
    """One bar per touchpoint, from left to right."""
    return framed("count", data.head, style, lambda wide, high: _body(data.counts, wide, high))


def _body(counts: Sequence[tuple[Id, int]], wide: float, high: float) -> Body:
    most, column = max((n for _, n in counts), default=0) or 1, wide / (len(counts) or 1)
    boxes = [Box(at * column, high * (1 - n / most), column * 0.8, high * n / most) for at, (_, n) in enumerate(counts)]
    bars = tuple(Rect(box.x, box.y, box.width, box.height, fill=Role.ACCENT) for box in boxes)
    spots = tuple(Spot(touchpoint, box) for (touchpoint, _), box in zip(counts, boxes, strict=True))
    return Body((Group("count:bars", wide, high, bars),), spots, {}, high)
'''


def add_chart(tree: TreeCopy) -> None:
    """How many people answered at each touchpoint."""
    table = "cxstudio/layout/charts/chart_table.py"
    tree.add("cxstudio/layout/charts/count_chart.py", _CHART)
    tree.insert(
        table,
        "from cxstudio.layout.charts import count_chart as count\n",
        before="from cxstudio.layout.charts import distribution_chart as distribution\n",
    )
    tree.add_row(
        table,
        "CHARTS",
        '    ChartRow("count", count.TITLE, N_("Who has spoken at all?"),\n'
        "             at_once(count.data), at_once(count.lay_out)),\n",
    )
    tree.say_in_german({"How many answered": "Wie viele geantwortet haben",
                        "Who has spoken at all?": "Wer hat überhaupt etwas gesagt?"})  # fmt: skip


def add_command(tree: TreeCopy) -> None:
    """Say how many measures there are."""
    commands = "ui/workspaces/measures/measures_commands.py"
    tree.add_row(
        commands,
        "COMMANDS",
        '    Command("measures.count", N_("Count the measures"), GROUP, "", "table", N_("number"),\n'
        "            run=MEASURES.does(count)),\n",
    )
    tree.insert(
        commands,
        "def count(workspace: MeasuresWorkspace) -> None:\n"
        '    """Say how many there are."""\n'
        "    context = workspace.context\n"
        '    context.messages.say(context.tr("So many: {n}", n=len(context.document.all(Measure))))\n\n\n',
        before="COMMANDS: ",
    )
    tree.say_in_german({"Count the measures": "Die Maßnahmen zählen", "number": "Zahl Anzahl",
                        "So many: {n}": "So viele: {n}"})  # fmt: skip


def add_lane(tree: TreeCopy) -> None:
    """A lane of pains and gains."""
    kinds = "cxstudio/model/lane_kinds.py"
    tree.insert(kinds, '    PAINS_GAINS = "pains_gains"\n', before='    OWN = "own"\n')
    tree.add_row(kinds, "LANE_CONTENTS", '    LaneKind.PAINS_GAINS: _notes("as", NoteKind.PAIN, NoteKind.GAIN),\n')
    tree.insert(
        "cxstudio/wording/fields/choice_labels.py",
        '        "pains_gains": N_("Pains and gains"),\n',
        after='    "LaneKind": {\n',
    )
    tree.add_row("cxstudio/layout/lanes/__init__.py", "_ROWS", "    NoteLane(LaneKind.PAINS_GAINS),\n")
    tree.say_in_german({"Pains and gains": "Schmerzpunkte und Wünsche"})


_READER: Final = '''"""A list of names, one a line: each becomes a touchpoint of one stage."""

from __future__ import annotations

from pathlib import Path

from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, Preview, Source, trn
from cxstudio.exchange.tables.table import nothing_in_it
from cxstudio.exchange.tables.table_reading import read_bytes
from cxstudio.exchange.tables.text_encoding import decode
from cxstudio.model import Journey, Stage, Touchpoint, new_id
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import texts

_MOST_BYTES = 1_000_000


def read_names(request: ImportRequest) -> ImportPlan:
    """The plan of a list of names. Raises UserError where there are none."""
    words = request.text if request.text is not None else _words(request)
    names = [line.strip() for line in words.splitlines() if line.strip()]
    if not names:
        raise nothing_in_it(request.name)
    title = Path(request.name).stem
    journey = Journey(id=new_id(), title=title)
    stage = Stage(id=new_id(), journey=journey.id, name=texts(request.language).tr("Stage"))
    points = [
        Touchpoint(id=new_id(), stage=stage.id, name=name, order=order)
        for name, order in zip(names, keys_between(None, None, len(names)), strict=True)
    ]
    preview = Preview((trn("{n} touchpoint", "{n} touchpoints", len(points)),))
    records = (journey, stage, *points)
    return ImportPlan(title, records, preview=preview, source=Source(request.name), request=request)


def _words(request: ImportRequest) -> str:
    assert request.path is not None
    return decode(read_bytes(request.path, _MOST_BYTES), request.encoding).text
'''


def add_importer(tree: TreeCopy) -> None:
    """Lists of names, one a line."""
    readers = "cxstudio/exchange/readers.py"
    tree.add("cxstudio/exchange/lists/name_list.py", _READER)
    tree.insert(
        readers,
        "def _read_names(request: ImportRequest) -> ImportPlan:\n"
        "    from cxstudio.exchange.lists.name_list import read_names\n\n"
        "    return read_names(request)\n\n\n",
        before="_MERMAID = Reader(",
    )
    tree.insert(
        readers,
        '_NAMES = Reader("names", N_("List of names"), (".names",), _read_names)\n',
        before="_MERMAID = Reader(",
    )
    tree.insert(readers, "\n    _NAMES,", after="READERS: Final = (")
    tree.say_in_german({"List of names": "Liste von Namen"})


_OUTPUT: Final = '''"""The measures by title, one a line."""

from __future__ import annotations

from cxstudio.model import Document, Measure


def title_list(document: Document) -> bytes:
    """The titles of all measures as a text file."""
    return "".join(f"{measure.title}\\n" for measure in document.all(Measure)).encode()
'''


def add_output(tree: TreeCopy) -> None:
    """The titles of the measures as a text file."""
    table = "cxstudio/outputs/table.py"
    tree.add("cxstudio/documents/text_report/title_list.py", _OUTPUT)
    tree.insert(
        table,
        "def _titles(document: Document, order: Order, _: Progress) -> Made:\n"
        "    from cxstudio.documents.text_report.title_list import title_list\n\n"
        "    return Made(title_list(document))\n\n\n",
        before="OUTPUTS: ",
    )
    tree.add_row(
        table,
        "OUTPUTS",
        '    Output("titles", N_("Measures"), ".txt", _titles, N_("Measures as text …"), "table", N_("list"),\n'
        '           command="plan", sample="measures.txt"),\n',
    )
    tree.say_in_german({"Measures as text …": "Maßnahmen als Text …", "list": "Liste"})


_WORKSPACE: Final = '''"""The workspace Calm: how little there is."""

from __future__ import annotations

from ui.context.context import Context
from ui.widgets.basics import column, label
from ui.workspaces.workspace_base import Workspace


class CalmWorkspace(Workspace):
    """One sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        column(self, label(context.tr("Nothing has to be done here."), "strong"), -1)
'''


def add_workspace(tree: TreeCopy) -> None:
    """One with a sentence in it."""
    table = "ui/workspaces/workspace_table.py"
    tree.add("ui/workspaces/calm/__init__.py", '"""The workspace Calm. Nothing to be done in it."""\n')
    tree.add("ui/workspaces/calm/calm_workspace.py", _WORKSPACE)
    tree.insert(
        table,
        "def _calm(context: Context) -> Workspace:\n"
        "    from ui.workspaces.calm.calm_workspace import CalmWorkspace\n\n"
        "    return CalmWorkspace(context)\n\n\n",
        before="WORKSPACES: ",
    )
    tree.add_row(table, "WORKSPACES", '    WorkspaceRow("calm", N_("Calm"), "bulb", N_("pause break"), _calm),\n')
    tree.say_in_german({"Calm": "Ruhe", "pause break": "Pause",
                        "Nothing has to be done here.": "Hier ist nichts zu tun."})  # fmt: skip


_SECTION: Final = '''"""Who the report owes its answers to."""

from __future__ import annotations

from cxstudio.documents.content import Missing, Paragraph, Section
from cxstudio.documents.report.material import Material
from cxstudio.model import Participant


def content(material: Material) -> Section | Missing:
    """How many took part."""
    people = len(material.document.all(Participant))
    if not people:
        return Missing()
    tr = material.texts.tr
    return Section(tr("Thanks to everybody who answered"), (Paragraph(tr("So many took part: {n}.", n=people)),))
'''


def add_report_section(tree: TreeCopy) -> None:
    """Thanks to those who answered."""
    table = "cxstudio/documents/report/section_table.py"
    tree.add("cxstudio/documents/report/sections/thanks.py", _SECTION)
    tree.insert(table, "    thanks,\n", after="    stakeholders,\n")
    tree.insert(table, '    SectionRow("thanks", N_("Thanks"), thanks.content),\n', before="    SectionRow(METHOD,")
    tree.say_in_german({"Thanks": "Dank", "Thanks to everybody who answered": "Dank an alle, die geantwortet haben",
                        "So many took part: {n}.": "So viele haben mitgemacht: {n}."})  # fmt: skip


RECIPES: Final[dict[str, Callable[[TreeCopy], None]]] = {
    "field of a record": add_field,
    "chart": add_chart,
    "command": add_command,
    "lane": add_lane,
    "importer": add_importer,
    "output": add_output,
    "workspace": add_workspace,
    "report section": add_report_section,
}
"""What is added, as the table of CONTRIBUTING.md calls it → how."""
