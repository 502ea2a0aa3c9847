// Filters the list of records while the user types.
const form = document.querySelector(".find");
const box = form.elements.tim;
let timer = 0;
let running = null;
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    running?.abort();
    running = new AbortController();
    const address = `/sua/?${new URLSearchParams(new FormData(form))}`;
    try {
      const answer = await fetch(address, { signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector("[data-list]").replaceWith(document.adoptNode(page.querySelector("[data-list]")));
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name === "AbortError") return;
      const line = document.createElement("p");
      line.className = "message error";
      line.textContent = "Mất kết nối với trang soạn: mở lại tthc edit (soan.cmd) rồi tìm lại.";
      document.querySelector("[data-list]").replaceChildren(line);
    }
  }, 150);
});

// While everything is being checked, the number of errors is asked for again.
const recount = async () => {
  if (!document.querySelector("[data-counting]")) return;
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const made = page.querySelector("[data-filter]");
    const old = document.querySelector("[data-filter]");
    if (made && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(made));
    if (made && new URLSearchParams(location.search).get("viec") === "loi" && !document.querySelector("[data-list]").contains(document.activeElement))
      document.querySelector("[data-list]").replaceWith(document.adoptNode(page.querySelector("[data-list]")));
  } catch {
    // the next attempt, or the search, says that the editor does not answer
  }
  setTimeout(recount, 2000);
};
setTimeout(recount, 1500);
