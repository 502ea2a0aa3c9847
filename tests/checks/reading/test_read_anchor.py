"""TT-006: no anchors, aliases, tags."""

from tests.support.rule_samples import LAW, fails, passes


def test_each_of_the_three() -> None:
    for wrong in ("▶&a Chính phủ", "▶*a", "▶!!python/object:os.system x"):
        fails("TT-006", LAW, {"co_quan_ban_hanh: Chính phủ": f"co_quan_ban_hanh: {wrong}"})


def test_quoted_they_are_text() -> None:
    passes("TT-006", LAW, {"Chính phủ": '"*Chính phủ & bộ!"'})
