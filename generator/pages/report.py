"""/phan-anh/gop-y/: feedback on a page. Filled in from the query string, sent by the visitor's e-mail or a form."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages import formatting
from generator.pages.inputs import inputs_of
from generator.pages.page import Page

SCALE = ("Rất khó hiểu", "Khó hiểu", "Tạm được", "Rõ", "Rất rõ")
# fixed reasons, after the model for Italian communes: what helped, what hindered
GOOD = (
    "Tìm được ngay điều cần biết",
    "Câu chữ dễ hiểu",
    "Biết rõ phải mang giấy tờ gì",
    "Biết rõ nộp ở đâu, lúc nào, mất bao nhiêu",
    "In ra hoặc chia sẻ dễ dàng",
)
BAD = (
    "Thông tin sai hoặc đã cũ",
    "Thiếu thông tin tôi cần",
    "Khác với điều cán bộ yêu cầu",
    "Câu chữ khó hiểu",
    "Đường dẫn, nút bấm không dùng được",
    "Không thuộc trường hợp nào trong trang",
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The feedback page."""
    feedback = catalogue.home_unit.record.feedback if catalogue.home_unit else None
    mail = formatting.mail(feedback.email if feedback else None)
    yield Page(
        url=urls.REPORT,
        template="report.html",
        title="Góp ý về một trang",
        description="Trang có rõ không, sai ở đâu: góp ý để sửa.",
        context={
            "scale": SCALE,
            "good": GOOD,
            "bad": BAD,
            "mail": mail,
            "national": formatting.safe_url(catalogue.site.feedback_system),
            "form": formatting.safe_url(feedback.report_form if feedback else None),
        },
        section=urls.FEEDBACK,
        crumbs=[("Trang chủ", urls.HOME), ("Phản ánh, kiến nghị", urls.FEEDBACK)],
        has_feedback_form=False,
        inputs=lambda: inputs_of(catalogue).units,
    )
