"""A site of several days says once what differs only by the day, and waits for what comes by the last of them."""

import datetime as dt
from pathlib import Path

import pytest

from generator.build.reading import read_content
from generator.loading import versions
from tests.support.record_texts import LAW, NOTICE, PLACES, PROCEDURE, TASK
from tests.support.versions import BASE, CHANGED, EDITIONS, VERSION, content, problems_of

FIRST, LAST = dt.date(2023, 12, 31), dt.date(2026, 11, 26)
PROGRESS = "tien_do:\n  - ngay: {}\n    trang_thai: đang làm\n"
TARGETS = """\
- ten: Hồ sơ nộp trực tuyến
  nhom: dịch vụ công trực tuyến
  muc: 50
  can_cu: Kế hoạch
  so_lieu:
    - ngay: {}
      dat: 1
      tong: 2
      nguon: Báo cáo
"""
NOTICES = PLACES["notice"]
SAID = [
    ("TT-189", NOTICES, NOTICE.replace("ngay: 2023-12-31", "ngay: {}")),
    ("TT-112", PLACES["task"], TASK + PROGRESS),
    ("TT-128", "plan/2023/targets.yml", TARGETS),
    ("TT-056", BASE, PROCEDURE.replace("tu: 2016-01-01", "tu: {}")),
]


def messages(rule: str, files: dict[str, str], *others: dt.date) -> list[str]:
    return [problem.message for problem in problems_of(files, FIRST, others) if problem.id == rule]


def written(folder: Path, files: dict[str, str]) -> Path:
    """The content with these files and two editions, in a folder."""
    for name, text in content(files).items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + (EDITIONS if name == "site.yml" else ""), "utf-8")
    return folder / "content"


@pytest.mark.parametrize(("rule", "path", "text"), SAID, ids=lambda value: value if "TT-" in value[:3] else "")
def test_what_has_not_come_by_the_last_day(rule: str, path: str, text: str) -> None:
    late, between = {path: text.format("2027-03-01")}, {path: text.format("2025-03-01")}
    [said] = messages(rule, late, LAST)
    assert "26/11/2026" in said
    assert messages(rule, between, LAST) == []
    [said] = messages(rule, between)
    assert "31/12/2023" in said


def test_the_same_when_files_are_read_and_checked_one_by_one(tmp_path: Path) -> None:
    """As `tthc check` does: the rules of single records run where a file is read."""
    rule, path, text = SAID[0]
    folder = written(tmp_path, {path: text.format("2025-03-01"), BASE: SAID[3][2].format("2025-03-01")})
    found = read_content(folder, None).check()
    assert [problem for problem in found if problem.id in (rule, "TT-056")] == []
    assert [problem.id for problem in read_content(folder, FIRST).check_files([path])] == [rule]


def test_a_file_is_checked_without_applying_versions_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the others only the paths are needed, and many records have versions."""
    files = {}
    for number in range(200, 210):
        code, name = f"1.001{number}", f"ten_thu_tuc: Thủ tục thử số {number}"
        files[BASE.replace("1.001193", code)] = PROCEDURE.replace("1.001193", code).replace("ten_thu_tuc: ", f"{name} ")
        files[VERSION.replace("1.001193", code)] = CHANGED.replace("1.001193", code)
    folder = written(tmp_path, files)
    applied, counted = versions.applied, []
    monkeypatch.setattr(versions, "applied", lambda *one, **how: counted.append(one) or applied(*one, **how))
    read_content(folder, None).check_files([BASE])
    assert counted == []


def test_what_is_wrong_with_one_day_alone_is_said() -> None:
    """A decision of 2025 is no basis of what a site publishes as of 2023."""
    files = {BASE: PROCEDURE.replace("ngay: 2020-09-04", "ngay: 2025-03-01")}
    assert files[BASE] != PROCEDURE
    [said] = messages("TT-085", files, LAST)
    assert "31/12/2023" in said


def test_an_impossible_year_is_said_once() -> None:
    found = problems_of({"laws/123.yml": LAW.replace("2015-11-15", "2093-11-15")}, FIRST, (LAST,))
    assert len([problem for problem in found if problem.id == "TT-085"]) == 1


def test_from_the_day_of_an_unreadable_version_the_record_is_not_known() -> None:
    """What the version may have changed is not reported in the next one, which keeps it."""
    later = VERSION.replace("2025-07-01", "2026-01-16")
    files = {
        BASE: PROCEDURE.replace("Dùng cho trẻ", "Nộp tại UBND huyện. Dùng cho trẻ"),
        later: CHANGED.replace("2025-07-01", "2026-01-16"),
    }
    assert messages("TT-258", files, LAST)
    assert not messages("TT-258", files | {VERSION: CHANGED + "phan_biet: Dùng cho trẻ sinh tại Việt Nam.\n"}, LAST)
    assert not messages("TT-258", files | {VERSION: "ma_thu_tuc: [\n"}, LAST)
    base = {
        BASE: files[BASE].replace("Đăng ký khai sinh", "đang cập nhật", 1)
    }  # what is wrong before is still reported
    assert messages("TT-097", base | {VERSION: "ma_thu_tuc: [\n"}, LAST)
