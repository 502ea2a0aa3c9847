"""TT-093: a fully online procedure shows nothing at the counter."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_paper_to_be_shown() -> None:
    fails(
        "TT-093",
        PROCEDURE,
        {"nop_hay_xuat_trinh: xuất trình": "nop_hay_xuat_trinh: ▶xuất trình", "      chi_khi_truc_tiep: true\n": ""},
        severity="error",
    )


def test_only_those_who_file_in_person_show_it() -> None:
    passes("TT-093", PROCEDURE)


def test_partly_online_may_ask_for_it() -> None:
    passes("TT-093", PROCEDURE, {"toàn trình": "một phần", "      chi_khi_truc_tiep: true\n": ""})


def test_a_step_that_makes_everybody_come() -> None:
    asked = "Đến UBND xã mang bản chính để đối chiếu"
    fails("TT-093", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa": f"noi_dung: ▶{asked}"}, severity="warning")
    passes("TT-093", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa": f"noi_dung: Khi nộp trực tiếp, {asked}"})
