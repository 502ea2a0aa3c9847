"""A district of 2023: init, import of what it and its communes received then, strict build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.command import tthc
from tests.support.import_samples import flat, write_lines

pytestmark = pytest.mark.slow

OLD = "Tên văn bản pháp lýMã văn bảnQuy định chi tiết một số điều của Luật hộ tịch123/2015/NĐ-CP"
NEW = OLD + "Về phân định thẩm quyền120/2025/NĐ-CP"
MERGED = OLD + "Sửa đổi, bổ sung một số điều07/2025/NĐ-CP"


def record(code: str, levels: str, basis: str = OLD) -> dict[str, Any]:
    name = f"Thủ tục mang mã số {code}"
    return flat(ma_thu_tuc=code, ten_thu_tuc=name, cap_thuc_hien=levels, linh_vuc="Hộ tịch", can_cu_phap_ly=basis)


RECORDS = [
    record("1.000001", "Cấp huyện"),
    record("1.000002", "Cấp xã"),
    record("1.000003", "Cấp huyện, Cấp xã"),
    record("1.000004", "Cấp huyện", NEW),
    record("1.000005", "Cấp xã", MERGED),
    record("1.000006", "Cấp tỉnh"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ba-vi")
    (folder / "xa.csv").write_text("ma,ten,loai\n09619,Tây Đằng,thị trấn\n09625,Ba Trại,xã\n", "utf-8")
    words = ("--kind", "huyện", "--name", "Ba Vì", "--province", "Hà Nội", "--as-of", "2023-12-31", "--units", "xa.csv")
    made = tthc("init", "trang", *words, "--url", "https://tthc.bavi.example.vn/", "--yes", cwd=folder)
    assert made.returncode == 0, made.stderr
    return folder / "trang"


def bring(site: Path, unit: str) -> str:
    file = write_lines(site.parent / "flat.jsonl", RECORDS)
    done = tthc("import", "national-flat", file, "--for", unit, "--to", "content/procedures", cwd=site)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_commune_of_that_day_receives_what_held_then(site: Path) -> None:
    said = bring(site, "tay-dang")
    assert "Đã nhập 2 bản ghi" in said and "1 căn cứ vào văn bản ban hành sau ngày của trang (31/12/2023)" in said


def test_the_district_and_its_communes_in_a_strict_build(site: Path) -> None:
    said = bring(site, "ba-vi")
    assert "2 căn cứ vào văn bản ban hành sau ngày của trang (31/12/2023)" in said
    assert "1 của cấp tỉnh, không phải cấp huyện, cấp xã" in said
    built = tthc("build", cwd=site)
    assert built.returncode == 0, built.stdout + built.stderr
    pages = {page.parent.name for page in (site / "site/thu-tuc").glob("1-*/index.html")}
    assert pages == {"1-000001", "1-000002", "1-000003"}
    home = (site / "site/index.html").read_text("utf-8")
    assert "cấp huyện, cấp xã" in home and "Thủ tục hành chính huyện Ba Vì" in home
    desk = (site / "site/don-vi/ba-vi/index.html").read_text("utf-8")
    assert "Bộ phận Một cửa" in desk and "Trung tâm Phục vụ hành chính công" not in desk
    english = (site / "site/en/index.html").read_text("utf-8")
    assert "Ba Vì District" in english and "communes" in english
