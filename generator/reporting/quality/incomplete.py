"""Posted but incomplete or inaccurate (TT 19/2014 Đ10 k3 a): every error of a procedure in force, in words."""

from __future__ import annotations

from generator.reporting.quality.facts import Facts, Report, report_row

MOST = 4  # faults named; the rest is counted


def report(facts: Facts) -> Report:
    """Procedures in force with at least one error."""
    found = []
    for entry in facts.in_force:
        said = list(dict.fromkeys(f"{problem.id} {problem.message}" for problem in facts.errors(entry.path)))
        if said:
            more = f"; và {len(said) - MOST} lỗi khác" if len(said) > MOST else ""
            found.append(report_row(entry, "; ".join(said[:MOST]) + more))
    return Report(
        "chua-du",
        "Đã đăng nhưng chưa đầy đủ, chính xác",
        "TT 19/2014/TT-BTP Đ10 k3 a",
        "Mỗi thủ tục kèm những lỗi mà tthc check báo.",
        tuple(found),
    )
