"""Every command once: its name, what it is for, examples, arguments, and where its work is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from cxstudio.errors import N_
from cxstudio.exchange.readers import ENDINGS, NAMED
from cxstudio.outputs.table import OUTPUTS


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as argparse is told it; `help` is a message id and `values` stand for what it leaves open."""

    names: tuple[str, ...]
    help: str
    options: dict[str, Any] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `purpose` and `more` are message ids; `run` is "module:function" of this room."""

    name: str
    purpose: str
    run: str
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]
    more: str = ""


def _file(help_text: str = N_("the project")) -> Argument:
    return Argument(("file",), help_text, {"metavar": "FILE.cxs"})


def _output(letter: str, command: str, help_text: str, *, required: bool = True) -> Argument:
    """The file a command writes, with the endings the table of outputs gives it."""
    endings = "|".join(output.ending for output in OUTPUTS if output.command == command)
    return Argument(("-o", "--output"), help_text, {"metavar": letter + endings, "required": required})


_LANGUAGE: Final = Argument(
    ("--lang",),
    N_("language: de or en (the project’s own when left out)"),
    {"choices": ("de", "en"), "metavar": "de|en"},
)
_SAID_LANGUAGE: Final = Argument(
    ("--lang",), N_("language of messages and names: de or en"), {"choices": ("de", "en"), "metavar": "de|en"}
)
_JOURNEY: Final = Argument(
    ("--journey",), N_("title of the journey, where the project has several"), {"metavar": "TITLE"}
)
_WIDTH: Final = Argument(("--width",), N_("image: width in pixels"), {"metavar": "PIXELS", "type": int})
_OPTIONS: Final = Argument(
    ("--options",), N_("choose what a file of report options says, saved from the window"), {"metavar": "O.json"}
)

_PRESETS: Final = ("decision", "management", "documentation", "control")
"""Kinds of report; a test holds them against the model's."""
ROW_KINDS: Final = ("totals", "after_blank", "previews", "unfinished", "tests", "repeated")
"""Kinds of rows that are no answers; a test holds them against the reader’s."""
_READERS: Final = tuple(reader.id for reader in NAMED)

COMMANDS: Final[tuple[Command, ...]] = (
    Command("demo", N_("show the sample project, or render it into a folder"), "demo:demo", (
        Argument(("--render",),
                 N_("render report, map and window picture into this folder instead of opening a window"),
                 {"metavar": "FOLDER"}),
        _SAID_LANGUAGE,
    ), ("cxstudio demo", "cxstudio demo --render build/demo --lang en")),
    Command("new", N_("begin a project from a template"), "beginning:new", (
        Argument(("file",), N_("the project to write"), {"metavar": "FILE.cxs", "nargs": "?"}),
        Argument(("--template",), N_("name of a template, or a project whose structure is taken (empty when left out)"),
                 {"metavar": "NAME|FILE.cxs", "default": "empty"}),
        Argument(("--title",), N_("title of the project"), {"metavar": "TITLE"}),
        Argument(("--list",), N_("list the available templates"), {"action": "store_true"}),
        Argument(("--force",), N_("replace a project that is already there"), {"action": "store_true"}),
        _SAID_LANGUAGE,
    ), ("cxstudio new move.cxs --template energy", "cxstudio new --list"),
        N_("Only the structure of a project is used, no ratings, notes or measures.")),
    Command("import", N_("make a project from a survey table, an event log or a Mermaid journey"),
            "importing:import_source", (
        Argument(("source",), N_("the file to read: {endings}"), {"metavar": "SOURCE"},
                 {"endings": ", ".join(ENDINGS)}),
        Argument(("-o", "--output"), N_("the project to write (not needed with --dry-run)"), {"metavar": "FILE.cxs"}),
        Argument(("--mapping",),
                 N_("what the columns mean: a mapping file, or the name of one that comes with the program"),
                 {"metavar": "M.json"}),
        Argument(("--reader",), N_("read it as this format if it was detected wrongly"),
                 {"choices": _READERS, "metavar": "|".join(_READERS)}),
        Argument(("--fold",),
                 N_("event logs: leave out the rarest variants, at most this share of the cases (10; 0 keeps all)"),
                 {"metavar": "PERCENT"}),
        Argument(("--encoding",), N_("encoding of the text, if it is detected wrongly"), {"metavar": "NAME"}),
        Argument(("--sheet",), N_("sheet of a workbook; the first one when left out"), {"metavar": "NAME"}),
        Argument(("--accept",), N_("accept a proposed repair or answer by its id, or all of them"),
                 {"metavar": "ID|all", "action": "append"}),
        Argument(("--scale",), N_("surveys: lowest and highest answer, for instance 1..6 or 0..10"),
                 {"metavar": "FROM..TO"}),
        Argument(("--missing",), N_("surveys: answers that mean “no answer”, for instance 9,99; or none"),
                 {"metavar": "A,B"}),
        Argument(("--reverse",), N_("surveys: a column whose lowest answer is best (number or heading), all, none"),
                 {"metavar": "COLUMN", "action": "append"}),
        Argument(("--words",), N_("surveys: number of steps the words people answered with stand for"),
                 {"metavar": "STEPS", "type": int}),
        Argument(("--leave-out",), N_("surveys: leave out rows of this kind"),
                 {"choices": ROW_KINDS, "metavar": "|".join(ROW_KINDS), "action": "append", "default": []}),
        Argument(("--keep",), N_("surveys: count rows of this kind as answers"),
                 {"choices": ROW_KINDS, "metavar": "|".join(ROW_KINDS), "action": "append", "default": []}),
        Argument(("--column",), N_("lists: what a column holds and its heading or number, for instance touchpoint=Step "
                                   "or none=4"), {"metavar": "WHAT=COLUMN", "action": "append", "default": []}),
        Argument(("--save-mapping",), N_("write what the columns were read as into this file, to be used again"),
                 {"metavar": "M.json"}),
        Argument(("--dry-run",), N_("only show what would be imported and left out"), {"action": "store_true"}),
        Argument(("--verbose",), N_("list everything that was left out"), {"action": "store_true"}),
        Argument(("--force",), N_("replace a project that is already there"), {"action": "store_true"}),
        _SAID_LANGUAGE,
    ), ("cxstudio import survey.csv -o survey.cxs --mapping mapping.json", "cxstudio import journey.mmd --dry-run",
        "cxstudio import log.csv -o log.cxs --reader event_log --fold 5",
        "cxstudio import list.csv -o list.cxs --reader touchpoints --column touchpoint=Step"),
        N_("Prints what was imported, and everything left out with the reason.")),
    Command("figures", N_("print every figure of every journey, round and touchpoint"), "figures:figures", (
        _file(),
        Argument(("--json",), N_("as JSON in full precision; the keys are described in the help"),
                 {"action": "store_true"}),
        Argument(("-o", "--output"), N_("write into this file instead of printing"), {"metavar": "F.json"}),
        _SAID_LANGUAGE,
    ), ("cxstudio figures move.cxs", "cxstudio figures move.cxs --json")),
    Command("report", N_("write the report as PDF, HTML or Markdown"), "papers:report", (
        _file(),
        _output("R", "report", N_("the report to write")),
        Argument(("--preset",), N_("which report: decision, management, documentation or control, with the sections of "
                                   "its kind (as chosen in the project when left out)"),
                 {"choices": _PRESETS, "metavar": "|".join(_PRESETS)}),
        Argument(("--paper",), N_("size of the paper: a4, a3 or letter (as chosen in the project when left out)"),
                 {"choices": ("a4", "a3", "letter"), "metavar": "a4|a3|letter"}),
        Argument(("--portrait",), N_("portrait instead of landscape"), {"action": "store_true"}),
        _OPTIONS,
        Argument(("--counts",),
                 N_("put the counts of answers per touchpoint into the file, to be verified without the project"),
                 {"action": "store_true"}),
        _LANGUAGE,
    ), ("cxstudio report move.cxs -o report.pdf", "cxstudio report move.cxs -o report.pdf --paper a3 --lang en",
        "cxstudio report move.cxs -o report.pdf --preset management",
        "cxstudio report move.cxs -o report.pdf --options options.json")),
    Command("slides", N_("write the report as slides for PowerPoint or Impress"), "papers:slides", (
        _file(),
        _output("S", "slides", N_("the slides to write"), required=False),
        Argument(("--template",), N_("put them on the layouts of this template"), {"metavar": "T.pptx"}),
        _OPTIONS,
        Argument(("--update",), N_("replace the charts and tables in these edited slides, and nothing else"),
                 {"metavar": "S.pptx"}),
        _LANGUAGE,
    ), ("cxstudio slides move.cxs -o move.pptx", "cxstudio slides move.cxs -o move.pptx --template house.pptx",
        "cxstudio slides move.cxs --update move.pptx"),
        N_("An update keeps the slides as they were beside them.")),
    Command("sheet", N_("write the rating sheet of a round as PDF, to be filled in with a pen"), "papers:sheet", (
        _file(),
        _output("S", "sheet", N_("the rating sheet to write")),
        _JOURNEY,
        Argument(("--all",), N_("every touchpoint, not only those of the shortlist"), {"action": "store_true"}),
        Argument(("--shortlist",), N_("only the shortlist, even while some touchpoints have not been sorted yet"),
                 {"action": "store_true"}),
        Argument(("--quick",), N_("ask the one quick question only"), {"action": "store_true"}),
        _LANGUAGE,
    ), ("cxstudio sheet move.cxs -o sheet.pdf", "cxstudio sheet move.cxs -o sheet.pdf --quick"),
        N_("It uses the wording and the scale of the round shown.")),
    Command("agenda", N_("write the agenda of the workshops"), "papers:hand_on", (
        _file(),
        _output("A", "agenda", N_("the file to write; its ending says which kind")),
        _LANGUAGE,
    ), ("cxstudio agenda move.cxs -o agenda.pdf", "cxstudio agenda move.cxs -o agenda.ics"),
        N_("As PDF with a list of the material, or as calendar entries.")),
    Command("plan", N_("write the action plan"), "plans:plan", (
        _file(),
        _output("P", "plan", N_("the file to write; its ending says which kind (with --edited the project)"),
                required=False),
        Argument(("--department",), N_("only the measures this department answers for"), {"metavar": "NAME"}),
        Argument(("--names",), N_("with the names of people, not only their roles"), {"action": "store_true"}),
        Argument(("--edited",), N_("read an edited plan (.xlsx or .csv), say what it changes and write the project"),
                 {"metavar": "P.xlsx"}),
        Argument(("--prefer-table",), N_("where both sides changed, apply what the table says"),
                 {"action": "store_true"}),
        Argument(("--add-new",), N_("make measures of new rows"), {"action": "store_true"}),
        Argument(("--delete-missing",), N_("delete measures whose rows are missing"), {"action": "store_true"}),
        Argument(("--dry-run",), N_("only say what would change"), {"action": "store_true"}),
        Argument(("--force",), N_("replace a project that is already there"), {"action": "store_true"}),
        _LANGUAGE,
    ), ("cxstudio plan move.cxs -o plan.xlsx", "cxstudio plan move.cxs -o billing.pdf --department Billing",
        "cxstudio plan move.cxs --edited plan.xlsx -o move-2.cxs")),
    Command("wall", N_("write an empty template to print for a wall"), "papers:wall", (
        Argument(("template",), N_("which one: journey, empathy or ideas"),
                 {"choices": ("journey", "empathy", "ideas"), "metavar": "journey|empathy|ideas"}),
        Argument(("-o", "--output"), N_("the file to write"), {"metavar": "W.pdf", "required": True}),
        Argument(("--size",), N_("finished size: a3 or a0 (a3 when left out)"),
                 {"choices": ("a3", "a0"), "default": "a3", "metavar": "a3|a0"}),
        Argument(("--tiles",), N_("print it on sheets of this size, to be glued together"),
                 {"choices": ("a4", "a3"), "default": "", "metavar": "a4|a3"}),
        Argument(("--lang",), N_("language: de or en"), {"choices": ("de", "en"), "metavar": "de|en"}),
    ), ("cxstudio wall journey -o wall.pdf", "cxstudio wall ideas -o wall.pdf --size a0 --tiles a4 --lang en")),
    Command("minutes", N_("write the minutes of a workshop"), "papers:minutes", (
        _file(),
        _output("M", "minutes", N_("the minutes to write; the ending says which kind")),
        Argument(("--workshop",), N_("title of the workshop, where the project has several"), {"metavar": "TITLE"}),
        Argument(("--names",), N_("with the names of people, not only their roles"), {"action": "store_true"}),
        _LANGUAGE,
    ), ("cxstudio minutes move.cxs -o minutes.pdf", "cxstudio minutes move.cxs -o minutes.md --lang en"),
        N_("Nothing of single votes is in them.")),
    Command("export", N_("write the map as a picture, a page or a Mermaid journey"), "papers:export", (
        _file(),
        _output("M", "export", N_("the file to write; its ending says which kind")),
        _JOURNEY,
        Argument(("--paper",), N_("PDF: size of the paper: a4, a3, a1, a0 or letter (a4 when left out)"),
                 {"choices": ("a4", "a3", "a1", "a0", "letter"), "default": "a4", "metavar": "a4|a3|a1|a0|letter"}),
        Argument(("--portrait",), N_("portrait instead of landscape"), {"action": "store_true"}),
        Argument(("--tiles",), N_("PDF: the paper cut into A4 parts to glue"), {"action": "store_true"}),
        Argument(("--one-page",), N_("PDF: the whole journey on one page"), {"action": "store_true"}),
        _WIDTH,
        _LANGUAGE,
    ), ("cxstudio export move.cxs -o map.svg", "cxstudio export move.cxs -o poster.pdf --paper a0",
        "cxstudio export move.cxs -o parts.pdf --paper a1 --tiles"),
        N_("Whatever a Mermaid journey cannot hold is listed.")),
    Command("flow", N_("write the flow of a journey as a page, a drawing or an image"), "papers:flow", (
        _file(),
        _output("F", "flow", N_("the file to write; its ending says which kind")),
        _JOURNEY,
        _WIDTH,
        _LANGUAGE,
    ), ("cxstudio flow move.cxs -o flow.pdf", "cxstudio flow move.cxs -o flow.png --width 3000")),
    Command("verify", N_("check whether a report says what its project gives"), "verifying:verify", (
        Argument(("report",), N_("the report, as PDF"), {"metavar": "R.pdf"}),
        Argument(("project",), N_("its project; without it only what the file itself holds is checked"),
                 {"metavar": "FILE.cxs", "nargs": "?"}),
        _SAID_LANGUAGE,
    ), ("cxstudio verify report.pdf move.cxs",),
        N_("Every printed figure is computed again. Those that differ are named, and a project that has changed.")),
    Command("merge", N_("merge another copy of a project into it"), "merging:merge", (
        _file(),
        Argument(("other",), N_("the other copy"), {"metavar": "COPY.cxs"}),
        Argument(("-o", "--output"), N_("write here instead of into the project"), {"metavar": "FILE.cxs"}),
        Argument(("--prefer",), N_("decide every conflict for this copy: here is the project, there the other copy"),
                 {"choices": ("here", "there"), "metavar": "here|there"}),
        Argument(("--dry-run",), N_("only list changes and conflicts"), {"action": "store_true"}),
        Argument(("--force",), N_("replace a project that is already there"), {"action": "store_true"}),
        _SAID_LANGUAGE,
    ), ("cxstudio merge move.cxs move-sales.cxs --dry-run",
        "cxstudio merge move.cxs move-sales.cxs -o both.cxs --prefer here"),
        N_("Every change and every conflict is listed. The other copy stays as it is.")),
    Command("check", N_("check whether a project file is intact"), "checking:check", (_file(), _SAID_LANGUAGE),
            ("cxstudio check move.cxs",)),
)  # fmt: skip

BY_NAME: Final = {command.name: command for command in COMMANDS}
