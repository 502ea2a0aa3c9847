// Are these valid modules? node --experimental-vm-modules valid_scripts.mjs FILE… prints those that are not, and why.
import { readFileSync } from "node:fs";
import { SourceTextModule } from "node:vm";

for (const file of process.argv.slice(2)) {
  try {
    new SourceTextModule(readFileSync(file, "utf-8"));
  } catch (error) {
    console.log(`${file}: ${error}`);
  }
}
