"""Earlier states of the files that are being edited."""

from __future__ import annotations

from collections import OrderedDict

from generator.editor.workspace import OpenFile


class Bases:
    """The bytes of files as they were opened, so that a form of an older state can still be understood."""

    LIMIT = 300

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, file: OpenFile) -> None:
        self._kept[file.digest] = file.raw
        self._kept.move_to_end(file.digest)
        while len(self._kept) > self.LIMIT:
            self._kept.popitem(last=False)

    def of(self, digest: str) -> bytes | None:
        return self._kept.get(digest)
