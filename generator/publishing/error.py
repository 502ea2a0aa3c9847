"""The error that publishing raises."""

from __future__ import annotations

from generator.publishing.untrusted import printable

MAX_LENGTH = 2000


class PublishError(RuntimeError):
    """Nothing was activated, or activation was undone. The text is for editors: what happened, and what to do. Parts of
    it may come from a host, so it is always a single line of printable characters.

    wrong_call: the command or its settings are wrong, rather than the host or the content."""

    def __init__(self, message: str, hint: str = "", wrong_call: bool = False) -> None:
        super().__init__(printable(f"{message} {hint}".strip(), MAX_LENGTH))
        self.wrong_call = wrong_call
