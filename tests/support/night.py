"""What the usual run leaves to the night."""

from __future__ import annotations

import os
from typing import TypeVar

Case = TypeVar("Case")


def at_night(*cases: Case) -> tuple[Case, ...]:
    """`cases`, more of a kind that the usual run has shown, when TTHC_ALL is set; else none."""
    return cases if "TTHC_ALL" in os.environ else ()
