// A common spelling for comparison: reduces what people type and what official texts say to the same syllables.
// generator/outputs/search/normalise.py does exactly the same; tests/cases/normalise.json holds both to it.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** The words of a clean text. */
export const WORD = /[\p{L}\p{N}]+/gu;
const TONES = { "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" }; // huyền sắc hỏi ngã nặng
const SHAPES = { "\u0302": "^", "\u0306": "(", "\u031b": "+" }; // â ê ô, ă, ơ ư
const LEADING_ZEROS = /^0+(?=[0-9]+$)/;
const PLAIN = /^[a-z]+$/;
const DIGIT = /\d/;
const SURROGATE = /[\ud800-\udfff]/;
const LONE_Y = /^((?:[bcdghklmnprstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?)y(?=$|[\^(+])/;

/** Maximum number of letters that are examined: real questions are shorter, and longer input must not cost more. */
export const MOST_LETTERS = 200;

/** `text`, or as many of its whole words as fit into `most` letters (of one long word as many whole characters). */
export function cut(text, most = MOST_LETTERS) {
  let head = text;
  if (text.length > most) {
    head = text.slice(0, most + 1);
    const end = head.search(/\s\S*$/);
    head = end > 0 ? head.slice(0, end).trimEnd() : head.replace(/(?:\P{M}\p{M}*|\p{M}+)$/u, "");
  }
  return SURROGATE.test(head) ? head.replace(/\p{Surrogate}/gu, "\ufffd") : head; // a lone surrogate cannot be encoded in an address
}

// A procedure's code as people and spreadsheets write it: 2.000950, 2,000950, 2 000950, 2_000950, 2000950, 2.00095000 … (generator/schema/codes.py
// does the same). Behind a comma or point stands no code but that of a list: 1.001193,2.000950.
const CODE = /(?<!\d)(?<!(?<!\d{6})[.,])(\d)\s?[.,\-_·。\u2010-\u2015\u2212 ]?\s?(\d{6})(?:(?<=[.,]\d{6})0+)?(?!\d)/g;
// … with the marks of thousands: 1.004.222, 1 004 222. Where nothing else is said: "1.004.222 đồng" is a price.
const GROUPED = /(?<![\d.,])(\d)[.,]?\s?(0\d\d)[.,]?\s?(\d{3})(?:[.,]0{1,2})?(?![.,]?\d)/g;
// … and with the zeros at its end lost because it was taken for a number: 2.00095. A short one must be all there is, else it is a price; 1.00119E+06
// has lost other figures.
const SHORT_CODE = /(?<![\d.,])(\d)[.,](\d{4,5})(?![\d.,]*\d|E[+-]?\d)/i;
const BARE_CODE = /^[\s'"“”‘’(]*(\d)[.,](\d{1,3})[\s)'"“”‘’]*$/;

/** The codes that `text` may name, as they are written on procedures (1.001193), each with its readings, the likeliest first: zeros are lost at the
 * end, where a code was taken for a number, and behind the point, where it was cut in two. @param {string} text @returns {string[][]} */
export function procedureCodes(text) {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "");
  if (!DIGIT.test(plain)) return [];
  let whole = [...plain.matchAll(CODE)].map(([, first, rest]) => `${first}.${rest}`);
  if (!whole.length && !/\p{L}/u.test(plain)) whole = [...plain.matchAll(GROUPED)].map(([, first, ...rest]) => `${first}.${rest.join("")}`);
  if (whole.length) return [...new Set(whole)].map((code) => [code]);
  const [, first, rest] = plain.match(SHORT_CODE) ?? plain.match(BARE_CODE) ?? [];
  return rest ? [[...new Set([rest.padEnd(6, "0"), rest.padStart(6, "0")].map((six) => `${first}.${six}`))]] : [];
}

/** Lower case, composed Unicode, without invisible characters; NFD, full-width letters and ligatures come out alike. */
export function clean(text) {
  return text.normalize("NFKC").replace(INVISIBLE, "").toLowerCase().normalize("NFC");
}

/** The words and numbers of `text`, in lower case, without punctuation. */
export function words(text) {
  return clean(text).match(WORD) ?? [];
}

/** The same words with the capitals they were typed with; none where that makes other words of them. */
export function typedWords(text) {
  const typed = text.normalize("NFKC").replace(INVISIBLE, "").normalize("NFC").match(WORD) ?? [];
  return typed.length === words(text).length ? typed : [];
}

/** A word (as `words` gives it) taken apart: {plain, shape, tone}. plain: no marks, đ as d, final y as i (kỹ = kĩ), numbers without leading zeros;
 * shape: the letters with their hats and hooks; tone: "1" to "5" or "". Where the tone stands makes no difference. */
export function syllable(word) {
  let letters = "";
  let tone = "";
  if (PLAIN.test(word)) {
    letters = word.includes("y") ? word.replace(LONE_Y, "$1i") : word;
    return { plain: letters, shape: letters, tone };
  }
  for (const char of word.normalize("NFD")) {
    if (char < "\u0300") letters += char;
    else if (TONES[char]) tone = TONES[char];
    else if (SHAPES[char]) letters += SHAPES[char];
    else if (!/\p{M}/u.test(char)) letters += char;
  }
  letters = letters.replace(LEADING_ZEROS, "").replace(LONE_Y, "$1i");
  return { plain: letters.replace(/[\^(+]/g, "").replaceAll("đ", "d"), shape: letters, tone };
}

/** `text` as plain syllables with single spaces. */
export function key(text) {
  return words(text).map((word) => syllable(word).plain).join(" ");
}

const CONFUSED = new Set(["3", "4"]); // hỏi and ngã sound alike to many

/** How well a typed syllable agrees with a written one of the same plain form, 0 to 1. marked: the whole question was
 * typed with marks, so a syllable without marks is deliberate. */
export function agreement(typed, written, marked) {
  if (typed.shape === written.shape && typed.tone === written.tone) return 1;
  const bare = typed.shape === typed.plain && !typed.tone;
  if (bare) return marked ? 0.85 : 1;
  const shapeFits = typed.shape === written.shape || typed.shape === typed.plain;
  if (shapeFits && (!typed.tone || typed.tone === written.tone)) return marked ? 0.7 : 0.97; // marks still missing, none wrong
  if (typed.shape === written.shape && CONFUSED.has(typed.tone) && CONFUSED.has(written.tone)) return 0.85;
  if (typed.shape === written.shape) return 0.65; // another word, or a slip
  return 0.15; // another word
}
