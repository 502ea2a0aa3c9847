"""/: search box first, then life events, fields, communes, the plan, feedback."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.wording import wording
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The home page."""
    yield Page(
        url="",
        template="home.html",
        title=catalogue.site.name or "Thủ tục hành chính",
        description=f"Tra cứu thủ tục hành chính {wording(catalogue).levels}: cần giấy tờ gì, nộp ở đâu, "
        "bao lâu, bao nhiêu tiền.",
        context={
            "story": describe_succession(catalogue.site_unit) if catalogue.site_unit else [],
            "month": catalogue.as_of.month,  # a script shows the visitor's month instead
            "seasonal": [guide for guide in catalogue.guides if guide.record.months],
        },
        feed=("Có gì thay đổi", "atom.xml"),
    )
