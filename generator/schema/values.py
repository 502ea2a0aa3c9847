"""Values that several records share: texts, codes, dates, amounts, "không" and "chưa rõ".

YAML scalars arrive as text (the parser never guesses types), so each type here parses its own text and describes
faults in Vietnamese. Errors are `PydanticCustomError`s; the hint is in the error's context.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Annotated, Any, Literal, Union

from pydantic import BeforeValidator, Discriminator, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from generator.schema.dates import ISO_DAY, meant

NONE = "không"
UNKNOWN = "chưa rõ"
PENDING_CONTACT = "chờ đơn vị bổ sung"  # contacts the unit has not provided yet; counted, never invented
BY_COUNCIL = "HĐND tỉnh quy định"
BY_DOCUMENT = "theo văn bản"
UNLIMITED = "không quy định"

# Error values of spreadsheets; pasted, they look like text.
SPREADSHEET_ERROR = re.compile(
    r"#(?:NAME\?|N/A|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!|BUSY!|GETTING_DATA|PYTHON!|EXTERNAL!|#+)"
    r"|Err:\d{3}",
    re.IGNORECASE,
)

Stated = Literal["không", "chưa rõ"]

Text = Annotated[str, StringConstraints(strip_whitespace=True)]


def _fail(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


def _date(value: Any) -> Any:
    if isinstance(value, (dt.date, type(None))):
        return value
    text = str(value).strip()
    if ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    found = meant(text)
    raise _fail("ngay", f"“{_short(text)}” {found.reason or 'chưa đúng dạng ngày'}".replace("” không", "”: không"), found.hint)


_COUNTED = {
    word: str(number) for number, word in enumerate("không một hai ba bốn năm sáu bảy tám chín mười".split())
} | {f"{number:02}": str(number) for number in range(1, 10)}


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value).strip() if value is not None else ""
    if text.isdecimal() and text.isascii() and len(text) <= 12:
        return int(text)
    plain = re.sub(
        r"[.,\s](?=\d{3}(?!\d))|(?<!\s)\s*+(?:đ|đồng|vnđ|vnd)$",
        "",
        _COUNTED.get(text.lower(), text),
        flags=re.IGNORECASE,
    )
    hint = (
        f"Ý bạn là {plain}?"
        if re.fullmatch(r"\d{1,12}", plain, re.ASCII)
        else "Viết bằng chữ số, liền nhau, ví dụ 1 hoặc 8000."
    )
    raise _fail("so_nguyen", f"“{_short(text)}” không phải số nguyên", hint)


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    known = {"true": True, "false": False, "có": True, "không": False}
    text = str(value).strip().lower()
    if text in known:
        return known[text]
    raise _fail("co_khong", f"“{_short(text)}” không phải true hay false", "Viết true (có) hoặc false (không).")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


Date = Annotated[dt.date, BeforeValidator(_date)]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


def _by_type(value: Any) -> str:
    return "@said" if isinstance(value, str) else "@given"


def or_stated(item: Any, stated: Any = Stated) -> Any:
    """A part that is either given (`item`) or stated in words ("không", "chưa rõ" …). Tags start with @ so that the
    error translator can remove them from paths."""
    return Annotated[
        Union[Annotated[item, Tag("@given")], Annotated[stated, Tag("@said")]],
        Discriminator(
            _by_type, custom_error_type="noi_ro", custom_error_message="phải là danh sách hoặc một từ nói rõ"
        ),
    ]


def _amount(value: Any) -> str:
    text = str(value).strip()
    return "@said" if text and not text[0].isdigit() and not isinstance(value, int) else "@given"


Amount = Annotated[
    Union[
        Annotated[Whole, Tag("@given")],
        Annotated[Literal["HĐND tỉnh quy định", "theo văn bản"], Tag("@said")],
    ],
    Discriminator(_amount),
]


def _date_or_unknown(value: Any) -> str:
    return "@said" if isinstance(value, str) and value.strip() == UNKNOWN else "@given"


DateOrUnknown = Annotated[
    Union[Annotated[Date, Tag("@given")], Annotated[Literal["chưa rõ"], Tag("@said")]], Discriminator(_date_or_unknown)
]
