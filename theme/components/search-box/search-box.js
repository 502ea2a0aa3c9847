// Suggestions under a search box while typing: the combobox pattern of WAI-ARIA with a listbox popup.
import { create, find } from "../../assets/dom.js";
import { navigate } from "../../assets/navigate.js";
import { LONGEST_TEXT } from "../../assets/search-fuse.js";
import { cut } from "../../assets/search-normalise.js";
import { address, engineFor, loadEngine } from "../../assets/search-load.js";
import { names } from "../../assets/search-view.js";
import { SEARCH } from "../../assets/urls.js";

const MOST = 7;
let boxes = 0;

/** Make the form's box suggest. The form itself keeps working: Enter without a choice opens the search page. @param {HTMLElement} form */
export function box(form) {
  const input = find("input[type=search]", form);
  if (input.hasAttribute("role")) return;
  loadEngine().catch(() => {});
  if (!find("link[data-search-style]")) document.head.append(create("link", { rel: "stylesheet", href: address(form.dataset.style ?? ""), "data-search-style": true }));
  const id = `goi-y-${++boxes}`;
  const list = create("ul", { id, role: "listbox", "aria-label": "Gợi ý", class: "tthc-suggestions", hidden: true });
  const status = create("p", { role: "status", class: "tthc-visually-hidden" });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, "aria-haspopup": "listbox" })) input.setAttribute(name, value);
  input.closest(".tthc-search__row, .tthc-header__search").append(list);
  form.append(status);
  let active = -1;
  let asked = 0;

  const options = () => [...list.children].filter((item) => item.getAttribute("role") === "option");
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  /** @param {number} index */
  const choose = (index) => {
    const all = options();
    active = all.length ? (index + all.length + 1) % (all.length + 1) : -1;
    if (active === all.length) active = -1; // back in the box itself
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  /** @param {HTMLElement} option */
  const go = (option) => navigate(option.dataset.url ?? "");

  const suggest = async () => {
    const text = cut(input.value.trim(), LONGEST_TEXT);
    const turn = ++asked;
    if (text.length < 2) {
      close();
      status.textContent = "";
      return;
    }
    const engine = await engineFor(text).catch(() => null);
    if (!await engine?.complete.catch(() => null) || turn !== asked) return;
    const answer = engine.search(text, { most: MOST, typing: !/\s$/.test(input.value) });
    const items = answer.results.map(({ at }, number) => create("li", { role: "option", id: `${id}-${number}`, "aria-selected": "false", "data-url": address(engine.data.url(at)), "data-code": engine.data.code(at) || undefined },
      ...named(engine.data, at, answer.question),
      create("span", { class: "tthc-suggestions__field" }, engine.data.facts(at).validity || engine.data.field(at))));
    if (answer.elsewhere) {
      items.unshift(create("li", { role: "option", id: `${id}-e`, "aria-selected": "false", "data-url": address(`${SEARCH}?q=${encodeURIComponent(text)}`), class: "tthc-suggestions__elsewhere" },
        create("span", { class: "tthc-suggestions__name" }, answer.elsewhere.title), create("span", { class: "tthc-suggestions__field" }, `Nơi giải quyết: ${answer.elsewhere.body}`)));
    }
    list.replaceChildren(...items);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
    clearTimeout(status.timer);
    status.timer = setTimeout(() => {
      status.textContent = items.length ? `${items.length} gợi ý, dùng phím mũi tên lên xuống để chọn.` : "Chưa có gợi ý nào.";
    }, 700);
  };

  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value.trim().length > 1 && suggest());
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? options().length - 1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault());
  list.addEventListener("click", (/** @type {any} */ event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
  if (input.value && document.activeElement === input) suggest();
}

/** The names of a suggestion: what people call it, the official name below in smaller type. */
function named(data, at, question) {
  const [name, official] = names(data, at, question);
  return [create("span", { class: "tthc-suggestions__name" }, ...name), official ? create("span", { class: "tthc-suggestions__official" }, ...official) : ""];
}
