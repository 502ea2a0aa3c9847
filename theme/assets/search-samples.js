// What sample questions add to the opinions. They come behind the first answer (search-load.js), and this script with them.
import { siblings } from "./search-siblings.js";
import { mean, pairOf, share } from "./search-terms.js";
import { TUNING } from "./search-tuning.js";

const FEW = 20; // records that are worked on without a break

/** Use the sample questions of the index too: part, {from, words, asked, outside, matters}, as generator/outputs/search/index.py writes it. @param {any} engine */
export function learn(engine, part) {
  for (const step of learning(engine, part)) void step;
}

/** The same in steps: it is as much work as the whole index. @param {any} engine */
export function* learning({ data, fields, plainText }, { from, words: more, asked, outside = "", matters = [] }) {
  const words = more.split("\n");
  const known = new Map(); // a word is in twenty questions
  const read = (number) => {
    let syllables = known.get(number);
    if (!syllables) known.set(number, syllables = (number < from ? data.split[number].map((one) => data.syllables.list[one].plain) : plainText(words[number - from]).split(" ")).map((plain) => fields.number(plain)));
    return syllables;
  };
  const ours = yield* counted(asked, data, read);
  const others = matters.length ? yield* counted(outside, data, read) : null;
  fields.learnt(new Samples(fields, ours, others, matters));
}

/** Sample questions that have been read: evidence for records, which say a word more that they say already, and of questions that none answers. */
class Samples {
  /** @param {any} fields @param {Counted} ours @param {Counted | null} others - in groups @param {number[]} matters - what each group is about: the number of a
   * matter of another body, or -1 */
  constructor(fields, ours, others, matters) {
    this.fields = fields;
    this.ours = ours;
    this.others = others;
    this.matters = matters;
    this.sets = new Map(); // record -> the terms of each of its texts, once it was among the first few results
  }

  /** What the records say of a term, `own`, and what is asked for them. */
  with(term, own) {
    const more = this.ours.postings.get(term);
    return more ? merged(own, more) : own;
  }

  /** In how many records' sample questions two numbers of syllables stand side by side. */
  together(first, second) {
    return (this.ours.postings.get(pairOf(first, second)) ?? []).length / 2;
  }

  /** Questions that are not ours, beside the tokens: {top, matter, leaning}, how much the nearest group says in the units of `Fields.score`, what it is
   * about, one of `matters`, and `leaning`. */
  nearest(tokens) {
    const scores = new Float32Array(this.matters.length);
    this.fields.add(tokens, (term) => this.others?.postings.get(term), scores);
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    return { top, matter: top ? this.matters[scores.indexOf(top)] : -1, leaning: this.leaning(tokens) };
  }

  /** How much more the words belong to our matters than to others': the logarithm of how much likelier each syllable and pair is in what is said of
   * the records than in questions that are not ours, summed (naive Bayes). 0 where those are not known. */
  leaning(tokens) {
    const { fields, ours, others } = this;
    const terms = new Set(others ? fields.terms(tokens).map(({ term }) => term) : []);
    let sum = 0;
    for (const term of terms) {
      const [own, other] = [total(fields.saying(term)) / ours.amount, total(others?.postings.get(term)) / (others?.amount ?? 1)];
      if (own || other) sum += Math.log((own + TUNING.unseen) / (other + TUNING.unseen));
    }
    return sum;
  }

  /** The first few of `list` in the order of three opinions. */
  ordered(list, tokens) {
    return siblings(list, this.fields.terms(tokens), (at) => this.texts(at));
  }

  /** What is said of a record, its title, names and sample questions: the different terms of each text. @param {number} at @returns {Set<number>[]} */
  texts(at) {
    let sets = this.sets.get(at);
    if (!sets) {
      const { phrases, plainOf } = this.fields.data;
      const names = phrases[at].map((phrase) => Array.from(phrase, (number) => plainOf[number]));
      this.sets.set(at, sets = [...names, ...(this.ours.texts[at] ?? [])].map((text) => new Set(termsIn(text))));
    }
    return sets;
  }
}

/**
 * @typedef {object} Counted
 * @property {number[][][]} texts - of each record or group its questions, as syllable numbers
 * @property {Map<number, number[]>} postings - syllable or pair -> [record, how much its questions say so, record, …]
 * @property {number} amount - how much they say in all
 */

/** The questions of coded `rows`, a row for each record or group, in steps. read: the syllable numbers of a word's number.
 * @returns {Generator<void, Counted>} */
function* counted(rows, data, read) {
  const texts = [];
  const postings = new Map();
  for (const row of rows.split(" ")) {
    if (texts.length % FEW === 0) yield;
    texts.push(row ? row.split("!").map((coded) => data.numbers(coded).flatMap(read)) : []);
  }
  const lengths = texts.map((own) => own.reduce((sum, text) => sum + text.length, 0));
  const usual = mean(lengths);
  let amount = 0;
  for (let at = 0; at < texts.length; at++) {
    if (at % FEW === 0) yield;
    for (const [term, often] of frequencies(texts[at])) {
      const worth = (TUNING.asked * Math.sqrt(often)) / share(lengths[at], usual); // ten questions with the same word are little more than two
      amount += worth;
      const list = postings.get(term);
      if (list) list.push(at, worth);
      else postings.set(term, [at, worth]);
    }
  }
  return { texts, postings, amount };
}

/** How much a list of postings says in all. */
function total(list = []) {
  let sum = 0;
  for (let at = 1; at < list.length; at += 2) sum += list[at];
  return sum;
}

/** Two posting lists as one: a record of both says its word as much as they say together. */
function merged(one, other) {
  const list = [];
  for (let at = 0, place = 0; at < one.length || place < other.length;) {
    const record = Math.min(one[at] ?? Infinity, other[place] ?? Infinity);
    let worth = 0;
    if (one[at] === record) worth += one[(at += 2) - 1];
    if (other[place] === record) worth += other[(place += 2) - 1];
    list.push(record, worth);
  }
  return list;
}

/** How often each syllable and pair occurs in `texts`, [syllable numbers]. */
function frequencies(texts) {
  const terms = new Map();
  for (const text of texts) for (const term of termsIn(text)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

/** The syllables of a text and its pairs. @param {number[]} text */
function termsIn(text) {
  return text.flatMap((number, at) => (at ? [number, pairOf(text[at - 1], number)] : [number]));
}
