// The preview beside the form: the page that citizens will see; once opened, it is updated while the user types.
import { state } from "/tai-san/check.js";

export function preview(form, onVerdict) {
  const frame = form.querySelector("[data-frame]");
  const waiting = frame?.querySelector("[data-waiting]");
  let last = null;
  let timer = 0;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Đóng";
  close.addEventListener("click", () => {
    frame.className = "frame phone";
    last?.focus();
  });
  frame?.append(close);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-preview]");
    if (!button || button.dataset.preview === "sheet") return;
    last = button;
    frame.hidden = false;
    frame.className = `frame ${button.dataset.preview}`;
    if (button.dataset.preview === "desktop") close.focus();
  });
  form.addEventListener("submit", (event) => { // making the page takes seconds on a weak machine
    if (event.submitter?.formTarget === "xem") waiting.hidden = false;
  });
  frame?.querySelector("iframe").addEventListener("load", () => { waiting.hidden = true; });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && frame?.classList.contains("desktop")) close.click();
  });
  onVerdict(() => {
    clearTimeout(timer);
    if (last && !frame.hidden && state.changed) timer = setTimeout(() => form.requestSubmit(last), 700);
  });
}
