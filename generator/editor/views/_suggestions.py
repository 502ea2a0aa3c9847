"""Suggested values of fields that refer to other records: fields of law, legal documents, procedures, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.schema.kinds import Kind

if TYPE_CHECKING:
    from generator.editor.app import Editor

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
}
OWN = {"procedure": {"ma_thu_tuc"}, "law": {"so_ky_hieu"}}  # a record's own name is not one of the others


def suggestions(editor: Editor, kind: Kind) -> dict[str, list[tuple[str, str]]]:
    """Name of the list → (value, what it is)."""
    store = editor.loaded.refresh()
    return {
        "fields": [(entry.record.name or "", "") for entry in store.of("field")],
        "laws": [(entry.record.number or "", entry.record.short_name or "") for entry in store.of("law")],
        "procedures": [(entry.record.code or "", entry.record.name or "") for entry in store.of("procedure")],
        "units": [(entry.stem, entry.record.name or "") for entry in store.of("unit")],
    }


def list_for(kind: Kind, key: str, name: str) -> str:
    """The list that suggests values for a field, "" for none. name: of the control; a dot means that it is nested."""
    return "" if "." not in name and key in OWN.get(kind.name, ()) else LISTS.get(key, "")
