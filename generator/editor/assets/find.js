// Search inside the form: labels, their sections, and the values; typed without marks.
export const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

export function find(form) {
  const box = form.querySelector("[data-find]");
  const list = form.querySelector("[data-contents]");
  const whole = [...list.children];
  const rows = () => [...form.querySelectorAll("[data-sheet] [data-label]")].filter((field) => !field.closest("[hidden]")).map((field) => {
    const above = [];
    for (let at = field.parentNode.closest("[data-label], .item"); at; at = at.parentNode.closest("[data-label], .item")) {
      const what = at.querySelector(":scope > .what");
      const name = at.dataset.label ?? (above.some((one) => one.item) ? what?.dataset.what : what?.textContent.trim()) ?? "";
      if (name && !above[0]?.name.startsWith(name)) above.unshift({ name, item: Boolean(what) });
    }
    const control = field.querySelector("textarea, input:not([type=hidden], [type=radio], [type=checkbox]), select");
    const value = field.matches("fieldset") ? "" : control?.value ?? "";
    return { field, control, label: field.dataset.label, above: above.map((one) => one.name).join(" › "), value };
  });
  const go = (row) => {
    row.field.scrollIntoView({ block: "start" });
    row.field.classList.remove("found");
    row.field.classList.add("found");
    (row.control ?? row.field.querySelector("input:not([type=hidden]), button"))?.focus({ preventScroll: true });
  };
  let matches = [];
  const search = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    box.closest(".contents").classList.toggle("searching", words.length > 0);
    if (!words.length) return list.replaceChildren(...whole);
    const score = (row) => (words.every((word) => fold(row.label).includes(word)) ? 0 : 1) + (row.above ? 0.5 : 0);
    matches = rows().filter((row) => words.every((word) => fold(`${row.label} ${row.above} ${row.value}`).includes(word)));
    matches = matches.sort((a, b) => score(a) - score(b)).slice(0, 25);
    list.replaceChildren(...matches.map((row) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${row.control?.id || ""}`;
      link.textContent = row.label;
      const note = document.createElement("small");
      note.textContent = [row.above, row.value.slice(0, 60)].filter(Boolean).join(": ");
      link.append(note);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(row);
      });
      item.append(link);
      return item;
    }));
    if (!matches.length) {
      const none = document.createElement("li");
      none.textContent = "Không có ô nào như vậy.";
      list.append(none);
    }
  };
  box.addEventListener("input", search);
  if (box.value) search(); // typed before this script came
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (matches.length) go(matches[0]);
    } else if (event.key === "Escape") {
      box.value = "";
      search();
    }
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-for]");
    const field = link && form.querySelector(`[data-key="${CSS.escape(link.dataset.for)}"]`);
    if (!field) return;
    event.preventDefault();
    go({ field, control: field.matches("fieldset") ? null : field.querySelector("textarea, input:not([type=hidden]), select") });
  });
}
