"""Standard input, output and errors as a command may take them: there, able to carry every letter, and unable to stop the work.

A command may be started with any of the three closed, with an encoding that lacks Vietnamese letters, into a pipe whose reader goes
away or onto a full disk. What it does and the exit code that it ends with must not depend on that."""

from __future__ import annotations

import codecs
import errno
import io
import os
import select
import sys
from typing import TextIO

ESCAPED = "tthc-escaped"  # how letters that the encoding lacks are written: as \\uXXXX, which JSON reads back


class _Descriptor(io.FileIO):
    """A file descriptor; once writing to it has failed, what is written goes nowhere and `lost` says why."""

    lost: OSError | None = None

    def write(self, data) -> int:  # type: ignore[no-untyped-def]
        while self.lost is None:
            try:
                written = super().write(data)
                if written is not None:
                    return written
                select.select([], [self], [])  # a pipe that does not block, and is full: wait as one that does
            except OSError as error:
                self.lost = error
        return len(data)


def prepare() -> None:
    """Set up sys.stdin, sys.stdout and sys.stderr. Streams that a test or another program has put there are left alone."""
    codecs.register_error(ESCAPED, _escaped)
    if sys.stdin is None:
        sys.stdin = open(_empty(0), encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None or sys.stdout is sys.__stdout__:
        sys.stdout = _writer(sys.stdout, 1)
    if sys.stderr is None or sys.stderr is sys.__stderr__:
        sys.stderr = _writer(sys.stderr, 2)


def outcome(code: int) -> int:
    """The exit code `code`, or 2 with a message when it is 0 and the output could not be written. A reader that has seen enough (a pipe
    to `head`) is no failure."""
    lost = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # not one of ours
            continue
        raw = getattr(getattr(stream, "buffer", None), "raw", None)
        if isinstance(raw, _Descriptor) and raw.lost and raw.lost.errno != errno.EPIPE:
            lost = lost or raw.lost
    if lost is None or code:
        return code
    print(f"tthc: không ghi được hết kết quả ra ({lost.strerror}).", file=sys.stderr)
    sys.stderr.flush()
    return 2


def _writer(stream: TextIO | None, number: int) -> TextIO:
    """A text stream on descriptor `number`, in the place of Python's own."""
    terminal = stream is not None and stream.isatty()
    if (
        stream is not None and terminal and os.name == "nt"
    ):  # the console takes every letter, but only from Python's own stream
        stream.reconfigure(errors=ESCAPED)  # type: ignore[attr-defined]
        return stream
    if stream is not None:
        stream.flush()
    # an encoding that was asked for is kept, and a terminal's own; what goes into a file or a pipe is read as UTF-8 by everybody else
    asked = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    encoding = stream.encoding if stream is not None and (asked or terminal) else "utf-8"
    raw = _Descriptor(stream.fileno() if stream is not None else _empty(number), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=encoding, errors=ESCAPED, line_buffering=terminal or number == 2
    )


def _empty(number: int) -> int:
    """A descriptor that is empty and takes everything, `number` itself when that is free: a file that is opened later must not get the
    number that other programs take for standard output."""
    found = os.open(os.devnull, os.O_RDWR)
    if found < number:
        return _empty(number)
    return found


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)), error.end
