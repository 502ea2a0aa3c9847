// Undo: snapshots of the whole form as it would be submitted.
import { body, onVerdict } from "/tai-san/check.js";
import { fresh } from "/tai-san/lists.js";

const MAX_STATES = 100;

export function history(form, check) {
  const button = form.querySelector("[data-undo]");
  const states = [body(form).toString()];
  const now = () => body(form).toString();
  const past = {
    keep() {
      const text = now();
      if (states.at(-1) !== text) states.push(text);
      if (states.length > MAX_STATES) states.shift();
      button.disabled = states.length < 2;
    },
    forget() {
      states.splice(0, states.length, now());
      button.disabled = true;
    },
    async undo() {
      if (now() === states.at(-1)) states.pop();
      const before = states.at(-1);
      if (!before) return;
      const page = await fresh(form, new URLSearchParams(before));
      const made = page.querySelector("[data-sheet]");
      if (!made) return;
      form.querySelector("[data-sheet]").replaceWith(document.adoptNode(made));
      button.disabled = states.length < 2;
      check(form, 0);
    },
  };
  onVerdict(() => past.keep());
  button.addEventListener("click", () => past.undo());
  return past;
}
