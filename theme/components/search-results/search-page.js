// The search page: reads the question from the address and shows the results, or says that there are none.
import { create, find } from "../../assets/dom.js";
import { doubtLink } from "../doubt/doubt.js";
import { LONGEST_TEXT } from "../../assets/search-fuse.js";
import { OtherFormat } from "../../assets/search-data.js";
import { address, answerOf, answered, engineFor, factOf, lineOf, moreToLearn } from "../../assets/search-load.js";
import { cut, key } from "../../assets/search-normalise.js";
import { ask, choice, section, separating } from "./search-parts.js";
import { mendedText, names } from "../../assets/search-view.js";

const LABELS = { procedure: "Thủ tục", guide: "Việc thường gặp trong đời", unit: "Nơi nộp hồ sơ", field: "Lĩnh vực", plan: "Kế hoạch", law: "Văn bản", news: "Tin tức", page: "Trang khác" };
const NEAREST = "Thủ tục gần với điều bạn hỏi";
const LETTERS = 75; // pixels of ten letters of the line under a result
const FIRST = 10; // results of a group shown at once
const ABOVE = 2; // results before the question that separates
const LONGEST = 20000; // milliseconds to wait for the index before saying so
const FACTS = 1500; // and for what the first result says to a fact that was asked for
const PATIENCE = 2500; // and for the texts about matters of other bodies
const preference = (group) => (group === "procedure" ? 0.12 : 0); // procedures come first unless something else is clearly nearer
let started; // the first answer
const OWN = { address, doubtLink, key, section }; // for search-more.js
/** @type {typeof import("./search-more.js") | null} */
let more = null; // when it has come

/** Fetch what few first answers show, and all of the index. */
const fetchMore = (engine) => Promise.all([import("./search-more.js"), engine.complete]).then(([parts]) => (more = parts));

/** Run the search page, once, however often this is called. The promise resolves when the question in the address has been answered. */
export function page() {
  return (started ??= start());
}

function start() {
  const results = find("[data-results]");
  const form = find("main [data-search]");
  const input = find("input[type=search]", form);
  const status = create("p", { role: "status", class: "tthc-visually-hidden" });
  results.before(status);
  let turn = 0;

  const read = () => new URLSearchParams(location.search);
  const write = (changes, push) => {
    const values = read();
    for (const [name, value] of Object.entries(changes)) value ? values.set(name, value) : values.delete(name);
    const query = values.toString();
    history[push ? "pushState" : "replaceState"](history.state, "", query ? `?${query}` : location.pathname);
    return show();
  };

  const show = () => answerTo(++turn).catch(() => failed());

  const failed = () => {
    results.replaceChildren(create("p", { class: "tthc-missing" }, "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi tải lại trang, hoặc chọn theo lĩnh vực bên dưới."));
    find("[data-browse]").hidden = false;
    results.dataset.state = "none";
  };

  const answerTo = async (own) => {
    const values = read();
    const text = cut((values.get("q") ?? "").trim(), LONGEST_TEXT);
    if (cut(input.value.trim(), LONGEST_TEXT) !== text) input.value = text;
    find("[data-browse]").hidden = Boolean(text);
    if (!text) {
      results.replaceChildren();
      results.dataset.state = "idle";
      status.textContent = "";
      return;
    }
    const opening = results.dataset.state === "idle"; // the question came with the address, nobody is typing
    if (opening) {
      results.dataset.state = "loading";
      results.replaceChildren(create("p", { class: "tthc-note" }, `Đang tìm “${text}” …`));
    }
    const engine = await within(LONGEST, engineFor(text).catch(renewed), null);
    if (own !== turn) return;
    if (!engine) return void failed();
    if (values.get("noi-nhan") && !await within(LONGEST, fetchMore(engine), null)) return void failed(); // communes are known by their addresses
    const chosen = choices(engine, values);
    const asking = { fits: filter(engine, chosen), most: 60 };
    const answer = engine.search(text, asking);
    const unusual = answer.elsewhere || answer.state === "none" || answer.absent?.length;
    if (!await within(LONGEST, answer.elsewhere || answer.results.some(({ at }) => engine.data.isLate(at)) ? engine.complete : engine.usual, null)) return void failed();
    if (own !== turn) return;
    const samples = moreToLearn(engine);
    if (opening && samples) askAgain(samples, () => own === turn && engine.search(text, asking).state !== answer.state);
    const [known, card, there] = await Promise.all([
      answer.elsewhere && within(PATIENCE, answerOf(engine.data, answer.elsewhere), { answer: "", link: "", near: [] }),
      within(FACTS, factCard(engine, answer), null),
      !unusual || within(LONGEST, fetchMore(engine), null),
    ]);
    if (own !== turn) return;
    if (!there) return void failed();
    render(engine, answer, chosen, text, known, card);
    if (!answer.results.some(({ at }) => engine.data.facts(at).length)) answered(); // else when the lines have come
    const procedures = answer.results.filter(({ at }) => engine.data.group(at) === "procedure").length;
    finish(answer.state, answer.elsewhere ? `${answer.elsewhere.title}: ${answer.elsewhere.body} giải quyết.` : answer.results.length ? `${procedures} thủ tục, ${answer.results.length - procedures} kết quả khác` : "Không tìm thấy kết quả nào hợp.");
    fetchMore(engine).then((parts) => own === turn && parts.behind(engine, answer, results, { ...OWN, text, current: () => own === turn, finish })).catch(() => {});
  };

  /** Ask again when the sample questions have come, `more`, and the answer to whether there is anything here `differs`, unless somebody has begun to do
   * something with the first one. */
  const askAgain = (more, differs) => {
    let idle = true;
    for (const event of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(event, () => { idle = false; }, { passive: true, once: true });
    more.then(() => { if (idle && differs()) show(); });
  };

  const finish = (state, words) => {
    results.dataset.state = state;
    clearTimeout(status.timer);
    status.timer = setTimeout(() => { status.textContent = words; }, 500);
  };

  const render = (engine, answer, chosen, text, known, card) => {
    const parts = [];
    if (known) parts.push(more.elsewhereCard(answer.elsewhere, known, OWN));
    if (answer.question.mended && answer.results.length) parts.push(create("p", { class: "tthc-note" }, "Đang tìm: ", create("strong", {}, mendedText(engine, answer.question, answer.results[0]))));
    if (card) parts.push(card);
    if (answer.absent?.length) parts.push(more.lacking(answer.absent));
    if (answer.state === "none") parts.push(more.nothing(text, chosen, () => write({ "linh-vuc": "", "noi-nhan": "", chon: "" }, true), answer.near?.length > 0, OWN));
    const question = ask(engine, answer, chosen);
    let between = question && separating(question, chosen, (value) => write({ chon: value }, true));
    if (between && !answer.results.length) between = parts.push(between) && null; // the choice left nothing: it can be taken back
    if (answer.near?.length) parts.push(section(NEAREST, answer.near.map((result) => () => item(engine, result, answer.question)), FIRST));
    const groups = new Map();
    for (const result of answer.results) {
      const group = engine.data.group(result.at);
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(result);
    }
    const order = [...groups].sort(([one, first], [other, second]) => second[0].score + preference(other) - first[0].score - preference(one));
    for (const [group, list] of order) {
      const title = answer.elsewhere ? NEAREST : LABELS[group];
      const items = list.map((result) => () => item(engine, result, answer.question));
      const line = between && create("li", { class: "tthc-results__between" }, between);
      if (line) items.splice(ABOVE, 0, () => line); // the first answers stay on the first screen
      between = null;
      parts.push(section(title, items, group === "procedure" ? FIRST + 1 : 4));
    }
    results.replaceChildren(...parts);
    if (answer.results.length || chosen.field || chosen.commune) below(results.lastElementChild, engine, (parts) => parts.tools(engine, chosen, write, OWN));
    find("[data-browse]").hidden = answer.state !== "none";
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    write({ q: input.value.trim(), chon: "" }, asked && input.value.trim() !== (read().get("q") ?? ""));
    asked = true;
    input.blur();
  });
  let typing;
  let asked = true; // the question in the address was asked, not only typed on the way to one: the back button brings it back
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      write({ q: input.value.trim(), chon: "" }, asked && Boolean(read().get("q")));
      asked = false;
    }, 120);
  });
  window.addEventListener("popstate", () => {
    asked = true;
    show();
  });
  if (document.activeElement !== input || !input.value || input.value === read().get("q")) return show();
  return write({ q: input.value.trim() }, false);
}

/** After a release the index may be of another format than the scripts of an open tab: the reloaded page has scripts that can read it. Reloads
 * only once, since a cached copy of either may be outdated again. */
function renewed(error) {
  const [opened] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!(error instanceof OtherFormat) || opened?.type === "reload") throw error;
  location.reload();
  return new Promise(() => {}); // nothing is said until then
}

/** The field, commune and answer in an address; values that the site does not have count as not chosen. */
function choices(engine, values) {
  const one = (name, there) => (values.get(name) && there().includes(values.get(name)) ? values.get(name) : "");
  return { field: one("linh-vuc", () => engine.data.fields), commune: one("noi-nhan", () => more.communesOf(engine).map(([slug]) => slug)), answer: choice(engine, values.get("chon") ?? "") };
}

/** The records that remain for the chosen field, commune and answer. */
function filter(engine, { field, commune, answer }) {
  const { data } = engine;
  return (at) => {
    if (field && data.field(at) !== field) return false;
    if (data.group(at) !== "procedure") return !answer;
    if (commune && !"cb".includes(data.level(at))) return false;
    return !answer || has(engine, at, answer.question.words) === answer.yes;
  };
}

function has(engine, at, words) {
  const title = ` ${engine.plainTitle(at)} `;
  return words.some((text) => title.includes(` ${engine.plainText(text)} `));
}

/** Put what `make` makes of search-more.js below an element: at once, or when that has come behind the first answer. */
function below(element, engine, make) {
  if (more) element.after(make(more));
  else after(() => fetchMore(engine)).then((parts) => element.isConnected && element.after(make(parts)), () => {});
}

/** The answer of the first result about the requested fact, as a card; null if no fact was asked for. */
async function factCard(engine, { state, results, question, elsewhere }) {
  const best = results[0];
  if (!question.facts.length || state !== "done" || elsewhere || !best || engine.data.group(best.at) !== "procedure") return null;
  const [{ answerCard }, ...found] = await Promise.all([fetchMore(engine), ...question.facts.map(async (fact) => ({ fact, ...await factOf(engine, best.at, fact) }))]);
  return answerCard(engine.data, best.at, found, OWN);
}

/** One result; its describing line is loaded a moment later, into the space reserved for it. */
function item(engine, { at }, question) {
  const { data } = engine;
  const [name, official] = names(data, at, question);
  const asked = engine.because(at, question);
  const note = create("p", { class: "tthc-item__note" });
  const line = create("p", { class: "tthc-item__facts" }, data.field(at) ? create("span", {}, data.field(at)) : "");
  const known = data.facts(at);
  for (const text of [known.agency, known.time, known.fee]) if (text) line.append(" ", create("span", {}, text));
  if (known.doubt) line.append(" ", doubtLink(known.doubt, data.url(at)));
  if (known.online === "toàn trình") line.append(" ", create("span", { class: "tthc-tag" }, "Trực tuyến"));
  if (known.validity) line.append(" ", create("span", { class: "tthc-tag tthc-tag--warning" }, known.validity));
  if (known.length) {
    note.style.setProperty("--lines", String(Math.ceil((known.length * LETTERS) / find("[data-results]").clientWidth)));
    after(() => lineOf(engine, at)).then((text) => { note.textContent = text; });
  }
  return create("li", { class: "tthc-item", "data-code": data.group(at) === "procedure" ? data.code(at) : undefined },
    create("a", { class: "tthc-item__name", href: address(data.url(at)) }, ...name), official ? create("p", { class: "tthc-item__official" }, ...official) : "",
    asked ? create("p", { class: "tthc-item__because" }, `vì bạn hỏi “${asked}”`) : "", note, line);
}

/** The value of `promise`, or `otherwise` if it fails or takes longer than `time` milliseconds. */
function within(time, promise, otherwise) {
  return Promise.race([promise.catch(() => otherwise), new Promise((done) => { setTimeout(done, time, otherwise); })]);
}

/** Run `work` after the answer has been painted. */
function after(work) {
  return new Promise((done) => { requestAnimationFrame(() => setTimeout(() => done(work()), 0)); });
}
