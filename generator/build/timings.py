"""The table of stage timings."""

from __future__ import annotations


def timing_table(parts: list[tuple[str, float]], whole: float) -> str:
    """One line per stage in order, the remainder as "khác", and the total."""
    rows = [*parts, ("khác", max(0.0, whole - sum(seconds for _, seconds in parts))), ("tất cả", whole)]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"  {name:<{width}} {seconds:>8.2f} giây".replace(".", ",") for name, seconds in rows)
