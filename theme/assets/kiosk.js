// For a screen at the one-stop desk (?kiosk=1): large targets, a way home, print; no way out of the site; home again when nobody
// touches it, with what the last visitor ticked, chose and read forgotten. ?kiosk=0 ends it. ?cho=SECONDS changes the wait, ?xa=SLUG sets
// the desk's commune.
import { follow } from "./follow.js";

const WAIT = 90;

/** keep: what this device remembers of a visitor; it is forgotten between visitors. */
export function start(keep) {
  const store = sessionStorage;
  const address = new URLSearchParams(location.search);
  if (address.get("kiosk") === "0") {
    store.removeItem("kiosk");
    return;
  }
  if (address.get("kiosk") === "1") {
    store.setItem("kiosk", String(Number(address.get("cho")) || WAIT));
    store.setItem("kiosk-xa", address.get("xa") || (keep.get("xa") ?? "")); // the desk's own commune, whatever visitors choose
    keep.set("xa", store.getItem("kiosk-xa"));
  }
  const wait = Number(store.getItem("kiosk")) || WAIT;
  const home = new URL(document.body.dataset.root || "./", document.baseURI).href;
  document.documentElement.dataset.kiosk = "";

  const make = (name, text, attributes = {}) => Object.assign(document.createElement(name), { textContent: text, ...attributes });
  const bar = make("nav", "", { className: "kiosk-bar no-print" });
  bar.setAttribute("aria-label", "Máy tra cứu");
  const say = make("p", "", { className: "kiosk-say" });
  say.setAttribute("role", "status");
  const button = (text, act) => bar.append(make("button", text, { type: "button", className: "button", onclick: act }));
  button("Về đầu", () => follow(home));
  button("Quay lại", () => { history.length > Number(store.getItem("kiosk-from") ?? 1) ? history.back() : follow(home); });
  button("In trang này", () => window.print());
  bar.prepend(say);
  document.body.append(bar);

  // Nothing leads out: other hosts, other programs, new windows, files to keep.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    link.removeAttribute("target");
    if (link.href.startsWith(home) && !/\.(pdf|ics|xml|txt)$/.test(link.pathname)) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault(); // not into a new window: it would be no kiosk
      follow(link.href);
      return;
    }
    event.preventDefault();
    const shown = link.protocol === "tel:" ? `Gọi số ${link.pathname}` : link.protocol === "mailto:" ? `Gửi thư tới ${link.pathname}` : `Mở trên điện thoại của bạn: ${link.href}`;
    say.textContent = `Máy này chỉ dùng để tra cứu. ${shown}`;
  }, true);
  for (const kind of ["contextmenu", "auxclick", "dragstart"]) document.addEventListener(kind, (event) => event.preventDefault());

  let touched = false;
  let timer = 0;
  const leave = () => {
    forget();
    if (!touched && location.href.replace(/(index\.html)?([?#].*)?$/, "") === home) return;
    store.setItem("kiosk-from", String(history.length + 1)); // the next visitor does not go back to what this one read
    follow(home);
  };
  const awake = (event) => {
    touched ||= Boolean(event);
    clearTimeout(timer);
    timer = setTimeout(leave, wait * 1000);
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "input"]) addEventListener(kind, awake, { passive: true, capture: true });
  awake();

  function forget() {
    for (const key of Object.keys(localStorage)) if (key.startsWith("giay-to:")) keep.set(key, "");
    keep.set("xa", store.getItem("kiosk-xa"));
  }
}
