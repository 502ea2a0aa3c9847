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
    const groups = findAll(`#${form.dataset.tableFilter} [data-group]`).map((group) => ({ group, own: rows.filter((row) => group.contains(row)) }));
    const apply = () => {
      const wanted = plain(find("input", form).value);
      rows.forEach((row, at) => { row.hidden = !words[at].includes(wanted); });
      for (const { group, own } of groups) {
        group.hidden = own.every((row) => row.hidden);
        if (wanted) find("details", group).open = true; // what was found is to be seen
      }
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    apply();
  }
}
