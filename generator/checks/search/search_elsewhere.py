"""Việc nơi khác giải quyết trỏ sai.

Câu trả lời “nơi khác giải quyết” có thể kèm trang chính thức của nơi đó và mã thủ tục ở đây giúp được thêm. Địa chỉ
phải bắt đầu bằng https://, mã phải là thủ tục có trong content/procedures/. Câu hỏi mẫu ở outside*.yml trỏ đến
việc theo tên: tên phải là một `ten` trong elsewhere.yml, nếu không câu ấy không dẫn đến đâu.

Nơi giải quyết đổi theo ngày thì ghi ở `sua_doi`, cũ trước mới sau: bản của ngày nào nói nơi của ngày ấy. Hai lần
cùng ngày, hoặc lần sau sớm hơn lần trước, thì không biết nơi nào đúng.

Sai: `thu_tuc: ["9.999999"]`
Đúng: `thu_tuc: ["1.010041"]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import WARNING
from generator.schema.web_address import web_address
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-122"
SEVERITY = WARNING
SCOPE = "content"
CHECKS = ("L12",)
KINDS = ("elsewhere", "outside_question")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Codes without a record, addresses that are not https, samples of a matter that is not listed."""
    if entry.kind.name == "outside_question":
        matter, listed = entry.record.elsewhere, context.cached(_matters)
        if matter and matter not in listed:
            yield Finding(
                ("noi_khac",),
                f"elsewhere.yml không có việc “{matter}”",
                suggest(matter, listed)
                or f"Thêm việc này vào content/search/elsewhere.yml, hoặc bỏ dòng {field('noi_khac')}.",
            )
        return
    for index, code in enumerate(entry.record.codes):
        if not context.has_procedure(code):
            yield Finding(
                ("thu_tuc", index),
                f"chưa có thủ tục {code}",
                context.mend_code(code, "Bỏ mã này, hoặc thêm thủ tục."),
            )
    yield from _not_https(("dia_chi",), entry.record.link)
    before = None
    for index, change in enumerate(entry.record.changes):
        yield from _not_https(("sua_doi", index, "dia_chi"), change.link)
        if before and change.began and change.began <= before:
            yield Finding(
                ("sua_doi", index, "ap_dung_tu"),
                f"ngày {change.began:%d/%m/%Y} không sau lần đổi trước ({before:%d/%m/%Y})",
                "Xếp cũ trước mới sau, mỗi ngày một lần.",
            )
        before = change.began or before


def _not_https(path: tuple[str | int, ...], link: str | None) -> Iterator[Finding]:
    """The finding of an address that does not begin with https://."""
    if link and link.startswith("https://") and not web_address(link):
        yield Finding(path, f"“{link[:60]}” không phải địa chỉ trang", "Chép lại địa chỉ trang chính thức.")
    elif link and not link.startswith("https://"):
        yield Finding(path, f"“{link}” không bắt đầu bằng https://", "Chép lại địa chỉ trang chính thức.")


def _matters(store: Store) -> list[str]:
    """The names of all matters that other bodies deal with."""
    return [entry.record.title for entry in store.of("elsewhere") if entry.record.title]
