"""Brings the shapes of the portal's exports to one: labels at any depth, tables as rows with the official column names.

Known shapes: one text per label; `metadata`/`content`/`tables`; camel-case keys; `{columns, rows}`; papers in groups;
the sheets of the portal's workbook joined by code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.importing import text_cleaning
from generator.plain_data import Fields, Unchecked
from generator.text.folding import fold

MAX_DEPTH = 6
LABELS = {
    "code": ("ma thu tuc", "ma tthc", "ma so", "ma so tthc", "ma"),
    "url": ("detail url", "url", "dia chi trang", "link", "link truy cap", "nguon"),
    "name": ("ten thu tuc", "ten tthc", "ten thu tuc hanh chinh", "title", "ten", "thu tuc hanh chinh"),
    "decision": ("so quyet dinh", "quyet dinh cong bo", "so quyet dinh cong bo"),
    "decided": ("ngay quyet dinh", "ngay ky quyet dinh"), "announcer": ("co quan ban hanh", "co quan cong bo"),
    "levels": ("cap thuc hien",), "kind": ("loai thu tuc", "loai tthc"), "field": ("linh vuc",),
    "who": ("doi tuong thuc hien", "doi tuong"),
    "state": ("trang thai", "tinh trang", "hieu luc", "tinh trang hieu luc", "trang thai hieu luc"),
    "deciding": ("co quan co tham quyen", "co quan co tham quyen quyet dinh"),
    "place": ("dia chi tiep nhan", "dia chi tiep nhan ho so", "dia chi tiep nhan hs", "noi tiep nhan ho so"),
    "delegated": ("co quan duoc uy quyen",), "coordinating": ("co quan phoi hop",),
    "related": ("thu tuc lien quan", "lien quan"), "steps": ("trinh tu thuc hien", "trinh tu"),
    "channels": ("cach thuc thuc hien", "cach thuc", "hinh thuc nop"),
    "papers": ("thanh phan ho so", "thanh phan hs", "ho so", "thanh phan so luong ho so"), "laws": ("can cu phap ly",),
    "executing": ("co quan thuc hien", "co quan truc tiep thuc hien", "co quan giai quyet"),
    "conditions": ("yeu cau dieu kien", "yeu cau dieu kien thuc hien", "yeu cau"),
    "results": ("ket qua xu ly", "ket qua thuc hien", "ket qua"), "summary": ("mo ta",), "keywords": ("tu khoa",),
    "limit": ("thoi han giai quyet",), "fees": ("phi le phi", "phi", "le phi"),
    "sets": ("so luong ho so", "so bo ho so", "so luong bo ho so"),
    "hours": ("thoi gian tiep nhan", "thoi gian tiep nhan ho so"),
}  # fmt: skip
_BY_LABEL = {label: key for key, labels in LABELS.items() for label in labels}
# “Phí, lệ phí (nếu có)”, “Cơ quan giải quyết thủ tục hành chính”
_TAIL = re.compile(r"(?: (?:cua )?(?:thu tuc hanh chinh|tthc))?(?: neu co)?$")
_JOINED = {label.replace(" ", ""): key for label, key in _BY_LABEL.items()}
# Column names of the tables; the first that fits wins.
_COLUMNS = {
    "channels": (("hinh thuc nop", r"(?:hinh|cach) thuc.*"), ("thoi han giai quyet", r"thoi (?:han|gian).*"),
                 ("phi, le phi", r"(?:muc )?(?:phi|le phi).*"), ("mo ta", r"mo ta.*|ghi chu.*|dien giai.*")),
    "papers": (("nop hay xuat trinh", r"nop hay xuat trinh"),
               ("ban chinh", r"(?:so )?(?:luong )?ban chinh"), ("ban sao", r"(?:so )?(?:luong )?ban sao"),
               ("nhom", r"nhom.*|truong hop.*|loai giay to"),
               ("mau don, to khai", r"mau.*|bieu mau.*|bm .*|file.*|tep.*"),
               ("so luong", r"so luong.*"), ("ghi chu", r"ghi chu.*|mo ta.*"),
               ("ten giay to", r"ten(?: giay to| thanh phan.*)?|giay to|thanh phan ho so")),
    "laws": (("dieu khoan", r"dieu khoan"),
             ("so ky hieu", r"so(?: va)? ky hieu|so hieu|ma van ban|ma|so"), ("ten", r"trich yeu.*|ten.*|noi dung")),
    "results": (("ten", r"ten.*|ket qua.*"), ("ma", r"ma.*")),
    "steps": (("nguoi thuc hien", r"nguoi thuc hien"),
              ("ten", r"title|ten.*|buoc.*|stt"), ("noi dung", r"body|noi dung.*|mo ta.*")),
}  # fmt: skip


@lru_cache(maxsize=4096)
def words_of(key: str) -> str:
    """A key as plain words: “Yêu cầu, điều kiện thực hiện”, yeu_cau_dieu_kien, YeuCauDieuKien."""
    spaced = key if " " in key else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
    return re.sub(r"[^a-z0-9]+", " ", fold(spaced)).strip()


@lru_cache(maxsize=4096)
def label(key: str) -> str:
    """The meaning of a label in any spelling, "" when it is not one of a procedure."""
    words = words_of(key)
    words = words if words in _BY_LABEL else _TAIL.sub("", words)
    return _BY_LABEL.get(words) or ("" if " " in words else _JOINED.get(words, ""))


def collect(item: Fields) -> tuple[Fields, list[tuple[str, str]]]:
    """(value by meaning: a text or table rows, (key, text) of what has no label)."""
    values: Fields = {}
    others: list[tuple[str, str]] = []
    for key, value in _pairs(item, 0):
        meaning = label(key.rpartition(".")[2])
        table = rows(meaning, value) if meaning in _COLUMNS else None
        found = table if table is not None else value
        if not meaning or isinstance(found, dict) or (meaning in values and values[meaning] != found):
            text = text_cleaning.text_or_empty(value)
            if text and text != text_cleaning.text(values.get(meaning)):
                others.append((text_cleaning.line(key), text))
        elif found not in (None, "", []):
            values[meaning] = found
    return values, others


def _pairs(item: Fields, depth: int) -> Iterator[tuple[str, Unchecked]]:
    """Every label with its value, those of the outer level first; boxes without a label are opened."""
    boxes = []
    for key, value in item.items():
        if isinstance(value, dict) and not ({"columns", "rows"} & value.keys()) and depth < MAX_DEPTH:
            boxes.append((str(key), value))
        else:
            yield str(key), value
    for key, value in boxes:
        yield from ((f"{key}.{inner}", found) for inner, found in _pairs(value, depth + 1))


def rows(meaning: str, value: object, group: str = "") -> list[Fields] | None:
    """Table rows with the official column names, None when `value` is no table."""
    if isinstance(value, dict) and isinstance(value.get("rows"), list):
        columns = value.get("columns")
        if isinstance(columns, list):
            value = [dict(zip(map(str, columns), row, strict=False)) if isinstance(row, list) else row
                     for row in value["rows"]]  # fmt: skip
        else:
            return rows(meaning, value["rows"], text_cleaning.line(value.get("nhom")) or group)
    if not isinstance(value, list) or not any(isinstance(row, dict) for row in value):
        return None
    found: list[Fields] = []
    for row in value:
        if not isinstance(row, dict):
            found.append({"": row})
            continue
        inner = next(
            (cells for cells in row.values() if isinstance(cells, list) and cells and isinstance(cells[0], dict)), None
        )
        if inner is not None:
            title = next(
                (text_cleaning.line(text) for text in row.values() if isinstance(text, str) and text.strip()), ""
            )
            found += rows(meaning, inner, title) or []
            continue
        made = _named(meaning, row)
        if group and "nhom" not in made:
            made["nhom"] = group
        found.append(made)
    return found


def _named(meaning: str, row: Fields) -> Fields:
    made: Fields = {}
    for key, value in row.items():
        words = words_of(str(key))
        name = next(
            (name for name, pattern in _COLUMNS[meaning] if re.fullmatch(pattern, words) and name not in made), ""
        )
        made[name or str(key)] = value
    if meaning == "papers" and not made.keys() & {"ban chinh", "ban sao"}:
        # an export whose columns are shifted by one: the count under “ghi chú”, the file under “số lượng”
        counted = re.search(r"bản chính", text_cleaning.line(made.get("ghi chu")), re.IGNORECASE)
        if counted and not re.search(r"bản chính", text_cleaning.line(made.get("so luong")), re.IGNORECASE):
            made["mau don, to khai"] = made.get("mau don, to khai") or made.get("so luong")
            made["so luong"] = made.pop("ghi chu")
    return made
