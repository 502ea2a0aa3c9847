// On the pages of a plan: how many days are left, by the visitor's own clock; the filters of the overview; the print button.
// Without this script the pages show the dates themselves and the whole list.
const DAY = 86400000;

/** Today in Vietnam as "2023-06-30", whatever zone the device is set to. */
export const today = (now = new Date()) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);

/** Words for the days from `from` to `to`, both "YYYY-MM-DD". */
export function left(from, to) {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
  if (days === 0) return "hôm nay";
  return days > 0 ? `còn ${days} ngày` : "đã qua";
}

export function start() {
  const now = today();
  for (const mark of document.querySelectorAll("[data-days-to]")) mark.textContent = left(now, mark.dataset.daysTo);
  for (const button of document.querySelectorAll("[data-plan-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  const form = document.querySelector("[data-plan-filters]");
  if (form) filters(form);
}

/** The choice lives in the address, so that it can be shared. */
function filters(form) {
  const items = [...document.querySelectorAll("[data-plan-item]")];
  const selects = [...form.querySelectorAll("select")];
  const address = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = address.get(select.name);
    if (value && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = selects.every(({ name, value }) => !value || item.getAttribute(`data-${name}`).split("|").includes(value));
      item.hidden = !fits;
      shown += fits;
    }
    for (const group of document.querySelectorAll("[data-plan-group]")) group.hidden = !group.querySelector("[data-plan-item]:not([hidden])");
    form.querySelector("[data-plan-count]").textContent = `${shown} việc`;
    document.querySelector("[data-plan-empty]").hidden = shown > 0;
    const chosen = new URLSearchParams(selects.filter((select) => select.value).map(({ name, value }) => [name, value]));
    history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
