// The page that takes remarks about a page: filled in from the address, sent by the visitor's own mail or form. Nothing is kept
// here or sent to anyone else.
import { encoded, mailto } from "./letter.js";
import { chosenPlaces } from "./mine.js";

const ABOUT = 300; // characters of each thing that the address says of the page

export async function start(keep) {
  const form = document.querySelector("[data-report-form]");
  const given = new URLSearchParams(location.search);
  const field = (name) => form.elements[name];
  const title = { trang: "Trang", phan: "Phần", ban: "Bản", tep: "Tệp nội dung" };
  for (const name of Object.keys(title)) {
    const value = [...(given.get(name) ?? "")].slice(0, ABOUT).join("");
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
    let whole = true;
    reasons();
    form.querySelector("[data-message]").value = message().normalize("NFC");
    mail.hidden = !address.mail;
    const letter = mailto(address.mail ?? "", `Góp ý trang ${field("trang").value}`, message());
    if (address.mail) {
      mail.href = letter.address;
      whole = letter.whole;
    }
    other.hidden = !address.form;
    if (address.form) {
      const values = { ...Object.fromEntries(new FormData(form)), loi_nhan: message() };
      other.href = address.form.replace(/\{(\w+)\}/g, (_, name) => {
        const value = encoded(Object.hasOwn(values, name) ? values[name] : "");
        whole &&= value.whole;
        return value.text;
      });
    }
    form.querySelector("[data-too-long]").hidden = whole;
    form.querySelector("[data-nowhere]").hidden = Boolean(address.mail || address.form);
  };
  const said = form.querySelector("[data-copied]");
  form.querySelector("[data-copy]").addEventListener("click", async () => {
    said.textContent = await copied(form.querySelector("[data-message]"))
      ? "Đã chép. Dán vào thư hoặc vào Hệ thống phản ánh, kiến nghị."
      : "Trình duyệt không cho chép. Nội dung đã được chọn sẵn ở ô “Nội dung sẽ gửi”: bạn chép bằng tay (giữ ngón tay rồi chọn Sao chép, hoặc Ctrl+C).";
  });
  form.addEventListener("input", () => {
    said.textContent = ""; // what was copied is no longer what stands here
    refresh();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  refresh();

  if (!given.get("xa") && !keep.get("xa")) return;
  const place = (await chosenPlaces(keep).catch(() => null))?.commune;
  if (place?.feedbackMail || place?.form) {
    address = { mail: place.feedbackMail, form: place.form };
    refresh();
  }
}

/** Copies a text box; whether it was copied. Its text stays selected. */
async function copied(box) {
  box.focus();
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    try { return document.execCommand("copy"); } catch { return false; }
  }
}
