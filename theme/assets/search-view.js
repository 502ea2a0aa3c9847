// Pieces of the page that searching makes. Text is always set as text, never as HTML.
import { agreement, syllable, words } from "./search-normalise.js";

/** An element: make("p", {class: "note"}, "text", child …). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}

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
        pieces.push(run = make("mark"));
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
