// Ticks are stored on this device; the answers to the questions are in the address. The open leaf of “Trường hợp của bạn” says which
// papers, time and fee hold; this module only shows that everywhere on the page.
import { create, find, findAll } from "../../assets/dom.js";
import { shareButton } from "../share/share.js";

/** @typedef {Set<string> | null} Papers - the papers that apply; null before any answer, when all may */

/** @param {any} box @returns {string} */
const paperOf = (box) => box.closest("[data-paper]").dataset.paper;

/** Whether all answers around an element are open. @param {any} element */
function shown(element) {
  for (let up = element.parentElement.closest("details"); up; up = up.parentElement.closest("details")) if (!up.open) return false;
  return true;
}

/** The papers of the answered case, else of the picked cases. @param {any} outcome @param {string[]} picked @param {any[]} boxes @returns {Papers} */
function papersOf(outcome, picked, boxes) {
  if (outcome) return new Set(outcome.dataset.outcome.split(" ").filter(Boolean));
  if (!picked.length) return null;
  return new Set(boxes.map(paperOf).filter((paper) => paper.startsWith("c") || picked.some((pick) => paper.startsWith(`t${pick}-`))));
}

/** Shows the papers that apply and the parts of the list that have some. @param {any} list @param {any[]} boxes @param {Papers} want */
function showPapers(list, boxes, want) {
  for (const box of boxes) box.closest("[data-paper]").hidden = Boolean(want && !want.has(paperOf(box)));
  for (const part of findAll("[data-case], [data-more]", list)) {
    const empty = Boolean(want && !find("[data-paper]:not([hidden])", part));
    part.hidden = empty && !find("[data-pick]", part); // cases that can be picked stay visible, or nobody could pick them
    if (find(":checked", part) || (want && !empty)) part.open = true; // a phone has folded it
    part.classList.toggle("tthc-no-print", empty);
  }
}

/** How many papers are missing; "" if there are none to tick. @param {any[]} boxes @param {Papers} want */
function progress(boxes, want) {
  const counted = boxes.filter((box) => (want ? want.has(paperOf(box)) : paperOf(box).startsWith("c")));
  const missing = counted.filter((box) => !box.checked).length;
  const whose = want ? " của trường hợp bạn" : boxes.length > counted.length ? " ai cũng cần" : "";
  return counted.length ? (missing ? `Còn thiếu ${missing} trong ` : "Đã đủ ") + `${counted.length} giấy tờ${whose}.` : "";
}

/** Shows time, fee and number of papers of the answered case at the head of the page, where else `facts` stand: each element and
 * its text for all cases. @param {any[][]} facts @param {any} outcome @param {Papers} want */
function showFacts(facts, outcome, want) {
  for (const [element, before] of facts) {
    const { fact } = element.dataset;
    const own = outcome && find(`[data-out=${fact}]`, outcome)?.textContent;
    if (fact === "papers") element.textContent = want ? `${want.size} giấy tờ của trường hợp bạn` : before;
    else if (fact === "time" || fact === "fee") element.textContent = own ?? before;
  }
  // a value that is uncertain in some cases may be certain in this one
  const certain = outcome ? ["time", "fee"].filter((value) => !find(`[data-out-doubt=${value}]`, outcome)) : [];
  for (const mark of findAll("[data-doubt]")) mark.hidden = certain.includes(mark.dataset.doubt);
}

/** @param {any[]} answers @param {string[]} picked */
function writeAddress(answers, picked) {
  const url = new URL(location.href);
  const query = url.searchParams;
  for (const item of answers) query.delete(item.dataset.question);
  for (const item of answers) if (item.open && shown(item)) query.set(item.dataset.question, item.dataset.answer);
  query.delete("th");
  if (picked.length) query.set("th", picked.join("."));
  history.replaceState(history.state, "", url.href);
}

/** @param {any[]} answers @param {any[]} picks */
function readAddress(answers, picks) {
  const query = new URLSearchParams(location.search);
  const picked = (query.get("th") ?? "").split(".");
  for (const pick of picks) pick.checked ||= picked.includes(pick.dataset.pick);
  for (const item of answers) if (query.get(item.dataset.question) === item.dataset.answer && shown(item)) item.open = true;
}

/** @param {ValueStorage} storage - where ticks are kept */
export function start(storage) {
  const list = find("[data-checklist]");
  const cases = find("[data-cases]");
  const key = `giay-to:${list.dataset.checklist}`;
  const boxes = findAll("[data-paper] input", list);
  const picks = findAll("[data-pick]", list);
  const answers = findAll("[data-cases] details");
  const outcomes = findAll("[data-cases] [data-outcome]");
  const remaining = find("[data-left]", list);
  const clear = find("[data-clear]", list);
  const facts = findAll("[data-fact]").map((element) => [element, element.textContent]);
  const share = create("p", {}, shareButton("Gửi trường hợp này cho người khác")); // the answers are in the address
  const more = find("[data-more] > summary > h3", list);
  const every = more?.textContent; // “Thêm tùy trường hợp (5)”

  function update() {
    const picked = picks.filter((pick) => pick.checked).map((pick) => pick.dataset.pick);
    writeAddress(answers, picked);
    const outcome = outcomes.find(shown);
    const want = papersOf(outcome, picked, boxes);
    if (more) more.textContent = want ? "Thêm trong trường hợp của bạn" : every;
    if (outcome && share.parentElement !== outcome) outcome.append(share);
    showPapers(list, boxes, want);
    remaining.textContent = progress(boxes, want);
    if (want) remaining.append(showAll);
    clear.hidden = ![...boxes, ...picks].some((box) => box.checked);
    showFacts(facts, outcome, want);
  }

  // only what the visitor does here is kept: opening an address changes nothing; ticks of papers that this page does not list stay
  const kept = new Set((storage.get(key) ?? "").split(" ").filter(Boolean));
  function remember() {
    for (const box of boxes) if (box.checked) kept.add(paperOf(box)); else kept.delete(paperOf(box));
    storage.set(key, [...kept].join(" "));
  }

  const showAll = create("button", { type: "button", onclick: () => {
    for (const item of answers) item.open = false;
    for (const pick of picks) pick.checked = false;
    update();
    for (const part of findAll("[data-case], [data-more]", list)) part.open = true;
    find("h2", list).scrollIntoView({ block: "nearest" });
  } }, "Hiện mọi trường hợp");
  clear.addEventListener("click", () => {
    for (const box of [...boxes, ...picks]) box.checked = false;
    remember();
    update();
  });
  list.addEventListener("change", () => {
    remember();
    update();
  });
  cases?.addEventListener("toggle", (/** @type {{target: any}} */ { target }) => {
    // an older browser does not know that only one answer of a question may be open
    if (target.open) for (const other of target.parentElement.children) if (other.open && other !== target) other.open = false;
    update();
  }, true);

  // restore: ticks from this device (what was ticked before this module came stays), answers from the address
  const ticked = boxes.some((box) => box.checked && !kept.has(paperOf(box)));
  for (const box of boxes) box.checked ||= kept.has(paperOf(box));
  if (ticked) remember();
  readAddress(answers, picks);
  update();
}
