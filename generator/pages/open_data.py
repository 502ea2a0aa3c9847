"""/du-lieu/: the open data, for people: what there is, how to use it, under which licence."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.formatting import safe_url
from generator.pages.page import Page, SearchRecord
from generator.schema.data_sets import DATA_SETS, formats, is_full


def publishes_records(catalogue: Catalogue) -> bool:
    """True if each record has a JSON file of its own, and each page a Markdown twin."""
    return is_full(len(catalogue.procedures), catalogue.site.most_data_files)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page about the open data, if the site publishes any."""
    if catalogue.site.most_data_files is None:
        return
    full = publishes_records(catalogue)
    example = next(iter(catalogue.procedures), "")
    yield Page(
        url=urls.OPEN_DATA,
        template="open-data.html",
        title="Dữ liệu mở",
        description="Tải thủ tục, đơn vị, văn bản, kế hoạch dưới dạng Excel, CSV, JSON; dùng lại được bằng máy.",
        context={
            "full": full,
            "rows": [
                (data_set, [(label, urls.data_file(data_set.name, suffix)) for label, suffix in formats(full)])
                for data_set in DATA_SETS
            ],
            "example": urls.data_record("thu-tuc", example) if full and example else "",
            "stable_name": urls.stable_name("thu-tuc", example) if example else "",
            "licence": safe_url(catalogue.site.data_licence),
            "base": (catalogue.site.url or "").rstrip("/") + "/",
        },
        crumbs=[("Trang chủ", urls.HOME)],
        section=urls.OPEN_DATA,
        inputs=(full, example),
        search=SearchRecord(
            "page", "Dữ liệu mở", keywords=["tải về", "excel", "csv", "json", "api", "danh sách thủ tục"]
        ),
    )
