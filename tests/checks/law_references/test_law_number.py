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
    for number, kind, body in (
        ("60/2014/QH13", "Luật", "Quốc hội"),
        ("04/2020/TT-BTP", "Thông tư", "Bộ Tư pháp"),
        ("1291/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
        ("02/2016/TTLT-BTP", "Thông tư liên tịch", "Bộ Tư pháp, Bộ Tài chính"),
        ("66.7/2025/NQ-CP", "Nghị quyết", "Chính phủ"),
    ):
        passes(
            "TT-091",
            LAW,
            {
                "so_ky_hieu: 123/2015/NĐ-CP\nloai: Nghị định": f"so_ky_hieu: {number}\nloai: {kind}",
                "co_quan_ban_hanh: Chính phủ": f"co_quan_ban_hanh: {body}",
                "2015-11-15": f"{number.split('/')[1] if number.split('/')[1].isdigit() else 2019}-11-15",
            },
        )


def test_the_body_of_the_number() -> None:
    fails("TT-091", LAW, {"co_quan_ban_hanh: Chính phủ": "co_quan_ban_hanh: ▶Bộ Tư pháp"}, severity="warning")
