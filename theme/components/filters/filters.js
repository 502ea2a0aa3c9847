// Lists that can be filtered (the catalogue, the overview of a plan). The choice is stored in the address, so that it can be shared.
import { find, findAll } from "../../assets/dom.js";

/**
 * Selectors of a list that can be filtered. A select's name is that of the items' data-… it compares.
 * @typedef {{form: string, group: string, item: string, count: string, empty: string, noun: string}} List
 */
/** @type {List[]} */
const LISTS = [
  { form: "[data-filters]", group: "[data-group]", item: "[data-code]", count: "[data-count]", empty: "[data-empty]", noun: "thủ tục" },
  { form: "[data-plan-filters]", group: "[data-plan-group]", item: "[data-plan-item]", count: "[data-plan-count]", empty: "[data-plan-empty]", noun: "việc" },
];

export function start() {
  for (const list of LISTS) if (find(list.form)) filter(list);
}

/** @param {List} list */
function filter(list) {
  const form = find(list.form);
  const items = findAll(`${list.group} ${list.item}`);
  const groups = findAll(list.group);
  const selects = findAll("select", form);
  const fold = find("details", form);
  const address = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = address.get(select.name);
    if (value && [...select.options].some((option) => option.value === value)) select.value = value;
  }

  const all = find("[data-unfold]", form);
  const unfold = () => {
    for (const group of groups) for (const part of findAll("[data-fold]", group)) part.open = true;
    all?.remove(); // nothing is left to open
  };
  all?.addEventListener("click", unfold);

  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = selects.every(({ name, value }) => !value || item.getAttribute(`data-${name}`).split("|").includes(value));
      item.hidden = !fits;
      shown += Number(fits);
    }
    const chosen = new URLSearchParams(selects.filter((select) => select.value).map(({ name, value }) => [name, value]));
    for (const group of groups) group.hidden = !find(`${list.item}:not([hidden])`, group);
    if (String(chosen)) unfold();
    find(list.count, form).textContent = `${shown} ${list.noun}`;
    find(list.empty).hidden = shown > 0;
    history.replaceState(history.state, "", `${location.pathname}${String(chosen) ? `?${chosen}` : ""}${location.hash}`);
  };

  if (fold) fold.open = selects.some((select) => select.value);
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  apply();
}
