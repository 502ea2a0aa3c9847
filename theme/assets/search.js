// Entry of the search, loaded when a box is used or the address contains a query.
import { address, loadEngine } from "./search-load.js";

/** The search page with a question in its address. */
export function page() {
  loadEngine().catch(() => {});
  return import("./search-page.js").then((module) => module.page());
}

/** A search box got the focus: on the search page its results are the answer, elsewhere suggestions drop down. */
export function box(form) {
  style(form.dataset.style);
  if (form.closest("main") && document.querySelector("[data-results]")) return page();
  loadEngine().catch(() => {});
  return import("./search-box.js").then((module) => module.box(form));
}

function style(name) {
  if (!name || document.querySelector("link[data-search-style]")) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address(name);
  link.dataset.searchStyle = "";
  document.head.append(link);
}
