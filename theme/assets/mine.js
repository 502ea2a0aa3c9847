// “Xã của bạn”: shows where the chosen commune receives dossiers, when, and how to reach it. The data is one small file for the
// whole site, loaded only once a commune has been chosen.
const find = (selector) => document.querySelector(selector);
const absent = "đơn vị đang bổ sung";
let loaded;

/** The places file, once; throws when it cannot be had. */
export const places = () => (loaded ??= fetch(document.body.dataset.places).then((answer) => {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}).catch((error) => { loaded = undefined; throw error; }));

const make = (name, text, attributes = {}) => Object.assign(document.createElement(name), { textContent: text }, attributes);

function phone(label, number) {
  const line = make("p", `${label}: `);
  line.append(number ? make("a", number, { href: `tel:${number.replace(/[^\d+]/g, "")}` }) : absent);
  return line;
}

/** A box with the desk's address, hours and phone. */
function desk(place, title) {
  const box = make("div", "", { className: "desk" });
  box.append(make("p", ""), make("p", `Nơi nộp: ${place.address ?? absent}`), make("p", `Giờ nhận: ${place.hours ?? absent}`));
  box.firstChild.append(make("strong", title ?? place.desk ?? place.name));
  box.append(phone("Điện thoại", place.phone), phone("Số nhận phản ánh, kiến nghị", place.feedbackPhone));
  return box;
}

/** An entry of the places file; an address may name anything, also what every object has (`constructor`). */
const entry = (table, slug) => (table && Object.hasOwn(table, slug) ? table[slug] : undefined);

/** Which communes hold on this page, the first that there is: the one of the site itself, the address's, this device's. */
function slugs(keep) {
  const own = document.body.dataset.district ? "o-day" : null;
  return own ? [own] : [new URLSearchParams(location.search).get("xa"), keep.get("xa")].filter(Boolean);
}

/** The place of the visitor's commune and the district's: {commune, district}; throws when they cannot be had. */
export async function chosenPlaces(keep) {
  const { communes, district, moved } = await places();
  const now = (slug) => (entry(moved, slug)?.to.length === 1 ? moved[slug].to[0] : slug);
  return { commune: slugs(keep).map((slug) => entry(communes, now(slug))).find(Boolean), district };
}

/** Shows the commune that holds when a page opens. choose: called with its slug when a visitor to whom it was only shown wants to keep it. */
export async function first(keep, choose) {
  for (const slug of slugs(keep)) if (await show(slug, { choose: slug === keep.get("xa") || slug === "o-day" ? null : choose })) return;
}

/** Shows the commune `slug` everywhere on this page; whether it could. keep: also remember it on this device and put it into the address;
 * choose: offer to. */
export async function show(slug, { keep = null, choose = null }) {
  const name = find("[data-mine-name]");
  const box = find("[data-mine-place]");
  if (!name) return true;
  let data;
  try {
    data = await places();
  } catch {
    box.hidden = false;
    box.replaceChildren(make("p", "Chưa tải được thông tin của xã: có thể đang không có mạng. Hãy thử lại sau."));
    if (keep) keep.set("xa", slug);
    return true;
  }
  const moved = entry(data.moved, slug);
  if (moved) {
    if (moved.to.length === 1) slug = moved.to[0];
    box.hidden = false;
    find("[data-mine]").open = true;
    box.replaceChildren(make("p", moved.text), make("p", moved.to.length > 1 ? "Hãy chọn xã nay bạn ở:" : ""));
    if (moved.to.length !== 1) return true;
  }
  const place = entry(data.communes, slug);
  if (!place) return false;
  const { root, district } = document.body.dataset;
  name.textContent = district ? `Nơi nộp: ${place.name}` : `Xã của bạn: ${place.name}`;
  if (district) ownSite(place);
  const links = make("p", "");
  const share = new URL(location.href);
  share.searchParams.set("xa", slug);
  links.append(make("a", `Trang của ${place.name}`, { href: root + place.url }));
  if (!district) links.append(" · ", make("a", "Địa chỉ trang này kèm xã, để chia sẻ", { href: share.href }));
  box.hidden = false;
  box.replaceChildren(...(moved ? [make("p", moved.text)] : []), desk(place), links);
  if (choose) box.append(make("button", `Luôn dùng ${place.name} trên máy này`, { type: "button", className: "button button-quiet", onclick: () => choose(slug) }));
  const why = find(".mine-why");
  if (why) why.textContent = "Đổi sang xã khác:";
  for (const link of document.querySelectorAll("[data-mine] [data-slug]")) {
    if (link.dataset.slug === slug) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  onProcedure(place, data.district);
  if (keep) {
    keep.set("xa", slug);
    history.replaceState(null, "", share.href);
    name.closest("summary").focus();
  }
  return true;
}

/** Pages that all communes' own sites share name none of them until here; there is no other commune to choose. */
function ownSite(place) {
  find(".brand-org").textContent = `UBND ${place.name.replace(/^./, (first) => first.toLowerCase())}`;
  for (const part of document.querySelectorAll(".mine-why, [data-mine] .chips")) part.hidden = true;
}

/** On a procedure's page the place of filing becomes the visitor's own desk: the commune's, or the district's. */
function onProcedure(commune, district) {
  const fact = find("[data-fact=place]");
  const local = fact?.dataset.local;
  const place = local === "xa" ? commune : local === "huyen" ? district : null;
  if (!place?.name) return;
  const root = document.body.dataset.root;
  fact.replaceChildren(make("a", `Một cửa ${place.name.replace(/^./, (first) => first.toLowerCase())}`, { href: root + place.url }));
  const own = find("[data-my-desk]");
  own.hidden = false;
  own.replaceChildren(desk(place));
  const sheet = find("[data-sheet-desk]");
  sheet.textContent = `Nơi nộp: ${place.desk ?? place.name}, ${place.address ?? absent}. Giờ nhận: ${place.hours ?? absent}. Điện thoại: ${place.phone ?? absent}.`;
}
