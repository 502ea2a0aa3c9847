// Entry of the search, loaded when a box is used or the address contains a query.
import { create, find } from "./dom.js";
import { address, loadEngine } from "./search-load.js";

/** The search page with a question in its address. */
export function page() {
  loadEngine().catch(() => {});
  return import("../components/search-results/search-page.js").then((module) => module.page());
}

/** A search box got the focus: on the search page its results are the answer, elsewhere suggestions drop down. @param {HTMLElement} form */
export function box(form) {
  style(form.dataset.style);
  if (form.closest("main") && find("[data-results]")) return page();
  loadEngine().catch(() => {});
  return import("../components/search-box/search-box.js").then((module) => module.box(form));
}

/** @param {string | undefined} name - the style of the search's parts */
function style(name) {
  if (!name || find("link[data-search-style]")) return;
  document.head.append(create("link", { rel: "stylesheet", href: address(name), "data-search-style": true }));
}
