"""What is said twice."""

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
