"""The fields common to all files of figures of one period: its name, its days, the source of the figures (results/,
feedback/)."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Text

TT01 = "theo TT 01/2020/TT-VPCP"
UNIT = ("don_vi", "Đơn vị", "Tên tệp của xã, huyện trong content/units/, hoặc tên ngắn của cơ quan.")
ROWS = ("so_lieu", "Số liệu", "Mỗi đơn vị một dòng.")
SAMPLE = ("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi; khi đó không được ghi đơn vị có thật.")


class PeriodFigures(Record):
    """One period; a subclass adds the rows of figures."""

    title: Text | None = field("ky", "Kỳ", "Tên kỳ, ví dụ: Quý II/2023.", required=True, example="Quý II/2023")
    start: Date | None = field("tu", "Từ ngày", "Ngày đầu của số liệu.", required=True)
    end: Date | None = field("den", "Đến ngày", "Ngày cuối của số liệu.", required=True)
    source: Text | None = field("nguon", "Nguồn", "Báo cáo mà số liệu lấy từ đó: số, ngày, cơ quan.", required=True)
