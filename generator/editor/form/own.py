"""What a commune states about itself: a dozen fields of its record, on one screen."""

from __future__ import annotations

from dataclasses import replace

from generator.editor.form.state import FieldState, FormState

OWN = {
    "lien_he": ("dia_chi", "dien_thoai", "thu_dien_tu", "trang_thong_tin"),
    "bo_phan_mot_cua": ("ten", "dia_chi", "gio_tiep_nhan", "dien_thoai", "thu_dien_tu"),
    "phan_anh": ("dia_chi", "dien_thoai", "thu_dien_tu"),
}


def own_fields(form: FormState) -> FormState:
    """The form with only these fields; a submission without the others leaves them as they are."""
    kept: list[FieldState] = []
    for part in form.fields:
        names = OWN.get(part.spec.key, ())
        if names:
            kept.append(replace(part, fields=[one for one in part.fields if one.spec.key in names]))
    return FormState(form.kind, kept)
