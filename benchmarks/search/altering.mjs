// The same questions, changed as people change them without noticing. The same question is always changed in the same way: what
// changes, and how, follows from the hash of its id, never from chance.
import crypto from "node:crypto";

const LETTERS = "qwertyuiop asdfghjkl zxcvbnm".split(" ").flatMap((row) => [...row].map((char, at) => [char, [row[at - 1], row[at + 1]].filter(Boolean)]));
const BESIDE = new Map(LETTERS); // the keys to the left and the right of a key
const TONES = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const VOWEL = /[aeiouyăâêôơư]/u;
const COMMUNES = ["An Thanh", "Bình Lăng", "Chí Minh", "Cộng Lạc", "Đại Hợp", "Đại Sơn", "Hà Kỳ", "Hưng Đạo", "Minh Đức", "Quang Khải", "Tân Kỳ", "Tiên Động", "Văn Tố"];
const FACTS = ["mất mấy ngày", "hết bao nhiêu tiền", "nộp ở đâu", "cần mang giấy tờ gì", "thứ bảy có làm không", "bao lâu thì xong"];
const BACKGROUND = [
  "Chào anh chị, tôi năm nay 52 tuổi, trước giờ ít khi phải lên ủy ban nên không rành lắm.",
  "Dạ em chào ạ, em đang đi làm xa, tuần sau mới xin nghỉ phép về quê được hai hôm.",
  "Hôm qua tôi có gọi điện hỏi bác trưởng thôn mà bác ấy bảo lên trên hỏi cho chắc.",
  "Nhà tôi neo người, ông nhà tôi đau chân không đi được, các cháu đi làm hết.",
  "Em hỏi trên mạng mỗi người nói một kiểu, chẳng biết nghe ai cho đúng.",
  "Hai vợ chồng em mới ở trong Nam ra, chưa quen ai ở đây cả.",
  "Tuần trước tôi ra một lần rồi mà hết giờ, cán bộ hẹn hôm khác quay lại.",
  "Mẹ em già rồi không dùng được điện thoại nên em hỏi hộ mẹ.",
];

/** A whole number from `text`, the same on every machine. */
function number(text) {
  return parseInt(crypto.createHash("sha256").update(text).digest("hex").slice(0, 8), 16);
}

function pick(list, text) {
  return list[number(text) % list.length];
}

/** `query` with one of its words, of those that `fits`, changed by `change`; null when none fits. */
function word(id, query, fits, change) {
  const words = query.split(" ");
  const places = words.flatMap((one, at) => (fits(one) ? [at] : []));
  if (!places.length) return null;
  const at = pick(places, `${id} word`);
  words[at] = change(words[at]);
  return words.join(" ");
}

/** Two letters swapped, one left out, one typed twice, or the key beside it. */
function typo(id, query) {
  return word(id, query, (one) => /^\p{L}{3,}$/u.test(one), (one) => {
    const chars = [...one];
    const at = 1 + (number(`${id} letter`) % (chars.length - 1));
    const way = number(`${id} way`) % 4;
    if (way === 0 && chars[at] !== chars[at - 1]) [chars[at - 1], chars[at]] = [chars[at], chars[at - 1]];
    else if (way === 1 && chars.length > 3) chars.splice(at, 1);
    else if (way === 2) chars.splice(at, 0, chars[at]);
    else chars[at] = pick(BESIDE.get(chars[at].normalize("NFD")[0].replace("đ", "d")) ?? ["h"], `${id} key`);
    return chars.join("");
  });
}

/** One word with another tone than it has; null where the question is typed without marks. */
function tone(id, query) {
  if (!/[\u0300-\u036f]/u.test(query.normalize("NFD"))) return null;
  return word(id, query, (one) => /^\p{L}{2,}$/u.test(one) && VOWEL.test(one.toLowerCase().normalize("NFD")), (one) => {
    const chars = [...one.normalize("NFD")];
    const had = chars.find((char) => TONES.includes(char));
    const bare = chars.filter((char) => !TONES.includes(char));
    const given = pick(["", ...TONES].filter((mark) => mark !== (had ?? "")), `${id} tone`);
    let at = had ? chars.indexOf(had) : bare.findLastIndex((char) => /[aeiouy]/i.test(char)) + 1;
    while (/\p{M}/u.test(bare[at] ?? "")) at++; // the mark of its shape comes first
    bare.splice(at, 0, given);
    return bare.join("").normalize("NFC");
  });
}

/** Kinds of changes: name → (id, query) → the changed question, or null where it cannot be changed so. */
export const CHANGES = {
  typo,
  tone,
  place: (id, query) => `${query} ở xã ${pick(COMMUNES, `${id} place`)} huyện Tứ Kỳ`,
  fact: (id, query) => `${query} ${pick(FACTS, `${id} fact`)}`,
  background: (id, query) => `${pick(BACKGROUND, `${id} before`)} ${query}`,
};
