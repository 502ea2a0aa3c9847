// Keeps the pages of “xã của bạn” for when there is no network. Pages come from the network first, so nobody reads an old copy
// without need; when an old copy is shown it says so, with the time it was kept. Nothing is sent anywhere.
// What was fetched is given to the page whatever becomes of the store; nothing is kept but whole answers of this site itself.
const ROOT = new URL("./", self.location).href;
const PATH = new URL(ROOT).pathname;
const PARTS = new Set([/* folders */]); // the folders of a site, written here by generator/outputs/exports/offline.py
// Caches belong to the whole host, where other sites of ours may be: the names carry this site's path, and no other cache is read.
const PAGES = `tthc:${PATH}:trang`;
const FILES = `tthc:${PATH}:tep`;
const EARLIER = [["trang-1", PAGES], ["tep-1", FILES]]; // names that all sites of a host shared
const NO_NETWORK = `${ROOT}ngoai-mang/`;
const WAIT = 4000; // ms for a page, before the kept copy is shown
const AT = "x-luu-luc";

self.addEventListener("install", (event) => event.waitUntil(withFiles(NO_NETWORK).catch(() => {}).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver().catch(() => {}).then(() => self.clients.claim())));
let busy = Promise.resolve();
self.addEventListener("message", (event) => {
  if (!event.data?.keep) return;
  const name = String(event.data.keep);
  busy = busy.then(() => keep(name)).catch(() => ({ kept: 0, wanted: 0 })); // one after the other: each lets go of what the one before kept
  event.waitUntil(busy.then((done) => event.source?.postMessage({ name, ...done })));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !ours(request.url) || request.headers.has("range")) return;
  if (request.url.startsWith(`${ROOT}assets/`)) event.respondWith(fileFirst(event));
  else if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.url.startsWith(`${ROOT}tim-kiem/`)) event.respondWith(networkFirst(event));
});

/** Whether an address is of this site: below its path other sites may stand. */
function ours(url) {
  if (!url.startsWith(ROOT)) return false;
  const [part, ...more] = url.slice(ROOT.length).replace(/[?#].*$/, "").split("/");
  const file = !more.length && part.includes("."); // sw.js, atom.xml
  return !part || file || PARTS.has(part);
}

/** The kept copy of an address, from this site's own caches; none where they cannot be read. */
async function kept(url) {
  try {
    for (const name of [PAGES, FILES]) {
      const found = await (await caches.open(name)).match(url, { ignoreSearch: true, ignoreVary: true });
      if (found) return found;
    }
  } catch { /* no store, nothing kept */ }
  return undefined;
}

/** A style, a script, a picture: its name changes when it does, so the kept one is the right one. A fixed name is asked for first. */
async function fileFirst(event) {
  if (!/\.[0-9a-f]{10}\.\w+$/.test(event.request.url)) return networkFirst(event);
  return (await kept(event.request.url)) ?? fetch(event.request);
}

async function networkFirst(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.status < 500) return renewed(event, FILES, request.url, answer);
    return (await kept(request.url)) ?? answer;
  } catch (error) {
    const found = await kept(request.url);
    if (found) return found;
    throw error;
  }
}

async function page(event) {
  const { request } = event;
  const plain = request.url.replace(/[?#].*$/, "").replace(/index\.html$/, "");
  const before = await kept(plain);
  const late = new AbortController();
  const timer = before ? setTimeout(() => late.abort(), WAIT) : 0;
  try {
    const answer = await fetch(request, before ? { signal: late.signal } : {});
    return answer.status >= 500 && before ? await oldCopy(before) : renewed(event, PAGES, plain, answer);
  } catch {
    if (before) return oldCopy(before);
    if (!plain.endsWith("/") && (await kept(`${plain}/`))) return Response.redirect(request.url.replace(plain, `${plain}/`));
    return withoutNetwork();
  } finally {
    clearTimeout(timer);
  }
}

/** `answer`, for the page; its copy takes the place of a kept one without anybody waiting for it. */
function renewed(event, where, url, answer) {
  if (!whole(answer)) return answer;
  const copy = answer.clone();
  event.waitUntil((async () => { if (await kept(url)) await put(where, url, copy); })().catch(() => {}));
  return answer;
}

/** Whether an answer may be kept: all of it, from this host, from the address that was asked for, and no error. */
function whole(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

/** The kept page with a line that says so, under the policy it came with. */
async function oldCopy(found) {
  const at = Number(found.headers.get(AT));
  const when = at ? ` lúc ${new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }).format(new Date(at))}` : "";
  const line = `<p class="tthc-old-copy" role="status" data-old-copy>Không có mạng: đây là bản lưu${when}, có thể đã cũ.</p>`;
  return changed(found, (html) => html.replace(/<body[^>]*>/, (body) => body + line));
}

/** The page for addresses that were not kept. It is served under any of them, so its links begin at the site's root. */
async function withoutNetwork() {
  const found = await kept(NO_NETWORK);
  return found ? changed(found, (html) => html.replace(/((?:href|src|action|data-[\w-]+)=")\.\.\//g, `$1${PATH}`)) : Response.error();
}

async function changed(found, change) {
  const headers = new Headers(found.headers);
  for (const name of ["content-length", "content-encoding"]) headers.delete(name);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(change(await found.text()), { headers });
}

/** Keep everything a commune's list names, with what those pages load; what an earlier list named and this one does not goes.
 * How many pages are kept now, of how many: {kept, wanted}. */
async function keep(name) {
  const answer = await fetch(`${ROOT}ngoai-mang/${encodeURIComponent(name)}.json`, { cache: "no-cache" });
  if (!whole(answer)) return { kept: 0, wanted: 0 };
  const list = await answer.json();
  const pages = list.pages.map((path) => ROOT + path);
  const wanted = new Set();
  let count = 0;
  await each(pages, async (url) => { if (await withFiles(url, wanted)) count += 1; });
  await withFiles(NO_NETWORK, wanted);
  for (const path of list.files) {
    const url = ROOT + path;
    wanted.add(url);
    for (const [, file] of (await take(FILES, url)).matchAll(/"([\w-]+\.[0-9a-f]{10}\.json)"/g)) wanted.add(new URL(file, url).href);
  }
  for (const url of wanted) { // the set grows while scripts name further scripts
    const known = /\.[0-9a-f]{10}\.\w+$/.test(url) && (await kept(url));
    const text = known ? (url.endsWith(".js") ? await known.text() : "") : await take(FILES, url);
    if (url.endsWith(".js")) for (const [, file] of text.matchAll(/["'](\.\/[\w.-]+\.js)["']/g)) wanted.add(new URL(file, url).href);
  }
  await drop(PAGES, new Set([...pages, NO_NETWORK]));
  await drop(FILES, wanted);
  return { kept: count, wanted: pages.length };
}

/** Keep a page and note in `wanted` what it loads; without `wanted` keep that too. Whether the page is kept. */
async function withFiles(url, wanted) {
  const files = new Set();
  for (const [, path] of (await take(PAGES, url)).matchAll(/["'(]([^"'()\s]*assets\/[^"'()\s?#]+)/g)) files.add(new URL(path, url).href);
  for (const file of files) if (wanted) wanted.add(file); else await take(FILES, file);
  return Boolean(await kept(url));
}

async function each(items, work) {
  const left = [...items];
  await Promise.all(Array.from({ length: 4 }, async () => {
    while (left.length) await work(left.shift());
  }));
}

/** Fetch and keep; the text of what is kept then, which is the earlier copy when no new one can be had or stored, and may be nothing. */
async function take(where, url) {
  try {
    const answer = await fetch(url, { cache: "no-cache" });
    const html = /text\/html/.test(answer.headers.get("content-type") ?? "");
    if (whole(answer) && html === (where === PAGES)) await put(where, url, answer); // a file that comes as a page is some other answer
  } catch { /* no network, or no room */ }
  const copy = await kept(url);
  return copy && /text|json|script/.test(copy.headers.get("content-type") ?? "") ? copy.text() : "";
}

async function put(where, url, answer) {
  const headers = new Headers(answer.headers);
  headers.set(AT, String(Date.now()));
  const copy = new Response(await answer.blob(), { status: answer.status, headers });
  await (await caches.open(where)).put(url, copy);
}

async function drop(where, wanted) {
  const cache = await caches.open(where);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** What an earlier release of this site kept becomes this one's; what other sites kept in the same cache stays there. */
async function takeOver() {
  for (const [from, to] of EARLIER) {
    if (!(await caches.has(from))) continue;
    const old = await caches.open(from);
    for (const request of (await old.keys()).filter(({ url }) => ours(url))) {
      const copy = await old.match(request);
      if (copy && !(await kept(request.url))) await (await caches.open(to)).put(request, copy);
      await old.delete(request);
    }
    if (!(await old.keys()).length) await caches.delete(from);
  }
}
