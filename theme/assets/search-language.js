// What the editors know about how people speak (content/search/*.yml), ready to be matched with a query.
import { ROW, decoded } from "./search-data.js";
import { CLOSE, CUT, Expressions, GROUP, NONE, NOTHING } from "./search-expressions.js";
import { agreement, key, syllable, words } from "./search-normalise.js";
import { END, Runs } from "./search-runs.js";

const GAP_LENGTH = 4; // words that "…" in an expression may stand for
const SAME = 0.6; // agreement from which a typed syllable of several counts as the written one: one wrong tone is a slip
const ALONE = 0.9; // the same for an expression or a word of a group of one syllable: "canh chua" has no "chùa", "trà sữa" no "sửa"
const FACTS = ["fee", "time", "place", "papers", "hours", "contact"]; // what words may ask for, in the order of language.py
const CLASSIFIERS = "loại từ"; // the group of words that may stand inside any expression: "cất cái nhà", "bán miếng đất"

/** Official names that expressions stand for. near: related words, which only affect the ranking. */
class Named {
  constructor(language, coded, near) {
    this.language = language;
    this.coded = coded;
    this.near = near;
    /** @type {string[] | null} */
    this.texts = null;
  }

  get targets() {
    return (this.texts ??= this.coded.map(this.language.text));
  }
}

/** The whole of the language data: synonyms, abbreviations, fillers, matters of other bodies, questions that separate. */
export class Language {
  /** raw: the index's language part; data: the words and syllables of the index. */
  constructor(raw, data) {
    for (const step of this.steps(raw, data)) void step;
  }

  *steps(raw, data) {
    const text = (coded) => data.text(coded);
    const row = (coded) => (coded ? coded.split("!").map(text) : []);
    const rows = (coded) => coded.split(" ").map(row);
    this.data = data;
    this.text = text;
    this.abbreviations = data.abbreviations;
    this.parsed = new Map(); // thousands of expressions share the same few words
    yield* this.words();
    this.coded = raw.groups;
    this.groups = new Map(); // name -> its members, when they are needed
    this.begins = new Map(); // name -> numbers of the plain syllables that its members begin with
    const groups = Object.values(raw.groups).map((coded) => decoded(`${coded}!`));
    this.known = new Set(); // plain syllables
    const seen = new Uint8Array(data.words.length);
    for (const words of groups) this.know(words, seen);
    for (const long of this.abbreviations.values()) for (const word of words(long)) this.known.add(syllable(word).plain);
    this.entries = raw.means.split(" ").map((means, at) => new Named(this, means ? means.split("!") : [], at < raw.near));
    yield;
    this.synonyms = new Expressions(this, raw.says, this.entries);
    yield;
    this.count([this.synonyms.words, decoded(`${raw.means} `), ...groups]);
    yield;
    for (const coded of [raw.says, raw.means, raw.fillers, raw.light, raw.facts, raw.elsewhereSays, raw.places, raw.offTopic]) this.know(decoded(coded), seen);
    const facts = raw.facts.split(" ").map((_, at) => ({ weight: 0, fact: FACTS[at] }));
    const fillers = `${raw.fillers} ${raw.light} ${raw.facts}`;
    this.fillers = new Expressions(this, fillers, [{ weight: 0 }, { weight: 0.35 }, ...facts]);
    this.empty = new Set();
    for (const word of new Set(decoded(fillers))) for (const one of this.own[word] ?? []) this.empty.add(this.list[one].plain).add(this.list[one].shape + this.list[one].tone);
    yield;
    const named = (number) => row(data.raw.matters.split(" ")[number]);
    this.matters = rows(raw.elsewhereUnless).map((unless, number) => ({ unless, number, get title() { return named(number)[0]; }, get body() { return named(number)[1]; } })); // the names come with the last part of the index
    this.elsewhere = new Expressions(this, raw.elsewhereSays, this.matters);
    this.places = new Expressions(this, raw.places, [{}]);
    this.offTopic = new Expressions(this, raw.offTopic, [{}]);
    this.questions = rows(raw.questions).filter((texts) => texts.length).map(([ask, yes, no, ...words]) => ({ name: key(words[0]).replaceAll(" ", "-"), ask, yes, no, words }));
  }

  /** Find out what the words of the index are in expressions. Here an abbreviation is itself: its syllables come behind those of the index. */
  *words() {
    const { data } = this;
    this.list = data.syllables.list.slice();
    this.plains = new Map(); // plain syllable -> number
    for (let number = 0; number < data.plains.length; number++) this.plains.set(data.plains[number], number);
    this.own = data.split.slice(); // word -> its syllables, numbers in `list`
    for (const number of data.spelled) this.own[number] = words(data.words[number]).map((word) => this.list.push(syllable(word)) - 1);
    this.plainOf = new Uint16Array(this.list.length); // syllable -> number of its plain form
    this.plainOf.set(data.plainOf);
    for (let at = data.plainOf.length; at < this.list.length; at++) {
      const { plain } = this.list[at];
      if (!this.plains.has(plain)) this.plains.set(plain, this.plains.size);
      this.plainOf[at] = this.plains.get(plain);
    }
    yield;
    this.first = new Int32Array(data.words.length); // word -> number of its first plain syllable, or what it is instead
    for (let word = 0; word < data.words.length; word++) {
      const text = data.words[word];
      this.first[word] = text === "+" || text.includes("…") ? CUT : text.includes("{") ? GROUP : text.includes("}") ? CLOSE : this.own[word].length ? this.plainOf[this.own[word][0]] : NOTHING;
    }
  }

  /** The name of the group that begins at a place of `words`. */
  group(words, at) {
    let name = this.data.words[words[at]];
    while (!name.includes("}")) name += ` ${this.data.words[words[++at]]}`;
    return name.slice(1, name.indexOf("}"));
  }

  /** Note the syllables of expressions as known. seen: words that have been noted. */
  know(words, seen) {
    let inside = false; // the name of a group
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word < 0 || (seen[word] && !inside)) continue;
      const first = this.first[word];
      if (first === GROUP || first === CLOSE) inside = !this.data.words[word].includes("}");
      else if (!inside && first !== CUT) {
        seen[word] = 1;
        for (const one of this.own[word]) this.known.add(this.list[one].plain);
      }
    }
  }

  /** Make the runs of expressions, one can look up in them who stands beside whom. The first of `lists` has rows whose number is that of their entry. */
  count(lists) {
    const { own, plainOf, first: firsts } = this;
    let size = 0;
    for (const words of lists) for (let at = 0; at < words.length; at++) size += words[at] < 0 ? 1 : own[words[at]].length + 1;
    const flat = new Uint16Array(size);
    const owners = new Uint16Array(size).fill(this.entries.length);
    const exact = new Uint16Array(size); // the same syllables as they are written
    let place = 0;
    lists.forEach((words, number) => {
      let inside = false;
      for (let at = 0, row = 0; at < words.length; at++) {
        const word = words[at];
        const first = word < 0 ? CUT : firsts[word];
        if (first < NOTHING) { // no syllables
          if (first !== CUT) inside = !this.data.words[word].includes("}");
          if (word === ROW) row++;
          flat[place++] = END;
        } else if (!inside) {
          const syllables = own[word];
          for (let one = 0; one < syllables.length; one++) {
            if (!number) owners[place] = row;
            exact[place] = syllables[one];
            flat[place++] = plainOf[syllables[one]];
          }
        }
      }
    });
    this.exact = exact;
    this.runs = new Runs(flat.subarray(0, place), this.plains.size, owners);
  }

  /** The members of a group, each as items, the longest first. @param {string} name */
  members(name) {
    let found = this.groups.get(name);
    if (!found) {
      const coded = this.coded[name];
      this.groups.set(name, found = coded ? coded.split("!").map((one) => this.items(this.text(one))).sort((a, b) => b.length - a.length) : []);
    }
    return found;
  }

  /** The places in the runs where two plain syllables stand side by side. */
  beside(first, second) {
    const [one, two] = [this.plains.get(first), this.plains.get(second)];
    return one === undefined || two === undefined ? [] : this.runs.beside(one, two);
  }

  /** The ways in which two plain syllables side by side are written: [[parts, parts]]. */
  ways(first, second) {
    return this.beside(first, second).map((place) => [this.list[this.exact[place]], this.list[this.exact[place + 1]]]);
  }

  /** Numbers in the runs of the syllables of a coded text, whatever stands between them. */
  plainNumbers(coded) {
    const found = [];
    const words = decoded(coded);
    for (let at = 0; at < words.length; at++) {
      const own = this.own[words[at]];
      for (let one = 0; one < own.length; one++) found.push(this.plainOf[own[one]]);
    }
    return found;
  }

  /** Add to `sums` how many syllables the expressions of each entry have. @param {Uint32Array} sums */
  countSyllables(sums) {
    const { flat, owners } = this.runs;
    for (let place = 0; place < flat.length; place++) if (flat[place] !== END) sums[owners[place]]++;
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
      if (!found) this.parsed.set(part, found = words(part).map((word) => ({ parts: syllable(word) })));
      return found;
    });
  }

  /** Whether two plain syllables make a word in what people say: "hộ khẩu" does, and its "hộ" is no filler. */
  isWord(first, second, share) {
    const count = this.beside(first, second).length;
    return count > 1 && count >= share * Math.min(...[first, second].map((plain) => this.runs.count(this.plains.get(plain))));
  }

  /** Numbers of the plain syllables that the members of a group may begin with. @param {string} name @returns {Set<number>} */
  beginnings(name) {
    let found = this.begins.get(name);
    if (found) return found;
    this.begins.set(name, found = new Set());
    const words = decoded(this.coded[name] ?? "");
    let open = true; // the first syllable of a member has not been met
    for (let at = 0; at < words.length; at++) {
      const first = words[at] < 0 ? CUT : this.first[words[at]];
      if (words[at] < 0) open = true;
      else if (open && (first >= 0 || first === GROUP)) {
        for (const number of first === GROUP ? this.beginnings(this.group(words, at)) : [first]) found.add(number);
        open = false;
      }
    }
    return found;
  }

  /** Places of the tokens that the stretches of `chain` cover, the first at `start`, each soon after the one before; or null. */
  along(chain, tokens, start, marked, empty, at = 0) {
    if (!begins(chain[at], tokens[start])) return null;
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
      for (const member of this.members(item.group)) {
        if (!begins(member, tokens[start])) continue;
        const own = this.fit(member, tokens, start, marked);
        const rest = own && this.fit(items, tokens, own[own.length - 1] + 1, marked, at + 1, skip);
        if (rest) return [...own, ...rest];
      }
      return null;
    }
    const token = tokens[start];
    if (!token || token.plain !== item.parts.plain || agreement(token.parts, item.parts, (marked && !token.bare) || token.short) < (items.length > 1 ? SAME : ALONE)) return null;
    const rest = this.fit(items, tokens, start + 1, marked, at + 1, skip);
    return rest && [start, ...rest];
  }

  /** The places of classifiers. */
  classifiers(tokens, marked) {
    const members = this.members(CLASSIFIERS).filter((items) => items.length === 1);
    return new Set(tokens.flatMap((_, at) => (members.some((items) => begins(items, tokens[at]) && this.fit(items, tokens, at, marked)) ? [at] : [])));
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

/** Whether items may fit where a token stands: nearly all do not, which should cost little. */
function begins(items, token) {
  const { group, parts } = items[0];
  return group || parts.plain === token?.plain;
}
