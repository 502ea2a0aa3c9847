"""TT-091: number, kind and year of a document agree."""

from tests.support.rule_samples import LAW, fails, passes


def test_a_plain_d() -> None:
    assert "Ý bạn là “123/2015/NĐ-CP”?" in fails("TT-091", LAW, {"123/2015/NĐ-CP": "▶123/2015/ND-CP"})


def test_another_kind() -> None:
    assert "Ý bạn là “Nghị định”?" in fails("TT-091", LAW, {"loai: Nghị định": "loai: ▶Thông tư"})


def test_another_year() -> None:
    fails("TT-091", LAW, {"ngay_ban_hanh: 2015-11-15": "ngay_ban_hanh: ▶2005-11-15"}, severity="error")


def test_the_year_before_is_a_reminder() -> None:
    fails("TT-091", LAW, {"ngay_ban_hanh: 2015-11-15": "ngay_ban_hanh: ▶2014-12-31"}, severity="warning")


def test_signs_of_all_kinds() -> None:
    for number, kind in (
        ("60/2014/QH13", "Luật"),
        ("04/2020/TT-BTP", "Thông tư"),
        ("1291/QĐ-TTg", "Quyết định"),
        ("02/2016/TTLT-BTP", "Thông tư liên tịch"),
        ("66.7/2025/NQ-CP", "Nghị quyết"),
    ):
        passes(
            "TT-091",
            LAW,
            {
                "so_ky_hieu: 123/2015/NĐ-CP\nloai: Nghị định": f"so_ky_hieu: {number}\nloai: {kind}",
                "2015-11-15": f"{number.split('/')[1] if number.split('/')[1].isdigit() else 2019}-11-15",
            },
        )
