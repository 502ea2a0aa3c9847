// Fetches the site's index once, and the facts of results in parts, when somebody searches.
import { whole } from "./search-data.js";
import { Engine } from "./search-engine.js";
import { GUIDES, REPORT, SEARCH } from "./urls.js";

const AT_DISTRICT = [GUIDES, REPORT]; // what scripts link and no commune's own site has
const LATE = 400; // milliseconds that the first answer waits for sample questions; a device that takes longer to read the index waits for none that are still to come
const QUICK = 800; // milliseconds: on a line that brings the index faster, sample questions need not wait for the facts of the first answer
const UNASKED = 4000; // milliseconds from which they come even where nobody has asked for facts
const SHORT = 10; // milliseconds of work without a break
let since = 0;

/** A break, when there has been none for a while. */
function pause() {
  if (performance.now() - since < SHORT) return null;
  return new Promise((done) => { setTimeout(() => done((since = performance.now())), 0); });
}

let engine;
let asked; // the sample questions of the index
const parts = new Map();
let answered; // ends the wait for the facts of the first answer
const firstFacts = new Promise((done) => { answered = done; });

/** Address of a page of this site, relative to the page that is open; on a commune's own site, what is at the district leads there. */
export function address(url) {
  const { root, district } = document.body.dataset;
  if (/^https?:/.test(url)) return url;
  return (district && AT_DISTRICT.some((folder) => url.startsWith(folder)) ? district : root ?? "") + url || "./";
}

/** The engine over the site's index; a failed download is tried again the next time. */
export function loadEngine() {
  const begun = performance.now();
  engine ??= json("muc-luc.json").then((raw) => made(raw, performance.now() - begun < QUICK)).catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** An engine over `raw`, which learns what people ask when that has come too: it answers without, if that is late. quick: the line is. */
async function made(raw, quick) {
  let come = false;
  asked ??= !raw.asked ? Promise.resolve(null) : (quick ? Promise.resolve() : Promise.race([firstFacts, later(UNASKED)])).then(() => json(raw.asked)).catch(() => null);
  asked.then(() => { come = true; });
  const begun = performance.now();
  const ready = await Engine.inSteps(raw, pause);
  const learnt = asked.then(async (part) => {
    if (!part) return;
    const steps = ready.learning(part);
    while (!steps.next().done) await pause();
  });
  if (come || (quick && performance.now() - begun < LATE)) await Promise.race([learnt, later(LATE)]);
  return ready;
}

function later(time) {
  return new Promise((done) => { setTimeout(done, time); });
}

/** The engine that can answer `text`: with the documents of the law when it may name one. */
export async function engineFor(text) {
  const first = await loadEngine();
  if (!first.namesDocument(text)) return first;
  const { raw } = first.data;
  return json(raw.later).then((more) => (engine = made(whole(raw, more), false)), () => first);
}

/** Facts of record `at`: {agency, time, fee, online, line, doubt}; empty when they cannot be had. */
export async function facts(data, at) {
  const { part: size, behind } = data.raw;
  const [names, place] = behind && at >= behind.from ? [behind.parts, at - behind.from] : [data.raw.parts, at];
  const name = names[Math.floor(place / size)];
  if (!parts.has(name)) parts.set(name, json(name).catch(() => parts.delete(name) && null));
  const part = await parts.get(name);
  answered();
  if (!part) return {};
  const [agency, time, fee, online, line, doubt] = part.rows[place % size].map((text) => part.texts[text]);
  return { agency, time, fee, online, line, doubt };
}

const ASKED = ["fee", "time", "place", "papers", "hours"]; // in the order of generator/pages/search_answers.py

/** What record `at` answers to a question for one fact: {text, unsure}, both "" when it does not say or cannot be had. */
export async function factOf(data, at, fact) {
  const name = data.raw.answered[Math.floor(at / data.raw.part)] ?? "";
  const number = ASKED.indexOf(fact);
  if (!name || number < 0) return { text: "", unsure: "" };
  if (!parts.has(name)) parts.set(name, json(name).catch(() => parts.delete(name) && null));
  const part = await parts.get(name);
  const row = part?.rows[at % data.raw.part] ?? [];
  const [text, unsure] = [row[2 * number], row[2 * number + 1]].map((one) => part?.texts[one] ?? "");
  return { text, unsure };
}

/** What is said about a matter of another body: {answer, link, near}. */
export async function answerOf(data, entry) {
  const answers = await json(data.raw.answers).catch(() => []);
  return answers[entry.number] ?? { answer: "", link: "", near: [] };
}

async function json(name) {
  const answer = await fetch(address(SEARCH + name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}
