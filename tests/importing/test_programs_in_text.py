"""Script and style in a text of a source are for programs: never part of a value, and reported as not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.importing import text_cleaning
from tests.importing.office import xlsx
from tests.support.import_samples import answer, flat, write_lines

CODE = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("value", "text", "programs"),
    [
        (f"{CODE}Cấp giấy", "Cấp giấy", ["alert(1)"]),
        ("Cấp <STYLE type='text/css'>p {\ncolor: red }</STYLE> giấy", "Cấp giấy", ["p { color: red }"]),
        ("Cấp giấy <script src=a.js>document.write('x')", "Cấp giấy", ["document.write('x')"]),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Cấp giấy", "Cấp giấy", ["alert(1)"]),
        ("<!--[if gte mso 9]><xml>14</xml><![endif]-->Cấp giấy", "Cấp giấy", ["[if gte mso 9]><xml>14</xml><![endif]"]),
        ("Cấp <!-- xem lại -->giấy <template>mẫu</template>", "Cấp giấy", ["xem lại", "mẫu"]),
        ("Cấp <b>giấy</b> <scripts>", "Cấp giấy", []),
        ("dưới < 5 người", "dưới < 5 người", []),
    ],
)
def test_what_is_for_programs_is_no_text(value: str, text: str, programs: list[str]) -> None:
    assert (text_cleaning.line(value), text_cleaning.programs(value)) == (text, programs)


@pytest.mark.parametrize("kind", ["national-api", "national-flat", "xlsx", "csv", "html", "html element"])
def test_it_is_in_no_file_and_in_the_report(tmp_path: Path, kind: str) -> None:
    name = f"{CODE}Cấp giấy mẫu"
    source = "decision-list"
    if kind == "national-api":
        source, file = kind, write_lines(tmp_path / "a.json", [answer(name=name)])
    elif kind == "national-flat":
        source, file = kind, write_lines(tmp_path / "a.json", [flat(ten_thu_tuc=name)])
    elif kind == "xlsx":
        file = xlsx(tmp_path, lambda sheet: sheet.__setitem__("C3", name))
    else:
        kind, *element = kind.split()
        rows = [
            ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời hạn giải quyết"],
            [
                "1",
                "9.100001",
                name.replace("<", "&lt;") if kind == "html" and not element else name,
                "Hộ tịch",
                "05 ngày",
            ],
        ]
        file = tmp_path / f"a.{kind}"
        cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
        text = f"<html><body><table>{cells}</table></body></html>" if kind == "html" else "\n".join(map(",".join, rows))
        file.write_text(text, "utf-8")
    to, report = tmp_path / "content", tmp_path / "bao-cao.json"
    assert main(["import", source, str(file), "--to", str(to), "--no-check", "--report", str(report)]) == 0
    made = "".join(file.read_text("utf-8") for file in to.rglob("*.yml"))
    assert "Cấp giấy mẫu" in made and "alert" not in made.lower()
    assert "alert(1)" in report.read_text("utf-8")


def test_raised_figures_in_markup_stay_raised() -> None:
    assert text_cleaning.text("50.000<sup>1</sup> đồng/m<sup>2</sup>, <SUP>a</SUP>") == "50.000¹ đồng/m², a"
