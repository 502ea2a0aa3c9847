// What the editors know about how people speak (content/search/*.yml), ready to be matched with a query.
import { SOME } from "./search-data.js";
import { agreement, key, syllable, words } from "./search-normalise.js";

const GAP_LENGTH = 4; // words that "…" in an expression may stand for
const SAME = 0.6; // agreement from which a typed syllable of several counts as the written one: one wrong tone is a slip
const ALONE = 0.9; // the same for an expression or a word of a group of one syllable: "canh chua" has no "chùa", "trà sữa" no "sửa"
const FACTS = ["fee", "time", "place", "papers", "hours", "contact"]; // what words may ask for, in the order of language.py
const CLASSIFIERS = "loại từ"; // the group of words that may stand inside any expression: "cất cái nhà", "bán miếng đất"
const NONE = { phrases: new Set(), words: new Set(), skip: new Set() };

/** Expressions of one list, each with the entry it belongs to. */
class Expressions {
  constructor(language) {
    this.language = language;
    this.starts = new Map(); // first plain syllable -> expressions
    this.all = []; // every one, once: {chains, entry}
  }

  add(text, entry) {
    const [first, ...rest] = text.split(" + ").map((part) => this.language.chain(part)).filter((chain) => chain.length);
    if (!first) return;
    this.all.push({ chains: [first, ...rest], entry });
    for (const start of this.language.firsts(first[0])) {
      if (!this.starts.has(start)) this.starts.set(start, []);
      this.starts.get(start).push({ first, rest, entry });
    }
  }

  /** Every place where an expression fits: [{start, used, size, entry}], the largest first. empty: {phrases, words}, places of
   * words that say nothing: "mất bao lâu" tells of no loss. */
  find(tokens, marked, empty = NONE) {
    const found = [];
    for (let start = 0; start < tokens.length; start++) {
      for (const { first, rest, entry } of this.starts.get(tokens[start].plain) ?? []) {
        let used = this.language.along(first, tokens, start, marked, empty);
        if (used && rest.length) used = this.joined(used, rest, tokens, marked, empty);
        if (used) found.push({ start, used, size: used.length, entry });
      }
    }
    return found.sort((a, b) => b.size - a.size || a.start - b.start);
  }

  /** `used` with the places of the other parts of an expression with " + ", wherever they stand, or null. */
  joined(used, rest, tokens, marked, empty) {
    const says = (places) => !places.every((at) => empty.words.has(at));
    if (!says(used)) return null;
    let all = used;
    for (const chain of rest) {
      let part = null;
      for (let start = 0; start < tokens.length && !part; start++) {
        const places = this.language.along(chain, tokens, start, marked, empty);
        if (places && says(places) && !places.some((at) => all.includes(at))) part = places;
      }
      if (!part) return null;
      all = [...all, ...part];
    }
    return all.sort((a, b) => a - b);
  }
}

/** The whole of the language data: synonyms, abbreviations, fillers, matters of other bodies, questions that separate. */
export class Language {
  /** raw: the index's language part; text: decodes a coded expression; abbreviations: short -> long. */
  constructor(raw, text, abbreviations) {
    for (const step of this.steps(raw, text, abbreviations)) void step;
  }

  *steps(raw, text, abbreviations) {
    const row = (coded) => (coded ? coded.split("!").map(text) : []);
    const rows = (coded) => coded.split(" ").map(row);
    this.groups = new Map();
    this.known = new Set();
    this.parsed = new Map(); // thousands of expressions share the same few words
    for (const [name, words] of Object.entries(raw.groups)) this.groups.set(name, row(words).map((one) => this.items(one)).sort((a, b) => b.length - a.length));
    this.abbreviations = abbreviations;
    for (const long of abbreviations.values()) this.items(long);
    this.uses = new Map(); // plain syllable -> how often expressions have it
    this.pairs = new Map(); // two of them side by side -> the ways they are written
    const [says, means] = [rows(raw.says), rows(raw.means)];
    yield;
    let at = 0;
    for (const text of [...says.flat(), ...means.flat(), ...Object.values(raw.groups).flatMap(row)]) {
      if (at++ % SOME === 0) yield;
      this.count(text);
    }
    for (const target of means.flat()) this.items(target);
    yield;
    this.synonyms = yield* this.expressions(says.map((texts, at) => [texts, { targets: means[at], near: at < raw.near }]));
    const facts = rows(raw.facts);
    this.fillers = yield* this.expressions([[row(raw.fillers), { weight: 0 }], [row(raw.light), { weight: 0.35 }], ...facts.map((texts, at) => [texts, { weight: 0, fact: FACTS[at] }])]);
    this.empty = new Set([...row(raw.fillers), ...row(raw.light), ...facts.flat()].flatMap(words).map(syllable).flatMap(({ plain, shape, tone }) => [plain, shape + tone]));
    const [others, not] = [rows(raw.elsewhere), rows(raw.elsewhereUnless)];
    this.matters = others.map(([title, body], number) => ({ title, body, number, unless: not[number] }));
    this.elsewhere = yield* this.expressions(rows(raw.elsewhereSays).map((says, number) => [says, this.matters[number]]));
    this.places = yield* this.expressions([[row(raw.places), {}]]);
    this.offTopic = yield* this.expressions([[row(raw.offTopic), {}]]);
    this.questions = rows(raw.questions).filter((texts) => texts.length).map(([ask, yes, no, ...words]) => ({ name: key(words[0]).replaceAll(" ", "-"), ask, yes, no, words }));
  }

  /** What expressions say for their official names, one after the other: {runs: [plain syllables], targets}. Words of groups are left out: they are
   * in too many expressions to tell one matter from another. */
  *said() {
    for (const { chains, entry } of this.synonyms.all) {
      const runs = [[]];
      for (const items of chains.flat()) {
        for (const item of items) {
          if (item.parts) runs[runs.length - 1].push(item.parts.plain);
          else runs.push([]);
        }
        runs.push([]);
      }
      yield { runs: runs.filter((run) => run.length), targets: entry.targets };
    }
  }

  *expressions(pairs) {
    const made = new Expressions(this);
    let at = 0;
    for (const [texts, entry] of pairs) {
      for (const text of texts) {
        if (at++ % SOME === 0) yield;
        made.add(text, entry);
      }
    }
    return made;
  }

  /** An expression cut at "…": its stretches, as items. */
  chain(text) {
    return text.split("…").map((part) => this.items(part)).filter((items) => items.length);
  }

  /** The parts of a stretch: syllables and `{group}`. */
  items(text) {
    return (text.match(/\{[^}]*\}|[^\s{}]+/g) ?? []).flatMap((part) => {
      if (part.startsWith("{")) return [{ group: part.slice(1, -1) }];
      let found = this.parsed.get(part);
      if (!found) {
        found = words(part).map((word) => ({ parts: syllable(word) }));
        for (const { parts } of found) this.known.add(parts.plain);
        this.parsed.set(part, found);
      }
      return found;
    });
  }

  /** Note which syllables of an expression stand side by side. */
  count(text) {
    for (const stretch of text.split(/ \+ |…|\{[^}]*\}/)) {
      let before = null;
      for (const { parts } of this.items(stretch)) {
        this.uses.set(parts.plain, (this.uses.get(parts.plain) ?? 0) + 1);
        if (before) {
          const pair = `${before.plain} ${parts.plain}`;
          if (!this.pairs.has(pair)) this.pairs.set(pair, []);
          this.pairs.get(pair).push([before, parts]);
        }
        before = parts;
      }
    }
  }

  /** Whether two plain syllables make a word in what people say: "hộ khẩu" does, and its "hộ" is no filler. */
  isWord(first, second, share) {
    const count = this.pairs.get(`${first} ${second}`)?.length ?? 0;
    return count > 1 && count >= share * Math.min(this.uses.get(first), this.uses.get(second));
  }

  firsts(items) {
    if (items[0].parts) return new Set([items[0].parts.plain]);
    return new Set((this.groups.get(items[0].group) ?? []).flatMap((member) => [...this.firsts(member)]));
  }

  /** Places of the tokens that the stretches of `chain` cover, the first at `start`, each soon after the one before; or null. */
  along(chain, tokens, start, marked, empty, at = 0) {
    const own = this.fit(chain[at], tokens, start, marked, 0, empty.skip);
    if (!own || (chain.length > 1 && own.every((place) => empty.phrases.has(place)))) return null;
    if (at + 1 === chain.length) return own;
    const behind = own[own.length - 1] + 1;
    for (let next = behind; next <= behind + GAP_LENGTH; next++) {
      const rest = this.along(chain, tokens, next, marked, empty, at + 1);
      if (rest) return [...own, ...rest];
    }
    return null;
  }

  /** Places of the tokens that `items` (from item `at`) cover when they fit at `start`, or null. skip: places of classifiers, one of which may
   * stand between. */
  fit(items, tokens, start, marked, at = 0, skip = NONE.skip) {
    if (at === items.length) return [];
    const here = this.fitHere(items, tokens, start, marked, at, skip);
    return here || !at || !skip.has(start) ? here : this.fitHere(items, tokens, start + 1, marked, at, skip);
  }

  fitHere(items, tokens, start, marked, at, skip) {
    const item = items[at];
    if (item.group) {
      for (const member of this.groups.get(item.group) ?? []) {
        const own = this.fit(member, tokens, start, marked);
        const rest = own && this.fit(items, tokens, own[own.length - 1] + 1, marked, at + 1, skip);
        if (rest) return [...own, ...rest];
      }
      return null;
    }
    const token = tokens[start];
    if (!token || token.plain !== item.parts.plain || agreement(token.parts, item.parts, marked || token.short) < (items.length > 1 ? SAME : ALONE)) return null;
    const rest = this.fit(items, tokens, start + 1, marked, at + 1, skip);
    return rest && [start, ...rest];
  }

  /** The places of classifiers. */
  classifiers(tokens, marked) {
    const members = (this.groups.get(CLASSIFIERS) ?? []).filter((items) => items.length === 1);
    return new Set(tokens.flatMap((_, at) => (members.some((items) => this.fit(items, tokens, at, marked)) ? [at] : [])));
  }

  /** Whether any of `texts` occurs in the question, other than in phrases that say nothing. */
  says(texts, tokens, marked, empty = NONE) {
    return (texts ?? []).some((text) => {
      const chain = this.chain(text);
      return tokens.some((_, start) => {
        const used = this.along(chain, tokens, start, marked, empty);
        return used && !used.every((place) => empty.phrases.has(place));
      });
    });
  }
}
