"""TT-143: an overlay is looked over when the record changed in substance, not in wording."""

from generator.loading.overlays.semantic_hash import of_procedure
from generator.schema.procedure import Procedure
from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import PLACES, PROCEDURE, UNIT, change, problems, read


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


def test_what_nobody_has_looked_over_is_said_once() -> None:
    """The command that writes the day writes the versions too."""
    whole = overlay()
    day, versions = "ngay_ra_soat: 2023-12-01\n", whole[whole.index("phien_ban:") :]
    for without, key in (((day,), "ngay_ra_soat"), ((versions,), "phien_ban"), ((day, versions), "ngay_ra_soat")):
        text = whole
        for part in without:
            text = change(text, {part: ""})
        here = [problem for problem in problems({PLACE: text}) if problem.path.endswith(PLACE)]
        (problem,) = [problem for problem in here if problem.id != "TT-098"]  # the sample's own order of keys
        assert (problem.id, problem.severity, problem.line, problem.key) == ("TT-143", "error", 1, key)
        assert "tthc overlay --unit an-thanh --procedure 1.001193" in problem.hint


def test_a_day_that_is_none_is_not_missing_too() -> None:
    found = problems({PLACE: change(overlay(), {"2023-12-01": "01/12/2023"})})
    assert [problem.id for problem in found if problem.severity == "error"] == ["TT-013"]


def test_a_day_on_which_the_commune_is_no_more() -> None:
    """A site of two days asked for a review that no command could make: the layer fits the day of its commune."""
    files = {PLACE: overlay(), PLACES["procedure"]: change(PROCEDURE, {"muc_thu: 8000": "muc_thu: 9000"})}
    files["units/an-thanh.yml"] = change(UNIT, {"tu: chưa rõ": "tu: chưa rõ\n  den: 2025-06-30"})

    def found(day: str) -> list[str]:
        return [problem.message for problem in problems(files, day) if problem.id == "TT-143"]

    assert found("2023-12-31")
    assert not found("2026-11-26")
