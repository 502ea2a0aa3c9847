// A table that can be searched: rows without the words are hidden. Without a script the whole table is there.
import { find, findAll } from "../../assets/dom.js";

/** Letters without marks, in lower case. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase();

export function start() {
  for (const form of findAll("[data-table-filter]")) {
    const rows = findAll(`#${form.dataset.tableFilter} tbody tr`);
    const words = rows.map((row) => plain(row.textContent));
    const apply = () => {
      const wanted = plain(find("input", form).value).split(/\s+/).filter(Boolean);
      rows.forEach((row, at) => { row.hidden = !wanted.every((word) => words[at].includes(word)); });
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
}
