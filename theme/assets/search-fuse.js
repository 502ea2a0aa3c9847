// Several opinions become one list: expressions and BM25F for a sentence, its sentences and the whole for a text.
import { cut } from "./search-normalise.js";
import { TUNING } from "./search-tuning.js";

const END = /(?<=[.!?;…])\s+|[\r\n]+/u;
/** Letters of a text that are looked at. */
export const LONGEST_TEXT = 800;
const SENTENCES = 6; // that are looked at of one text: the last ones, where people come to what they want

/**
 * The records of one sentence, {list: [{at, score, first, second, coverage …}], top}: the best first. Both opinions count the same, the first as far as
 * its best record has what was asked. top: the most that BM25F says of one.
 * @param {Record<string, any>[]} ranked - what the expressions and titles say (search-rank.js), the best first
 * @param {Float32Array} scores - what BM25F says (search-fields.js)
 * @param {(at: number) => boolean} fits
 * @param {(at: number) => number} worth - of a record as an answer, whatever words it has
 */
export function fuse(ranked, scores, fits, worth) {
  let top = 0;
  scores.forEach((score, at) => { if (score > top && fits(at)) top = score; });
  const own = ranked.length ? ranked[0].score : 0;
  const trust = ranked.length ? Math.min(1, ranked[0].coverage) : 0;
  const found = new Map();
  for (const item of ranked) {
    item.first = item.score / own;
    item.second = top ? (scores[item.at] / top) * item.usual : 0;
    found.set(item.at, item);
  }
  scores.forEach((score, at) => {
    if (score >= top * TUNING.shown && score > 0 && fits(at) && !found.has(at)) found.set(at, { at, coverage: 0, precision: 0, title: 0, first: 0, second: score / top });
  });
  const list = [...found.values()];
  for (const item of list) {
    item.worth = worth(item.at);
    item.score = (item.worth * (item.first * trust * (1 - TUNING.second) + item.second * TUNING.second)) / (trust * (1 - TUNING.second) + TUNING.second);
  }
  return { list: best(list), top };
}

/** The sentences of a text, of two words or more, at most the last few; a very long one counts as several. */
export function sentences(text) {
  const parts = [];
  for (const sentence of cut(text, LONGEST_TEXT).split(END)) {
    for (let rest = sentence.trim(), part; rest; rest = rest.slice(part.length).trimStart()) {
      part = cut(rest) || rest;
      if (/\S\s+\S/.test(part)) parts.push(part);
    }
  }
  return parts.slice(-SENTENCES);
}

/** One answer from that to a whole text and those to its sentences: each counts as far as it is certain. The more sentences, the more tries to be
 * wrong in: one before the last, where people mostly tell how it came, has to be surer than a question alone. */
export function merge(whole, parts, most) {
  const least = Math.log(parts.length + 1);
  const asked = [whole, ...parts].filter((one, at) => one.results.length && (!at || at === parts.length || one.certainty > least));
  if (!asked.length) return whole;
  const found = new Map();
  for (const one of asked) {
    for (const item of one.results) {
      const score = item.score * sure(one);
      if (score > (found.get(item.at)?.score ?? 0)) found.set(item.at, { ...item, score });
    }
  }
  const elsewhere = whole.elsewhere ?? null;
  return { ...whole, state: elsewhere ? "elsewhere" : "done", elsewhere, results: best([...found.values()]).slice(0, most), certainty: Math.max(...asked.map(({ certainty }) => certainty)) };
}

/** The probability that an answer is one. */
function sure({ certainty }) {
  return 1 / (1 + Math.exp(-certainty));
}

/** `results` in their order, without those that are far behind the first. @param {any[]} results */
function best(results) {
  const most = results.reduce((score, item) => Math.max(score, item.score), 0);
  return results.filter((item) => item.score >= most * TUNING.shown).sort((a, b) => b.score - a.score || a.at - b.at);
}
