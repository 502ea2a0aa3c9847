"""TT-258: no district level on a site that is current after it ended."""

from tests.support.rule_samples import GUIDE, PLACES, PROCEDURE, SITE, answer, fails, passes

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


TEXTS = (
    ("mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh.", "mo_ta: ▶Báo cho huyện biết việc sinh của trẻ."),
    ("phan_biet: Dùng cho trẻ sinh tại Việt Nam.", "phan_biet: ▶Con của người nước ngoài thì làm ở UBND huyện."),
    ("    noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "    noi_dung: ▶Nộp hồ sơ tại Bộ phận Một cửa huyện."),
    ("    mo_ta: Nộp trên Cổng dịch vụ công.", "    mo_ta: ▶Gửi huyện qua bưu điện."),
    ("  - Trẻ chưa được đăng ký khai sinh.", "  - ▶Tên không trùng với hộ khác trong huyện."),
    ("linh_vuc: Hộ tịch", "ten_thuong_goi:\n  - ▶khai sinh ở huyện\nlinh_vuc: Hộ tịch"),
)


def test_what_the_texts_of_today_say() -> None:
    for before, after in TEXTS:
        fails("TT-258", PROCEDURE, {before: after}, others=TODAY, as_of="2026-01-01")
        passes("TT-258", PROCEDURE, {before: after})


def test_a_step_of_a_guide() -> None:
    step = {
        "  - ten: Khai sinh cho con": "  - ten: Khai sinh cho con\n    noi_dung: ▶Con có quốc tịch khác thì lên huyện."
    }
    fails("TT-258", GUIDE, step, others=TODAY, as_of="2026-01-01")


def test_texts_about_the_past_or_other_things() -> None:
    before = TEXTS[0][0]
    for text in (
        "Việc này trước đây nộp ở huyện.",
        "Không còn cấp huyện: hỏi Trung tâm Phục vụ hành chính công xã.",
        "Người làm việc ở huyện đảo.",
        "Giấy do UBND huyện Tứ Kỳ (cũ) cấp vẫn dùng được.",
    ):
        passes("TT-258", PROCEDURE, {before: f'mo_ta: "{text}"'}, others=TODAY, as_of="2026-01-01")


MORE_TEXTS = (
    ("- ten: Giấy khai sinh\n", "- ten: ▶Quyết định của Chủ tịch UBND huyện\n"),
    ("- ten: Trẻ bị bỏ rơi", "- ten: ▶Trẻ ở tại huyện khác"),
    ("ket_qua_thuc_hien:", "co_quan_phoi_hop: ▶Công an huyện\nket_qua_thuc_hien:"),
    ("don_vi: ngày làm việc\n", "don_vi: ngày làm việc\n  ghi_chu: ▶Kể từ khi UBND huyện nhận.\n"),
    ("thoi_gian_tiep_nhan: Giờ hành chính", "thoi_gian_tiep_nhan: ▶Theo giờ của UBND huyện,"),
    ("noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "noi_dung: ▶Nộp hồ sơ tại UBND thị xã Kinh Môn."),
    ("noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "noi_dung: ▶Nộp hồ sơ tại UBND quận."),
)


def test_names_and_notes() -> None:
    today = {"others": TODAY, "as_of": "2026-01-01"}
    for before, after in MORE_TEXTS:
        fails("TT-258", PROCEDURE, {before: after}, **today)
    question = answer("ghi_chu: Không")["doi_tuong_thuc_hien:"].replace("Ai đi làm?", "▶Bạn nộp tại UBND huyện?")
    fails("TT-258", PROCEDURE, {"doi_tuong_thuc_hien:": question}, **today)
    # a paper that a district issued is still good
    passes("TT-258", PROCEDURE, {"Biên bản về việc trẻ bị bỏ rơi": "Quyết định của UBND huyện"}, **today)
