"""Tables whose borders were lost: channels, papers, results, legal bases; steps out of running text."""

from __future__ import annotations

from generator.importing.extract import legal_bases, steps
from generator.importing.extract.papers import FormCollector
from generator.importing.sources.national_flat import channels, papers, results
from tests.support.import_samples import HEAD

PAPERS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


def test_rows_of_channels() -> None:
    found = channels.split(
        HEAD
        + "Trực tuyến5 NgàyMiễn phíNộp qua Cổng.Dịch vụ bưu chính10 Ngày làm việc100,000 VNĐ(Phí thẩm định (một lần))Gửi thư"  # noqa: E501
    )
    online, post = found.channels
    assert (online.kind, online.limit.value, online.note) == (
        "trực tuyến",
        {"so": 5, "don_vi": "ngày"},
        "Nộp qua Cổng.",
    )
    assert (post.kind, post.note) == ("bưu chính", "Gửi thư")
    assert post.fees[0].line == {"loai": "phí", "muc_thu": 100000, "ly_do": "Phí thẩm định (một lần)"}
    assert found.confidence == 1


def test_a_channel_named_inside_a_description_is_no_row() -> None:
    found = channels.split(HEAD + "Trực tiếp3 Ngày làm việcKhông có thông tinTrực tuyến: nộp qua Cổng dịch vụ công.")
    assert [channel.kind for channel in found.channels] == ["trực tiếp"]
    assert found.channels[0].note == "Trực tuyến: nộp qua Cổng dịch vụ công."


def test_free_with_a_text_that_leaves_it_to_the_council_is_not_free() -> None:
    [channel] = channels.split(HEAD + "Trực tiếp3 NgàyMiễn phí(Do Hội đồng nhân dân cấp tỉnh quy định)").channels
    assert channel.fees[0].line["muc_thu"] == "HĐND tỉnh quy định"


def test_time_and_money_run_together_are_parted_only_when_one_cut_is_possible() -> None:
    [clear] = channels.split(HEAD + "Trực tiếp1100,000 VNĐ").channels
    assert (clear.limit.value["so"], clear.fees[0].line["muc_thu"]) == (1, 100000)
    found = channels.split(HEAD + "Trực tiếp2150,000 VNĐ(lệ phí)")
    assert found.confidence == 0
    assert found.channels[0].fees[0].line == {"nguyen_van": "2150,000 VNĐ(lệ phí)"}


def test_text_without_rows_is_handed_back_whole() -> None:
    assert channels.split("Nộp tại xã.") == ([], "Nộp tại xã.", 0.0)


def test_papers_end_with_their_counts_and_carry_their_forms() -> None:
    forms = FormCollector()
    found = papers.split(
        f"--{PAPERS}Đơn đề nghị ngày 27/12/2021;Mẫu 08.docx1 bản chínhBản sao thẻ0 bản chính,1 bản sao", forms
    )
    assert [(paper["ten_giay_to"], paper["ban_chinh"], paper["ban_sao"]) for paper in found.papers] == [
        ("Đơn đề nghị ngày 27/12/2021", 1, 0),
        ("Bản sao thẻ", 0, 1),
    ]
    assert found.papers[0]["bieu_mau"] == "Mẫu 08"
    assert forms.lines == [{"ten": "Mẫu 08"}]


def test_digits_of_the_name_do_not_become_the_count() -> None:
    found = papers.split(
        f"{PAPERS}Báo cáo năm 20261 bản chính,1 bản saoĐơn (01 bản chính);1 bản chính", FormCollector()
    )  # noqa: E501
    assert [(paper["ten_giay_to"], paper["ban_chinh"]) for paper in found.papers] == [
        ("Báo cáo năm 2026", 1),
        ("Đơn (01 bản chính)", 1),
    ]
    assert found.confidence < 1


def test_groups_are_cases_and_what_must_be_shown_is_shown() -> None:
    found = papers.split(
        f"* Giấy tờ phải xuất trình:{PAPERS}Hộ chiếu1 bản chínhTrường hợp ủy quyền{PAPERS}Văn bản ủy quyền1 bản chính",
        FormCollector(),
    )
    assert found.papers[0]["nop_hay_xuat_trinh"] == "xuất trình"
    assert found.cases == [
        {
            "ten": "Trường hợp ủy quyền",
            "giay_to": [{"ten_giay_to": "Văn bản ủy quyền", "nop_hay_xuat_trinh": "nộp", "ban_chinh": 1, "ban_sao": 0}],
        }
    ]


def test_results_lose_codes_and_page_furniture() -> None:
    found = results.split(
        "Giấy AMã: KQ.G12.001222Thông báo BMã: KQ.G12.001223Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnBộ ngành"  # noqa: E501
    )
    assert found == (["Giấy A", "Thông báo B"], [], "", 1.0)


def test_numbers_of_laws_glued_to_names_years_and_each_other() -> None:
    facts, rest = legal_bases.split_glued(
        "Tên văn bản pháp lýMã văn bảnLuật ngày 18/01/202431/2024/QH15Luật 54/2014/QH1354/2014/QH13Quy định134/2016/NĐ-CPThông tư số 37/2023/TT-BTC sửa đổi06/2025/TT-BTC"  # noqa: E501
    )
    assert [fact.number for fact in facts] == ["31/2024/QH15", "54/2014/QH13", "134/2016/NĐ-CP", "06/2025/TT-BTC"]
    assert rest == []
    assert facts[0].name == "Luật ngày 18/01/2024"


def test_a_basis_without_a_number_is_handed_back() -> None:
    assert legal_bases.split_glued("Tên văn bản pháp lýMã văn bảnLuật Thi đua khen thưởng 2022")[1] == [
        "Luật Thi đua khen thưởng 2022"
    ]


def test_steps_by_number_with_who_acts() -> None:
    found, sure = steps.split(
        "- Bước 1: Người dân nộp hồ sơ.\n- Bước 2: Công chức tư pháp kiểm tra.\n+ Thiếu thì báo.\nBước 3. In phiếu"
    )
    assert [step["nguoi_thuc_hien"] for step in found] == ["người nộp", "cơ quan", "chưa rõ"]
    assert found[1]["noi_dung"] == "Công chức tư pháp kiểm tra.\n+ Thiếu thì báo."
    assert sure == 1


def test_steps_that_do_not_count_up_stay_one_text() -> None:
    text = "Bước 1: A làm.\nBước 3: B làm."
    assert steps.split(text) == ([{"nguoi_thuc_hien": "chưa rõ", "noi_dung": text}], 0.0)


def test_who_acts_may_stand_after_the_time() -> None:
    assert steps.actor("Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Xây dựng thẩm định.") == "cơ quan"
    assert steps.actor("Cán bộ, chiến sĩ nộp bản khai.") == "chưa rõ"
