"""No finding of axe on any kind of page: light and dark, 320 px wide, normal and 200 % text, everything unfolded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.axe import Finding
from tests.support.night import at_night

Axe = Callable[..., list[Finding]]
IN_THE_DARK = ("", "thu-tuc/1-004873/?tinh-trang=ly-hon", "tim-kiem/", "so-tay/giao-dien/")  # the last: every component
KINDS = [
    "", "thu-tuc/1-004873/?tinh-trang=ly-hon", "linh-vuc/ho-tich/", "phan-anh/gop-y/?trang=/x/&diem=2", "tim-kiem/",
    "404.html", "en/", "so-tay/giao-dien/", "may-tra-cuu/",
    *at_night(  # made of the same components
        "don-vi/an-thanh/", "huong-dan/ket-hon/",
        "thu-tuc/", "van-ban/60-2014-qh13/", "giai-thich/", "ke-hoach/2023/lich/", "so-tay/", "ngoai-mang/",
        "thu-tuc/1-001193/", "thu-tuc/1-004884/", "linh-vuc/", "don-vi/", "don-vi/an-thanh/thu-tuc/", "don-vi/an-thanh/phan-anh/",  # noqa: E501
        "phan-anh/", "huong-dan/", "van-ban/", "tin-tuc/", "en/contacts/", "ke-hoach/2023/", "ke-hoach/2023/nhiem-vu/1/",  # noqa: E501
    ),
]  # fmt: skip


@pytest.mark.parametrize("path", KINDS)
def test_no_finding(axe: Axe, site: str, real_site: Path, path: str) -> None:
    plain = path.partition("?")[0]
    if not (real_site / plain).exists():
        pytest.skip(f"the site has no {plain}")
    assert axe(site + path, dark=path in IN_THE_DARK) == []


def test_axe_finds_what_is_wrong(axe: Axe, tmp_path: Path) -> None:
    """In the states that only some of the rules look at, too."""
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=vi><title>x</title><main><h1>x</h1><p>Đăng ký khai sinh</p>"
        "<style>@media (prefers-color-scheme: dark) { p { color: #111; background: #000 } }</style>"
        "<div style='overflow: auto; height: 20px'>Đăng ký<br>khai sinh<br>cho con</div><img src=x>"
    )
    found = {(scheme, size, rule) for scheme, size, rule, _ in axe(f"file://{tmp_path}/page.html", dark=True)}
    assert ("light", "100%", "image-alt") in found
    assert ("dark", "100%", "color-contrast") in found and ("light", "100%", "color-contrast") not in found
    assert ("light", "200%", "scrollable-region-focusable") in found
