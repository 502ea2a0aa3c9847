// The page for remarks about a page: filled in from the address, sent by the visitor's own mail program or form. Nothing is stored
// here or sent to anyone else.
import { copied } from "../../assets/copy.js";
import { find, findAll } from "../../assets/dom.js";
import { navigate } from "../../assets/navigate.js";
import { encoded, mailto } from "./letter.js";
import { asked, chosenPlaces } from "../my-commune/my-commune.js";

const ABOUT = 300; // characters of each thing that the address says of the page
const form = find("[data-report-form]"); // where there is none, this module is not loaded
const national = find("[data-national]");
/** @param {string} name */
const field = (name) => form.elements[name];
const title = { trang: "Trang", phan: "Phần", ban: "Bản", tep: "Tệp nội dung" };

/** What the address says of the page, and the score that was tapped there. @param {URLSearchParams} given */
function fillIn(given) {
  for (const name of Object.keys(title)) {
    const value = [...(given.get(name) ?? "")].slice(0, ABOUT).join("");
    field(name).value = value;
    find(`[data-about=${name}]`).textContent = value || "chưa rõ";
  }
  for (const choice of findAll("[name=diem]", form)) choice.checked = choice.value === given.get("diem");
}

/** Shows the reasons that fit the score. */
function showReasons() {
  const score = field("diem").value;
  for (const group of findAll("[data-reasons]")) group.hidden = score > 0 && (group.dataset.reasons === "good") !== score > 3;
}

function message() {
  const ticked = findAll("[name=ly_do]:checked", form).filter((box) => !box.closest("[hidden]")).map((box) => `- ${box.value}`);
  const score = field("diem").value;
  const remark = field("loi_nhan").value.trim();
  return [
    ...Object.entries(title).map(([name, label]) => `${label}: ${field(name).value || "chưa rõ"}`),
    ...(score ? [`Mức độ rõ: ${score}/5`] : []),
    ...(ticked.length ? ["Lý do:", ...ticked] : []),
    ...(remark ? ["Lời nhắn:", remark] : []),
  ].join("\n").normalize("NFC");
}

/** The address of a form on another site, with what it asks for put in; whole: nothing had to be cut off.
 * @param {string} pattern @param {Record<string, any>} values */
function filled(pattern, values) {
  let whole = true;
  const address = pattern.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => {
    const value = encoded(Object.hasOwn(values, name) ? values[name] : "");
    whole &&= value.whole;
    return value.text;
  });
  return { address, whole };
}

/** Shows the message and the ways to send it. @param {{mail?: string, form?: string}} receiver */
function showWays(receiver) {
  showReasons();
  const text = message();
  find("[data-message]").value = text;
  let whole = true;
  /** @param {any} link @param {{address: string, whole: boolean} | "" | undefined} way */
  const offer = (link, way) => {
    link.hidden = !way;
    if (!way) return;
    link.href = way.address;
    whole &&= way.whole;
  };
  offer(find("[data-mail]", form), receiver.mail && mailto(receiver.mail, `Góp ý trang ${field("trang").value}`, text));
  offer(find("[data-form]", form), receiver.form && filled(receiver.form, { ...Object.fromEntries(new FormData(form)), loi_nhan: text }));
  find("[data-too-long]").hidden = whole;
  const received = Boolean(receiver.mail || receiver.form);
  find("[data-nowhere]").hidden = received;
  find("[data-by-hand]").hidden = !received;
  if (national) national.hidden = received;
}

/** Copies the message and says whether that went well. */
async function copyMessage() {
  const done = await copied(find("[data-message]"));
  find("[data-copied]").textContent = done
    ? "Đã chép. Dán vào thư hoặc vào Hệ thống phản ánh, kiến nghị."
    : "Trình duyệt không cho chép. Nội dung đã được chọn sẵn ở ô “Nội dung sẽ gửi”: bạn chép bằng tay (giữ ngón tay rồi chọn Sao chép, hoặc Ctrl+C).";
  return done;
}

/** @param {ValueStorage} storage */
export async function start(storage) {
  const given = new URLSearchParams(location.search);
  let receiver = { mail: form.dataset.mail, form: form.dataset.form };
  fillIn(given);
  find("[data-copy]").addEventListener("click", copyMessage);
  let warned = false; // where copying is not allowed, the second tap goes there all the same
  national?.addEventListener("click", async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await copyMessage() || warned) navigate(national.href);
    warned = true;
  });
  form.addEventListener("input", () => {
    find("[data-copied]").textContent = ""; // what was copied is no longer what stands here
    showWays(receiver);
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  form.hidden = false;
  showWays(receiver);

  if (!asked(given) && !storage.get("xa")) return;
  const place = (await chosenPlaces(storage).catch(() => null))?.commune;
  if (place?.feedbackMail || place?.form) {
    receiver = { mail: place.feedbackMail, form: place.form };
    showWays(receiver);
  }
}
