"""II.3, II.8, II.9, II.10: trainings, inspections, communication, initiatives; one file in content/plan/YEAR/events/."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text, YesNo

EventKind = Literal["tập huấn", "kiểm tra", "truyền thông", "sáng kiến"]


class EventPaper(Record):
    """A document or file of an event."""

    name: Text | None = field("ten", "Tên", "Tên tài liệu.", required=True)
    link: Text | None = field("lien_ket", "Liên kết", "Địa chỉ của tài liệu, hoặc “chờ đơn vị bổ sung”.", required=True)


class PlanEvent(Record):
    """Sự kiện trong kế hoạch."""

    kind: EventKind | None = field("loai", "Loại", "Tập huấn, kiểm tra, truyền thông hay sáng kiến.", required=True)
    name: Text | None = field("ten", "Tên", "Tên hội nghị, cuộc kiểm tra, chuyên mục, sáng kiến.", required=True)
    start: Date | None = field("tu", "Từ ngày", "Ngày bắt đầu, hay ngày công nhận sáng kiến.", required=True)
    end: Date | None = field("den", "Đến ngày", "Ngày cuối, khi kéo dài hơn một ngày.")
    place: Text | None = field("dia_diem", "Địa điểm", "Nơi tổ chức.")
    lead: Text | None = field(
        "chu_tri", "Chủ trì", "Tên ngắn của cơ quan chủ trì, có trong content/agencies.yml; bỏ trống ở dữ liệu mẫu."
    )
    takers: list[Text] = field(
        "don_vi", "Đơn vị tham gia, được kiểm tra", "Tên ngắn của cơ quan, hoặc tên tệp của xã, thị trấn.", many=True
    )
    text: Text | None = field("noi_dung", "Nội dung", "Nói về việc gì, vài câu.", required=True)
    concluded: Date | None = field("ngay_ket_luan", "Ngày kết luận", "Ngày có kết luận kiểm tra.")
    conclusion: Text | None = field(
        "ket_luan", "Kết luận, kết quả", "Kết luận kiểm tra hoặc kết quả; không ghi thông tin cá nhân."
    )
    papers: list[EventPaper] = field("tai_lieu", "Tài liệu", "Tài liệu, bài đăng, bộ ảnh kèm theo.", many=True)
    documents: list[Text] = field(
        "van_ban", "Văn bản", "Tên tệp trong documents/ của các văn bản liên quan.", many=True
    )
    sample: YesNo | None = field("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi.")
