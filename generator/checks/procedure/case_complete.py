"""Một điều kể hai lần trong thủ tục.

Mỗi trường hợp có một danh sách giấy tờ để người dân tự kiểm (NĐ 63/2010/NĐ-CP Điều 20 khoản 4). Hai trường hợp trùng
tên thì không biết mình thuộc danh sách nào; một giấy tờ kể hai lần (ở phần chung và ở trường hợp, hoặc hai dòng liền
nhau) thì không biết phải mang một hay hai. Kết quả, căn cứ, đối tượng, cấp, điều kiện, tên gọi,
thủ tục liên quan, câu hỏi, câu trả lời kể hai lần, các bước hay một đoạn lời dán hai lần cũng vậy; khác nhau chỉ ở số
thứ tự, dấu chấm thì vẫn là một. Gộp lại, hoặc đặt tên cho khác.

Sai:
    giay_to_chung:
      - ten_giay_to: Giấy chứng sinh
      - ten_giay_to: Giấy chứng sinh
Đúng:
    giay_to_chung:
      - ten_giay_to: Giấy chứng sinh
"""

from collections.abc import Generator, Iterable, Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import forms, other_texts
from generator.loading.entry import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.dossier import Paper
from generator.schema.procedure import Procedure
from generator.text.excerpts import excerpt
from generator.text.repeats import SHORTEST, bare, pasted_twice, repeated

ID = "TT-059"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ20 k4"
CONFIDENCE = "V"
CHECKS = ("L16",)
KINDS = ("procedure",)
BASE = "thanh_phan_ho_so"


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Equal names of cases; equal papers within a case together with the common ones; rows, steps, passages again."""
    record: Procedure = entry.record
    for path, values in _lists(record):
        for index, value in enumerate(values):
            if value and value in values[:index]:
                yield Finding((*path, index), "dòng này đã kể ở trên", "Giữ một dòng.")
    if again := repeated(
        [bare(step.text or "") for step in record.steps], SHORTEST
    ):  # later it may have to be done again
        first, end = again
        which = f"bước {first + 1}" if end - first == 1 else f"các bước {first + 1}–{end}"
        said = "bước này chép lại bước trên" if end - first == 1 else f"từ bước này chép lại {which}"
        yield Finding(("trinh_tu_thuc_hien", end), said, "Giữ một lần.")
    for path, text in (("ten_thu_tuc",), record.name or ""), *other_texts(record):
        if passage := pasted_twice(text):
            yield Finding(path, f"“{excerpt(passage)}” dán hai lần", "Giữ một lần.")
    dossier = record.dossier
    if dossier is None:
        return
    common = yield from _twice((BASE, "giay_to_chung"), dossier.papers, set())
    names: set[str] = set()
    for at, case in enumerate(dossier.cases):
        name = bare(case.name or "")
        if name and name in names:
            yield Finding(
                (BASE, "truong_hop", at, "ten"),
                f"trường hợp “{case.name}” đã có ở trên",
                "Gộp hai trường hợp, hoặc đặt tên cho khác.",
            )
        names.add(name)
        yield from _twice((BASE, "truong_hop", at, "giay_to"), case.papers, common)


def _lists(record: Procedure) -> Iterator[tuple[KeyPath, list[str]]]:
    """Each list whose rows must differ: (path, what each row says)."""
    for key, rows in (
        ("ket_qua_thuc_hien", [result.name for result in record.results]),
        ("can_cu_phap_ly", [f"{basis.number or ''} {basis.articles or ''}" for basis in record.legal_bases]),
        ("doi_tuong_thuc_hien", record.audiences),
        ("cap_thuc_hien", record.levels),
        ("ten_thuong_goi", record.popular_names),
        ("tu_khoa", record.keywords),
        ("thu_tuc_lien_quan", [one.code for one in record.related]),
        ("yeu_cau_dieu_kien", record.conditions if isinstance(record.conditions, list) else []),
        ("bieu_mau", [f"{form.name} {form.label or ''} {form.document or ''}" for form in forms(record)]),
        ("cau_hoi", [f"{one.text} {one.conditions}" for one in record.questions]),
    ):
        if len(rows) > 1:
            yield (key,), [bare(row or "") for row in rows]
    for at, question in enumerate(record.questions):
        yield ("cau_hoi", at, "chon"), [bare(answer.text or "") for answer in question.answers]
        for number, answer in enumerate(question.answers):
            for key, names in (("truong_hop", answer.cases), ("bo_giay_to", answer.dropped)):
                yield ("cau_hoi", at, "chon", number, key), names


def _twice(path: KeyPath, papers: list[Paper], above: Iterable[str]) -> Generator[Finding, None, set[str]]:
    keys = set(above)
    for index, paper in enumerate(papers):
        key = bare(paper.name or "")
        if key and key in keys:
            yield Finding(
                (*path, index, "ten_giay_to"), f"giấy tờ “{excerpt(paper.name or '')}” đã kể ở trên", "Giữ một dòng."
            )
        keys.add(key)
    return keys
