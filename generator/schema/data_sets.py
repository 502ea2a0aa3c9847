"""The open data sets: their addresses, titles and the kind of record each holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataSet:
    """name: part of its addresses; kind: of the records, empty where several kinds are mixed; single: each record also
    has a file of its own."""

    name: str
    title: str
    description: str
    kind: str = ""
    single: bool = True


DATA_SETS: tuple[DataSet, ...] = (
    DataSet("thu-tuc", "Thủ tục hành chính", "Hồ sơ, thời hạn, phí, nơi nộp, căn cứ; phần nào còn chờ xác nhận thì ghi rõ.", "procedure"),
    DataSet("don-vi", "Đơn vị hành chính", "Đơn vị các cấp: có từ bao giờ, nay thuộc đâu, nơi nhận hồ sơ, liên hệ.", "unit"),
    DataSet("co-quan", "Cơ quan", "Cơ quan chuyên môn và nhóm cơ quan nêu trong kế hoạch.", "agency"),
    DataSet("linh-vuc", "Lĩnh vực", "Lĩnh vực của thủ tục.", "field"),
    DataSet("van-ban", "Văn bản", "Văn bản làm căn cứ: ngày ban hành, hiệu lực, văn bản sửa đổi, thay thế.", "law"),
    DataSet("huong-dan", "Hướng dẫn các việc thường gặp trong đời", "Các bước của từng việc và thủ tục ở mỗi bước.", "guide"),
    DataSet("ke-hoach", "Kế hoạch kiểm soát thủ tục hành chính", "Kế hoạch từng năm, nhiệm vụ, sổ theo dõi, số liệu.", single=False),
    DataSet("tu-tim-kiem", "Từ tìm kiếm", "Từ đồng nghĩa, chữ viết tắt, cách hỏi mà ô tìm kiếm hiểu.", single=False),
)  # fmt: skip


def is_full(procedures: int, limit: int | None) -> bool:
    """True if a site of so many procedures publishes every format, a file a record and the Markdown twins. limit: from
    site.yml; None: it publishes no open data at all."""
    return limit is not None and procedures <= limit


def formats(full: bool) -> tuple[tuple[str, str], ...]:
    """(label, suffix) of the formats of every data set that people download."""
    rows = (("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json"), ("JSON Lines", "jsonl"))
    return rows if full else tuple(row for row in rows if row[1] in ("csv", "jsonl"))
