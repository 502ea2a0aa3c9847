"""All kinds of file names that can be in content/ besides records, in one table.

A file that is not read must not be ignored silently: an editor whose Notepad saved `1.001193.yml.txt` believes the
procedure is on the site. Only files that systems create by themselves are skipped without a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from generator.problem import ERROR, WARNING, Problem, Severity
from generator.schema.kinds import KINDS, Kind, kind_of
from generator.text.suggestions import suggest

FORMS = "forms/"  # any file may lie there: rule TT-055 looks for those that no record names


class Row(NamedTuple):
    """A kind of file name. expression: matches the whole name, ignoring case; severity: None if skipped silently;
    hint: `{name}` is the group `name` of the pattern; everywhere: also below forms/."""

    expression: str
    severity: Severity | None
    message: str = ""
    hint: str = ""
    everywhere: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a name is no plain one, which is rare."""
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


def _row(pattern: str, severity: Severity | None, message: str = "", hint: str = "", everywhere: bool = False) -> Row:
    # \A: an expression that began anywhere would look at the rest of the name again and again
    return Row(rf"\A(?:{pattern})", severity, message, hint, everywhere)


CONFLICT = (
    "bản do OneDrive, Google Drive hay chương trình đồng bộ giữ lại khi hai máy cùng sửa một tệp, nên không được đọc",
    "So với tệp chính, chép phần đúng vào đó rồi xóa bản này; nếu là bản ghi khác thì đặt tên riêng bằng chữ thường.",
)
TABLE: tuple[Row, ...] = (
    _row(
        r"thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|\.ds_store|\.directory|\.localized|\._.*", None, everywhere=True
    ),
    _row(r"\.git(?:keep|ignore|attributes)|\.keep|\.editorconfig|\.nojekyll|\..+\.part", None, everywhere=True),
    _row(r"~\$.*", None, everywhere=True),  # lock file of an office program while a document is open
    _row(
        r"\.~lock\..*|\.#.*|.*\.(?:sw[a-p]|lock|crdownload)|~wrl.*",
        WARNING,
        "tệp tạm của chương trình đang mở tài liệu, không phải bản ghi nên không được đọc",
        "Đóng chương trình ấy là tệp tự mất; còn sót lại thì xóa.",
        everywhere=True,
    ),
    _row(
        r".+[~#]|.+\.(?:bak|orig|rej|old|tmp|temp|save|backup)\d*",
        WARNING,
        "bản lưu phụ của chương trình soạn thảo hay của git nên không được đọc",
        "Xóa tệp; nếu đây mới là bản đúng thì chép nội dung vào tệp chính.",
        everywhere=True,
    ),
    _row(
        r"(?:copy of|copy \(\d+\) of|bản sao của|bản sao) .+\.(?:ya?ml|md)"
        r"|.+?(?: ?\(\d+\)| ?[-–_] ?(?:copy|bản sao)(?: ?\(\d+\))?| (?:copy|bản sao)(?: \d+)?)\.(?:ya?ml|md)",
        ERROR,
        "tên tệp là tên của một bản sao nên không được đọc",
        "So với tệp chính, chép phần đúng vào đó rồi xóa bản sao; nếu là bản ghi khác thì đặt tên riêng.",
    ),
    _row(r".*[\W_](?:conflict|xung đột).*\.(?:ya?ml|md)", ERROR, *CONFLICT),
    _row(
        r"(?P<name>.+\.(?:ya?ml|md))\.(?:txt|text|html?|json|docx?|rtf|ya?ml|md)",
        ERROR,
        "tên tệp có hai đuôi nên không được đọc",
        "Đổi tên thành “{name}” (trong Windows: bật xem phần đuôi của tên tệp rồi mới đổi).",
    ),
    _row(
        r".+\.(?:docx?|docm|dotx?|xls[xmb]?|csv|tsv|pptx?|od[tsp]|pdf|rtf|pages|numbers)",
        WARNING,
        "tài liệu nằm cạnh các bản ghi không được đăng lên trang",
        "Mẫu đơn thì đặt vào content/forms/ và kể ở bieu_mau.tep; tài liệu khác thì chép nội dung vào bản ghi, "
        "hoặc cất ngoài content/.",
    ),
    _row(
        r".+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|heif|avif|ico|mp[34]|mov|avi|webm|m4a|wav)",
        WARNING,
        "ảnh, phim, âm thanh không được đăng lên trang",
        "Viết bằng lời điều ảnh muốn nói, rồi cất tệp ngoài content/.",
    ),
)
IN_MAIN_FILE = "Sửa ở tệp chính; chỉ thủ tục, hướng dẫn và site.yml có bản sửa đổi theo ngày."
WITHOUT_VERSIONS = {
    "unit": "Đơn vị đổi tên, sáp nhập thì ghi hieu_luc.den và ke_tuc ở tệp này, rồi lập tệp của đơn vị mới.",
    "law": "Ghi sua_doi_bo_sung_boi hay ngay_het_hieu_luc ở tệp của văn bản.",
}
_PLAIN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*\.(?:ya?ml|md)")  # what nearly every record is called
_PLAIN_STEM = re.compile(r"[a-z0-9@.-]+")
_RAISED = re.compile(r"[^a-z0-9.@-]")  # a capital, an accented letter or a space, as names of computers have them
_DOUBLE = re.compile(r"\.(?:ya?ml|md)\.", re.IGNORECASE)
_CODED = re.compile(r"\d\.\d{6}(?!\d)")
_RECORD = re.compile(r".+\.(?:ya?ml|md)", re.IGNORECASE | re.DOTALL)
_WRITTEN = re.compile(r".+\.(?:markdown|mdown|mdx|txt|text|json|toml|html?|ya?m|ymal)", re.IGNORECASE | re.DOTALL)


def record_kind(relative: str) -> Kind | None:
    """The kind of the record at `relative` (posix path below content/); None if it is not a record."""
    kind = kind_of(relative)
    if kind is None:
        return None
    name = relative.rpartition("/")[2]
    if "@" in name and "@" not in kind.path:
        return None
    plain = _PLAIN.fullmatch(name) and not _DOUBLE.search(name)
    return kind if plain or (_row_of(name) is None and not name.startswith(".")) else None


def unread(shown_path: str, relative: str) -> Problem | None:
    """The problem of a file that `record_kind` does not accept; None if there is none. shown_path: as in messages."""
    folder, _, name = relative.rpartition("/")
    row = _row_of(name)
    if row and (row.everywhere or not relative.startswith(FORMS)):
        match = row.pattern.fullmatch(name)
        hint = row.hint.format_map(match.groupdict() if match else {})
        return Problem(shown_path, 1, 1, "TT-009", row.severity, row.message, "", hint) if row.severity else None
    if relative.startswith(FORMS):
        return None
    if "@" in name and (kind := kind_of(relative)):
        message = f"tên tệp là của một bản sửa đổi, mà {kind.label} không có bản sửa đổi nên tệp không được đọc"
        return Problem(shown_path, 1, 1, "TT-009", ERROR, message, "", WITHOUT_VERSIONS.get(kind.name, IN_MAIN_FILE))
    message, hint, severity = _misplaced(relative, folder, name)
    return Problem(shown_path, 1, 1, "TT-009", severity, message, "", hint)


def copies_of_computers(paths: Iterable[str]) -> dict[str, str]:
    """Path → path of the record beside it that it is a copy of: OneDrive adds the name of the computer to the name of a
    file that two computers changed (`1.001193-PC-LAN.yml`). A record's own name has small letters only."""
    stems = {path.rpartition(".")[0]: path for path in paths if _RECORD.fullmatch(path)}
    found: dict[str, str] = {}
    for stem, path in stems.items():
        name = stem[stem.rfind("/") + 1 :]
        at = -1 if _PLAIN_STEM.fullmatch(name) else name.find("-")
        while at > 0:
            original = stems.get(stem[: len(stem) - len(name) + at])
            if original and _RAISED.search(name, at):
                found[path] = original
            at = name.find("-", at + 1)
    return found


def copy_of_computer(shown_path: str, original: str) -> Problem:
    """The error for a file of `copies_of_computers`."""
    hint = CONFLICT[1].replace("tệp chính", f"tệp chính ({original.rpartition('/')[2]})")
    return Problem(shown_path, 1, 1, "TT-009", ERROR, CONFLICT[0], "", hint)


def is_left_behind(name: str) -> bool:
    """True if the file is left behind by a program or an operating system, wherever it lies: neither form nor
    record."""
    return any(row.everywhere and row.pattern.fullmatch(name) for row in TABLE)


def _row_of(name: str) -> Row | None:
    return next((row for row in TABLE if row.pattern.fullmatch(name)), None)


def _misplaced(relative: str, folder: str, name: str) -> tuple[str, str, Severity]:
    if name.startswith("."):
        return (
            "tệp ẩn (tên bắt đầu bằng dấu chấm) nên không được đọc",
            "Là bản ghi thì bỏ dấu chấm ở đầu tên; không thì cất ngoài content/.",
            WARNING,
        )
    lower = f"{relative.rpartition('.')[0]}.{relative.rpartition('.')[2].lower()}"
    if lower != relative and kind_of(lower):
        return "đuôi của tên tệp viết hoa nên tệp không được đọc", f"Đổi tên thành “{lower.rpartition('/')[2]}”.", ERROR
    if _CODED.match(name):
        return (
            "tệp mang mã của một thủ tục nhưng sai đuôi hoặc sai chỗ nên không được đọc",
            f"Là bản ghi thì đặt ở content/procedures/LĨNH-VỰC/, tên “{name[:8]}.yml”; không thì cất ngoài content/.",
            ERROR,
        )
    top = relative.split("/")[0]
    shapes = _shapes().get(top if folder else "")
    if folder and shapes:
        if _RECORD.fullmatch(name) or _WRITTEN.fullmatch(name):
            return (
                "tệp không đúng chỗ hoặc sai đuôi nên không được đọc",
                f"Trong content/{top}/ chỉ đọc: {shapes}.",
                ERROR,
            )
        return "không phải bản ghi nên không được đọc", f"Trong content/{top}/ chỉ đọc: {shapes}.", WARNING
    tops = [*filter(None, _shapes()), "site.yml", "fields.yml", "agencies.yml", "glossary.yml"]
    near = suggest(top, tops) if _RECORD.fullmatch(name) else ""
    return (
        "tệp nằm ngoài các thư mục được đọc nên không được dùng",
        near or f"Các chỗ dùng được trong content/: {', '.join(tops)}.",
        WARNING,
    )


def _shapes() -> dict[str, str]:
    """Folder of content/ → how the files read there are named."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        shape = kind.path
        for part, words in (
            (r"(?:[^/]+/)*", "LĨNH-VỰC/"),
            (r"@[^/]+", "@NGÀY"),
            (r"[^/]+", "TÊN"),
            (r"(-[a-z-]+)?", "-TÊN"),
            (r"\d{4}", "NĂM"),
            (r"\.ya?ml", ".yml"),
            (r"\.md", ".md"),
        ):
            shape = shape.replace(part, words)
        top, below, _ = shape.partition("/")
        found.setdefault(top if below else "", []).append(shape)
    return {top: ", ".join(f"content/{shape}" for shape in shapes) for top, shapes in found.items()}
