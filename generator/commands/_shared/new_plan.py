"""`tthc new plan 2024 --from 2023`: copies a year's plan as a draft, with dates and years shifted.

The copies are edited as text, so that order, folding and comments stay as an editor wrote them. What applies only to
the old year is not copied: progress, number, signature, scanning errors, registers and figures. Targets are copied
without their figures.
"""

from __future__ import annotations

import calendar
import os
import re
import sys
from pathlib import Path

from generator.io.regular_file import read_regular
from generator.io.transaction import write_all
from generator.limits import MAX_FILE
from generator.schema.values import PENDING_CONTACT

KEPT_AS_WRITTEN = ("can_cu",)  # legal bases cite documents by their own dates
DROPPED = ("tien_do", "sua_loi_quet", "ban_nhap")


def run(year: str, origin: str | None, content: Path) -> int:
    """Copy the plan. Returns the exit code; 2, after a message, when a year is invalid, missing or already exists.
    Raises OutputRefused when a file cannot be written."""
    if not re.fullmatch(r"(19|20)\d\d", year) or (origin and not re.fullmatch(r"(19|20)\d\d", origin)):
        years = year if origin is None else f"{year}, {origin}"
        print(f"tthc: “{years}” không phải năm; ví dụ: tthc new plan 2024 --from 2023.", file=sys.stderr)
        return 2
    source = origin or str(int(year) - 1)
    old, new = content / "plan" / source, content / "plan" / year
    if not (old / "plan.yml").is_file():
        years_there = sorted(
            path.name for path in (content / "plan").glob("[0-9][0-9][0-9][0-9]") if (path / "plan.yml").is_file()
        )
        print(
            f"tthc: không có {old / 'plan.yml'}. Các năm đang có: {', '.join(years_there) or 'chưa năm nào'}.",
            file=sys.stderr,
        )
        return 2
    if os.path.lexists(new) or year == source:
        print(f"tthc: đã có thư mục {new}.", file=sys.stderr)
        return 2
    targets = old / "targets.yml"
    sources = [old / "plan.yml", *sorted((old / "tasks").glob("*.y*ml")), *([targets] if targets.exists() else [])]
    texts: dict[Path, str] = {}
    for file in sources:
        try:
            texts[file] = read_regular(file, MAX_FILE)[0].decode("utf-8").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            print(
                f"tthc: không đọc được {file}: phải là tệp văn bản UTF-8, không quá {MAX_FILE // 1_000_000} MB.",
                file=sys.stderr,
            )
            return 2
    files = {new / "plan.yml": plan_text(texts.pop(old / "plan.yml"), int(source), int(year))}
    if text := targets_text(texts.pop(targets, ""), int(source), int(year)):
        files[new / "targets.yml"] = text
    for file, text in texts.items():
        files[new / "tasks" / file.name] = task_text(text, int(source), int(year))
    write_all(content, files, new=True)
    print(f"Đã tạo {new} từ kế hoạch {source}: 1 kế hoạch, {len(texts)} nhiệm vụ, đánh dấu bản nháp.")
    print("Sửa từng câu theo kế hoạch được ban hành, ghi số, ngày, người ký, rồi bỏ ban_nhap trong plan.yml.")
    if not (content / "holidays" / f"{year}.yml").is_file():
        print(f"Thêm content/holidays/{year}.yml để hạn báo cáo biết ngày nghỉ lễ.")
    return 0


def plan_text(text: str, old: int, new: int) -> str:
    """plan.yml of the new year: a draft without the old number, day and signer."""
    parts = []
    for key, block in blocks(text):
        if key in DROPPED:
            continue
        if key == "nam":
            block = f"nam: {new}\n"
        elif key == "so_ky_hieu":
            block = f"so_ky_hieu: {PENDING_CONTACT}\n"
        elif key == "dia_danh_ngay":
            block = re.sub(r"tháng\s+\d{1,2}\s+năm\s+\d{4}", f"tháng năm {new}", block)
        elif key == "chu_ky":
            block = re.sub(r"""(ho_ten:) *("[^"]*"|'[^']*'|[^,}\n]*)""", rf"\1 {PENDING_CONTACT}", block)
        parts.append(block if key in KEPT_AS_WRITTEN else shift_years(block, old, new))
    return "".join([*parts, "ban_nhap: true\n"])


def task_text(text: str, old: int, new: int) -> str:
    """A task of the new year, without progress. Its deadline is shifted; dates of documents in its text stay."""
    parts = []
    for key, block in blocks(text):
        if key in ("thoi_gian", "tom_tat"):
            block = re.sub(rf"\b(\d{{1,2}})/(\d{{1,2}})/{old}\b", lambda match: _slashed(match, new), block)
        if key not in DROPPED:
            parts.append(shift_years(block, old, new))
    return "".join(parts)


def targets_text(text: str, old: int, new: int) -> str:
    """The targets of the new year, without figures; samples are dropped."""
    parts = []
    for item in re.split(r"(?m)^(?=- )", text):
        if not re.search(r"(?m)^  mau: true\b", item):
            parts.append(shift_years(re.sub(r"(?m)^  so_lieu:\n(?:    .*\n|  - .*\n)*", "", item), old, new))
    return "".join(parts)


def blocks(text: str) -> list[tuple[str, str]]:
    """Split the text before each top-level key: (key, lines). Text before the first key has the key ""."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text if text.endswith("\n") else text + "\n")
    return [((re.match(r"[a-z_]+(?=:)", part) or [""])[0], part) for part in parts if part]


def shift_years(block: str, old: int, new: int) -> str:
    """Shift date values, and “năm 2023” and “năm 2022” in the text; a document's “tháng 10 năm 2022” stays."""
    by = new - old

    def date(match: re.Match[str]) -> str:
        year, month, day = int(match[2]) + by, int(match[3]), int(match[4])
        return f"{match[1]}{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"

    def year(match: re.Match[str]) -> str:
        of_a_date = re.search(r"\d\s+$", block[: match.start()])  # `tháng 10 năm 2022` is a document's date
        return match[0] if of_a_date else f"{match[1]}{int(match[2]) + by}"

    block = re.sub(r"(?m)(?<![\w-])((?:tu|den|ngay|han): )(\d{4})-(\d{2})-(\d{2})(?=\s*(?:[,}#]|$))", date, block)
    return re.sub(rf"\b(năm\s+)({old}|{old - 1})\b", year, block)


def _slashed(match: re.Match[str], new: int) -> str:
    day = min(int(match[1]), calendar.monthrange(new, int(match[2]))[1]) if 1 <= int(match[2]) <= 12 else match[1]
    return f"{day}/{match[2]}/{new}"
