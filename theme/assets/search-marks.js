// Which words of a result's names are shown as found: only what was typed, in one reading.
import { agreement } from "./search-normalise.js";

const SAID = 0.35; // weight from which a typed word is looked for

/** The pieces to mark in each of `texts` (the names of one result, the most important first; pieces as Data.pieces gives them): a set of places for
 * each. A word typed without marks is found in one reading only ("so" in "sổ đỏ" is not "sở hữu"), and a word that is found in a phrase is not marked
 * where it stands alone. list: the syllables that the pieces number. */
export function marks(texts, { tokens, marked }, list) {
  const places = texts.flatMap((pieces, text) => pieces.flatMap(({ syllables }, piece) => syllables.map((number) => ({ text, piece, number }))));
  const says = (token, place) => {
    const written = place && list[place.number];
    return Boolean(token && written && token.weight >= SAID && token.parts.plain === written.plain && agreement(token.parts, written, marked) >= 0.7);
  };
  const run = (at, place, step) => (says(tokens[at], places[place]) && places[place].text === places[place + step]?.text ? 1 + run(at + step, place + step, step) : Number(says(tokens[at], places[place])));
  const found = texts.map(() => new Set());
  tokens.forEach((token, at) => {
    const here = places.flatMap((_, place) => (says(token, places[place]) ? [{ ...places[place], long: run(at, place, 1) + run(at, place, -1) - 1 }] : []));
    const longest = here.reduce((best, one) => (one.long > best.long ? one : best), { long: 0, number: -1 });
    for (const { text, piece, number, long } of here) if (number === longest.number && (long > 1 || longest.long === 1)) found[text].add(piece);
  });
  return found;
}
