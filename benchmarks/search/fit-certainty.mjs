// Finds the weights with which the search decides whether its best result is an answer (theme/assets/search-certainty.js): a logistic
// regression on the fitting halves of question sets, with cross-validation over authors.
//   node fit-certainty.mjs INDEX.json QUESTIONS.tsv [INDEX.json QUESTIONS.tsv …] [--names INDEX.json]
// --names: what people call the records of that index must be answered too. Prints the weights, and how much of what is not ours is refused
// when so much of the right answers is lost; nothing is written.
import { signs } from "../../theme/assets/search-certainty.js";
import { key } from "../../theme/assets/search-normalise.js";
import { CHANGES } from "./altering.mjs";
import { engineOf, questionsOf } from "./scoring.mjs";

const FOLDS = 6;
const RIDGE = 1;
const KEPT_OUT = ["background"]; // several sentences: each is decided for itself
const options = process.argv.slice(2);
const named = options.includes("--names") ? options.splice(options.indexOf("--names"), 2)[1] : "";
const engines = new Map();
const engineFor = (file) => engines.get(file) ?? engines.set(file, engineOf(file)).get(file);
const rows = []; // {group, ours, signs}

function note(engine, group, text, ours, right) {
  const question = engine.answer(text, { most: 8 }).question;
  const { best, top, list, outside } = engine.opinions(question);
  const codes = list.map(({ at }) => engine.data.code(at)).filter(Boolean).slice(0, 5);
  if (question.codes.length || question.elsewhere || (ours && !right(codes))) return;
  rows.push({ group, ours: Number(ours), signs: signs(question, best, top, outside) });
}

for (let at = 0; at < options.length; at += 2) {
  const engine = engineFor(options[at]);
  for (const { id, query, accepted, behaviour, author, half } of questionsOf(options[at + 1])) {
    if (half !== "dev") continue;
    const changed = Object.entries(CHANGES).flatMap(([name, change]) => (KEPT_OUT.includes(name) ? [] : [change(id, query)])).filter(Boolean);
    for (const text of [query, ...changed]) note(engine, author || id.slice(0, 2), text, behaviour !== "oos", (codes) => codes.some((code) => accepted.includes(code)));
  }
}
if (named) {
  const engine = engineFor(named);
  for (const at of engine.all()) if (engine.data.called(at)) for (const text of [engine.data.called(at), key(engine.data.called(at))]) note(engine, `name ${at % FOLDS}`, text, true, () => true);
}

/** The weights that make `data` likeliest (Newton's method, ridge on all but the first). */
function fit(data) {
  let weights = data[0].signs.map(() => 0);
  for (let turn = 0; turn < 25; turn++) {
    const slope = weights.map((weight, at) => (at ? -RIDGE * weight : 0));
    const bend = weights.map((_, at) => weights.map((__, other) => (at === other && at ? RIDGE : 1e-9)));
    for (const { ours, signs: x } of data) {
      const chance = 1 / (1 + Math.exp(-dot(x, weights)));
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

const groups = [...new Set(rows.map(({ group }) => group))];
for (let fold = 0; fold < FOLDS; fold++) {
  const held = ({ group }) => groups.indexOf(group) % FOLDS === fold;
  const weights = fit(rows.filter((row) => !held(row)));
  for (const row of rows.filter(held)) row.held = dot(row.signs, weights);
}
console.log(`weights ${fit(rows).map((weight) => weight.toFixed(2)).join(" ")}`);
const right = rows.filter(({ ours }) => ours).map(({ held }) => held).sort((one, other) => one - other);
const outside = rows.filter(({ ours }) => !ours).map(({ held }) => held);
for (const lost of [0.01, 0.02, 0.03, 0.05]) {
  const least = right[Math.floor(lost * right.length)];
  console.log(`asked by others: ${(100 * lost).toFixed(0)} % of ${right.length} right answers lost, ${(outside.filter((held) => held < least).length / outside.length).toFixed(3)} of ${outside.length} not ours refused, at ${least.toFixed(2)}`);
}
