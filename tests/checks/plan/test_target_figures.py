"""TT-128: figures against a target."""

import pytest

from tests.support.plan_samples import fails, passes

TARGETS = "plan/2023/targets.yml"


@pytest.mark.parametrize(
    "changes",
    [
        {"muc: 50": "muc: ▶150"},
        {"dat: 30": "dat: ▶130"},
        {"tong: 100": "tong: ▶0"},
        {"ngay: 2023-06-14": "ngay: ▶2024-06-14"},
    ],
)
def test_it_cannot_be(changes: dict[str, str]) -> None:
    fails("TT-128", TARGETS, changes)


def test_two_figures_of_one_day() -> None:
    fails(
        "TT-128",
        TARGETS,
        {
            "  so_lieu:\n": "  so_lieu:\n    - ngay: 2023-06-14\n      dat: 1\n      tong: 2\n      nguon: Báo cáo\n",
            "    - ngay: 2023-06-14\n      dat: 30": "    - ngay: ▶2023-06-14\n      dat: 30",
        },
    )


def test_it_can_be() -> None:
    passes("TT-128", TARGETS)
    passes("TT-128", TARGETS, {"muc: 50": "muc: chưa rõ"})


def test_another_level_than_the_sentence_that_sets_it() -> None:
    quote = "  nguyen_van: bảo đảm {} hồ sơ\n  so_lieu:\n"
    fails("TT-128", TARGETS, {"muc: 50": "muc: ▶50", "  so_lieu:\n": quote.format("100%")})
    passes("TT-128", TARGETS, {"  so_lieu:\n": quote.format("tối thiểu 50 %")})
    passes("TT-128", TARGETS, {"  so_lieu:\n": quote.format("40% ở xã, 50% ở huyện")})
    passes("TT-128", TARGETS, {"  so_lieu:\n": quote.format("đạt chỉ tiêu được giao cho")})


def test_the_share_in_words_and_with_a_decimal() -> None:
    for share in ("60 phần trăm", "60,5%"):
        fails("TT-128", TARGETS, {"muc: 50\n": "muc: ▶50\n", "  so_lieu:": f"  nguyen_van: đạt từ {share}\n  so_lieu:"})
    passes("TT-128", TARGETS, {"  so_lieu:": "  nguyen_van: đạt từ 50 phần trăm\n  so_lieu:"})
