"""Overlays: put over the unit, written, renewed; substance against wording."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.catalogue.builder import build_catalogue
from generator.loading.overlays.semantic_hash import of_procedure
from generator.loading.overlays.text import new_overlay, renewed_overlay
from generator.schema.procedure_summary import NAMES
from tests.conftest import tthc
from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import PLACES, PROCEDURE, WHOLE, change, read

DAY = dt.date(2023, 12, 31)


def parts(changes: dict[str, str]) -> set[str]:
    """Which parts have another version after `changes`."""
    before, after = (
        of_procedure(read({PLACES["procedure"]: text}).of("procedure")[0].record)
        for text in (PROCEDURE, change(PROCEDURE, changes))
    )
    return {key for key in before if before[key] != after[key]}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"muc_thu: 8000": "muc_thu: 10000"}, {"phi"}),
        ({"  so: 1\n  don_vi: ngày làm việc": "  so: 3\n  don_vi: ngày làm việc"}, {"thoi_han"}),
        ({"- Công dân Việt Nam": "- Công dân Việt Nam\n  - Người nước ngoài"}, {"doi_tuong"}),
        ({"nop_hay_xuat_trinh: xuất trình": "nop_hay_xuat_trinh: nộp"}, {"ho_so"}),
        ({"  - nguoi_thuc_hien: cơ quan": "  - nguoi_thuc_hien: người nộp"}, {"trinh_tu"}),
        ({"Nộp hồ sơ tại Bộ phận Một cửa.": "Nộp hồ sơ trong 60 ngày."}, {"trinh_tu"}),
        ({"Nộp hồ sơ tại Bộ phận Một cửa.": "Nộp hồ sơ tại Công an xã."}, {"trinh_tu"}),
        ({"Nộp hồ sơ tại Bộ phận Một cửa.": "Nộp hồ sơ tại Bộ phận Một cửa, không nhận qua bưu chính."}, {"trinh_tu"}),
        ({"Nộp hồ sơ tại Bộ phận Một cửa.": "Người đi khai đến Bộ phận Một cửa để nộp hồ sơ."}, set()),
        ({"Xem giấy tờ và cấp Giấy khai sinh.": "Kiểm tra giấy tờ, sau đó cấp Giấy khai sinh."}, set()),
        ({"mo_ta: Ghi việc sinh": "mo_ta: Ghi vào sổ việc sinh"}, set()),
        ({"ten: Giấy khai sinh": "ten: GIẤY KHAI SINH"}, set()),
    ],
)
def test_substance_counts_wording_does_not(changes: dict[str, str], expected: set[str]) -> None:
    assert parts(changes) == expected


def test_an_overlay_of_the_whole_unit_changes_desk_and_post_and_nothing_else() -> None:
    text = "quay: Quầy số 2\ngio_tiep_nhan: Cả sáng thứ Bảy\nchuc_vu_can_bo: Công chức Văn phòng\nngay_ra_soat: 2023-12-01\nphien_ban:\n  hieu_luc: v0\n"  # noqa: E501
    plain = build_catalogue(read(WHOLE), DAY, []).units["an-thanh"].record
    over = build_catalogue(read(WHOLE | {"units/an-thanh/overlay/don-vi.yml": text}), DAY, []).units["an-thanh"].record
    assert over.one_stop.hours == "Cả sáng thứ Bảy" and over.one_stop.address == f"Quầy số 2, {plain.one_stop.address}"
    assert over.officer.post == "Công chức Văn phòng"
    assert (over.one_stop.phone, over.feedback, over.code, over.officer.phone) == (
        plain.one_stop.phone,
        plain.feedback,
        plain.code,
        plain.officer.phone,
    )


def test_an_overlay_of_a_procedure_stands_beside_it_and_changes_no_part() -> None:
    plain = build_catalogue(read(WHOLE), DAY, []).procedures["1.001193"].record
    view = build_catalogue(read(WHOLE | {PLACE: OVERLAY + "phi_le_phi: 99000\n"}), DAY, []).procedures["1.001193"]
    assert view.record.packed(*NAMES) == plain.packed(*NAMES), "even where a forbidden key got through"
    assert [(local.unit.slug, local.record.desk) for local in view.local] == [("an-thanh", "Quầy số 2")]


def test_a_new_file_is_without_fault_and_its_version_fits(content) -> None:
    done = tthc("overlay", "--content", content, "--unit", "an-thanh", "--procedure", "1.001193")
    assert done.returncode == 0, done.stderr
    assert tthc("check", "--content", content).returncode == 0
    assert "0 cần rà soát" in tthc("overlay", "--content", content).stdout
    record = content / "procedures/ho-tich/1.001193.yml"
    before = record.read_text("utf-8")
    record.write_text(re.sub(r"muc_thu: .*", "muc_thu: 9000", before, count=1), "utf-8")
    assert record.read_text("utf-8") != before
    assert "cần rà soát: Phí, lệ phí" in tthc("overlay", "--content", content).stdout
    layer = content / PLACE
    layer.write_bytes(layer.read_bytes().replace(b"\n", b"\r\n"))  # as an editor on Windows saved it
    assert tthc("overlay", "--content", content, "--unit", "an-thanh", "--procedure", "1.001193").returncode == 0
    assert "0 cần rà soát" in tthc("overlay", "--content", content).stdout
    assert layer.read_bytes().count(b"\n") == layer.read_bytes().count(b"\r\n") > 0, "line ends stay as they are"


def test_a_layer_is_written_for_the_day_on_which_its_commune_exists(content) -> None:
    """That of a commune of 2025 had the record of 2023, so that every check asked to run the command again."""
    record = content / "procedures/ho-tich/1.001193.yml"
    later = "ap_dung_tu: 2025-07-01\ncan_cu_sua_doi: 123/2015/NĐ-CP\nnoi_dung_sua_doi: Hạn dài hơn.\n"
    later += 'ma_thu_tuc: "1.001193"\nthoi_han_giai_quyet: {so: 9, don_vi: ngày làm việc}\n'
    record.with_name("1.001193@2025-07-01.yml").write_text(later, "utf-8")
    unit = (content / "units/an-thanh.yml").read_text("utf-8").replace("11125", "11998")
    unit = unit.replace("tu: chưa rõ\n  den: 2025-06-30", "tu: 2025-07-01")
    (content / "units/moi.yml").write_text(unit, "utf-8")
    site = content / "site.yml"
    editions = "cac_ban:\n  - {ngay: 2023-12-31, ten: Năm 2023}\n  - {ngay: 2026-01-01, thu_muc: nay, ten: Nay}\n"
    site.write_text(site.read_text("utf-8") + editions, "utf-8")
    done = tthc("overlay", "--content", content, "--unit", "moi", "--procedure", "1.001193")
    assert done.returncode == 0 and "01/01/2026" in done.stdout, done.stderr
    assert "0 cần rà soát" in tthc("overlay", "--content", content).stdout
    assert "TT-143" not in tthc("check", "--content", content, "--all").stdout


def test_renewing_keeps_what_the_editor_wrote() -> None:
    text = new_overlay("1.001193", {"phi": "v1", "ho_so": "v2"}, DAY).replace(
        "# quay: Quầy số 2, tầng một", "quay: Quầy số 2   # tạm"
    )
    again = renewed_overlay(text + "ghi_chu: Sau cùng\n", {"phi": "v9"}, dt.date(2024, 1, 2))
    assert "quay: Quầy số 2   # tạm\n" in again and again.endswith("ghi_chu: Sau cùng\n")
    assert "ngay_ra_soat: 2024-01-02\n" in again and "phien_ban:\n  phi: v9\n" in again and "v2" not in again
