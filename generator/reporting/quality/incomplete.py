"""Posted but incomplete or inaccurate (TT 19/2014 Đ10 k3 a): every error of a procedure in force, in words."""

from __future__ import annotations

from generator.reporting.quality.facts import Facts, Report, report_row

MAX_FAULTS_SHOWN = 4  # faults named; the rest is counted


def report(facts: Facts) -> Report:
    """Procedures in force with at least one error."""
    rows = []
    for entry in facts.in_force:
        faults = list(dict.fromkeys(f"{problem.id} {problem.message}" for problem in facts.errors(entry.path)))
        if faults:
            more = f"; và {len(faults) - MAX_FAULTS_SHOWN} lỗi khác" if len(faults) > MAX_FAULTS_SHOWN else ""
            rows.append(report_row(entry, "; ".join(faults[:MAX_FAULTS_SHOWN]) + more))
    return Report(
        "chua-du",
        "Đã đăng nhưng chưa đầy đủ, chính xác",
        "TT 19/2014/TT-BTP Đ10 k3 a",
        "Mỗi thủ tục kèm những chỗ còn thiếu hoặc sai.",
        tuple(rows),
    )
