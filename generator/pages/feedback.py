"""/phan-anh/: what feedback is accepted, what is not, how to send it and to whom (NĐ 20/2008, NĐ 92/2017)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.contact_rows import stated_contact
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, SearchRecord, Values


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The feedback page."""
    yield Page(
        url=urls.FEEDBACK,
        template="feedback.html",
        title="Phản ánh, kiến nghị",
        description="Phản ánh, kiến nghị về quy định hành chính: nội dung nào, gửi đến đâu, bằng cách nào.",
        context=lambda: receiving(catalogue),
        section=urls.FEEDBACK,
        inputs=lambda: inputs_of(catalogue).units,
        crumbs=[("Trang chủ", urls.HOME)],
        search=SearchRecord(
            "page",
            "Phản ánh, kiến nghị",
            keywords=[
                "nơi nhận phản ánh, kiến nghị",
                "gửi phản ánh, kiến nghị",
                "góp ý",
                "khiếu nại",
                "tố cáo",
                "đường dây nóng",
            ],
        ),
    )


def receiving(catalogue: Catalogue) -> Values:
    """receiving: the units that take feedback with the contacts they have provided; unknown: the labels of the contacts
    that none of them has provided."""
    units = [(unit, unit.record.feedback) for unit in catalogue.home_and_communes if unit.record.feedback]
    ways = (("số điện thoại", "phone"), ("thư điện tử", "email"))
    unknown = [
        label for label, name in ways if not any(stated_contact(getattr(feedback, name)) for _, feedback in units)
    ]
    return {
        "receiving": [
            (
                unit,
                list(filter(None, (stated_contact(getattr(feedback, name)) for name in ("address", "phone", "email")))),
            )
            for unit, feedback in units
        ],
        "unknown": ", ".join(unknown) if units else "",
    }
