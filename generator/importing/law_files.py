"""New laws/*.yml files for documents that the records cite and the folder does not have.

A missing fact is omitted (the check reports it), except the effective date, where the model allows “chưa rõ”.
Existing files are never changed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from generator.importing.code_lists import LAW_KINDS, body_of
from generator.importing.destination import slug
from generator.importing.draft_record import NATIONAL, LawFacts
from generator.importing.extract import dates
from generator.importing.extract.legal_bases import numbers_in
from generator.importing.yaml_writer import dump
from generator.plain_data import Fields
from generator.schema.law import Law
from generator.schema.values import UNKNOWN
from generator.text.folding import fold

_KIND_WORDS = (
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Bộ luật",
    "Hiến pháp",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Chỉ thị",
    "Hiệp định",
)


def source_name(kind: str) -> str:
    """The name of a source in the records that are made from it."""
    return NATIONAL if kind.startswith("national") else "tệp đã nhập"


def law_texts(facts: list[LawFacts], existing_numbers: set[str], source: str) -> dict[str, str]:
    """Map file name to YAML text for each cited document whose number is not in `existing_numbers`. source: who cites
    them."""
    names_by_number: dict[str, Counter[str]] = {}
    for fact in facts:
        if fact.number and fact.number not in existing_numbers:
            names_by_number.setdefault(fact.number, Counter())[fact.name] += 1
    texts: dict[str, str] = {}
    for number, names in sorted(names_by_number.items()):
        file = f"{slug(number) or 'van-ban'}.yml"
        if file not in texts:
            texts[file] = dump(Law, law_record(number, _best(number, names)) | {"nguon": source})
    return texts


def _best(number: str, names: Counter[str]) -> str:
    """The most frequent name; names that cite other documents (lost table borders) only when there is no other."""
    clean = {name: count for name, count in names.items() if name and not set(numbers_in(name)) - {number}}
    usable = clean or {name: count for name, count in names.items() if name}
    return min(usable, key=lambda name: (-usable[name], -len(name), name)) if usable else ""


def law_record(number: str, name: str) -> Fields:
    """The law record, in YAML keys, that can be derived from a document's number and name."""
    record: Fields = {
        "so_ky_hieu": number,
        "loai": kind_of(number, name),
        "trich_yeu": "" if fold(name).strip(" .;") == fold(number) else name,
        "co_quan_ban_hanh": body_of(number),
    }
    issued = _issued_on(number, name)
    if issued:
        record["ngay_ban_hanh"] = issued
    record["ngay_hieu_luc"] = UNKNOWN
    return {key: value for key, value in record.items() if value}


def kind_of(number: str, name: str) -> str:
    """The document kind (Nghị định, Thông tư …) from the letters of its number, else from its name; "" if unknown."""
    letters = number.rsplit("/", 1)[-1].split("-")[0]
    if letters in LAW_KINDS:
        return LAW_KINDS[letters]
    start = fold(name)
    assembly = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết"}
    for word in _KIND_WORDS:
        if "QH" in letters and word not in assembly:
            continue
        if start.startswith(fold(word)):
            return word
    return ""


def _issued_on(number: str, name: str) -> dt.date | None:
    """The date that follows the document's number in its name; None when its year contradicts the number."""
    index = name.find(number)
    if index < 0:
        return None
    found = dates.find_date(name[index + len(number) : index + len(number) + 60])
    year = re.search(r"/((?:19|20)\d\d)/", number)
    return found[0][0] if found and found[0][1] < 25 and (not year or str(found[0][0].year) == year[1]) else None
