"""A publisher to be killed: announces every operation on the place before it does it.

python -m tests.support.publisher ADDRESS SSH_CONFIG|- WORK_FOLDER VERSION
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from generator.publishing.error import PublishError
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from tests.support.made_site import prepared


class Announcing:
    """A place that tells what it is about to do."""

    def __init__(self, place: Any) -> None:
        self.place, self.label = place, place.label

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.place, name)
        if not callable(found):
            return found

        def announced(*given: Any) -> Any:
            print(name, flush=True)
            return found(*given)

        return announced


def settings(shift: float = 0.0) -> Settings:
    """shift: seconds by which the publisher's clock is wrong."""
    return Settings(keep=3, patience=8, clock=lambda: time.time() + shift)


def publish_version(address: str, config: Path | None, work: Path, version: int, shift: float = 0.0) -> None:
    """What the publisher does, in this process, which costs half a second less. Raises PublishError."""
    place = target_from_url(address, config)
    try:
        publish(place, prepared(work, version), settings(shift))
    finally:
        place.close()


def main() -> int:
    address, config, work, version = sys.argv[1:5]
    ready = prepared(Path(work), int(version))
    place = Announcing(target_from_url(address, None if config == "-" else Path(config)))
    print("begin", flush=True)
    try:
        outcome = publish(place, ready, settings())
        print(f"done {outcome.manifest.number} {outcome.changed}", flush=True)
        return 0
    except PublishError as refused:
        print(f"refused {refused}", flush=True)
        return 1
    finally:
        place.place.close()


if __name__ == "__main__":
    raise SystemExit(main())
