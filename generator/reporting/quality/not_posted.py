"""In force but not posted (TT 19/2014 Đ10 k3 a)."""

from __future__ import annotations

from generator.problem import ERROR
from generator.reporting.quality.facts import Facts, Report, ReportRow


def report(facts: Facts) -> Report:
    """Files that cannot be read, codes referenced without a record, and procedures that only the official catalogue or
    the national database has."""
    rows = [*_unreadable(facts), *_withheld(facts), *_named(facts)]
    known_codes = {item.code for item in rows} | set(facts.by_code)
    note = "Chưa đo được: chưa có danh mục chính thức. Chỉ thấy tệp không đọc được, mã được nhắc tới mà chưa có tệp."
    if facts.official:
        note = _counted(facts)
        rows += [
            ReportRow(code, item.name or "", "", item.field_name or "", "có trên danh mục chính thức, chưa có ở đây")
            for code, item in facts.official.items()
            if code not in known_codes
        ]
        known_codes |= set(facts.official)
    if facts.national:
        note = f"Đã so với {facts.national.source}." + (f" {note}" if facts.official else "")
        rows += [
            ReportRow(code, name, "", words, "có trên CSDL quốc gia, chưa có ở đây")
            for code, name, words in facts.national.missing_here
            if code not in known_codes
        ]
    return Report(
        "chua-dang",
        "Đang có hiệu lực nhưng chưa đăng",
        "TT 19/2014/TT-BTP Đ10 k3 a",
        note,
        tuple(sorted(rows, key=lambda item: (item.code, item.path))),
    )


def _counted(facts: Facts) -> str:
    """How many procedures of the official catalogue are posted, which catalogue it is and what it lacks."""
    posted = sum(code in facts.by_code for code in facts.official)
    lists = [entry.record for entry in facts.store.of("official_list")]
    names = "; ".join(f"{item.source}, ngày {item.date:%d/%m/%Y}" for item in lists if item.source and item.date)
    notes = " ".join(item.note for item in lists if item.note)
    return f"{names}: {len(facts.official)} thủ tục, đã đăng {posted}. {notes}".rstrip()


def _unreadable(facts: Facts) -> list[ReportRow]:
    read = {entry.path for entry in facts.store.of("procedure")}
    rows: dict[str, ReportRow] = {}
    for problem in facts.store.problems:
        if problem.severity == ERROR and "/procedures/" in problem.path and problem.path not in read:
            code = problem.path.rsplit("/", 1)[-1].rpartition(".")[0]
            reason = f"tệp không đọc được: {problem.message}"
            rows.setdefault(problem.path, ReportRow(code, "", problem.path, "", reason))
    return list(rows.values())


def _withheld(facts: Facts) -> list[ReportRow]:
    return [
        ReportRow(view.code, view.name, view.source, view.field, f"đang hoàn thiện, còn {view.faults} lỗi")
        for view in facts.withheld
    ]


def _named(facts: Facts) -> list[ReportRow]:
    rows: dict[str, ReportRow] = {}
    there = {*facts.by_code, *(view.code for view in facts.withheld)}
    for guide in facts.store.of("guide"):
        for step in guide.record.steps:
            for code in (*step.codes, *step.together):
                if code and code not in there:
                    reason = f"hướng dẫn “{guide.record.title}” nhắc tới, chưa có tệp"
                    rows.setdefault(code, ReportRow(code, "", guide.path, "", reason))
    for entry in facts.in_force:
        for related in entry.record.related:
            if related.code and related.code not in there:
                rows.setdefault(
                    related.code,
                    ReportRow(related.code, "", entry.path, "", f"thủ tục {entry.record.code} nhắc tới, chưa có tệp"),
                )
    return list(rows.values())
