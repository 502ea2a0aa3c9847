// Ranks the records of the index for a question. No page, no network: the same module runs in Node for tests.
import { Data, OtherFormat } from "./search-data.js";
import { Fields } from "./search-fields.js";
import { certaintyOf, priorOf } from "./search-certainty.js";
import { fuse, merge, sentences } from "./search-fuse.js";
import { Language } from "./search-language.js";
import { agreement, cut, key } from "./search-normalise.js";
import { makePlan } from "./search-plan.js";
import { ask } from "./search-question.js";
import { DOUBLED, POSSIBLE } from "./search-repair.js";
import { decay, rank } from "./search-rank.js";
import { END, Runs } from "./search-runs.js";
import { TUNING } from "./search-tuning.js";

const FORM = /\d[\p{L}\d]*(?:[/-][\p{L}\d]+)+|(?<!\p{L})\p{L}{2,3}\d{1,2}(?![\p{L}\d])/u; // 10/ĐK, 24/ĐK-TCT, CT01
const MAYBE_FORM = /[^\s\d]\d|\d\S*[/-]/; // every text with a form's number has this; FORM takes some milliseconds when it is first used
const NOBODY = { top: 0, matter: -1, leaning: 0 }; // what is known of questions that are not ours before sample questions have come
const FIELD = " linh vuc"; // before the name of a field, in its title
const NEAR = 3; // procedures that are shown where none is an answer
const ACRONYM = /^[a-z]{4,8}$/;
// What a matter's first, usual record begins with.
const USUAL = /^(?:dang ki|cap|chung thuc|khai bao)(?! (?:lai|doi|dieu chinh|gia han|giai the|cham dut|nhu cau|thay doi|ban sao|su dung|tam thoi))/;

const UNIT = /^(?:xa|phuong|dac khu|thi tran|thi xa|huyen|quan|thanh pho|tinh) (.+?)(?: cu)?$/; // a unit's title, plain: its name

/** What `steps` gives where it needs the next part of the index. */
const MORE = true;

export class Engine {
  constructor(raw) {
    for (const step of this.steps(raw)) if (step === MORE) throw new OtherFormat("part");
  }

  /** An engine made in steps, so that a weak phone can paint and scroll between them. raw: the index, of which more() fetches the parts that have not
   * come yet. pause: a promise that comes back soon. */
  static async inSteps(raw, pause, more = async () => {}) {
    const engine = Object.create(Engine.prototype);
    for (const step of engine.steps(raw)) await (step === MORE ? more() : pause());
    return engine;
  }

  *steps(raw) {
    /** @type {any[] | null} */
    this.cases = null; // what the questions that separate ask about, for worthOf
    /** @type {string[]} */
    this.plainTitles = []; // of records that have been asked for
    /** @type {string[][]} */
    this.names = []; // the same for what they are called
    this.data = Object.create(Data.prototype);
    yield* this.data.steps(raw);
    this.language = Object.create(Language.prototype);
    yield* this.language.steps(raw.language, this.data);
    if (!("titles" in raw)) yield MORE;
    yield* this.data.records();
    const { syllables } = this.data;
    this.count();
    this.prior = priorOf(this.all().filter((at) => this.data.group(at) === "procedure").length);
    yield;
    this.weightOf = Float32Array.from(syllables.list, ({ plain }) => this.weight(plain));
    yield;
    this.fields = Object.create(Fields.prototype);
    yield* this.fields.steps(this);
    const vocabulary = new Set([...syllables.byPlain.keys(), ...this.language.known]);
    const written = new Set(this.language.list.map(({ shape, tone }) => shape + tone));
    this.index = {
      known: (plain) => vocabulary.has(plain),
      often: (plain) => this.often(plain),
      together: (first, second) => this.together(first, second),
      acronym: (one) => this.acronym(one),
      beside: (first, second) => this.together(first, second) > 0 || this.language.beside(first, second).length > 0,
      word: (first, second) => this.isWord(first, second, TUNING.keeps) || this.language.isWord(first, second, TUNING.keeps),
      neighbours: (first, second) => this.together(first, second) + this.language.beside(first, second).length + this.fields.together(first, second),
      spelt: ({ shape, tone }) => written.has(shape + tone),
      written: (first, second, marked) => this.writtenSo(first, second, marked),
      vocabulary: [...vocabulary],
      empty: this.language.empty,
    };
  }

  /** Make the runs of titles, names and keywords, and count in how many records each plain syllable is. */
  count() {
    const { phrases, plains, plainOf, size } = this.data;
    const places = phrases.reduce((sum, row) => row.reduce((all, phrase) => all + phrase.length + 1, sum), 0);
    const flat = new Uint16Array(places);
    const owners = new Uint32Array(places); // twice the record, one more for its names and keywords
    const positions = new Uint16Array(places); // of a place in its phrase
    const exact = new Uint16Array(places); // the same syllables as they are written
    const records = this.records = new Uint32Array(plains.length);
    const last = new Int32Array(plains.length).fill(-1);
    let place = 0;
    for (let at = 0; at < size; at++) {
      const row = phrases[at];
      for (let number = 0; number < row.length; number++) {
        const phrase = row[number];
        for (let one = 0; one < phrase.length; one++) {
          const plain = plainOf[phrase[one]];
          if (last[plain] !== at) records[plain]++;
          last[plain] = at;
          owners[place] = 2 * at + (number ? 1 : 0);
          positions[place] = one;
          exact[place] = phrase[one];
          flat[place++] = plain;
        }
        flat[place++] = END;
      }
    }
    this.runs = Object.assign(new Runs(flat, plains.length, owners), { positions, exact });
  }

  /** The number of a plain syllable in the runs; undefined for one that the index does not have. */
  number(plain) {
    return this.language.plains.get(plain);
  }

  /** In how many records a plain syllable is. */
  often(plain) {
    return this.records[this.number(plain)] ?? 0;
  }

  /** How much a plain syllable tells: the rarer in titles, the more. */
  weight(plain) {
    const often = this.often(plain);
    return often ? Math.log((this.data.size + 1) / (often + 0.5)) + 0.3 : TUNING.unknown;
  }

  /** How much the phrase tells that begins at a place of the runs. @param {number} begin */
  total(begin) {
    const { flat, exact } = this.runs;
    let sum = 0;
    for (let at = begin; flat[at] !== END; at++) sum += this.weightOf[exact[at]] * decay(at - begin);
    return sum;
  }

  /** A record's title as plain syllables with single spaces. */
  plainTitle(at) {
    return (this.plainTitles[at] ??= this.plainPhrase(this.data.phrases[at][0]));
  }

  plainPhrase(phrase) {
    return Array.from(phrase, (number) => this.data.syllables.list[number].plain).join(" ");
  }

  plainText(text) {
    return key(text);
  }

  /** Whether record `at` has most of an official name in its title. */
  means(target, at) {
    const pairs = (text) => text.split(" ").flatMap((one, place, all) => (place ? [`${all[place - 1]} ${one}`] : []));
    const title = new Set(pairs(this.plainTitle(at)));
    const wanted = pairs(key(target));
    return wanted.filter((pair) => title.has(pair)).length >= TUNING.met * wanted.length;
  }

  /** Why a record stands here in which nothing that was typed can be seen: the words of the question that mean it, as typed; or "". */
  because(at, question) {
    const shown = `${this.plainTitle(at)} ${key(this.data.called(at))}`;
    for (const { near, used, targets } of question.spans) {
      const said = [...used].sort((a, b) => a - b).map((place) => question.tokens[place]);
      if (near || said.some(({ plain }) => ` ${shown} `.includes(` ${plain} `))) continue;
      if ([...targets].some((target) => this.means(target, at))) return said.map(({ short, word }) => short ?? word).filter((word, place, all) => word !== all[place - 1]).join(" ");
    }
    return "";
  }

  /** How many times two plain syllables stand side by side in titles. */
  together(first, second) {
    return this.runs.beside(this.number(first), this.number(second)).length;
  }

  /** Whether two syllables make a word: they keep together when they occur. */
  isWord(first, second, share = TUNING.lexical) {
    const count = this.together(first, second);
    return count > 1 && count >= share * Math.min(...[first, second].map((plain) => this.runs.count(this.number(plain))));
  }

  /** Whether two typed syllables make a word, and where the question is typed with marks a word with these marks. */
  writtenSo(first, second, marked) {
    const alike = (one, other) => one.plain === other.plain && (!marked || agreement(one, other, true) > 0.8);
    const said = this.language.ways(first.plain, second.plain).filter(([one, other]) => alike(first, one) && alike(second, other));
    if (said.length > 1) return true;
    const { list } = this.data.syllables;
    return this.isWord(first.plain, second.plain)
      && this.data.phrases.some((row) => row.some((phrase) => phrase.some((number, at) => at > 0 && alike(second, list[number]) && alike(first, list[phrase[at - 1]]))));
  }

  /** Whether `text` may name a document of the law: those are fetched only then. */
  namesDocument(text) {
    const { kinds } = this.data.raw;
    if (!kinds) return false;
    const said = cut(text);
    const plain = ` ${key(said)} `;
    return (/[/-]/.test(said) && /\d\s*\/\s*[\d\p{L}]|\p{L}-\p{L}/u.test(said)) || kinds.some((kind) => plain.includes(` ${key(kind)} `));
  }

  /**
   * Results for `text`: {state, results: [{at, score, coverage …}], elsewhere, question}.
   * @param {string} text
   * @param {{fits?: (at: number) => boolean, most?: number, typing?: boolean}} [options] - fits: a filter; typing: the last word may go on
   */
  search(text, options = {}) {
    const using = this.withForm(text).filter(options.fits ?? (() => true));
    return using.length ? this.among(using, text, options) : this.said(text, options);
  }

  /** The answer about the records `using`: all of them, those first that the other words of `text` mean. @param {number[]} using @param {string} text @param {any} options */
  among(using, text, options) {
    const rest = this.said(text.replace(FORM, " "), { ...options, fits: (at) => using.includes(at) });
    const ranked = rest.results.map(({ at }) => at);
    const results = [...rest.results, ...using.filter((at) => !ranked.includes(at)).map(whole)];
    return { ...rest, state: "done", elsewhere: null, results: results.slice(0, options.most ?? TUNING.most) };
  }

  /** The answer to a text: to the whole of it and to its sentences. @param {string} text @param {any} options */
  said(text, options) {
    const one = this.answer(text, options);
    const parts = one.byCode ? [] : sentences(text);
    if (parts.length < 2) return one;
    const known = new Map([[cut(text), one]]); // of a long text the beginning is what was asked as a whole
    for (const part of parts) if (!known.has(part)) known.set(part, this.answer(part, options));
    return merge(one, parts.map((part) => known.get(part)), options.most ?? TUNING.most);
  }

  /** The answer to one sentence, or to a text as if it were one.
   * @param {string} text
   * @param {{fits?: (at: number) => boolean, most?: number, typing?: boolean}} [options] */
  answer(text, { fits = () => true, most = TUNING.most, typing = false } = {}) {
    const question = ask(text, this.language, this.index);
    const { named, absent } = this.withCodes(question);
    const found = named.filter(fits);
    if (found.length) return { state: "done", results: found.map(whole), elsewhere: null, question, byCode: true, absent };
    if (question.codes.length && question.tokens.every(({ word }) => /^\d+$/.test(word))) return { state: "none", results: [], elsewhere: null, question, certainty: -Infinity }; // a number that nothing here has
    const offices = this.offices(question, fits);
    if (offices.length) return { state: "done", results: offices.slice(0, most), elsewhere: null, question, certainty: 0 };
    const { best, top, list, outside } = this.opinions(question, fits, typing);
    const certainty = certaintyOf(question, best, top, outside, this.prior);
    const results = certainty > 0 || this.saysSo(list[0], question) || (best?.coverage >= TUNING.half && goesOn(question, typing)) ? list.slice(0, most) : [];
    const said = question.elsewhere && !(best && results.length && this.outweighs(best, question, certainty)) ? question.elsewhere.entry : null;
    const elsewhere = said ?? (!results.length && outside.top > top ? this.language.matters[outside.matter] ?? null : null);
    const state = elsewhere ? "elsewhere" : results.length ? "done" : "none";
    const fields = state === "none" || (results.length && question.tokens.length === 1) ? this.fieldsNamed(question, fits) : []; // "đất" is in too many records to be sure of one
    if (fields.length) return { state: "done", results: [...fields, ...(results.length ? results.filter(({ at }) => !fields.some((field) => field.at === at)) : list.slice(0, NEAR))], elsewhere, question, best, certainty };
    const near = state === "none" && !question.offTopic && certainty > TUNING.near ? list.filter(({ at }) => this.data.group(at) === "procedure").slice(0, NEAR) : [];
    return { state, results, elsewhere, question, best, certainty, near };
  }

  /** The offices whose hours or telephone a question asks for, and nothing else: those that it names, or the page of all of them. Those of a
   * question that is nothing but their name: "UBND xã Hưng Đạo".
   * @param {any} question @param {(at: number) => boolean} fits @returns {any[]} */
  offices({ facts, tokens, located }, fits) {
    const said = ` ${tokens.map(({ plain }) => plain).join(" ")} `;
    const asked = facts.includes("hours") || facts.includes("contact");
    if (!asked && !said.includes(" uy ban ")) return [];
    const named = this.all().filter((at) => this.data.group(at) === "unit" && fits(at) && said.includes(` ${UNIT.exec(this.plainTitle(at))?.[1]} `));
    const known = ` dia chi tru so uy ban nhan dan ${named.map((at) => this.plainTitle(at)).join(" ")} `;
    if (tokens.some(({ plain, weight }, place) => (asked ? weight >= 1 && !located.has(place) && !/^\d/.test(plain) : weight > 0) && !known.includes(` ${plain} `))) return [];
    const asSaid = (at) => Number(said.includes(` ${this.plainTitle(at)} `)); // "xã Tứ Kỳ" before "thị trấn Tứ Kỳ"
    if (asked && !named.length && this.data.raw.desk !== undefined && fits(this.data.raw.desk)) named.push(this.data.raw.desk);
    return named.sort((a, b) => asSaid(b) - asSaid(a)).map(whole);
  }

  /** The fields of procedures whose name begins with the words of a question, and nothing else is asked. @param {any} question @param {(at: number) => boolean} fits @returns {any[]} */
  fieldsNamed({ tokens }, fits) {
    const said = ` ${tokens.map(({ plain }) => plain).join(" ")} `;
    const named = tokens.some(({ weight }) => weight > 0) ? this.all().filter((at) => this.data.group(at) === "field" && fits(at) && ` ${this.plainTitle(at)} `.startsWith(FIELD + said)) : [];
    return named.map((at) => ({ ...whole(at), score: 2 })); // above the procedures, which nobody is sure of
  }

  /** Whether a title or name of the result has the words of a question as they stand: "chuyển sang lĩnh" of one of twenty words. @param {any} result @param {any} question */
  saysSo(result, { tokens, offTopic }) {
    const wanted = ` ${tokens.map(({ plain }) => plain).join(" ")} `;
    if (!result || offTopic || tokens.length < 2) return false;
    return this.data.phrases[result.at].some((phrase) => ` ${this.plainPhrase(phrase)} `.includes(wanted));
  }

  /** What the opinions say of a question: {list: records, the likeliest first; best: of the first opinion; top: the most that BM25F says;
   * outside: what it says of questions that are not ours}.
   * @param {any} question @param {(at: number) => boolean} [fits] @param {boolean} [typing] */
  opinions(question, fits = () => true, typing = false) {
    const plan = makePlan(this, question, typing);
    const ranked = plan.whole > 0 ? this.usualFirst(rank(this, plan, fits), question) : [];
    const { list, top } = fuse(ranked, this.fields.score(question.tokens), fits, this.worthOf(question));
    const name = ranked[0]?.coverage >= TUNING.sure && (isBare(question) || ranked[0].title >= TUNING.named); // which tells no siblings apart
    const { samples } = this.fields;
    return { list: name || !samples ? list : samples.ordered(list, question.tokens), top, best: ranked[0], outside: samples?.nearest(question.tokens) ?? NOBODY };
  }

  /** How much a result is worth as an answer to a question: less where the record is not in force in this edition and was not called by its name, and where
   * its title says that it is for a case that one of the questions that separate asks about, of which nothing is said.
   * @param {any} question @returns {(at: number) => number} */
  worthOf(question) {
    const typed = question.tokens.map(({ plain }) => plain).join(" ");
    const called = (at) => (this.names[at] ??= [this.data.title(at), this.data.called(at)].map(key)).includes(typed);
    const said = [typed, ...question.spans.flatMap(({ targets }) => [...targets].map(key))].map((text) => ` ${text} `);
    this.cases ??= this.language.questions.map(({ words }) => words.map((text) => ` ${key(text)} `));
    const open = this.cases.filter((texts) => !texts.some((text) => said.some((one) => one.includes(text)))).flat();
    const special = new Set(open.flatMap((text) => this.titled(text)));
    return (at) => (this.data.inForce(at) || called(at) ? 1 : TUNING.absent) * (special.has(at) ? TUNING.special : 1);
  }

  /** The procedures whose title has a text. @param {string} text - plain, with a space on both sides */
  titled(text) {
    const [first, second] = text.trim().split(" ").map((plain) => this.number(plain));
    const places = second === undefined ? this.runs.places(first) : this.runs.beside(first, second);
    return [...new Set(Array.from(places, (place) => this.runs.owners[place] >> 1))].filter((at) => this.data.group(at) === "procedure" && ` ${this.plainTitle(at)} `.includes(text));
  }

  /** The records that codes in the question name, and the codes that nothing here has: {named, absent}. @param {any} question */
  withCodes({ codes }) {
    const having = (code) => this.all().filter((at) => this.data.code(at).startsWith(code));
    const found = codes.map((readings) => readings.map(having).find(({ length }) => length) ?? []);
    return { named: [...new Set(found.flat())], absent: codes.filter((_, place) => !found[place].length).map(([code]) => code) };
  }

  /** The procedures that use the form whose number is in `text`. @param {string} text @returns {number[]} */
  withForm(text) {
    const said = cut(text);
    const form = MAYBE_FORM.test(said) && FORM.exec(said);
    if (!form) return [];
    const wanted = ` ${key(form[0])}`;
    return this.all().filter((at) => this.data.group(at) === "procedure" && this.data.coded[at].some((_, phrase) => phrase > 0 && ` ${key(this.data.title(at, phrase))}`.endsWith(wanted)));
  }

  /** Every record. @returns {number[]} */
  all() {
    return Array.from({ length: this.data.size }, (_, at) => at);
  }

  /** `results` with the usual record of a matter first where hardly more than its name was typed: the shorter its own name, the more usual. */
  usualFirst(results, question) {
    const bare = isBare(question);
    const whole = Math.max(0, ...results.map(({ coverage }) => coverage)) * 0.95;
    for (const item of results) {
      item.usual = bare && item.coverage >= whole && USUAL.test(this.plainTitle(item.at)) ? TUNING.usual - this.data.phrases[item.at][0].length / 500 : 1;
      item.score *= item.usual;
    }
    return results.sort((a, b) => b.score - a.score || a.at - b.at);
  }

  /** What a word that is no syllable may be short for: a known abbreviation with its letters in another order (ATVSTP, VSATTP), else the
   * words that most often stand side by side in titles with these initials. */
  acronym({ plain, word }) {
    if (word !== plain || !ACRONYM.test(plain) || POSSIBLE.test(plain) || this.data.syllables.byPlain.has(plain)) return undefined;
    const once = plain.replace(DOUBLED, "$1"); // "conn" is a slip, and so is "htxx"
    if (once !== plain && this.index.known(once)) return undefined;
    const sorted = (text) => [...key(text)].sort().join("");
    for (const [short, long] of this.data.abbreviations) if (short === once || sorted(short) === sorted(plain)) return long;
    const found = new Map();
    for (const phrase of this.data.phrases.flat()) {
      const said = Array.from(phrase, (number) => this.data.syllables.list[number].plain);
      const at = said.map((one) => one[0]).join("").indexOf(plain);
      const long = said.slice(at, at + plain.length).join(" ");
      if (at >= 0) found.set(long, (found.get(long) ?? 0) + 1);
    }
    return [...found].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  /** Whether an own result comes before "another body does this": all that is known together is sure of it; before the sample questions have
   * come, without which nothing speaks for the other, it is very near, or the other matter is only what the paper is wanted for. */
  outweighs(best, question, certainty) {
    if (this.fields.samples) return certainty > TUNING.certain;
    const other = new Set(question.elsewhere.used);
    const apart = question.spans.some((span) => !span.near && ![...span.used].some((at) => other.has(at)));
    return (apart && best.coverage >= 0.5) || (best.coverage >= TUNING.sure && best.title >= 0.5);
  }
}

/** A result that is meant without any doubt. @param {number} at */
function whole(at) {
  return { at, score: 1, coverage: 1, precision: 1, title: 1 };
}

/** Whether hardly more than a name was typed. @param {any} question */
function isBare({ tokens }) {
  return tokens.filter(({ weight }) => weight >= 1).length <= TUNING.bare;
}

/** Whether the last word of a question may be half a word: while it is typed, and where it is no syllable. */
function goesOn({ tokens }, typing) {
  const last = tokens.at(-1);
  return Boolean(last) && (typing || (/^\p{L}+$/u.test(last.word) && !POSSIBLE.test(last.plain)));
}
