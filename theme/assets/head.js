// Runs before the first paint, so it is a small classic script: applies the display settings, and is the only code that accesses
// the browser's storage. Sites on one host share these, so every key begins with the site's own path. Any access may throw (blocked, full).
"use strict";
(() => {
  const ROOT = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;

  /**
   * What a site keeps in one of the browser's storages; where access is blocked, `memory` holds the values and `changed` is called after each change.
   * @param {"localStorage" | "sessionStorage"} name
   * @param {string} own - what the site's keys begin with
   * @param {Map<string, string>} [memory]
   * @param {(memory: Map<string, string>) => void} [changed]
   * @returns {ListedStorage}
   */
  const area = (name, own, memory = new Map(), changed = () => {}) => ({
    get(key) {
      try { return window[name].getItem(own + key); } catch { return memory.get(key) ?? null; }
    },
    /** Store `value` under `key`; an empty value removes the key. */
    set(key, value) {
      try {
        if (value) window[name].setItem(own + key, value); else window[name].removeItem(own + key);
        memory.delete(key);
      } catch {
        if (value) memory.set(key, value); else memory.delete(key);
        changed(memory);
      }
    },
    keys() {
      try { return Object.keys(window[name]).filter((key) => key.startsWith(own)).map((key) => key.slice(own.length)); } catch { return [...memory.keys()]; }
    },
  });

  // Values of this tab alone. Where sessionStorage is blocked, window.name replaces it: it too is lost when the tab is closed.
  /** @param {string} path - the site's */
  const tabOf = (path) => {
    const own = `tthc:${path}`;
    /** @type {[string, string][]} */
    let named = [];
    try { named = Object.entries(JSON.parse(window.name)[own]); } catch { /* no name of ours */ }
    return area("sessionStorage", own, new Map(named), (memory) => { window.name = JSON.stringify({ [own]: Object.fromEntries(memory) }); });
  };
  const device = area("localStorage", `tthc:${ROOT}`);

  // In kiosk mode (kiosk.js) a visitor's ticks and choices stay in the tab: the device's own storage is neither read nor changed. Kiosk mode goes on in
  // the editions that lie below the one where it began (`home`).
  const GUEST = "khach:";
  const above = ROOT.split("/").slice(0, -1).map((_, place, parts) => `${parts.slice(0, place + 1).join("/")}/`);
  const home = above.find((path) => tabOf(path).get("kiosk")) ?? ROOT;
  const tab = tabOf(home);
  const kiosk = tab.get("kiosk");
  if (kiosk && history.state?.visitor && history.state.visitor !== tab.get("visitor")) location.replace(home); // what another visitor read and ticked
  /** @type {ValueStorage} */
  const guest = { get: (key) => tab.get(GUEST + ROOT + key), set: (key, value) => tab.set(GUEST + ROOT + key, value) };
  const forget = () => { for (const key of tab.keys()) if (key.startsWith(GUEST)) tab.set(key, ""); };
  const keep = kiosk ? guest : device;
  window.tthc = { keep, device, tab, guest, forget, kiosk, home };

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
