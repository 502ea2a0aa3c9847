// Questions read from a file, and how well they are answered: recall with 95 % intervals, slice by slice.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Engine } from "../../theme/assets/search-engine.js";
import { learn } from "../../theme/assets/search-samples.js";

/** The engine over an index, {engine, raw}, with the sample questions that lie beside its file. */
export function engineOf(file, change = (raw) => raw) {
  const raw = JSON.parse(fs.readFileSync(file, "utf8"));
  const engine = new Engine(change(raw));
  if (raw.asked) learn(engine, JSON.parse(fs.readFileSync(path.join(path.dirname(file), raw.asked), "utf8")));
  return engine;
}

/** The questions of a file: [{id, query, accepted, behaviour, bare, author, half}]. half: `dev` may be used for fitting, `blind` only for
 * tests; it follows from the hash of the id. */
export function questionsOf(file) {
  return fs.readFileSync(file, "utf8").trim().split("\n").slice(1).map((line) => {
    const [id, query, accepted, behaviour, bare, author = ""] = line.split("\t").map((cell) => cell.trim());
    const half = parseInt(crypto.createHash("sha256").update(id).digest("hex").slice(0, 8), 16) % 2 ? "blind" : "dev";
    return { id, query, accepted: accepted ? accepted.split("|") : [], behaviour, bare: bare === "1", author, half };
  });
}

/** Wilson's 95 % interval of `part` of `whole`. */
export function interval(part, whole) {
  if (!whole) return [0, 1];
  const z = 1.96;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  return [(middle - spread) / (1 + (z * z) / whole), (middle + spread) / (1 + (z * z) / whole)];
}

/** Sums of answers by slice. */
export class Scores {
  constructor() {
    this.slices = {};
  }

  /** Count one answer: codes in the order shown, refused: "none" or "elsewhere" was said. */
  add(names, accepted, { codes, refused }) {
    const rank = codes.findIndex((code) => accepted.includes(code)) + 1;
    for (const name of names) {
      const sum = this.slices[name] ??= { count: 0, first: 0, five: 0, mrr: 0, refused: 0 };
      sum.count++;
      sum.first += rank === 1;
      sum.five += rank > 0 && rank <= 5;
      sum.mrr += rank ? 1 / rank : 0;
      sum.refused += Boolean(refused);
    }
    return rank;
  }

  /** {slice: {count, first, five, mrr, refused, firstFrom, firstTo …}}, shares to three places. */
  shares() {
    const round = (value) => Math.round(1000 * value) / 1000;
    return Object.fromEntries(Object.entries(this.slices).map(([name, sum]) => {
      const row = { count: sum.count };
      for (const part of ["first", "five", "mrr", "refused"]) row[part] = round(sum[part] / sum.count);
      for (const part of ["first", "five", "refused"]) [row[`${part}From`], row[`${part}To`]] = interval(sum[part], sum.count).map(round);
      return [name, row];
    }));
  }
}
