// Decodes the site's index: turns word numbers into words, and each word, once, into its syllables.
// generator/outputs/search/coding.py and index.py describe the encoding.
import { WORD, clean, syllable, words } from "./search-normalise.js";
import { CATALOGUE, FIELDS, LAWS } from "./urls.js";

/** The format of the index that this script reads: FORMAT in generator/outputs/search/index.py. */
const FORMAT = 5;

/** The index belongs to a release with other scripts. */
export class OtherFormat extends Error {}

/** Number of words, records or expressions that are processed before yielding to other work. */
export const SOME = 200;
export const GROUPS = ["procedure", "guide", "unit", "field", "plan", "law", "news", "page"];
const USUAL = ["procedure", "guide", "field"]; // as in generator/outputs/search/index.py
const OPENING = /^(?:[([“]+|\/\d{4}\/)$/; // "/2021/" of a document's number clings to both sides
const CLOSING = /^(?:[,;:.?!)\]”]+|\/\d{4}\/)$/;
const ALPHABET = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter((char) => char !== "\\");
const VALUE = new Int16Array(128).fill(-1);
ALPHABET.forEach((char, at) => { VALUE[char.charCodeAt(0)] = at; });
const ONE = 70;
const SIGNS = "`'|~_^<>"; // what stands for each of the marks
const MARKS = "\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b";
const BASE = 91;

/** The part of an address made from a document's number, as generator/text/slugs.py makes it. */
function slug(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** What `decoded` gives between rows; between the texts of a row it is another number below 0. */
export const ROW = -2;
VALUE[" ".charCodeAt(0)] = ROW;

/** The numbers in a string of codes, with ROW and -1 where it has several texts. */
export function decoded(text) {
  const found = new Int32Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length;) {
    const first = VALUE[text.charCodeAt(at++)];
    let number = first;
    if (first >= ONE) {
      number = VALUE[text.charCodeAt(at++)];
      if (first < ONE + 19) number += ONE + (first - ONE) * BASE;
      else {
        number = number * BASE + VALUE[text.charCodeAt(at++)];
        if (first > ONE + 19) number = BASE * BASE + number * BASE + VALUE[text.charCodeAt(at++)];
        number += ONE + 19 * BASE;
      }
    }
    found[size++] = number;
  }
  return found.subarray(0, size);
}

/** The same as an array. */
export function numbers(text) {
  return Array.from(decoded(text));
}

const HEADS = "=#$*@[]!"; // begin a word of a list that has 0, 1 … 6 leading characters of the one before; the last: is that with a capital
/** The words of a list. */
export function unfolded(text) {
  const lines = text.match(/\\.*|[=#$*@[\]!][^=#$*@[\]!\\]*/g) ?? [];
  let letters = "";
  let spelled = lines.map((line) => {
    const same = HEADS.indexOf(line[0]);
    return same === 7 ? "" : (letters = same < 0 ? "" : letters.slice(0, same) + line.slice(1));
  }).join("\n");
  for (let sign = 0; sign < SIGNS.length; sign++) spelled = spelled.replaceAll(SIGNS[sign], MARKS[sign]);
  let word = "";
  return spelled.normalize("NFC").split("\n").map((composed, at) => (word = composed || (lines[at] === "!" ? capital(word) : lines[at]?.slice(1) ?? "")));
}

/** A procedure's code from its short form. */
function longCode(short) {
  if (!short || short[0] === "!") return short.slice(1);
  let number = 0;
  for (let at = 0; at < short.length; at++) number = number * BASE + VALUE[short.charCodeAt(at)];
  const digits = String(number).padStart(7, "0");
  return `${digits[0]}.${digits.slice(1)}`;
}

/** `text` with a capital: titles are coded without. */
function capital(text) {
  return text && text[0].toUpperCase() + text.slice(1);
}

/** All syllables met so far, each with a number; `plain` groups those that differ in marks only. */
export class Syllables {
  constructor() {
    this.list = [];
    this.byMark = new Map();
    this.byPlain = new Map();
  }

  /** The number of a word's syllable. */
  number(word) {
    return this.add(syllable(word));
  }

  /** The number of a syllable. */
  add(parts) {
    const mark = `${parts.shape}/${parts.tone}`;
    let number = this.byMark.get(mark);
    if (number === undefined) {
      number = this.list.push(parts) - 1;
      this.byMark.set(mark, number);
      const alike = this.byPlain.get(parts.plain);
      if (alike) alike.push(number);
      else this.byPlain.set(parts.plain, [number]);
    }
    return number;
  }
}

/** The index as the engine uses it: records as columns, phrases as arrays of syllable numbers. */
export class Data {
  constructor(raw) {
    for (const step of this.steps(raw)) void step;
    for (const step of this.records()) void step;
  }

  /** Read the words, all that the first part of the index needs. */
  *steps(raw) {
    if (raw.format !== FORMAT) throw new OtherFormat("format");
    this.raw = raw;
    this.syllables = new Syllables();
    this.shown = new Map(); // the facts of results that have been shown
    /** @type {number[] | null} */
    this.valid = null; // record -> 0 where it is in force, for inForce
    this.words = unfolded(raw.words);
    const texts = raw.language.long.split("!");
    this.abbreviations = new Map(raw.language.short.split("\n").flatMap((row, at) => row.split(",").map((short) => [short.toLowerCase(), this.text(texts[at])])));
    this.split = []; // word -> numbers of its syllables
    this.spelled = new Set(); // numbers of abbreviations: BHXH is written in titles too
    for (const word of clean(this.words.join("\n")).split("\n")) {
      const number = this.split.length;
      if (number % SOME === 0) yield;
      const known = this.abbreviations.get(word);
      const long = known && /^\p{Lu}{3,}$/u.test(this.words[number]) && known;
      if (long) this.spelled.add(number);
      this.split.push((long ? words(long) : word.match(WORD) ?? []).map((part) => this.syllables.number(part)));
    }
    this.plains = [...this.syllables.byPlain.keys()];
    this.plainOf = new Uint16Array(this.syllables.list.length); // syllable -> place of its plain form in `plains`
    this.plains.forEach((plain, index) => { for (const number of this.syllables.byPlain.get(plain)) this.plainOf[number] = index; });
    yield;
  }

  /** Read the records, when their part of the index has come. */
  *records() {
    const { raw } = this;
    this.addresses = new Map(); // part of the index -> addresses of records, for url: they come later
    this.coded = raw.titles.split(" ").map((row) => row.split("!"));
    yield;
    this.phrases = []; // record -> its title, then its names and keywords, as syllables
    let row = [];
    let phrase = [];
    const titles = decoded(`${raw.titles} `);
    for (let at = 0; at < titles.length; at++) {
      const number = titles[at];
      if (number >= 0) {
        const split = this.split[number];
        for (let one = 0; one < split.length; one++) phrase.push(split[one]);
        continue;
      }
      row.push(phrase);
      phrase = [];
      if (number !== ROW) continue;
      this.phrases.push(row);
      row = [];
    }
    yield;
    this.codes = raw.codes.split(" ").map((short, at) => (short === "=" ? this.title(at).split(" ").pop() : longCode(short)));
    this.size = this.coded.length;
    this.fieldOf = decoded(raw.field); // record -> 1 + the place of its field, 0 for none
    this.fields = raw.fields ? raw.fields.split("!").map((coded) => this.text(coded)) : [];
  }

  /** The words of a record's title (or of another of its phrases): [{text, space, syllables}]. */
  pieces(at, phrase = 0) {
    let glue = true;
    return numbers(this.coded[at][phrase]).map((number, place) => {
      const text = place ? this.words[number] : capital(this.words[number]);
      const space = !glue && !CLOSING.test(text);
      glue = OPENING.test(text);
      return { text, space, syllables: this.split[number] };
    });
  }

  /** A record's title, or another of its phrases, as it is written. */
  title(at, phrase = 0) {
    const text = this.text(this.coded[at][phrase]);
    return phrase ? text : capital(text);
  }

  /** A coded text as it was written. */
  text(coded) {
    return this.said(numbers(coded));
  }

  /** The numbers in a coded text, for scripts that come behind the answer. */
  numbers(coded) {
    return numbers(coded);
  }

  /** Words of a list, given as numbers, as they were written. */
  said(list, words = this.words) {
    let text = "";
    let glue = true;
    for (const number of list) {
      const word = words[number];
      text += glue || CLOSING.test(word) ? word : ` ${word}`;
      glue = OPENING.test(word);
    }
    return text;
  }

  /** What people call a record, as it heads a line; "" where that is its title. */
  called(at) { return this.raw.called[at] === "1" ? capital(this.title(at, 1)) : ""; }
  /** What is known of a record beside its name: {agency, time, fee, online, doubt}, "" where it is not, and length: tens of characters of the line that
   * search-load.js fetches; validity: why it is not in force in this edition, or in which one it is. */
  facts(at) {
    const { behind } = this.raw;
    const [part, place] = behind && at >= behind.from ? [behind, at - behind.from] : [this.raw, at];
    if (!this.shown.has(part)) {
      const { texts, from, words, ...columns } = part.facts;
      const known = [...this.words.slice(0, from), ...unfolded(words)];
      columns.validity = part.validity;
      this.shown.set(part, { texts: texts.split("!").map((coded) => this.said(numbers(coded), known)), columns: Object.entries(columns).map(([name, coded]) => [name, numbers(coded)]) });
    }
    const { texts, columns } = this.shown.get(part);
    return Object.fromEntries(columns.map(([name, column]) => [name, name === "length" ? column[place] : texts[column[place]]]));
  }

  /** Whether a record is in force in this edition, as nearly all are. */
  inForce(at) {
    this.valid ??= numbers(this.raw.validity);
    return !this.valid[at];
  }

  code(at) { return this.codes[at]; }
  group(at) { return GROUPS[this.raw.groups[at]]; }
  field(at) { return this.fields[this.fieldOf[at] - 1] ?? ""; }
  /** Where a procedure is received: c(ommune), d(istrict), b(oth) or -. */
  level(at) { return this.raw.levels[at]; }
  /** Whether the address of a record comes with the last part of the index. */
  isLate(at) { return !USUAL.includes(this.group(at)); }
  url(at) {
    const part = this.isLate(at) ? "addresses" : "urls";
    if (!this.addresses.has(part)) this.addresses.set(part, this.raw[part].split("\n"));
    const url = this.addresses.get(part)[at];
    if (url) return url;
    const title = this.title(at);
    if (this.group(at) === "law") return `${LAWS}${slug(title.split(" ").pop())}/`;
    if (this.group(at) === "field") return `${FIELDS}${slug(title.replace(/^Lĩnh vực /, ""))}/`;
    return `${CATALOGUE}${this.codes[at].replaceAll(".", "-")}/`;
  }
}

