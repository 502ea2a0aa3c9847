"""TT-144: samples are counted."""

from tests.support.plan_samples import fails, passes

RESULT = "plan/2023/results/quy-2.yml"
SAMPLE = {"don_vi: an-thanh": "ten: Xã mẫu A"}


def test_a_sample() -> None:
    assert "mẫu" in fails("TT-144", RESULT, SAMPLE | {"tong_cong:": "▶mau: true\ntong_cong:"}, severity="warning")


def test_the_real_thing() -> None:
    passes("TT-144", RESULT)
