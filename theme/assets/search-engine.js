// Ranks the records of the index for a question. No page, no network: the same module runs in Node for tests.
import { Data } from "./search-data.js";
import { Language } from "./search-language.js";
import { agreement, key, syllable, words } from "./search-normalise.js";
import { ask } from "./search-question.js";

export const TUNING = {
  unknown: 3, // weight of a word that no title has
  pair: 0.9, // of two syllables side by side, beside the syllables themselves
  lexical: 0.25, // share of its uses from which two neighbours count as one word
  scattered: 0.45, // credit for a syllable of such a word that stands alone
  keyword: 0.9, // a word of a popular name or keyword, beside one of the title
  named: 0.85, // a whole popular name or keyword that was asked for, beside a whole title
  precision: 0.42, // how much of the score is how much of the title was asked for
  decay: 7, // syllables after which the weight of a title's tail is halved
  half: 0.85, // a half-typed word
  target: 1.5, // how sharply a half-met official name loses
  bound: 14, // most weight a span may take from its official name
  repeat: 0.35, // weight of a second span with the same meaning
  none: 0.34, // coverage under which nothing fits
  weak: 0.8, // the same when no two words were found together and no expression was recognised
  offTopic: 0.9, // the same when the question seems to be about something else altogether
  sure: 0.8, // coverage from which an own result outweighs "another body does this"
  most: 30,
};

export class Engine {
  constructor(raw) {
    this.data = new Data(raw);
    this.language = new Language(raw.language, (coded) => this.data.text(coded));
    const { syllables, phrases, size } = this.data;
    this.plains = [...syllables.byPlain.keys()];
    const plainOf = new Uint16Array(syllables.list.length);
    this.plains.forEach((plain, index) => syllables.byPlain.get(plain).forEach((number) => { plainOf[number] = index; }));
    const records = new Uint32Array(this.plains.length); // in how many records
    const last = new Int32Array(this.plains.length).fill(-1);
    this.uses = new Uint32Array(this.plains.length); // how many times in all
    this.pairs = new Map();
    for (let at = 0; at < size; at++) {
      for (const phrase of phrases[at]) {
        for (let place = 0; place < phrase.length; place++) {
          const plain = plainOf[phrase[place]];
          this.uses[plain]++;
          if (last[plain] !== at) records[plain]++;
          last[plain] = at;
          if (!place) continue;
          const pair = plainOf[phrase[place - 1]] * 65536 + plain;
          this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
        }
      }
    }
    this.often = new Map(this.plains.map((plain, index) => [plain, records[index]]));
    this.indexOf = new Map(this.plains.map((plain, index) => [plain, index]));
    this.weightOf = Float32Array.from(syllables.list, ({ plain }) => this.weight(plain));
    this.totals = phrases.map((row) => row.map((phrase) => this.total(phrase)));
    this.vocabulary = [...new Set([...syllables.byPlain.keys(), ...this.language.known])];
    const inTitles = new Set(this.vocabulary);
    this.index = {
      known: (plain) => inTitles.has(plain),
      often: (plain) => this.often.get(plain) ?? 0,
      beside: (first, second) => this.together(first, second) > 0,
      word: (first, second) => this.isWord(first, second),
      vocabulary: this.vocabulary,
    };
  }

  /** How much a plain syllable tells: the rarer in titles, the more. */
  weight(plain) {
    const often = this.often.get(plain);
    return often ? Math.log((this.data.size + 1) / (often + 0.5)) + 0.3 : TUNING.unknown;
  }

  total(phrase) {
    let sum = 0;
    for (let at = 0; at < phrase.length; at++) sum += this.weightOf[phrase[at]] * decay(at);
    return sum;
  }

  /** A record's title as plain syllables with single spaces. */
  plainTitle(at) {
    return Array.from(this.data.phrases[at][0], (number) => this.data.syllables.list[number].plain).join(" ");
  }

  plainText(text) {
    return key(text);
  }

  /** How many times two plain syllables stand side by side in titles. */
  together(first, second) {
    const [one, two] = [this.indexOf.get(first), this.indexOf.get(second)];
    return one === undefined || two === undefined ? 0 : this.pairs.get(one * 65536 + two) ?? 0;
  }

  /** Whether two syllables make a word: they keep together when they occur. */
  isWord(first, second) {
    const count = this.together(first, second);
    return count > 1 && count >= TUNING.lexical * Math.min(this.uses[this.indexOf.get(first)], this.uses[this.indexOf.get(second)]);
  }

  /** Results for `text`: {state, results: [{at, score, coverage, terms}], elsewhere, question}. fits(at): a filter. */
  search(text, { fits = () => true, most = TUNING.most } = {}) {
    const question = ask(text, this.language, this.index);
    if (question.code) {
      const results = [];
      for (let at = 0; at < this.data.size; at++) {
        if (this.data.code(at).replace(/\D/g, "").startsWith(question.code) && fits(at)) results.push({ at, score: 1, coverage: 1, precision: 1, title: 1, together: 1 });
      }
      if (results.length) return { state: "done", results, elsewhere: null, question };
    }
    const plan = this.plan(question);
    let results = plan.whole > 0 ? this.rank(plan, fits) : [];
    const best = results[0];
    if (!best || best.coverage < this.least(best, question)) results = [];
    else results = results.filter((item) => this.near(item, best, question)).slice(0, most);
    const elsewhere = question.elsewhere && !(results.length && this.outweighs(best, question)) ? question.elsewhere.entry : null;
    return { state: elsewhere ? "elsewhere" : results.length ? "done" : "none", results, elsewhere, question, best };
  }

  /** Whether a result is near enough to the best to be shown. */
  near(item, best, question) {
    const together = item.together > 0 || !best.together || question.spans.length > 0;
    return together && item.score >= best.score * 0.45 && item.coverage >= TUNING.none * 0.8;
  }

  /** The coverage under which even the best result is no answer. */
  least(best, question) {
    const recognised = question.spans.length > 0;
    if (question.offTopic && !recognised) return best.together > 2 ? TUNING.weak * 0.9 : TUNING.offTopic;
    return recognised || best.together ? TUNING.none : TUNING.weak;
  }

  /** Whether an own result comes before "another body does this": it is very near, or the other matter is only what the
   * paper is wanted for. */
  outweighs(best, question) {
    const other = new Set(question.elsewhere.used);
    const apart = question.spans.some((span) => ![...span.used].some((at) => other.has(at)));
    return (apart && best.coverage >= 0.5) || (best.coverage >= TUNING.sure && best.title >= 0.5);
  }

  /** The question as weighted terms: alternatives of a group compete, groups add up. */
  plan(question) {
    const terms = [];
    const groups = [];
    const spanAt = new Map();
    question.spans.forEach((span, number) => span.used.forEach((at) => spanAt.set(at, number + 1)));
    const base = { weight: 0, alternatives: [{ whole: 0, from: 0 }] };
    groups.push(base, ...question.spans.map(() => ({ weight: 0, alternatives: [{ whole: 0 }] })));
    let previous = null;
    question.tokens.forEach((token, place) => {
      if (!token.weight) return;
      const group = spanAt.get(place) ?? 0;
      const numbers = this.numbers(token.parts, question.marked, place === question.tokens.length - 1);
      const weight = this.weight(token.plain) * token.weight;
      const beside = previous ? this.together(previous.plain, token.plain) : 0;
      const pair = beside ? pairWeight(previous, weight) : 0;
      const word = beside > 0 && this.isWord(previous.plain, token.plain);
      const term = { numbers, weight, pair, chained: beside > 0, word, named: group > 0, group, alternative: 0, plain: token.plain };
      terms.push(term);
      groups[group].alternatives[0].whole += weight + pair;
      previous = term;
    });
    const told = new Set();
    question.spans.forEach((span, number) => {
      const group = groups[number + 1];
      let again = true;
      for (const target of span.targets) {
        if (!told.has(target)) again = false;
        told.add(target);
        this.alternative(target, number + 1, group, terms);
      }
      const official = Math.max(...group.alternatives.slice(1).map((item) => item.whole));
      group.weight = Math.max(group.alternatives[0].whole, Math.min(official, TUNING.bound)) * (again ? TUNING.repeat : 1);
    });
    base.weight = base.alternatives[0].whole;
    return { terms, groups, whole: groups.reduce((sum, group) => sum + group.weight, 0) };
  }

  alternative(target, group, owner, terms) {
    const alternative = { whole: 0 };
    const number = owner.alternatives.push(alternative) - 1;
    let previous = null;
    for (const one of words(target)) {
      const parts = syllable(one);
      const weight = this.weight(parts.plain);
      const pair = previous ? pairWeight(previous, weight) : 0;
      const word = previous !== null && this.isWord(previous.plain, parts.plain);
      const term = { numbers: this.numbers(parts, true, false), weight, pair, chained: previous !== null, word, group, alternative: number, plain: parts.plain };
      terms.push(term);
      alternative.whole += weight + pair;
      previous = term;
    }
  }

  /** [syllable number, quality] of all written syllables that a typed one may mean. */
  numbers(parts, marked, last) {
    const { syllables } = this.data;
    const found = (syllables.byPlain.get(parts.plain) ?? []).map((number) => [number, agreement(parts, syllables.list[number], marked)]);
    if (!found.length && last && parts.plain.length > 1) {
      for (const [plain, numbers] of syllables.byPlain) {
        if (plain.startsWith(parts.plain)) for (const number of numbers) found.push([number, TUNING.half]);
      }
    }
    return found;
  }

  /** Every record that has something of the question, the best first. */
  rank(plan, fits) {
    const { terms, groups, whole } = plan;
    const hits = new Array(this.data.syllables.list.length);
    terms.forEach((term, at) => term.numbers.forEach(([number, quality]) => (hits[number] ??= []).push({ term: at, quality })));
    const single = new Float32Array(terms.length);
    const pair = new Float32Array(terms.length + 1);
    const sums = groups.map((group) => new Float32Array(group.alternatives.length));
    const found = [];
    for (let at = 0; at < this.data.size; at++) {
      const share = this.scan(at, hits, terms, single, pair);
      if (!share) continue;
      const { precision, title } = share;
      for (const sum of sums) sum.fill(0);
      let together = 0;
      for (let index = 0; index < terms.length; index++) {
        if (!single[index]) continue;
        const term = terms[index];
        const next = terms[index + 1];
        const beside = pair[index] || pair[index + 1];
        // a syllable counts little where the word it belongs to is not found
        const torn = !beside && (term.word || next?.word || term.named);
        sums[term.group][term.alternative] += term.weight * single[index] * (torn ? TUNING.scattered : 1) + term.pair * pair[index];
        if (!term.alternative) together += pair[index];
      }
      let score = 0;
      for (let number = 0; number < groups.length; number++) {
        let best = 0;
        groups[number].alternatives.forEach((alternative, which) => {
          if (!alternative.whole) return;
          const met = sums[number][which] / alternative.whole;
          best = Math.max(best, which ? met ** TUNING.target : met);
        });
        score += best * groups[number].weight;
      }
      const coverage = score / whole;
      if (coverage < 0.1 || !fits(at)) continue;
      found.push({ at, coverage, precision, title, together, score: coverage * (1 - TUNING.precision + TUNING.precision * precision) });
    }
    return found.sort((a, b) => b.score - a.score || a.at - b.at);
  }

  /** Fill `single` and `pair` with the best match of each term in record `at`; returns how much of its
   * title, and of its title or best keyword, was asked for; null when it has nothing in common with the question. */
  scan(at, hits, terms, single, pair) {
    const row = this.data.phrases[at];
    let touched = false;
    let title = 0;
    let precision = 0;
    const look = (phrase, factor, total) => {
      let before = null;
      let asked = 0;
      for (let place = 0; place < phrase.length; place++) {
        const list = hits[phrase[place]];
        if (!list) {
          before = null;
          continue;
        }
        if (!touched) {
          single.fill(0);
          pair.fill(0);
          touched = true;
        }
        let top = 0;
        for (const { term, quality } of list) {
          if (quality > top) top = quality;
          if (quality * factor > single[term]) single[term] = quality * factor;
          if (!before || !terms[term].chained) continue;
          for (const one of before) {
            if (one.term === term - 1) pair[term] = Math.max(pair[term], Math.min(quality, one.quality) * factor);
          }
        }
        asked += this.weightOf[phrase[place]] * decay(place) * top;
        before = list;
      }
      return asked / total;
    };
    row.forEach((phrase, number) => {
      const share = look(phrase, number ? TUNING.keyword : 1, this.totals[at][number]);
      if (!number) title = share;
      precision = Math.max(precision, number ? share * TUNING.named : share);
    });
    return touched ? { title, precision } : null;
  }
}

const DECAY = Float32Array.from({ length: 256 }, (_, place) => 1 / (1 + (place / TUNING.decay) ** 2));

/** How much a syllable at this place of a title counts: official names say what they are about first. */
function decay(place) {
  return DECAY[Math.min(place, 255)];
}

function pairWeight(previous, weight) {
  return TUNING.pair * (Math.min(weight, previous.weight) + 0.5 * Math.abs(weight - previous.weight));
}
