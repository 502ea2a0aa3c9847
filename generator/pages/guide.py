"""/huong-dan/…: life events, each with its steps in order and the procedures that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of guides and a page for each."""
    crumbs = [("Trang chủ", urls.HOME)]
    yield Page(
        url=urls.GUIDES,
        template="guides.html",
        title="Việc thường gặp trong đời",
        description="Sinh con, kết hôn, làm nhà, mở hộ kinh doanh …: cần làm những thủ tục nào, theo thứ tự nào.",
        section=urls.GUIDES,
        crumbs=crumbs,
    )
    for view in catalogue.guides:
        yield Page(
            url=view.url,
            template="guide.html",
            title=view.record.title or view.slug,
            description=view.record.summary or "",
            context={"view": view},
            source=f"guides/{view.slug}.md",
            section=urls.GUIDES,
            crumbs=crumbs + [("Việc thường gặp trong đời", urls.GUIDES)],
            search=SearchRecord(
                "guide",
                view.record.title or view.slug,
                keywords=list(view.record.keywords),
                summary=view.record.summary or "",
            ),
        )
