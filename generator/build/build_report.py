"""The result of a build in numbers: what was made, and where the time went."""

from __future__ import annotations

from dataclasses import dataclass, field


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

    def __str__(self) -> str:
        return (
            f"{self.procedures} thủ tục, {self.units} đơn vị, {self.tasks} nhiệm vụ kế hoạch, {self.pages} trang, "
            f"{self.entries} mục tìm kiếm, {self.seconds:.2f} giây"
        )


def timing_table(parts: list[tuple[str, float]], whole: float) -> str:
    """One line per stage in order, the remainder as "khác", and the total."""
    rows = [*parts, ("khác", max(0.0, whole - sum(seconds for _, seconds in parts))), ("tất cả", whole)]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"  {name:<{width}} {seconds:>8.2f} giây".replace(".", ",") for name, seconds in rows)
