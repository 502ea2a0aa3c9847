"""No finding of axe on any kind of page: light and dark, 320 px wide, normal and 200 % text, everything unfolded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PROJECT

AXE = PROJECT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "", "thu-tuc/", "thu-tuc/1-001193/", "thu-tuc/1-004873/?tinh-trang=ly-hon", "thu-tuc/1-004884/", "linh-vuc/", "linh-vuc/ho-tich/",  # noqa: E501
    "don-vi/", "don-vi/an-thanh/", "don-vi/an-thanh/thu-tuc/", "don-vi/an-thanh/phan-anh/", "phan-anh/", "phan-anh/gop-y/?trang=/x/&diem=2",  # noqa: E501
    "huong-dan/", "huong-dan/ket-hon/", "van-ban/", "van-ban/60-2014-qh13/", "tin-tuc/", "giai-thich/", "tim-kiem/", "404.html", "en/", "en/contacts/",  # noqa: E501
    "ke-hoach/2023/", "ke-hoach/2023/lich/", "ke-hoach/2023/nhiem-vu/1/", "so-tay/", "so-tay/giao-dien/",
    "ngoai-mang/", "may-tra-cuu/",
]  # fmt: skip
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.removeAttribute('name'); part.open = true; })"
WIDE = (
    "[...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.tthc-scroll, [popover], svg'))"  # noqa: E501
    ".map((part) => part.outerHTML.slice(0, 120)).slice(0, 3)"
)


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (make test installs it)")
    return AXE.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_no_finding(browser, site: str, real_site: Path, axe: str, path: str, scheme: str) -> None:
    plain = path.partition("?")[0]
    if not (real_site / plain).exists():
        pytest.skip(f"the site has no {plain}")
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    page.evaluate(UNFOLD)
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        page.evaluate(axe)
        found = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found] == [], size
        assert page.evaluate(WIDE) == [], f"wider than the screen at {size}"
    context.close()
