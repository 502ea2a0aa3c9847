// Every record of the index that has a syllable of a plan held against it.
import { TUNING } from "./search-tuning.js";

/** Every record that has something of the question, the best first. */
export function rank(engine, plan, fits) {
  const { terms, groups, whole } = plan;
  const hits = new Array(engine.data.syllables.list.length);
  terms.forEach((term, at) => term.numbers.forEach(([number, quality]) => (hits[number] ??= []).push({ term: at, quality })));
  const single = new Float32Array(terms.length);
  const pair = new Float32Array(terms.length + 1);
  const sums = groups.map((group) => new Float32Array(group.alternatives.length));
  const found = [];
  for (const at of having(engine, terms)) {
    const share = scan(engine, at, hits, terms, single, pair);
    if (!share) continue;
    const { precision, title } = share;
    for (const sum of sums) sum.fill(0);
    for (let index = 0; index < terms.length; index++) {
      if (!single[index]) continue;
      const term = terms[index];
      sums[term.group][term.alternative] += term.weight * single[index] + term.pair * pair[index];
    }
    let score = 0;
    for (let number = 0; number < groups.length; number++) {
      let best = 0;
      groups[number].alternatives.forEach((alternative, which) => {
        if (alternative.whole) best = Math.max(best, sums[number][which] / alternative.whole);
      });
      score += best * groups[number].weight;
    }
    const coverage = score / whole;
    if (coverage < 0.1 || !fits(at)) continue;
    found.push({ at, coverage, precision, title, score: coverage * (1 - TUNING.precision + TUNING.precision * precision) });
  }
  return found.sort((a, b) => b.score - a.score || a.at - b.at);
}

/** The records that have a syllable of one of `terms`, in their order. */
function having({ data, runs }, terms) {
  const there = new Uint8Array(data.size);
  const plains = new Set(terms.flatMap(({ numbers }) => numbers.map(([number]) => data.plainOf[number])));
  for (const plain of plains) for (const place of runs.places(plain)) there[runs.owners[place] >> 1] = 1;
  const records = [];
  for (let at = 0; at < data.size; at++) if (there[at]) records.push(at);
  return records;
}

/** Fill `single` and `pair` with the best match of each term in record `at`; returns how much of its
 * title, and of its title or best keyword, was asked for; null when it has nothing in common with the question. */
function scan(engine, at, hits, terms, single, pair) {
  const row = engine.data.phrases[at];
  let touched = false;
  let title = 0;
  let precision = 0;
  const look = (phrase, factor) => {
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
        const matched = quality * terms[term].share;
        if (matched > top) top = matched;
        if (quality * factor > single[term]) single[term] = quality * factor;
        if (!before || !terms[term].chained) continue;
        for (const one of before) {
          if (one.term === term - 1) pair[term] = Math.max(pair[term], Math.min(quality, one.quality) * factor);
        }
      }
      asked += engine.weightOf[phrase[place]] * decay(place) * top;
      before = list;
    }
    return asked && asked / engine.total(phrase);
  };
  row.forEach((phrase, number) => {
    const share = look(phrase, number ? TUNING.keyword : 1);
    if (!number) title = share;
    precision = Math.max(precision, share);
  });
  return touched ? { title, precision } : null;
}

const DECAY = Float32Array.from({ length: 256 }, (_, place) => 1 / (1 + (place / TUNING.decay) ** 2));

/** How much a syllable at this place of a title counts: official names say what they are about first. */
export function decay(place) {
  return DECAY[Math.min(place, 255)];
}
