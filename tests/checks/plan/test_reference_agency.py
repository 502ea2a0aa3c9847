"""TT-032: offices named are in agencies.yml."""

from tests.support.rule_samples import AGENCIES, FIELDS, TASK, fails, passes


def test_a_task_led_by_nobody_known() -> None:
    assert "Ý bạn là “phong-tu-phap”?" in fails("TT-032", TASK, {"[phong-tu-phap]": "[▶phong-tu-phat]"})


def test_a_field_and_a_group() -> None:
    fails("TT-032", FIELDS, {"co_quan: phong-tu-phap": "co_quan: ▶phong-y-te"})
    fails("TT-032", AGENCIES, {"loai: cơ quan": "loai: nhóm\n  gom: [▶phong-y-te, đơn vị cấp xã]"})


def test_known_offices() -> None:
    passes("TT-032", TASK)


def test_an_office_named_twice_or_on_both_sides() -> None:
    fails("TT-032", TASK, {"[phong-tu-phap]": "[phong-tu-phap, ▶phong-tu-phap]"}, severity="warning")
    partners = "co_quan_phoi_hop:\n  nguyen_van: Phòng Tư pháp.\n  co_quan: [▶phong-tu-phap]\nthoi_gian:"
    fails("TT-032", TASK, {"thoi_gian:": partners}, severity="warning")


def test_a_group_that_contains_itself() -> None:
    fails("TT-032", AGENCIES, {"loai: cơ quan": "loai: nhóm\n  gom: [▶phong-tu-phap]"}, severity="error")
