"""The code of a procedure, in the spellings that sources use."""

from __future__ import annotations

import re
import unicodedata

from generator.importing import text_cleaning
from generator.importing.draft_record import DraftRecord
from generator.schema.codes import PROCEDURE_CODE, WHOLE

_GROUPED = re.compile(r"(\d)([., ]?)(\d{3})\2(\d{3})", re.ASCII)  # taken for a number: 1001193, 1.001.193, 1 001 193
_APPLIED = re.compile(r"(\d\.\d{6})((?:\.\d{2,3})+\.[A-Z]\d+(?:\.\d+)*)", re.ASCII)
# meaningless text around a code; a source writes 1.014955-Xoa for a deleted one
_LABEL = re.compile(r"(?:mã(?: số)?(?: tthc| thủ tục)?)?[\s:.,;*'\"“”()]*+", re.IGNORECASE)


def code_of(record: DraftRecord, written: object) -> str:
    """The code in `written`: without the numbers of the province that applies it (1.001193.000.00.00.H23, noted), in
    plain figures, out of the words around it (noted as a doubt). A text with no code, or with several, stays as it is,
    so that the check names it."""
    text = unicodedata.normalize("NFKC", text_cleaning.line(written))
    if applied := _APPLIED.fullmatch(text):
        record.notes.append(f"Mã áp dụng ở nguồn: {text}.")
        return applied[1]
    if grouped := _GROUPED.fullmatch(text):
        code = f"{grouped[1]}.{grouped[3]}{grouped[4]}"
        record.flag_uncertain("ma_thu_tuc", f"nguồn ghi “{text}”, hiểu là {code}")
        return code
    found = WHOLE.findall(text)
    if PROCEDURE_CODE.fullmatch(text) or len(found) != 1 or not _LABEL.fullmatch(WHOLE.sub("", text)):
        return text
    code = ".".join(found[0])
    record.flag_uncertain("ma_thu_tuc", f"nguồn ghi “{text[:60]}”, hiểu là {code}")
    return code
