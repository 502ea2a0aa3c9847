"""What a record offers to the rules: its fields, its texts."""

from tests.support.rule_samples import PLACES, PROCEDURE, read


def test_every_text_is_there_once_with_its_place_and_none_runs_into_the_next() -> None:
    store = read({PLACES["procedure"]: PROCEDURE})
    (entry,) = store.of("procedure")
    texts = {path: text for path, _, text in entry.texts}
    assert len(texts) == len(entry.texts)
    assert texts[("ten_thu_tuc",)] == "Đăng ký khai sinh"
    assert texts[("cap_thuc_hien", 0)] == entry.record.levels[0]
    assert ("cap_thuc_hien",) not in texts and "" not in texts.values()
    assert entry.joined_texts.split("\n\n\n\n") == list(texts.values())


def test_texts_are_those_of_the_record_after_they_were_released() -> None:
    (entry,) = read({PLACES["procedure"]: PROCEDURE}).of("procedure")
    before = entry.joined_texts
    entry.record.name = "Đăng ký kết hôn"
    entry.release_positions()
    assert entry.joined_texts == before.replace("Đăng ký khai sinh", "Đăng ký kết hôn", 1)
