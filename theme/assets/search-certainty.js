// Whether the best result is an answer at all, or the question is about something else.
import { TUNING } from "./search-tuning.js";

/** The logarithm of the odds that the best result answers the question: above 0 it is shown. benchmarks/search/fit-certainty.mjs finds the weights.
 * @param {any} question
 * @param {any} best - what the expressions and titles say (search-rank.js), undefined for nothing
 * @param {number} top - the most that BM25F says of a record
 * @param {{top: number, leaning: number}} outside - the most that it says of questions that are not ours, and how much more the words are ours
 * @param {number} before - as `priorOf` gives it */
export function certaintyOf(question, best, top, outside, before = 0) {
  return signs(question, best, top, outside).reduce((sum, sign, at) => sum + sign * TUNING.certainty[at], before);
}

/** What is known before anything is asked: of the more procedures a site tells, the likelier a question is of one of them. @param {number} procedures */
export function priorOf(procedures) {
  return TUNING.many * Math.log(Math.max(1, procedures / TUNING.known));
}

/** What tells: [1, share of the question in the best record, how much BM25F says, in units of the heaviest word, whether the question has words of
 * other topics, share of the question and of the record's name in each other, how much BM25F says of questions that are not ours,
 * how much more the words belong to ours]. */
export function signs({ tokens, offTopic }, best, top, outside) {
  const { coverage, precision } = best ?? { coverage: 0, precision: 0 };
  const heaviest = Math.max(...tokens.map(({ weight }) => weight)) || 1;
  return [1, coverage, Math.log1p(top / heaviest), Number(offTopic), coverage * precision, Math.log1p(outside.top / heaviest), outside.leaning];
}
