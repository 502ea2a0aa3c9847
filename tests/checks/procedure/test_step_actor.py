"""TT-043: every step says who acts."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_an_actor_left_open() -> None:
    assert "bước 2" in fails("TT-043", PROCEDURE, {"nguoi_thuc_hien: cơ quan": "nguoi_thuc_hien: ▶chưa rõ"})


def test_known_actors() -> None:
    passes("TT-043", PROCEDURE)
