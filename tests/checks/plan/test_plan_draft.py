"""TT-124: a copied plan stays marked until it is the real one."""

from tests.support.plan_samples import fails, passes

PLAN = "plan/2023/plan.yml"


def test_a_draft() -> None:
    fails("TT-124", PLAN, {"    - phong-tu-phap\n": "    - phong-tu-phap\nban_nhap: ▶true\n"}, severity="warning")


def test_the_real_one() -> None:
    passes("TT-124", PLAN)
