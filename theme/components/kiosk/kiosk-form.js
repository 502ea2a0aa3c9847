// The page on which an official starts kiosk mode at the desk: which desk, how long to wait. Only its buttons start or end kiosk mode;
// the settings are stored on the device, so that next time one tap is enough.
import { find } from "../../assets/dom.js";
import { navigate } from "../../assets/navigate.js";
import { read, renew, settings } from "./kiosk.js";

const SETTINGS = "may-tra-cuu";

export function start() {
  const stores = window.tthc;
  const { tab, device, kiosk } = stores;
  const form = find("[data-kiosk-form]");
  const { commune, wait } = form.elements;
  const before = read(device.get(SETTINGS));
  for (const [field, value] of [[commune, before.commune], [wait, before.wait]]) {
    if ([...(field?.options ?? [])].some((option) => option.value === String(value))) field.value = value;
  }
  const home = new URL(stores.home, location.href).href;
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = settings(wait.value, commune?.value ?? "");
    device.set(SETTINGS, text);
    tab.set("kiosk", text);
    renew(stores, read(text).commune);
    navigate(home);
  });
  const end = find("[data-kiosk-end]", form);
  for (const part of form.querySelectorAll("p:not(.tthc-actions), [type=submit]")) part.hidden = Boolean(kiosk); // it is ended before another begins
  end.hidden = !kiosk;
  end.addEventListener("click", () => {
    stores.forget();
    for (const name of ["kiosk", "visitor", "behind"]) tab.set(name, "");
    navigate(home);
  });
  form.hidden = false;
}
