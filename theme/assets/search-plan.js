// A question as weighted terms: what is looked for, with the other ways to say it.
import { agreement, syllable, words } from "./search-normalise.js";
import { TUNING } from "./search-tuning.js";

/** The question as weighted terms: alternatives of a group compete, groups add up. */
export function makePlan(engine, question, typing = false) {
  const terms = [];
  const groups = [];
  const spanAt = new Map();
  question.spans.forEach((span, number) => span.used.forEach((at) => spanAt.set(at, number + 1)));
  const base = { weight: 0, alternatives: [{ whole: 0 }] };
  groups.push(base, ...question.spans.map(() => ({ weight: 0, alternatives: [{ whole: 0 }] })));
  let previous = null;
  question.tokens.forEach((token, place) => {
    if (!token.weight) return;
    const group = spanAt.get(place) ?? 0;
    const last = place === question.tokens.length - 1;
    const written = spellings(engine, token.parts, (question.marked && !token.bare) || token.short, last, typing);
    const weight = engine.weight(token.plain) * token.weight;
    const open = last && (typing || !engine.data.syllables.byPlain.has(token.plain)); // the word may go on, so may the pair
    const beside = previous ? engine.together(previous.plain, token.plain) || Number(open) : 0;
    const pair = beside ? pairWeight(previous, weight) : 0;
    const term = { numbers: written, weight, pair, chained: beside > 0, group, alternative: 0, plain: token.plain, share: token.weight };
    terms.push(term);
    groups[group].alternatives[0].whole += weight + pair;
    previous = term;
  });
  question.spans.forEach((span, number) => {
    const group = groups[number + 1];
    for (const target of span.targets) alternative(engine, target, number + 1, group, terms);
    const whole = span.near ? group.alternatives[0].whole : Math.max(...group.alternatives.map((item) => item.whole));
    group.weight = whole * (span.denied ? TUNING.denied : span.before ? TUNING.before : 1);
  });
  base.weight = base.alternatives[0].whole;
  return { terms, groups, whole: groups.reduce((sum, group) => sum + group.weight, 0) };
}

/** The terms of an official name, as one more way to say a group. */
function alternative(engine, target, group, owner, terms) {
  const way = { whole: 0 };
  const number = owner.alternatives.push(way) - 1;
  let previous = null;
  for (const one of words(target)) {
    const parts = syllable(one);
    const weight = engine.weight(parts.plain);
    const pair = previous ? pairWeight(previous, weight) : 0;
    const term = { numbers: spellings(engine, parts, true, false, false), weight, pair, chained: previous !== null, group, alternative: number, plain: parts.plain, share: 1 };
    terms.push(term);
    way.whole += weight + pair;
    previous = term;
  }
}

/** [syllable number, quality] of all written syllables that a typed one may mean. The last one may be half typed: always
 * when it is no syllable yet, else while somebody is typing. */
function spellings({ data }, parts, marked, last, typing) {
  const { syllables } = data;
  const found = (syllables.byPlain.get(parts.plain) ?? []).map((number) => [number, agreement(parts, syllables.list[number], marked)]);
  if (!last || (!typing && (found.length || parts.plain.length < 2))) return found;
  const quality = found.length ? TUNING.typing * 0.8 : TUNING.typing;
  for (const [plain, alike] of syllables.byPlain) {
    if (plain.length === parts.plain.length || !plain.startsWith(parts.plain)) continue;
    for (const number of alike) if (parts.shape === parts.plain || syllables.list[number].shape.startsWith(parts.shape)) found.push([number, quality]);
  }
  return found;
}

function pairWeight(previous, weight) {
  return TUNING.pair * (Math.min(weight, previous.weight) + 0.5 * Math.abs(weight - previous.weight));
}
