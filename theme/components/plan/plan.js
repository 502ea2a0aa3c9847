// On the pages of a plan: the number of days left by the visitor's clock, and the print button.
// Without this script the pages show the dates themselves.
import { findAll } from "../../assets/dom.js";

const DAY = 86400000;

/** Today in Vietnam as "2023-06-30", whatever zone the device is set to. */
export const today = (now = new Date()) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);

/**
 * Words for the days from `from` to `to`, both "YYYY-MM-DD".
 * @param {string} from
 * @param {string} to
 */
export function daysLeft(from, to) {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
  if (days === 0) return "hôm nay";
  return days > 0 ? `còn ${days} ngày` : "đã qua";
}

export function start() {
  const now = today();
  for (const mark of findAll("[data-days-to]")) mark.textContent = daysLeft(now, mark.dataset.daysTo);
  for (const button of findAll("[data-plan-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
