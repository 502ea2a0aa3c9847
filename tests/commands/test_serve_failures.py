"""A build that fails under `serve` leaves the last site, which says so; the next one that succeeds replaces it."""

from __future__ import annotations

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.mkdocs_plugin import PluginError, TthcPlugin

CONFIG: Any = SimpleNamespace()


class Report(SimpleNamespace):
    pagefind = ""


def plugin_with(tmp_path: Path, serving: bool) -> tuple[TthcPlugin, list[bool]]:
    """A plug-in, and whether its disk is full."""
    full: list[bool] = []

    def write() -> Any:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return Report()

    plugin = TthcPlugin()
    plugin.serving, plugin.content, plugin.out = serving, str(tmp_path), tmp_path / "site"
    plugin.build = SimpleNamespace(write=write)  # type: ignore[assignment]
    return plugin, full


def test_serve_goes_on_with_the_site_before_a_full_disk(tmp_path: Path) -> None:
    plugin, full = plugin_with(tmp_path, serving=True)
    plugin.on_post_build(CONFIG)
    full.append(True)
    plugin.on_post_build(CONFIG)  # MkDocs would hold every request after an exception
    assert "trang cũ được giữ nguyên: ổ đĩa đã đầy" in plugin.failed
    full.clear()
    plugin.on_post_build(CONFIG)
    assert plugin.failed == ""


@pytest.mark.parametrize("serving", [True, False])
def test_without_a_site_before_it_the_command_ends(tmp_path: Path, serving: bool) -> None:
    plugin, full = plugin_with(tmp_path, serving)
    full.append(True)
    with pytest.raises(PluginError, match="ổ đĩa đã đầy"):
        plugin.on_post_build(CONFIG)


def test_a_second_build_that_fails_ends_a_build(tmp_path: Path) -> None:
    plugin, full = plugin_with(tmp_path, serving=False)
    plugin.on_post_build(CONFIG)
    full.append(True)
    with pytest.raises(PluginError):
        plugin.on_post_build(CONFIG)
