"""/moi/KIND: asks for what names a new record, then opens its form as a draft."""

from __future__ import annotations

from urllib.parse import quote

from generator.editor.form.values import parse_typed
from generator.editor.record import new_text
from generator.editor.requests import Request
from generator.editor.responses import Response, redirect
from generator.editor.titles import kind_label
from generator.editor.workspace import NEW, NoSuchRecord
from generator.schema.codes import LAW_NUMBER, PROCEDURE_CODE
from generator.schema.kinds import BY_NAME
from generator.schema.portable_names import portable
from generator.schema.record import specs
from generator.text.slugs import slug

PREFIX = "/moi/"
QUESTIONS = {
    "procedure": "Mã thủ tục trên Cơ sở dữ liệu quốc gia, ví dụ 1.001193",
    "law": "Số, ký hiệu của văn bản, ví dụ 120/2025/NĐ-CP",
    "notice": "Tiêu đề của thông báo",
    "guide": "Tên của hướng dẫn",
    "result": "Kỳ của số liệu, ví dụ: quý III năm 2026",
    "plan_event": "Tên của lớp tập huấn, đợt kiểm tra, việc tuyên truyền, sáng kiến",
    "plan_document": "Trích yếu của văn bản chỉ đạo, báo cáo",
    "review": "Tên của thủ tục được rà soát",
    "feedback_period": "Kỳ của số liệu phản ánh, kiến nghị",
    "answer": "Câu hỏi, phản ánh được trả lời, nói ngắn (không ghi tên người gửi)",
}
FIRST = ("ky", "ten", "ten_thu_tuc", "tieu_de", "trich_yeu", "tom_tat")  # the field that the answer fills


def makeable(request: Request) -> dict[str, list[tuple[str, str]]]:
    """Heading, "" for none → (kind, label) of what may be added: the registers of a plan only where there is a plan."""
    found: dict[str, list[tuple[str, str]]] = {"": []}
    for kind in (BY_NAME[name] for name in QUESTIONS):
        if not kind.path.startswith("plan/"):
            found[""].append((kind.name, f"{kind_label(kind)} mới"))
        elif _plan(request):
            found.setdefault("Cho kế hoạch năm", []).append((kind.name, f"{kind_label(kind)} mới"))
    return found


def _plan(request: Request) -> str:
    """The folder of the latest plan, below the content; "" without one."""
    plans = [entry.path.partition("/")[2] for entry in request.editor.loaded.refresh().of("plan")]
    return max(plans, default="").rpartition("/")[0]


def get(request: Request) -> Response:
    """The page that asks for the name."""
    return _asked(request, request.rest, "", "")


def _asked(request: Request, name: str, value: str, reason: str) -> Response:
    if name not in QUESTIONS:
        raise NoSuchRecord(name)
    fields = [(entry.record.slug, entry.record.name) for entry in request.editor.loaded.refresh().of("field")]
    return request.editor.page(
        "new.html",
        422 if reason else 200,
        name=name,
        label=kind_label(BY_NAME[name]),
        question=QUESTIONS[name],
        value=value,
        reason=reason,
        fields=fields if name == "procedure" else [],
    )


def post(request: Request) -> Response:
    """Open the form, with what is known filled in."""
    editor, name, value = request.editor, request.rest, " ".join(request.form_value("ten").split())
    if name not in QUESTIONS:
        raise NoSuchRecord(name)
    path, data, reason = _place(request, name, value)
    if reason:
        return _asked(request, name, value, reason)
    kind = BY_NAME[name]
    if editor.workspace.open(path, may_be_new=True).digest != NEW:
        return _asked(request, name, value, f"Đã có hồ sơ này rồi: {path}.")
    if not editor.drafts.keep(path, new_text(kind, data), b"", request.author):
        said = "Không tạo được bản nháp: không ghi được vào thư mục .cache cạnh nội dung (ổ đĩa đầy, không có quyền)."
        return _asked(request, name, value, said)
    return redirect(f"/sua/{quote(path)}")


def _place(request: Request, name: str, value: str) -> tuple[str, dict[str, str], str]:
    """(path, known values, error message)."""
    store = request.editor.loaded.refresh()
    if name == "procedure":
        if not PROCEDURE_CODE.fullmatch(value):
            return "", {}, f"“{value}” không phải mã thủ tục; mã gồm một chữ số, dấu chấm, sáu chữ số."
        known = next((entry for entry in store.of("procedure") if entry.record.code == value), None)
        if known:
            return "", {}, f"Đã có thủ tục này: {known.record.name}."
        field = next(
            (entry.record for entry in store.of("field") if entry.record.slug == request.form_value("linh_vuc")), None
        )
        if field is None:
            return "", {}, "Chọn lĩnh vực của thủ tục."
        return f"procedures/{field.slug}/{value}.yml", {"ma_thu_tuc": value, "linh_vuc": field.name or ""}, ""
    if name == "law":
        if not LAW_NUMBER.fullmatch(value):
            return "", {}, f"“{value}” không giống số ký hiệu; ví dụ 123/2015/NĐ-CP."
        return f"laws/{slug(value)}.yml", {"so_ky_hieu": value}, ""
    short = portable(slug(value)[:60].strip("-"))
    if not value:
        return "", {}, "Ghi tên trước đã."
    kind = BY_NAME[name]
    if kind.path.startswith("plan/"):
        plan = _plan(request)
        if not plan:
            return "", {}, "Chưa có kế hoạch nào để ghi vào: lập kế hoạch trước (tthc new plan)."
        folder = kind.path.split("/")[2]
        key = next((key for key in FIRST if any(spec.key == key for spec in specs(kind.model))), None)
        return f"{plan}/{folder}/{short}.yml", {key: value} if key else {}, ""
    if name == "notice":
        day = parse_typed("day", request.form_value("ngay"), None)
        return f"notices/{short}.md", {"ten": value, "ngay": day}, ""
    return f"guides/{short}.md", {"ten": value}, ""
