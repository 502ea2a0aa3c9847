// The form of a record: input is checked at once, lists are changed in place, no input is lost.
import { check, onVerdict, show } from "/tai-san/check.js";
import { grow, lists } from "/tai-san/lists.js";
import { find } from "/tai-san/find.js";
import { history } from "/tai-san/history.js";
import { preview } from "/tai-san/preview.js";
import { save } from "/tai-san/save.js";

const form = document.querySelector("[data-form]");
grow(form);
const past = history(form, check);
lists(form, check, past);
find(form);
preview(form, onVerdict);
save(form, past);
form.addEventListener("input", (event) => {
  if (event.target.matches("[data-find]")) return;
  check(form);
});
form.addEventListener("change", (event) => {
  if (event.target.name === "_vi_sao") document.querySelector("[data-law-change]").hidden = event.target.value !== "luat";
});
const money = (box) => {
  let note = box.parentNode.querySelector(".money");
  if (!note) {
    note = document.createElement("p");
    note.className = "money";
    box.after(note);
  }
  const number = box.value.replace(/[.,\s]/g, "");
  note.textContent = /^\d{4,12}$/.test(number) ? `${Number(number).toLocaleString("vi-VN")} đồng` : "";
};
form.addEventListener("input", (event) => event.target.matches("[data-money]") && money(event.target));
form.querySelectorAll("[data-money]").forEach(money);
// what was typed before this script came, or put back by the browser
if ([...form.querySelectorAll("textarea, input[type=text]")].some((box) => box.value !== box.defaultValue)) check(form);
show(form);
