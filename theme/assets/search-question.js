// A question as typed -> what it asks for: tokens, spans with other ways to say them, weights.
import { words } from "./search-normalise.js";
import { POSSIBLE, repair, token } from "./search-repair.js";

const CODE = /(?<![\d.])(\d)[.\- ]?(\d{6})(?!\d)/;

/** The question taken apart. index: the engine's statistics; language: a Language. */
export function ask(text, language, index) {
  const code = text.normalize("NFKC").match(CODE);
  const written = words(text).map(token);
  const makesWord = (at) => POSSIBLE.test(written[at].plain) && [-1, 1].some((side) => written[at + side] && index.beside(written[Math.min(at, at + side)].plain, written[Math.max(at, at + side)].plain));
  const typed = written.flatMap((one, at) => {
    const long = language.abbreviations.get(one.word);
    return long && !makesWord(at) ? words(long).map((part) => ({ ...token(part), short: one.word })) : [one]; // "vat lieu" has no VAT
  });
  const withMarks = typed.filter((one) => !one.short && (one.parts.shape !== one.plain || one.parts.tone)).length;
  const own = typed.filter((one) => !one.short).length;
  const marked = withMarks > own * 0.4;
  const tokens = repair(typed, index, marked);
  const whole = ({ used }) => used.length > 1 || !inWord(tokens, used[0], index); // "đình" in "gia đình" is no temple
  const bare = ({ parts }) => parts.shape === parts.plain && !parts.tone;
  const beside = (at) => (at > 0 && index.beside(tokens[at - 1].plain, tokens[at].plain)) || (at + 1 < tokens.length && index.beside(tokens[at].plain, tokens[at + 1].plain));
  // one syllable without marks may be anything beside others: "co dinh" has no temple
  const sure = ({ used, entry }) => entry.near || used.length > 1 || marked || !bare(tokens[used[0]]) || (!beside(used[0]) && !language.empty.has(tokens[used[0]].plain));
  const fits = (match) => whole(match) && sure(match) && !language.says(match.entry.unless, tokens, marked, empty);
  for (const one of tokens) one.weight = 1;
  const fillers = language.fillers.find(tokens, marked).filter(whole); // "ngoài" in "nước ngoài" is none
  const nothing = fillers.filter(({ entry }) => !entry.weight);
  const empty = { words: places(nothing), phrases: places(nothing.filter(({ size }) => size > 1)), skip: language.classifiers(tokens, marked) };
  const known = language.synonyms.find(tokens, marked, empty).filter(fits);
  const names = outermost(known.filter(({ entry }) => !entry.near));
  const named = places(names);
  const kinds = outermost(known.filter(({ entry, used }) => entry.near && !used.some((at) => named.has(at)) && !used.every((at) => empty.words.has(at))));
  const synonyms = [...names, ...kinds];
  const covered = places(synonyms);
  for (const { used, entry } of fillers) for (const at of used) if (!covered.has(at)) tokens[at].weight = Math.min(tokens[at].weight, entry.weight);
  const elsewhere = language.elsewhere.find(tokens, marked, empty).filter(fits);
  return {
    text,
    code: code ? code[1] + code[2] : "",
    tokens,
    marked,
    spans: spans(synonyms),
    elsewhere: elsewhere[0] ?? null,
    offTopic: language.offTopic.find(tokens, marked, empty).some(whole),
    mended: tokens.some((one) => one.mended),
  };
}

/** All places that matches use. */
function places(matches) {
  return new Set(matches.flatMap(({ used }) => used));
}

/** Whether a token makes a word of the titles with its neighbour. */
function inWord(tokens, at, index) {
  const { plain } = tokens[at];
  return (at > 0 && index.word(tokens[at - 1].plain, plain)) || (at + 1 < tokens.length && index.word(plain, tokens[at + 1].plain));
}

/** Without the matches that lie inside a larger one. */
function outermost(matches) {
  return matches.filter((match) => !matches.some((other) => other.size > match.size && match.used.every((at) => other.used.includes(at))));
}

/** Matches that share words become one span with all their targets: {used, targets: target -> words of its expression, near}. */
function spans(matches) {
  const found = [];
  const add = (targets, target, size) => targets.set(target, Math.max(size, targets.get(target) ?? 0));
  for (const match of matches) {
    const shared = found.filter((span) => match.used.some((at) => span.used.has(at)));
    const whole = { used: new Set(match.used), targets: new Map(), near: match.entry.near };
    for (const span of shared) {
      span.used.forEach((at) => whole.used.add(at));
      span.targets.forEach((size, target) => add(whole.targets, target, size));
      found.splice(found.indexOf(span), 1);
    }
    for (const target of match.entry.targets) add(whole.targets, target, match.size);
    found.push(whole);
  }
  return found.sort((a, b) => Math.min(...a.used) - Math.min(...b.used));
}
