// Progressive enhancement: pages are complete without it. Each feature is a module of its own, loaded only if the page has an
// element for it, and mostly not before the visitor uses it.

// Choices are stored on this device only (head.js); values from the address are shown but never stored.
const { keep: storage, device, kiosk } = window.tthc;
const page = document.documentElement;
/** @type {(selector: string) => any} */
const find = (selector) => document.querySelector(selector);
const address = new URLSearchParams(location.search);

// The buttons for light or dark, normal or large text; head.js has applied the stored settings.
const displaySettings = find("[data-look]");
for (const button of displaySettings?.querySelectorAll("button") ?? []) {
  const { set, on } = button.dataset;
  const system = set === "theme" && matchMedia("(prefers-color-scheme: dark)").matches;
  /** @param {string | undefined} value */
  const show = (value) => {
    if (value) page.dataset[set] = value; else delete page.dataset[set];
    button.setAttribute("aria-pressed", String(value ? value === on : system));
  };
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") === "true";
    const value = pressed ? (system ? "light" : "") : on;
    storage.set(set, value);
    show(value);
  });
  show(page.dataset[set]);
  displaySettings.hidden = false;
}

// A page that the browser kept whole and shows again (“back”) follows what was chosen on a later one.
const chosen = () => ["theme", "text", "xa"].map((name) => storage.get(name)).join();
let left = "";
addEventListener("pagehide", () => { left = chosen(); });
addEventListener("pageshow", ({ persisted }) => { if (persisted && chosen() !== left) location.reload(); });

// What the address names is opened where a phone shows it folded (head.js).
const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-fold]"))];
const unfold = () => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const closed = folds.filter((fold) => target && !fold.open && (target.contains(fold) || fold.contains(target)));
  for (const fold of closed) fold.open = true;
  if (closed.length) target?.scrollIntoView();
};
unfold();
addEventListener("hashchange", unfold);

// In print everything is open except the questions: their results are in the list of papers.
/** @type {HTMLDetailsElement[]} */
const opened = [];
addEventListener("beforeprint", () => {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll("main details:not([open], .tthc-doubt)"); // the foot says once what a mark means
  for (const part of folded) if (!part.closest("[data-cases]")) opened.push(part);
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => { for (const part of opened.splice(0)) part.open = false; });

// Frequent procedures of this month: the page contains all months, and shows that of its edition without a script.
const season = find("[data-season]");
if (season) {
  const month = String(new Date().getMonth() + 1);
  const lines = [...season.querySelectorAll("[data-months]")];
  for (const line of lines) line.hidden = !line.dataset.months.split(" ").includes(month);
  season.querySelector("[data-month]").textContent = month;
  season.hidden = lines.every((line) => line.hidden);
}

// The search is fetched when a box is used, or at once when the address contains a query: then what else this page fetches waits for the first
// answer. On the search page its results are the answer, elsewhere suggestions drop down.
const searchPage = () => import("../components/search-results/search-page.js").then((module) => module.page());
for (const form of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-search]"))) {
  const box = () => import("../components/search-box/search-box.js").then((module) => module.box(form));
  const use = form.closest("main") && find("[data-results]") ? searchPage : box;
  form.addEventListener("focusin", use, { once: true });
  if (form.contains(document.activeElement)) use(); // somebody was quicker than this script
}
/** @type {Promise<unknown> | null} */
let answered = null;
if (find("[data-results]") && address.get("q")) answered = searchPage().catch(() => {});
/** @param {() => unknown} work */
const then = (work) => (answered ? answered.then(work) : work());
// The search page has its part of the style; the whole is for the next page.
const style = find("link[data-next]")?.dataset.next;
if (style) then(() => fetch(style, { priority: "low" }).catch(() => {}));

// Modules that a page needs from the start.
/** @type {[string, () => Promise<{start: (storage: ValueStorage) => unknown}>][]} */
const needed = [
  ["[data-filters], [data-plan-filters]", () => import("../components/filters/filters.js")],
  ["[data-plan]", () => import("../components/plan/plan.js")],
  ["[data-unknown]", () => import("../components/edition/unknown.js")],
  ["[data-report-form]", () => import("../components/report-form/report-form.js")],
  ["[data-kiosk-form]", () => import("../components/kiosk/kiosk-form.js")],
];
for (const [selector, load] of needed) {
  if (find(selector)) load().then((module) => module.start(storage));
}

// “Xã của bạn”: from the address of a shared link, else from this device. Choosing a commune stores it and caches its pages for offline use.
const { district, single, part = "xa" } = document.body.dataset; // part: `?phuong=` where communes are wards; `?xa=` is read everywhere
const own = district || single; // a commune's own site has no choice
const shared = address.get(part) ?? address.get("xa");
const loadMyCommune = () => import("../components/my-commune/my-commune.js");
/** @param {string} slug */
const enableOffline = (slug) => import("./offline.js").then((module) => module.start(device, slug));
/** @param {string} slug */
const choose = (slug) => {
  loadMyCommune().then((module) => module.show(slug, { storage }));
  if (!kiosk) enableOffline(slug);
};
if (own || shared || storage.get("xa")) then(() => loadMyCommune().then((module) => module.first(storage, choose)));
const kept = district ? "o-day" : device.get("xa"); // a whole site of its own is not kept unasked
if (kept) addEventListener("load", () => then(() => enableOffline(kept)));
if (kiosk) import("../components/kiosk/kiosk.js").then((module) => module.start(window.tthc));
find("[data-mine]")?.addEventListener("click", (/** @type {any} */ event) => {
  const link = event.target.closest("a[data-slug]");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  choose(link.dataset.slug);
});
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-choose]"))) {
  button.hidden = false;
  button.addEventListener("click", () => choose(button.dataset.choose ?? ""));
}

// The checklist and the questions: at once when there is something to restore, else at the first touch.
const checklist = find("[data-checklist]");
if (checklist) {
  let ready;
  const load = () => (ready ??= import("../components/checklist/checklist.js").then((module) => module.start(storage)));
  if (storage.get(`giay-to:${checklist.dataset.checklist}`) || [...address.keys()].some((key) => key !== part && key !== "xa")) load();
  checklist.addEventListener("change", load, { once: true });
  find("[data-cases]")?.addEventListener("toggle", load, { once: true, capture: true });
  const print = find("[data-print]");
  if (print) print.hidden = false;
  print?.addEventListener("click", () => {
    page.classList.add("tthc-prints-sheet");
    addEventListener("afterprint", () => page.classList.remove("tthc-prints-sheet"), { once: true });
    window.print();
  });
}

// A list that can be searched.
const filter = find("[data-table-filter]");
if (filter) {
  for (const form of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-table-filter]"))) form.hidden = false;
  addEventListener("focusin", (event) => {
    if (/** @type {Element} */ (event.target).closest("[data-table-filter]")) import("../components/table/table-filter.js").then((module) => module.start());
  });
}

// The due date calculator.
const due = find("[data-due]");
if (due) {
  due.hidden = false;
  due.addEventListener("input", () => import("../components/due/due-form.js").then((module) => module.start(storage)), { once: true });
  due.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
}

// The same page of another edition gets the same question and opens at the same place; communes have other names there.
const here = location.pathname.slice(new URL(document.body.dataset.root ?? "", location.href).pathname.length);
addEventListener("click", (/** @type {any} */ event) => {
  const link = event.target.closest(".tthc-edition a, [data-other-editions] a");
  if (!link?.pathname.endsWith(`/${here}`)) return;
  const asked = new URLSearchParams(location.search);
  for (const name of [part, "xa"]) asked.delete(name);
  link.search = String(asked);
  link.hash = location.hash;
});

// An error report states which section of the page was on screen.
find("[data-report]")?.addEventListener("click", (/** @type {any} */ event) => {
  const seen = [...document.querySelectorAll("main section[id]")].filter((part) => part.getBoundingClientRect().top < innerHeight / 2);
  const part = location.hash.slice(1) || seen.at(-1)?.id;
  if (part) event.target.href += `&phan=${encodeURIComponent(part)}`;
});
