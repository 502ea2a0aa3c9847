// What the second and the third opinion count: syllables and pairs of them.
import { TUNING } from "./search-tuning.js";

/** Greater than any number of a syllable: a pair is one number, (first + 1) * PAIR + second. */
export const PAIR = 65536;

/** A pair of syllables as one number, which is none of a syllable. */
export function pairOf(first, second) {
  return (first + 1) * PAIR + second;
}

/** How much a text of this length is held against its words. */
export function share(length, usual) {
  return 1 - TUNING.length + (TUNING.length * length) / usual;
}

export function mean(values) {
  const used = values.filter((value) => value > 0);
  return used.reduce((sum, value) => sum + value, 0) / Math.max(1, used.length);
}
