"""Makes records from items in several processes, in the order of the items, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from generator.checks._engine.runner import ParallelMap

Item = TypeVar("Item")
Result = TypeVar("Result")
BATCH_SIZE = 800  # items; a worker's results wait for its last one, so this bounds the memory


def made_from(
    items: Iterable[Item], make: Callable[[Item], Result], map_parallel: ParallelMap | None
) -> Iterator[tuple[Item, Result]]:
    """Yield each item with the result of `make`, which must have no other effect. map_parallel: None for this process
    alone. Raises what `make` raises."""
    if map_parallel is None:
        yield from ((item, make(item)) for item in items)
        return
    waiting = iter(items)
    while several := list(islice(waiting, BATCH_SIZE)):
        parts = map_parallel(lambda batch: [make(item) for item in batch], several)
        yield from zip(several, (result for part in parts for result in part), strict=True)
