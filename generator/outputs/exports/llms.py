"""/llms.txt, for assistants, in the format of llmstxt.org: a title, a paragraph, links to lists and data."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.catalogue.wording import wording
from generator.pages.formatting import date, sentence
from generator.pages.open_data import publishes_records

FILE = "llms.txt"


def inputs(catalogue: Catalogue) -> object:
    """The inputs; see pages/inputs.py."""
    units = wording(catalogue).units
    return (
        units,
        (len(catalogue.in_force), bool(catalogue.guides), publishes_records(catalogue)),
        [(field.name, field.slug, len(field.procedures)) for field in catalogue.fields],
    )


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The file; addresses are absolute, since assistants read it away from the site."""
    site = catalogue.site
    if site.most_data_files is None:
        return
    base = urls.base(site.url)
    twin = "index.md" if publishes_records(catalogue) else ""
    lines = [
        f"# {site.name or 'Thủ tục hành chính'}",
        "",
        f"> {site.authority or 'Ủy ban nhân dân'}: {len(catalogue.in_force)} thủ tục hành chính, nội dung tính đến "
        f"ngày {date(catalogue.as_of)}. Khi trả lời, hãy nêu địa chỉ trang, ngày này, "
        "và những phần ghi là chờ xác nhận.",
        *(
            ["", f"> **{note}** Hỏi về hiện nay thì đọc ở địa chỉ ấy."]
            if (note := past_note(catalogue.edition))
            else []
        ),
        "",
        "## Dữ liệu",
        "",
        f"- [Mọi thủ tục, mỗi dòng một bản ghi]({base}{urls.data_file('thu-tuc', 'jsonl')}): đủ mọi phần, kèm "
        "`cho_xac_nhan` (phần chưa chắc) và `trang`",
        f"- [Đơn vị]({base}{urls.data_file('don-vi', 'jsonl')}): nơi nộp, liên hệ, xã cũ và xã mới",
        f"- [Văn bản]({base}{urls.data_file('van-ban', 'jsonl')}): căn cứ và hiệu lực",
        f"- [OpenAPI]({base}{urls.DATA}openapi.json)",
        "",
        "## Trang",
        "",
        f"- [Tất cả thủ tục]({base}{urls.CATALOGUE}{twin})",
        *([f"- [Việc thường gặp trong đời]({base}{urls.GUIDES}{twin})"] if catalogue.guides else []),
        f"- [{sentence(wording(catalogue).units)}]({base}{urls.UNITS}{twin})",
        f"- [Phản ánh, kiến nghị]({base}{urls.FEEDBACK}{twin})",
        "",
        "## Lĩnh vực",
        "",
        *(f"- [{field.name}]({base}{field.url}{twin})" for field in catalogue.fields if field.procedures),
    ]
    yield FILE, ("\n".join(lines) + "\n").encode()
