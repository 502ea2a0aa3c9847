// A question as typed -> what it asks for: tokens, spans with other ways to say them, weights.
import { cut, procedureCodes, typedWords, words } from "./search-normalise.js";
import { POSSIBLE, repair, token } from "./search-repair.js";
import { TUNING } from "./search-tuning.js";

// "không có …", "k để lại …", "chưa tham gia …": what follows is what the question is not about.
const NOT = new Set(["khong", "chua", "chang", "cha"]);
const SAID = /^(?:de lai|tham gia|phai|muon|can|co|con)(?= )/;
const HAVING = /^co/; // "không có, không còn" may be just what is wanted: "chưa có khai sinh"
const DENIED = 3; // words that a denial covers
const WISH = new Set(["muon", "xin"]); // what stands behind is what is wanted
const MAYBE = 0.35; // weight of a filler that is perhaps another word
const UNIT = new Set(["xa", "phuong", "huyen", "tinh", "tran", "quan", "pho", "xom", "thon"]); // thị trấn, thành phố: their second syllable
const NAME = 3; // syllables of a place's name at most
const NONE = new Set();
const PLACE = 0.1; // weight of a place where something else is asked for: a tie between places is all that it decides

/** The question taken apart. index: the engine's statistics; language: a Language; bare: read as if it were typed without marks. */
export function ask(text, language, index, bare = false) {
  const said = cut(cut(text).normalize("NFKC")); // one sign may stand for eighteen letters
  const typedAs = typedWords(said);
  const written = words(said).map((word, at) => token(word, typedAs[at]));
  const makesWord = (at) => POSSIBLE.test(written[at].plain) && [-1, 1].some((side) => written[at + side] && index.beside(written[Math.min(at, at + side)].plain, written[Math.max(at, at + side)].plain));
  const typed = written.flatMap((one, at) => {
    const long = language.abbreviations.get(one.word) ?? index.acronym(one);
    return long && !makesWord(at) ? words(long).map((part) => ({ ...token(part), short: one.word })) : [one]; // "vat lieu" has no VAT
  });
  const withMarks = typed.filter((one) => !one.short && (one.parts.shape !== one.plain || one.parts.tone)).length;
  const own = typed.filter((one) => !one.short).length;
  const marked = !bare && withMarks > own * 0.4;
  const tokens = repair(typed, index, marked);
  const whole = ({ used }) => used.length > 1 || !inWord(tokens, used[0], index); // "đình" in "gia đình" is no temple
  const plain = ({ parts }) => bare || (parts.shape === parts.plain && !parts.tone);
  const beside = (at) => (at > 0 && index.beside(tokens[at - 1].plain, tokens[at].plain)) || (at + 1 < tokens.length && index.beside(tokens[at].plain, tokens[at + 1].plain));
  // one syllable without marks may be anything beside others: "co dinh" has no temple
  const sure = ({ used, entry }) => entry.near || used.length > 1 || marked || !plain(tokens[used[0]]) || (!beside(used[0]) && !language.empty.has(tokens[used[0]].plain));
  const titled = (at) => [-1, 1].some((side) => tokens[at + side] && !language.empty.has(tokens[at + side].plain) && index.together(tokens[Math.min(at, at + side)].plain, tokens[Math.max(at, at + side)].plain) > 0);
  const fits = (match) => whole(match) && sure(match);
  for (const one of tokens) one.weight = 1;
  const empties = language.fillers.find(tokens, marked);
  // "ngoài" in "nước ngoài" is none; "chưa" and "có" stay two, however many titles have "chưa có": without marks they may be other words
  const idle = marked ? places(empties.filter(({ entry }) => !entry.weight)) : NONE;
  const cuts = ({ used }) => !marked && tokens[used.at(-1) + 1] && index.word(tokens[used.at(-1)].plain, tokens[used.at(-1) + 1].plain); // "co can cuoc" has no "có cần"
  const fillers = empties.filter((match) => (match.used.length > 1 ? !cuts(match) : !inWord(tokens, match.used[0], index, idle)));
  const nothing = fillers.filter(({ entry }) => !entry.weight);
  const elsewhereNames = capitals(tokens);
  const empty = { words: new Set([...places(nothing), ...elsewhereNames]), phrases: places(nothing.filter(({ size }) => size > 1)), skip: language.classifiers(tokens, marked) };
  const known = language.synonyms.find(tokens, marked, empty).filter(fits);
  const names = outermost(known.filter(({ entry }) => !entry.near));
  const named = places(names);
  const kinds = outermost(known.filter(({ entry, used }) => entry.near && !used.some((at) => named.has(at)) && !used.every((at) => empty.words.has(at))));
  const synonyms = [...names, ...kinds];
  const covered = places(synonyms);
  for (const { used, entry } of fillers) {
    // without marks "di doi" may be di dời, "chuyen huong" chuyển hưởng: a word next to it in titles keeps it
    const least = used.length === 1 && !marked && plain(tokens[used[0]]) && titled(used[0]) ? MAYBE : 0;
    for (const at of used) if (!covered.has(at)) tokens[at].weight = Math.min(tokens[at].weight, Math.max(entry.weight, least));
  }
  const located = placeNames(tokens, language, marked, covered, elsewhereNames);
  const asked = wanted(tokens, denied(tokens, spans(synonyms)));
  const elsewhere = language.elsewhere.find(tokens, marked, empty).filter((match) => fits(match) && !language.says(match.entry.unless, tokens, marked, empty));
  return {
    text,
    codes: procedureCodes(cut(text)),
    tokens,
    marked,
    spans: asked,
    facts: factsOf(fillers, covered),
    located,
    elsewhere: elsewhere[0] ?? null,
    offTopic: language.offTopic.find(tokens, marked, empty).some((match) => whole(match) && !fillers.some(({ entry, used }) => entry.fact && match.used.every((at) => used.includes(at)))),
    mended: tokens.some((one) => one.mended),
  };
}

/** The facts that are asked for, in the order of the question, without those that only stand inside a larger phrase. */
function factsOf(fillers, covered) {
  const asked = outermost(fillers.filter(({ entry, used }) => entry.fact && !used.every((at) => covered.has(at))));
  return [...new Set(asked.sort((a, b) => a.start - b.start).map(({ entry }) => entry.fact))];
}

/** Places of the names that stand behind "xã", "huyện" … with capitals: "xã Mỹ Lộc", whatever else "Mỹ" may mean. */
function capitals(tokens) {
  const found = new Set();
  tokens.forEach(({ plain }, place) => {
    if (!UNIT.has(plain)) return;
    for (let next = place + 1; next <= place + NAME && /^\p{Lu}\p{Ll}/u.test(tokens[next]?.typed ?? ""); next++) found.add(next);
  });
  return found;
}

/** Weigh the names of places down to next to nothing where anything else is asked for: everybody here lives there. Where they stand. */
function placeNames(tokens, language, marked, covered, others) {
  const at = new Set([...others, ...language.places.find(tokens, marked).flatMap(({ used }) => used).filter((place) => !covered.has(place))]);
  tokens.forEach(({ plain }, place) => {
    if (at.has(place) || !UNIT.has(plain)) return;
    if (at.has(place + 1)) at.add(place);
  });
  if (tokens.some(({ weight }, place) => weight >= 1 && !at.has(place))) for (const place of at) tokens[place].weight = Math.min(tokens[place].weight, PLACE);
  return at;
}

/** `spans` with those inside a denial marked; other words there weigh less. A denial that is part of a known expression ("không vợ",
 * "chưa kết hôn") is none, and what is not had counts less only where something else is asked for. */
function denied(tokens, spans) {
  const names = spans.filter(({ near }) => !near);
  tokens.forEach((one, at) => {
    if (!NOT.has(one.plain) || names.some(({ used }) => used.has(at))) return;
    const said = tokens.slice(at + 1, at + 4).map(({ plain }) => plain).join(" ").match(SAID)?.[0];
    if (!said) return;
    const from = at + 1 + said.split(" ").length;
    const within = (place) => place >= from && place < from + DENIED;
    const inside = spans.filter(({ used }) => [...used].every((place) => within(place) || (place > at && place < from)));
    if (HAVING.test(said) && !names.some((span) => !inside.includes(span))) return;
    for (const span of inside) {
      span.denied = true;
      for (const place of span.used) tokens[place].stress = TUNING.denied;
    }
    tokens.forEach((other, place) => { if (within(place) && !spans.some(({ used }) => used.has(place))) other.weight *= 0.5; });
  });
  return spans;
}

/** `spans` with those marked that only tell how it came to what is wanted: "con trai lấy vợ, muốn tách hộ". */
function wanted(tokens, spans) {
  const at = tokens.findLastIndex(({ plain }, place) => WISH.has(plain) && place > 0);
  const after = ({ near, used }) => !near && [...used].every((place) => place >= at);
  if (at > 0 && spans.some(after)) {
    for (const span of spans) if ([...span.used].every((place) => place < at)) span.before = true;
    for (const token of tokens.slice(0, at)) token.stress = TUNING.before;
  }
  return spans;
}

/** All places that matches use. */
function places(matches) {
  return new Set(matches.flatMap(({ used }) => used));
}

/** Whether a token makes a word of the titles with a neighbour that is not in `without`. */
function inWord(tokens, at, index, without = NONE) {
  const { plain } = tokens[at];
  return (at > 0 && !without.has(at - 1) && index.word(tokens[at - 1].plain, plain)) || (at + 1 < tokens.length && !without.has(at + 1) && index.word(plain, tokens[at + 1].plain));
}

/** Without the matches that lie inside a larger one. */
function outermost(matches) {
  return matches.filter((match) => !matches.some((other) => other.size > match.size && match.used.every((at) => other.used.includes(at))));
}

/** Matches that share words become one span with all their targets: {used, targets, near}. */
function spans(matches) {
  const found = [];
  for (const match of matches) {
    const shared = found.filter((span) => match.used.some((at) => span.used.has(at)));
    const whole = { used: new Set(match.used), targets: new Set(match.entry.targets), near: match.entry.near };
    for (const span of shared) {
      span.used.forEach((at) => whole.used.add(at));
      span.targets.forEach((target) => whole.targets.add(target));
      found.splice(found.indexOf(span), 1);
    }
    found.push(whole);
  }
  return found.sort((a, b) => Math.min(...a.used) - Math.min(...b.used));
}
