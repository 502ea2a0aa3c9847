"""Explains why the system refused a file, a folder or a connection, in the language of the readers."""

from __future__ import annotations

import errno

from generator.io.regular_file import NotRegular, ReadOnly, TooLarge

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
    errno.EINVAL: "hệ thống không nhận tên hay thao tác ấy",
    errno.ENODEV: "không có ổ đĩa ấy",
    errno.EXDEV: "hai ổ đĩa khác nhau",
    errno.ETXTBSY: IN_USE,
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.ECONNREFUSED: "máy ấy không nhận kết nối",
    errno.ECONNRESET: "kết nối bị ngắt",
    errno.ETIMEDOUT: "chờ quá lâu không thấy trả lời",
    errno.ENETUNREACH: "không có mạng tới đó",
    errno.EHOSTUNREACH: "không có mạng tới đó",
}
READ_ONLY = "tệp đang đặt “chỉ đọc” (Read-only): bấm phải chuột vào tệp, Properties, bỏ dấu ấy"
CLOUD = "tệp còn ở trên OneDrive, chưa tải về máy: mở OneDrive, chờ tải xong"
OF_WINDOWS = {  # error numbers of Windows that have no errno of their own
    32: IN_USE,
    33: IN_USE,
    53: "không tới được máy chủ tệp",
    59: "mạng tới máy chủ tệp bị lỗi",
    64: "máy chủ tệp đã ngắt kết nối",
    67: "không có thư mục ấy trên máy chủ tệp",
    123: "tên có ký tự mà Windows không cho dùng",
    206: "đường dẫn dài quá 260 ký tự: đưa thư mục của trang ra chỗ ngắn hơn, ví dụ C:\\TTHC",
    362: CLOUD,
    388: CLOUD,
    389: CLOUD,
    404: CLOUD,
    426: CLOUD,
    1117: "ổ đĩa đọc, ghi bị lỗi",
    1224: IN_USE,
    1231: "không có mạng tới đó",
    1392: "tệp trên đĩa bị hỏng",
}


NO_HTTP = "máy ấy trả lời không đúng giao thức HTTP"
# errors of connections, by the names of their classes, whose modules few commands need
OF_CONNECTIONS = {
    "gaierror": "không tìm thấy máy nào có tên ấy",
    "SSLCertVerificationError": "chứng chỉ (HTTPS) của máy ấy không hợp lệ",
    "SSLError": "không lập được kết nối HTTPS với máy ấy",
    "RemoteDisconnected": CAUSES[errno.ECONNRESET],
    "BadStatusLine": NO_HTTP,
    "IncompleteRead": CAUSES[errno.ECONNRESET],
    "LineTooLong": NO_HTTP,
}


def cause_of(error: Exception) -> str:
    """The cause in a few Vietnamese words, without a full stop; the system's own words for a rare one."""
    inner = getattr(error, "reason", None)  # of urllib's errors
    if isinstance(inner, Exception):
        return cause_of(inner)
    if isinstance(error, UnicodeError):
        return "không phải văn bản UTF-8"
    names = [one.__name__ for one in type(error).__mro__]
    for name in names:
        if name in OF_CONNECTIONS:
            return OF_CONNECTIONS[name]
    if "JSONDecodeError" in names:
        return f"sai dạng JSON ở dòng {error.lineno}, cột {error.colno}"  # type: ignore[attr-defined]
    if not isinstance(error, OSError):
        return str(error)
    if isinstance(error, NotRegular):
        return "không phải tệp thường"
    if isinstance(error, TooLarge):
        return "tệp quá lớn"
    if isinstance(error, ReadOnly):
        return READ_ONLY
    if said := OF_WINDOWS.get(getattr(error, "winerror", None) or 0):
        return said
    if hasattr(errno, "EDQUOT") and error.errno == errno.EDQUOT:
        return "hết phần ổ đĩa được cấp"
    if error.errno is None and isinstance(error, TimeoutError):
        return CAUSES[errno.ETIMEDOUT]
    if error.errno is None and isinstance(error, ConnectionError):
        return CAUSES[errno.ECONNRESET]
    return CAUSES.get(error.errno or 0) or error.strerror or str(error)


def failure(error: Exception) -> str:
    """The cause, after the name of the file where the system gives one."""
    name = getattr(error, "filename", None)
    return f"{name}: {cause_of(error)}" if name else cause_of(error)
