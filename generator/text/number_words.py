"""Numbers as they are spelt in Vietnamese."""

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_A_TEN = {1: ("mốt", "một"), 4: ("tư", "bốn"), 5: ("lăm", "nhăm", "năm")}


def _words() -> dict[str, int]:
    spelt = {word: number for number, word in enumerate(ONES)}
    for ten in range(1, 10):
        head = "mười" if ten == 1 else f"{ONES[ten]} mươi"
        spelt[head] = ten * 10
        for one in range(1, 10):
            for last in AFTER_A_TEN.get(one, (ONES[one],)):
                spelt[f"{head} {last}"] = ten * 10 + one
    return spelt


NUMBERS = _words()  # 0 to 99, by every way to spell them
SPELT = (*ONES, "mười")  # 0 to 10
