// The expressions of more than two syllables that nobody was seen to say: none of the questions here (of the sets of 2026 the halves `dev`), no sample question, none of everyday.txt.
//   node unsaid.mjs INDEX.json [INDEX.json …]    prints them, a line each; INDEX: of own content
import fs from "node:fs";
import path from "node:path";
import { ask } from "../../theme/assets/search-question.js";
import { engineOf, questionsOf } from "./scoring.mjs";

const here = import.meta.dirname;
const content = path.join(here, "../../content/search");
const lines = (file) => fs.readFileSync(file, "utf8").trim().split("\n");
const texts = fs.readdirSync(here).filter((name) => name.endsWith(".tsv")).flatMap((name) => questionsOf(path.join(here, name)).filter(({ half }) => half === "dev" || !name.includes("2026")).map(({ query }) => query));
for (const name of fs.readdirSync(content)) {
  if (/^(asked|outside|elsewhere)/.test(name)) texts.push(...lines(path.join(content, name)).flatMap((line) => /^\s+- "?(.*?)"?$/.exec(line)?.[1] ?? []));
}
for (const line of lines(path.join(here, "../../tests/outputs/search/everyday.txt")).slice(1)) {
  for (const text of line.split(": ")[1].split(", ")) texts.push(text, text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d"));
}

const SHORT = 2; // syllables of an expression that stays whoever says it
const [all, said] = [new Set(), new Set()];
for (const file of process.argv.slice(2)) {
  const { data, language, index } = engineOf(file);
  const { synonyms } = language;
  const written = [];
  for (let number = 0; number < synonyms.size; number++) {
    let end = synonyms.begin[number];
    while (synonyms.words[end] >= 0) end++;
    written.push(data.said(synonyms.words.subarray(synonyms.begin[number], end)));
    const long = written[number].includes("+") || written[number].split(" ").length > SHORT;
    if (long && synonyms.row[number] >= data.raw.language.near) all.add(written[number]);
  }
  const apart = synonyms.takenApart.bind(synonyms);
  synonyms.takenApart = (number) => ({ ...apart(number), text: written[number] });
  const find = synonyms.find.bind(synonyms);
  synonyms.find = (tokens, marked, empty) => {
    for (let start = 0; start < tokens.length; start++) {
      for (const { first, rest, text } of synonyms.beginning(tokens[start].plain)) {
        const used = language.along(first, tokens, start, marked, empty);
        if (used && (!rest.length || synonyms.joined(used, rest, tokens, marked, empty))) said.add(text);
      }
    }
    return find(tokens, marked, empty);
  };
  for (const text of texts) ask(text, language, index);
}
console.log([...all].filter((text) => !said.has(text)).sort().join("\n"));
