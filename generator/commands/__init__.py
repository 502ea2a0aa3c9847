"""The commands, a module `cmd_NAME.py` each; `_shared` holds code that several use."""

from __future__ import annotations

import argparse
from typing import Protocol


class Command(Protocol):
    """NAME, HELP: as the command line shows them, HELP in Vietnamese."""

    NAME: str
    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""

    def run(self, args: argparse.Namespace) -> int:
        """Run the command. Returns the exit code: 0 fine, 1 the content has errors, 2 the call is wrong."""
