// Runs the full check in the background while the officer reads, and shows the findings.
const form = document.querySelector("[data-send]");
const line = form?.querySelector("[data-whole]");
const look = async () => {
  let state;
  try {
    const answer = await fetch(`/gui/tinh-trang?khoa=${form.dataset.keyOfCheck}`, { headers: { Accept: "application/json" } });
    state = await answer.json();
  } catch {
    state = { refused: "Mất kết nối với trang soạn: mở lại tthc edit (soan.cmd), trang tự nối lại." };
  }
  if (state.refused) {
    line.className = "state bad";
    line.textContent = state.refused;
    return void setTimeout(look, 3000);
  }
  if (!state.done) {
    line.textContent = "Đang kiểm tra toàn bộ nội dung…";
    return void setTimeout(look, 700);
  }
  line.className = state.errors.length ? "state bad" : "state good";
  line.textContent = state.errors.length ? `Còn ${state.errors.length} lỗi: ${state.errors.slice(0, 5).join("; ")}` : "Đã kiểm tra toàn bộ nội dung: không có lỗi.";
};
if (form) look();
