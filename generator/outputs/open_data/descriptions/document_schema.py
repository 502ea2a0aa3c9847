"""JSON Schema (draft 7) of a data set's documents, from the declared fields of its records."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.catalogue.doubt import DoubtReason
from generator.schema.data_sets import DataSet
from generator.schema.generated.json_schema import DIALECT, json_schema
from generator.schema.kinds import BY_NAME

TEXT = {"type": "string"}
DAY = {"type": "string", "format": "date"}
COMMON = {
    "id": TEXT | {"format": "uri", "description": "Tên bền của bản ghi; không đổi khi trang đổi địa chỉ."},
    "ma": TEXT | {"description": "Mã, tên tệp hoặc số ký hiệu."},
    "ten": TEXT,
    "loai": TEXT | {"description": "Loại bản ghi, ở bộ dữ liệu gồm nhiều loại."},
    "trang": TEXT | {"format": "uri", "description": "Trang cho người đọc."},
    "tinh_den_ngay": DAY | {"description": "Nội dung đúng đến ngày này."},
    "ban_hien_nay": TEXT | {"format": "uri", "description": "Chỉ ở bản của một ngày đã qua: nơi xem điều áp dụng nay."},
}
PROCEDURE = {
    "van_ban_markdown": TEXT | {"format": "uri", "description": "Trang ấy dưới dạng Markdown, nếu có."},
    "trang_thai": {"enum": ["đang áp dụng", "chưa áp dụng", "đã hết áp dụng"]},
    "doi_chieu": {
        "type": "object",
        "description": "Đã so với nguồn nào, ngày nào.",
        "properties": {
            "trang_thai": TEXT,
            "nguon": {"type": ["string", "null"]},
            "ngay": {"type": ["string", "null"], "format": "date"},
        },
    },
    "cho_xac_nhan": {
        "type": "array",
        "description": "Những phần chưa xác nhận được. hoi_lai_truoc_khi_di là true: người dân nên hỏi lại; "
        "false: chỗ không ảnh hưởng tới người nộp, như số quyết định.",
        "items": {
            "type": "object",
            "properties": {
                "phan": TEXT | {"description": "Khóa của phần trong ban_ghi; tat_ca là toàn bộ."},
                "ten": TEXT,
                "hoi_lai_truoc_khi_di": {"type": "boolean"},
                "loai_ly_do": {"enum": [reason.value for reason in DoubtReason]},
                "vi_sao": TEXT,
                "nguon": {"type": ["string", "null"]},
                "xem_lan_cuoi": {"type": ["string", "null"], "format": "date"},
            },
            "required": ["phan", "ten", "hoi_lai_truoc_khi_di"],
        },
    },
    "hoi_lai": {
        "type": ["string", "null"],
        "description": "Một câu: hỏi lại những gì trước khi đi; null khi nơi nộp, thời hạn, phí, giấy tờ đều chắc.",
    },
    "tom_tat": {
        "type": "object",
        "properties": {"thoi_han": TEXT, "phi_le_phi": TEXT, "noi_nop": TEXT},
        "required": ["thoi_han", "phi_le_phi", "noi_nop"],
    },
    "linh_vuc": TEXT | {"format": "uri"},
    "can_cu": {"type": "array", "items": TEXT | {"format": "uri"}},
    "thay_the_boi": {"type": "array", "items": TEXT | {"format": "uri"}},
    "phien_ban": {
        "type": "array",
        "description": "Các bản của thủ tục theo ngày áp dụng, cũ trước; den là ngày cuối, null khi chưa có bản sau.",
        "items": {"type": "object", "properties": {"tu": {"type": ["string", "null"], "format": "date"}}},
    },
}
REMOVED = {
    "type": "object",
    "description": "Bản ghi đã gỡ: tên bền vẫn trả lời.",
    "required": ["id", "ma", "da_go"],
    "properties": {
        "id": TEXT | {"format": "uri"},
        "ma": TEXT,
        "da_go": {"const": True},
        "ngay": DAY,
        "ly_do": TEXT,
        "thay_the_boi": {"type": "array", "items": TEXT | {"format": "uri"}},
    },
}


@cache
def document_schema(data_set: DataSet) -> dict[str, Any]:
    """The schema of one document; callers must not modify it. New keys may be added at any time, so unknown keys are
    allowed."""
    record: dict[str, Any] = {"type": "object"}
    definitions: dict[str, Any] = {}
    if data_set.kind:
        source = json_schema(BY_NAME[data_set.kind])
        definitions = _open(source.pop("definitions", {}))
        record = _open(source.get("items", source))
        record.pop("$schema", None)
    properties = COMMON | (PROCEDURE if data_set.kind == "procedure" else {}) | {"ban_ghi": record}
    required = ["id", "ma", "ten", "tinh_den_ngay", "ban_ghi"]
    required += ["trang", "trang_thai", "doi_chieu", "cho_xac_nhan", "tom_tat"] if data_set.kind == "procedure" else []
    return {
        "$schema": DIALECT,
        "title": data_set.title,
        "description": data_set.description,
        "type": "object",
        "required": required,
        "properties": properties,
        "definitions": definitions,
    }


def _open(schema: object) -> Any:
    """The schema without the parts meant for editors: hover texts, messages, and the refusal of unknown keys."""
    if isinstance(schema, dict):
        dropped = ("markdownDescription", "patternErrorMessage", "bo_qua_kiem_tra", "ghi_chu_nguon")
        return {
            key: _open(value)
            for key, value in schema.items()
            if key not in dropped and not (key == "additionalProperties" and value is False)
        }
    return [_open(item) for item in schema] if isinstance(schema, list) else schema
