"""Suggested values of fields that refer to other records: fields of law, legal documents, procedures, units, files."""

from __future__ import annotations

from generator.editor.app import Editor
from generator.loading.stored_files import stored_forms
from generator.schema.kinds import Kind


def suggestions(editor: Editor, kind: Kind) -> dict[str, list[tuple[str, str]]]:
    """Name of the list → (value, what it is)."""
    store = editor.loaded.refresh()
    return {
        "fields": [(entry.record.name or "", "") for entry in store.of("field")],
        "laws": [(entry.record.number or "", entry.record.short_name or "") for entry in store.of("law")],
        "procedures": [(entry.record.code or "", entry.record.name or "") for entry in store.of("procedure")],
        "units": [(entry.stem, entry.record.name or "") for entry in store.of("unit")],
        "forms": [(name, "") for name in stored_forms(editor.content)],
    }
