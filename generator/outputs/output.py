"""A file or a few files of the site that are made in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Output:
    """name: identifies it from one build to the next; make: yields (path below the site, bytes); inputs: plain values,
    or a function that returns them, that decide what is made (see pages/inputs.py); None for everything."""

    name: str
    make: Callable[[], Iterable[tuple[str, bytes]]]
    inputs: Any = None
