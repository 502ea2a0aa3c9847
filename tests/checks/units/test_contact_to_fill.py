"""TT-040: contacts that are waited for are counted."""

from tests.support.rule_samples import DISTRICT, UNIT, fails, passes


def test_one_reminder_a_unit_with_the_count() -> None:
    said = fails(
        "TT-040",
        UNIT,
        {"ho_ten: chờ đơn vị bổ sung": "ho_ten: ▶chờ đơn vị bổ sung"},
        others={"units/tu-ky.yml": DISTRICT.replace("chờ đơn vị bổ sung", "0220 3747 114")},
        severity="warning",
    )
    assert "3 mục" in said


def test_all_given() -> None:
    given = {"units/tu-ky.yml": DISTRICT.replace("chờ đơn vị bổ sung", "0220 3747 114")}
    passes(
        "TT-040",
        UNIT,
        {
            "chờ đơn vị bổ sung\n  dien_thoai: chờ đơn vị bổ sung\n  thu_dien_tu: chờ đơn vị bổ sung": "Nguyễn An\n  dien_thoai: 0220 3747 114\n  thu_dien_tu: a@b.vn"  # noqa: E501
        },
        others=given,
    )
