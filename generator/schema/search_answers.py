"""Search answers other than results: other bodies that handle a matter, and the question that separates similar
results."""

from __future__ import annotations

import datetime as dt

from generator.schema.record import Record, field
from generator.schema.search_words import SAYS_HELP
from generator.schema.values import Date, DateOrUnknown, Text


class ElsewhereChange(Record):
    """Lần đổi nơi giải quyết: từ ngày ấy, phần nào ghi ở đây thì thay phần cùng tên."""

    from_day: DateOrUnknown | None = field("ap_dung_tu", "Áp dụng từ ngày", "Ngày đầu tiên nơi mới giải quyết, hoặc “chưa rõ”: khi ấy tính từ ngày xem nguồn.", required=True, example="2025-03-01")
    body: Text | None = field("co_quan", "Cơ quan giải quyết", "Nơi mới; bỏ trống khi vẫn nơi ấy.")
    answer: Text | None = field("tra_loi", "Trả lời", "Một hai câu: nay đến đâu, làm thế nào.", required=True)
    link: Text | None = field("dia_chi", "Địa chỉ trang", "Trang chính thức của nơi mới; bỏ trống khi vẫn trang ấy.")
    source: Text | None = field("nguon", "Nguồn", "Văn bản làm thay đổi, hoặc nơi đã xem.", required=True, example="168/2025/NĐ-CP")
    date: Date | None = field("ngay", "Ngày xem", "Ngày xem nguồn ấy.", required=True, example="2026-11-30")

    @property
    def began(self) -> dt.date | None:
        """The first day on which it is known to hold; None when it states none."""
        return self.from_day if isinstance(self.from_day, dt.date) else self.date


class Elsewhere(Record):
    """Việc nơi khác giải quyết."""

    title: Text | None = field("ten", "Tên việc", "Việc người dân hỏi.", required=True, example="Ly hôn")
    says: list[Text] = field("cach_noi", "Cách nói", SAYS_HELP, many=True, required=True)
    unless: list[Text] = field("tru_khi", "Trừ khi", "Có một trong các chữ này trong câu thì không áp dụng.", many=True)
    body: Text | None = field("co_quan", "Cơ quan giải quyết", "Ai làm việc này.", required=True, example="Tòa án nhân dân")
    answer: Text | None = field("tra_loi", "Trả lời", "Một hai câu: đến đâu, làm thế nào.", required=True)
    link: Text | None = field("dia_chi", "Địa chỉ trang", "Trang chính thức của nơi đó, bắt đầu bằng https://.")
    codes: list[Text] = field("thu_tuc", "Thủ tục gần", "Mã thủ tục ở đây có thể thay hoặc giúp thêm.", many=True)
    changes: list[ElsewhereChange] = field("sua_doi", "Sửa đổi", "Những lần đổi nơi giải quyết, cũ trước mới sau. Mỗi bản của trang nói nơi của ngày mình.", many=True)

    def begun(self, day: dt.date) -> list[ElsewhereChange]:
        """The changes that hold on `day`, the latest last."""
        return [change for change in self.changes if change.began and change.began <= day]

    def as_of(self, day: dt.date) -> Elsewhere:
        """The matter on `day`: parts that a change states replace those before, as in a version of a record."""
        parts = {
            name: value
            for change in self.begun(day)
            for name in ("body", "answer", "link")
            if (value := getattr(change, name)) is not None
        }
        return self.model_copy(update=parts) if parts else self


class SeparatingQuestion(Record):
    """Câu hỏi lại."""

    question: Text | None = field("cau_hoi", "Câu hỏi", "Câu hỏi người dân trả lời được ngay.", required=True)
    words: list[Text] = field("tu", "Chữ trong tên thủ tục", "Tên có một trong các chữ này là nhóm “có”.", many=True, required=True)
    yes: Text | None = field("co", "Chữ của ý “có”", "Ghi trên nút.", required=True)
    no: Text | None = field("khong", "Chữ của ý “không”", "Ghi trên nút.", required=True)
