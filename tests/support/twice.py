"""Run pytest, and what failed once more, one after the other: `python -m tests.support.twice [options of pytest]`.

A test that fails and then passes is unstable. By day its name is the last thing printed and the run passes, because a
contributor can do nothing about it; at night (TTHC_NIGHT set, by `make nightly`) the run fails. Exit codes are those of
pytest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

FAILED = 1  # pytest's exit code when tests failed; others say that it could not run them
CACHE = Path(".pytest_cache/v/cache/lastfailed")


def main(options: list[str]) -> int:
    code = _pytest(*options, "--cache-clear")
    failed = _last_failed()
    if code != FAILED or not failed:
        return code
    print("\nChạy lại, từng cái một, những kiểm thử vừa trượt; trượt lần nữa là trượt:", flush=True)
    code = _pytest("--last-failed", "--last-failed-no-failures", "none")
    unstable = sorted(failed - _last_failed()) if code in (0, FAILED) else []
    if unstable:
        print("\nKhông ổn định (lần đầu trượt, lần hai đạt), cần tìm nguyên nhân:", *unstable, sep="\n  ", flush=True)
    return code or (FAILED if unstable and "TTHC_NIGHT" in os.environ else 0)


def _pytest(*options: str) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *options], check=False).returncode


def _last_failed() -> set[str]:
    """Names of the tests that failed when they were last run."""
    return set(json.loads(CACHE.read_text("utf-8"))) if CACHE.is_file() else set()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
