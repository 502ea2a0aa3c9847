"""TT-002: UTF-8 without control characters."""

from generator.loading.decoding import decode


def place(raw: bytes) -> list[tuple[str, int, int, str]]:
    return [(p.id, p.line, p.column, p.severity) for p in decode(raw, "content/laws/1.yml")[1]]


def said(raw: bytes) -> str:
    return decode(raw, "content/laws/1.yml")[1][0].message


def test_utf_16() -> None:
    assert place("loai: Luật".encode("utf-16")) == [("TT-002", 1, 1, "error")]


def test_bytes_of_an_old_code_page() -> None:
    assert place(b"so: 1\nten: Lu\xcbt") == [("TT-002", 2, 8, "error")]


def test_a_nul_byte() -> None:
    assert place(b"so: 1\nten: a\x00b") == [("TT-002", 2, 7, "error")]


def test_a_byte_order_mark_is_a_reminder() -> None:
    assert place(b"\xef\xbb\xbfso: 1") == [("TT-002", 1, 1, "warning")]


def test_utf_8() -> None:
    assert place("ten: Luật".encode()) == []


def test_a_file_whose_bytes_were_never_written() -> None:
    """As after a power cut: of all zeros, or of zeros at the end."""
    assert place(bytes(500)) == [("TT-002", 1, 1, "error")] and "mất điện" in said(bytes(500))
    half = "loai: Luật\n".encode() + bytes(500)
    assert place(half) == [("TT-002", 2, 1, "error")] and "UTF-16" not in said(half)
