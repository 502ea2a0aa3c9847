"""Which list suggests the values of a control: of fields that refer to other records."""

from __future__ import annotations

from generator.schema.kinds import Kind

LISTS = {  # YAML key → name of the list
    "linh_vuc": "fields",
    "so_ky_hieu": "laws",
    "van_ban": "laws",
    "can_cu_sua_doi": "laws",
    "bi_thay_the_boi": "laws",
    "sua_doi_bo_sung_boi": "laws",
    "thu_tuc_khac": "procedures",
    "thay_the_boi": "procedures",
    "don_vi": "units",
    "thuoc": "units",
    "ma_thu_tuc": "procedures",
    "bieu_mau.tep": "forms",
}
OWN = {"procedure": {"ma_thu_tuc"}, "law": {"so_ky_hieu"}}  # a record's own name is not one of the others


def list_for(kind: Kind, key: str, name: str) -> str:
    """The list that suggests values for a field, "" for none. name: of the control; a dot means that it is nested."""
    if name.startswith("bieu_mau.") and key == "tep":
        return LISTS["bieu_mau.tep"]
    return "" if "." not in name and key in OWN.get(kind.name, ()) else LISTS.get(key, "")
