"""Iterators over the papers, fees and time limits of a procedure, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import KeyPath
from generator.schema.case_question import AnswerOption
from generator.schema.dossier import Case, Form, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Channel, Procedure
from generator.schema.procedure_summary import ProcedureSummary

DOSSIER = "thanh_phan_ho_so"
FEES = "phi_le_phi"
TIME = "thoi_han_giai_quyet"


def scopes(record: Procedure) -> Iterator[tuple[KeyPath, Procedure | Channel | Case | AnswerOption]]:
    """The record itself, its channels, its cases, the answers to its questions: each may have its own time limit and
    fees."""
    yield (), record
    for index, channel in enumerate(record.channels):
        yield ("cach_thuc_thuc_hien", index), channel
    for index, case in enumerate(record.dossier.cases if record.dossier else ()):
        yield (DOSSIER, "truong_hop", index), case
    for index, question in enumerate(record.questions):
        for at, answer in enumerate(question.answers):
            yield ("cau_hoi", index, "chon", at), answer


def cases(record: Procedure) -> Iterator[tuple[KeyPath, Case | AnswerOption]]:
    """The scopes that hold in some cases only."""
    for path, holder in scopes(record):
        if isinstance(holder, Case | AnswerOption):
            yield path, holder


def fees(record: Procedure) -> Iterator[tuple[KeyPath, Fee]]:
    """Every fee line. An answer that repeats a line of a list above is that line."""
    lines: list[Fee] = []
    for path, holder in scopes(record):
        for index, fee in enumerate(holder.fees if isinstance(holder.fees, list) else ()):
            if not isinstance(holder, AnswerOption):
                lines.append(fee)
            elif fee in lines:
                continue
            yield (*path, FEES, index), fee


def time_limits(record: Procedure) -> Iterator[tuple[KeyPath, TimeLimit]]:
    """Every time limit given as a number and unit."""
    for path, holder in scopes(record):
        if isinstance(holder.time_limit, TimeLimit):
            yield (*path, TIME), holder.time_limit


def papers(record: Procedure) -> Iterator[tuple[KeyPath, Paper]]:
    """Every paper, the common ones first."""
    if record.dossier is None:
        return
    for index, paper in enumerate(record.dossier.papers):
        yield (DOSSIER, "giay_to_chung", index), paper
    for at, case in enumerate(record.dossier.cases):
        for index, paper in enumerate(case.papers):
            yield (DOSSIER, "truong_hop", at, "giay_to", index), paper


def other_texts(record: Procedure) -> Iterator[tuple[KeyPath, str]]:
    """Texts outside the list of papers in which a citizen may be asked to bring or to pay something: the summary,
    steps, ways of filing, conditions, notes of papers, of fees and of answers."""
    yield ("mo_ta",), record.summary or ""
    yield ("phan_biet",), record.distinction or ""
    for index, step in enumerate(record.steps):
        yield ("trinh_tu_thuc_hien", index, "noi_dung"), step.text or ""
    for index, channel in enumerate(record.channels):
        yield ("cach_thuc_thuc_hien", index, "mo_ta"), channel.note or ""
    for index, text in enumerate(record.conditions if isinstance(record.conditions, list) else ()):
        yield ("yeu_cau_dieu_kien", index), text
    for path, paper in papers(record):
        yield (*path, "ghi_chu"), paper.note or ""
    for path, fee in fees(record):
        yield (*path, "ly_do"), fee.reason or ""
    for path, holder in cases(record):
        if isinstance(holder, AnswerOption):
            yield (*path, "ghi_chu"), holder.note or ""


def more_texts(record: Procedure) -> Iterator[tuple[KeyPath, str]]:
    """`other_texts`, and the texts that name something: cases, results, questions, answers, notes of limits, hours of
    receipt, the body that helps, the note of the commune. Not the names of papers, which may be old."""
    yield from other_texts(record)
    yield ("thoi_gian_tiep_nhan",), record.receiving_hours or ""
    yield ("co_quan_phoi_hop",), record.coordinating_agency or ""
    yield ("ghi_chu_dia_phuong",), record.local_note or ""
    for path, limit in time_limits(record):
        yield (*path, "ghi_chu"), limit.note or ""
    for at, case in enumerate(record.dossier.cases if record.dossier else ()):
        yield (DOSSIER, "truong_hop", at, "ten"), case.name or ""
    for at, result in enumerate(record.results):
        yield ("ket_qua_thuc_hien", at, "ten"), result.name or ""
    for at, question in enumerate(record.questions):
        yield ("cau_hoi", at, "hoi"), question.text or ""
        yield ("cau_hoi", at, "giai_thich"), question.help or ""
        for number, answer in enumerate(question.answers):
            yield ("cau_hoi", at, "chon", number, "tra_loi"), answer.text or ""


def forms(record: Procedure | ProcedureSummary) -> list[Form]:
    """The forms listed, none when the part says “không” or “chưa rõ”."""
    return record.forms if isinstance(record.forms, list) else []
