"""Random lists: every value of the file is in the content or in the report, and the sums of the notice agree."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.importing.draft_record import Options
from generator.importing.import_report import as_json
from generator.importing.plan import ImportPlan, apply, plan_import
from generator.importing.registry import sources
from generator.importing.summary import render

COLUMNS = {
    "Mã TTHC": lambda chance, mark: chance.choice([f"9.1000{chance.randrange(10, 40)}"] * 4 + [mark, ""]),
    "Tên thủ tục hành chính": lambda chance, mark: chance.choice([f"Cấp giấy {mark}"] * 6 + ["", "12345"]),
    "Lĩnh vực": lambda chance, mark: chance.choice(["Hộ tịch", f"Đất đai {mark}", ""]),
    "Thời hạn giải quyết": lambda chance, mark: chance.choice(["05 ngày", f"tùy {mark}", f"03 ngày; {mark}", "0", ""]),
    "Phí": lambda chance, mark: chance.choice(["Không", "50.000 đồng", f"50.000 đồng {mark}", f"theo {mark}", ""]),
    "Lệ phí": lambda chance, mark: chance.choice(["Không", "50.000 đồng", f"Miễn {mark}", ""]),
    "Căn cứ pháp lý": lambda chance, mark: f"Luật {mark};\n- Nghị định 12/2020/NĐ-CP {mark}a",
    "Quyết định công bố": lambda chance, mark: chance.choice([f"12/QĐ-UBND ngày 01/7/2023 {mark}", mark, ""]),
    "Ngày công bố": lambda chance, mark: chance.choice(["01/7/2023", mark, ""]),
    "Cấp thực hiện": lambda chance, mark: chance.choice(["Cấp xã", f"Cấp {mark}", "Cấp xã, cấp huyện"]),
    "Đối tượng thực hiện": lambda chance, mark: chance.choice(["Tổ chức", f"Cá nhân {mark}"]),
    "Cách thức thực hiện": lambda chance, mark: chance.choice(["Trực tiếp", f"trực tuyến ở {mark}"]),
    "Trực tiếp": lambda chance, mark: chance.choice(["x", "", mark]),
    "DVC toàn trình": lambda chance, mark: chance.choice(["x", "", mark]),
    "Trạng thái": lambda chance, mark: chance.choice(["Còn hiệu lực", f"Bãi bỏ {mark}", mark]),
    "Kết quả": lambda chance, mark: f"Giấy {mark}",
    "Ghi chú": lambda chance, mark: chance.choice(["", mark]),
    "Cột lạ": lambda chance, mark: mark,
    "": lambda chance, mark: chance.choice(["", mark]),
}
MARK = re.compile(r"zq\d+q")


def made(folder: Path, chance: random.Random) -> Path:
    """A list of random columns and rows; some rows are hidden, struck through, titles, sums, or the header again."""
    always = ["Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực"]
    titles = [*always, *chance.sample([title for title in COLUMNS if title not in always], chance.randrange(3, 9))]
    chance.shuffle(titles)
    book = Workbook()
    sheet = book.active
    sheet.append(titles)
    for number in range(2, chance.randrange(4, 20)):
        mark = f"zq{number:03}"
        kind = chance.choice(["record"] * 6 + ["hidden", "struck", "title", "header", "sum"])
        if kind == "title":
            sheet.append([f"Lĩnh vực {mark}0q"])
        elif kind == "header":
            sheet.append(titles)
        elif kind == "sum":
            sheet.append([f"Tổng {mark}0q", f"{mark}1q"])
        else:
            sheet.append([COLUMNS[title](chance, f"{mark}{at}q") for at, title in enumerate(titles)])
        sheet.row_dimensions[number].hidden = kind == "hidden"
        if kind == "struck":
            for cell in sheet[number]:
                cell.font = Font(strike=True)
    book.save(folder / "danh-muc.xlsx")
    return folder / "danh-muc.xlsx"


def imported(folder: Path) -> ImportPlan:
    source = sources()["decision-list"]
    plan = plan_import(source, folder / "danh-muc.xlsx", folder / "content", Options())  # type: ignore[arg-type]
    apply(plan)
    return plan


@pytest.mark.parametrize("seed", range(25))
def test_nothing_vanishes_and_the_sums_agree(tmp_path: Path, seed: int) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(made(tmp_path, random.Random(seed))).active
    marks = {mark for row in sheet.iter_rows(values_only=True) for cell in row for mark in MARK.findall(str(cell))}
    plan = imported(tmp_path)
    written = "".join(plan.texts[file] for file in plan.texts if ".nhap" not in file.parts)
    told = as_json(plan, None)
    assert marks == set(MARK.findall(written + told))
    for mark in marks - set(MARK.findall(written)):  # not only mentioned as a name or a doubt
        assert any(mark in text for text in [*plan.warnings, *(item.text for item in plan.words.unread)]), mark

    words = plan.words
    assert words.total == words.placed + words.noted + words.structure + words.reported
    assert words.unread_words <= words.reported
    first = render(plan, None, dry=False).split("\n")[0]
    taken, *left = re.findall(r"(?:Đã nhập|Không nhập|trong) (\d+)", first)
    assert int(taken) + int(left[0] if left else 0) == int(left[1] if left else taken) == len(plan.done)
    named = [int(count) for count in re.findall(r"(\d+) (?:mới|thay đổi|giữ nguyên|chỉ liệt kê|trùng mã)", first)]
    assert sum(named) == len(plan.done)
    assert int(taken) == len({done.file for done in plan.done if done.state in ("new", "changed", "same")})

    again = imported(tmp_path)
    assert again.texts == {} and not again.count("new") and not again.count("changed")
