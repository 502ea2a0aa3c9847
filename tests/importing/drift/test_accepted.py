"""Accepted differences stay silent until either side moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.importing.drift.paper_facts import papers, text_pair
from tests.support.import_samples import answer, write_lines


def drifts(content: Path, file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["drift", "--content", str(content), "--against", str(file), *more])
    return code, capsys.readouterr().out


def test_silent_until_either_side_moves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    first = write_lines(tmp_path / "a.json", [answer()])
    main(["import", "national-api", str(first), "--to", str(content), "--no-check"])
    (content / "site.yml").write_text("ten: Thử\n", "utf-8")
    moved = write_lines(tmp_path / "b.json", [answer(resultsDetails=[{"name": "Trích lục"}])])
    capsys.readouterr()
    code, shown = drifts(content, moved, capsys)
    assert (code, "Kết quả thực hiện" in shown) == (1, True)
    assert main(["drift", "--content", str(content), "--against", str(moved), "--accept", "1.001193"]) == 2
    capsys.readouterr()
    code, shown = drifts(content, moved, capsys, "--accept", "1.001193", "--reason", "Cấp cả hai giấy")
    assert code == 0
    assert drifts(content, moved, capsys)[0] == 0
    again = write_lines(tmp_path / "c.json", [answer(resultsDetails=[{"name": "Giấy khác"}])])
    code, shown = drifts(content, again, capsys)
    assert (code, "Giấy khác" in shown) == (1, True)


def dossier(*papers_of: tuple[str, int]) -> dict:
    return {
        "thanh_phan_ho_so": {"giay_to_chung": [{"ten_giay_to": name, "ban_chinh": count} for name, count in papers_of]}
    }


def test_a_paper_or_a_count_is_a_fact_and_a_rewording_is_not() -> None:
    ours = dossier(("Tờ khai đăng ký khai sinh", 1), ("Giấy chứng sinh", 1))
    assert list(papers(ours, ours)) == []
    assert [
        pair.wording for pair in papers(ours, dossier(("Tờ khai đăng ký khai sinh", 2), ("Giấy chứng sinh", 1)))
    ] == [False]
    [more] = papers(ours, dossier(("Tờ khai đăng ký khai sinh", 1), ("Giấy chứng sinh", 1), ("Hộ chiếu", 1)))
    assert (more.ours, more.theirs, more.wording) == ("", "Hộ chiếu (1 bản chính)", False)
    [renamed] = papers(ours, dossier(("Tờ khai đăng ký khai sinh theo mẫu", 1), ("Giấy chứng sinh", 1)))
    assert renamed.wording


@pytest.mark.parametrize(
    ("ours", "theirs", "wording"),
    [
        ("Nộp trong 3 ngày.", "Nộp trong 03 ngày.", None),
        ("Nộp trong 3 ngày.", "Hãy nộp trong 3 ngày.", True),
        ("Nộp trong 3 ngày.", "Nộp trong 5 ngày.", False),
        ("Người dân nộp.", "Người dân nộp, miễn cho hộ nghèo.", False),
    ],
)
def test_numbers_and_exemptions_are_facts(ours: str, theirs: str, wording: bool | None) -> None:
    pair = text_pair(ours, theirs)
    assert (pair.wording if pair else None) == wording
