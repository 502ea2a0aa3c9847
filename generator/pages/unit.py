"""/don-vi/…: the units; for each one its one-stop office, the list of what it receives, and its feedback notice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of units and the pages of each unit that exists or existed on the day."""
    crumbs = [("Trang chủ", addresses.HOME)]
    district = catalogue.home_unit
    yield Page(
        url=addresses.UNITS,
        template="units.html",
        title="Xã, thị trấn",
        description="Nơi nhận hồ sơ, giờ làm việc, số điện thoại của từng xã, thị trấn.",
        context={"district": district},
        section=addresses.UNITS,
        crumbs=crumbs,
        search=SearchRecord("page", "Danh sách xã, thị trấn", keywords=["bộ phận một cửa", "địa chỉ ủy ban xã"]),
    )
    for view in catalogue.units.values():
        if view.begun:
            yield from _unit_pages(view, crumbs + [("Xã, thị trấn", addresses.UNITS)])


def _unit_pages(view: UnitView, crumbs: list[tuple[str, str]]) -> Iterator[Page]:
    feed = (f"Có gì thay đổi: {view.title}", f"{view.url}atom.xml") if view.has_desk else None
    common = {"section": addresses.UNITS, "context": {"unit": view}, "source": f"units/{view.slug}.yml", "feed": feed}
    yield Page(
        url=view.url,
        template="unit.html",
        title=view.title,
        description=f"{view.title}: Bộ phận Một cửa, thủ tục tiếp nhận, nơi gửi phản ánh, kiến nghị.",
        crumbs=crumbs,
        search=SearchRecord("unit", view.title, keywords=[f"ủy ban {view.record.name}", f"UBND {view.record.name}"]),
        **common,
    )
    if not view.has_desk:
        return
    own = crumbs + [(view.title, view.url)]
    yield Page(
        url=addresses.unit_procedures(view.slug),
        template="unit-procedures.html",
        title=f"Thủ tục tiếp nhận tại {view.title}",
        description=f"Danh mục thủ tục hành chính tiếp nhận tại Bộ phận Một cửa {view.title}.",
        crumbs=own,
        **common,
    )
    yield Page(
        url=addresses.unit_feedback(view.slug),
        template="unit-feedback.html",
        title=f"Tiếp nhận phản ánh, kiến nghị – {view.title}",
        description=f"Địa chỉ, số điện thoại, thư điện tử nhận phản ánh, kiến nghị của {view.title}.",
        crumbs=own,
        search=SearchRecord("unit", f"Phản ánh, kiến nghị tại {view.title}"),
        **common,
    )
