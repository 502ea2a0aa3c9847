"""Spoken forms for the search: synonyms, abbreviations, groups of words, fillers, topics that are no procedure."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Text

SAYS_HELP = "Cách bà con nói hoặc gõ. “…” là vài chữ bất kỳ ở giữa; “ + ” nối các phần đứng đâu trong câu cũng được; {tên nhóm} là một chữ trong nhóm ở groups.yml."


class Synonym(Record):
    """Từ đồng nghĩa."""

    says: list[Text] = field("cach_noi", "Cách nói", SAYS_HELP, many=True, required=True, example="giấy độc thân")
    means: list[Text] = field("nghia_la", "Nghĩa là", "Chữ dùng trong tên thủ tục chính thức.", many=True, required=True, example="cấp giấy xác nhận tình trạng hôn nhân")
    level: Literal["gần"] | None = field("muc", "Mức", "“gần”: chữ chỉ cùng loại (lợn, động vật): giúp xếp thứ tự, chưa đủ để biết người hỏi cần việc gì.")
    reason: Text | None = field("ly_do", "Lý do", "Vì sao hai cách nói là một việc.", required=True)


class SampleQuestions(Record):
    """Câu hỏi mẫu."""

    means: Text | None = field("thu_tuc", "Thủ tục", "Tên chính thức của thủ tục. Thủ tục mang tên gần giống, mở đầu bằng cùng hai chữ mà chưa có câu hỏi riêng, cũng dùng các câu này.", required=True, example="Đăng ký khai sinh")
    asked: list[Text] = field("cau_hoi", "Câu hỏi", "Người dân hỏi thế nào khi không biết tên thủ tục: vài câu ngắn, mỗi câu một hoàn cảnh hay một cách gọi. Chỉ giúp xếp thứ tự.", many=True, required=True, example="vợ mới đẻ làm giấy cho con")


class OutsideQuestions(Record):
    """Câu hỏi không thuộc thủ tục ở đây."""

    elsewhere: Text | None = field("noi_khac", "Việc nơi khác", "Tên việc ở elsewhere.yml. Bỏ trống nếu không nơi nào có thủ tục cho chuyện này.", example="Ly hôn")
    reason: Text | None = field("ly_do", "Lý do", "Loại chuyện gì, khi không ghi việc nơi khác.")
    asked: list[Text] = field("cau_hoi", "Câu hỏi", "Người dân hỏi thế nào: mỗi câu một hoàn cảnh hay một cách gọi. Câu hỏi gần với các câu này hơn với mọi thủ tục ở đây thì được trả lời là nơi khác giải quyết, hoặc là không có.", many=True, required=True, example="vợ chồng không sống được với nhau nữa thì nộp đơn ở đâu")


class Abbreviation(Record):
    """Chữ viết tắt."""

    short: list[Text] = field("viet_tat", "Viết tắt", "Các cách viết tắt, chữ thường.", many=True, required=True, example="gks")
    long: Text | None = field("nghia_la", "Nghĩa là", "Viết đầy đủ.", required=True, example="giấy khai sinh")


class WordGroup(Record):
    """Nhóm từ."""

    name: Text | None = field("ten", "Tên nhóm", "Tên dùng trong {ngoặc nhọn}.", required=True)
    words: list[Text] = field("tu", "Các từ", "Những từ thay nhau được.", many=True, required=True)


class Filler(Record):
    """Chữ đưa đẩy."""

    level: Literal["bỏ", "nhẹ", "hỏi phí", "hỏi thời hạn", "hỏi nơi nộp", "hỏi giấy tờ", "hỏi giờ", "hỏi liên hệ"] | None = field("muc", "Mức", "“bỏ”: coi như không có; “nhẹ”: chỉ giúp đôi chút; “hỏi phí”, “hỏi thời hạn”, “hỏi nơi nộp”, “hỏi giấy tờ”, “hỏi giờ”, “hỏi liên hệ”: coi như không có, và trang tìm kiếm nói ngay điều được hỏi của thủ tục đứng đầu.", required=True)
    reason: Text | None = field("ly_do", "Lý do", "Loại chữ gì.")
    words: list[Text] = field("tu", "Các chữ", "Chữ hoặc cụm chữ.", many=True, required=True)


class OffTopic(Record):
    """Chuyện ngoài thủ tục."""

    reason: Text | None = field("ly_do", "Lý do", "Loại chuyện gì.")
    words: list[Text] = field("tu", "Các chữ", "Chữ cho biết người hỏi đang nói chuyện khác.", many=True, required=True)
