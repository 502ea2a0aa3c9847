// Asks the service worker to cache the pages of the chosen commune, at most once a day, and shows how many are cached.
import { create, find } from "./dom.js";

const DAY = 86_400_000;

/**
 * Does nothing where the browser has no worker or the page no safe address.
 * @param {ListedStorage} storage - the device's
 * @param {string} name - the commune
 */
export async function start(storage, name) {
  if (!("serviceWorker" in navigator) || !isSecureContext || location.protocol === "file:") return;
  const note = `luu:${name}`;
  try {
    await navigator.serviceWorker.register(`${document.body.dataset.root || "./"}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    if (Date.now() - Number(storage.get(note)) < DAY) return;
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (!data?.kept || data.name !== name) return;
      const all = data.kept === data.wanted;
      for (const old of storage.keys()) if (old.startsWith("luu:")) storage.set(old, ""); // what an earlier choice kept has gone
      if (all) storage.set(note, String(Date.now()));
      document.documentElement.dataset.kept = data.kept;
      const text = all ? `Đã lưu ${data.kept} trang trên máy này để xem khi không có mạng.` : `Mới lưu được ${data.kept} trong ${data.wanted} trang để xem khi không có mạng; máy có thể đã đầy. Lần mở sau sẽ lưu tiếp.`;
      find("[data-mine-place]")?.append(create("p", { class: "tthc-note", role: "status" }, text));
    });
    active?.postMessage({ keep: name });
  } catch { /* without it everything works, with network */ }
}
