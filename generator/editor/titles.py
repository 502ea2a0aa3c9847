"""Titles of records in lists and headings."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.loading.versions import stem_and_day
from generator.schema.kinds import Kind
from generator.schema.record import Record, specs

LABELS = {
    "procedure": "Thủ tục", "unit": "Đơn vị", "law": "Văn bản", "guide": "Hướng dẫn", "notice": "Tin, thông báo",
    "overlay": "Nội dung riêng của xã", "handbook": "Sổ tay", "site": "Trang", "field": "Lĩnh vực",
    "agency": "Cơ quan", "term": "Thuật ngữ", "synonym": "Từ đồng nghĩa khi tìm",
}  # fmt: skip


def shown_day(iso: str) -> str:
    """`2025-07-01` as 01/07/2025."""
    return "/".join(reversed(iso.split("-")))


def kind_label(kind: Kind) -> str:
    """The kind for headings."""
    return LABELS.get(kind.name) or kind.label[:1].upper() + kind.label[1:]


def label_of(kind: Kind, key: str) -> str:
    """What the form calls the place of a key: `phi_le_phi.0.muc_thu` as “Phí, lệ phí 1 › Mức thu”."""
    found: list[str] = []
    model: type[Record] | None = kind.model
    for part in key.split(".") if key else ():
        spec = next((one for one in specs(model) if one.key == part), None) if model else None
        if part.isdecimal():
            found = [*found[:-1], f"{found[-1] if found else 'Mục'} {int(part) + 1}"]
        elif spec is not None:
            found.append(spec.label)
            model = spec.part
        else:
            found.append(part)
    return " › ".join(found) or "Cả hồ sơ"


def title_of(kind: Kind, path: str, data: object) -> str:
    """The name of a record by its data, the file's name if it has none."""
    stem = PurePosixPath(path).stem
    if kind.many or not isinstance(data, dict):
        return f"{kind_label(kind)} ({stem})" if kind.many else stem
    if kind.name.endswith("_version"):
        first, day = stem_and_day(PurePosixPath(path))
        name = data.get("ten_thu_tuc") or data.get("ten") or data.get("noi_dung_sua_doi") or ""
        return f"{first} từ {shown_day(day)}: {name}".rstrip(": ")
    if kind.name == "unit":
        name = f"{data.get('loai') or ''} {data.get('ten') or stem}".strip()
        return name[:1].upper() + name[1:]
    if kind.name == "law":
        number = str(data.get("so_ky_hieu") or stem)
        return f"{number} – {data['ten_goi']}" if data.get("ten_goi") else number
    if kind.name == "overlay":
        return f"{path.split('/')[1]}: {data.get('ma_thu_tuc') or 'cả đơn vị'}"
    for key in ("ten_thu_tuc", "ten", "ten_goi", "tieu_de", "trich_yeu", "tom_tat"):
        if isinstance(data.get(key), str) and data[key].strip():
            return str(data[key])
    return stem
