"""The mapping of a table's columns to parts of a procedure: proposed from the headings, corrected, kept."""

from __future__ import annotations

from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.importing.sources.decision_list.header import meaning
from generator.importing.sources.national_flat.shapes import label, words_of
from generator.importing.yaml_writer import scalar
from generator.io.causes import cause_of
from generator.io.regular_file import read_regular
from generator.limits import MAX_FILE
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.text.suggestions import suggest

SKIP, NOTE = "bỏ qua", "ghi chú"
# YAML key -> official label, as the importer of the portal's texts knows it
LABELS = {
    "ma_thu_tuc": "Mã thủ tục",
    "ten_thu_tuc": "Tên thủ tục",
    "linh_vuc": "Lĩnh vực",
    "cap_thuc_hien": "Cấp thực hiện",
    "loai_thu_tuc": "Loại thủ tục",
    "quyet_dinh_cong_bo": "Số quyết định",
    "ngay_quyet_dinh": "Ngày quyết định",
    "co_quan_cong_bo": "Cơ quan công bố",
    "trang_thai": "Trạng thái",
    "doi_tuong_thuc_hien": "Đối tượng thực hiện",
    "trinh_tu_thuc_hien": "Trình tự thực hiện",
    "cach_thuc_thuc_hien": "Cách thức thực hiện",
    "thanh_phan_ho_so": "Thành phần hồ sơ",
    "so_bo": "Số lượng hồ sơ",
    "thoi_han_giai_quyet": "Thời hạn giải quyết",
    "phi_le_phi": "Phí, lệ phí",
    "co_quan_thuc_hien": "Cơ quan thực hiện",
    "co_quan_co_tham_quyen": "Cơ quan có thẩm quyền",
    "co_quan_phoi_hop": "Cơ quan phối hợp",
    "co_quan_duoc_uy_quyen": "Cơ quan được ủy quyền",
    "dia_chi_tiep_nhan_ho_so": "Địa chỉ tiếp nhận hồ sơ",
    "thoi_gian_tiep_nhan": "Thời gian tiếp nhận",
    "ket_qua_thuc_hien": "Kết quả thực hiện",
    "yeu_cau_dieu_kien": "Yêu cầu, điều kiện",
    "can_cu_phap_ly": "Căn cứ pháp lý",
    "mo_ta": "Mô tả",
    "tu_khoa": "Từ khóa",
    "dia_chi_trang": "Link",
}
_BY_MEANING = {label(text): key for key, text in LABELS.items()}
_OF_LIST = {
    "code": "ma_thu_tuc", "name": "ten_thu_tuc", "field": "linh_vuc", "level": "cap_thuc_hien", "state": "trang_thai",
    "audience": "doi_tuong_thuc_hien", "result": "ket_qua_thuc_hien", "decision": "quyet_dinh_cong_bo",
    "limit": "thoi_han_giai_quyet", "fee": "phi_le_phi", "place": "dia_chi_tiep_nhan_ho_so", "law": "can_cu_phap_ly",
    "deciding": "co_quan_co_tham_quyen", "agency": "co_quan_thuc_hien", "channel": "cach_thuc_thuc_hien",
    "number": SKIP,
}  # fmt: skip


def propose_one(heading: str) -> str:
    """The part that a heading names, in any spelling; NOTE when it is not known."""
    if heading in LABELS:
        return heading
    words = words_of(heading)
    known = _BY_MEANING.get(label(heading)) or _BY_MEANING.get(label(words.replace(" ", "_")))
    return known or _OF_LIST.get(meaning(words), NOTE)


def propose(headings: list[str]) -> dict[str, str]:
    """A part for every heading; a part is given to one column only, further ones become notes."""
    found: dict[str, str] = {}
    for heading in headings:
        key = propose_one(heading)
        found[heading] = NOTE if key in found.values() and key not in (SKIP, NOTE) else key
    return found


def text_of(mapping: dict[str, str], examples: list[tuple[str, dict[str, str]]]) -> str:
    """The mapping as YAML, with example values as comments, for the editor to correct."""
    lines = [
        "# Cột của bảng: phần của thủ tục. Sửa cho đúng rồi chạy lại lệnh; tệp này dùng lại cho lần sau.",
        f"# “{NOTE}”: giữ ở ghi chú nguồn; “{SKIP}”: không nhập. Các phần: {', '.join(LABELS)}.",
    ]
    for heading, key in mapping.items():
        shown = " | ".join(" ".join(cells[heading].split())[:40] for _, cells in examples if heading in cells)
        lines.append(f"{_key(heading)}: {scalar(key)}" + (f"  # ví dụ: {shown}" if shown else ""))
    return "\n".join(lines) + "\n"


def read(file: Path) -> dict[str, str]:
    """The mapping in `file`. Raises ImportRefused with the line of what is wrong."""
    try:
        data = parse(read_regular(file, MAX_FILE)[0].decode("utf-8"))
    except YamlError as error:
        raise ImportRefused(f"{file}:{error.line}: {error.message}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ImportRefused(f"{file}: không đọc được ({cause_of(error)}).") from None
    if not isinstance(data, dict) or not data:
        raise ImportRefused(f"{file}: cần các dòng “cột: phần của thủ tục”.")
    known = [*LABELS, SKIP, NOTE]
    for heading, key in data.items():
        if key not in known:
            hint = suggest(str(key), known)
            raise ImportRefused(f"{file}: cột “{heading}”: “{key}” không phải một phần của thủ tục. {hint}".strip())
    if not {"ma_thu_tuc", "ten_thu_tuc"} & set(data.values()):
        raise ImportRefused(f"{file}: chưa cột nào là ma_thu_tuc hoặc ten_thu_tuc.")
    return {str(heading): str(key) for heading, key in data.items()}


def _key(heading: str) -> str:
    quoted = heading.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
