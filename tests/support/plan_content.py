"""The small site's content with everything a plan can have, and a second year: for tests of the plan's pages."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import SMALL, tthc
from tests.support.plan_samples import ANSWER, DOCUMENT, EVENT, FEEDBACK, OLDER, PROCESS, RESULT, REVIEW, TARGETS

AREAS = {"01": "chỉ đạo", "02": "rà soát", "11": "báo cáo"}
DONE = """\
tien_do:
  - ngay: 2023-05-04
    trang_thai: đang thực hiện
    nguon: Báo cáo 9/BC-UBND
  - ngay: 2023-06-28
    trang_thai: đã hoàn thành
    noi_dung: Đã gửi báo cáo tổng hợp.
    co_quan: phong-tu-phap
    san_pham:
      - ten: Báo cáo tổng hợp kết quả
        van_ban: cv-10
    nguon: Báo cáo 11/BC-UBND
"""
MORE = ("tập huấn", "một cửa", "công khai", "trực tuyến", "phản ánh", "kiểm tra", "truyền thông", "sáng kiến")
PLAIN = """\
so: {number}
ten: Việc {area}
noi_dung:
  - Làm {area}.
co_quan_chu_tri: {{nguyen_van: UBND các xã., co_quan: [nhom-xa]}}
thoi_gian: {{nguyen_van: Thường xuyên trong năm 2023., kieu: thường xuyên, tu: 2023-01-01, den: 2023-12-31}}
mang: {area}
"""
INSPECTION = EVENT.replace("tập huấn", "kiểm tra").replace("Tập huấn nghiệp vụ", "Kiểm tra xã An Thanh")
INSPECTION = INSPECTION.replace("ket_luan: 40 người dự.", "ngay_ket_luan: 2023-04-20\nket_luan: Làm đúng.")


def whole_plan(folder: Path) -> Path:
    """Write the content into `folder` and return it."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    plan = content / "plan" / "2023"
    text = (plan / "plan.yml").read_text("utf-8")
    (plan / "plan.yml").write_text(
        text.replace("  don_vi_gui: [UBND cấp xã]", "  don_vi_gui: [UBND cấp xã]\n  co_quan: [nhom-xa]"), "utf-8"
    )
    for name, area in AREAS.items():
        file = plan / "tasks" / f"{name}.yml"
        file.write_text(file.read_text("utf-8") + f"mang: {area}\n" + (DONE if name == "02" else ""), "utf-8")
    for number, area in enumerate(MORE, 3):
        write(plan / "tasks" / f"{number:02}.yml", PLAIN.format(number=number, area=area))
    for name, text in {
        "documents/cv-09.yml": OLDER, "documents/cv-10.yml": DOCUMENT, "reviews/khai-sinh.yml": REVIEW, "events/tap-huan.yml": EVENT,  # noqa: E501
        "events/kiem-tra.yml": INSPECTION, "results/quy-2.yml": RESULT, "results/quy-3.yml": RESULT.replace("Quý II/", "Quý III/").replace("03-15", "06-15").replace("06-14", "09-14"),  # noqa: E501
        "targets.yml": TARGETS.replace("nhiem_vu: 2", "nhiem_vu: 6"), "feedback/quy-2.yml": FEEDBACK, "answers/gio.yml": ANSWER,  # noqa: E501
        "results/mau.yml": RESULT.replace("don_vi: an-thanh", "ten: Xã mẫu A").replace("Quý II/2023", "Kỳ mẫu") + "mau: true\n",  # noqa: E501
    }.items():  # fmt: skip
        write(plan / name, text)
    write(content / "processes" / "1-001193.yml", PROCESS)
    return content


def second_year(content: Path) -> None:
    """A draft of 2024 made from 2023."""
    done = tthc("new", "plan", "2024", "--from", "2023", "--content", content)
    assert done.returncode == 0, done.stderr


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
