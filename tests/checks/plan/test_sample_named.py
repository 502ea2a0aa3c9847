"""TT-117: a sample names nobody; a real record names somebody."""

from tests.support.plan_samples import fails, passes

RESULT, REVIEW, ANSWER = "plan/2023/results/quy-2.yml", "plan/2023/reviews/khai-sinh.yml", "plan/2023/answers/gio.yml"


def test_sample_figures_of_a_real_commune() -> None:
    assert "tên mẫu" in fails(
        "TT-117",
        RESULT,
        {
            "don_vi: an-thanh": "don_vi: ▶an-thanh",
            "  dang_trong_han: 5\n  dang_qua_han: 0\n": "  dang_trong_han: 5\n  dang_qua_han: 0\nmau: true\n",
        },
    )


def test_a_sample_review_of_a_real_procedure() -> None:
    fails(
        "TT-117",
        REVIEW,
        {
            '"1.001193"': '▶"1.001193"',
            "co_quan: phong": "co_quan: ▶phong",
            "chi_phi_hien_tai": "mau: true\nchi_phi_hien_tai",
        },
    )


def test_an_answer_of_nobody() -> None:
    fails("TT-117", ANSWER, {"ten:": "▶ten:", "don_vi: an-thanh\n": "", 'ma_thu_tuc: "1.001193"\n': ""})


def test_figures_of_nobody() -> None:
    fails("TT-117", RESULT, {"  - don_vi: an-thanh\n    truc_tuyen: 10": "  - ▶truc_tuyen: 10"})


def test_sample_and_real() -> None:
    passes("TT-117", RESULT)
    passes("TT-117", RESULT, {"don_vi: an-thanh": "ten: Xã mẫu A", "tong_cong:": "mau: true\ntong_cong:"})
