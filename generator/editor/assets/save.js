// Saving, the warning about unsaved changes, and Ctrl+S.
import { body, place, say, settle, state, url } from "/tai-san/check.js";

const time = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

export function save(form, past) {
  const button = form.querySelector("[data-save]");
  const reload = async () => {
    const answer = await fetch(form.getAttribute("action"));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.id;
    const left = scrollY;
    for (const part of ["[data-sheet]", ".titles", "[data-words]"]) {
      const made = page.querySelector(part);
      if (made) form.querySelector(part).replaceWith(document.adoptNode(made));
    }
    form.elements._goc.value = page.querySelector("[name=_goc]").value;
    scrollTo(0, left);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    past.forget();
  };
  const complain = (text) => {
    const line = document.createElement("p");
    line.className = "message error";
    line.textContent = text;
    const box = document.querySelector("[data-reason-messages]");
    box.replaceChildren(line);
    box.scrollIntoView({ block: "center" });
  };
  const send = async () => {
    document.querySelector("[data-reason-messages]")?.replaceChildren();
    if (button.disabled) return;
    button.disabled = true;
    settle();
    say("Đang lưu…");
    try {
      const answer = await fetch(url(form, "luu"), { method: "POST", body: body(form), headers: { Accept: "application/json" } });
      const said = await answer.json();
      if (said.saved) {
        state.changed = false;
        if (said.to) return void location.assign(said.to);
        await reload();
        say(`Đã lưu lúc ${time()}`, "good");
      } else if (said.problems) {
        if (said.reason) complain(said.reason);
        place(form, said);
        const first = form.querySelector(".message.error");
        first?.parentNode.parentNode.scrollIntoView({ block: "center" });
        first?.parentNode.parentNode.querySelector("input:not([type=hidden]), textarea, select")?.focus({ preventScroll: true });
      } else if (said.conflict) {
        state.changed = false;
        conflict(form, said);
      } else if (said.reason) {
        complain(said.reason);
        say("Chưa lưu: xem mục “Vì sao sửa?”", "bad");
      } else say(said.refused ?? "Chưa lưu được", "bad");
    } catch {
      say("Không nối được với trang soạn; kiểm tra cửa sổ tthc edit", "bad");
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter === button) event.preventDefault();
    else if (!event.submitter?.hasAttribute("formtarget")) state.changed = false;
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      send();
    }
  });
  addEventListener("beforeunload", (event) => {
    if (state.changed || state.pending) event.preventDefault();
  });
}

function conflict(form, said) {
  const box = document.createElement("div");
  box.className = "notice warn";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = said.conflict.length
    ? "Người khác vừa sửa cùng chỗ với bạn, nên chưa lưu. Bản nháp giữ chữ của người kia ở những ô dưới đây:"
    : said.joined
      ? "Người khác vừa sửa chỗ khác của hồ sơ này. Hai phần đã được gộp vào bản nháp; mở lại để xem rồi lưu."
      : "Tệp đã đổi từ lúc bạn mở, nên chưa lưu.";
  const list = document.createElement("ul");
  for (const one of said.conflict) {
    const item = document.createElement("li");
    const label = form.querySelector(`[data-key="${CSS.escape(one.key)}"]`)?.dataset.label ?? one.key;
    item.textContent = `${label}: bạn ghi “${one.mine}”, người kia ghi “${one.theirs}”.`;
    list.append(item);
  }
  const link = document.createElement("a");
  link.className = "button";
  link.href = form.getAttribute("action");
  link.textContent = "Mở lại hồ sơ";
  box.append(text, list, link);
  form.querySelector("[data-sheet]").prepend(box);
  say("Chưa lưu: tệp đã đổi", "bad");
  link.focus();
}
