"""What publishing says when it refuses."""

from __future__ import annotations


class PublishError(RuntimeError):
    """Nothing was switched, or it was switched back. The text is for editors: what happened, and what to do.

    wrong_call: the command or its settings are wrong, rather than the host or the content."""

    def __init__(self, message: str, hint: str = "", wrong_call: bool = False) -> None:
        super().__init__(f"{message} {hint}".strip())
        self.wrong_call = wrong_call
