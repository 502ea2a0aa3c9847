// Expressions, how people say things, found in a question.
import { ROW, decoded } from "./search-data.js";
import { Runs } from "./search-runs.js";

// What a word of the index is in an expression that is none of syllables.
/** Nothing. */
export const NOTHING = -1;
/** " + " or "…". */
export const CUT = -2;
/** The name of a group, or its beginning: "{người thân}" is two words. */
export const GROUP = -3;
/** The end of such a name. */
export const CLOSE = -4;
/** No places of a question. */
export const NONE = { phrases: new Set(), words: new Set(), skip: new Set() };

/** Expressions of one list, each with the entry it belongs to. One is only taken apart when a question has its first syllable. */
export class Expressions {
  /** coded: a row of expressions for each of `entries`. */
  constructor(language, coded, entries) {
    this.language = language;
    this.entries = entries;
    const words = decoded(`${coded} `);
    const { first, plains } = language;
    const begin = new Int32Array(words.length); // expression -> its place in `words`
    const row = new Uint16Array(words.length); // expression -> its entry
    const firsts = new Int32Array(words.length).fill(-1); // expression -> number of its first plain syllable
    const grouped = []; // [expression, numbers of the syllables that the group it begins with may begin with]
    let size = 0;
    for (let at = 0, entry = 0; at < words.length; at++) {
      if (words[at] < 0) {
        if (words[at] === ROW) entry++;
        continue;
      }
      begin[size] = at;
      row[size] = entry;
      for (; words[at] >= 0; at++) {
        const syllable = first[words[at]];
        if (syllable === NOTHING || syllable === CUT || firsts[size] >= 0) continue;
        if (syllable === GROUP) grouped.push([size, language.beginnings(language.group(words, at))]);
        firsts[size] = syllable === GROUP ? plains.size : syllable;
      }
      size++;
      at--;
    }
    this.words = words;
    this.begin = begin;
    this.row = row;
    this.size = size;
    this.starts = new Runs(firsts.subarray(0, size), plains.size + 1);
    this.grouped = new Map(); // number of a syllable -> expressions that begin with a group
    for (const [number, syllables] of grouped) for (const one of syllables) {
      const list = this.grouped.get(one);
      if (list) list.push(number);
      else this.grouped.set(one, [number]);
    }
    this.apart = []; // expression -> {first, rest, entry}
  }

  /** The expressions that may begin at a place of the tokens, in their order: [{first, rest, entry}]. skip: as `fit` of the language has it. */
  beginning(tokens, start, skip) {
    const { plains, plainOf, own, first } = this.language;
    const number = plains.get(tokens[start].plain);
    if (number === undefined) return [];
    const next = plains.get(tokens[start + 1]?.plain);
    const found = [...(this.grouped.get(number) ?? [])];
    for (const one of this.starts.places(number)) {
      const at = this.begin[one];
      const word = this.words[at];
      const second = own[word].length > 1 ? plainOf[own[word][1]] : first[this.words[at + 1]];
      if (second === next || !(second >= 0) || first[word] !== number || skip.has(start + 1)) found.push(one);
    }
    return found.sort((one, other) => one - other).map((one) => (this.apart[one] ??= this.takenApart(one)));
  }

  takenApart(number) {
    const begin = this.begin[number];
    let end = begin;
    while (this.words[end] >= 0) end++;
    const [first, ...rest] = this.language.data.said(this.words.subarray(begin, end)).split(" + ").map((part) => this.language.chain(part)).filter((chain) => chain.length);
    return { first, rest, entry: this.entries[this.row[number]] };
  }

  /** Every place where an expression fits: [{start, used, size, entry}], the largest first. empty: {phrases, words}, places of
   * words that say nothing: "mất bao lâu" tells of no loss. */
  find(tokens, marked, empty = NONE) {
    const found = [];
    for (let start = 0; start < tokens.length; start++) {
      for (const { first, rest, entry } of this.beginning(tokens, start, empty.skip)) {
        let used = this.language.along(first, tokens, start, marked, empty);
        if (used && rest.length) used = this.joined(used, rest, tokens, marked, empty);
        if (used) found.push({ start, used, size: used.length, entry });
      }
    }
    return found.sort((a, b) => b.size - a.size || a.start - b.start);
  }

  /** `used` with the places of the other parts of an expression with " + ", wherever they stand, or null. */
  joined(used, rest, tokens, marked, empty) {
    const says = (places) => !places.every((at) => empty.words.has(at));
    if (!says(used)) return null;
    let all = used;
    for (const chain of rest) {
      let part = null;
      const { parts } = chain[0][0];
      for (let start = 0; start < tokens.length && !part; start++) {
        if (parts && parts.plain !== tokens[start].plain) continue;
        const places = this.language.along(chain, tokens, start, marked, empty);
        if (places && says(places) && !places.some((at) => all.includes(at))) part = places;
      }
      if (!part) return null;
      all = [...all, ...part];
    }
    return all.sort((a, b) => a - b);
  }
}
