// Saving, the warning about unsaved changes, and Ctrl+S.
import { ask, body, check, page as pageOf, place, say, settle, state, url } from "/tai-san/check.js";

const time = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

export function save(form, past) {
  const button = form.querySelector("[data-save]");
  const reload = async () => {
    const page = await pageOf(form.getAttribute("action"));
    if (!page) return false;
    const left = scrollY;
    for (const part of ["[data-sheet]", ".titles", "[data-words]"]) {
      const made = page.querySelector(part);
      if (made) form.querySelector(part).replaceWith(document.adoptNode(made));
    }
    form.elements._goc.value = page.querySelector("[name=_goc]").value;
    scrollTo(0, left);
    past.forget();
    return true;
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
    const focused = document.activeElement;
    form.querySelector("[data-sheet]").inert = true; // what is typed now would be neither saved nor kept
    try {
      const said = await ask(url(form, "luu"), body(form));
      form.querySelector("[data-sheet]").inert = Boolean(said.saved); // what follows focuses a field or a link in it
      if (said.saved) {
        state.changed = false;
        if (said.to) return void location.assign(said.to);
        if (!(await reload())) say(`Đã lưu lúc ${time()}, nhưng chưa mở lại được hồ sơ: tải lại trang rồi sửa tiếp`, "bad");
        else if (said.but) say(said.but, "bad");
        else say(`Đã lưu lúc ${time()}`, "good");
      } else if (said.problems) {
        if (said.reason) complain(said.reason);
        place(form, said);
        const first = form.querySelector(".message.error");
        first?.parentNode.parentNode.scrollIntoView({ block: "center" });
        first?.parentNode.parentNode.querySelector("input:not([type=hidden]), textarea, select")?.focus({ preventScroll: true });
      } else if (said.conflict) {
        state.changed = !said.joined && !said.gone; // otherwise the draft has it
        conflict(form, said);
      } else if (said.reason) {
        complain(said.reason);
        say("Chưa lưu: xem mục “Vì sao sửa?”", "bad");
      } else {
        state.changed = true;
        say(`Chưa lưu. ${said.refused}`, "bad");
        if (said.again) check(form, 3000); // keeps the draft as soon as the editor answers
      }
    } finally {
      button.disabled = false;
      form.querySelector("[data-sheet]").inert = false;
      const same = focused?.id ? document.getElementById(focused.id) : focused?.name && form.querySelector(`[name="${CSS.escape(focused.name)}"]`);
      if (same && !form.contains(document.activeElement)) same.focus({ preventScroll: true });
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
    : said.gone
      ? "Tệp của hồ sơ này đã bị xóa hoặc chuyển chỗ trên máy, nên chưa lưu. Bản nháp giữ cả hồ sơ; mở lại rồi lưu thì tệp được tạo lại. Hãy hỏi người đã xóa trước."
    : said.joined
      ? "Người khác vừa sửa chỗ khác của hồ sơ này. Hai phần đã được gộp vào bản nháp; mở lại để xem rồi lưu."
      : "Tệp đã đổi từ lúc bạn mở và không gộp được, nên chưa lưu: chép phần vừa gõ ra ngoài, mở lại hồ sơ rồi dán vào.";
  const list = document.createElement("ul");
  for (const one of said.conflict) {
    const item = document.createElement("li");
    item.className = "written";
    item.textContent = `${one.label}: bạn ghi “${one.mine}”, người kia ghi “${one.theirs}”.`;
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
