"""What a message on the editor's form must not say: words of the file."""

from __future__ import annotations

import re

from generator.editor.form_words import on_form
from generator.loading.file_names import record_kind
from generator.problem import Problem
from generator.schema.kinds import KINDS
from generator.schema.record import Record, specs

OF_FILES = re.compile(
    r"[a-z]_[a-z]|\btrue\b|\bfalse\b|ngoặc kép|viết liền|“[^”]*“[^”]*”\)?\)|: …|thụt vào|tthc fix [a-zđ]"
)
OF_THE_KEEPER = {"site", "site_version", "overlay"}  # whoever fills these in knows the commands
ALSO_WORDS = {"mang", "quy", "con", "so", "quay", "ngay", "nam"}  # keys that are Vietnamese words, too
KEY_IS_VALUE = re.compile(r"sua_doi\.\d+\.phan$|phan_cho_doi_chieu")  # here a key is what the editor has to write


def _keys() -> set[str]:
    found: set[str] = set()
    models: list[type[Record]] = [kind.model for kind in KINDS]
    seen: set[type[Record]] = set()
    while models:
        model = models.pop()
        if model not in seen:
            seen.add(model)
            found |= {spec.key for spec in specs(model) if len(spec.key) > 1}
            models += [spec.part for spec in specs(model) if spec.part]
    return found


_SHORT = re.compile(rf"(?<![\w/.“-])({'|'.join(sorted(_keys() - ALSO_WORDS))})(?![\w/“”-]|\.\w)")


def words_of_the_file(problem: Problem, text: str = "") -> str:
    """A word that only who edits the file knows, in what the form shows of this problem; "" if there is none. text: of
    the file: what it says may be quoted."""
    kind = record_kind(problem.path.partition("/")[2])
    if kind is None or kind.name in OF_THE_KEEPER or KEY_IS_VALUE.search(problem.key):
        return ""

    def unless_written(quoted: re.Match[str]) -> str:
        return "" if f": {quoted[1]}" in text or f"[{quoted[1]}]" in text else quoted[0]

    for shown in on_form(problem, kind, problem.key):
        said = re.sub(r"content/\S+", "", shown)
        said = re.sub(r"“([^“”]*)”", unless_written, said)
        if found := OF_FILES.search(said) or _SHORT.search(re.sub(r"“[^“”]*”", "", said)):
            return found[0]
    return ""
