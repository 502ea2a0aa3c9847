// Finds the weights with which the search decides whether its best result is an answer (theme/assets/search-certainty.js): a logistic
// regression on the fitting halves of question sets, as asked and changed (altering.mjs), with cross-validation over authors and over sets.
//   node fit-certainty.mjs INDEX.json QUESTIONS.tsv [INDEX.json QUESTIONS.tsv …] [--names INDEX.json]
// --names: what people call the records of that index must be answered too. Prints the weights, and how much of what is not ours is refused
// when so much of the right first answers is lost, with and without each sign; nothing is written. `intercept` is the first weight that loses so much.
import path from "node:path";
import { signs } from "../../theme/assets/search-certainty.js";
import { sentences } from "../../theme/assets/search-fuse.js";
import { key } from "../../theme/assets/search-normalise.js";
import { CHANGES } from "./altering.mjs";
import { engineOf, questionsOf } from "./scoring.mjs";

const NAMES = ["", "coverage", "BM25F", "off topic", "coverage × precision", "outside", "leaning"];
const GROUPS_OF_NAMES = 6;
const RIDGE = 2; // up to 5 is alike (leaning .34 to .38)
const TURNS = 10;
const LOST = [0.005, 0.01, 0.015, 0.02, 0.03, 0.05];
const options = process.argv.slice(2);
const named = options.includes("--names") ? options.splice(options.indexOf("--names"), 2)[1] : "";
const engines = new Map();
const engineFor = (file) => engines.get(file) ?? engines.set(file, engineOf(file)).get(file);
const texts = []; // {set, author, ours, parts: the whole and its sentences [{signs, least, rank, certain}]}

/** What the search sees of a sentence or a whole text. least: the certainty that it needs. */
function part(engine, text, accepted, least) {
  const question = engine.answer(text, { most: 8 }).question;
  const { best, top, list, outside } = engine.opinions(question);
  const rank = list.map(({ at }) => engine.data.code(at)).filter(Boolean).findIndex((code) => accepted.includes(code)) + 1;
  const decided = question.codes.length > 0 || Boolean(question.elsewhere);
  return { signs: signs(question, best, top, outside), before: engine.prior, least, rank, decided, saysSo: engine.saysSo(list[0], question) };
}

function note(engine, { set, author }, text, ours, accepted) {
  const said = sentences(text);
  const more = said.length > 1 ? said : [];
  const parts = [text, ...more].map((one, at) => part(engine, one, accepted, at % more.length ? Math.log(more.length + 1) : 0)); // as merge() of search-fuse.js
  if (!parts[0].decided) texts.push({ set, author: `${set} ${author}`, ours, parts });
}

for (let at = 0; at < options.length; at += 2) {
  const engine = engineFor(options[at]);
  for (const { id, query, accepted, behaviour, author, half } of questionsOf(options[at + 1])) {
    if (half !== "dev") continue;
    for (const change of [(_, same) => same, ...Object.values(CHANGES)]) {
      const text = change(id, query);
      if (text !== null) note(engine, { set: path.basename(options[at + 1]), author: author || id.slice(0, 2) }, text, behaviour !== "oos", accepted);
    }
  }
}
if (named) {
  const engine = engineFor(named);
  for (const at of engine.all()) {
    for (const text of engine.data.called(at) ? [engine.data.called(at), key(engine.data.called(at))] : []) note(engine, { set: "names", author: at % GROUPS_OF_NAMES }, text, true, [engine.data.code(at)]);
  }
}

/** What a text teaches, [{ours, before, x}]: the whole and its last sentence, where the right record is near enough to be shown; of what is not ours
 * every sentence. without: the number of a sign that is left out. */
function lessons({ ours, parts }, without) {
  return parts
    .filter(({ decided, rank }, at) => !decided && (!ours || ((at === 0 || at === parts.length - 1) && rank > 0 && rank <= 5)))
    .map(({ signs: x, before }) => ({ ours: Number(ours), before, x: x.filter((_, sign) => sign !== without) }));
}

function certainty({ parts }, weights, without) {
  return Math.max(...parts.map(({ signs: x, before, least, saysSo }) => (saysSo ? Infinity : dot(x.filter((_, sign) => sign !== without), weights) + before - least)));
}

/** The weights that make `data` likeliest (Newton's method, ridge on all but the first). */
function fit(data) {
  let weights = data[0].x.map(() => 0);
  for (let turn = 0; turn < TURNS; turn++) {
    const slope = weights.map((weight, at) => (at ? -RIDGE * weight : 0));
    const bend = weights.map((_, at) => weights.map((__, other) => (at === other && at ? RIDGE : 1e-9)));
    for (const { ours, before, x } of data) {
      const chance = 1 / (1 + Math.exp(-dot(x, weights) - before));
      x.forEach((one, at) => {
        slope[at] += one * (ours - chance);
        x.forEach((other, place) => { bend[at][place] += one * other * chance * (1 - chance); });
      });
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight + step[at]);
  }
  return weights;
}

/** The x of matrix · x = values. */
function solve(matrix, values) {
  const rest = matrix.map((row, at) => [...row, values[at]]);
  for (let at = 0; at < rest.length; at++) {
    const largest = rest.slice(at).reduce((best, row, place) => (Math.abs(row[at]) > Math.abs(rest[best][at]) ? at + place : best), at);
    [rest[at], rest[largest]] = [rest[largest], rest[at]];
    rest.forEach((row, other) => {
      if (other === at) return;
      const factor = row[at] / rest[at][at];
      for (let column = at; column < row.length; column++) row[column] -= factor * rest[at][column];
    });
  }
  return rest.map((row, at) => row[row.length - 1] / row[at]);
}

function dot(x, weights) {
  return x.reduce((sum, one, at) => sum + one * weights[at], 0);
}

/** Prints the curve of the texts held out, author by author or set by set. */
function curve(by, weights, without) {
  const held = new Map();
  for (const group of new Set(texts.map((text) => text[by]))) {
    const rest = fit(texts.filter((text) => text[by] !== group).flatMap((text) => lessons(text, without)));
    for (const text of texts) if (text[by] === group) held.set(text, certainty(text, rest, without));
  }
  const asked = texts.filter(({ set }) => set !== "names");
  const right = asked.filter(({ ours, parts }) => ours && parts.some(({ rank }) => rank === 1)).map((text) => held.get(text)).sort((one, other) => one - other);
  const outside = asked.filter(({ ours }) => !ours).map((text) => held.get(text));
  const columns = LOST.map((lost) => {
    const least = right[Math.floor(lost * right.length)];
    return `${(outside.filter((one) => one < least).length / outside.length).toFixed(3)} (${(weights[0] - least).toFixed(2)})`;
  });
  console.log(`| ${without ? `without ${NAMES[without]}` : "all signs"}, another ${by} (${right.length} right, ${outside.length} not ours) | ${columns.join(" | ")} |`);
}

const all = fit(texts.flatMap((text) => lessons(text)));
console.log(`weights ${all.map((weight) => weight.toFixed(2)).join(" ")}\n`);
console.log(`| refused of what is not ours (intercept), lost of what is right: | ${LOST.map((lost) => `${100 * lost} %`).join(" | ")} |\n|---|${LOST.map(() => "---|").join("")}`);
curve("author", all);
curve("set", all);
for (let sign = 1; sign < NAMES.length; sign++) curve("author", fit(texts.flatMap((text) => lessons(text, sign))), sign);
