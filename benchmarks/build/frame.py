"""The header and footer of our pages, for the sites of other generators."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent


def start_site(generator: str, built: Path, folder: Path) -> None:
    """Recreate `folder` with the templates of `generator` (a folder beside this file) and the assets of our build."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / generator, folder)
    shutil.copytree(built / "assets", folder / "static" / "assets")


def frame(built: Path, title: str, description: str, url: str, path: str) -> tuple[str, str]:
    """The HTML before and after <main> of a procedure page of our build `built`, with page-specific text replaced by
    the other generator's variables."""
    page = next(iter(sorted((built / "thu-tuc").glob("9-*/index.html")))).read_text("utf-8")
    before, _, rest = page.partition('<main id="noi-dung" tabindex="-1">')
    after = rest.partition("</main>")[2]
    before = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", before)
    before = re.sub(r'(<meta name="description" content=")[^"]*', rf"\g<1>{description}", before)
    before = re.sub(r'(<link rel="canonical" href=")[^"]*', rf"\g<1>{url}", before)
    before = re.sub(
        r'<nav class="tthc-breadcrumbs".*?</nav>',
        f'<nav class="tthc-breadcrumbs"><ol><li><a href="../../">Trang chủ</a></li><li>{title}</li></ol></nav>',
        before,
        flags=re.S,
    )
    after = re.sub(r"\?trang=[^\"&]*(?:&amp;(?:ban|tep)=[^\"&]*)*", f"?trang={path}", after)
    return before + '<main id="noi-dung" tabindex="-1">', "</main>" + after
