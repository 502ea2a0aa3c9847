"""/nhung/: how to embed a unit's list in another portal."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import wording
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page with the code to copy; on a site without procedures a note instead."""
    units = [unit for unit in catalogue.home_and_communes if unit.procedures]
    if not catalogue.home_and_communes:
        return
    commune = wording(catalogue).commune
    yield Page(
        url=urls.EMBEDDED,
        template="embedding.html",
        title="Nhúng vào trang khác",
        description=(
            f"Đưa danh mục thủ tục của {commune} vào trang thông tin điện tử của {commune}: khung nhúng hoặc đoạn mã "
            "không cần script."
        ),
        context={"units": units, "site_url": (catalogue.site.url or "").rstrip("/") + "/"},
        section=urls.UNITS,
        inputs=lambda: (
            inputs_of(catalogue).units,
            [[(view.field.slug, view.field.name) for view in unit.procedures] for unit in units],
        ),
        crumbs=[("Trang chủ", urls.HOME)],
        search=SearchRecord(
            "page",
            "Nhúng danh mục thủ tục",
            keywords=["khung nhúng", "đoạn mã nhúng", "iframe"],
        ),
    )
