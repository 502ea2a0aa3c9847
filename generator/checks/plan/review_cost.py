"""Chi phí tuân thủ tính không được, hoặc lạ.

Chi phí tuân thủ một năm = (thời gian × thu nhập một giờ + dịch vụ + phí, lệ phí + chi phí khác) × số lần × số đối
tượng; lợi ích là hiệu số trước và sau (TT 02/2017/TT-VPCP Điều 27). Chỉ có một bên thì không biết tiết kiệm bao nhiêu;
sau khi đơn giản hóa mà tốn hơn, hoặc thu nhập một giờ hai bên khác nhau, thì thường là gõ nhầm. Điền cả hai bên với
cùng mức thu nhập.

Sai: có `chi_phi_sau` mà không có `chi_phi_hien_tai`
Đúng: có cả hai, cùng `thu_nhap_gio`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import money
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.plan.cost import costed
from generator.text.audience import field

ID = "TT-119"
SEVERITY = WARNING
SUPPRESSIBLE = False
LAW = "TT 02/2017/TT-VPCP Đ27"
CONFIDENCE = "S"
KINDS = ("review",)
COMPARES = ("chi_phi_hien_tai", "chi_phi_sau")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One side alone, a cost that grows, two hourly incomes."""
    before, after = entry.record.before, entry.record.after
    if after and not before:
        yield Finding(
            ("chi_phi_sau",),
            "có chi phí sau mà chưa có chi phí hiện tại để so",
            f"Thêm {field('chi_phi_hien_tai')}.",
            key=True,
        )
    if before and not after and entry.record.proposal not in (None, "giữ nguyên", "bãi bỏ"):
        yield Finding(
            ("chi_phi_hien_tai",),
            "có chi phí hiện tại mà chưa có chi phí sau đơn giản hóa",
            f"Thêm {field('chi_phi_sau')}.",
            key=True,
        )
    consequence = bool(before and after and before.hourly and after.hourly and before.hourly != after.hourly)
    if consequence:  # a cost that grows only follows from such figures
        yield Finding(
            ("chi_phi_sau", "thu_nhap_gio"),
            f"thu nhập một giờ {money(after.hourly)} khác mức {money(before.hourly)} ở chi phí hiện tại",
            "Dùng cùng một mức để so được.",
        )
    for key, name in (("so_lan_nam", "times"), ("so_doi_tuong", "people")) if before and after else ():
        one, other = getattr(before, name), getattr(after, name)
        if one and other and max(one, other) >= 10 * min(one, other):
            consequence = True
            said = f"{other} sau đơn giản hóa, {one} ở chi phí hiện tại"
            yield Finding(("chi_phi_sau", key), said, "Xem lại số liệu: có thể thừa, thiếu một chữ số 0.")
    if after and entry.record.proposal in ("giữ nguyên", "bãi bỏ"):
        said = f"đề xuất “{entry.record.proposal}” mà vẫn có chi phí sau đơn giản hóa"
        yield Finding(("chi_phi_sau",), said, f"Xem lại {field('de_xuat')}, hoặc bỏ {field('chi_phi_sau')}.", key=True)
    now, then = costed(before), costed(after)
    if not consequence and now and then and then.yearly > now.yearly:
        yield Finding(
            ("chi_phi_sau",),
            f"sau đơn giản hóa lại tốn hơn ({money(then.yearly)} so với {money(now.yearly)} một năm)",
            "Xem lại số liệu.",
            key=True,
        )
