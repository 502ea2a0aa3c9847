"""A procedure as comparable facts: the same representation of our YAML and of a source's record, by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.importing.draft_record import is_unknown
from generator.plain_data import Fields, Unchecked


class Fact(NamedTuple):
    """One comparable fact.

    key: top-level YAML key; label: for display; wording: running text, where rephrasing is expected; values: returns
    what a record states, [] when it states nothing.
    """

    key: str
    label: str
    wording: bool
    values: Callable[[Fields], list[str]]


def _plain(key: str, *inner: str) -> Callable[[Fields], list[str]]:
    def values(data: Fields) -> list[str]:
        value: Unchecked = data.get(key)
        for step in inner:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, list):
            return [str(item) for item in value if not isinstance(item, (dict, list)) and not is_unknown(item)]
        return [] if is_unknown(value) or isinstance(value, dict) else [str(value)]

    return values


def _each(key: str, inner: str) -> Callable[[Fields], list[str]]:
    def values(data: Fields) -> list[str]:
        items = data.get(key)
        return (
            [str(item[inner]) for item in items if isinstance(item, dict) and not is_unknown(item.get(inner))]
            if isinstance(items, list)
            else []
        )

    return values


def _channels(data: Fields) -> list[Fields]:
    items = data.get("cach_thuc_thuc_hien")
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return found or [{"hinh_thuc_nop": ""}]


def _limits(data: Fields) -> list[str]:
    return _by_channel(data, "thoi_han_giai_quyet", _limit)


def _fees(data: Fields) -> list[str]:
    return _by_channel(data, "phi_le_phi", _fee)


def _by_channel(data: Fields, key: str, show: Callable[[Unchecked], str]) -> list[str]:
    """“3 ngày làm việc” when all channels agree, else “trực tuyến: 2 ngày làm việc” and so on."""
    channels_by_value: dict[str, list[str]] = {}
    for channel in _channels(data):
        value = show(channel.get(key, data.get(key)))
        if value:
            channels_by_value.setdefault(value, []).append(str(channel.get("hinh_thuc_nop") or ""))
    if len(channels_by_value) <= 1:
        return list(channels_by_value)
    return [f"{', '.join(dict.fromkeys(kinds))}: {value}" for value, kinds in channels_by_value.items()]


def _limit(value: object) -> str:
    if isinstance(value, dict):
        return (
            f"{value['so']} {value.get('don_vi', '')}".strip() if value.get("so") else str(value.get("nguyen_van", ""))
        )
    return "" if is_unknown(value) else str(value)


def _fee(value: object) -> str:
    if not isinstance(value, list):
        return "" if is_unknown(value) else str(value)
    lines = []
    for line in value:
        if isinstance(line, dict):
            amount = str(line.get("muc_thu", "") or line.get("nguyen_van", ""))
            amount = f"{int(amount):,} đồng".replace(",", ".") if amount.isdigit() else amount
            lines.append(
                " ".join(
                    filter(
                        None,
                        (
                            str(line.get("loai", "")),
                            amount,
                            f"/ {line['don_vi_tinh']}" if line.get("don_vi_tinh") else "",
                        ),
                    )
                )
            )
    return "; ".join(sorted(filter(None, lines)))


FACTS: tuple[Fact, ...] = (
    Fact("ten_thu_tuc", "Tên thủ tục", False, _plain("ten_thu_tuc")),
    Fact("linh_vuc", "Lĩnh vực", False, _plain("linh_vuc")),
    Fact("cap_thuc_hien", "Cấp thực hiện", False, _plain("cap_thuc_hien")),
    Fact("loai_thu_tuc", "Loại thủ tục", False, _plain("loai_thu_tuc")),
    Fact("quyet_dinh_cong_bo", "Số quyết định công bố", False, _plain("quyet_dinh_cong_bo", "so")),
    Fact("quyet_dinh_cong_bo", "Ngày quyết định công bố", False, _plain("quyet_dinh_cong_bo", "ngay")),
    Fact("quyet_dinh_cong_bo", "Cơ quan công bố", False, _plain("quyet_dinh_cong_bo", "co_quan")),
    Fact("muc_do_truc_tuyen", "Mức độ trực tuyến", False, _plain("muc_do_truc_tuyen")),
    Fact("khong_phu_thuoc_dia_gioi", "Không phụ thuộc địa giới", False, _plain("khong_phu_thuoc_dia_gioi")),
    Fact("cach_thuc_thuc_hien", "Hình thức nộp", False, _each("cach_thuc_thuc_hien", "hinh_thuc_nop")),
    Fact("thoi_han_giai_quyet", "Thời hạn giải quyết", False, _limits),
    Fact("phi_le_phi", "Phí, lệ phí", False, _fees),
    Fact("doi_tuong_thuc_hien", "Đối tượng thực hiện", False, _plain("doi_tuong_thuc_hien")),
    Fact("co_quan_thuc_hien", "Cơ quan thực hiện", False, _plain("co_quan_thuc_hien")),
    Fact("co_quan_co_tham_quyen", "Cơ quan có thẩm quyền", False, _plain("co_quan_co_tham_quyen")),
    Fact("co_quan_phoi_hop", "Cơ quan phối hợp", False, _plain("co_quan_phoi_hop")),
    Fact("dia_chi_tiep_nhan_ho_so", "Địa chỉ tiếp nhận hồ sơ", False, _plain("dia_chi_tiep_nhan_ho_so")),
    Fact("ket_qua_thuc_hien", "Kết quả thực hiện", False, _each("ket_qua_thuc_hien", "ten")),
    Fact("can_cu_phap_ly", "Căn cứ pháp lý", False, _each("can_cu_phap_ly", "so_ky_hieu")),
    Fact("bieu_mau", "Mẫu đơn, tờ khai", True, _each("bieu_mau", "ten")),
    Fact("yeu_cau_dieu_kien", "Yêu cầu, điều kiện", True, _plain("yeu_cau_dieu_kien")),
    Fact("trinh_tu_thuc_hien", "Trình tự thực hiện", True, _each("trinh_tu_thuc_hien", "noi_dung")),
)
