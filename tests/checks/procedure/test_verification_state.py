"""TT-221: a record is either compared or awaits confirmation, not both."""

from tests.support.rule_samples import PROCEDURE, fails, passes

ID = "TT-221"
WAITING = "  trang_thai: chờ đối chiếu\n  phan_cho_doi_chieu:\n    - phi_le_phi\n"
ROW = "    ly_do: Khi đăng ký quá hạn.\n"


def test_compared_and_awaiting_at_once() -> None:
    both = "  trang_thai: ▶đã đối chiếu\n  phan_cho_doi_chieu:\n    - phi_le_phi\n"
    fails(ID, PROCEDURE, {"  trang_thai: đã đối chiếu\n": both})


def test_a_row_that_awaits_in_a_record_that_does_not() -> None:
    fails(ID, PROCEDURE, {ROW: f"{ROW}    cho_doi_chieu: ▶Nghị quyết chưa tìm được.\n"})


def test_one_state_at_a_time() -> None:
    passes(ID, PROCEDURE, {})
    passes(ID, PROCEDURE, {"  trang_thai: đã đối chiếu\n": WAITING})
    row = f"{ROW}    cho_doi_chieu: Nghị quyết chưa tìm được.\n"
    passes(ID, PROCEDURE, {"  trang_thai: đã đối chiếu\n": "  trang_thai: chờ đối chiếu\n", ROW: row})
