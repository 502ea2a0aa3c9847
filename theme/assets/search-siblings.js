// The third opinion, on the first few results alone: which of them are the question's words said of? Siblings (a first issue and a reissue) share nearly
// all words, and what the other two opinions see of the rest is little beside what is common to them.
import { TUNING } from "./search-tuning.js";

/** The first few of `list` in the order of three opinions, the rest behind them.
 * @param {any[]} list - results, the best first @param {any[]} terms - of the question, as Fields.terms gives them
 * @param {(at: number) => Set<number>[]} texts - the terms of what is said of a record */
export function siblings(list, terms, texts) {
  const first = list.slice(0, TUNING.siblings);
  if (first.length < 2) return list;
  const odds = oddsOf(terms, first.map(({ at }) => texts(at)));
  const most = Math.max(...odds);
  const ordered = first.map((item, number) => {
    const third = Math.exp(TUNING.third * (odds[number] - most));
    return { ...item, third, score: item.score * third };
  });
  ordered.sort((a, b) => b.score - a.score || a.at - b.at);
  return [...ordered, ...list.slice(first.length)];
}

/** How much likelier the question's terms are in what is said of each record than in what is said of all of them: naive Bayes with words, pairs side by
 * side, and any two words in one text, as logarithms. @param {any[]} terms - as Fields.terms gives them @param {Set<number>[][]} records - the terms of their texts */
function oddsOf(terms, records) {
  const words = terms.filter(({ word }, at) => word && terms.findIndex(({ term }) => term === terms[at].term) === at);
  const pairs = terms.filter(({ word }) => !word);
  const size = words.length;
  const counts = records.map((texts) => {
    const count = new Uint16Array(size * size + pairs.length); // a word with itself: the word
    for (const text of texts) {
      const places = [];
      for (let at = 0; at < size; at++) if (text.has(words[at].term)) places.push(at);
      for (const one of places) for (const other of places) if (one <= other) count[one * size + other]++;
      pairs.forEach(({ term }, at) => { count[size * size + at] += Number(text.has(term)); });
    }
    return count;
  });
  const sizes = records.map((texts) => texts.reduce((sum, text) => sum + text.size, 0));
  const all = sizes.reduce((sum, one) => sum + one, 0);
  const odds = records.map(() => 0);
  const add = (place, weight) => {
    const often = counts.reduce((sum, count) => sum + count[place], 0);
    if (!often) return;
    const usual = (often + 0.5) / all;
    counts.forEach((count, number) => { odds[number] += weight * Math.log((count[place] + TUNING.prior * usual) / ((sizes[number] + TUNING.prior) * usual)); });
  };
  for (let one = 0; one < size; one++) {
    add(one * size + one, words[one].weight);
    for (let other = one + 1; other < size; other++) add(one * size + other, TUNING.together * Math.min(words[one].weight, words[other].weight));
  }
  pairs.forEach(({ weight }, at) => add(size * size + at, TUNING.together * weight));
  return odds;
}
