"""Explains why the system refused a file, a folder or a connection, in the language of the readers."""

from __future__ import annotations

import errno

from generator.io.regular_file import NotRegular, TooLarge

IN_USE = "tệp đang mở ở chương trình khác"  # Windows locks what another program has open
CAUSES = {
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EEXIST: "đã có tệp hay thư mục cùng tên",
    errno.EISDIR: "đó là một thư mục",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết dẫn vòng quanh",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EFBIG: "tệp quá lớn",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa đọc, ghi bị lỗi",
    errno.EBUSY: IN_USE,
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENOMEM: "hết bộ nhớ",
    errno.EPIPE: "nơi nhận đã đóng",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.ECONNREFUSED: "máy ấy không nhận kết nối",
    errno.ECONNRESET: "kết nối bị ngắt",
    errno.ETIMEDOUT: "chờ quá lâu không thấy trả lời",
    errno.ENETUNREACH: "không có mạng tới đó",
    errno.EHOSTUNREACH: "không có mạng tới đó",
}
SHARING_VIOLATION = 32


def cause_of(error: Exception) -> str:
    """The cause in a few Vietnamese words, without a full stop; the system's own words for a rare one."""
    if isinstance(error, UnicodeError):
        return "không phải văn bản UTF-8"
    if not isinstance(error, OSError):
        return str(error)
    if isinstance(error, NotRegular):
        return "không phải tệp thường"
    if isinstance(error, TooLarge):
        return "tệp quá lớn"
    if getattr(error, "winerror", None) == SHARING_VIOLATION:
        return IN_USE
    if hasattr(errno, "EDQUOT") and error.errno == errno.EDQUOT:
        return "hết phần ổ đĩa được cấp"
    return CAUSES.get(error.errno or 0) or error.strerror or str(error)


def failure(error: Exception) -> str:
    """The cause, after the name of the file where the system gives one."""
    name = getattr(error, "filename", None)
    return f"{name}: {cause_of(error)}" if name else cause_of(error)
