"""The pages of the editor, one module each, found by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.editor.requests import Request
    from generator.editor.responses import Response


class View(Protocol):
    """PREFIX: beginning of the addresses it answers, with slashes. `get` and `post` answer; one of them is enough.
    TAKES_FILE: a file may come with its form."""

    MARKS: ClassVar[tuple[str, ...]] = ("get", "post")
    PREFIX: str
    TAKES_FILE: bool = False
    get: Callable[[Request], Response] | None = None
    post: Callable[[Request], Response] | None = None


PLUGIN = View
