// “Xã của bạn”: shows where the chosen commune receives dossiers, when, and how to reach it. The data is one small file for the
// whole site, loaded only once a commune has been chosen.
import { create, find, findAll, insideSentence } from "../../assets/dom.js";
import { shareButton } from "../share/share.js";

/**
 * A unit's desk in the places file; contacts that the unit has not given are left out.
 * @typedef {{name: string, url: string, desk?: string, address?: string, hours?: string, phone?: string, feedbackPhone?: string,
 *   feedbackMail?: string, form?: string, closes?: string, saturday?: boolean, now?: string}} Place
 */
const ABSENT = "đơn vị đang bổ sung";
/** @type {Promise<{communes: Record<string, Place>, district: Place, moved: Record<string, {to: string[], text: string}>}> | undefined} */
let loaded;

/** The parameter that names a unit in addresses: `xa`, or `phuong` where communes are wards. */
const part = () => document.body.dataset.part ?? "xa";
/** The unit that an address names, possibly a former one. @param {URLSearchParams} address */
export const asked = (address) => address.get(part()) ?? address.get("xa");

/** The places file, fetched once; throws when it cannot be loaded. */
export const places = () => (loaded ??= fetch(/** @type {string} */ (document.body.dataset.places)).then((answer) => {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}).catch((error) => { loaded = undefined; throw error; }));

/** A line with a number to call, a link where it is exactly one number (as phone_number in schema/web_address.py). @param {string} label @param {string} [text] */
function phone(label, text = "") {
  const number = /^ *\+?[\d .()-]{3,30} *$/.test(text) ? text.replace(/[ .()-]/g, "") : "";
  const dialled = number.replace(/^\+/, "").length;
  return create("p", {}, `${label}: `, dialled >= 3 && dialled <= 15 ? create("a", { href: `tel:${number}` }, text) : text || ABSENT);
}

/** `xã` at the start of a sentence: `Xã`. @param {string} word */
const atStart = (word) => word[0].toUpperCase() + word.slice(1);

/** A box with the desk's address, hours and phone. @param {Place} place */
function desk(place) {
  return create("div", { class: "tthc-desk" },
    ...(place.now ? [create("p", { "data-now": "" }, create("strong", {}, place.now))] : []),
    create("p", {}, create("strong", {}, place.desk ?? place.name)),
    create("p", {}, `Nơi nộp: ${place.address ?? ABSENT}`),
    create("p", {}, `Giờ nhận: ${place.hours ?? ABSENT}`),
    phone("Điện thoại", place.phone),
    phone("Số nhận phản ánh, kiến nghị", place.feedbackPhone));
}

/**
 * An entry of the places file; an address may name anything, also what every object has (`constructor`).
 * @template T @param {Record<string, T> | undefined} table @param {string} slug @returns {T | undefined} */
const entry = (table, slug) => (table && Object.hasOwn(table, slug) ? table[slug] : undefined);

/** The communes that may apply to this page, in order of precedence: the one of the site itself, the address's, this device's.
 * @param {ValueStorage} storage
 * @returns {string[]}
 */
function slugs(storage) {
  const { district, single } = document.body.dataset;
  const own = district ? "o-day" : single;
  return own ? [own] : /** @type {string[]} */ ([asked(new URLSearchParams(location.search)), storage.get("xa")].filter(Boolean));
}

/** The place of the visitor's commune and the district's: {commune, district}; throws when they cannot be loaded. @param {ValueStorage} storage */
export async function chosenPlaces(storage) {
  const { communes, district, moved } = await places();
  /** @param {string} slug */
  const now = (slug) => (entry(moved, slug)?.to.length === 1 ? moved[slug].to[0] : slug);
  return { commune: slugs(storage).map((slug) => entry(communes, now(slug))).find(Boolean), district };
}

/**
 * Shows the commune that holds when a page opens.
 * @param {ValueStorage} storage
 * @param {(slug: string) => void} choose - called when a visitor to whom a commune was only shown wants to keep it
 */
export async function first(storage, choose) {
  for (const slug of slugs(storage)) if (await show(slug, { choose: slug === storage.get("xa") || slug === "o-day" || slug === document.body.dataset.single ? null : choose })) return;
}

/**
 * Shows the commune `slug` everywhere on this page; whether it could. storage: also keep it there and put it into the address; choose:
 * offer to.
 * @param {string} slug
 * @param {{storage?: ValueStorage | null, choose?: ((slug: string) => void) | null}} options
 * @returns {Promise<boolean>}
 */
export async function show(slug, { storage = null, choose = null }) {
  const { commune } = document.body.dataset;
  const name = find("[data-mine-name]");
  const box = find("[data-mine-place]");
  if (!name) return true;
  let data;
  try {
    data = await places();
  } catch {
    box.hidden = false;
    box.replaceChildren(create("p", {}, `Chưa tải được thông tin của ${commune}: có thể đang không có mạng. Hãy thử lại sau.`));
    if (storage) storage.set("xa", slug);
    return true;
  }
  const moved = entry(data.moved, slug);
  if (moved) {
    if (moved.to.length === 1) slug = moved.to[0];
    box.hidden = false;
    find("[data-mine]").open = true;
    box.replaceChildren(create("p", {}, moved.text), create("p", {}, moved.to.length > 1 ? `Hãy chọn ${commune} nay bạn ở:` : ""));
    if (moved.to.length !== 1) return true;
  }
  const place = entry(data.communes, slug);
  if (!place) return false;
  const { root, district, single } = document.body.dataset;
  const own = district || single; // a commune's own site has no choice
  name.textContent = own ? `Nơi nộp: ${place.name}` : `${atStart(commune ?? "xã")} của bạn: ${place.name}`;
  if (own) ownSite(place);
  const share = new URL(location.href);
  share.searchParams.delete("xa");
  share.searchParams.set(part(), slug);
  const links = create("p", {}, create("a", { href: root + place.url }, `Trang của ${place.name}`));
  const withCommune = () => {
    const url = new URL(location.href);
    url.searchParams.set(part(), slug);
    return url.href;
  };
  if (!own) links.append(" · ", shareButton("Gửi trang này cho người khác", withCommune));
  box.hidden = false;
  box.replaceChildren(...(moved ? [create("p", {}, moved.text)] : []), desk(place), links);
  if (choose) box.append(create("button", { type: "button", class: "tthc-button tthc-button--secondary", onclick: () => choose(slug) }, `Luôn dùng ${place.name} trên máy này`));
  const why = find(".tthc-my-commune__hint");
  if (why && !own) why.replaceWith(create("details", { class: why.className }, create("summary", {}, create("span", {}, `Đổi sang ${commune} khác`)), find("[data-mine] .tthc-chips")));
  for (const link of findAll("[data-mine] [data-slug]")) {
    if (link.dataset.slug === slug) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  onProcedure(place, data.district);
  if (storage) {
    storage.set("xa", slug);
    history.replaceState(history.state, "", share.href);
    name.closest("summary").focus();
  }
  return true;
}

/** Pages shared by all communes' own sites name no commune; insert it here. There is no other commune to choose. @param {Place} place */
function ownSite(place) {
  if (document.body.dataset.district) find(".tthc-header__authority").textContent = `UBND ${insideSentence(place.name)}`;
  for (const part of findAll(".tthc-my-commune__hint, [data-mine] .tthc-chips")) part.hidden = true;
}

/** On a procedure's page, replace the place of filing by the visitor's own desk: the commune's, or the district's. @param {Place} commune @param {Place} district */
function onProcedure(commune, district) {
  const fact = find("[data-fact=place]");
  const local = fact?.dataset.local;
  const place = local === "xa" ? commune : local === "huyen" ? district : null;
  if (!place?.name) return;
  const root = document.body.dataset.root;
  fact.replaceChildren(create("a", { href: root + place.url }, `${document.body.dataset.desk} ${insideSentence(place.name)}`));
  const own = find("[data-my-desk]");
  own.hidden = false;
  own.replaceChildren(desk(place));
  const sheet = find("[data-sheet-desk]");
  sheet.textContent = `Nơi nộp: ${place.desk ?? place.name}, ${place.address ?? ABSENT}. Giờ nhận: ${place.hours ?? ABSENT}. Điện thoại: ${place.phone ?? ABSENT}.`;
}
