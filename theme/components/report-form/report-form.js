// The page for remarks about a page: filled in from the address, sent by the visitor's own mail program or form. Nothing is stored
// here or sent to anyone else.
import { find, findAll } from "../../assets/dom.js";
import { encoded, mailto } from "./letter.js";
import { asked, chosenPlaces } from "../my-commune/my-commune.js";

const ABOUT = 300; // characters of each thing that the address says of the page

/** @param {ValueStorage} storage */
export async function start(storage) {
  const form = find("[data-report-form]");
  const given = new URLSearchParams(location.search);
  /** @param {string} name */
  const field = (name) => form.elements[name];
  const title = { trang: "Trang", phan: "Phần", ban: "Bản", tep: "Tệp nội dung" };
  for (const name of Object.keys(title)) {
    const value = [...(given.get(name) ?? "")].slice(0, ABOUT).join("");
    field(name).value = value;
    find(`[data-about=${name}]`, form).textContent = value || "chưa rõ";
  }
  const score = given.get("diem");
  for (const choice of findAll("[name=diem]", form)) choice.checked = choice.value === score;

  const reasons = () => {
    const value = Number(find("[name=diem]:checked", form)?.value ?? 0);
    for (const group of findAll("[data-reasons]", form)) group.hidden = value > 0 && (group.dataset.reasons === "good") !== value > 3;
  };

  const message = () => {
    const ticked = findAll("[name=ly_do]:checked", form).filter((box) => !box.closest("[hidden]")).map((box) => `- ${box.value}`);
    const value = find("[name=diem]:checked", form)?.value;
    return [
      ...Object.entries(title).map(([name, label]) => `${label}: ${field(name).value || "chưa rõ"}`),
      ...(value ? [`Mức độ rõ: ${value}/5`] : []),
      ...(ticked.length ? ["Lý do:", ...ticked] : []),
      ...(field("loi_nhan").value.trim() ? ["Lời nhắn:", field("loi_nhan").value.trim()] : []),
    ].join("\n").normalize("NFC");
  };

  const mail = find("[data-mail]", form);
  const other = find("[data-form]", form);
  const national = find("[data-national]", form);
  let address = { mail: form.dataset.mail, form: form.dataset.form };
  const refresh = () => {
    let whole = true;
    reasons();
    find("[data-message]", form).value = message();
    mail.hidden = !address.mail;
    const letter = mailto(address.mail ?? "", `Góp ý trang ${field("trang").value}`, message());
    if (address.mail) {
      mail.href = letter.address;
      whole = letter.whole;
    }
    other.hidden = !address.form;
    if (address.form) {
      /** @type {Record<string, any>} */
      const values = { ...Object.fromEntries(new FormData(form)), loi_nhan: message() };
      other.href = address.form.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => {
        const value = encoded(Object.hasOwn(values, name) ? values[name] : "");
        whole &&= value.whole;
        return value.text;
      });
    }
    find("[data-too-long]", form).hidden = whole;
    const received = Boolean(address.mail || address.form);
    find("[data-nowhere]", form).hidden = received;
    find("[data-by-hand]", form).hidden = !received;
    if (national) national.hidden = received;
  };
  const said = find("[data-copied]", form);
  const copy = async () => {
    const done = await copied(find("[data-message]", form));
    said.textContent = done
      ? "Đã chép. Dán vào thư hoặc vào Hệ thống phản ánh, kiến nghị."
      : "Trình duyệt không cho chép. Nội dung đã được chọn sẵn ở ô “Nội dung sẽ gửi”: bạn chép bằng tay (giữ ngón tay rồi chọn Sao chép, hoặc Ctrl+C).";
    return done;
  };
  find("[data-copy]", form).addEventListener("click", copy);
  let warned = false; // where copying is not allowed, the second tap goes there all the same
  national?.addEventListener("click", async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await copy() || warned) location.assign(national.href);
    warned = true;
  });
  form.addEventListener("input", () => {
    said.textContent = ""; // what was copied is no longer what stands here
    refresh();
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  form.hidden = false;
  refresh();

  if (!asked(given) && !storage.get("xa")) return;
  const place = (await chosenPlaces(storage).catch(() => null))?.commune;
  if (place?.feedbackMail || place?.form) {
    address = { mail: place.feedbackMail, form: place.form };
    refresh();
  }
}

/** Copies the text of a box; true if it was copied. Its text stays selected. @param {any} box */
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
