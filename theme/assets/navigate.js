// Navigates by clicking a link, so that handlers of link clicks (the kiosk, the pages on a USB stick) apply.

import { create } from "./dom.js";

/** @param {string} url - any address that a link may have */
export function navigate(url) {
  const link = create("a", { href: url, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
