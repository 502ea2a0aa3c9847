// Do two scripts mean the same? Their syntax trees are compared without positions: node same_script.mjs SOURCE PUBLISHED
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { parse } = createRequire(resolve("tests/node/package.json"))("acorn");
const tree = (file) => JSON.stringify(
  parse(readFileSync(file, "utf-8"), { ecmaVersion: "latest", sourceType: "module" }),
  (key, value) => (["start", "end", "raw"].includes(key) && typeof value !== "object" ? undefined : value),
);
const [source, published] = process.argv.slice(2).map(tree);
if (source !== published) {
  let at = 0;
  while (source[at] === published[at]) at += 1;
  console.log(`${source.slice(at - 200, at + 60)}\n${published.slice(at - 200, at + 60)}`);
  process.exit(1);
}
