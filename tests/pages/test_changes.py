"""“Có gì thay đổi”: dated on the record, or known from the documents it rests on."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from generator.pages.changes import HistoryEntry, history
from generator.schema.law import Law
from generator.schema.procedure import Procedure

OLD = Law.model_validate(
    {
        "so_ky_hieu": "123/2015/NĐ-CP",
        "loai": "Nghị định",
        "sua_doi_bo_sung_boi": ["104/2022/NĐ-CP", "9/2024/NĐ-CP", "1/2010/NĐ-CP", "5/2022/NĐ-CP"],
    }
)
LAWS = {
    "104/2022/NĐ-CP": Law.model_validate(
        {
            "so_ky_hieu": "104/2022/NĐ-CP",
            "loai": "Nghị định",
            "trich_yeu": "Bỏ sổ hộ khẩu",
            "ngay_hieu_luc": "2023-01-01",
        }
    ),
    "9/2024/NĐ-CP": Law.model_validate(
        {"so_ky_hieu": "9/2024/NĐ-CP", "loai": "Nghị định", "ngay_hieu_luc": "2024-06-01"}
    ),  # after the catalogue's day
    "1/2010/NĐ-CP": Law.model_validate(
        {"so_ky_hieu": "1/2010/NĐ-CP", "loai": "Nghị định", "ngay_hieu_luc": "2010-06-01"}
    ),  # before the procedure
}


def changes(**record: object) -> list[HistoryEntry]:
    base: Any = SimpleNamespace(record=OLD)
    view: Any = SimpleNamespace(record=Procedure.model_validate(record), laws=[(base, "123/2015/NĐ-CP", "")])
    catalogue: Any = SimpleNamespace(
        as_of=dt.date(2023, 12, 31), laws={number: SimpleNamespace(record=law) for number, law in LAWS.items()}
    )
    return history(view, catalogue)


def test_newest_first_and_only_what_had_happened() -> None:
    assert changes(hieu_luc={"tu": "2016-01-01"}) == [
        HistoryEntry(
            dt.date(2023, 1, 1),
            "Văn bản mới sửa đổi 123/2015/NĐ-CP, căn cứ của thủ tục: Bỏ sổ hộ khẩu",
            "104/2022/NĐ-CP",
        ),
        HistoryEntry(dt.date(2016, 1, 1), "Bắt đầu áp dụng"),
    ]


def test_what_the_record_says_itself_is_not_said_twice() -> None:
    own = [{"ngay": "2023-01-01", "noi_dung": "không phải nộp sổ hộ khẩu", "van_ban": "104/2022/NĐ-CP"}]
    assert changes(sua_doi=own) == [
        HistoryEntry(dt.date(2023, 1, 1), "Không phải nộp sổ hộ khẩu", "104/2022/NĐ-CP"),
        *changes()[1:],
    ]
    assert len(changes()) == 2  # the day it began is not known, so the oldest document counts too
