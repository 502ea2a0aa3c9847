// Every record of the index that has a syllable of a plan held against it.
import { TUNING } from "./search-tuning.js";

/** Every record that has something of the question, in the order of the index. */
export function rank(engine, plan, fits) {
  const { terms, groups, whole } = plan;
  const { owners, positions, exact } = engine.runs;
  const hits = new Array(engine.data.syllables.list.length); // syllable -> the terms that mean it
  terms.forEach((term, at) => term.numbers.forEach(([number, quality]) => (hits[number] ??= []).push({ term: at, quality })));
  const places = having(engine, terms, hits);
  const single = new Float32Array(terms.length); // the best match of each term in a record
  const pair = new Float32Array(terms.length + 1); // the same of a term behind the one before
  const ways = groups.flatMap(({ alternatives }) => alternatives);
  const sums = new Float32Array(ways.length); // of each alternative of each group, one behind the other
  let size = 0;
  const starts = groups.map(({ alternatives }) => (size += alternatives.length) - alternatives.length); // group -> the first of them
  const found = [];
  for (let next = 0; next < places.length;) {
    const at = owners[places[next]] >> 1;
    single.fill(0);
    pair.fill(0);
    let title = 0;
    let precision = 0; // how much of its title or best keyword was asked for
    while (next < places.length && owners[places[next]] >> 1 === at) { // one phrase
      const begin = places[next] - positions[places[next]];
      const factor = owners[begin] % 2 ? TUNING.keyword : 1;
      let asked = 0;
      let last = 0;
      let before = null;
      for (let place = places[next]; place - positions[place] === begin; place = places[++next]) {
        const list = hits[exact[place]];
        if (last !== place - 1) before = null;
        let top = 0;
        for (let one = 0; one < list.length; one++) {
          const { term, quality } = list[one];
          const matched = quality * terms[term].share;
          if (matched > top) top = matched;
          if (quality * factor > single[term]) single[term] = quality * factor;
          if (!before || !terms[term].chained) continue;
          for (const other of before) {
            if (other.term === term - 1) pair[term] = Math.max(pair[term], Math.min(quality, other.quality) * factor);
          }
        }
        asked += engine.weightOf[exact[place]] * decay(positions[place]) * top;
        last = place;
        before = list;
      }
      asked /= engine.total(begin);
      if (factor === 1) title = asked;
      if (asked > precision) precision = asked;
    }
    sums.fill(0);
    for (let index = 0; index < terms.length; index++) {
      if (!single[index]) continue;
      const term = terms[index];
      sums[starts[term.group] + term.alternative] += term.weight * single[index] + term.pair * pair[index];
    }
    let score = 0;
    for (let number = 0, way = 0; number < groups.length; number++) {
      const end = way + groups[number].alternatives.length;
      let best = 0;
      for (; way < end; way++) if (sums[way] && sums[way] / ways[way].whole > best) best = sums[way] / ways[way].whole;
      score += best * groups[number].weight;
    }
    const coverage = score / whole;
    if (coverage < 0.1 || !fits(at)) continue;
    found.push({ at, coverage, precision, title, score: coverage * (1 - TUNING.precision + TUNING.precision * precision) });
  }
  return found;
}

/** The places in the runs of titles, names and keywords where a syllable of one of `terms` stands, in their order. */
function having({ data, runs }, terms, hits) {
  const plains = new Set(terms.flatMap(({ numbers }) => numbers.map(([number]) => data.plainOf[number])));
  const found = [];
  for (const plain of plains) for (const place of runs.places(plain)) if (hits[runs.exact[place]]) found.push(place);
  return Uint32Array.from(found).sort();
}

const DECAY = Float32Array.from({ length: 256 }, (_, place) => 1 / (1 + (place / TUNING.decay) ** 2));

/** How much a syllable at this place of a title counts: official names say what they are about first. */
export function decay(place) {
  return DECAY[Math.min(place, 255)];
}
