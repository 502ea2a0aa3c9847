"""TT-258: no district level on a site that is current after it ended."""

from tests.support.rule_samples import PLACES, PROCEDURE, SITE, fails, passes

PLACE = "dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn"
TODAY = {PLACES["site"]: SITE.replace("2023-12-31", "2026-01-01")}


def test_a_site_of_today() -> None:
    changes = {"  - cấp xã": "  - ▶cấp huyện", PLACE: "dia_chi_tiep_nhan_ho_so: ▶Bộ phận Một cửa UBND huyện Tứ Kỳ"}
    fails("TT-258", PROCEDURE, changes, others=TODAY, as_of="2026-01-01")


def test_a_site_of_2023_also_looked_at_later() -> None:
    changes = {"  - cấp xã": "  - cấp huyện"}
    passes("TT-258", PROCEDURE, changes)
    passes("TT-258", PROCEDURE, changes, as_of="2026-01-01")


def test_texts_that_send_people_there() -> None:
    today = {"others": TODAY, "as_of": "2026-01-01"}
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    fails("TT-258", PROCEDURE, {step: "noi_dung: ▶Nộp hồ sơ tại UBND huyện."}, **today)
    fails("TT-258", PROCEDURE, {"phan_biet: ": "phan_biet: ▶Có yếu tố nước ngoài thì làm tại huyện. "}, **today)
    passes("TT-258", PROCEDURE, {step: "noi_dung: Nộp tại xã, không còn lên huyện. Trước đây nộp tại huyện."}, **today)
    passes("TT-258", PROCEDURE, {step: "noi_dung: Nộp tại xã; xem quy hoạch sử dụng đất cấp huyện."}, **today)
    passes("TT-258", PROCEDURE, {step: "noi_dung: Nộp hồ sơ tại xã của huyện đảo; đã có xã ở huyện cũ."}, **today)


def test_no_district() -> None:
    passes(
        "TT-258", PROCEDURE, {PLACE: "dia_chi_tiep_nhan_ho_so: Trụ sở UBND huyện cũ"}, others=TODAY, as_of="2026-01-01"
    )
