"""Synthetic content of any size: N complete procedures from a seed, with the fields, documents and units they need.

Records have realistic sizes (6–8 KB of YAML, five papers, five legal bases, three channels) and random words from a
small vocabulary. Every record is complete: `tthc check` finds no error in it.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

SYLLABLES = (
    "thủ tục hành chính đăng ký cấp giấy chứng nhận quyền sử dụng đất hộ gia đình cá nhân tổ chức hồ sơ bản sao "
    "xác nhận cơ quan tiếp nhận trả kết quả thời hạn giải quyết phí lệ phí công dân xã huyện tỉnh phòng ban văn bản "
    "quy định điều khoản nghị định thông tư luật kinh doanh xây dựng môi trường giáo dục trợ giúp xã hội bảo hiểm "
    "người có công trẻ em nuôi con kết hôn khai sinh"
).split()
FIELDS = 40
LAWS = 120


def make(folder: Path, count: int, seed: int = 1, base: Path | None = None, data: int | None = None) -> Path:
    """Write content with `count` procedures into `folder`, which is recreated. base: content whose site, units,
    agencies and plan are copied; without it there are only procedures, fields and documents. data: publish open data,
    in all formats up to so many procedures."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    draw = random.Random(seed)
    for name in ("site.yml", "agencies.yml", "units", "plan", "notices", "holidays") if base else ():
        source = base / name  # type: ignore[operator]
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    site = folder / "site.yml"
    if site.exists():  # one edition, no printed sheets, as the sites of the other programs
        text = re.sub(r"(?m)^(ban_in|du_lieu_mo):.*\n|^cac_ban:\n(?:  .*\n)*", "", site.read_text("utf-8"))
        site.write_text(f"{text}du_lieu_mo: {data}\n" if data is not None else text, "utf-8")
    if base:
        shutil.copytree(base / "laws", folder / "laws")
    (folder / "laws").mkdir(exist_ok=True)
    rows = [
        f"- ten: Lĩnh vực {number}\n  slug: linh-vuc-{number}\n  mo_ta: {_words(draw, 8)}.\n"
        for number in range(FIELDS)
    ]
    (folder / "fields.yml").write_text("".join(rows), "utf-8")
    for number in range(LAWS):
        (folder / "laws" / f"{number + 1}-1999-nd-cp.yml").write_text(_law(draw, number + 1), "utf-8")
    for number in range(count):
        code, field = f"9.{number:06}", number % FIELDS
        file = folder / "procedures" / f"linh-vuc-{field}" / f"{code}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(procedure(draw, code, field), "utf-8")
    return folder


def _words(draw: random.Random, count: int) -> str:
    text = " ".join(draw.choices(SYLLABLES, k=count))
    return text[0].upper() + text[1:]


def _sentences(draw: random.Random, count: int) -> str:
    """Sentences of at most 22 syllables, as the rules want them."""
    words = draw.choices(SYLLABLES, k=count)
    return " ".join(f"{' '.join(words[at : at + 22]).capitalize()}." for at in range(0, count, 22))


def _law(draw: random.Random, number: int) -> str:
    return (
        f"so_ky_hieu: {number}/1999/NĐ-CP\nloai: Nghị định\ntrich_yeu: {_words(draw, 14)}\n"
        "co_quan_ban_hanh: Chính phủ\n"
        "ngay_ban_hanh: 1999-01-05\nngay_hieu_luc: 1999-03-01\n"
    )


def procedure(draw: random.Random, code: str, field: int) -> str:
    """The YAML of one complete record."""

    def paper(indent: str, form: bool = False) -> str:
        rows = [
            f"- ten_giay_to: {_words(draw, 12)}",
            "  nop_hay_xuat_trinh: nộp",
            f"  ban_chinh: {draw.randint(1, 2)}",
            f"  ban_sao: {draw.randint(0, 1)}",
        ]
        rows += ["  bieu_mau: Tờ khai theo mẫu"] if form else []
        rows += [f"  ghi_chu: {_words(draw, 18)}."]
        return "".join(f"{indent}{row}\n" for row in rows)

    steps = "".join(
        f"  - nguoi_thuc_hien: {'người nộp' if at in (0, 4) else 'cơ quan'}\n    noi_dung: {_sentences(draw, 45)}\n"
        for at in range(5)
    )
    channels = "".join(
        f"  - hinh_thuc_nop: {kind}\n    mo_ta: {_words(draw, 20)}.\n"
        for kind in ("trực tiếp", "bưu chính", "trực tuyến")
    )
    laws = "".join(
        f"  - so_ky_hieu: {n}/1999/NĐ-CP\n    dieu_khoan: Điều {draw.randint(1, 40)}\n"
        for n in draw.sample(range(1, LAWS + 1), 5)
    )
    conditions = "".join(f"  - {_sentences(draw, 30)}\n" for _ in range(3))
    return f"""ma_thu_tuc: "{code}"
ten_thu_tuc: {_words(draw, draw.randint(6, 16))} số {int(code[2:])}
ten_thuong_goi:
  - {_words(draw, 4).lower()}
tu_khoa:
  - {_words(draw, 3).lower()}
  - {_words(draw, 2).lower()}
linh_vuc: Lĩnh vực {field}
cap_thuc_hien:
  - {draw.choice(("cấp xã", "cấp huyện"))}
loai_thu_tuc: TTHC được luật giao quy định chi tiết
mo_ta: >-
  {_sentences(draw, 35)}
quyet_dinh_cong_bo:
  so: {draw.randint(1, 999)}/QĐ-BTP
  ngay: 2020-01-06
  co_quan: Bộ Tư pháp
hieu_luc:
  tu: 2020-02-03
muc_do_truc_tuyen: {draw.choice(("toàn trình", "một phần"))}
khong_phu_thuoc_dia_gioi: false
trinh_tu_thuc_hien:
{steps}cach_thuc_thuc_hien:
{channels}thoi_han_giai_quyet:
  so: {draw.randint(1, 30)}
  don_vi: ngày làm việc
  ghi_chu: {_words(draw, 14)}.
phi_le_phi:
  - loai: lệ phí
    muc_thu: {draw.randint(1, 40) * 5000}
    ly_do: {_words(draw, 14)}.
thanh_phan_ho_so:
  so_bo: 1
  giay_to_chung:
{paper("    ", form=True)}{paper("    ")}{paper("    ")}  truong_hop:
    - ten: {_words(draw, 7)}
      giay_to:
{paper("        ")}    - ten: {_words(draw, 7)}
      giay_to:
{paper("        ")}doi_tuong_thuc_hien:
  - Công dân Việt Nam
co_quan_thuc_hien: UBND cấp xã
co_quan_co_tham_quyen: Chủ tịch UBND cấp xã
dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn
thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc, trừ ngày nghỉ lễ, Tết
co_quan_phoi_hop: không
ket_qua_thuc_hien:
  - ten: {_words(draw, 6)}
    mau_ket_qua: không
bieu_mau:
  - ten: Tờ khai theo mẫu
    van_ban: 1/1999/NĐ-CP
yeu_cau_dieu_kien:
{conditions}can_cu_phap_ly:
{laws}doi_chieu:
  trang_thai: đã đối chiếu
  nguon: Danh mục CSDL quốc gia về TTHC
  ngay: 2023-12-01
"""
