// Runs before the first paint, so it is a small classic script: applies the display settings, and is the only code that accesses
// the browser's storage. Sites on one host share these, so every key begins with the site's own path. Any access may throw (blocked, full).
"use strict";
(() => {
  const ROOT = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  const OWN = `tthc:${ROOT}`;

  /**
   * One of the browser's storages; where access is blocked, `memory` holds the values and `changed` is called after each change.
   * @param {"localStorage" | "sessionStorage"} name
   * @param {Map<string, string>} [memory]
   * @param {(memory: Map<string, string>) => void} [changed]
   * @returns {ListedStorage}
   */
  const area = (name, memory = new Map(), changed = () => {}) => ({
    get(key) {
      try { return window[name].getItem(OWN + key); } catch { return memory.get(key) ?? null; }
    },
    /** Store `value` under `key`; an empty value removes the key. */
    set(key, value) {
      try {
        if (value) window[name].setItem(OWN + key, value); else window[name].removeItem(OWN + key);
        memory.delete(key);
      } catch {
        if (value) memory.set(key, value); else memory.delete(key);
        changed(memory);
      }
    },
    keys() {
      try { return Object.keys(window[name]).filter((key) => key.startsWith(OWN)).map((key) => key.slice(OWN.length)); } catch { return [...memory.keys()]; }
    },
  });

  // Values of this tab alone. Where sessionStorage is blocked, window.name replaces it: it too is lost when the tab is closed.
  /** @type {[string, string][]} */
  let named = [];
  try { named = Object.entries(JSON.parse(window.name)[OWN]); } catch { /* no name of ours */ }
  const tab = area("sessionStorage", new Map(named), (memory) => { window.name = JSON.stringify({ [OWN]: Object.fromEntries(memory) }); });
  const device = area("localStorage");

  // In kiosk mode (kiosk.js) a visitor's ticks and choices stay in the tab: the device's own storage is neither read nor changed.
  const GUEST = "khach:";
  const kiosk = tab.get("kiosk");
  /** @type {ValueStorage} */
  const guest = { get: (key) => tab.get(GUEST + key), set: (key, value) => tab.set(GUEST + key, value) };
  const forget = () => { for (const key of tab.keys()) if (key.startsWith(GUEST)) tab.set(key, ""); };
  const keep = kiosk ? guest : device;
  window.tthc = { keep, device, tab, guest, forget, kiosk };

  // Keys of earlier releases had no path. A site at the root of its host takes them over; below it they may be another site's too and stay.
  try {
    const old = Object.keys(localStorage).filter((key) => /^(?:xa|theme|text|giay-to:.+|luu:.+)$/.test(key));
    if (old.length && !device.get("khoa-cu")) {
      for (const key of old) if (!key.startsWith("luu:") && device.get(key) === null) device.set(key, localStorage.getItem(key) ?? "");
      if (ROOT === "/") for (const key of old) localStorage.removeItem(key); else device.set("khoa-cu", "1");
    }
  } catch { /* nothing is kept here */ }

  const page = document.documentElement;
  for (const [name, values] of Object.entries({ theme: ["dark", "light"], text: ["large"] })) {
    const value = keep.get(name);
    if (value && values.includes(value)) page.dataset[name] = value;
  }
  if (kiosk) page.dataset.kiosk = "";

  // Parts that a phone shows folded are open in the page: whole without a script, on paper, at the desk's screen. They are closed as the parser meets
  // them: closed later, what stands below would jump. site.js opens what the address names.
  else if (matchMedia("(max-width: 48rem)").matches) {
    const parts = document.getElementsByTagName("details");
    let next = 0;
    const fold = () => { for (; next < parts.length; next++) if ("fold" in parts[next].dataset) parts[next].open = false; };
    const parser = new MutationObserver(fold);
    parser.observe(page, { childList: true, subtree: true });
    document.addEventListener("readystatechange", () => { fold(); parser.disconnect(); }, { once: true });
  }
})();
