"""Parses fees: amounts and their explanation. 0 with an explanation never becomes “free” (NĐ 63/2010 Đ8 k2 i).

The national database stores 0 both for "free" and for "see the text"; the portal then prints “Miễn phí”. Here 0 means
free only when the text says so. A fee set by the council or by a document is recorded as such; any other text is kept
unchanged.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing.draft_record import FREE_CONTRADICTED, DraftRecord
from generator.importing.text_cleaning import line, text_or_empty
from generator.plain_data import Fields
from generator.schema.values import BY_COUNCIL, BY_DOCUMENT, NONE, UNKNOWN
from generator.text.folding import fold

API_KINDS = {"FEE": "phí", "SERVICE_FEE": "lệ phí", "PRICE_LEVEL": "giá dịch vụ"}
MIN_AMOUNT = 1_000  # đồng; smaller amounts in the sources may be in thousands or not amounts at all: always uncertain
AMOUNT = r"\d{1,3}(?:[.,]\d{3})+|\d{3,9}"
_CURRENCY = r"(?:đồng|đ|vnđ|vnd|₫|việt nam đồng)(?![^\W\d_])"
_AMOUNTS = re.compile(rf"(?<![\d/.,])({AMOUNT})\s*+{_CURRENCY}", re.IGNORECASE)
_SINGLE = re.compile(
    r"(?:mức\s++(?:thu\s*+(?::\s*+)?)?)?(?P<kind>lệ phí|phí|giá dịch vụ|giá)?\s*+(?::\s*+)?"
    rf"(?P<amount>{AMOUNT})\s*+{_CURRENCY}"
    r"(?:\s*+/\s*+(?P<per>(?:\d+ ?)?[^\W\d_]+(?:[ ,][^\W\d_]+){0,5}))?\s*+[.;]?",
    re.IGNORECASE,
)
_PER = re.compile(r"\(?\s*+(?:(?:đồng|đ)\s*+)?/\s*+(?P<per>[^\W\d_]+(?: [^\W\d_]+){0,4})\s*+[.;]?\)?", re.IGNORECASE)
_COUNCIL = re.compile(r"hội đồng nhân dân|hđnd", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:theo|tại|chi tiết|quy định)\b.{0,400}"
    r"(?:thông tư|nghị định|nghị quyết|quyết định|luật|biểu|văn bản|pháp luật|\d+/\d{4}/)",
    re.IGNORECASE,
)
_FREE = {
    "khong", "khong co", "khong thu", "khong thu phi", "khong thu le phi", "khong thu phi, le phi", "mien phi",
    "khong phi", "khong mat phi", "mien", "mien le phi", "khong co phi", "khong co le phi", "khong dong",
    "phi: khong", "le phi: khong", "phi, le phi: khong", "khong phai nop phi",
    "khong phai nop phi, le phi", "khong thu phi le phi", "0 dong", "0d", "mien phi, le phi", "mien phi va le phi",
}  # fmt: skip
FREE = "free"
# What contradicts “Miễn phí”: the applicant pays, an amount, or a document that sets it.
_PAYS = re.compile(
    r"(?:nộp|đóng|trả|thu|mức thu|mức|biên lai)(?: đủ| tiền| các khoản| hồ sơ và"
    r"| thu)? ?(?:lệ )?phí(?! và lệ phí không)"
    r"|(?:lệ )?phí[^.\n]{0,160}(?:\d[\d.]{3,} ?đ|hội đồng nhân dân|hđnd|thông tư)|nghĩa vụ tài chính",
    re.IGNORECASE,
)
_NOT_PAID = re.compile(r"(?:không|miễn)(?: phải)?(?: nộp| đóng| thu)? (?:lệ )?phí", re.IGNORECASE)


class DraftFee(NamedTuple):
    """line: an entry of `phi_le_phi`, `FREE`, or None (not stated); reason: what is uncertain, "" when nothing is."""

    line: Fields | str | None
    reason: str = ""


def fee(kind: str, amount: int | None, text: object, currency: str = "", attachment: str = "") -> DraftFee:
    """Convert one fee of a source. kind: a model value or ""; amount: đồng (0 or None: parse the text)."""
    words = line(text_or_empty(text))
    if line(text).startswith("(") and line(text).endswith(")"):
        words = words.strip("() ")
    kind = kind or _kind_in(words)
    if currency and not re.search("đồng|vnđ|vnd", currency, re.IGNORECASE):
        return _text(kind, f"{_dotted(amount)} {currency}: {words}".rstrip(": "), "mức thu bằng ngoại tệ")
    if amount:
        return _with_amount(kind, amount, words, attachment)
    if fold(words).strip(" .;-+*•") in _FREE:
        return DraftFee(FREE)
    parsed = _by_words(kind, words)
    if parsed.line is None and attachment:
        return DraftFee(_line(kind, BY_DOCUMENT, f"Chi tiết tại tệp “{attachment}” của CSDL quốc gia."))
    if isinstance(parsed.line, dict) and attachment:
        parsed.line["ly_do"] = f"{parsed.line.get('ly_do', '')} (tệp “{attachment}”)".strip()
    if parsed.line is None and amount == 0:
        return DraftFee(None, "mức thu ghi 0 mà không giải thích")
    return parsed


def from_sentence(text: object) -> DraftFee:
    """Parse a fee written in words, as in the list of a decision."""
    return fee("", None, text)


def free_contradicted(record: DraftRecord, texts: list[str]) -> None:
    """Reset “không” to unknown when a text says that fees are paid: the database stores 0 for “see the text”."""
    holders = [record.data, *record.data.get("cach_thuc_thuc_hien", [])]
    free = [holder for holder in holders if holder.get("phi_le_phi") == NONE]
    if not free:
        return
    said = next((match[0] for text in texts if (match := _PAYS.search(_NOT_PAID.sub("", text)))), "")
    if said:
        for holder in free:
            holder["phi_le_phi"] = UNKNOWN
        key = "phi_le_phi" if "phi_le_phi" in record.data else "cach_thuc_thuc_hien"
        record.flag_uncertain(key, FREE_CONTRADICTED)


def _kind_in(text: str) -> str:
    """The fee kind that the text starts with, or ""."""
    start = text.lower().lstrip("-+*( ")
    return next(
        (
            kind
            for word, kind in (
                ("lệ phí", "lệ phí"),
                ("phí", "phí"),
                ("mức phí", "phí"),
                ("mức lệ phí", "lệ phí"),
                ("giá", "giá dịch vụ"),
            )
            if start.startswith(word)
        ),
        "",
    )


def join_fees(fees: list[DraftFee]) -> tuple[list[Fields] | str | None, list[str]]:
    """Return (value of `phi_le_phi`, uncertainties) for the fees of a channel; None when the source states no fee."""
    reasons = list(dict.fromkeys(item.reason for item in fees if item.reason))
    lines = [item.line for item in fees if isinstance(item.line, dict)]
    unique = [entry for index, entry in enumerate(lines) if entry not in lines[:index]]
    if unique:
        return unique, reasons
    if any(item.line == FREE for item in fees):
        return (NONE, reasons) if all(item.line == FREE for item in fees) else (UNKNOWN, reasons)
    return (UNKNOWN if fees else None), reasons


def _with_amount(kind: str, amount: int, words: str, attachment: str) -> DraftFee:
    if amount < MIN_AMOUNT:
        return _text(
            kind,
            f"{_dotted(amount)} đồng: {words}".rstrip(": "),
            f"mức thu {amount} đồng quá nhỏ, có thể tính bằng nghìn đồng",
        )
    stated = {_number(match[1]) for match in _AMOUNTS.finditer(words)}
    # A temporary rate may differ from the amount.
    passing = re.match(r"\W*áp dụng mức (?:thu|phí|lệ phí)\b.{0,400}(?:từ ngày|đến hết ngày)", words, re.IGNORECASE)
    if stated and amount not in stated and not passing:
        return _text(kind, f"{_dotted(amount)} đồng: {words}", "số tiền và phần giải thích khác nhau")
    per = _PER.fullmatch(words) or _SINGLE.fullmatch(words)
    reason = "" if per else words
    if attachment:
        reason = f"{reason} (tệp “{attachment}”)".strip()
    found = _line(kind, amount, reason)
    if per and per["per"]:
        found = {"loai": found.get("loai"), "muc_thu": amount, "don_vi_tinh": per["per"].strip(), "ly_do": reason}
    return DraftFee({key: value for key, value in found.items() if value not in ("", None)})


def _by_words(kind: str, words: str) -> DraftFee:
    if not words:
        return DraftFee(None)
    if words.strip(" .") == "0":
        return DraftFee(None, "mức thu ghi 0 mà không giải thích")
    single = _SINGLE.fullmatch(words)
    if single and _number(single["amount"]) >= MIN_AMOUNT:
        kind = kind or {"giá": "giá dịch vụ"}.get((single["kind"] or "").lower(), (single["kind"] or "").lower())
        found = {"loai": kind, "muc_thu": _number(single["amount"]), "don_vi_tinh": (single["per"] or "").strip()}
        return DraftFee({key: value for key, value in found.items() if value not in ("", None)})
    if _AMOUNTS.search(words):
        return _text(kind, words, "phí viết thành câu có nhiều mức, chưa tách được")
    if _COUNCIL.search(words):
        plain = re.fullmatch(
            r"\W*(?:mức (?:lệ )?phí )?(?:cụ thể )?(?:theo (?:quy định|nghị quyết)(?: của)? |do )?"
            r"(?:hội đồng nhân dân|hđnd)(?: cấp)?(?: tỉnh)?(?:, thành phố[^.;]*)?"
            r"(?: quy định| quyết định| ban hành)?\W*",
            words,
            re.IGNORECASE,
        )
        return DraftFee(_line(kind, BY_COUNCIL, "" if plain else words))
    if re.match(r"miễn\b", words, re.IGNORECASE) and re.search(
        r"theo .{0,400}\d|theo (?:quy định|luật)", words, re.IGNORECASE
    ):
        return DraftFee(_line(kind, 0, words))
    if _DOCUMENT.search(words) or fold(words).strip(" .") in {"theo quy dinh", "theo quy dinh hien hanh"}:
        return DraftFee(_line(kind, BY_DOCUMENT, words))
    return _text(kind, words, "phí viết thành câu, chưa tách được mức thu")


def _line(kind: str, amount: int | str, reason: str) -> Fields:
    entry = {"loai": kind, "muc_thu": amount, "ly_do": reason}
    return {key: value for key, value in entry.items() if value not in ("", None)}


def _text(kind: str, words: str, reason: str) -> DraftFee:
    return DraftFee({key: value for key, value in {"loai": kind, "nguyen_van": words}.items() if value}, reason)


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _dotted(amount: int | None) -> str:
    return f"{amount or 0:,}".replace(",", ".")
