"""Runs the scripts of the pages outside a browser, in V8."""

from __future__ import annotations

from typing import Any

from generator.javascript.modules import classic_script
from generator.resources import THEME

ENTRY = "entry.js"
BEFORE = "const performance={now:()=>Date.now()};"  # pages have it, V8 alone has not; the scripts use nothing else


def engine_with(entry: str) -> Any:
    """A MiniRacer in which `entry`, a module that may import those of theme/assets, has run. Raises ImportError when
    the optional library is missing."""
    from py_mini_racer import MiniRacer

    def read(name: str) -> str:
        return entry if name == ENTRY else (THEME / "assets" / name).read_text("utf-8")

    engine = MiniRacer()
    engine.eval(classic_script(read, ENTRY, BEFORE))
    return engine
