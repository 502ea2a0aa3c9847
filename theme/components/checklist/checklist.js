// Ticks are stored on this device; the answers to the questions are in the address. The open leaf of “Trường hợp của bạn” says which
// papers, time and fee hold; this module only shows that everywhere on the page.
import { create, find, findAll } from "../../assets/dom.js";
import { shareButton } from "../share/share.js";

/** @param {ValueStorage} storage - where ticks are kept */
export function start(storage) {
  const list = find("[data-checklist]");
  const cases = find("[data-cases]");
  const key = `giay-to:${list.dataset.checklist}`;
  const boxes = findAll("[data-paper] input", list);
  const picks = findAll("[data-pick]", list);
  const remaining = find("[data-left]", list);
  const clear = find("[data-clear]", list);
  const facts = findAll("[data-fact]").map((element) => [element, element.textContent]);
  /** @param {HTMLElement} box @returns {string} */
  const paperOf = (box) => /** @type {any} */ (box.closest("[data-paper]")).dataset.paper;
  const answers = () => (cases ? findAll("details", cases) : []);

  /** Whether all answers around an element are open. @param {any} element */
  const shown = (element) => {
    for (let up = element.parentElement.closest("details"); up; up = up.parentElement.closest("details")) if (!up.open) return false;
    return true;
  };
  const leaf = () => (cases ? findAll("[data-outcome]", cases) : []).find(shown);

  // the papers that apply: of the answered case, of the picked cases, or null before any answer
  const needed = () => {
    const found = leaf();
    if (found) return new Set(found.dataset.outcome.split(" ").filter(Boolean));
    const picked = picks.filter((pick) => pick.checked).map((pick) => `t${pick.dataset.pick}-`);
    if (!picked.length) return null;
    return new Set(boxes.map(paperOf).filter((paper) => paper.startsWith("c") || picked.some((start) => paper.startsWith(start))));
  };

  const share = create("p", {}, shareButton("Gửi trường hợp này cho người khác")); // the answers are in the address
  const more = find("[data-more] > summary > h3", list);
  const every = more?.textContent; // “Thêm tùy trường hợp (5)”

  function update() {
    const want = needed();
    if (more) more.textContent = want ? "Thêm trong trường hợp của bạn" : every;
    const open = leaf();
    if (open && share.parentElement !== open) open.append(share);
    for (const box of boxes) box.closest("[data-paper]").hidden = Boolean(want && !want.has(paperOf(box)));
    for (const part of [...findAll("[data-case]", list), ...findAll("[data-more]", list)]) {
      // cases that can be picked stay visible, or nobody could pick them
      part.hidden = Boolean(want && !part.querySelector("[data-pick]") && !part.querySelector("[data-paper]:not([hidden])"));
      if (part.querySelector(":checked") || (want && part.querySelector("[data-paper]:not([hidden])"))) part.open = true; // a phone has folded it
      part.classList.toggle("tthc-no-print", Boolean(want && !part.querySelector("[data-paper]:not([hidden])")));
    }
    const counted = boxes.filter((box) => (want ? want.has(paperOf(box)) : paperOf(box).startsWith("c")));
    const missing = counted.filter((box) => !box.checked).length;
    const whose = want ? "của trường hợp bạn" : boxes.length > counted.length ? "ai cũng cần" : "";
    remaining.textContent = !counted.length ? "" : (missing ? `Còn thiếu ${missing} trong ${counted.length} giấy tờ ${whose}` : `Đã đủ ${counted.length} giấy tờ ${whose}`).trim() + ".";
    clear.hidden = !boxes.some((box) => box.checked) && !picks.some((pick) => pick.checked);
    if (want) remaining.append(showAll);
    tell(leaf(), want);
  }

  /** @param {HTMLElement | undefined} found @param {Set<string> | null} want - papers */
  function tell(found, want) {
    for (const [element, before] of facts) {
      const { fact } = element.dataset;
      const own = found?.querySelector(`[data-out=${fact}]`)?.textContent;
      if (fact === "papers") element.textContent = want ? `${want.size} giấy tờ của trường hợp bạn` : before;
      else if (fact === "time" || fact === "fee") element.textContent = own ?? before;
    }
    // a value that is uncertain in some cases may be certain in this one
    const certain = found ? ["time", "fee"].filter((value) => !found.querySelector(`[data-out-doubt=${value}]`)) : [];
    for (const mark of findAll("[data-doubt]")) mark.hidden = certain.includes(mark.dataset.doubt);
  }

  function write() {
    const url = new URL(location.href);
    for (const item of answers()) url.searchParams.delete(item.dataset.question);
    for (const item of answers()) if (item.open && shown(item)) url.searchParams.set(item.dataset.question, item.dataset.answer);
    const picked = picks.filter((pick) => pick.checked).map((pick) => pick.dataset.pick);
    url.searchParams.delete("th");
    if (picked.length) url.searchParams.set("th", picked.join("."));
    history.replaceState(null, "", url.href);
    update();
  }

  // only what the visitor does here is kept: opening an address changes nothing; ticks of papers that this page does not list stay
  const kept = new Set((storage.get(key) ?? "").split(" ").filter(Boolean));
  function remember() {
    for (const box of boxes) if (box.checked) kept.add(paperOf(box)); else kept.delete(paperOf(box));
    storage.set(key, [...kept].join(" "));
  }

  const showAll = create("button", { type: "button", onclick: () => {
    for (const item of answers()) item.open = false;
    for (const pick of picks) pick.checked = false;
    write();
    for (const part of findAll("[data-case], [data-more]", list)) part.open = true;
    find("h2", list).scrollIntoView({ block: "nearest" });
  } }, "Hiện mọi trường hợp");
  clear.addEventListener("click", () => {
    for (const box of [...boxes, ...picks]) box.checked = false;
    remember();
    write();
  });
  list.addEventListener("change", () => {
    remember();
    write();
  });
  cases?.addEventListener("toggle", (/** @type {{target: any}} */ { target }) => {
    // an older browser does not know that only one answer of a question may be open
    if (target.open) for (const other of target.parentElement.children) if (other.open && other !== target) other.open = false;
    write();
  }, true);

  // restore: ticks from this device (what was ticked before this module came stays), answers from the address
  const ticked = boxes.some((box) => box.checked && !kept.has(paperOf(box)));
  for (const box of boxes) box.checked ||= kept.has(paperOf(box));
  if (ticked) remember();
  const given = new URLSearchParams(location.search);
  const picked = new Set((given.get("th") ?? "").split("."));
  for (const pick of picks) pick.checked ||= picked.has(pick.dataset.pick);
  for (const item of answers()) if (given.get(item.dataset.question) === item.dataset.answer && shown(item)) item.open = true;
  write();
}
