// Filters the catalogue by field, level, audience and online level; the choice lives in the address, so it can be shared.
export function start() {
  const form = document.querySelector("[data-filters]");
  const items = [...document.querySelectorAll("[data-group] [data-code]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const selects = [...form.querySelectorAll("select")];
  const address = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = address.get(select.name);
    if (value && [...select.options].some((option) => option.value === value)) select.value = value;
  }

  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = selects.every(({ name, value }) => !value || item.dataset[name].split("|").includes(value));
      item.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-code]:not([hidden])");
    form.querySelector("[data-count]").textContent = `${shown} thủ tục`;
    document.querySelector("[data-empty]").hidden = shown > 0;
    const chosen = new URLSearchParams(selects.filter((select) => select.value).map(({ name, value }) => [name, value]));
    history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
  };

  form.querySelector("details").open = selects.some((select) => select.value);
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
