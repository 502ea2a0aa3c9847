"""schema.org data on pages: readable under the published policy, small, and harmless whatever the texts are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import brotli

from generator.pages.structured_data import script
from tests.support.http_server import serving


def test_a_text_cannot_leave_the_element() -> None:
    made = script({"name": "</script><script>alert(1)</script><!--"})
    assert made.count("<") == 2 and json.loads(re.sub(r"^<script[^>]*>|</script>$", "", made))["name"].startswith("</")


def test_a_procedure_is_described_under_the_policy_at_little_weight(real_site: Path, browser) -> None:  # type: ignore[no-untyped-def]
    with serving(real_site) as base:
        page = browser.new_page()
        page.add_init_script(
            "window.violations = 0; addEventListener('securitypolicyviolation', () => window.violations++)"
        )
        page.goto(f"{base}thu-tuc/1-001193/")
        text = page.locator('script[type="application/ld+json"]').text_content()
        assert page.evaluate("window.violations") == 0
        page.close()
    data = {thing["@type"]: thing for thing in json.loads(text)["@graph"]}
    assert data["GovernmentService"]["identifier"] == "1.001193"
    assert [item["position"] for item in data["BreadcrumbList"]["itemListElement"]] == [1, 2, 3]
    html = (real_site / "thu-tuc/1-001193/index.html").read_text("utf-8")
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
    assert len(brotli.compress(html.encode())) - len(brotli.compress(without.encode())) <= 400


def test_an_office_says_only_what_the_unit_has_given(real_site: Path) -> None:
    html = (real_site / "don-vi/an-thanh/index.html").read_text("utf-8")
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])  # type: ignore[index]
    office = next(thing for thing in data["@graph"] if thing["@type"] == "GovernmentOffice")
    assert office["name"] == "UBND xã An Thanh" and "bổ sung" not in json.dumps(office, ensure_ascii=False)
