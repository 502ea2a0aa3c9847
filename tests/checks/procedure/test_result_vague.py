"""TT-251: a result that names only a kind of document."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-251", PROCEDURE, {"ten: Giấy khai sinh": "ten: ▶Quyết định hành chính"})


def test_not_reported() -> None:
    passes("TT-251", PROCEDURE, {"ten: Giấy khai sinh": "ten: Quyết định giao đất"})


def test_the_result_of_the_procedure() -> None:
    fails("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": "- ten: ▶Kết quả giải quyết thủ tục\n"})


@pytest.mark.parametrize(
    "name",
    [
        "Giấy tờ", "Có", "Trả kết quả tại Bộ phận Một cửa", "Quyết định hoặc văn bản trả lời", "01 bản chính", "GCN",
        "3 ngày làm việc", "Quyết định của UBND cấp xã", "Giấy phép/Văn bản từ chối", "Công dân nhận kết quả",
    ],
)  # fmt: skip
def test_other_words_for_nothing(name: str) -> None:
    fails("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": f"- ten: ▶{name}\n"})


@pytest.mark.parametrize(
    "name",
    [
        "Quyết định trợ cấp hoặc văn bản trả lời", "Văn bản từ chối", "Không phải trả kết quả cho người nộp thuế",
        "Văn bản của Ủy ban nhân dân cấp xã thông báo lý do", "Được ghi vào Sổ hộ tịch",
        "Giấy phép xây dựng/Văn bản từ chối",
    ],
)  # fmt: skip
def test_results_with_a_name(name: str) -> None:
    passes("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": f"- ten: {name}\n"})


def test_the_result_of_a_dossier() -> None:
    for name in ("Kết quả xử lý hồ sơ", "Kết quả thẩm định", "Kết quả của thủ tục"):
        fails("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": f"- ten: ▶{name}\n"})
    passes("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": "- ten: Kết quả thẩm định giá đất\n"})
