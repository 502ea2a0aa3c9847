"""Each value of each kind of record, changed once, stands in the words of the change; one that goes is missed."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.loading.diff.compare import compare
from generator.loading.diff.generic import HIDDEN_KEYS
from generator.loading.diff.snapshot import snapshot
from generator.loading.diff.texts import LONG, change
from tests.support.real_content import real_store

SILENT = HIDDEN_KEYS | {"cho_doi_chieu"}  # for editors and for the search
WORD = "QQQ77"
Path = tuple[str | int, ...]


def values(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that is no list and no record, with the way to it."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        if key not in SILENT:
            yield from values(inner, (*path, key))
    if not isinstance(value, dict | list):
        yield path, value


def one_of_each() -> dict[tuple[str, ...], tuple[str, dict[str, Any], Path, Any]]:
    """Kind and keys → the first record that has such a value, the way to it, and the value."""
    found: dict[tuple[str, ...], tuple[str, dict[str, Any], Path, Any]] = {}
    for key, record in snapshot(real_store()).items():
        if "@" in key:
            continue
        for path, value in values(record):
            shape = key.partition("/")[0], *(str(step) for step in path if isinstance(step, str)), type(value).__name__
            found.setdefault(shape, (key, record, path, value))
    return found


def said(key: str, record: dict[str, Any], path: Path, value: Any) -> str:
    """All words of the change; value None: it goes."""
    new = copy.deepcopy(record)
    place: Any = new
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return "\n".join(sentence for found in compare({key: record}, {key: new}) for sentence in found.sentences)


def other(value: Any) -> tuple[Any, str]:
    """Another value of the same type, and what of it has to be read."""
    if isinstance(value, bool):
        return not value, ""
    if isinstance(value, int):
        return value + 7, f"{value + 7:,}".replace(",", ".")
    try:
        day = dt.date.fromisoformat(value) + dt.timedelta(days=1)
    except ValueError:
        words = value.split()
        return " ".join([*words[: len(words) // 2], WORD, *words[len(words) // 2 :]]), WORD
    return day.isoformat(), f"{day:%d/%m/%Y}"


def test_every_change_of_a_value_is_in_the_words() -> None:
    shapes = one_of_each()
    assert len(shapes) > 200
    lost = []
    for shape, (key, record, path, value) in shapes.items():
        new, wanted = other(value)
        words = said(key, record, path, new)
        if not words or wanted not in words and str(new) not in words:
            lost.append((shape, words))
        if not said(key, record, path, None):
            lost.append((shape, "went silently"))
    assert lost == []


def test_a_figure_in_a_long_text_is_said() -> None:
    was = "Nộp hồ sơ ở bộ phận một cửa. " * 20 + "Trả kết quả trong 3 ngày làm việc. " + "Mang theo căn cước. " * 20
    now = was.replace("3 ngày", "5 ngày")
    assert change(was, now) == "“… kết quả trong 3 ngày làm việc. …” → “… kết quả trong 5 ngày làm việc. …”"
    assert change(now, now.replace("  ", " ") + " ") == "sửa khoảng trắng"
    ends = was.replace("Nộp", "Gửi", 1) + "Hết."
    assert change(was, ends) == ("“Nộp hồ sơ ở …” → “Gửi hồ sơ ở …”; “… theo căn cước.” → “… theo căn cước. Hết.”")


def test_a_text_that_is_all_new_is_quoted_in_part() -> None:
    was, now = (f"{word} " * 2000 for word in ("một", "hai"))
    text = change(was, now)
    assert "một một" in text and "hai hai" in text and len(text) < 6 * LONG
    many = " ".join(f"câu {n} nói rằng việc này cần làm trong hạn" for n in range(40))
    assert change(many, many.replace("việc", "điều")).endswith("; và 36 chỗ nữa")


def test_two_papers_of_the_same_name_are_two_papers() -> None:
    paper = {"ten_giay_to": "Giấy khai sinh", "ban_chinh": 1}
    old = {"ma_thu_tuc": "1", "thanh_phan_ho_so": {"giay_to_chung": [paper, {**paper, "ban_chinh": 0, "ban_sao": 1}]}}
    assert "bản chính 1 → 2" in said("procedure/1", old, ("thanh_phan_ho_so", "giay_to_chung", 0, "ban_chinh"), 2)
    assert said("procedure/1", old, ("thanh_phan_ho_so", "giay_to_chung", 1), None) == "Bỏ giấy tờ: Giấy khai sinh"


def test_a_note_that_changes_beside_a_number_is_said_too() -> None:
    old = {"thoi_han_giai_quyet": {"so": 3, "don_vi": "ngày", "ghi_chu": "Kéo dài 5 ngày."}}
    new = {"thoi_han_giai_quyet": {"so": 2, "don_vi": "ngày", "ghi_chu": "Kéo dài 8 ngày."}}
    (found,) = compare({"procedure/1": old}, {"procedure/1": new})
    assert found.sentences == [
        "Thời hạn giải quyết: 3 → 2 ngày",
        "Thời hạn giải quyết, cách tính: Kéo dài 5 ngày. → Kéo dài 8 ngày.",
    ]
