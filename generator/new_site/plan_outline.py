"""A draft of the year's plan for controlling procedures: the eleven tasks of part II as an outline, without
a word of any body's own plan."""

from __future__ import annotations

from generator.importing.yaml_writer import dump
from generator.new_site.answers import SiteAnswers
from generator.schema.plan.plan import Plan
from generator.schema.plan.task import Task
from generator.schema.values import PENDING_CONTACT

TASKS = (
    ("chỉ đạo", "Chỉ đạo, điều hành"),
    ("rà soát", "Rà soát, đơn giản hóa thủ tục hành chính"),
    ("tập huấn", "Tập huấn, bồi dưỡng cán bộ, công chức"),
    ("một cửa", "Thực hiện cơ chế một cửa, một cửa liên thông"),
    ("công khai", "Công khai thủ tục hành chính"),
    ("trực tuyến", "Dịch vụ công trực tuyến, số hóa hồ sơ"),
    ("phản ánh", "Tiếp nhận, xử lý phản ánh, kiến nghị"),
    ("kiểm tra", "Kiểm tra việc kiểm soát thủ tục hành chính"),
    ("truyền thông", "Tuyên truyền"),
    ("sáng kiến", "Sáng kiến, quy trình nội bộ"),
    ("báo cáo", "Thông tin, báo cáo"),
)


def plan_files(answers: SiteAnswers) -> dict[str, str]:
    """plan/YEAR/…, by path below content/; nothing without a year."""
    year, unit = answers.plan_year, answers.unit
    if year is None:
        return {}
    plan = {
        "nam": year,
        "so_ky_hieu": PENDING_CONTACT,
        "dia_danh_ngay": PENDING_CONTACT,
        "ten": f"Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông {unit.title} năm {year}",
        "co_quan_ban_hanh": f"UBND {unit.title}",
        "can_cu": [{"nguyen_van": PENDING_CONTACT}],
        "loi_dan": PENDING_CONTACT,
        "phan": [
            {"so": "I", "ten": "MỤC ĐÍCH, YÊU CẦU", "muc": [{"so": "1", "doan": [PENDING_CONTACT]}]},
            {"so": "II", "ten": "NHIỆM VỤ", "nhiem_vu": True},
            {"so": "III", "ten": "TỔ CHỨC THỰC HIỆN", "muc": [{"so": "1", "doan": [PENDING_CONTACT]}]},
        ],
        "ket_luan": PENDING_CONTACT,
        "noi_nhan": [PENDING_CONTACT],
        "chu_ky": {
            "thay_mat": f"TM. ỦY BAN NHÂN DÂN {unit.title}".upper(),
            "chuc_vu": "CHỦ TỊCH",
            "ho_ten": PENDING_CONTACT,
        },
        "bao_cao": {
            "quy": {
                "tu_ngay": 15,
                "tu_thang": "tháng trước kỳ báo cáo",
                "den_ngay": 14,
                "den_thang": "tháng cuối quý",
                "han_ngay": 15,
                "han_thang": "tháng cuối quý",
            },
            "nam": {"tu": "15/12 năm trước", "den": "14/12"},
            "noi_nhan": PENDING_CONTACT,
            "don_vi_gui": [f"UBND {unit.title}"],
            "co_quan": ["ubnd"],
            "nguon": "Kỳ báo cáo theo Thông tư 01/2020/TT-VPCP; sửa theo kế hoạch được ban hành.",
        },
        "ban_nhap": True,
    }
    files = {f"plan/{year}/plan.yml": dump(Plan, plan)}
    for number, (area, title) in enumerate(TASKS, start=1):
        task = {"so": number, "ten": title, "noi_dung": [PENDING_CONTACT], "mang": area}
        files[f"plan/{year}/tasks/{number:02}.yml"] = dump(Task, task)
    return files
