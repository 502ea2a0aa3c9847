"""Sets up robust standard streams: always open, able to encode every letter, never raising on write.

A command may be started with any of the three closed, with an encoding that lacks Vietnamese letters, into a pipe that
is closed early or onto a full disk. Its work and its exit code must not depend on that."""

from __future__ import annotations

import codecs
import errno
import io
import os
import select
import sys
from typing import Any, TextIO

from generator.io.causes import cause_of

ESCAPED = "tthc-escaped"  # error handler: writes unencodable letters as \\uXXXX, which is valid JSON


class _Descriptor(io.FileIO):
    """A file descriptor; after a failed write, output is discarded and `error` has the error."""

    error: OSError | None = None

    def write(self, data: Any) -> int:  # bytes or a view of them
        while self.error is None:
            try:
                written = super().write(data)
                if written is not None:
                    return written
                select.select([], [self], [])  # a full non-blocking pipe: wait until it is writable
            except OSError as error:
                self.error = error
        return len(data)


def prepare() -> None:
    """Set up sys.stdin, sys.stdout and sys.stderr. Streams that were replaced by a test or program are not changed."""
    codecs.register_error(ESCAPED, _escaped)
    if sys.stdin is None:
        sys.stdin = open(_empty(0), encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None or sys.stdout is sys.__stdout__:
        sys.stdout = _writer(sys.stdout, 1)
    if sys.stderr is None or sys.stderr is sys.__stderr__:
        sys.stderr = _writer(sys.stderr, 2)


def outcome(code: int) -> int:
    """The exit code: `code`, or 2 with a message if it is 0 and the output could not be written. A closed pipe (to
    `head`) is no failure."""
    failure = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # a stream that `prepare` did not set up
            continue
        raw = getattr(getattr(stream, "buffer", None), "raw", None)
        if isinstance(raw, _Descriptor) and raw.error and raw.error.errno != errno.EPIPE:
            failure = failure or raw.error
    if failure is None or code:
        return code
    print(f"tthc: không ghi được hết kết quả ra ({cause_of(failure)}).", file=sys.stderr)
    sys.stderr.flush()
    return 2


def _writer(stream: TextIO | None, number: int) -> TextIO:
    """A text stream on descriptor `number`, to replace Python's own."""
    terminal = stream is not None and stream.isatty()
    # the Windows console takes every letter, but only from Python's own stream
    if stream is not None and terminal and os.name == "nt":
        stream.reconfigure(errors=ESCAPED)  # type: ignore[attr-defined]
        return stream
    if stream is not None:
        stream.flush()
    # keep a requested encoding and that of a terminal; files and pipes get UTF-8
    requested = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    encoding = stream.encoding if stream is not None and (requested or terminal) else "utf-8"
    raw = _Descriptor(stream.fileno() if stream is not None else _empty(number), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=encoding, errors=ESCAPED, line_buffering=terminal or number == 2
    )


def _empty(number: int) -> int:
    """A descriptor of os.devnull, `number` itself if that is free: a file opened later must not get the number of a
    standard stream."""
    descriptor = os.open(os.devnull, os.O_RDWR)
    if descriptor < number:
        return _empty(number)
    return descriptor


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)), error.end
