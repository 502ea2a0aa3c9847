"""The result of a build, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page


@dataclass(slots=True)
class BuildReport:
    """The result of a build, for the summary. assets: logical -> published names; indexed: file -> title of the pages
    that Pagefind indexes."""

    procedures: int
    units: int
    tasks: int
    pages: int
    entries: int
    seconds: float
    pagefind: str = ""
    assets: dict[str, str] = field(default_factory=dict)
    indexed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue, pages: list[Page], assets: dict[str, str]) -> BuildReport:
        """The numbers of the whole site of `catalogue`."""
        indexed = {page.file: page.title for page in pages if page.search}
        return cls(
            procedures=len(catalogue.in_force),
            units=sum(unit.active for unit in catalogue.units.values()),
            tasks=sum(len(plan.tasks) for plan in catalogue.plans.values()),
            pages=len(pages),
            entries=len(indexed),
            seconds=0.0,
            assets=dict(assets),
            indexed=indexed,
        )

    def __str__(self) -> str:
        return (
            f"{self.procedures} thủ tục, {self.units} đơn vị, {self.tasks} nhiệm vụ kế hoạch, {self.pages} trang, "
            f"{self.entries} mục tìm kiếm, {self.seconds:.2f} giây"
        )
