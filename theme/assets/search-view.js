// Pieces of the page that searching makes.
import { create } from "./dom.js";
import { agreement } from "./search-normalise.js";

/** A record's title (or another of its phrases) with the words that were typed in <mark>: only those, never what they may mean. */
export function marked(data, at, question, phrase = 0) {
  const asked = question.tokens.filter((token) => token.weight >= 0.35).map((token) => token.parts);
  const matches = (number) => {
    const written = data.syllables.list[number];
    return asked.some((parts) => parts.plain === written.plain && agreement(parts, written, question.marked) >= 0.7);
  };
  const pieces = [];
  let run = null;
  for (const { text, space, syllables } of data.pieces(at, phrase)) {
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

/** A record's names, what people call it first: [nodes of the name, nodes of the official name below it or null]. */
export function names(data, at, question) {
  const official = marked(data, at, question);
  return data.called(at) ? [marked(data, at, question, 1), official] : [official, null];
}

/** Why a record stands here in which nothing that was typed can be seen: the words of the question that mean it, as typed; or "". */
export function because(engine, at, question) {
  const shown = `${engine.plainTitle(at)} ${engine.data.called(at) ? engine.plainText(engine.data.called(at)) : ""}`;
  for (const { near, used, targets } of question.spans) {
    const said = [...used].sort((a, b) => a - b).map((place) => question.tokens[place]);
    if (near || said.some(({ plain }) => ` ${shown} `.includes(` ${plain} `))) continue;
    if ([...targets].some((target) => engine.means(target, at))) return said.map(({ short, word }) => short ?? word).filter((word, place, all) => word !== all[place - 1]).join(" ");
  }
  return "";
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
