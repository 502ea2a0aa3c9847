"""/nhap-tep/: imports procedures from a decision's list (Word, Excel): choose the file, see what changes, agree."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from generator.editor.form.values import parse_typed
from generator.editor.form.widgets import DAY
from generator.editor.importing import planned
from generator.editor.requests import Request
from generator.editor.responses import Response, redirect
from generator.editor.titles import title_of
from generator.editor.workspace import ChangedUnderneath, NoSuchRecord
from generator.importing.draft_record import ImportRefused
from generator.io.file import OutputRefused

PREFIX = "/nhap-tep/"
TAKES_FILE = True
FORGOTTEN = "Trang soạn không còn nhớ tệp đã xem. Chọn lại tệp."


def get(request: Request) -> Response:
    """The page that asks for the file; with `xem`, what one would change, or what was imported."""
    key = request.query_value("xem")
    plan = request.editor.imports.of(key)
    if plan is None:
        return _asked(request, FORGOTTEN if key else "", 404)
    return request.editor.page("imported.html" if plan.done else "import-plan.html", plan=plan, key=key)


def post(request: Request) -> Response:
    """Show what the file would change; with `viec=ghi`, write what was shown, all or nothing."""
    if request.form_value("viec") == "ghi":
        return _write(request)
    sent, day = request.files.get("tep"), _day(request.form_value("ngay"))
    if sent is None or not sent.name:
        return _asked(request, "Chọn tệp trước đã.")
    if not sent.data:
        return _asked(request, "Tệp này trống: tải lại từ nơi gửi.")
    if day is None and request.form_value("ngay").strip():
        return _asked(request, f"“{request.form_value('ngay')}” không phải một ngày; ví dụ 05/04/2023.")
    try:
        plan = planned(request.editor, sent, request.form_value("don_vi"), request.form_value("dong_an") == "1", day)
    except (ImportRefused, OutputRefused) as refused:
        return _asked(request, str(refused))
    except NoSuchRecord as error:
        return _asked(request, f"Tệp {error} trong nội dung không phải hồ sơ mà trang soạn ghi được.")
    except ChangedUnderneath as error:
        return _asked(request, f"{error.path} vừa được người khác sửa. Chọn lại tệp.", 409)
    return redirect(f"{PREFIX}?xem={request.editor.imports.keep(plan)}")  # a page to come back to


def _day(typed: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(parse_typed(DAY, typed, None))
    return None


def _asked(request: Request, reason: str = "", status: int = 422) -> Response:
    units = [
        (entry.stem, title_of(entry.kind, entry.path, entry.document.data))
        for entry in request.editor.loaded.refresh().of("unit")
    ]
    return request.editor.page(
        "import.html",
        status if reason else 200,
        reason=reason,
        units=sorted(units, key=lambda one: one[1]),
        unit=request.form_value("don_vi"),
        day=request.form_value("ngay"),
        hidden=request.form_value("dong_an") == "1",
    )


def _write(request: Request) -> Response:
    """Write what the officer has seen and nothing else: a file that changed since then stops all of it."""
    editor, key = request.editor, request.form_value("khoa")
    plan = editor.imports.of(key)
    if plan is None:
        return _asked(request, FORGOTTEN, 409)
    if not plan.done:
        try:
            editor.workspace.write_all(plan.changes, plan.remembered)
        except ChangedUnderneath as error:
            return _asked(request, f"{error.path} vừa được sửa nên chưa nhập gì. Chọn lại tệp để xem lại.", 409)
        except OutputRefused as refused:
            return editor.page("import-plan.html", 507, plan=plan, key=key, reason=str(refused))
        plan.done = True
    return redirect(f"{PREFIX}?xem={key}")
