// What each part of the ranking is worth: the same questions asked without it.
//   node ablation.mjs INDEX.json QUESTIONS.tsv [INDEX.json QUESTIONS.tsv …]
// Prints a Markdown table: share of questions answered right in the first place, among five, and refused where they are not ours.
import { TUNING } from "../../theme/assets/search-tuning.js";
import { CHANGES } from "./altering.mjs";
import { engineOf, questionsOf } from "./scoring.mjs";

// number → the value with which it does nothing
const NEUTRAL = {
  pair: 0, keyword: 1, precision: 0, denied: 1, before: 1,
  usual: 1, second: 0, asked: 0, length: 0, longer: 0, typing: 1, third: 0, special: 1, absent: 1,
};
const WITHOUT = {
  "words of a kind": (raw) => ({ ...raw, language: { ...raw.language, says: raw.language.says.split(" ").map((row, at) => (at < raw.language.near ? "" : row)).join(" ") } }),
  "expressions": (raw) => ({ ...raw, language: { ...raw.language, says: raw.language.says.replace(/[^ ]+/g, "") } }),
};
const files = process.argv.slice(2);
const sets = [];
for (let at = 0; at < files.length; at += 2) {
  const asked = questionsOf(files[at + 1]).filter(({ half }) => half === "dev").flatMap((question, number) => {
    const changes = Object.values(CHANGES);
    return [question.query, changes[number % changes.length](question.id, question.query)].filter(Boolean).map((text) => ({ ...question, text }));
  });
  sets.push({ file: files[at], asked });
}

function row(name, change = (raw) => raw) {
  const sum = { count: 0, first: 0, five: 0, outside: 0, refused: 0 };
  for (const { file, asked } of sets) {
    const engine = engineOf(file, change);
    for (const { text, accepted, behaviour } of asked) {
      const answer = engine.search(text, { most: 8 });
      if (behaviour === "oos") {
        sum.outside++;
        sum.refused += answer.state !== "done";
        continue;
      }
      const rank = answer.results.map(({ at }) => engine.data.code(at)).filter(Boolean).findIndex((code) => accepted.includes(code)) + 1;
      sum.count++;
      sum.first += rank === 1;
      sum.five += rank > 0 && rank <= 5;
    }
  }
  console.log(`| ${name} | ${(sum.first / sum.count).toFixed(4)} | ${(sum.five / sum.count).toFixed(4)} | ${(sum.refused / sum.outside).toFixed(3)} |`);
}

console.log("| without | first | among five | not ours: refused |\n|---|---|---|---|");
row("(nothing: as it is)");
for (const [name, change] of Object.entries(WITHOUT)) row(name, change);
for (const [name, value] of Object.entries(NEUTRAL)) {
  const stood = TUNING[name];
  if (stood === undefined) continue;
  TUNING[name] = value;
  row(`\`${name}\` (${stood})`);
  TUNING[name] = stood;
}
