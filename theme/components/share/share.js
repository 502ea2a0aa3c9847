// Shares the current address of the page, including the answers and the commune that it names.
import { copied } from "../../assets/copy.js";
import { create } from "../../assets/dom.js";

/** A button that opens the device's own list of ways to send; where there is none, or it is refused, the address is copied, and where that is refused
 * too it is shown.
 * @param {string} words @param {() => string} [address] @returns {HTMLElement} */
export function shareButton(words, address = () => location.href) {
  const status = create("span", { role: "status" });
  const button = create("button", { type: "button", class: "tthc-share", onclick: async () => {
    const url = address();
    button.after(status); // until now nothing had anything to say
    status.textContent = "";
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return; // the list was closed
    }
    const line = create("input", { readonly: true, value: url, "aria-label": "Đường dẫn của trang" });
    status.replaceChildren(" Máy không cho chép. Hãy giữ vào dòng này để chép:", line);
    if (await copied(line)) {
      status.textContent = " Đã chép đường dẫn: dán vào tin nhắn để gửi.";
      button.focus();
    }
  } }, words);
  return create("span", {}, button);
}
