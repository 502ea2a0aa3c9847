"""Where the time of a build went, as a table."""

from __future__ import annotations


def timing_table(parts: list[tuple[str, float]], whole: float) -> str:
    """One line a part in order of work, what is left over as "khác", and the sum."""
    rows = [*parts, ("khác", max(0.0, whole - sum(seconds for _, seconds in parts))), ("tất cả", whole)]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"  {name:<{width}} {seconds:>8.2f} giây".replace(".", ",") for name, seconds in rows)
