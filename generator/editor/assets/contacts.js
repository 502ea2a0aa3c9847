// A block of cells copied from a spreadsheet fills the table from the cell on in which it is pasted.
const form = document.querySelector("[data-table]");
let changed = false;
form.addEventListener("input", () => { changed = true; });
form.addEventListener("submit", () => { changed = false; });
addEventListener("beforeunload", (event) => changed && event.preventDefault());
form.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const cell = event.target.closest("td");
  if (!cell || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const rows = [...form.querySelectorAll("tbody tr")];
  const top = rows.indexOf(cell.parentNode);
  const left = [...cell.parentNode.querySelectorAll("td")].indexOf(cell);
  text.replaceAll("\r", "").replace(/\n$/, "").split("\n").forEach((line, down) => {
    const boxes = rows[top + down]?.querySelectorAll("td input") ?? [];
    line.split("\t").forEach((value, right) => {
      if (boxes[left + right]) boxes[left + right].value = value.trim();
    });
  });
  changed = true;
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault(); // the cell below, as in a spreadsheet
  const cell = event.target.closest("td");
  const at = [...cell.parentNode.children].indexOf(cell);
  cell.parentNode.nextElementSibling?.children[at]?.querySelector("input")?.focus();
});
