// A searchable table or list: rows without the words are hidden. Without this script all rows are shown.
import { find, findAll } from "../../assets/dom.js";

/** Letters without marks, in lower case. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase().replace(/\s+/g, " ").trim();
const started = new WeakSet();

/** Activates every such form of the page that is not active yet. */
export function start() {
  for (const form of findAll("[data-table-filter]")) {
    if (started.has(form)) continue;
    started.add(form);
    const rows = findAll(`#${form.dataset.tableFilter} :is(tbody tr, li)`);
    const words = rows.map((row) => plain(row.textContent));
    const apply = () => {
      const wanted = plain(find("input", form).value);
      rows.forEach((row, at) => { row.hidden = !words[at].includes(wanted); });
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    apply();
  }
}
