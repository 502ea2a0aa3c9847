// The second opinion on every record: BM25F (Robertson and Zaragoza) over its title, its popular names and keywords, and what people are
// known to say for its official name. It looks at plain syllables and pairs of them, so a wrong tone changes nothing here.
import { SOME, numbers } from "./search-data.js";
import { key } from "./search-normalise.js";
import { TUNING } from "./search-tuning.js";

const FEW = 20; // records whose sample questions are read without a break
const PAIR = 65536; // a pair of syllables is one number: first * PAIR + second

export class Fields {
  constructor(engine) {
    for (const step of this.steps(engine)) void step;
  }

  /** Count what each record says. engine: its data, language and plain syllables are ready. */
  *steps({ data, language, indexOf }) {
    this.size = data.size;
    this.numbers = new Map(indexOf); // plain syllable -> number, those of titles first
    this.postings = new Map(); // syllable or pair -> [record, how much it says so, record, …]
    this.learnt = new Map(); // the same of sample questions, until somebody asks for the syllable or pair
    this.outside = new Map(); // the same of questions that no record here answers: [group, how much …]
    this.matters = []; // what each of those groups is about: the number of a matter of another body, or -1
    this.amounts = [1, 1]; // how much all sample questions say, ours and those
    const plain = data.syllables.list.map((one) => this.number(one.plain));
    const said = yield* this.expressions(data, language, plain);
    const lengths = [0, 1, 2].map((field) => mean(data.phrases.map((row, at) => length(row, said[at], field))));
    yield;
    for (let at = 0; at < this.size; at++) {
      if (at % SOME === 0) yield;
      const [title, ...names] = data.phrases[at];
      const fields = [[title], names].map((phrases) => count(phrases.map((phrase) => Array.from(phrase, (number) => plain[number]))));
      fields.push(damped(count(said[at])));
      const whole = new Map();
      fields.forEach((terms, field) => {
        const long = share(length(data.phrases[at], said[at], field), lengths[field]);
        for (const [term, often] of terms) whole.set(term, (whole.get(term) ?? 0) + often / long);
      });
      for (const [term, often] of whole) {
        const list = this.postings.get(term);
        if (list) list.push(at, often);
        else this.postings.set(term, [at, often]);
      }
    }
    this.most = this.rarity(-1);
  }

  /** Count what people ask for each record too, and what they ask that none answers: part, {from, words, asked, outside, matters}, as
   * generator/outputs/search/index.py writes it. Records that say a word already say it more. In steps: it is as much work as the whole index. */
  *learning({ from, words: more, asked, outside = "", matters = [] }, data) {
    const words = more.split("\n");
    const known = new Map(); // a word is in twenty questions
    const read = (number) => {
      let syllables = known.get(number);
      if (!syllables) known.set(number, syllables = (number < from ? data.split[number].map((one) => data.syllables.list[one].plain) : key(words[number - from]).split(" ")).map((plain) => this.number(plain)));
      return syllables;
    };
    const ours = yield* samples(asked, read, this.learnt);
    if (!matters.length) return;
    this.amounts = [ours, yield* samples(outside, read, this.outside)];
    this.matters = matters;
  }

  /** The records that say a syllable or pair, [record, how much it says so, record, …], in their order; undefined where none does. */
  saying(term) {
    const more = this.learnt.get(term);
    if (more) {
      this.learnt.delete(term);
      this.postings.set(term, merged(this.postings.get(term) ?? [], more));
    }
    return this.postings.get(term);
  }

  /** The number of a plain syllable. */
  number(plain) {
    let number = this.numbers.get(plain);
    if (number === undefined) this.numbers.set(plain, number = this.numbers.size);
    return number;
  }

  /** What is said for each record, [syllable numbers]: the expressions whose official name its title has. */
  *expressions(data, language, plain) {
    const titles = data.phrases.map(([title], at) => (data.group(at) === "procedure" ? pairsOf(Array.from(title, (number) => plain[number])) : new Set()));
    const having = new Map(); // pair -> records whose title has it
    titles.forEach((pairs, at) => pairs.forEach((pair) => having.get(pair)?.push(at) ?? having.set(pair, [at])));
    yield;
    const said = titles.map(() => []);
    const known = new Map();
    let done = 0;
    for (const { runs, targets } of language.said()) {
      if (done++ % SOME === 0) yield;
      const texts = runs.map((run) => run.map((one) => this.number(one)));
      for (const target of targets) {
        let records = known.get(target);
        if (!records) known.set(target, records = this.called(target, titles, having));
        for (const at of records) said[at].push(...texts);
      }
    }
    return said;
  }

  /** The records that an official name means: those whose title comes nearest to it, of the titles that have most of it. */
  called(target, titles, having) {
    const wanted = [...pairsOf(key(target).split(" ").map((one) => this.number(one)))];
    const least = Math.ceil(TUNING.met * wanted.length);
    wanted.sort((one, other) => (having.get(one)?.length ?? 0) - (having.get(other)?.length ?? 0));
    const likely = new Set(wanted.slice(0, wanted.length - least + 1).flatMap((pair) => having.get(pair) ?? [])); // others miss too many
    let most = 0;
    let found = [];
    for (const at of likely) {
      const both = wanted.reduce((sum, pair) => sum + Number(titles[at].has(pair)), 0);
      if (!both || both < least) continue;
      const near = (both / wanted.length) ** 2 * (both / (both + TUNING.longer * (titles[at].size - both)));
      if (near > most) [most, found] = [near, []];
      if (near === most) found.push(at);
    }
    return found;
  }

  /** How much a syllable or a pair tells: the fewer records have it, the more. */
  rarity(term) {
    const often = (this.saying(term)?.length ?? 0) / 2;
    return Math.log(1 + (this.size - often + 0.5) / (often + 0.5));
  }

  /** How well each record says what the tokens (with their weights) ask for: Float32Array, in units of the rarest word. parts: a Map that is
   * given what each word and pair added to each record. */
  score(tokens, parts = null) {
    const scores = new Float32Array(this.size);
    this.add(tokens, (term) => this.saying(term), scores, parts);
    return scores;
  }

  /** Questions that are not ours, beside the tokens: {top, matter, leaning}, how much the nearest group says in the units of `score`, what it is about,
   * a number of `matters`, and `leaning`. */
  nearest(tokens) {
    const scores = new Float32Array(this.matters.length);
    this.add(tokens, (term) => this.outside.get(term), scores);
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    return { top, matter: top ? this.matters[scores.indexOf(top)] : -1, leaning: this.leaning(tokens) };
  }

  /** How much more the words belong to our matters than to others': the logarithm of how much likelier each syllable and pair is in what is said of
   * the records than in questions that are not ours, summed (naive Bayes). 0 before those are known. */
  leaning(tokens) {
    const terms = new Set();
    if (this.matters.length) this.add(tokens, (term) => void terms.add(term), []);
    let sum = 0;
    for (const term of terms) {
      const [ours, others] = [total(this.saying(term)) / this.amounts[0], total(this.outside.get(term)) / this.amounts[1]];
      if (ours || others) sum += Math.log((ours + TUNING.unseen) / (others + TUNING.unseen));
    }
    return sum;
  }

  /** Add to `scores` what each text says of the tokens. saying: the texts that say a syllable or pair. */
  add(tokens, saying, scores, parts = null) {
    const count = (term, weight, name) => {
      const list = saying(term);
      if (!list) return;
      const rare = (this.rarity(term) * weight) / this.most;
      for (let at = 0; at < list.length; at += 2) {
        const worth = (rare * list[at + 1]) / (TUNING.enough + list[at + 1]);
        scores[list[at]] += worth;
        if (parts) parts.set(list[at], [...(parts.get(list[at]) ?? []), [name, worth]]);
      }
    };
    let before = null;
    for (const token of tokens) {
      const weight = token.weight * (token.stress ?? 1);
      const number = weight ? this.numbers.get(token.plain) : undefined;
      if (number === undefined) {
        before = null;
        continue;
      }
      count(number, weight, token.word);
      if (before) count(before.number * PAIR + number, Math.min(before.weight, weight), `${before.word} ${token.word}`);
      before = { word: token.word, weight, number };
    }
  }
}

/** Count the questions of coded `rows`, a row for each record or group, into `postings`, in steps. read: the syllable numbers of a word's number.
 * Returns how much they say in all. */
function* samples(rows, read, postings) {
  const said = [];
  for (const row of rows.split(" ")) {
    if (said.length % FEW === 0) yield;
    said.push(row ? row.split("!").map((coded) => numbers(coded).flatMap(read)) : []);
  }
  const lengths = said.map((texts) => texts.reduce((sum, text) => sum + text.length, 0));
  const usual = mean(lengths);
  let all = 0;
  for (let at = 0; at < said.length; at++) {
    if (at % FEW === 0) yield;
    for (const [term, often] of damped(count(said[at]))) {
      const worth = (TUNING.asked * often) / share(lengths[at], usual);
      all += worth;
      const list = postings.get(term);
      if (list) list.push(at, worth);
      else postings.set(term, [at, worth]);
    }
  }
  return all;
}

/** How much a list of `saying` says in all. */
function total(list = []) {
  let sum = 0;
  for (let at = 1; at < list.length; at += 2) sum += list[at];
  return sum;
}

/** How much a text of this length is held against its words. */
function share(length, usual) {
  return 1 - TUNING.length + (TUNING.length * length) / usual;
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

function pairsOf(numbers) {
  return new Set(numbers.slice(1).map((number, at) => numbers[at] * PAIR + number));
}

/** How often each syllable and pair occurs in `texts`, [syllable numbers]. */
function count(texts) {
  const terms = new Map();
  const add = (term) => terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const numbers of texts) {
    numbers.forEach((number, at) => {
      add(number);
      if (at) add(numbers[at - 1] * PAIR + number);
    });
  }
  return terms;
}

/** Counts that grow slowly: ten expressions with the same word are little more than two. */
function damped(terms) {
  for (const [term, often] of terms) terms.set(term, Math.sqrt(often));
  return terms;
}

/** Syllables of a record's field: title, names and keywords, expressions. */
function length([title, ...names], said, field) {
  if (!field) return title.length;
  return field === 1 ? names.reduce((sum, phrase) => sum + phrase.length, 0) : said.reduce((sum, numbers) => sum + numbers.length, 0);
}

function mean(values) {
  const used = values.filter((value) => value > 0);
  return used.reduce((sum, value) => sum + value, 0) / Math.max(1, used.length);
}
