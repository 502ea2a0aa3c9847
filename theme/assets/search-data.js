// Takes the site's index apart: word numbers back to words, and every word once to its syllables.
// generator/outputs/search/coding.py and index.py say how it was put together.
import { syllable, words } from "./search-normalise.js";
import { CATALOGUE, FIELDS, LAWS } from "./urls.js";

/** Words, records or expressions worked on before somebody else may have the processor. */
export const SOME = 200;
export const GROUPS = ["procedure", "guide", "unit", "field", "plan", "law", "news", "page"];
const OPENING = /^(?:[([“]+|\/\d{4}\/)$/; // "/2021/" of a document's number clings to both sides
const CLOSING = /^(?:[,;:.?!)\]”]+|\/\d{4}\/)$/;
const ALPHABET = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter((char) => char !== "\\");
const VALUE = new Int16Array(128).fill(-1);
ALPHABET.forEach((char, at) => { VALUE[char.charCodeAt(0)] = at; });
const ONE = 70;
const BASE = 91;

/** The part of an address made from a document's number, as generator/text/slugs.py makes it. */
function slug(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The numbers in a string of codes. */
export function numbers(text) {
  const found = [];
  for (let at = 0; at < text.length;) {
    const first = VALUE[text.charCodeAt(at++)];
    const next = () => VALUE[text.charCodeAt(at++)];
    if (first < ONE) found.push(first);
    else if (first < ONE + 19) found.push(ONE + (first - ONE) * BASE + next());
    else if (first === ONE + 19) found.push(ONE + 19 * BASE + next() * BASE + next());
    else found.push(ONE + 19 * BASE + BASE * BASE + next() * BASE * BASE + next() * BASE + next());
  }
  return found;
}

/** A procedure's code from its short form. */
function longCode(short) {
  if (!short || short[0] === "!") return short.slice(1);
  const number = [...short].reduce((sum, char) => sum * BASE + VALUE[char.charCodeAt(0)], 0);
  return String(number).padStart(7, "0").replace(/^(\d)/, "$1.");
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
    const parts = syllable(word);
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
  }

  *steps(raw) {
    this.raw = raw;
    this.syllables = new Syllables();
    this.words = raw.words.split("\n");
    const texts = raw.language.long.split("!");
    this.abbreviations = new Map(raw.language.short.split("\n").flatMap((row, at) => row.split(",").map((short) => [short.toLowerCase(), this.text(texts[at])])));
    const spelled = (word) => (/^\p{Lu}{3,}$/u.test(word) && this.abbreviations.get(word.toLowerCase())) || word; // BHXH is written in titles too
    this.split = [];
    for (const word of this.words) {
      if (this.split.length % SOME === 0) yield;
      this.split.push(words(spelled(word)).map((part) => this.syllables.number(part)));
    }
    const toSyllables = (coded) => Uint32Array.from(numbers(coded).flatMap((number) => this.split[number]));
    this.coded = raw.titles.split(" ").map((row) => row.split("!"));
    this.phrases = [];
    for (const row of this.coded) {
      if (this.phrases.length % SOME === 0) yield;
      this.phrases.push(row.map(toSyllables));
    }
    this.codes = raw.codes.split(" ").map((short, at) => (short === "=" ? this.title(at).split(" ").pop() : longCode(short)));
    this.size = this.coded.length;
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
    let text = "";
    let glue = true;
    for (const number of numbers(coded)) {
      const word = this.words[number];
      text += glue || CLOSING.test(word) ? word : ` ${word}`;
      glue = OPENING.test(word);
    }
    return text;
  }

  /** What people call a record, as it heads a line; "" where that is its title. */
  called(at) { return this.raw.called[at] === "1" ? capital(this.title(at, 1)) : ""; }
  code(at) { return this.codes[at]; }
  group(at) { return GROUPS[this.raw.groups[at]]; }
  field(at) { return this.fields[this.raw.field[at]] ?? ""; }
  /** Where a procedure is received: c(ommune), d(istrict), b(oth) or -. */
  level(at) { return this.raw.levels[at]; }
  url(at) {
    if (this.raw.urls[at] !== undefined) return this.raw.urls[at];
    const title = this.title(at);
    if (this.group(at) === "law") return `${LAWS}${slug(title.split(" ").pop())}/`;
    if (this.group(at) === "field") return `${FIELDS}${slug(title.replace(/^Lĩnh vực /, ""))}/`;
    return `${CATALOGUE}${this.codes[at].replaceAll(".", "-")}/`;
  }
}

/** The index with the documents of the law behind it. */
export function whole(raw, more) {
  const size = raw.groups.length;
  const urls = Object.entries(more.urls).map(([at, url]) => [size + Number(at), url]);
  return {
    ...raw,
    words: `${raw.words}\n${more.words}`,
    titles: `${raw.titles} ${more.titles}`,
    codes: `${raw.codes} ${more.codes}`,
    urls: { ...raw.urls, ...Object.fromEntries(urls) },
    groups: raw.groups + more.groups,
    field: [...raw.field, ...more.field],
    levels: raw.levels + more.levels,
    called: raw.called + more.called,
    later: "",
    behind: { from: size, parts: more.parts },
  };
}
