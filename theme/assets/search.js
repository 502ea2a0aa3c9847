// Entry of the search, loaded when a box is used or a question stands in the address.
import { box as suggest } from "./search-box.js";
import { address, loadEngine } from "./search-load.js";
import { page } from "./search-page.js";

export { page };

/** A search box got the focus: on the search page its results are the answer, elsewhere suggestions drop down. */
export function box(form) {
  style(form.dataset.style);
  loadEngine().catch(() => {});
  if (form.closest("main") && document.querySelector("[data-results]")) page();
  else suggest(form);
}

function style(name) {
  if (!name || document.querySelector("link[data-search-style]")) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address(name);
  link.dataset.searchStyle = "";
  document.head.append(link);
}
