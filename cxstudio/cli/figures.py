"""`figures`: every figure of a project, as JSON or as a table to read."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from cxstudio.cli.projects import open_project, refuse_source, write
from cxstudio.plain_text import terminal_json, terminal_text

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.model import Document

_FIRST = 5
"""Touchpoints named as the most urgent."""


def figures(options: argparse.Namespace, run: Run) -> int:
    """Print the figures, or write them into a file."""
    if options.output:
        refuse_source(options.output, options.file, run)
    document = open_project(options.file).content.document
    as_json = options.json or options.output
    text = _json(document) if as_json else terminal_text("\n".join(_table(document, run)) + "\n")
    if options.output:
        write(options.output, text.encode())
    else:
        _print(terminal_json(text) if as_json else text)
    return 0


def _json(document: Document) -> str:
    from cxstudio.analysis import figures_json

    return json.dumps(figures_json(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _print(text: str) -> None:
    """Onto standard output in UTF-8, whatever the terminal's encoding: other programs read it."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode())
    buffer.flush()


def _table(document: Document, run: Run) -> list[str]:
    from cxstudio.analysis import options_of, round_figures
    from cxstudio.model import Journey, Round, Touchpoint
    from cxstudio.wording.fields.journey_names import journey_name
    from cxstudio.wording.fields.record_names import round_name
    from cxstudio.wording.figures.adjusted_options import adjusted_sentences

    texts = run.texts
    lines = adjusted_sentences(options_of(document), texts)
    heads = [texts.tr(m) for m in ("Expectation", "Experience", "Delta", "Need for action", "n")]
    for journey in document.all(Journey):
        for round_ in document.having(Round, "journey", journey.id):
            found = round_figures(document, round_.id)
            lines.append(f"{journey_name(journey, texts)} · {round_name(round_, texts)} · n = {found.n}")
            lines.append("".join(f"{head:>18}" for head in heads))
            for row in found.touchpoints:
                parts = (row.expectation, row.experience)
                means = [texts.number(p.mean, 1) if p else "–" for p in parts]
                delta = texts.signed(row.delta.mean) if row.delta else "–"
                need = texts.number(row.need) if row.need is not None else "–"
                cells = "".join(f"{cell:>18}" for cell in (*means, delta, need, str(row.n)))
                lines.append(f"{cells}   {document.get(Touchpoint, row.touchpoint).name}")
            first = [document.get(Touchpoint, t).name for t in found.ranking[:_FIRST]]
            if first:
                lines.append(texts.tr("Most urgent first: {names}", names=" · ".join(first)))
            lines.append("")
    lines += _money(document, run)
    return lines or [texts.tr("There are no rounds yet, so there are no figures.")]


def _money(document: Document, run: Run) -> list[str]:
    """What the plan costs and brings, and what doing nothing costs; nothing where there is neither."""
    from cxstudio.analysis.money.cost_items import doing_nothing
    from cxstudio.model import Measure
    from cxstudio.wording.findings.money_findings import money_headline
    from cxstudio.wording.findings.money_lines import cost_lines, money_lines, money_notes

    texts, measures, nothing = run.texts, document.all(Measure), doing_nothing(document, None)
    if not measures and not nothing.items:
        return []
    lines = [money_headline(document, measures, texts)] if measures else []
    heads = [texts.tr(m) for m in ("One-off", "Per year", "Benefit per year", "Paid back after")]
    lines += ["".join(f"{head:>24}" for head in heads)] if measures else []
    for one in money_lines(document, measures, texts, lambda _: None):
        cells = "".join(f"{cell:>24}" for cell in (one.once, one.per_year, one.benefit, one.payback))
        lines.append(f"{cells}   {' '.join(part for part in (one.number, one.title) if part)}")
        lines += [f"{'':>99}{part}" for part in one.origin if part != "–"]
    if nothing.items:
        lines += ["", texts.tr("If nothing is done")]
    for cost in cost_lines(document, nothing, texts):
        lines.append(f"{cost.money:>24}   {' · '.join(part for part in (cost.title, cost.where, cost.how) if part)}")
    return [*lines, *money_notes(document, measures, nothing, texts), ""]
