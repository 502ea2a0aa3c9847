"""A plain-language definition of an official term."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Text


class GlossaryTerm(Record):
    """Thuật ngữ."""

    term: Text | None = field("thuat_ngu", "Thuật ngữ", "Từ chính thức, viết thường.", required=True, example="chứng thực")
    plain: Text | None = field("noi_de_hieu", "Nói dễ hiểu", "Vài từ thường ngày, hiện cạnh thuật ngữ.", required=True)
    other_forms: list[Text] = field("cach_viet_khac", "Cách viết khác", "Cách viết khác cũng được nhận ra.", many=True)
    explanation: Text | None = field("giai_thich", "Giải thích", "Một hai câu cho người muốn hiểu kỹ.")
    law: Text | None = field("can_cu", "Căn cứ", "Văn bản định nghĩa thuật ngữ, nếu có.")
