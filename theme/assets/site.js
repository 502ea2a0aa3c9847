// Small conveniences on top of pages that are complete without them. Each lives in its own module and is loaded only
// when the page has something for it to do, most of them only when the visitor does something.

// What the visitor chose is kept on this device and nowhere else (head.js); what an address says is shown and never kept.
const { keep, device, kiosk } = window.tthc;
const page = document.documentElement;
const find = (selector) => document.querySelector(selector);
const address = new URLSearchParams(location.search);

// Light or dark, normal or large text: head.js has applied what was chosen, here are the buttons.
const look = find("[data-look]");
for (const button of look?.querySelectorAll("button") ?? []) {
  const { set, on } = button.dataset;
  const system = set === "theme" && matchMedia("(prefers-color-scheme: dark)").matches;
  const show = (value) => {
    if (value) page.dataset[set] = value; else delete page.dataset[set];
    button.setAttribute("aria-pressed", String(value ? value === on : system));
  };
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") === "true";
    const value = pressed ? (system ? "light" : "") : on;
    keep.set(set, value);
    show(value);
  });
  show(page.dataset[set]);
  look.hidden = false;
}

// Modules that a page needs from the start.
const wanted = [
  ["[data-filters]", () => import("./filters.js")],
  ["[data-plan]", () => import("./plan.js")],
  ["[data-report-form]", () => import("./report.js")],
  ["[data-kiosk-form]", () => import("./kiosk-form.js")],
];
for (const [selector, load] of wanted) {
  if (find(selector)) load().then((module) => module.start(keep));
}

// “Xã của bạn”: from the address when somebody shared it, else from this device. A tap keeps it, and its pages for when there is no network.
const mine = find("[data-mine]");
const own = document.body.dataset.district; // a commune's own site has no choice
const shared = own ? "" : address.get("xa");
const stay = (slug) => import("./offline.js").then((module) => module.start(device, slug));
const choose = (slug) => {
  import("./mine.js").then((module) => module.show(slug, { keep }));
  if (!kiosk) stay(slug);
};
if (own || shared || keep.get("xa")) import("./mine.js").then((module) => module.first(keep, choose));
const kept = own ? "o-day" : device.get("xa");
if (kept) addEventListener("load", () => stay(kept));
if (kiosk) import("./kiosk.js").then((module) => module.start(window.tthc));
mine?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-slug]");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  choose(link.dataset.slug);
});
for (const button of document.querySelectorAll("button[data-choose]")) {
  button.hidden = false;
  button.addEventListener("click", () => choose(button.dataset.choose));
}

// The checklist and the questions: at once when there is something to restore, else at the first touch.
const list = find("[data-checklist]");
if (list) {
  let ready;
  const wake = () => (ready ??= import("./checklist.js").then((module) => module.start(keep)));
  const cases = find("[data-cases]");
  const restores = keep.get(`giay-to:${list.dataset.checklist}`) || [...address.keys()].some((key) => key !== "xa");
  if (restores) wake();
  list.addEventListener("change", wake, { once: true });
  cases?.addEventListener("toggle", wake, { once: true, capture: true });
  const print = list.querySelector("[data-print]");
  if (print) print.hidden = false;
  print?.addEventListener("click", () => {
    page.classList.add("sheet");
    addEventListener("afterprint", () => page.classList.remove("sheet"), { once: true });
    window.print();
  });
}

// The calculator of the result's day.
const due = find("[data-due]");
if (due) {
  due.hidden = false;
  const wake = () => import("./due-form.js").then((module) => module.start(keep));
  due.addEventListener("input", wake, { once: true });
  due.addEventListener("submit", (event) => event.preventDefault());
}

// A report of a mistake says which part of the page was on screen.
find("[data-report]")?.addEventListener("click", (event) => {
  const seen = [...document.querySelectorAll("main section[id]")].filter((part) => part.getBoundingClientRect().top < innerHeight / 2);
  const part = location.hash.slice(1) || seen.at(-1)?.id;
  if (part) event.target.href += `&phan=${encodeURIComponent(part)}`;
});

// The search is fetched when a box is used, or at once when the address contains a query.
const search = () => import("./search.js");
for (const form of document.querySelectorAll("[data-search]")) {
  form.addEventListener("focusin", () => search().then((module) => module.box(form)), { once: true });
}
if (document.querySelector("[data-results]") && new URLSearchParams(location.search).get("q")) search().then((module) => module.page());
