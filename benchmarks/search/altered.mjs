// Asks questions as they are and as people change them (altering.mjs), over the records of one site's index.
//   node altered.mjs INDEX.json QUESTIONS.tsv [--half dev|blind] [--misses] [--json]
// Prints a Markdown table, and with --misses each question whose first answer is wrong.
import { CHANGES } from "./altering.mjs";
import { engineOf, questionsOf, Scores } from "./scoring.mjs";

const [indexFile, questionFile, ...options] = process.argv.slice(2);
const engine = engineOf(indexFile);
const half = options.includes("--half") ? options[options.indexOf("--half") + 1] : "";
const scores = new Scores();
const misses = [];
const known = new Set(engine.all().map((at) => engine.data.code(at)));
for (const question of questionsOf(questionFile)) {
  if (half && question.half !== half) continue;
  for (const [name, change] of Object.entries({ "as asked": (_, query) => query, ...CHANGES })) {
    const text = change(question.id, question.query);
    if (text === null) continue;
    const answer = engine.search(text);
    const codes = answer.results.map(({ at }) => engine.data.code(at)).filter(Boolean);
    const outside = question.behaviour === "oos";
    const names = outside ? [`${name} · not ours`] : [name, ...(name === "as asked" ? [...(question.accepted.some((code) => known.has(code)) ? ["whose answer is among the records"] : []), `author ${question.author}`, question.half, question.bare ? "without marks" : "with marks"] : [])];
    const rank = scores.add(names, question.accepted, { codes, refused: answer.state !== "done" });
    if (outside ? answer.state === "done" : rank !== 1) misses.push(`${name}\t${question.id}\t${rank}\t${answer.state}\t${text}\t${question.accepted}\t${codes.slice(0, 3)}`);
  }
}
const shares = scores.shares();
if (options.includes("--json")) console.log(JSON.stringify(shares));
else {
  console.log("| | questions | first (95 %) | among five (95 %) | none or elsewhere (95 %) |\n|---|---|---|---|---|");
  for (const [name, row] of Object.entries(shares)) {
    const cell = (part) => `${row[part].toFixed(3)} (${row[`${part}From`].toFixed(2)}–${row[`${part}To`].toFixed(2)})`;
    console.log(`| ${name} | ${row.count} | ${name.endsWith("not ours") ? "" : cell("first")} | ${name.endsWith("not ours") ? "" : cell("five")} | ${cell("refused")} |`);
  }
}
if (options.includes("--misses")) console.log(misses.join("\n"));
