"""Search answers other than results: other bodies that handle a matter, and the question that separates similar
results."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.search_words import SAYS_HELP
from generator.schema.values import Text


class Elsewhere(Record):
    """Việc nơi khác giải quyết."""

    title: Text | None = field("ten", "Tên việc", "Việc người dân hỏi.", required=True, example="Ly hôn")
    says: list[Text] = field("cach_noi", "Cách nói", SAYS_HELP, many=True, required=True)
    unless: list[Text] = field("tru_khi", "Trừ khi", "Có một trong các chữ này trong câu thì không áp dụng.", many=True)
    body: Text | None = field("co_quan", "Cơ quan giải quyết", "Ai làm việc này.", required=True, example="Tòa án nhân dân")
    answer: Text | None = field("tra_loi", "Trả lời", "Một hai câu: đến đâu, làm thế nào.", required=True)
    link: Text | None = field("dia_chi", "Địa chỉ trang", "Trang chính thức của nơi đó, bắt đầu bằng https://.")
    codes: list[Text] = field("thu_tuc", "Thủ tục gần", "Mã thủ tục ở đây có thể thay hoặc giúp thêm.", many=True)


class SeparatingQuestion(Record):
    """Câu hỏi lại."""

    question: Text | None = field("cau_hoi", "Câu hỏi", "Câu hỏi người dân trả lời được ngay.", required=True)
    words: list[Text] = field("tu", "Chữ trong tên thủ tục", "Tên có một trong các chữ này là nhóm “có”.", many=True, required=True)
    yes: Text | None = field("co", "Chữ của ý “có”", "Ghi trên nút.", required=True)
    no: Text | None = field("khong", "Chữ của ý “không”", "Ghi trên nút.", required=True)
