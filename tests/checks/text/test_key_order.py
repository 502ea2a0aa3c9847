"""TT-098: keys in the order of the model."""

from tests.support.rule_samples import FIELDS, LAW, PROCEDURE, fails, passes


def test_at_the_top() -> None:
    fails(
        "TT-098",
        LAW,
        {"so_ky_hieu: 123/2015/NĐ-CP\nloai: Nghị định": "loai: Nghị định\n▶so_ky_hieu: 123/2015/NĐ-CP"},
        severity="warning",
    )


def test_inside_a_part() -> None:
    fails("TT-098", PROCEDURE, {"  so: 1\n  don_vi: ngày làm việc": "  don_vi: ngày làm việc\n  ▶so: 1"})


def test_in_a_list_file() -> None:
    fails("TT-098", FIELDS, {"- ten: Hộ tịch\n  slug: ho-tich": "- slug: ho-tich\n  ▶ten: Hộ tịch"})


def test_in_order_and_unknown_keys_do_not_count() -> None:
    passes("TT-098", LAW, {"loai: Nghị định": "la: lạ\nloai: Nghị định"})
