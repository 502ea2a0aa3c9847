"""Fees in words: one amount, a line for each case, all in one line."""

from __future__ import annotations

from generator.pages.wording import MISSING, lower_first, money, sentence
from generator.schema.fees import Fee
from generator.schema.procedure import Channel, Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.values import BY_COUNCIL, BY_DOCUMENT, NONE

OPTIONAL = "Chỉ khi"
FREE = "Không mất phí"
REST = "Còn lại"  # whom the amount without a name concerns, beside named cases
FREE_CASE = ": miễn"  # the end of the line of a case that costs nothing
EVERYBODY_ELSE = ("Người không được miễn", "Trường hợp khác")
MAX_CASE, MAX_TOGETHER, MAX_FEE_LINES = 34, 60, 4  # characters of a case's name, of two in a line; lines
BRIEF = {"Mức do HĐND tỉnh, hỏi trước": "mức của tỉnh", "Theo biểu phí trong văn bản": "theo biểu phí"}


def fees_of(procedure: Procedure | ProcedureSummary, channel: Channel | None = None) -> list[Fee] | str | None:
    """The fees of a channel: its own, else the common ones."""
    fees: list[Fee] | str | None = channel.fees if channel else None
    if fees is not None:
        return fees
    if procedure.fees is not None or channel:
        return procedure.fees
    return next((item.fees for item in procedure.channels if item.fees is not None), None)


def amount(fee: Fee) -> str:
    """One fee's amount in words. “Miễn” is what some need not pay (the reason is shown elsewhere); a procedure that
    costs nobody anything says “Không mất phí” in `fee_summary`."""
    if fee.amount is None:
        return fee.source_text or MISSING
    if fee.amount == BY_COUNCIL:
        return "Mức do HĐND tỉnh, hỏi trước"
    if fee.amount == BY_DOCUMENT:
        return "Theo biểu phí trong văn bản"
    words = "Miễn" if fee.amount == 0 else money(int(fee.amount))
    return f"{words}/{fee.per}" if fee.per else words


def amount_before_reason(fee: Fee) -> str:
    """The amount, where the reason follows: the body that sets it is named only once."""
    words = amount(fee)
    return sentence(_brief(words)) if fee.amount == BY_COUNCIL and "HĐND" in (fee.reason or "") else words


def fee_summary(fees: list[Fee] | str | None, *, optional: bool = True) -> str:
    """The fee in one line, for lists and search results: `8.000 đồng/bản; một số người được miễn`. optional: with what
    only some add (a further copy)."""
    first, *others = fee_lines(fees, optional=optional)
    return "; ".join([first, *map(lower_first, others)])


def fee_in_list(fees: list[Fee] | str | None) -> str:
    """`fee_summary` without what only some add (a further copy); where that leaves “Miễn” alone, nobody pays."""
    summary = fee_summary(fees, optional=False)
    return FREE if summary == "Miễn" else summary


def fee_lines(fees: list[Fee] | str | None, *, optional: bool = True) -> list[str]:
    """The fee in a few words, a line for each case, for the head of a page. A case is named if its reason starts with a
    short name and a colon. Exemptions for some people share one line; so does a fee whose reason begins with “Chỉ khi”
    (a further copy)."""
    if fees is None:
        return [MISSING]
    if fees == NONE:
        return [FREE]
    if isinstance(fees, str):
        return ["Chưa rõ"]
    extra = [fee for fee in fees if (fee.reason or "").startswith(OPTIONAL)]
    main = [fee for fee in fees if fee not in extra]
    if not main:
        main, extra = extra, []
    amounts = list(dict.fromkeys(amount(fee) for fee in main))
    lines = amounts if len(amounts) < 2 else _lines_by_case(main)
    return [*lines, *dict.fromkeys(_extra_line(fee) for fee in extra if optional)] or [MISSING]


def fee_fact(fees: list[Fee] | str | None) -> list[str]:
    """`fee_lines` for the head of the page, where only the first two lines are read. Two free cases share the first
    line if they are short; else the second of them comes last, so that the amount to pay is not in the third line."""
    lines = fee_lines(fees)
    free = [line for line in lines if line.endswith(FREE_CASE)]
    if len(free) != 2 or len(lines) == 2:
        return lines
    together = f"{free[0].removesuffix(FREE_CASE)} hoặc {lower_first(free[1])}"
    paid = [line for line in lines if line not in free]
    return [together, *paid] if len(together) <= MAX_TOGETHER else [free[0], *paid, free[1]]


def _lines_by_case(fees: list[Fee]) -> list[str]:
    """A line for each amount; amounts of many unnamed cases become a range."""
    paid = [fee for fee in fees if fee.amount != 0]
    named = {case: amount(fee) for fee in fees if (case := _case(fee))}
    names = _without_common_start(list(named))
    lines = [f"{case}: {_brief(text)}" for case, text in zip(names, named.values(), strict=True)]
    rest = _by_kind([fee for fee in paid if not _case(fee)])
    lines += [f"{REST}: {lower_first(line)}" for line in rest] if lines and len(rest) == 1 else rest
    if any(fee.amount == 0 and not _case(fee) for fee in fees):
        lines.append("Một số người được miễn" if paid else "Miễn")
    return lines if len(lines) <= MAX_FEE_LINES else _without_cases(fees)


def _without_cases(fees: list[Fee]) -> list[str]:
    lines = _by_kind([fee for fee in fees if fee.amount != 0])
    return [*lines, *(["Có trường hợp được miễn"] if any(fee.amount == 0 for fee in fees) else [])]


def _by_kind(fees: list[Fee]) -> list[str]:
    """The amounts; a phí and a lệ phí, which may both be due, with their kind."""
    kinds = list(dict.fromkeys(fee.kind for fee in fees))
    if len(kinds) < 2:
        return [sentence(_brief(text)) for text in _amounts(fees)]
    return [
        f"{sentence(kind)}: {_brief(text)}"
        for kind in kinds
        for text in _amounts([fee for fee in fees if fee.kind == kind])
    ]


def _brief(text: str) -> str:
    """An amount in the form used inside a line."""
    return BRIEF.get(text, lower_first(text))


def _case(fee: Fee) -> str:
    """`Khai sinh quá 60 ngày` of the reason “Khai sinh quá 60 ngày: mức do …”; "" if it names none in a few words."""
    case, colon, _ = (fee.reason or "").partition(":")
    return case if colon and len(case) <= MAX_CASE and case not in EVERYBODY_ELSE else ""


def _without_common_start(cases: list[str]) -> list[str]:
    """`Trong 60 ngày`, `Quá 60 ngày` of “Khai sinh trong 60 ngày”, “Khai sinh quá 60 ngày”."""
    words = [case.split(" ") for case in cases]
    same = 0
    while len(cases) > 1 and len({tuple(one[: same + 1]) for one in words}) == 1 and same + 1 < min(map(len, words)):
        same += 1
    return [sentence(" ".join(one[same:])) for one in words]


def _extra_line(fee: Fee) -> str:
    copies = "bản sao" in (fee.reason or "").partition(",")[0]
    return f"{'Thêm bản sao' if copies else 'Nếu cần thêm'}: {lower_first(amount(fee))}"


def _amounts(fees: list[Fee]) -> list[str]:
    """The distinct amounts: numbers (as a range per unit), then those set elsewhere."""
    numbers: dict[str | None, list[int]] = {}
    for fee in fees:
        if isinstance(fee.amount, int):
            numbers.setdefault(fee.per, []).append(fee.amount)
    texts = []
    for per, values in numbers.items():
        low, high = money(min(values)), money(max(values))
        text = high if low == high else f"{low.removesuffix(' đồng')}–{high}"
        texts.append(f"{text}/{per}" if per else text)
    return texts + list(dict.fromkeys(amount(fee) for fee in fees if not isinstance(fee.amount, int)))
