// The page that takes remarks about a page: filled in from the address, sent by the visitor's own mail or form. Nothing is kept
// here and nobody else is told.
export async function start(keep) {
  const form = document.querySelector("[data-report-form]");
  const given = new URLSearchParams(location.search);
  const field = (name) => form.elements[name];
  const title = { trang: "Trang", phan: "Phần", ban: "Bản", tep: "Tệp nội dung" };
  for (const name of Object.keys(title)) {
    const value = (given.get(name) ?? "").slice(0, 300);
    field(name).value = value;
    form.querySelector(`[data-about=${name}]`).textContent = value || "chưa rõ";
  }
  const score = given.get("diem");
  for (const choice of form.querySelectorAll("[name=diem]")) choice.checked = choice.value === score;

  const reasons = () => {
    const value = Number(form.querySelector("[name=diem]:checked")?.value ?? 0);
    for (const group of form.querySelectorAll("[data-reasons]")) group.hidden = value > 0 && (group.dataset.reasons === "good") !== value > 3;
  };

  const message = () => {
    const ticked = [...form.querySelectorAll("[name=ly_do]:checked")].filter((box) => !box.closest("[hidden]")).map((box) => `- ${box.value}`);
    const value = form.querySelector("[name=diem]:checked")?.value;
    return [
      ...Object.entries(title).map(([name, label]) => `${label}: ${field(name).value || "chưa rõ"}`),
      ...(value ? [`Mức độ rõ: ${value}/5`] : []),
      ...(ticked.length ? ["Lý do:", ...ticked] : []),
      ...(field("loi_nhan").value.trim() ? ["Lời nhắn:", field("loi_nhan").value.trim()] : []),
    ].join("\n");
  };

  const mail = form.querySelector("[data-mail]");
  const other = form.querySelector("[data-form]");
  let address = { mail: form.dataset.mail, form: form.dataset.form };
  const refresh = () => {
    reasons();
    form.querySelector("[data-message]").value = message().normalize("NFC");
    mail.hidden = !address.mail;
    if (address.mail) mail.href = `mailto:${address.mail}?subject=${encodeURIComponent(`Góp ý trang ${field("trang").value}`)}&body=${encodeURIComponent(message())}`;
    other.hidden = !address.form;
    if (address.form) {
      const values = { ...Object.fromEntries(new FormData(form)), loi_nhan: message() };
      other.href = address.form.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ""));
    }
    form.querySelector("[data-nowhere]").hidden = Boolean(address.mail || address.form);
  };
  form.querySelector("[data-copy]").addEventListener("click", async () => {
    const text = form.querySelector("[data-message]");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy");
    }
    form.querySelector("[data-copied]").textContent = "Đã chép. Dán vào thư hoặc vào Hệ thống phản ánh, kiến nghị.";
  });
  form.addEventListener("input", refresh);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  refresh();

  const slug = given.get("xa") || keep.get("xa");
  if (!slug) return;
  const { places } = await import("./mine.js");
  const place = (await places()).communes[slug];
  if (place?.feedbackMail || place?.form) {
    address = { mail: place.feedbackMail, form: place.form };
    refresh();
  }
}
