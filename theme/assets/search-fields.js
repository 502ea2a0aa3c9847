// The second opinion on every record: BM25F (Robertson and Zaragoza) over its title, its popular names and keywords, and what people are
// known to say for its official name. It looks at plain syllables and pairs of them, so a wrong tone changes nothing here.
import { PAIR, mean, pairOf, share } from "./search-terms.js";
import { TUNING } from "./search-tuning.js";

const FEW = 20; // entries that are worked on without a break

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
    /** @type {any} */
    this.samples = null; // what people ask too (search-samples.js), when that has come
    const said = yield* this.expressions();
    const lengths = [data.phrases.map(([title]) => title.length), data.phrases.map(([, ...names]) => names.reduce((sum, phrase) => sum + phrase.length, 0)), said];
    this.shares = lengths.map((all) => {
      const usual = mean(all);
      return Float64Array.from(all, (one) => share(one, usual));
    });
    this.most = this.rarity(-1);
  }

  /** Use sample questions too. @param {any} samples - a Samples of search-samples.js */
  learnt(samples) {
    this.samples = samples;
    this.postings.clear(); // what was asked for before had none of them
  }

  /** The records that say a syllable or pair, [record, how much it says so, record, …], in their order. */
  saying(term) {
    let list = this.postings.get(term);
    if (!list) {
      list = this.own(term);
      this.postings.set(term, list = this.samples ? this.samples.with(term, list) : list);
    }
    return list;
  }

  /** In how many records' sample questions two plain syllables stand side by side. @param {string} first @param {string} second */
  together(first, second) {
    const [one, two] = [this.numbers.get(first), this.numbers.get(second)];
    return one === undefined || two === undefined ? 0 : this.samples?.together(one, two) ?? 0;
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
}

/** The places of one number, or of two side by side; none for no number. @param {any} runs @param {number[]} numbers */
function found(runs, numbers) {
  if (!numbers.length) return [];
  return numbers.length > 1 ? runs.beside(...numbers) : runs.places(numbers[0]);
}
