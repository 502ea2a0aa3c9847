"""TT-065: procedures of police, tax, insurance are marked."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_the_level_without_the_sector() -> None:
    fails("TT-065", PROCEDURE, {"  - cấp xã\n": "  - cấp xã\n  - ▶ngành dọc\n"}, severity="error")


def test_an_agency_that_shows_it() -> None:
    fails(
        "TT-065",
        PROCEDURE,
        {"co_quan_thuc_hien: UBND cấp xã": "co_quan_thuc_hien: ▶Công an cấp xã"},
        severity="warning",
    )


def test_marked() -> None:
    passes("TT-065", PROCEDURE, {"  - cấp xã\n": "  - ngành dọc\n", "false\n": "false\nnganh_doc: công an\n"})


def test_the_people_s_committee() -> None:
    passes("TT-065", PROCEDURE)


def test_other_sectors() -> None:
    for agency in ("Thuế cơ sở 3", "Kho bạc Nhà nước khu vực", "Đồn biên phòng"):
        fails("TT-065", PROCEDURE, {"co_quan_thuc_hien: UBND cấp xã": f"co_quan_thuc_hien: ▶{agency}"})


def test_a_sector_that_is_none_or_another() -> None:
    doing = "co_quan_thuc_hien: UBND cấp xã"
    fails("TT-065", PROCEDURE, {"false\n": "false\nnganh_doc: ▶không\n"}, severity="error")
    police = {"false\n": "false\nnganh_doc: ▶thuế\n", doing: "co_quan_thuc_hien: Công an cấp xã"}
    fails("TT-065", PROCEDURE, police, severity="warning")
    fails("TT-065", PROCEDURE, {doing: "co_quan_thuc_hien: ▶Cơ quan Công an cấp xã"}, severity="warning")
    for sector, agency in (
        ("quân sự", "Ban chỉ huy quân sự huyện"),
        ("bảo hiểm xã hội", "BHXH huyện"),
        ("thuế", "Chi cục Thuế"),
    ):
        passes("TT-065", PROCEDURE, {"false\n": f"false\nnganh_doc: {sector}\n", doing: f"co_quan_thuc_hien: {agency}"})
