"""TT-143: an overlay is looked over when the record changed in substance, not in wording."""

from generator.loading.overlays.semantic_hash import of_procedure
from generator.schema.procedure import Procedure
from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import PLACES, PROCEDURE, change, problems, read


def overlay() -> str:
    record: Procedure = read({PLACES["procedure"]: PROCEDURE}).of("procedure")[0].record
    seen = "".join(f"  {key}: {value}\n" for key, value in of_procedure(record).items())
    return change(OVERLAY, {"  doi_tuong: v00\n": seen})


def reported(changes: dict[str, str]) -> list[str]:
    files = {PLACE: overlay(), PLACES["procedure"]: change(PROCEDURE, changes)}
    return [problem.message for problem in problems(files) if problem.id == "TT-143"]


def test_one_more_copy_of_a_paper_concerns_the_dossier_only() -> None:
    (message,) = reported(
        {"ban_chinh: 1\n      ban_sao: 0\n      bieu_mau": "ban_chinh: 1\n      ban_sao: 1\n      bieu_mau"}
    )
    assert "cần rà soát" in message and "“Hồ sơ”" in message


def test_another_fee_and_another_time_are_two_findings() -> None:
    assert (
        len(
            reported(
                {
                    "muc_thu: 8000": "muc_thu: 9000",
                    "  so: 1\n  don_vi: ngày làm việc": "  so: 2\n  don_vi: ngày làm việc",
                }
            )
        )
        == 2
    )


def test_other_words_for_the_same_step_change_nothing() -> None:
    assert (
        reported(
            {
                "Nộp hồ sơ tại Bộ phận Một cửa.": "Đến Bộ phận Một cửa của xã nộp hồ sơ.",
                "ten_giay_to: Tờ khai đăng ký khai sinh": "ten_giay_to: Tờ  khai, đăng ký Khai sinh",
            }
        )
        == []
    )
