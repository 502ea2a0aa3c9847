// Computes when the result is due: a pure function, tested against dates computed by hand.
//
// Rules: the day of receipt is not counted (Bộ luật Dân sự 2015, Điều 147); what arrives after hours or on a day off is received on
// the next working day; a period in days, months or years that ends on a day off ends on the next working day (Điều 148).

const DAY = 86400000;
const MORNING = 450, NOON = 690, AFTERNOON = 780; // 07:30, 11:30, 13:00 in minutes
/** @param {string} day */
const at = (day) => Date.parse(`${day}T00:00:00Z`);
/** @param {number} moment */
const text = (moment) => new Date(moment).toISOString().slice(0, 10);
/** @param {string} day */
const weekday = (day) => new Date(at(day)).getUTCDay();
/** @param {string} time */
const minutes = (time) => { const [hour, minute] = time.split(":").map(Number); return hour * 60 + minute; };
/** @param {number} value */
const clock = (value) => `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;

/** The day after `day`. @param {string} day */
export const next = (day) => text(at(day) + DAY);

/**
 * The year's days off, as the site's calendar has them.
 * @typedef {{off: Record<string, string>, worked: Record<string, string>, years?: number[]}} DaysOff
 * @typedef {{received: string, why: "" | "after-hours" | "day-off", end: string, time: string, skipped: [string, string][],
 *   unknown: number[]}} Due
 */

/**
 * day: "2023-04-27", time: "08:00", when it was handed in; amount, unit: the time limit ("ngày làm việc", "ngày", "giờ làm việc",
 * "giờ", "tháng", "năm"); off: {day: name} days off; worked: {day: name} weekend days worked instead; closes: "17:00";
 * saturday: the desk also receives on Saturday mornings; years: the years that off and worked cover.
 *
 * Returns {received, why, end, time, skipped: [[day, name]], unknown: [years]}: why is "", "after-hours" or "day-off"; time is set
 * for limits in hours; skipped are the days off that were passed over.
 * @param {DaysOff & {day: string, time: string, amount: number, unit: string, closes?: string, saturday?: boolean}} given
 * @returns {Due}
 */
export function resultDay({ day, time, amount, unit, off, worked, closes = "17:00", saturday = false, years = [] }) {
  /** @param {string} one */
  const works = (one) => Boolean(worked[one]) || (!off[one] && weekday(one) % 6 !== 0);
  /** @param {string} one */
  const nameOf = (one) => off[one] ?? (weekday(one) === 6 ? "thứ Bảy" : "Chủ nhật");
  /** @type {[string, string][]} */
  const skipped = [];
  /** @param {string} one */
  const nextWorking = (one) => {
    let found = next(one);
    for (; !works(found); found = next(found)) skipped.push([found, nameOf(found)]);
    return found;
  };

  const morning = saturday && weekday(day) === 6 && !off[day] && !worked[day];
  let received = day;
  /** @type {"" | "after-hours" | "day-off"} */
  let why = "";
  let from = minutes(time);
  if (!works(day) && !(morning && from < NOON)) {
    why = morning ? "after-hours" : "day-off";
    if (!morning) skipped.push([day, nameOf(day)]);
    received = nextWorking(day);
    from = MORNING;
  } else if (works(day) && from >= minutes(closes)) {
    why = "after-hours";
    received = nextWorking(day);
    from = MORNING;
  }

  let end = received;
  let done = "";
  if (unit === "ngày làm việc") {
    for (let count = 0; count < amount; count += 1) end = nextWorking(end);
  } else if (unit.startsWith("giờ")) {
    [end, done] = hours(received, from, amount * 60, minutes(closes), nextWorking);
  } else {
    end = unit === "ngày" ? text(at(received) + amount * DAY) : months(received, unit === "năm" ? amount * 12 : amount);
    if (!works(end)) {
      skipped.push([end, nameOf(end)]);
      end = nextWorking(end);
    }
  }
  const touched = [];
  for (let year = +day.slice(0, 4); year <= +end.slice(0, 4); year += 1) if (!years.includes(year)) touched.push(year);
  return { received, why, end, time: done, skipped, unknown: touched };
}

/**
 * Working hours: 07:30 to 11:30 and 13:00 to closing.
 * @param {string} day
 * @param {number} from - minutes, as are the next two
 * @param {number} left
 * @param {number} closes
 * @param {(day: string) => string} nextWorking
 * @returns {[string, string]}
 */
function hours(day, from, left, closes, nextWorking) {
  const spans = [[MORNING, NOON], [AFTERNOON, closes]];
  for (;;) {
    for (const [begin, finish] of spans) {
      const start = Math.max(begin, from);
      if (start >= finish) continue;
      if (left <= finish - start) return [day, clock(start + left)];
      left -= finish - start;
    }
    day = nextWorking(day);
    from = 0;
  }
}

/** The same day `count` months later, or that month's last day. @param {string} day @param {number} count */
function months(day, count) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}
