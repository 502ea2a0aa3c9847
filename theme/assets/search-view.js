// Pieces of the page that searching makes.
import { create } from "./dom.js";
import { agreement, syllable, words } from "./search-normalise.js";

/** The title of a record with the words that were asked for in <mark>. */
export function marked(data, at, question) {
  const asked = question.tokens.filter((token) => token.weight >= 1).map((token) => token.parts);
  const meant = question.spans.flatMap((span) => [...span.targets.keys()]).flatMap(words).map(syllable);
  const matches = (number) => {
    const written = data.syllables.list[number];
    const fits = (parts, whole) => parts.plain === written.plain && agreement(parts, written, whole) >= 0.7;
    return asked.some((parts) => fits(parts, question.marked)) || meant.some((parts) => fits(parts, true));
  };
  const pieces = [];
  let run = null;
  for (const { text, space, syllables } of data.pieces(at)) {
    if (syllables.length && syllables.some(matches)) {
      if (!run) {
        if (space) pieces.push(" ");
        pieces.push(run = create("mark"));
        run.append(text);
      } else run.append(space ? ` ${text}` : text);
    } else {
      run = null;
      pieces.push(space ? ` ${text}` : text);
    }
  }
  return pieces;
}

/** What was searched for when the question was mended: its words as the best result writes them. */
export function mendedText(engine, question, best) {
  const { data } = engine;
  return question.tokens.map((token) => {
    if (!token.mended || !best) return token.word;
    const alike = data.syllables.byPlain.get(token.plain) ?? [];
    const written = data.pieces(best.at).find(({ syllables }) => syllables.length === 1 && alike.includes(syllables[0]));
    return written ? written.text.toLowerCase() : token.plain;
  }).join(" ");
}
