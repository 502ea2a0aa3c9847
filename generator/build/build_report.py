"""The result of a build in numbers: what was made, and where the time went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.composition.site_parts import SiteParts


@dataclass(slots=True)
class BuildReport:
    """Counts for the summary. indexed: file → title of the pages that Pagefind indexes."""

    procedures: int
    units: int
    tasks: int
    pages: int
    entries: int
    seconds: float
    pagefind: str = ""
    indexed: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"{self.procedures} thủ tục, {self.units} đơn vị, {self.tasks} nhiệm vụ kế hoạch, {self.pages} trang, "
            f"{self.entries} mục tìm kiếm, {self.seconds:.2f} giây"
        )


def report_of(parts: list[SiteParts]) -> BuildReport:
    """The report of a build of `parts`: the records of the first, the pages of all."""
    catalogue = parts[0].catalogue
    return BuildReport(
        procedures=len(catalogue.in_force),
        units=sum(unit.active for unit in catalogue.units.values()),
        tasks=sum(len(plan.tasks) for plan in catalogue.plans.values()),
        pages=sum(len(one.pages) for one in parts),
        entries=sum(bool(page.search) for one in parts for page in one.pages),
        seconds=0.0,
        indexed=parts[0].indexed,
    )


def timing_table(parts: list[tuple[str, float]], total: float) -> str:
    """One line per stage in order, the remainder as "khác", and the total."""
    rows = [*parts, ("khác", max(0.0, total - sum(seconds for _, seconds in parts))), ("tất cả", total)]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"  {name:<{width}} {seconds:>8.2f} giây".replace(".", ",") for name, seconds in rows)
