"""Every way through the questions of the district's procedures, as a text that people read.

`python -m tests.support.question_outcomes` writes tests/cases/question-outcomes.txt anew. Read the changed lines
against the source before they are committed: the text is what a second reader checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.pages import formatting
from generator.pages.cases import CaseNode, CaseOutcome, case_tree, papers_of
from generator.schema.procedure import Procedure
from tests.support.real_content import real_store

PROJECT = Path(__file__).resolve().parent.parent.parent
TABLE = PROJECT / "tests/cases/question-outcomes.txt"
Way = tuple[tuple[str, str], ...]


def ways(node: CaseNode, path: Way = ()) -> Iterator[tuple[Way, CaseOutcome]]:
    """(question, answer) pairs to each outcome of a tree, with the outcome."""
    if node.outcome:
        yield path, node.outcome
    for answer, after in node.branches:
        assert node.question is not None
        yield from ways(after, (*path, (node.question.id or "", answer.id or "")))


def asked() -> Iterator[tuple[Procedure, CaseNode | None]]:
    """The procedures with questions and their trees, by code."""
    records = [entry.record for entry in real_store().of("procedure")]
    for record in sorted(records, key=lambda record: record.code or ""):
        if record.questions:
            yield record, case_tree(record)


def line(record: Procedure, way: Way, outcome: CaseOutcome) -> str:
    """`ket-hon=roi han=dung-han: c0 c1 | Miễn | 1 ngày làm việc`; what the outcome leaves open is common to all."""
    answers = " ".join(f"{question}={answer}" for question, answer in way)
    if outcome.instead:
        return f"{answers}: thủ tục {' '.join(outcome.instead)}"
    fees = outcome.fees if outcome.fees is not None else formatting.fees_of(record)
    time = outcome.time if outcome.time is not None else formatting.time_of(record)
    return f"{answers}: {' '.join(outcome.keys)} | {formatting.fee_summary(fees)} | {formatting.time_limit(time)}"


def text() -> str:
    """A section for each procedure: its papers by key, then one line for each way through its questions."""
    parts: list[str] = []
    for record, tree in asked():
        parts.append(f"## {record.code} {record.name}")
        parts += [f"{key} = {paper.name}" + (f" ({case})" if case else "") for key, paper, case in papers_of(record)]
        parts += [line(record, way, outcome) for way, outcome in ways(tree)] if tree else ["quá nhiều nhánh"]
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    TABLE.write_text(text(), "utf-8")
