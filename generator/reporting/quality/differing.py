"""Posted differently from the national database (TT 19/2014 Đ10 k3 c)."""

from __future__ import annotations

from generator.reporting.quality.facts import Facts, Report, report_row


def report(facts: Facts) -> Report:
    """The differences a comparison found; without one, the procedures editors marked as not yet compared."""
    rows = []
    title = "Nội dung đăng khác với CSDL quốc gia"
    if facts.national:
        differences = {code: words for code, _, words in facts.national.different}
        rows = [
            report_row(entry, f"khác ở: {differences[entry.record.code]}")
            for entry in facts.in_force
            if entry.record.code in differences
        ]
        note = f"Đã so với {facts.national.source}."
    else:
        title = "Nội dung đăng còn chờ so với CSDL quốc gia"  # nothing was compared, so do not claim a difference
        note = "Chưa so với CSDL quốc gia: đây là những thủ tục người biên tập ghi là còn phần chờ đối chiếu."
        for entry in facts.in_force:
            verification = entry.record.verification
            if verification is None or verification.state != "đã đối chiếu" or verification.pending:
                parts = ", ".join(verification.pending) if verification and verification.pending else "cả hồ sơ"
                rows.append(report_row(entry, f"chờ đối chiếu: {parts}"))
    return Report("khac-nhau", title, "TT 19/2014/TT-BTP Đ10 k3 c", note, tuple(rows))
