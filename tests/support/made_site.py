"""A small site made up for publishing: every page says its version at both ends and loads a style with a hashed
name."""

from __future__ import annotations

import functools
import hashlib
import tempfile
from pathlib import Path

from generator.publishing.prepare import PreparedRelease, prepare

PAGES = 12
NAMES = ["index.html", *(f"thu-tuc/{number}/index.html" for number in range(1, PAGES))]


def page(version: int, number: int) -> bytes:
    """Enough text that a truncated page cannot be mistaken for a whole one."""
    lines = "".join(
        f"<p>Trang {number}, bản {version}, dòng {line}: phí {(version * 37 + line) * 1000} đồng.</p>\n"
        for line in range(60)
    )
    return f'<!-- ban {version} --><link rel="stylesheet" href="/{style(version)}">\n{lines}<!-- het {version} -->\n'.encode()  # noqa: E501


def style(version: int) -> str:
    """The address of a version's style."""
    return f"assets/site.{hashlib.sha256(str(version).encode()).hexdigest()[:10]}.css"


def make_site(folder: Path, version: int) -> Path:
    """Write version `version` of the site into `folder`."""
    for number, name in enumerate(NAMES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(page(version, number))
    (folder / "assets").mkdir()
    (folder / style(version)).write_text(f"/* {version} */ body {{ color: #{version:06x} }}\n" * 20)
    (folder / "pagefind/fragment").mkdir(parents=True)
    (folder / f"pagefind/fragment/vi_{version:07x}.pf_fragment").write_bytes(bytes(range(256)) * version)
    (folder / "giu-nguyen.txt").write_text("Tệp này không đổi giữa các bản.\n" * 30)
    return folder


def compressed() -> Path:
    """The smaller copies of files that this process has made: the same few versions are prepared hundreds of times."""
    return Path(_compressed().name)


@functools.cache
def _compressed() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="tthc-compressed-")


def prepared(folder: Path, version: int, copies: Path | None = None) -> PreparedRelease:
    """The site of a version as a release, below `folder`. copies: `compressed()` of another process."""
    site = make_site(folder / f"site-{version}", version)
    release = folder / f"release-{version}"
    return PreparedRelease(release, prepare(site, release, cache=copies or compressed()))
