"""Iterators over the papers, fees and time limits of a procedure, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import KeyPath
from generator.schema.dossier import Case, Form, Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Channel, Procedure

DOSSIER = "thanh_phan_ho_so"
FEES = "phi_le_phi"
TIME = "thoi_han_giai_quyet"


def scopes(record: Procedure) -> Iterator[tuple[KeyPath, Procedure | Channel | Case]]:
    """The record itself, its channels and its cases: each may have its own time limit and fees."""
    yield (), record
    for index, channel in enumerate(record.channels):
        yield ("cach_thuc_thuc_hien", index), channel
    for index, case in enumerate(record.dossier.cases if record.dossier else ()):
        yield (DOSSIER, "truong_hop", index), case


def fees(record: Procedure) -> Iterator[tuple[KeyPath, Fee]]:
    """Every fee line."""
    for path, holder in scopes(record):
        if isinstance(holder.fees, list):
            for index, fee in enumerate(holder.fees):
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
    """Texts outside the list of papers in which a citizen may be asked to bring one: steps, ways of filing, conditions,
    notes of papers."""
    for index, step in enumerate(record.steps):
        yield ("trinh_tu_thuc_hien", index, "noi_dung"), step.text or ""
    for index, channel in enumerate(record.channels):
        yield ("cach_thuc_thuc_hien", index, "mo_ta"), channel.note or ""
    for index, text in enumerate(record.conditions if isinstance(record.conditions, list) else ()):
        yield ("yeu_cau_dieu_kien", index), text
    for path, paper in papers(record):
        yield (*path, "ghi_chu"), paper.note or ""


def forms(record: Procedure) -> list[Form]:
    """The forms listed, none when the part says “không” or “chưa rõ”."""
    return record.forms if isinstance(record.forms, list) else []
