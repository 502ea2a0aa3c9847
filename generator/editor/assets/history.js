// Undo and redo: snapshots of the fields as they would be submitted; the reason of the change is not among them.
import { body, onVerdict, page } from "/tai-san/check.js";

const MAX_STATES = 100;

export function history(form, check) {
  const [back, forward] = ["[data-undo]", "[data-redo]"].map((name) => form.querySelector(name));
  const pairs = (inside) => {
    const outside = new Set([...form.elements].filter((one) => !one.closest("[data-sheet]")).map((one) => one.name));
    return [...body(form)].filter(([name]) => outside.has(name) !== inside);
  };
  const now = () => new URLSearchParams(pairs(true)).toString();
  const states = [now()];
  let undone = [];
  const buttons = () => {
    back.disabled = states.length < 2 && now() === states.at(-1);
    forward.disabled = !undone.length;
  };
  const show = async (text) => {
    const made = (await page(form.getAttribute("action"), new URLSearchParams([...new URLSearchParams(text), ...pairs(false)])))?.querySelector("[data-sheet]");
    if (!made) return false;
    form.querySelector("[data-sheet]").replaceWith(document.adoptNode(made));
    return true;
  };
  const past = {
    keep() {
      const text = now();
      if (states.at(-1) !== text) {
        states.push(text);
        undone = [];
      }
      if (states.length > MAX_STATES) states.shift();
      buttons();
    },
    forget() {
      states.splice(0, states.length, now());
      undone = [];
      buttons();
    },
    async undo() {
      const text = now();
      const known = text === states.at(-1);
      const before = known ? states.at(-2) : states.at(-1);
      if (before === undefined || !(await show(before))) return;
      if (known) states.pop();
      undone.push(text);
      states[states.length - 1] = now();
      buttons();
      check(form, 0);
    },
    async redo() {
      if (!undone.length || !(await show(undone.at(-1)))) return;
      undone.pop();
      states.push(now());
      buttons();
      check(form, 0);
    },
  };
  onVerdict(() => past.keep());
  back.addEventListener("click", () => past.undo());
  forward.addEventListener("click", () => past.redo());
  return past;
}
