"""Cơ quan công bố không đúng thẩm quyền.

Chỉ Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND tỉnh (và người đứng đầu cơ quan được cấp trên giao) được công
bố thủ tục hành chính (NĐ 63/2010/NĐ-CP Điều 13). Huyện và xã không công bố, không tự đặt ra thủ tục (Điều 18 khoản 6).
Tìm quyết định của bộ hoặc của Chủ tịch UBND tỉnh rồi ghi lại. Sở chỉ công bố được khi có văn bản giao nên chỉ nhắc; số
và cơ quan không cùng một nơi (`12/QĐ-UBND` hay `12/QĐ-BCA` của Bộ Tư pháp) cũng chỉ nhắc.

Sai: `co_quan: UBND huyện Tân An`
Đúng: `co_quan: Chủ tịch UBND tỉnh Hòa Lộc`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING

ID = "TT-051"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ13"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)
LOCAL_BODY = re.compile(
    r"(?:UBND|HĐND|[uủ][ỷy] ban nhân dân|hội đồng nhân dân|chủ tịch UBND)\s+(?:cấp\s+)?"
    r"(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b|^\W*(?:trưởng )?phòng\s|^\W*(?:chi cục|đội|trạm)\b"
    r"|^\W*(?:công an|ban chỉ huy quân sự|thuế|bảo hiểm xã hội|văn phòng) [^,;]{0,20}?"
    r"\b(?:huyện|quận|phường|thị trấn)\b"
    r"|^\W*công an xã\b"
    r"|^\W*(?:chủ tịch |thường trực )?(?:HĐND|hội đồng nhân dân)\b(?!.*(?:UBND|[uủ][ỷy] ban))",
    re.IGNORECASE,
)
LOCAL_NUMBER = re.compile(r"/QĐ-(?:UBND\.?)?(?:HUYEN|XA)\b", re.IGNORECASE)
DEPARTMENT_NUMBER = re.compile(
    r"/QĐ-(S(?:TP|NV|TC|CT|XD|YT|GTVT|GDĐT|KHĐT|KHCN|TNMT|NNPTNT|NNMT|NN&PTNT|VHTTDL|VHTTD|VHTT|LĐTBXH|TTTT|DL|NG))\b",
    re.IGNORECASE,
)
DEPARTMENT = re.compile(r"^\W*(?:giám đốc )?sở\b", re.IGNORECASE)
SIGN = re.compile(r"/QĐ-(UBND|B[A-ZĐ]{1,6})\b", re.IGNORECASE)
COMMITTEE = re.compile(r"UBND|[uủ][ỷy] ban nhân dân|chủ tịch", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A decision said to come from a district or a commune."""
    decision = entry.record.decision
    if decision is None:
        return
    if LOCAL_BODY.search(decision.body or ""):
        yield Finding(
            ("quyet_dinh_cong_bo", "co_quan"),
            f"“{decision.body}” không có thẩm quyền công bố thủ tục",
            "Ghi quyết định của bộ hoặc của Chủ tịch UBND tỉnh.",
        )
    elif LOCAL_NUMBER.search(decision.number or ""):
        yield Finding(
            ("quyet_dinh_cong_bo", "so"),
            f"“{decision.number}” là quyết định của huyện hoặc xã, không công bố được thủ tục",
            "Ghi quyết định của bộ hoặc của Chủ tịch UBND tỉnh.",
        )
    elif by_department := DEPARTMENT_NUMBER.search(decision.number or ""):
        yield Finding(
            ("quyet_dinh_cong_bo", "so"),
            f"“{by_department[1]}” là ký hiệu của một sở, sở thường không công bố thủ tục",
            "Ghi quyết định của bộ hoặc của Chủ tịch UBND tỉnh.",
            severity=WARNING,
        )
    elif DEPARTMENT.search(decision.body or ""):
        yield Finding(
            ("quyet_dinh_cong_bo", "co_quan"),
            f"“{decision.body}” thường không công bố thủ tục",
            "Ghi quyết định của bộ hoặc của Chủ tịch UBND tỉnh.",
            severity=WARNING,
        )
    elif decision.body and (sign := SIGN.search(decision.number or "")):
        by_committee = sign[1].upper() == "UBND"
        if bool(COMMITTEE.search(decision.body)) != by_committee or _other_ministry(sign[1], decision.body):
            yield Finding(
                ("quyet_dinh_cong_bo", "co_quan"),
                f"“{decision.number}” không phải số quyết định của {decision.body}",
                "Xem lại số và cơ quan trên quyết định.",
                severity=WARNING,
            )


def _other_ministry(sign: str, body: str) -> bool:
    """True if the letters of `BTP` are not among the initials of a ministry's name, in their order: some leave one
    out."""
    if not body.lower().startswith("bộ ") or sign.upper() == "UBND":
        return False
    initials = iter(word[0].upper() for word in re.findall(r"\w+", body))
    return not all(letter in initials for letter in sign.upper())
