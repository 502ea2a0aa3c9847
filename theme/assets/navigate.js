// Go to an address as if its link had been clicked, so that what watches links (the kiosk, the pages on a USB stick) has its say.

import { create } from "./dom.js";

/** @param {string} url - any address that a link may have */
export function navigate(url) {
  const link = create("a", { href: url, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
