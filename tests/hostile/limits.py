"""The command line with little memory and little time, as a web service would run it."""

from __future__ import annotations

import subprocess

from tests.support import command

MEMORY = 1_500_000_000


def tthc(*words: object) -> subprocess.CompletedProcess[str]:
    return command.tthc(*words, memory=MEMORY, timeout=60)
