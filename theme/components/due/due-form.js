// The form of the due date calculator: loads the days off and the chosen commune's hours, and explains the count.
import { create, find } from "../../assets/dom.js";
import { resultDay } from "./due.js";
import { chosenPlaces } from "../my-commune/my-commune.js";

const NAMES = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
/** A day in figures, in words. @param {string} day @returns {string} */
const written = (day) => day.split("-").reverse().join("/");
/** @param {string} day */
const inWords = (day) => `${NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ngày ${written(day)}`;

/** @returns {Promise<import("./due.js").DaysOff>} */
async function daysOff() {
  const answer = await fetch(/** @type {string} */ (document.body.dataset.daysOff));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** The hours of the desk that receives: the chosen commune's or the district's; nothing when not known.
 * @param {ValueStorage} storage
 * @returns {Promise<Partial<import("../my-commune/my-commune.js").Place>>}
 */
async function hours(storage) {
  const local = find("[data-fact=place]")?.dataset.local;
  if (!local) return {};
  const { commune, district } = await chosenPlaces(storage);
  return (commune && (local === "xa" ? commune : district)) ?? {};
}

/** @param {ValueStorage} storage */
export function start(storage) {
  const form = find("[data-due]");
  const out = find("[data-due-result]", form);
  /** @type {[import("./due.js").DaysOff, Partial<import("../my-commune/my-commune.js").Place>] | undefined} */
  let data;

  async function update() {
    if (!form.reportValidity?.call || !form.elements.day.value || !form.elements.time.value) return;
    try {
      data ??= await Promise.all([daysOff(), hours(storage)]);
    } catch {
      out.replaceChildren(create("p", {}, "Chưa tải được lịch nghỉ lễ nên chưa tính được: có thể đang không có mạng."));
      return;
    }
    const [calendar, desk] = data;
    const [amount, unit] = form.elements.limit.value.split("|");
    const given = { day: form.elements.day.value, time: form.elements.time.value, amount: Number(amount), unit };
    out.replaceChildren(...words(given, resultDay({ ...given, ...calendar, closes: desk.closes, saturday: desk.saturday }), desk));
  }
  form.addEventListener("input", update);
  update();
}

/**
 * The result and how it was counted.
 * @param {{amount: number, unit: string}} given
 * @param {import("./due.js").Due} found
 * @param {{closes?: string}} desk
 */
function words(given, found, desk) {
  /** @param {string} text @param {string} [name] */
  const line = (text, name) => create("p", { class: name }, text);
  const hour = found.time ? found.time + " " : ""; // rjsmin keeps no space in a template inside a template
  const lines = [line(`Trả kết quả chậm nhất ${hour}${inWords(found.end)}.`, "tthc-due__day")];
  const reason = { "": "", "after-hours": "nộp sau giờ nhận hồ sơ", "day-off": "nộp vào ngày nghỉ" }[found.why];
  lines.push(line(reason ? `Vì ${reason}, hồ sơ tính là nhận ${inWords(found.received)}.` : `Hồ sơ tính là nhận ${inWords(found.received)}.`));
  lines.push(line(`Tính ${given.amount} ${given.unit} ${found.time ? "từ giờ nhận" : "từ ngày kế tiếp, không tính ngày nhận"}.`));
  const feasts = found.skipped.filter(([, name]) => !["thứ Bảy", "Chủ nhật"].includes(name));
  const weekend = found.skipped.length - feasts.length;
  const off = [...(weekend ? [`${weekend} ngày thứ Bảy, Chủ nhật`] : []), ...feasts.map(([day, name]) => `${written(day)} (${name})`)];
  if (off.length) lines.push(line(`Đã bỏ qua ngày nghỉ: ${off.join("; ")}.`));
  if (!desk.closes) lines.push(line("Chưa rõ giờ ngừng nhận hồ sơ của nơi nộp nên lấy 17:00.", "tthc-note"));
  if (found.unknown.length) lines.push(line(`Chưa có lịch nghỉ lễ năm ${found.unknown.join(", ")}: ngày thật có thể muộn hơn.`, "tthc-note"));
  return lines;
}
