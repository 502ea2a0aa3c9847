"""Short fingerprints of the substance of a record, part by part. Wording does not count: of a sentence only the number
of sentences, figures, bodies, channels and negations; of a name only its letters without accents, case and punctuation.
In doubt it counts as substance: one review too many is better than one too few."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import Any

from generator.schema.dossier import Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Procedure
from generator.schema.unit import Unit
from generator.text.folding import fold

LENGTH = 8
BODIES = re.compile(
    r"\b(?:(?:ubnd|ủy ban nhân dân) (?:cấp )?(?:xã|huyện|tỉnh)|công an(?: (?:xã|huyện|tỉnh))?|một cửa"
    r"|bưu (?:chính|điện)|trực tuyến|qua mạng|cổng dịch vụ công"
    r"|văn phòng đăng ký đất đai|chi cục thuế|kho bạc|ngân hàng|tòa án|viện kiểm sát|bảo hiểm xã hội|trạm y tế"
    r"|bệnh viện|hội đồng|(?<!cơ )sở \w+ \w+|phòng \w+ \w+)\b"
)
NOT = re.compile(r"\b(?:không|chưa|miễn|trừ)\b")


def of_procedure(record: Procedure) -> dict[str, str]:
    """YAML key of the part (as in `phien_ban`) → fingerprint."""
    dossier = record.dossier
    facts: dict[str, Any] = {
        "trinh_tu": [[step.actor, _text_facts(step.text)] for step in record.steps],
        "cach_thuc": [[channel.kind, _time(channel.time_limit), _fees(channel.fees)] for channel in record.channels]
        + [record.online_level],
        "ho_so": [
            dossier.sets,
            _papers(dossier.papers),
            [
                [_name(case.name), _time(case.time_limit), _fees(case.fees), _papers(case.papers)]
                for case in dossier.cases
            ],
        ]
        if dossier
        else None,
        "thoi_han": _time(record.time_limit),
        "phi": _fees(record.fees),
        "doi_tuong": sorted(record.audiences),
        "co_quan": [
            _name(name)
            for name in (
                record.executing_agency,
                record.deciding_agency,
                record.delegated_agency,
                record.coordinating_agency,
                record.sector,
            )
        ]
        + sorted(record.levels),
        "noi_nop": [_name(record.receiving_place), _name(record.receiving_hours), record.non_territorial],
        "ket_qua": sorted(_name(result.name) for result in record.results),
        "bieu_mau": sorted([_name(form.name), _name(form.label), _name(form.document)] for form in record.forms)
        if isinstance(record.forms, list)
        else record.forms,
        "yeu_cau": [_text_facts(text) for text in record.conditions]
        if isinstance(record.conditions, list)
        else record.conditions,
        "can_cu": [
            sorted(_name(basis.number) for basis in record.legal_bases),
            _name(record.decision.number if record.decision else None),
        ],
    }
    return {key: fingerprint(value) for key, value in facts.items()}


def of_unit(record: Unit) -> dict[str, str]:
    """The same for a unit: its period of existence, its desk, its officer."""
    desk, officer, term = record.one_stop, record.officer, record.term
    facts = {
        "hieu_luc": [str(term.since), str(term.until)] if term else None,
        "mot_cua": [_name(part) for part in (desk.name, desk.address, desk.hours, desk.phone)] if desk else None,
        "dau_moi": _name(officer.post) if officer else None,
    }
    return {key: fingerprint(value) for key, value in facts.items()}


def fingerprint(value: object) -> str:
    """Eight letters and digits that identify `value`; the first is a letter, so that YAML never parses it as a
    number."""
    return (
        "v"
        + hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()[
            : LENGTH - 1
        ]
    )


def _name(text: str | None) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text or "")))


def _text_facts(text: str | None) -> list[Any]:
    """The substance of a sentence: its figures in order (thousands separators are wording: 8.000 and 8000), the bodies
    and channels it names, and the number of negations."""
    figures = re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", text or ""))
    plain = " ".join(unicodedata.normalize("NFC", text or "").lower().split())
    return [
        [figure.lstrip("0") or "0" for figure in figures],
        sorted(set(BODIES.findall(plain))),
        len(NOT.findall(plain)),
    ]


def _papers(papers: list[Paper]) -> list[Any]:
    return sorted(
        [
            _name(paper.name),
            paper.manner or "",
            str(paper.originals),
            str(paper.copies),
            _name(paper.form),
            str(paper.in_person_only),
            _text_facts(paper.note),
        ]
        for paper in papers
    )


def _time(value: TimeLimit | str | None) -> Any:
    return [value.amount, value.unit, _text_facts(value.note)] if isinstance(value, TimeLimit) else value


def _fees(value: list[Fee] | str | None) -> Any:
    return (
        sorted([fee.kind or "", str(fee.amount), _name(fee.per), _text_facts(fee.reason)] for fee in value)
        if isinstance(value, list)
        else value
    )
