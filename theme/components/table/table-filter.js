// A searchable table or list: rows without the words are hidden, and the number of remaining rows is shown. Without this script all rows are shown.
import { create, find, findAll } from "../../assets/dom.js";
import { SEARCH } from "../../assets/urls.js";

/** Letters without marks, in lower case. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase().replace(/\s+/g, " ").trim();
/** The figures of a code, which people and spreadsheets write 1.001193, 1,001193, 1001193; none of a text. @param {string} text */
const figures = (text) => (/[\p{L}/]/u.test(text) ? "" : text.replace(/\D/g, ""));
/** The search of the whole site for these words. @param {string} words */
const anywhere = (words) => `${document.body.dataset.root}${SEARCH}?q=${encodeURIComponent(words)}`;
const started = new WeakSet();

/** Activates every such form of the page that is not active yet. */
export function start() {
  for (const form of findAll("[data-table-filter]")) {
    if (started.has(form)) continue;
    started.add(form);
    const rows = findAll(`#${form.dataset.tableFilter} :is([data-row], :is(tbody tr, li):not([data-row] *))`);
    const status = create("p", { class: "tthc-note", role: "status" });
    form.append(status);
    const words = rows.map((row) => plain(row.textContent));
    const groups = findAll(`#${form.dataset.tableFilter} [data-group]`).map((group) => ({ group, own: rows.filter((row) => group.contains(row)) }));
    const apply = () => {
      const typed = find("input", form).value.trim();
      const wanted = plain(typed);
      const code = figures(typed);
      rows.forEach((row, at) => { row.hidden = !words[at].includes(wanted) && !(code.length > 3 && figures(row.dataset.code ?? "").startsWith(code)); });
      for (const { group, own } of groups) {
        group.hidden = own.every((row) => row.hidden);
        if (wanted) find("details", group).open = true; // what was found is to be seen
      }
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = wanted && shown ? `Tìm thấy ${shown}` : "";
      if (wanted && !shown) status.append(`Ở đây không có “${typed}”. Thử ít chữ hơn, hoặc `, create("a", { href: anywhere(typed) }, "tìm trong cả trang"), ".");
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    apply();
  }
}
