"""Questions unfold into a tree whose leaves hold exactly the papers, the fee and the time of a case."""

from __future__ import annotations

from generator.pages.cases import case_tree, leaves
from generator.schema.procedure import Procedure

RECORD = {
    "thoi_han_giai_quyet": {"so": "5", "don_vi": "ngày làm việc"},
    "thanh_phan_ho_so": {
        "giay_to_chung": [{"ten_giay_to": "Tờ khai"}, {"ten_giay_to": "Giấy chứng sinh"}],
        "truong_hop": [
            {"ten": "Ủy quyền", "giay_to": [{"ten_giay_to": "Giấy ủy quyền"}]},
            {
                "ten": "Bị bỏ rơi",
                "giay_to": [{"ten_giay_to": "Biên bản"}],
                "thoi_han_giai_quyet": {"so": "7", "don_vi": "ngày"},
            },
        ],
    },
}
WHO = {
    "ma": "ai",
    "hoi": "Ai đi?",
    "chon": [{"ma": "toi", "tra_loi": "Tôi"}, {"ma": "khac", "tra_loi": "Người khác", "truong_hop": ["Ủy quyền"]}],
}
CHILD = {
    "ma": "tre",
    "hoi": "Trẻ bị bỏ rơi?",
    "chon": [
        {"ma": "khong", "tra_loi": "Không", "phi_le_phi": "không"},
        {"ma": "co", "tra_loi": "Có", "truong_hop": ["Bị bỏ rơi"], "bo_giay_to": ["Giấy chứng sinh"]},
    ],
}


def record(*questions: dict) -> Procedure:
    return Procedure.model_validate({**RECORD, "cau_hoi": list(questions)})


def found(*questions: dict) -> list[list[str]]:
    return [[paper.name for paper in leaf.papers] for leaf in leaves(case_tree(record(*questions)))]


def test_every_combination_has_exactly_its_papers() -> None:
    assert found(WHO, CHILD) == [
        ["Tờ khai", "Giấy chứng sinh"],
        ["Tờ khai", "Biên bản"],
        ["Tờ khai", "Giấy chứng sinh", "Giấy ủy quyền"],
        ["Tờ khai", "Giấy ủy quyền", "Biên bản"],
    ]


def test_time_and_fee_of_the_case() -> None:
    common, abandoned = list(leaves(case_tree(record(CHILD))))
    assert (common.time, common.fees) == (None, "không")
    assert (abandoned.time.amount, abandoned.time.unit, abandoned.fees) == (7, "ngày", None)


def test_a_question_asked_only_after_a_certain_answer() -> None:
    asked = {**CHILD, "dieu_kien": [{"cau_hoi": "ai", "la": ["khac"]}]}
    assert len(found(WHO, asked)) == 3  # “tôi” is not asked about the child


def test_an_answer_that_leads_elsewhere_ends_the_questions() -> None:
    abroad = {
        "ma": "nn",
        "hoi": "Người nước ngoài?",
        "chon": [{"ma": "co", "tra_loi": "Có", "thu_tuc_khac": "2.000528"}, {"ma": "khong", "tra_loi": "Không"}],
    }
    outcomes = list(leaves(case_tree(record(abroad, WHO))))
    assert [leaf.instead for leaf in outcomes] == [["2.000528"], [], []]


def test_no_questions_or_far_too_many_make_no_tree() -> None:
    assert case_tree(record()) is None
    assert case_tree(record(*({**WHO, "ma": f"ai{number}"} for number in range(7)))) is None
