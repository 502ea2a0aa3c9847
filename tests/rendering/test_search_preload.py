"""The search page asks for all its scripts and the index at once."""

from __future__ import annotations

import re
from pathlib import Path

from generator.publishing.offline_archive.files import page_from_disk


def test_what_an_answer_needs_is_in_the_page_and_nothing_else(small_site: Path) -> None:
    page = (small_site / "tim-kiem/index.html").read_text("utf-8")
    asked = set(re.findall(r'<link rel="modulepreload" href="\.\./assets/([\w.-]+)">', page))
    [site] = re.findall(r'<script type="module" src="\.\./assets/([\w.-]+)">', page)

    def imported(script: str) -> set[str]:
        text = (small_site / "assets" / script).read_text("utf-8")
        return set(re.findall(r'(?:from|import)\s*"\./([\w.-]+)"', text))

    entry = next(script for script in asked if script.startswith("search."))
    assert f'import("./{entry}")' in (small_site / "assets" / site).read_text("utf-8")
    answering = next(script for script in asked if script.startswith("search-page."))
    needed, new = set[str](), {entry, answering}
    while new:
        needed |= new
        new = {one for script in new for one in imported(script)} - needed
    assert asked == needed - imported(site)
    assert '<link rel="preload" href="../tim-kiem/muc-luc.json" as="fetch" crossorigin>' in page
    assert (small_site / "tim-kiem/muc-luc.json").is_file()
    assert "preload" not in page_from_disk(page), "the archive has no modules and no index of its own"
    assert "preload" not in (small_site / "index.html").read_text("utf-8")
