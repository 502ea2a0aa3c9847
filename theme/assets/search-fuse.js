// Several opinions become one list: expressions and BM25F for a sentence, its sentences and the whole for a text.
import { cut } from "./search-normalise.js";
import { TUNING } from "./search-tuning.js";

const END = /(?<=[.!?;…])\s+|[\r\n]+/u;
/** Letters of a text that are looked at. */
export const LONGEST_TEXT = 800;
const SENTENCES = 6; // that are looked at of one text: the last ones, where people come to what they want

/**
 * The results of one sentence, {results: [{at, score, first, second, coverage …}], evidence}: the best first; none when nothing fits.
 * @param {Record<string, any>[]} ranked - what the expressions and titles say (search-rank.js), the best first
 * @param {Float32Array} scores - what BM25F says (search-fields.js)
 * @param {{sure: boolean, possible: number, least: number, offTopic: boolean, most: number, fits: (at: number) => boolean, near: (item: object) => boolean}} options - possible: the most that BM25F could say; sure: the first
 *   opinion is an answer; least: the evidence that an answer needs; near: whether one of its records is near enough to its best
 */
export function fuse(ranked, scores, { sure, possible, least, offTopic, most, fits, near }) {
  let top = 0;
  scores.forEach((score, at) => { if (score > top && fits(at)) top = score; });
  const evidence = top * Math.min(1, top / possible || 0); // many words of which no record says more than a few are none
  const alone = evidence >= TUNING.alone && !offTopic;
  if (!(sure || alone) || top < least) return { results: [], evidence };
  const own = ranked.length ? ranked[0].score : 0;
  const found = new Map();
  for (const item of ranked) found.set(item.at, { ...item, first: sure && near(item) ? item.score / own : 0, second: (scores[item.at] / top) * item.usual });
  scores.forEach((score, at) => {
    if (score >= top * TUNING.shown && fits(at) && !found.has(at)) found.set(at, { at, coverage: 0, precision: 0, title: 0, together: 0, named: 0, first: 0, second: score / top });
  });
  const results = [...found.values()];
  for (const item of results) item.score = item.first * (1 - TUNING.second) + item.second * TUNING.second;
  return { results: best(results, (item) => item.first > 0).slice(0, most), evidence };
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

/** One answer from that to a whole text and those to its sentences: each counts as much as it has evidence. */
export function merge(whole, parts, most) {
  const asked = [whole, ...parts].filter(({ results }) => results.length);
  const evidence = Math.max(...asked.map((one) => one.evidence));
  const trusted = whole.results.length || evidence >= TUNING.alone;
  if (!asked.length || !trusted) return whole;
  const found = new Map();
  for (const one of asked) {
    for (const item of one.results) {
      const score = (item.score * one.evidence) / evidence;
      if (score > (found.get(item.at)?.score ?? 0)) found.set(item.at, { ...item, score });
    }
  }
  const elsewhere = whole.elsewhere ?? null;
  return { ...whole, state: elsewhere ? "elsewhere" : "done", elsewhere, results: best([...found.values()]).slice(0, most), evidence };
}

/** One answer from two readings of the same question, `first` and another: each result has the mean of its scores. */
export function agreed(first, other, most) {
  const found = new Map(first.results.map((item) => [item.at, { ...item, score: item.score / 2 }]));
  for (const item of other.results) {
    const known = found.get(item.at);
    if (known) known.score += item.score / 2;
    else found.set(item.at, { ...item, score: item.score / 2 });
  }
  return { ...first, results: best([...found.values()]).slice(0, most) };
}

/** `results` in their order, without those that are far behind the first. kept: those that stay all the same.
 * @param {any[]} results @param {(item: any) => boolean} [kept] */
function best(results, kept = () => false) {
  results.sort((a, b) => b.score - a.score || a.at - b.at);
  return results.filter((item, at) => !at || kept(item) || item.score >= results[0].score * TUNING.shown);
}
