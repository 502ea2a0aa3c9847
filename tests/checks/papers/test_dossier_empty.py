"""TT-023: at least one paper."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPERS = PROCEDURE[PROCEDURE.index("  giay_to_chung") : PROCEDURE.index("  truong_hop")]
CASES = PROCEDURE[PROCEDURE.index("  truong_hop") : PROCEDURE.index("doi_tuong_thuc_hien")]


def test_no_paper_at_all() -> None:
    fails("TT-023", PROCEDURE, {"thanh_phan_ho_so:\n  so_bo": "thanh_phan_ho_so:\n  ▶so_bo", PAPERS: "", CASES: ""})


def test_a_case_without_papers_while_nothing_is_common() -> None:
    fails(
        "TT-023",
        PROCEDURE,
        {PAPERS: "", "    - ten: Trẻ bị bỏ rơi": "    - ▶ten: Trẻ không cha\n    - ten: Trẻ bị bỏ rơi"},
    )


def test_common_papers_only() -> None:
    passes("TT-023", PROCEDURE, {CASES: ""})


def test_papers_that_are_still_a_sentence() -> None:
    said = fails(
        "TT-023",
        PROCEDURE,
        {
            "thanh_phan_ho_so:\n  so_bo: 1\n": "thanh_phan_ho_so:\n  ▶so_bo: 1\n  nguyen_van:\n    - Đơn và giấy tờ kèm theo.\n",  # noqa: E501
            PAPERS: "",
            CASES: "",
        },
    )
    assert "chưa tách" in said
