"""“Trường hợp của bạn”: a record's questions as a tree whose leaves have the papers, fee and time of each case.

The page renders the tree as nested <details>, so it works without JavaScript; the script only reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.schema.case_question import AnswerOption, Question
from generator.schema.dossier import Case, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Procedure

MAX_LEAVES = 64  # more would make the page too heavy


@dataclass(slots=True)
class CaseOutcome:
    """The result of one case. keys: ids of the papers in the page (`c0`, `t1-0`); time, fees: None when the common
    ones apply."""

    papers: list[Paper] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    time: TimeLimit | str | None = None
    fees: list[Fee] | str | None = None
    instead: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class CaseNode:
    """A question with the node after each answer, or the outcome when no question is left."""

    question: Question | None
    branches: list[tuple[AnswerOption, CaseNode]]
    outcome: CaseOutcome | None


def case_tree(record: Procedure) -> CaseNode | None:
    """The tree of `record.questions`; None when there are no questions or more than MAX_LEAVES leaves."""
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


def _node(record: Procedure, questions: list[Question], answers: dict[str, AnswerOption]) -> CaseNode:
    for at, question in enumerate(questions):
        if _asked(question, answers):
            rest = questions[at + 1 :]
            return CaseNode(
                question,
                [(answer, _after(record, rest, answers, question, answer)) for answer in question.answers],
                None,
            )
    return CaseNode(None, [], outcome(record, list(answers.values())))


def _after(
    record: Procedure, rest: list[Question], answers: dict[str, AnswerOption], question: Question, answer: AnswerOption
) -> CaseNode:
    # an answer that leads to another procedure ends the questions
    return _node(record, [] if answer.instead else rest, {**answers, question.id or "": answer})


def _asked(question: Question, answers: dict[str, AnswerOption]) -> bool:
    return all(
        condition.question in answers and answers[condition.question].id in condition.answers
        for condition in question.conditions
    )


def outcome(record: Procedure, answers: list[AnswerOption]) -> CaseOutcome:
    """The combined outcome of the answers; a later answer's time or fee overrides an earlier one's."""
    result = CaseOutcome()
    dossier = record.dossier
    cases = {name for answer in answers for name in answer.cases}
    dropped = {name for answer in answers for name in answer.dropped}
    for key, paper, case in papers_of(record):
        if (case is None or case in cases) and paper.name not in dropped:
            result.keys.append(key)
            result.papers.append(paper)
    chosen = [case for case in (dossier.cases if dossier else []) if case.name in cases]
    parts: list[Case | AnswerOption] = [*chosen, *answers]
    for part in parts:
        result.time = part.time_limit if part.time_limit is not None else result.time
        result.fees = part.fees if part.fees is not None else result.fees
    result.instead = [answer.instead for answer in answers if answer.instead]
    result.notes = [answer.note for answer in answers if answer.note]
    return result


def papers_of(record: Procedure) -> Iterator[tuple[str, Paper, str | None]]:
    """(key, paper, name of its case) for every paper: `c0`, `c1` … for all, `t0-0` … for the first case."""
    if record.dossier:
        for at, paper in enumerate(record.dossier.papers):
            yield f"c{at}", paper, None
        for number, case in enumerate(record.dossier.cases):
            for at, paper in enumerate(case.papers):
                yield f"t{number}-{at}", paper, case.name or ""
