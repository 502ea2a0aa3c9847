// Shares the current address of the page, including the answers and the commune that it names.
import { create } from "../../assets/dom.js";

/** A button that opens the device's own list of ways to send; where there is none the address is copied, and where that is refused it is shown.
 * @param {string} words @param {() => string} [address] @returns {HTMLElement} */
export function shareButton(words, address = () => location.href) {
  const status = create("span", { role: "status" });
  const button = create("button", { type: "button", class: "tthc-share", onclick: async () => {
    const url = address();
    button.after(status); // until now nothing had anything to say
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url });
      await navigator.clipboard.writeText(url);
      status.textContent = " Đã chép đường dẫn: dán vào tin nhắn để gửi.";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return; // the list was closed
      const line = create("input", { readonly: true, value: url, "aria-label": "Đường dẫn của trang" });
      status.replaceChildren(" Máy không cho chép. Hãy giữ vào dòng này để chép:", line);
      line.select();
    }
  } }, words);
  return create("span", {}, button);
}
