"""The small site with payloads for texts, and a server without any security headers."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import SMALL
from tests.support.http_server import Handler, serving
from tests.support.payloads import LINK_PAYLOADS, MARKDOWN_PAYLOADS, PAYLOADS

# what joins records, so that pages are made at all; what_joins=True attacks these too
JOINING = {
    "ma_thu_tuc",
    "don_vi",
    "thuoc",
    "linh_vuc",
    "slug",
    "so_ky_hieu",
    "van_ban",
    "thu_tuc",
    "co_quan",
    "gom",
    "nam",
    "ten_giay_to_mau",
}


class Attack:
    """Turns texts into payloads, the next one each time."""

    def __init__(self, start: int, joining: bool, links_only: bool) -> None:
        self.texts = itertools.islice(itertools.cycle(LINK_PAYLOADS if links_only else PAYLOADS), start, None)
        self.joining, self.links_only, self.used = joining, links_only, 0

    def on(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self.on(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.on(item, key) for item in value]
        if (
            not isinstance(value, str)
            or (key in JOINING and not self.joining)
            or (self.links_only and not _is_link(value, key))
        ):
            return value
        self.used += 1
        return next(self.texts)


def _is_link(value: str, key: str) -> bool:
    return (
        "://" in value
        or "@" in value
        or key in {"trang_thong_tin", "he_thong", "dia_chi_trang", "dien_thoai", "thu_dien_tu", "tep", "so", "nguon"}
    )


def attacked(folder: Path, attack: Attack) -> Path:
    """The small site's content with its texts replaced."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    for file in sorted(content.rglob("*.yml")):
        file.write_text(
            yaml.dump(
                attack.on(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)),
                Dumper=yaml.CSafeDumper,
                allow_unicode=True,
                sort_keys=False,
            ),
            "utf-8",
        )
    texts = iter(MARKDOWN_PAYLOADS)
    for file in sorted(content.rglob("*.md")):
        _, front, _ = file.read_text("utf-8").split("---\n", 2)
        front = yaml.safe_dump(attack.on(yaml.load(front, yaml.CBaseLoader)), allow_unicode=True, sort_keys=False)
        file.write_text(f"---\n{front}---\n" + "\n\n".join(itertools.islice(texts, 80)), "utf-8")
    return content


class BareHandler(Handler):
    """No security headers at all."""

    POLICY = None


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """`folder` on a local port, with no security headers at all."""
    with serving(folder, BareHandler) as address:
        yield address
