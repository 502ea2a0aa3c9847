// Do scripts mean the same? Syntax trees are compared without positions: node same_script.mjs [SOURCE PUBLISHED]…
// Prints, of each pair that differs, the source's path and where.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { parse } = createRequire(resolve("tests/node/package.json"))("acorn");
const tree = (file) => JSON.stringify(
  parse(readFileSync(file, "utf-8"), { ecmaVersion: "latest", sourceType: "module" }),
  (key, value) => (["start", "end", "raw"].includes(key) && typeof value !== "object" ? undefined : value),
);
const files = process.argv.slice(2);
for (let pair = 0; pair < files.length; pair += 2) {
  const [source, published] = [tree(files[pair]), tree(files[pair + 1])];
  if (source !== published) {
    let at = 0;
    while (source[at] === published[at]) at += 1;
    console.log(`${files[pair]}:\n${source.slice(at - 200, at + 60)}\n${published.slice(at - 200, at + 60)}`);
  }
}
