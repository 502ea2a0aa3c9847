// For the tests: each line of standard input is {index, later, questions} (or {texts}) as JSON; prints a line with what the browser's
// modules answer. Questions without an index are asked of the last one. lines: the parts of the index, to make the engine of as they come.
import readline from "node:readline";
import { Engine } from "../../../theme/assets/search-engine.js";
import { learn } from "../../../theme/assets/search-samples.js";
import { cut, key, procedureCodes, syllable, words } from "../../../theme/assets/search-normalise.js";
import { marks } from "../../../theme/assets/search-marks.js";
import { Data, unfolded } from "../../../theme/assets/search-data.js";
import { whole } from "../../../theme/assets/search-documents.js";

let asked = async () => [];

/** Answers questions over an index that comes as `given`. */
async function engines(given) {
  let breaks = 0;
  const made = async (raw, [...rest] = []) => {
    if (!given.lines) return new Engine(raw);
    const engine = await Engine.inSteps(raw, () => void breaks++, async () => Object.assign(raw, rest.shift()));
    if (given.lines[0] === raw && rest.length !== 2) throw new Error(`${rest.length} parts have not come`); // only what is shown beside a result
    return Object.assign(raw, ...rest) && engine;
  };
  const first = await made(given.lines?.[0] ?? given.index, given.lines?.slice(1));
  const last = given.later && await made(whole(given.index, given.later));
  if (given.asked) for (const engine of [first, last]) if (engine) learn(engine, given.asked);
  if (given.lines && breaks < 10) throw new Error(`only ${breaks} breaks`);
  return (text) => {
    const engine = last && first.namesDocument(text) ? last : first;
    const { state, results, elsewhere, question, near } = engine.search(text);
    return {
      state,
      codes: results.map(({ at }) => engine.data.code(at)).filter(Boolean),
      titles: results.map(({ at }) => engine.data.title(at)),
      elsewhere: elsewhere?.title ?? "",
      near: (near ?? []).map(({ at }) => engine.data.code(at)),
      mended: question.mended,
      third: results.some(({ third }) => third),
      facts: question.facts,
      first: results.slice(0, 1).map(({ at }) => [engine.data.url(at), engine.data.facts(at).validity])[0],
      marked: results.slice(0, 1).map(({ at }) => markedWords(engine.data, at, question))[0],
    };
  };
}

/** The words that are marked in the names of record `at`: [in what people call it, in the official name]. */
function markedWords(data, at, question) {
  const texts = [1, 0].map((phrase) => (phrase && !data.called(at) ? [] : data.pieces(at, phrase)));
  return marks(texts, question, data.syllables.list).map((found, text) => texts[text].filter((_, place) => found.has(place)).map((piece) => piece.text).join(" "));
}

async function answer(given) {
  if (given.folded) return unfolded(given.folded);
  if (given.written) return given.written.map((text) => [cut(text), procedureCodes(text)]);
  if (given.texts) {
    return given.texts.map((text) => {
      const found = words(text);
      return [found, key(text), found.map(syllable).map(({ plain, shape, tone }) => [plain, shape, tone])];
    });
  }
  if (given.questions) {
    if (given.index) asked = await engines(given);
    return given.questions.map(asked);
  }
  const data = new Data(given.later ? whole(given.index, given.later) : given.index);
  const all = Array.from({ length: data.size }, (_, at) => at);
  return all.map((at) => [data.title(at), data.code(at), data.url(at), data.group(at), data.field(at), data.level(at), data.facts(at)]);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
