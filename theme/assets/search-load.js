// Fetches the site's index once, and the lines under results in parts, when somebody searches.
import { Engine } from "./search-engine.js";
import { GUIDES, REPORT, SEARCH, SEARCH_INDEX } from "./urls.js";

const AT_DISTRICT = [GUIDES, REPORT]; // what scripts link and no commune's own site has
const PARTS = 4; // of the index, as generator/outputs/search/index.py writes them: each is read while the next is on its way
const LATE = 400; // milliseconds that the first answer waits for sample questions; a device that takes longer to read the index waits for none that are still to come
const QUICK = 800; // milliseconds: on a line that brings the index faster, sample questions need not wait for the first answer
const UNASKED = 4000; // milliseconds from which they come even where nobody has asked anything
const SHORT = 10; // milliseconds of work without a break
let since = 0;

/** @type {MessageChannel | undefined} */
let breaks; // timers are held up for 4 ms each when there are many
/** @type {(() => void)[]} */
const waiting = [];

/** A break, when there has been none for a while. */
function pause() {
  if (performance.now() - since < SHORT) return null;
  const { port1, port2 } = (breaks ??= new MessageChannel());
  port1.onmessage = () => waiting.shift()?.();
  return new Promise((done) => {
    waiting.push(() => done((since = performance.now())));
    port2.postMessage(null);
  });
}

let engine;
let asked; // the sample questions of the index, and the script that reads them
const parts = new Map();
/** Ends the wait for the first answer. @type {(value?: unknown) => void} */
let end;
const first = new Promise((done) => { end = done; });
const learners = new WeakMap(); // engine -> a promise that ends when it has read the sample questions, null when it has

/** Address of a page of this site, relative to the page that is open; on a commune's own site, what is at the district leads there. */
export function address(url) {
  const { root, district } = document.body.dataset;
  if (/^https?:/.test(url)) return url;
  return (district && AT_DISTRICT.some((folder) => url.startsWith(folder)) ? district : root ?? "") + url || "./";
}

/** The engine over the site's index, when it can answer. `usual`: a promise that what most answers show has come too; `complete`: that all has. A
 * failed download is tried again the next time. */
export function loadEngine() {
  if (!engine) {
    const index = coming();
    engine = made(index, performance.now());
    Promise.all([engine, index.complete]).catch(() => { engine = asked = undefined; });
  }
  return engine;
}

/** The index, read as it comes: {raw: what has come of it, more(): a promise of its next part, usual: of all but the last, complete: of all of them}. */
function coming() {
  const raw = {};
  const parts = partsOf(SEARCH_INDEX);
  const waiting = Array.from({ length: PARTS }, () => parts.next().then(({ value }) => Object.assign(raw, value)));
  return { raw, usual: waiting[PARTS - 2], complete: Promise.all(waiting), more: () => waiting.shift() };
}

/** The parts of a file, an object whose members stand in several lines: each line as an object. */
async function* partsOf(url) {
  const reader = (await fetched(url)).body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += piece.value;
    if (!piece.value.includes("\n")) continue;
    const lines = text.replaceAll(",\n", "}\n{").split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
  yield JSON.parse(text);
}

/** Whether the line brings the index quickly. since: when it was asked for; the page may have done that before. */
function isQuick(since) {
  const ways = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(SEARCH_INDEX));
  return Math.max(performance.now() - since, ...ways.map(({ duration }) => duration)) < QUICK;
}

/** An engine over an index that was asked for at a time, `since`. It learns what people ask when that has come too, and answers without if that is late. */
async function made({ raw, more, usual, complete }, since) {
  let come = false;
  let quick = false;
  asked ??= complete.then(async () => {
    quick = isQuick(since);
    if (!raw.asked) return null;
    if (!quick) await Promise.race([first, later(UNASKED)]);
    return Promise.all([json(raw.asked), import("./search-samples.js")]);
  }).catch(() => null);
  asked.then(() => { come = true; });
  await more();
  const begun = performance.now();
  const ready = await Engine.inSteps(raw, pause, more);
  Object.assign(ready, { usual, complete });
  const learnt = asked.then(async (come) => {
    if (!come) return;
    const [part, { learning }] = come;
    const steps = learning(ready, part);
    while (!steps.next().done) await pause();
    learners.set(ready, null);
  });
  learners.set(ready, learnt);
  if (come || (quick && performance.now() - begun < LATE)) await Promise.race([learnt, later(LATE)]);
  return ready;
}

/** Say that an answer is shown with all that belongs to it: what only the next ones need may be fetched. */
export function answered() {
  end();
}

/** Whether and when `engine` answers differently, as it reads sample questions that come late: a promise, or null when there is nothing more to read. */
export function moreToLearn(engine) {
  return learners.get(engine) ?? null;
}

function later(time) {
  return new Promise((done) => { setTimeout(done, time); });
}

/** The engine that can answer `text`: with the documents of the law when it may name one. */
export async function engineFor(text) {
  const usual = await loadEngine();
  if (!usual.namesDocument(text)) return usual;
  const { raw } = usual.data;
  const { complete } = usual;
  return complete.then(() => Promise.all([json(raw.later), import("./search-documents.js")])).then(([documents, { whole }]) => (engine = made({ raw: whole(raw, documents), more: async () => {}, usual: complete, complete }, 0)), () => usual);
}

/** [name of the file with the line of record `at`, place in it]: documents of the law have files of their own. */
function partOf({ part: size, parts: names, behind }, at) {
  const [list, place] = behind && at >= behind.from ? [behind.parts, at - behind.from] : [names, at];
  return [list[Math.floor(place / size)], place % size];
}

/** The line under record `at` that tells what it is for or from others like it; "" when it cannot be had. */
export async function lineOf({ data, complete }, at) {
  const line = await complete.then(async () => {
    const [name, place] = partOf(data.raw, at);
    return (await partNamed(name))?.[place];
  }).catch(() => "");
  answered();
  return line ?? "";
}

/** A file of parts, fetched once; null when it cannot be had. */
function partNamed(name) {
  if (!parts.has(name)) parts.set(name, json(name).catch(() => parts.delete(name) && null));
  return parts.get(name);
}

const ASKED = ["fee", "time", "place", "papers", "hours"]; // in the order of generator/pages/search_answers.py

/** What record `at` answers to a question for one fact: {text, unsure}, both "" when it does not say or cannot be had. */
export async function factOf({ data, complete }, at, fact) {
  await complete;
  const name = data.raw.answered[Math.floor(at / data.raw.part)] ?? "";
  const number = ASKED.indexOf(fact);
  if (!name || number < 0) return { text: "", unsure: "" };
  const part = await partNamed(name);
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
  return (await fetched(SEARCH + name)).json();
}

async function fetched(url) {
  const answer = await fetch(address(url));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}
