"""The search page asks for all its scripts and the index at once."""

from __future__ import annotations

import re
from pathlib import Path

from generator.publishing.offline_archive.files import page_from_disk


def test_what_an_answer_needs_is_in_the_page_and_nothing_else(small_site: Path) -> None:
    page = (small_site / "tim-kiem/index.html").read_text("utf-8")
    [engine] = re.findall(r'<link rel="modulepreload" href="\.\./assets/([\w.-]+)">', page)
    [(run, site)] = re.findall(
        r'<script type="module" src="\.\./assets/([\w.-]+)" data-site="\.\./assets/([\w.-]+)">', page
    )
    assert run == engine
    assert f'import("./{engine}")' in (small_site / "assets" / site).read_text("utf-8")
    assert re.search(
        rf'<script type="module" src="(?:\./)?assets/{re.escape(site)}"></script>',
        (small_site / "index.html").read_text("utf-8"),
    )
    text = (small_site / "assets" / engine).read_text("utf-8")
    assert not re.findall(r'(?:^|;)\s*(?:import|export)[^("]*"\./', text), "the engine waits for no other script"
    preload = '<link rel="preload" href="../tim-kiem/muc-luc.json" as="fetch" crossorigin>'
    first = re.findall(r"<(?:link|script)[^>]*(?:href|src)=[^>]*>", page)[:2]
    assert first == [f'<link rel="modulepreload" href="../assets/{engine}">', preload], "before anything else"
    assert (small_site / "tim-kiem/muc-luc.json").is_file()
    assert "preload" not in page_from_disk(page), "the archive has no modules and no index of its own"
    assert "preload" not in (small_site / "index.html").read_text("utf-8")
