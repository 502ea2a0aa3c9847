"""/phan-anh/: what feedback is accepted, what is not, how to send it and to whom (NĐ 20/2008, NĐ 92/2017)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The feedback page."""
    yield Page(
        url=urls.FEEDBACK,
        template="feedback.html",
        title="Phản ánh, kiến nghị",
        description="Phản ánh, kiến nghị về quy định hành chính: nội dung nào, gửi đến đâu, bằng cách nào.",
        section=urls.FEEDBACK,
        inputs=lambda: inputs_of(catalogue).units,
        crumbs=[("Trang chủ", urls.HOME)],
        search=SearchRecord(
            "page",
            "Phản ánh, kiến nghị về quy định hành chính",
            keywords=["góp ý", "khiếu nại", "tố cáo", "đường dây nóng"],
        ),
    )
