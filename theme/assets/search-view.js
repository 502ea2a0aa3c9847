// Pieces of the page that the search creates.
import { create } from "./dom.js";
import { marks } from "./search-marks.js";

/** `pieces` of a name as nodes, those of the places in `found` in <mark>. */
function nodes(pieces, found) {
  const all = [];
  let run = null;
  pieces.forEach(({ text, space }, place) => {
    if (!found.has(place)) {
      run = null;
      all.push(space ? ` ${text}` : text);
    } else if (run) run.append(space ? ` ${text}` : text);
    else {
      if (space) all.push(" ");
      all.push(run = create("mark", {}, text));
    }
  });
  return all;
}

/** A record's names, what people call it first: [nodes of the name, nodes of the official name below it or null]. */
export function names(data, at, question) {
  const texts = (data.called(at) ? [1, 0] : [0]).map((phrase) => data.pieces(at, phrase));
  const [name, official] = marks(texts, question, data.syllables.list).map((found, text) => nodes(texts[text], found));
  return [name, official ?? null];
}

/** The corrected question: its words in the spelling of the best result. */
export function mendedText(engine, question, best) {
  const { data } = engine;
  return question.tokens.map((token) => {
    if (!token.mended || !best) return token.word;
    const alike = data.syllables.byPlain.get(token.plain) ?? [];
    const written = data.pieces(best.at).find(({ syllables }) => syllables.length === 1 && alike.includes(syllables[0]));
    return written ? written.text.toLowerCase() : token.plain;
  }).join(" ");
}
