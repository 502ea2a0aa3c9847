// Buttons of lists: the server returns the form with the changed list; only that list is replaced in the page.
import { body, page as pageOf } from "/tai-san/check.js";

export function grow(form) {
  if (CSS.supports("field-sizing", "content")) return;
  const fit = (box) => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 4}px`;
  };
  form.querySelectorAll("textarea").forEach(fit);
  form.addEventListener("input", (event) => event.target.matches("textarea") && fit(event.target));
}

export function lists(form, check, past) {
  let queue = Promise.resolve();
  const act = async (button) => {
    if (!button.isConnected) return; // another act replaced its list
    past.keep();
    let page = null;
    for (let sent = ""; sent !== body(form).toString(); ) { // what is typed while the answer is on its way counts too
      sent = body(form).toString();
      page = await pageOf(form.getAttribute("action"), new URLSearchParams([...body(form), ["viec", button.value]]));
      if (!page) return;
    }
    const [verb, name] = button.value.split(/:(.*)/s);
    const list = (verb === "add" ? button : button.closest(".item").parentNode).closest("fieldset[data-key]");
    const old = list ?? form.querySelector("[data-sheet]");
    const key = list && `[data-key="${CSS.escape(list.dataset.key)}"]`;
    const made = page.querySelector(list ? `fieldset${key}` : "[data-sheet]");
    if (!made) return;
    const index = verb === "add" ? -1 : [...button.closest(".items").children].indexOf(button.closest(".item"));
    old.replaceWith(document.adoptNode(made));
    const items = [...(made.querySelector(":scope > .items, :scope > .given > .items")?.children ?? [])];
    const same = verb === "up" || verb === "down" ? made.querySelector(`[name=viec][value="${CSS.escape(button.value)}"]:not(:disabled)`) : null;
    const item = verb === "add" ? items.at(-1) : verb === "remove" ? items[Math.min(index, items.length - 1)] : items.find((one) => one.id === `i-${name}`);
    const target = same ?? item?.querySelector("textarea, input:not([type=hidden]), select, button:not(:disabled)") ?? made.querySelector(".add");
    target?.focus();
    check(form, 0);
  };
  const spread = async (box, lines) => { // a list copied from Word: an item for each line
    if (!box.isConnected) return;
    past.keep();
    const list = box.closest("fieldset[data-key]");
    const name = box.name.slice(0, box.name.lastIndexOf("."));
    const used = [...list.querySelectorAll(`input[name="${CSS.escape(name)}#"]`)].map((one) => Number(one.value.replace(/^\+/, "")) || 0);
    let last = Math.max(0, ...used) + 1000;
    box.setRangeText(lines[0], box.selectionStart, box.selectionEnd, "end");
    const pairs = [...body(form)];
    const at = pairs.findIndex(([key, value]) => key === `${name}#` && `${name}.${value}` === box.name);
    pairs.splice(at + 1, 0, ...lines.slice(1).map((line) => [`${name}#`, `+${last += 1}`]));
    lines.slice(1).reverse().forEach((line, index) => pairs.push([`${name}.+${last - index}`, line]));
    const made = (await pageOf(form.getAttribute("action"), new URLSearchParams(pairs)))?.querySelector(`fieldset[data-key="${CSS.escape(list.dataset.key)}"]`);
    if (made) list.replaceWith(document.adoptNode(made));
    else box.setRangeText(`\n${lines.slice(1).join("\n")}`, box.selectionEnd, box.selectionEnd, "end"); // nothing that was pasted is lost
    (made?.querySelector(`[name="${CSS.escape(`${name}.+${last}`)}"]`) ?? box).focus();
    check(form, 0);
  };
  form.addEventListener("paste", (event) => {
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/[\r\n\v\u2028]+/).filter((line) => line.trim());
    if (lines.length < 2 || !event.target.matches(".texts .item textarea")) return;
    event.preventDefault();
    queue = queue.then(() => spread(event.target, lines));
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=viec]");
    if (!button) return;
    event.preventDefault();
    queue = queue.then(() => act(button));
  });
  form.addEventListener("change", (event) => {
    const union = event.target.closest("[data-either]");
    if (!union || !event.target.name.endsWith("@") || event.target.closest("[data-key]") !== union) return;
    const given = union.querySelector(":scope > .given");
    given.hidden = event.target.value !== "@" && !(event.target.value === "" && union.matches(".parts, .texts"));
    if (event.target.value === "@" && !given.querySelector(".item") && !union.matches(".part")) given.querySelector(".add")?.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const box = event.target;
    if (box.matches(".texts .item textarea")) {
      event.preventDefault();
      box.closest(".given, fieldset").querySelector(".add")?.click();
    } else if (box.matches("textarea[rows='1'], input:not([type=radio], [type=checkbox])")) {
      event.preventDefault(); // one paragraph; and a form must not be sent by accident
    }
  });
}
