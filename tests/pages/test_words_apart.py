"""Words side by side are apart on the screen: the indentation of a template never reaches the page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.site_pages import pages

INLINE = "a|strong|span|em|small"
# the end of a word or sentence, and the begin of the next, with nothing but the borders of inline elements between them
TOGETHER = re.compile(
    rf"[\w.,;:)]</(?:{INLINE})>(?:<(?:{INLINE})\b[^>]*>)?[\w(]|[\w.,;:)]<(?:a|strong|small)\b[^>]*>[\w(]"
)
OWN_LINE = re.compile(r'<span class="tthc-item__official">')  # displayed as a block


def test_no_words_run_together(real_site: Path) -> None:
    """“Xin sao lụcCấp bản sao từ sổ gốc” stood in the list of a reform, 260 times."""
    found = {}
    for file in sorted({*pages(real_site), *real_site.glob("thu-tuc/*/index.html")}):
        html = OWN_LINE.sub("<p>", file.read_text("utf-8").partition("<main")[2])
        if runs := [html[max(0, one.start() - 30) : one.end() + 30] for one in TOGETHER.finditer(html)]:
            found[file.relative_to(real_site).as_posix()] = runs[:2]
    assert found == {}
