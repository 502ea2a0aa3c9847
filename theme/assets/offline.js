// Asks the service worker to keep the pages of the chosen commune, at most once a day, and says how many are kept.
const DAY = 86_400_000;

/** keep: storage of the choice; name: the commune. Does nothing where the browser has no worker or the page no safe address. */
export async function start(keep, name) {
  if (!("serviceWorker" in navigator) || !isSecureContext || location.protocol === "file:") return;
  const note = `luu:${name}`;
  try {
    await navigator.serviceWorker.register(`${document.body.dataset.root || "./"}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    if (Date.now() - Number(keep.get(note)) < DAY) return;
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (!data?.kept || data.name !== name) return;
      const all = data.kept === data.wanted;
      for (const old of keep.keys()) if (old.startsWith("luu:")) keep.set(old, ""); // what an earlier choice kept has gone
      if (all) keep.set(note, String(Date.now()));
      document.documentElement.dataset.kept = data.kept;
      const place = document.querySelector("[data-mine-place]");
      const text = all ? `Đã lưu ${data.kept} trang trên máy này để xem khi không có mạng.` : `Mới lưu được ${data.kept} trong ${data.wanted} trang để xem khi không có mạng; máy có thể đã đầy. Lần mở sau sẽ lưu tiếp.`;
      const line = Object.assign(document.createElement("p"), { className: "note", textContent: text });
      line.setAttribute("role", "status");
      place?.append(line);
    });
    active.postMessage({ keep: name });
  } catch { /* without it everything works, with network */ }
}
