"""Follows “replaced by” to what is in force: advice must not name what has ended itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks._engine.context import ValidationContext


def way_back(start: str, code: str, successors: Callable[[str], Iterable[str | None]]) -> list[str]:
    """The shortest chain of successors from `start` to `code`, both included; empty if none leads there."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == code:
            return way
        for other in successors(way[-1]):
            if other and other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []


def in_force_after(
    start: str, successors: Callable[[str], Iterable[str]], has_ended: Callable[[str], bool]
) -> list[str]:
    """Those that the chain of successors of `start` ends in and that have not ended, in the order of the chain; nothing
    if there are none or the chain leads back."""
    found: list[str] = []
    seen, todo = {start}, list(successors(start))
    while todo:
        one = todo.pop(0)
        if one in seen:
            continue
        seen.add(one)
        if has_ended(one):
            todo += successors(one)
        else:
            found.append(one)
    return found


def procedure_successors(code: str, context: ValidationContext) -> list[str]:
    """The codes that the record of a procedure states in its place; nothing without a record."""
    validity = [other.record.validity for other in context.procedures.get(code, ())[:1]]
    return validity[0].successors if validity and validity[0] else []
