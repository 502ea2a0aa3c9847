"""Ways to spoil a file, as hypothesis strategies: each example is a real file with a few things done to it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from generator.schema.kinds import kind_of
from tests.conftest import PROJECT
from tests.support.rule_samples import SAMPLES

PIECES = st.sampled_from([
    "\n", "  ", "\t", "- ", ": ", ":\n", "# ", "---\n", "...\n", "&a ", "*a", "!!python/object:x ", "!x ", "? ", "[", "]", "{", "}", ",", "|\n", ">-\n", "%YAML 1.2\n",  # noqa: E501
    '"', "'", "\\", "\\x00", "\x00", "\x1b[31m", "\ufeff", "\u202e", "\u200b", "\u00a0", "\r", "\r\n", "\u2028", "\x85", "e\u0301", "ð", "а", "\U0001f600", "\udcff".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),  # noqa: E501
    "null", "~", "no", "18:00", "0", "-1", "1e999", "999999999999999999999", "0x10", "1.000110", "٣", "２", "2023-02-30", "0000-00-00", "30/6/2023", "không", "chưa rõ",  # noqa: E501
    "ma_thu_tuc: ", "<<: *a\n", "&a [*a, *a]", "[" * 30, "{a: " * 30, "a" * 3000, "_x000D_", "<br>", "so: 3\n", "sổ hộ khẩu", "µ¸¶·", "HĐND", "bo_qua_kiem_tra:\n  - ma: TT-077\n", "tep: ../../../etc/passwd\n",  # noqa: E501
])  # fmt: skip


def real_files() -> list[tuple[str, str]]:
    """(kind, text) of small real files: one of each kind of the district's own content, and the samples."""
    content = PROJECT / "content"
    pairs = [(f"sample {kind}", kind, text) for kind, text in SAMPLES.items()]
    of_kind: dict[str, list[Path]] = {}
    for path in sorted(content.rglob("*")):
        if path.is_file() and (kind := kind_of(path.relative_to(content).as_posix())):
            of_kind.setdefault(kind.name, []).append(path)
    for name, files in of_kind.items():
        some = files[:: max(1, len(files) // 4)][:4]
        pairs += [(str(path), name, path.read_text("utf-8")) for path in some]
    return [(kind, text) for _, kind, text in sorted(pairs) if len(text) < 12_000]


FILES = real_files()


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """(kind, text): a real file with one to five pieces put in, taken out, doubled or swapped."""
    kind, text = draw(st.sampled_from(FILES))
    for way, where, other, piece in draw(
        st.lists(st.tuples(st.integers(0, 4), st.floats(0, 1), st.floats(0, 1), PIECES), min_size=1, max_size=5)
    ):
        at, to = sorted((int(where * len(text)), int(other * len(text))))
        if way <= 1:
            text = text[:at] + piece + text[at:]
        elif way == 2:
            text = text[:at] + text[min(to, at + 40) :]
        elif way == 3:
            text = text[:at] + text[at : at + 200] + text[at:]
        else:
            lines = text.split("\n")
            first, second = int(where * (len(lines) - 1)), int(other * (len(lines) - 1))
            lines[first], lines[second] = lines[second], lines[first]
            text = "\n".join(lines)
    return kind, text


@st.composite
def spoilt_bytes(draw: st.DrawFn) -> bytes:
    """A real file's bytes with some of them changed."""
    raw = bytearray(draw(st.sampled_from(FILES))[1].encode("utf-8"))
    for where, byte in draw(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8)):
        raw[int(where * (len(raw) - 1))] = byte
    return bytes(raw)
