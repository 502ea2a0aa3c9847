"""TT-250: the authority's own record in the dossier."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"


def test_reported() -> None:
    fails("TT-250", PROCEDURE, {PAPER: "ten_giay_to: ▶Biên bản họp Hội đồng xét duyệt"})


def test_not_reported() -> None:
    passes("TT-250", PROCEDURE, {PAPER: "ten_giay_to: Biên bản họp Hội nghị nhà chung cư"})
    passes("TT-250", PROCEDURE, {PAPER: "ten_giay_to: Biên bản họp Hội đồng thành viên"})


def test_what_the_desk_gives_out() -> None:
    for name in (
        "Giấy hẹn trả kết quả",
        "Phiếu hẹn",
        "Giấy tiếp nhận và hẹn trả kết quả",
        "Biên bản họp xét của UBND xã",
    ):
        fails("TT-250", PROCEDURE, {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": f"ten_giay_to: ▶{name}"})
    for name in ("Biên bản họp gia đình", "Tờ trình của hợp tác xã"):
        passes("TT-250", PROCEDURE, {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": f"ten_giay_to: {name}"})


def test_what_authorities_write_to_one_another() -> None:
    for name in ("Báo cáo thẩm tra của Phòng Tài nguyên và Môi trường", "Phiếu lấy ý kiến của các cơ quan"):
        fails("TT-250", PROCEDURE, {PAPER: f"ten_giay_to: ▶{name}"})
    for name in ("Văn bản thẩm định của Bộ Tài chính", "Phiếu lấy ý kiến cộng đồng dân cư"):
        passes("TT-250", PROCEDURE, {PAPER: f"ten_giay_to: {name}"})
