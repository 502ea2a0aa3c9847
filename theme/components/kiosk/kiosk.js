// Kiosk mode at the one-stop desk, started on /may-tra-cuu/ (kiosk-form.js) and ended by closing the tab: large targets, a home button, print, no
// link out of the site. After a time without a touch it returns to the home page and deletes what the last visitor ticked, chose and read. All of
// that is state of the tab (head.js); the device's own storage is not touched.
import { create } from "../../assets/dom.js";
import { navigate } from "../../assets/navigate.js";
import { EMBEDDED } from "../../assets/urls.js";

const MIN_SECONDS = 30, MAX_SECONDS = 1800, DEFAULT_SECONDS = 90; // without a touch

/** The settings as text, stored under “kiosk”: the waiting time and the commune of the desk (may be empty). @param {string | number} wait @param {string} commune */
export const settings = (wait, commune) => `${wait} ${commune}`;

/** Parse the settings: {wait, commune}. The waiting time is clamped to one that leaves time to read. @param {string | null} text */
export function read(text) {
  const [wait, commune = ""] = (text ?? "").split(" ");
  return { wait: Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Number(wait) || DEFAULT_SECONDS)), commune };
}

/** Reset for a new visitor: delete the last one's state, choose the desk's own commune. @param {Window["tthc"]} stores @param {string} commune */
export function renew({ tab, guest, forget }, commune) {
  forget();
  guest.set("xa", commune);
  tab.set("visitor", String(Date.now()));
  tab.set("behind", "");
}

/** @param {Window["tthc"]} stores - those of head.js */
export function start(stores) {
  const { tab } = stores;
  const { wait, commune } = read(tab.get("kiosk"));
  const home = new URL(stores.home, location.href).href;

  // Each entry of the history says whose it is and how many of that visitor's lie behind it: none goes back to what another one read (head.js), or to
  // what was open before the kiosk.
  /** @param {number} behind */
  const mark = (behind) => {
    history.replaceState({ ...history.state, visitor: tab.get("visitor"), behind }, "");
    tab.set("behind", String(behind));
  };
  const arrive = () => mark(history.state?.behind ?? Number(tab.get("behind") ?? -1) + 1);
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  const back = () => (history.state?.behind !== 0 ? history.back() : navigate(home));
  /** @param {string} text @param {() => void} onclick */
  const button = (text, onclick) => create("button", { type: "button", class: "tthc-button", onclick }, text);
  const message = create("p", { class: "tthc-kiosk__message", role: "status" });
  document.body.append(create("nav", { class: "tthc-kiosk tthc-no-print", "aria-label": "Máy tra cứu" },
    message, button("Về đầu", () => navigate(home)), button("Quay lại", back), button("In trang này", () => window.print())));

  // Block every way out: other hosts, other programs, new windows, downloads.
  document.addEventListener("click", (event) => {
    const link = /** @type {any} */ (event.target).closest?.("a[href]");
    if (!link) return;
    link.removeAttribute("target");
    const inside = link.href.startsWith(home) && !link.pathname.includes(`/${EMBEDDED}`); // what stands in frames of other sites has no kiosk
    if (inside && !link.hasAttribute("download") && /\/(?:[^/.]*|[^/]*\.html)$/.test(link.pathname)) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault(); // not into a new window: it would be no kiosk
      navigate(link.href);
      return;
    }
    event.preventDefault();
    const shown = link.protocol === "tel:" ? `Gọi số ${link.pathname}` : link.protocol === "mailto:" ? `Gửi thư tới ${link.pathname}` : `Mở trên điện thoại của bạn: ${link.href}`;
    message.textContent = `Máy này chỉ dùng để tra cứu. ${shown}`;
  }, true);
  for (const kind of ["contextmenu", "auxclick", "dragstart"]) document.addEventListener(kind, (event) => event.preventDefault());

  let touched = false;
  let timer = 0;
  const leave = () => {
    renew(stores, commune);
    if (touched || location.href.replace(/(index\.html)?([?#].*)?$/, "") !== home) return navigate(home);
    mark(0);
  };
  /** @param {Event} [event] */
  const awake = (event) => {
    touched ||= Boolean(event);
    clearTimeout(timer);
    timer = setTimeout(leave, wait * 1000);
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "input"]) addEventListener(kind, awake, { passive: true, capture: true });
  awake();
}
