// For the tests: reads {index, later, questions} (or {texts}) as JSON from standard input, prints what the browser's modules answer.
import fs from "node:fs";
import { Engine } from "../../../theme/assets/search-engine.js";
import { cut, key, procedureCode, syllable, words } from "../../../theme/assets/search-normalise.js";
import { Data, whole } from "../../../theme/assets/search-data.js";

const given = JSON.parse(fs.readFileSync(0, "utf8"));
if (given.written) {
  console.log(JSON.stringify(given.written.map((text) => [procedureCode(text), cut(text)])));
} else if (given.texts) {
  console.log(JSON.stringify(given.texts.map((text) => {
    const found = words(text);
    return [found, key(text), found.map(syllable).map(({ plain, shape, tone }) => [plain, shape, tone])];
  })));
} else if (given.questions) {
  let breaks = 0;
  const made = (raw) => (given.inSteps ? Engine.inSteps(raw, () => void breaks++) : new Engine(raw));
  const first = await made(given.index);
  const last = given.later && await made(whole(given.index, given.later));
  if (given.inSteps && breaks < 10) throw new Error(`only ${breaks} breaks`);
  console.log(JSON.stringify(given.questions.map((text) => {
    const engine = last && first.namesDocument(text) ? last : first;
    const { state, results, elsewhere, question } = engine.search(text);
    return {
      state,
      codes: results.map(({ at }) => engine.data.code(at)).filter(Boolean),
      titles: results.map(({ at }) => engine.data.title(at)),
      elsewhere: elsewhere?.title ?? "",
      mended: question.mended,
    };
  })));
} else {
  const data = new Data(given.later ? whole(given.index, given.later) : given.index);
  const all = Array.from({ length: data.size }, (_, at) => at);
  console.log(JSON.stringify(all.map((at) => [data.title(at), data.code(at), data.url(at), data.group(at), data.field(at), data.level(at)])));
}
