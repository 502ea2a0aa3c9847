// A block of cells copied from a spreadsheet fills the table from the cell on in which it is pasted.
// A cell with a line break or a quote is put in quotes by the spreadsheet.
const cellsOf = (text) => {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replaceAll("\r", "").replace(/\n$/, "").matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
    else if (end === "") break;
  }
  return rows;
};
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
  const column = [...cell.parentNode.querySelectorAll("td")].indexOf(cell);
  let left = 0;
  cellsOf(text).forEach((line, down) => {
    const boxes = rows[top + down]?.querySelectorAll("td input") ?? [];
    line.forEach((value, right) => {
      if (boxes[column + right]) boxes[column + right].value = value.replace(/\s+/g, " ").trim();
      else if (value.trim()) left += 1;
    });
  });
  if (left) alert(`${left} ô dán ra ngoài bảng nên chưa được điền: dán lại từ ô ở trên hay ở bên trái hơn.`);
  changed = true;
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault(); // the cell below, as in a spreadsheet
  const cell = event.target.closest("td");
  const at = [...cell.parentNode.children].indexOf(cell);
  cell.parentNode.nextElementSibling?.children[at]?.querySelector("input")?.focus();
});
