"""“Trường hợp của bạn”: the questions of a record unfolded into a tree, each leaf with exactly the papers, the fee and the
time of that case. The page shows the tree as nested details, so it works without JavaScript, and the script only reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.schema.case_question import AnswerOption, Question
from generator.schema.dossier import Case, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Procedure

MAX_LEAVES = 64  # more than that is no longer a few questions, and would weigh on the page


@dataclass(slots=True)
class CaseOutcome:
    """What one case comes to. keys: the papers' names in the page (`c0`, `t1-0`); time, fees: None when the common ones hold."""

    papers: list[Paper] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    time: TimeLimit | str | None = None
    fees: list[Fee] | str | None = None
    instead: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class CaseNode:
    """A question with what follows each of its answers, or the outcome where nothing is left to ask."""

    question: Question | None
    branches: list[tuple[AnswerOption, CaseNode]]
    outcome: CaseOutcome | None


def case_tree(record: Procedure) -> CaseNode | None:
    """The tree of `record.questions`; None when it has none, or so many that they would make more than 64 leaves."""
    questions = [question for question in record.questions if question.id and len(question.answers) > 1]
    if not questions:
        return None
    tree = _node(record, questions, {})
    return tree if sum(1 for _ in leaves(tree)) <= MAX_LEAVES else None


def leaves(node: CaseNode) -> Iterator[CaseOutcome]:
    """The outcomes below `node`, in order."""
    if node.outcome:
        yield node.outcome
    for _, after in node.branches:
        yield from leaves(after)


def _node(record: Procedure, left: list[Question], given: dict[str, AnswerOption]) -> CaseNode:
    for at, question in enumerate(left):
        if _asked(question, given):
            rest = left[at + 1 :]
            return CaseNode(
                question, [(answer, _after(record, rest, given, question, answer)) for answer in question.answers], None
            )
    return CaseNode(None, [], outcome(record, list(given.values())))


def _after(
    record: Procedure, rest: list[Question], given: dict[str, AnswerOption], question: Question, answer: AnswerOption
) -> CaseNode:
    # an answer that leads to another procedure ends the questions: what this one asks no longer matters
    return _node(record, [] if answer.instead else rest, {**given, question.id or "": answer})


def _asked(question: Question, given: dict[str, AnswerOption]) -> bool:
    return all(
        condition.question in given and given[condition.question].id in condition.answers
        for condition in question.conditions
    )


def outcome(record: Procedure, answers: list[AnswerOption]) -> CaseOutcome:
    """What the answers come to together; a later answer's time or fee wins over an earlier one's."""
    found = CaseOutcome()
    dossier = record.dossier
    cases = {name for answer in answers for name in answer.cases}
    dropped = {name for answer in answers for name in answer.dropped}
    for key, paper, case in papers_of(record):
        if (case is None or case in cases) and paper.name not in dropped:
            found.keys.append(key)
            found.papers.append(paper)
    own = [case for case in (dossier.cases if dossier else []) if case.name in cases]
    parts: list[Case | AnswerOption] = [*own, *answers]
    for part in parts:
        found.time = part.time_limit if part.time_limit is not None else found.time
        found.fees = part.fees if part.fees is not None else found.fees
    found.instead = [answer.instead for answer in answers if answer.instead]
    found.notes = [answer.note for answer in answers if answer.note]
    return found


def papers_of(record: Procedure) -> Iterator[tuple[str, Paper, str | None]]:
    """(key, paper, name of its case) for every paper: `c0`, `c1` … for all, `t0-0` … for the first case."""
    if record.dossier:
        for at, paper in enumerate(record.dossier.papers):
            yield f"c{at}", paper, None
        for number, case in enumerate(record.dossier.cases):
            for at, paper in enumerate(case.papers):
                yield f"t{number}-{at}", paper, case.name or ""
