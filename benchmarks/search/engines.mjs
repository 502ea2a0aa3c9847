// Asks the questions of every engine that runs without a browser, over the records of one site's index.
//   node engines.mjs INDEX.json QUESTIONS.tsv [--short]
// Prints one JSON object: {engine: {slice: {count, first, five, mrr, refused}}, ms: {engine: milliseconds a key}}.
import crypto from "node:crypto";
import fs from "node:fs";
import { key } from "../../theme/assets/search-normalise.js";
import { engineOf } from "./scoring.mjs";

const [indexFile, questionFile, short] = process.argv.slice(2);
const own = engineOf(indexFile);
const { data } = own;
const records = [];
for (let at = 0; at < data.size; at++) {
  if (data.group(at) !== "procedure") continue;
  const keywords = data.coded[at].slice(1).map((_, number) => data.title(at, number + 1)).join(" ; ");
  records.push({ id: data.code(at), title: data.title(at), keywords, field: data.field(at) });
}
const codes = new Set(records.map(({ id }) => id));

const engines = { own: ownEngine, ...(short ? {} : { minisearch: await miniSearch(), lunr: await lunr() }) };
const questions = fs.readFileSync(questionFile, "utf8").trim().split("\n").slice(1).map((line) => {
  const [id, query, accepted, behaviour, bare] = line.split("\t");
  return { id, query, accepted: accepted ? accepted.split("|") : [], behaviour, bare: bare.trim() === "1" };
});

const report = {};
for (const [name, search] of Object.entries(engines)) {
  const slices = {};
  for (const question of questions) {
    const { codes: found, refused } = search(question.query);
    const rank = found.findIndex((code) => question.accepted.includes(code)) + 1;
    const half = parseInt(crypto.createHash("sha256").update(question.id).digest("hex").slice(0, 8), 16) % 2 ? "blind" : "dev";
    const outside = question.behaviour === "oos";
    const names = outside ? ["outside", `${half} outside`] : ["all", half, question.bare ? "unmarked" : "marked", question.behaviour];
    if (!outside && question.accepted.some((code) => codes.has(code))) names.push("in corpus", `${half} in corpus`);
    for (const slice of names) {
      const sum = slices[slice] ??= { count: 0, first: 0, five: 0, mrr: 0, refused: 0 };
      sum.count++;
      sum.first += rank === 1;
      sum.five += rank > 0 && rank <= 5;
      sum.mrr += rank ? 1 / rank : 0;
      sum.refused += Boolean(refused);
    }
  }
  for (const sum of Object.values(slices)) for (const part of ["first", "five", "mrr", "refused"]) sum[part] = Math.round((1000 * sum[part]) / sum.count) / 1000;
  report[name] = slices;
}
report.ms = Object.fromEntries(Object.entries(engines).map(([name, search]) => [name, perKey(search)]));
report.records = records.length;
console.log(JSON.stringify(report));

function ownEngine(text) {
  const answer = own.search(text);
  return { codes: answer.results.map(({ at }) => data.code(at)).filter(Boolean), refused: answer.state !== "done" };
}

async function miniSearch() {
  const { default: MiniSearch } = await import("minisearch");
  const engine = new MiniSearch({ fields: ["title", "keywords", "field"], processTerm: (term) => key(term) || null, searchOptions: { boost: { title: 2, keywords: 2 }, prefix: true, fuzzy: 0.15 } });
  engine.addAll(records);
  return (text) => {
    const codes = engine.search(text).map(({ id }) => id);
    return { codes, refused: !codes.length };
  };
}

// As Material for MkDocs sets lunr up for Vietnamese: titles boosted, every word also as a beginning.
async function lunr() {
  const { default: engine } = await import("lunr");
  const stemmer = await import("lunr-languages/lunr.stemmer.support.js");
  const vietnamese = await import("lunr-languages/lunr.vi.js");
  stemmer.default(engine);
  vietnamese.default(engine);
  const index = engine(function build() {
    this.use(engine.vi);
    this.ref("id");
    this.field("title", { boost: 1000 });
    this.field("text");
    for (const { id, title, keywords, field } of records) this.add({ id, title, text: `${keywords} ${field}` });
  });
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
    const codes = index.query((query) => words.forEach((word) => {
      query.term(word, { usePipeline: true, boost: 10 });
      query.term(word, { usePipeline: false, wildcard: engine.Query.wildcard.TRAILING });
    })).map(({ ref }) => ref);
    return { codes, refused: !codes.length };
  };
}

/** Milliseconds a key while a few questions are typed letter by letter, after one round to warm up. */
function perKey(search) {
  const texts = questions.filter((_, number) => number % 40 === 0).map(({ query }) => query);
  let keys = 0;
  let spent = 0;
  for (const round of [0, 1]) {
    for (const text of texts) {
      for (let end = 2; end <= text.length; end++) {
        const begun = performance.now();
        search(text.slice(0, end));
        if (round) {
          keys++;
          spent += performance.now() - begun;
        }
      }
    }
  }
  return Math.round((100 * spent) / keys) / 100;
}
