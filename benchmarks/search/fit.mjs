// Finds values for the numbers of the ranking (theme/assets/search-tuning.js) on the fitting halves of question sets, with cross-validation
// over authors: for each author the value is chosen on the questions of all others.
//   node fit.mjs NAME=VALUE,VALUE… [NAME=…] -- INDEX.json QUESTIONS.tsv [INDEX.json QUESTIONS.tsv …]
// Prints what each value gives; nothing is written.
import { TUNING } from "../../theme/assets/search-tuning.js";
import { CHANGES } from "./altering.mjs";
import { engineOf, questionsOf } from "./scoring.mjs";

const line = process.argv.indexOf("--");
const numbers = process.argv.slice(2, line).map((one) => one.split("=")).map(([name, values]) => [name, values.split(",").map(Number)]);
const files = process.argv.slice(line + 1);
const sets = [];
for (let at = 0; at < files.length; at += 2) {
  const asked = questionsOf(files[at + 1]).filter(({ half }) => half === "dev").flatMap((question) => [["as asked", question.query], ...Object.entries(CHANGES).map(([name, change]) => [name, change(question.id, question.query)])]
    .filter(([, text]) => text !== null).map(([change, text]) => ({ ...question, change, text })));
  sets.push({ file: files[at], asked });
}

/** What a question is worth as answered: 1 for the first place, a half for the first five; for what is not ours, 1 for "none" or "elsewhere". */
function worth(engine, { text, accepted, behaviour }) {
  const answer = engine.search(text, { most: 8 });
  if (behaviour === "oos") return Number(answer.state !== "done");
  const rank = answer.results.map(({ at }) => engine.data.code(at)).filter(Boolean).findIndex((code) => accepted.includes(code)) + 1;
  return rank === 1 ? 1 : rank > 0 && rank <= 5 ? 0.5 : 0;
}

/** {author: [sum, count]} with the numbers as they stand, and the sums of each kind of change. */
function measure() {
  const authors = new Map();
  const changes = new Map();
  for (const { file, asked } of sets) {
    const engine = engineOf(file);
    for (const question of asked) {
      const value = worth(engine, question);
      for (const [sums, name] of [[authors, question.author || question.id.slice(0, 2)], [changes, question.behaviour === "oos" ? "not ours" : question.change]]) {
        const sum = sums.get(name) ?? [0, 0];
        sums.set(name, [sum[0] + value, sum[1] + 1]);
      }
    }
  }
  return { authors, changes };
}

const share = (sums) => sums.reduce((sum, [value]) => sum + value, 0) / sums.reduce((sum, [, count]) => sum + count, 0);
for (const [name, values] of numbers) {
  if (!(name in TUNING)) throw new Error(`no such number: ${name}`);
  const stood = TUNING[name];
  const tried = [...new Set([stood, ...values])].map((value) => {
    TUNING[name] = value;
    return { value, ...measure() };
  });
  TUNING[name] = stood;
  for (const { value, authors, changes } of tried) console.log(`${name}=${value}${value === stood ? " (now)" : ""}\tall ${share([...authors.values()]).toFixed(4)}\t${[...changes].map(([change, sum]) => `${change} ${share([sum]).toFixed(3)}`).join("  ")}`);
  const held = [...tried[0].authors.keys()].map((author) => {
    const others = ({ authors }) => share([...authors].filter(([other]) => other !== author).map(([, sum]) => sum));
    return tried.reduce((best, one) => (others(one) > others(best) ? one : best)).authors.get(author);
  });
  console.log(`${name}\tchosen without the author who asks: ${share(held).toFixed(4)}`);
}
