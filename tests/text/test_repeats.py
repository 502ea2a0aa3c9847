"""What is said twice."""

import itertools

from generator.text.repeats import bare, pasted_twice, repeated


def test_the_frame_of_an_item() -> None:
    for item in ("- Tờ khai;", "01 Tờ khai.", "a) Tờ khai", "(ii) tờ  khai", "2. Tờ khai (theo mẫu số 01)"):
        assert bare(item) == "tờ khai", item
    for item in ("25 tuổi", "Có. Không", "Tờ khai (bản sao)"):
        assert bare(item) == item.casefold(), item


def test_a_passage_pasted_twice() -> None:
    assert pasted_twice("Nộp hồ sơ tại xã. Nộp hồ sơ tại xã.") == "Nộp hồ sơ tại xã."
    assert pasted_twice("Nộp hồ sơ tại xã; nhận giấy; nhận giấy hẹn; nhận giấy hẹn rồi về") == ""
    assert pasted_twice("Mở đầu. Nộp hồ sơ tại xã. Nộp hồ sơ tại xã. Hết") == "Nộp hồ sơ tại xã"
    assert pasted_twice("Có. Có.") == ""


def test_runs() -> None:
    assert repeated(["a", "b", "a", "b"]) == (0, 2)
    assert repeated(["a", "b", "c", "a"]) is None
    assert repeated(["a", "a"], 2) is None


def test_a_run_is_found_wherever_it_begins() -> None:
    """All lists of up to eight items of two kinds, beside the definition."""

    def by_definition(items: list[str], shortest: int) -> tuple[int, int] | None:
        for size in range(1, len(items) // 2 + 1):
            for start in range(len(items) - 2 * size + 1):
                run = items[start : start + size]
                if run == items[start + size : start + 2 * size] and len("".join(run)) >= shortest:
                    return start, start + size
        return None

    for length in range(9):
        for items in itertools.product(("a", "bb"), repeat=length):
            for shortest in (1, 4):
                assert repeated(list(items), shortest) == by_definition(list(items), shortest), items
