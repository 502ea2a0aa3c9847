"""Lighthouse (mobile, its own slow 4G and 4×-slower CPU) on one page of each kind.

Prints a table; exit code 1 when a score is below the target.

    scripts/test-tools                             # once: installs Lighthouse with the other programs of the tests
    python benchmarks/lighthouse/run.py SITE       # a built site, e.g. site/

The three categories that do not depend on the machine's load are also tested on a few kinds:
tests/browser/test_pages_lighthouse.py.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.support.http_server import serving  # noqa: E402  (the same headers as in the tests)

LIGHTHOUSE = Path(__file__).resolve().parents[2] / "tests" / "node" / "node_modules" / ".bin" / "lighthouse"
AIM = 99
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PAGES = {
    "home": "",
    "procedure": "thu-tuc/1-001193/",
    "catalogue": "thu-tuc/",
    "field": "linh-vuc/ho-tich/",
    "guide": "huong-dan/ket-hon/",
    "unit": "don-vi/an-thanh/",
    "unit's list": "don-vi/an-thanh/thu-tuc/",
    "feedback": "phan-anh/",
    "law": "van-ban/60-2014-qh13/",
    "laws": "van-ban/",
    "search": "tim-kiem/",
    "report": "phan-anh/gop-y/?trang=/thu-tuc/1-001193/&diem=2",
    "glossary": "giai-thich/",
    "quality": "chat-luong/",
    "plan": "ke-hoach/2023/",
    "English": "en/",
    "contacts in English": "en/contacts/",
    "cases answered": "thu-tuc/1-004873/?tinh-trang=ly-hon",
    "search results": "tim-kiem/?q=khai+sinh",
    "fields": "linh-vuc/",
    "units": "don-vi/",
    "unit's feedback": "don-vi/an-thanh/phan-anh/",
    "guides": "huong-dan/",
    "notices": "tin-tuc/",
    "notice": "tin-tuc/ke-hoach-2023/",
    "handbook": "so-tay/",
    "chapter": "so-tay/bat-dau/",
    "list of keys": "so-tay/cac-truong/",
    "list of checks": "so-tay/kiem-tra/",
    "embedding": "nhung/",
    "plan's calendar": "ke-hoach/2023/lich/",
    "plan's task": "ke-hoach/2023/nhiem-vu/1/",
    "plan's agencies": "ke-hoach/2023/co-quan/",
    "plan's publication": "ke-hoach/2023/cong-khai/",
    "plan's progress": "ke-hoach/2023/tien-do/",
    "plan's reviews": "ke-hoach/2023/ra-soat/",
    "plan's one-stop": "ke-hoach/2023/mot-cua/",
    "plan's online": "ke-hoach/2023/truc-tuyen/",
    "plan's documents": "ke-hoach/2023/van-ban/",
    "plan's events": "ke-hoach/2023/tap-huan/",
    "plan's feedback": "ke-hoach/2023/phan-anh/",
    "processes": "quy-trinh/",
}  # left out: pages that ask not to be indexed (404, ended procedures, no network), which SEO counts as a fault
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def scores(
    address: str, categories: tuple[str, ...] = CATEGORIES, *flags: str
) -> tuple[dict[str, int], float, list[str]]:
    """(score by category, largest contentful paint in s, failed audits) of one page; flags go to Lighthouse."""
    chrome = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), "")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = [
            str(LIGHTHOUSE),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            f"--chrome-flags={FLAGS}",
        ]
        subprocess.run(
            [*command, f"--only-categories={','.join(categories)}", *flags],
            check=True,
            env={**os.environ, "CHROME_PATH": chrome},
        )
        report = json.loads(out.read_text("utf-8"))
    points = {name: round(report["categories"][name]["score"] * 100) for name in categories}
    lost = sorted(
        audit["id"]
        for name in categories
        for part in report["categories"][name]["auditRefs"]
        if part["weight"] and (audit := report["audits"][part["id"]])["score"] is not None and audit["score"] < 0.9
    )
    return points, report["audits"].get("largest-contentful-paint", {}).get("numericValue", 0) / 1000, lost


def main(site: Path, wanted: list[str]) -> int:
    """Print the table; 1 when any score is below the target."""
    low = 0
    print(f"| page | {' | '.join(CATEGORIES)} | LCP s |")
    print(f"|---|{'---|' * (len(CATEGORIES) + 1)}")
    with serving(site) as address:
        for name, path in PAGES.items():
            if (wanted and name not in wanted) or not (site / path.partition("?")[0]).exists():
                continue
            points, paint, lost = scores(address + path)
            low += any(score < AIM for score in points.values())
            comment = f"  <!-- {', '.join(lost)} -->" if lost else ""
            print(f"| {name} | {' | '.join(map(str, points.values()))} | {paint:.1f} |{comment}", flush=True)
    return 1 if low else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
