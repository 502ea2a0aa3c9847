"""The audit's result as data for the public quality page: the checks, the number of pages, the findings."""

from __future__ import annotations

import html
import json

import generator.audit
from generator.audit import AuditCheck
from generator.audit.site import BuiltSite
from generator.plugins import plugins_in
from generator.problem import ERROR, Problem


def quality(site: BuiltSite, problems: list[Problem]) -> bytes:
    """JSON: number of pages, and per check its title, description, errors and warnings."""
    checks = []
    for module in plugins_in(generator.audit, AuditCheck):
        mine = [problem for problem in problems if problem.id == module.ID]
        errors = sum(problem.severity == ERROR for problem in mine)
        checks.append(
            {
                "ma": module.ID,
                "loi_thuong_gap": module.TITLE,
                "kiem_tra": " ".join((module.__doc__ or "").split()),
                "loi": errors,
                "nhac": len(mine) - errors,
            }
        )
    data = {"so_trang": len(site.page_names), "kiem_tra": sorted(checks, key=lambda item: str(item["ma"]))}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def with_quality(page: str, data: bytes) -> str:
    """Insert the result into the public quality page, at the section reserved in theme/pages/quality.html. The audit
    reads a finished site, so only publishing can do this. data: the result of quality()."""
    result = json.loads(data)
    rows = "".join(
        f'<tr><th scope="row">{html.escape(check["kiem_tra"])}</th><td>{check["loi"]}</td><td>{check["nhac"]}</td></tr>'
        for check in result["kiem_tra"]
    )
    errors, reminders = (sum(check[key] for check in result["kiem_tra"]) for key in ("loi", "nhac"))
    table = (
        f"<p>Bản này: đã rà {result['so_trang']} trang, {errors} lỗi, {reminders} lời nhắc. "
        "Có lỗi thì không đăng được.</p>\n"
        '<div class="tthc-scroll" role="region" aria-label="Kết quả rà tự động" tabindex="0"><table>'
        '<thead><tr><th scope="col">Điều được rà</th><th scope="col">Lỗi</th><th scope="col">Nhắc</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>\n"
        '<p><a href="../cong-bo/chat-luong.json">Kết quả cho máy đọc</a> · '
        '<a href="../cong-bo/thay-doi.md">Bản này thay đổi gì</a> · '
        '<a href="../cong-bo/danh-sach.jsonl">Các bản đã đăng</a></p>'
    )
    before, section, rest = page.partition("<section data-audit")
    head, title, more = rest.partition("</h2>")
    _, end, after = more.partition("</section>")
    return f"{before}{section}{head}{title}\n{table}\n{end}{after}" if end else page
