"""The home page of a commune's own site: its desk, what it receives, its duties, its news."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.view import AgencyDuties
from generator.catalogue.views import UnitView
from generator.pages.page import Page


def home(catalogue: Catalogue, unit: UnitView, duties: list[AgencyDuties]) -> Page:
    """The page. catalogue: of the commune alone."""
    return Page(
        url="",
        template="commune-home.html",
        title=catalogue.site.name or unit.title,
        description=f"{unit.title}: nộp hồ sơ ở đâu, cần giấy tờ gì, bao lâu, bao nhiêu tiền.",
        context={"unit": unit, "duties": duties},
        same_as=unit.url,  # at the district
        feed=("Có gì thay đổi", "atom.xml"),
        source=f"units/{unit.slug}.yml",
    )
