"""TT-032: offices named are in agencies.yml."""

from tests.support.rule_samples import AGENCIES, FIELDS, TASK, fails, passes


def test_a_task_led_by_nobody_known() -> None:
    assert "Ý bạn là “phong-tu-phap”?" in fails("TT-032", TASK, {"[phong-tu-phap]": "[▶phong-tu-phat]"})


def test_a_field_and_a_group() -> None:
    fails("TT-032", FIELDS, {"co_quan: phong-tu-phap": "co_quan: ▶phong-y-te"})
    fails("TT-032", AGENCIES, {"loai: cơ quan": "loai: nhóm\n  gom: [▶phong-y-te, đơn vị cấp xã]"})


def test_known_offices() -> None:
    passes("TT-032", TASK)
