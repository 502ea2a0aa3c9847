// Sends the form to the project's own checks shortly after the last keystroke, and shows each message under its field.
const WAIT = 180;
const AGAIN = 3000; // ms until the next attempt when the editor does not answer
const LOST = "Mất kết nối với trang soạn: chữ vừa gõ chỉ còn ở trang này, đừng đóng trang. Mở lại tthc edit (soan.cmd), trang tự nối lại";
const listeners = [];
let timer = 0;
let running = null;
export const state = { changed: false, errors: 0, pending: false };

export const url = (form, place) => form.getAttribute("action").replace("/sua/", `/${place}/`);
export const body = (form) => new URLSearchParams(new FormData(form));
export const onVerdict = (listener) => listeners.push(listener);

export function check(form, wait = WAIT) {
  clearTimeout(timer);
  state.pending = true;
  timer = setTimeout(() => send(form), wait);
}

/** Cancel a pending or running check: saving runs its own. */
export function settle() {
  clearTimeout(timer);
  running?.abort();
  state.pending = false;
}

async function send(form) {
  running?.abort();
  running = new AbortController();
  const signal = running.signal;
  const verdict = await ask(url(form, "kiem"), body(form), signal);
  if (signal.aborted) return;
  if (verdict.again) {
    say(verdict.refused, "bad");
    timer = setTimeout(() => send(form), AGAIN);
    return;
  }
  state.pending = false;
  if (verdict.lost || verdict.refused) state.changed = true; // it is in this page only
  if (verdict.lost) return say("Tệp đã đổi trên máy; mở lại trang ở một thẻ khác, chép sang phần vừa gõ rồi sửa tiếp", "bad");
  if (verdict.refused) return say(verdict.refused, "bad");
  place(form, verdict);
}

/** The JSON answer to a form; `{refused, again}` if there is none, with `again` if a later attempt may succeed. */
export async function ask(address, data, signal) {
  try {
    const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" }, signal });
    const said = await answer.json();
    return said.refused ? { ...said, again: answer.status === 403 || answer.status >= 500 } : said;
  } catch {
    return { refused: LOST, again: true };
  }
}

/** The page that answers a form; null if there is none, and then the reason is shown. */
export async function page(address, data) {
  try {
    const answer = await fetch(address, data && { method: "POST", body: data });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) return made;
    say((made.querySelector("main p") ?? made.body).textContent.trim(), "bad");
  } catch {
    say(LOST, "bad");
  }
  return null;
}

export function say(text, kind = "") {
  const line = document.querySelector("[data-state]");
  line.className = `state ${kind}`;
  if (line.textContent !== text) line.textContent = text;
}

const holder = (form, key) => {
  for (let at = key; at; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const found = form.querySelector(`[data-key="${CSS.escape(at)}"]`);
    if (found) return found;
  }
  return form.querySelector('[data-key=""]');
};

export function place(form, verdict) {
  state.changed = verdict.changed;
  state.errors = verdict.errors;
  form.querySelectorAll("[data-messages]").forEach((box) => box.replaceChildren());
  form.querySelectorAll("[aria-invalid]").forEach((box) => box.removeAttribute("aria-invalid"));
  for (const problem of verdict.problems) {
    const field = holder(form, problem.key);
    const line = document.createElement("p");
    line.className = `message ${problem.severity}`;
    line.dataset.problem = problem.id;
    const part = (tag, text, name) => {
      const made = document.createElement(tag);
      made.className = name;
      made.textContent = text;
      line.append(made, " ");
    };
    part("strong", problem.message, "");
    if (problem.law) part("span", `(${problem.law})`, "law");
    if (problem.hint) part("span", problem.hint, "hint");
    part("span", problem.id, "id");
    field.querySelector(":scope > [data-messages]").append(line);
    if (problem.severity === "error") field.querySelector("input:not([type=hidden]), textarea, select")?.setAttribute("aria-invalid", "true");
  }
  const list = document.querySelector("[data-words]");
  list.replaceChildren(...verdict.words.map((one) => {
    const item = document.createElement("li");
    item.textContent = one.text;
    if (!one.public) item.className = "internal";
    return item;
  }));
  if (!list.children.length) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = verdict.errors ? "Sửa lỗi trước đã, rồi thay đổi sẽ hiện ở đây." : verdict.changed ? "Chỉ đổi cách viết, không đổi nội dung." : "Chưa có gì thay đổi.";
    list.append(none);
  }
  if (verdict.errors) say(`${verdict.errors} lỗi phải sửa trước khi lưu`, "bad");
  else if (verdict.changed) say(verdict.kept === false ? "Chưa lưu, và không giữ được bản nháp" : "Chưa lưu (nháp đã giữ)");
  else say("Chưa sửa gì");
  show(form);
  for (const listener of listeners) listener(verdict);
}

export function show(form) {
  document.querySelectorAll("[data-contents] a[data-for]").forEach((link) => {
    const field = form.querySelector(`[data-key="${CSS.escape(link.dataset.for)}"]`);
    link.parentNode.classList.toggle("bad", Boolean(field?.querySelector(".message.error")));
  });
}
