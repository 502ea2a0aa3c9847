"""“Trường hợp của bạn”: questions whose answers select the papers, fee and time limit of one case."""

from __future__ import annotations

from typing import Literal

from generator.schema.fees import Fee, TimeLimit
from generator.schema.record import Record, field
from generator.schema.values import Text, or_stated


class Condition(Record):
    """When a question is asked: an earlier question was answered in one of these ways."""

    question: Text | None = field("cau_hoi", "Câu hỏi trước", "Mã của câu hỏi đứng trước.", required=True)
    answers: list[Text] = field("la", "Là", "Mã các câu trả lời làm câu này được hỏi.", required=True, many=True)


class AnswerOption(Record):
    """One answer: the words a citizen reads, and what follows from it."""

    id: Text | None = field("ma", "Mã", "Chữ thường không dấu, nằm trong địa chỉ trang khi chia sẻ.", required=True, example="uy-quyen")
    text: Text | None = field("tra_loi", "Câu trả lời", "Viết như người dân nói.", required=True)
    cases: list[Text] = field("truong_hop", "Trường hợp", "Tên các trường hợp trong hồ sơ được tính thêm.", many=True)
    dropped: list[Text] = field("bo_giay_to", "Bỏ giấy tờ", "Tên các giấy tờ không cần nữa.", many=True)
    time_limit: or_stated(TimeLimit, Literal["chưa rõ", "không quy định"]) | None = field("thoi_han_giai_quyet", "Thời hạn giải quyết", "Chỉ ghi khi khác thời hạn chung.")  # type: ignore[valid-type]
    fees: or_stated(list[Fee]) | None = field("phi_le_phi", "Phí, lệ phí", "Chỉ ghi khi khác mức chung.")  # type: ignore[valid-type]
    instead: Text | None = field("thu_tuc_khac", "Làm thủ tục khác", "Mã thủ tục phải làm thay cho thủ tục này.")
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần dặn thêm.")


class Question(Record):
    """One question, asked always or only after certain answers."""

    id: Text | None = field("ma", "Mã", "Chữ thường không dấu, nằm trong địa chỉ trang khi chia sẻ.", required=True, example="nguoi-di")
    text: Text | None = field("hoi", "Câu hỏi", "Một câu ngắn, dễ hiểu.", required=True)
    help: Text | None = field("giai_thich", "Giải thích", "Giúp người dân chọn đúng.")
    conditions: list[Condition] = field("dieu_kien", "Chỉ hỏi khi", "Mọi điều kiện phải đúng; bỏ trống thì luôn hỏi.", many=True)
    answers: list[AnswerOption] = field("chon", "Các câu trả lời", "Từ hai câu trở lên.", required=True, many=True)
