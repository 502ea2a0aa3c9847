"""One or several files of the site that are produced together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Data = bytes | Iterable[bytes]  # a large file comes in pieces, each written before the next is made


class OutputError(Exception):
    """An output cannot be produced; the message is for editors."""


@dataclass(slots=True)
class Output:
    """name: identifies it from one build to the next; make: yields (path below the site, bytes or their pieces), each
    file written before the next is asked for; inputs: plain values, or a function that returns them, that decide what
    is made (see pages/inputs.py), None for everything; last: made after all other exports, from what they left in
    the cache."""

    name: str
    make: Callable[[], Iterable[tuple[str, Data]]]
    inputs: object = None
    last: bool = False
