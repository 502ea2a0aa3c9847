// Mends what was typed: telex and VNI left-overs, syllables run together or torn apart, one wrong letter.
import { syllable } from "./search-normalise.js";

const TELEX = [[/dd/g, "d"], [/aa|aw/g, "a"], [/ee/g, "e"], [/oo|ow/g, "o"], [/uw/g, "u"], [/w/g, "u"]];
// Sounds that many people write one for the other, in both directions: xổ đỏ, nàm giấy, gia hạn tạm chú, căn cướt.
/** @type {[RegExp, string][]} */
const HEARD = [[/^x/, "s"], [/^s/, "x"], [/^tr/, "ch"], [/^ch/, "tr"], [/^l/, "n"], [/^n(?!g|h)/, "l"], [/^gi(?=.)/, "d"], [/^r/, "d"], [/^[dđ]/, "gi"], [/^d/, "r"], [/^v/, "d"], [/c$/, "t"], [/t$/, "c"], [/n$/, "ng"], [/ng$/, "n"]];
export const DOUBLED = /(.)\1/; // a slip of the finger: no common syllable has a letter twice
const ROWS = "qwertyuiop asdfghjkl zxcvbnm"; // of the keyboard
const STORY = 14; // words from which a question is a story, with words of its own that are no slips
const LONGEST = 6; // letters of a Vietnamese syllable
// A syllable that Vietnamese can have, without marks. Such a word is mended only when its neighbours ask for it.
export const POSSIBLE = /^(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?(?:i[eau]?|y[eu]?|ye|u[aeioy]{0,2}|uye|uyu|o[aeoi]{0,2}|a[iouy]?|e[ou]?|ieu|yeu|uou|uoi|oai|oay|uay)(?:ch|nh|ng|[cmnpt])?$/;

/** A token of the question. */
export function token(word, typed = word) {
  const parts = syllable(word);
  return { word, parts, plain: parts.plain, typed };
}

/** `tokens` with unknown words mended, and those that only as they are heard make a word with a neighbour. known(plain): a syllable of
 * the index or the language; often(plain): in how many titles; beside(first, second): whether two plain syllables stand side by side;
 * neighbours(first, second): how often they do, in sample questions too;
 * word(first, second): whether they nearly always do; empty: syllables of words that say nothing; written(first, second, marked): whether two typed
 * syllables make a word, with their marks where the question has marks. */
export function repair(tokens, index, marked) {
  const story = tokens.length > STORY;
  const mended = spelled(tokens, index, story);
  if (story) return mended;
  const heard = asHeard(mended, index, marked);
  return marked ? retoned(heard, index) : heard;
}

/** `tokens` without the marks of those that nobody writes so: "khai sính", "muồn". */
function retoned(tokens, { spelt }) {
  return tokens.map((one) => (one.short || spelt(one.parts) ? one : { ...one, parts: { plain: one.plain, shape: one.plain, tone: "" }, bare: true }));
}

function asHeard(tokens, { beside, word, written, empty }, marked) {
  const fits = (one, at, test) => (at > 0 && test(tokens[at - 1], one)) || (at + 1 < tokens.length && test(one, tokens[at + 1]));
  return tokens.map((one, at) => {
    if (one.short || one.mended || fits(one, at, (first, second) => beside(first.plain, second.plain))) return one;
    const says = !empty.has(marked ? one.parts.shape + one.parts.tone : one.plain); // "với", "nay" are what they are, unless a word stands there
    const better = (first, second) => (says || word(first.plain, second.plain)) && written(first.parts, second.parts, marked);
    const heard = HEARD.filter(([from]) => from.test(one.word)).map(([from, to]) => token(one.word.replace(from, to))).find((other) => fits(other, at, better));
    return heard ? { ...heard, mended: true } : one;
  });
}

function spelled(tokens, { known, often, beside, word, neighbours, vocabulary, spelt }, story) {
  const mended = [];
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at];
    const last = at === tokens.length - 1;
    if (known(one.plain) || /^\d+$/.test(one.word)) {
      mended.push(one);
      continue;
    }
    const next = tokens[at + 1];
    const joined = next && token(one.word + next.word);
    const before = mended[mended.length - 1];
    if (joined && joined.plain.length <= LONGEST && known(joined.plain) && one.word.length + next.word.length > 2 && (one.word.length < 3 || !known(next.plain))) {
      mended.push({ ...joined, mended: true });
      at++;
      continue;
    }
    const single = token(one.word.replace(DOUBLED, "$1"));
    if (single.word !== one.word && spelt(single.parts)) {
      mended.push({ ...single, mended: true });
      continue;
    }
    const telex = fromTelex(one.word).map(token).find((guess) => known(guess.plain));
    if (telex) {
      mended.push({ ...telex, mended: true });
      continue;
    }
    const possible = POSSIBLE.test(one.plain);
    const begins = last ? vocabulary.filter((plain) => plain.startsWith(one.plain)) : [];
    if (begins.length && (!before || !possible || one.plain.length < 3 || begins.some((plain) => beside(before.plain, plain)))) {
      mended.push(one); // half typed: the engine looks at every continuation
      continue;
    }
    const near = nearest(one.plain, vocabulary, (plain) => {
      const fits = Math.log1p(before ? neighbours(before.plain, plain) : 0) + Math.log1p(next ? neighbours(plain, next.plain) : 0);
      return possible && !(story ? (before && word(before.plain, plain)) || (next && word(plain, next.plain)) : fits) ? -1 : fits + 3 * Number(slipped(one.plain, plain)) + Math.log1p(often(plain)) / 4;
    });
    const parts = !near && !possible && splits(one.word, known);
    if (parts) {
      mended.push(...parts.map((part) => ({ ...token(part), mended: true })));
      continue;
    }
    if (!near && begins.length) {
      mended.push(one);
      continue;
    }
    mended.push(near ? { ...one, parts: { plain: near, shape: near, tone: "" }, plain: near, mended: true, bare: true } : one);
  }
  return mended;
}

/** What a word may be when telex or VNI keys were left in it. */
export function fromTelex(word) {
  if (/^[a-z]+\d[a-z0-9]*$/.test(word)) return [word.replace(/\d/g, "")];
  const toned = syllable(word).tone; // then no key of a tone was left in it: "họx" is a slip
  const guesses = toned ? [word] : [word, word.replace(/[sfrxj]$/, ""), word.replace(/([aeiouwy])[sfrxj]/, "$1")];
  return [...new Set(guesses)]
    .map((guess) => TELEX.reduce((text, [from, to]) => text.replace(from, to), guess))
    .filter((guess) => guess !== word && guess.length > 1);
}

/** `word` cut into two to four known syllables of two letters or more, or null. */
export function splits(word, known, most = 4) {
  if (word.length < 4) return null;
  for (let cut = Math.min(LONGEST, word.length - 2); cut >= 2; cut--) {
    const head = word.slice(0, cut);
    if (!known(syllable(head).plain)) continue;
    const tail = word.slice(cut);
    if (tail.length <= LONGEST && known(syllable(tail).plain)) return [head, tail];
    const rest = most > 2 && splits(tail, known, most - 1);
    if (rest) return [head, ...rest];
  }
  return null;
}

/** Whether two words differ as a slip of the finger makes them: neighbours swapped, or the key beside. */
function slipped(one, other) {
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  return (one[at] === other[at + 1] && one[at + 1] === other[at]) || Math.abs(ROWS.indexOf(one[at]) - ROWS.indexOf(other[at])) === 1;
}

function nearest(plain, vocabulary, worth) {
  if (plain.length < 3) return "";
  let best = "";
  let most = -1;
  for (const other of alike(plain, vocabulary)) {
    const value = worth(other);
    if (value > most) [best, most] = [other, value];
  }
  return best;
}

const ALIKE = new WeakMap(); // vocabulary -> word -> those of it that differ by one letter: the same slip comes in every sentence and at every key
const REMEMBERED = 300;

function alike(plain, vocabulary) {
  let known = ALIKE.get(vocabulary);
  if (!known || known.size > REMEMBERED) ALIKE.set(vocabulary, known = new Map());
  let found = known.get(plain);
  if (!found) known.set(plain, found = vocabulary.filter((other) => withinOne(plain, other)));
  return found;
}

/** Whether two words differ by one letter put in, left out, changed, or two neighbours swapped. */
export function withinOne(one, other) {
  const difference = one.length - other.length;
  if (difference > 1 || difference < -1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (difference === 1) return one.slice(at + 1) === other.slice(at);
  if (difference === -1) return one.slice(at) === other.slice(at + 1);
  return one.slice(at + 1) === other.slice(at + 1)
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2));
}
