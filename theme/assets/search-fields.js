// The second opinion on every record: BM25F (Robertson and Zaragoza) over its title, its popular names and keywords, and what people are
// known to say for its official name. It looks at plain syllables and pairs of them, so a wrong tone changes nothing here.
import { numbers } from "./search-data.js";
import { key } from "./search-normalise.js";
import { TUNING } from "./search-tuning.js";

const FEW = 20; // records or entries that are worked on without a break
const PAIR = 65536; // a pair of syllables is one number: (first + 1) * PAIR + second

export class Fields {
  constructor(engine) {
    for (const step of this.steps(engine)) void step;
  }

  /** Note what each record says. engine: its data, language, plain syllables and runs are ready. */
  *steps({ data, language, runs }) {
    this.data = data;
    this.language = language;
    this.runs = runs;
    this.size = data.size;
    this.numbers = new Map(language.plains); // plain syllable -> number; those of titles and of the language have theirs
    this.postings = new Map(); // syllable or pair that was asked for -> [record, how much it says so, record, …]
    this.learnt = new Map(); // the same of sample questions alone
    this.outside = new Map(); // the same of questions that no record here answers: [group, how much …]
    this.matters = []; // what each of those groups is about: the number of a matter of another body, or -1
    this.amounts = [1, 1]; // how much all sample questions say, ours and those
    /** @type {number[][][]} */
    this.samples = []; // record -> its sample questions, as syllable numbers
    this.sets = new Map(); // record -> the terms of each of its texts, once it was among the first few results
    const said = yield* this.expressions();
    const lengths = [data.phrases.map(([title]) => title.length), data.phrases.map(([, ...names]) => names.reduce((sum, phrase) => sum + phrase.length, 0)), said];
    this.shares = lengths.map((all) => {
      const usual = mean(all);
      return Float64Array.from(all, (one) => share(one, usual));
    });
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
    this.samples = ours.texts;
    this.sets.clear();
    this.postings.clear(); // what was asked for before had only some of them
    if (!matters.length) return;
    this.amounts = [ours.amount, (yield* samples(outside, read, this.outside)).amount];
    this.matters = matters;
  }

  /** The records that say a syllable or pair, [record, how much it says so, record, …], in their order. */
  saying(term) {
    let list = this.postings.get(term);
    if (!list) {
      const more = this.learnt.get(term);
      list = more ? merged(this.own(term), more) : this.own(term);
      this.postings.set(term, list);
    }
    return list;
  }

  /** In how many records' sample questions two plain syllables stand side by side. @param {string} first @param {string} second */
  together(first, second) {
    const [one, two] = [this.numbers.get(first), this.numbers.get(second)];
    return one === undefined || two === undefined ? 0 : (this.learnt.get(pairOf(one, two)) ?? []).length / 2;
  }

  /** The same without sample questions: what titles, names and keywords, and expressions say. */
  own(term) {
    const syllables = term < 0 ? [] : term < PAIR ? [term] : [Math.floor(term / PAIR) - 1, term % PAIR];
    const often = [0, 1, 2].map(() => new Uint32Array(this.size));
    const asked = new Set();
    for (const place of found(this.runs, syllables)) {
      const owner = this.runs.owners[place];
      often[owner % 2][owner >> 1]++;
      asked.add(owner >> 1);
    }
    const { runs } = this.language;
    for (const place of found(runs, syllables)) {
      for (const at of this.called[runs.owners[place]] ?? []) {
        often[2][at]++;
        asked.add(at);
      }
    }
    const list = [];
    for (const at of [...asked].sort((one, other) => one - other)) {
      const worth = [often[0][at], often[1][at], Math.sqrt(often[2][at])]; // ten expressions with the same word are little more than two
      list.push(at, worth.reduce((sum, one, field) => (one ? sum + one / this.shares[field][at] : sum), 0));
    }
    return list;
  }

  /** The number of a plain syllable. */
  number(plain) {
    let number = this.numbers.get(plain);
    if (number === undefined) this.numbers.set(plain, number = this.numbers.size);
    return number;
  }

  /** Find out whom the expressions mean: `called` has the records of each entry of the language. Returns how many syllables they say for each record. */
  *expressions() {
    const { language, size } = this;
    const said = new Uint32Array(size);
    const syllables = new Uint32Array(language.entries.length + 1); // of the expressions of each entry; of none
    language.countSyllables(syllables);
    const titles = this.titles();
    const known = new Map(); // coded official name -> records
    this.called = [];
    for (let number = 0; number < language.entries.length; number++) {
      if (number % FEW === 0) yield;
      const records = [];
      for (const name of language.entries[number].coded) {
        let found = known.get(name);
        if (!found) known.set(name, found = this.meant(language.plainNumbers(name), titles));
        for (let at = 0; at < found.length; at++) {
          records.push(found[at]);
          said[found[at]] += syllables[number];
        }
      }
      this.called.push(records);
    }
    return said;
  }

  /** The records that an official name means: those whose title comes nearest to it, of the titles that have most of it. name: its syllables; titles:
   * as `titles` gives them. */
  meant(name, { having, sizes, both }) {
    const pairs = [];
    const lists = [];
    for (let at = 1; at < name.length; at++) {
      const pair = pairOf(name[at - 1], name[at]);
      if (pairs.includes(pair)) continue;
      const list = having.get(pair) ?? [];
      for (let one = 0; one < list.length; one++) both[list[one]]++;
      pairs.push(pair);
      lists.push(list);
    }
    const least = Math.ceil(TUNING.met * pairs.length);
    lists.sort((one, other) => one.length - other.length);
    let most = 0;
    let records = [];
    for (let number = 0; number < lists.length; number++) {
      const list = lists[number];
      for (let one = 0; one < list.length; one++) {
        const at = list[one];
        const common = both[at];
        both[at] = 0; // each once; those that only the most frequent pairs have miss too many
        if (!common || common < least || number > pairs.length - least) continue;
        const near = (common / pairs.length) ** 2 * (common / (common + TUNING.longer * (sizes[at] - common)));
        if (near > most) [most, records] = [near, []];
        if (near === most) records.push(at);
      }
    }
    return records;
  }

  /** The pairs of the procedures' titles: {having: pair -> procedures whose title has it, sizes: how many each title has, both: room to count in, all 0}. */
  titles() {
    const { phrases, plainOf } = this.data;
    const having = new Map();
    const sizes = new Uint16Array(this.size);
    for (let at = 0; at < this.size; at++) {
      if (this.data.group(at) !== "procedure") continue;
      const [title] = phrases[at];
      for (let place = 1; place < title.length; place++) {
        const pair = pairOf(plainOf[title[place - 1]], plainOf[title[place]]);
        const list = having.get(pair);
        if (!list) having.set(pair, [at]);
        else if (list[list.length - 1] === at) continue;
        else list.push(at);
        sizes[at]++;
      }
    }
    return { having, sizes, both: new Uint16Array(this.size) };
  }

  /** How much a syllable or a pair tells: the fewer records have it, the more. One that says it much more than the others counts for most of them. */
  rarity(term) {
    const list = this.saying(term) ?? [];
    let sum = 0;
    let squares = 0;
    for (let at = 1; at < list.length; at += 2) {
      sum += list[at];
      squares += list[at] * list[at];
    }
    const often = squares ? (sum * sum) / squares : 0;
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
    const terms = new Set(this.matters.length ? this.terms(tokens).map(({ term }) => term) : []);
    let sum = 0;
    for (const term of terms) {
      const [ours, others] = [total(this.saying(term)) / this.amounts[0], total(this.outside.get(term)) / this.amounts[1]];
      if (ours || others) sum += Math.log((ours + TUNING.unseen) / (others + TUNING.unseen));
    }
    return sum;
  }

  /** Add to `scores` what each text says of the tokens. saying: the texts that say a syllable or pair. */
  add(tokens, saying, scores, parts = null) {
    for (const { term, weight, name } of this.terms(tokens)) {
      const list = saying(term);
      if (!list) continue;
      const rare = (this.rarity(term) * weight) / this.most;
      for (let at = 0; at < list.length; at += 2) {
        const worth = (rare * list[at + 1]) / (TUNING.enough + list[at + 1]);
        scores[list[at]] += worth;
        if (parts) parts.set(list[at], [...(parts.get(list[at]) ?? []), [name, worth]]);
      }
    }
  }

  /** The syllables and pairs of a question: [{term, weight, name, word}], word: whether it is no pair. */
  terms(tokens) {
    const found = [];
    let before = null;
    for (const token of tokens) {
      const weight = token.weight * (token.stress ?? 1);
      if (!weight) continue; // a filler parts no pair: sample questions are published without theirs
      const number = this.numbers.get(token.plain);
      if (number === undefined) {
        before = null;
        continue;
      }
      found.push({ term: number, weight, name: token.word, word: true });
      if (before) found.push({ term: pairOf(before.number, number), weight: Math.min(before.weight, weight), name: `${before.name} ${token.word}`, word: false });
      before = { name: token.word, weight, number };
    }
    return found;
  }

  /** What is said of a record, its title, names and sample questions: the different terms of each text. @param {number} at @returns {Set<number>[]} */
  texts(at) {
    let sets = this.sets.get(at);
    if (!sets) {
      const names = this.data.phrases[at].map((phrase) => Array.from(phrase, (number) => this.data.plainOf[number]));
      this.sets.set(at, sets = [...names, ...(this.samples[at] ?? [])].map((text) => new Set(termsIn(text))));
    }
    return sets;
  }
}

/** Count the questions of coded `rows`, a row for each record or group, into `postings`, in steps. read: the syllable numbers of a word's number.
 * Returns {texts: a row of syllable numbers for each question, amount: how much they say in all}. */
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
  return { texts: said, amount: all };
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

/** The places of one number, or of two side by side; none for no number. @param {any} runs @param {number[]} numbers */
function found(runs, numbers) {
  if (!numbers.length) return [];
  return numbers.length > 1 ? runs.beside(...numbers) : runs.places(numbers[0]);
}

/** A pair of syllables as one number, which is none of a syllable. */
function pairOf(first, second) {
  return (first + 1) * PAIR + second;
}

/** How often each syllable and pair occurs in `texts`, [syllable numbers]. */
function count(texts) {
  const terms = new Map();
  for (const text of texts) for (const term of termsIn(text)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

/** The syllables of a text and its pairs. @param {number[]} text */
function termsIn(text) {
  return text.flatMap((number, at) => (at ? [number, pairOf(text[at - 1], number)] : [number]));
}

/** Counts that grow slowly: ten expressions with the same word are little more than two. */
function damped(terms) {
  for (const [term, often] of terms) terms.set(term, Math.sqrt(often));
  return terms;
}

function mean(values) {
  const used = values.filter((value) => value > 0);
  return used.reduce((sum, value) => sum + value, 0) / Math.max(1, used.length);
}
